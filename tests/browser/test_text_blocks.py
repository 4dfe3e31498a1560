"""Whatever the text and wherever the mark, the page holds all of the one and marks exactly the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from api.pages.text_blocks import Block, Piece, TextBlocks
from indexer.source_text import Span

TEXTS = st.text(st.sampled_from("ab Ø.1)-\n\n\t\x0b\u2028\xa0"), max_size=120)


def pieces(blocks: tuple[Block, ...]) -> list[Piece]:
    return [piece for block in blocks for line in block.lines for piece in line]


@settings(deadline=None)
@given(TEXTS, st.integers(0, 120), st.integers(0, 120))
def test_all_words_are_there_and_those_of_the_mark_are_marked(text: str, one: int, other: int) -> None:
    mark = Span(min(one, other), max(one, other))
    found = pieces(TextBlocks(text, mark).paragraphs(Span(0, len(text))))
    assert "".join("".join(piece.text.split()) for piece in found) == "".join(text.split())
    marked = "".join("".join(piece.text.split()) for piece in found if piece.marked)
    assert marked == ("".join(mark.of(text).split()) if mark.end <= len(text) else "")
    assert sum(piece.opens for piece in found) == sum(piece.closes for piece in found) == bool(marked)
