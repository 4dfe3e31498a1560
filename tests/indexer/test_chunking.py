"""Chunks follow the minutes, miss nothing, and never outgrow the model."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import Item, minutes

from indexer.chunking import TARGET_TOKENS, chunk
from indexer.chunks import Chunk
from indexer.minutes import AgendaItem, Meeting, MeetingKind, SectionKind
from indexer.parsing import parse
from indexer.readers import read
from indexer.source_text import SourceText, Span
from models.danish import Danish
from models.embedding import Embedder

MINUTES = Path(__file__).parents[3] / "shared" / "minutes"

Cut = Callable[..., list[Chunk]]


def words_of(texts: list[str]) -> list[int]:
    """A count of tokens that a reader of this test can check."""
    return [len(text.split()) for text in texts]


@pytest.fixture
def cut(danish_language: Danish) -> Cut:
    def cut(
        source: SourceText, meeting: Meeting | None = None, most: int = 60, target: int = 25
    ) -> list[Chunk]:
        meeting = meeting or parse(source)
        return chunk(source, meeting, danish_language.sentences, words_of, most, target)

    return cut


def of_kind(chunks: list[Chunk], kind: SectionKind) -> list[Chunk]:
    return [found for found in chunks if found.kind is kind]


def test_a_decision_is_one_chunk_with_its_recommendation(cut: Cut) -> None:
    source = SourceText(
        minutes(
            [
                Item(
                    "Bro over åen",
                    recommendation="At broen bygges.",
                    background="En bro.",
                    decision="Godkendt.",
                )
            ]
        )
    )
    chunks = cut(source)
    (decision,) = of_kind(chunks, SectionKind.DECISION)
    assert [span.of(source.text) for span in decision.spans] == ["At broen bygges.", "Godkendt."]
    assert decision.context == "Havneudvalget · 3. februar 2025 · Bro over åen · Beslutning"
    assert decision.body(source.text) == "At broen bygges.\nGodkendt."
    assert not of_kind(chunks, SectionKind.RECOMMENDATION)
    assert [c.kind for c in chunks] == [SectionKind.MEETING, SectionKind.DECISION, SectionKind.BACKGROUND]


def test_a_recommendation_without_decision_stands_alone(cut: Cut) -> None:
    source = SourceText(minutes([Item("Bro over åen", recommendation="At broen bygges.", decision=None)]))
    (found,) = of_kind(cut(source), SectionKind.RECOMMENDATION)
    assert found.body(source.text) == "At broen bygges."


def test_a_recommendation_too_long_for_one_chunk_goes_on_in_others(cut: Cut) -> None:
    points = "\n".join(f"- at der bygges en bro nummer {number} over åen i år" for number in range(1, 15))
    source = SourceText(
        minutes([Item("Broer", recommendation=points, decision="Godkendt, dog uden nummer 3.")])
    )
    chunks = cut(source)
    (decision,) = of_kind(chunks, SectionKind.DECISION)
    rest = of_kind(chunks, SectionKind.RECOMMENDATION)
    assert "Godkendt, dog uden nummer 3." in decision.body(source.text)
    assert "nummer 1 over" in decision.body(source.text)
    assert rest
    every = decision.body(source.text) + " ".join(c.body(source.text) for c in rest)
    assert all(every.count(f"nummer {number} over") == 1 for number in range(1, 15))


def test_an_earlier_decision_is_a_chunk_of_its_own_body_and_day(cut: Cut) -> None:
    source = SourceText(
        minutes([Item("Bro over åen", decision="Godkendt.", prior=("Byudvalget 4-1-2025", "Anbefales."))])
    )
    chunks = cut(source)
    (earlier,) = of_kind(chunks, SectionKind.PRIOR_DECISION)
    assert earlier.body(source.text) == "Anbefales."
    assert earlier.context.startswith("Byudvalget · 4. januar 2025 · Bro over åen")
    (own,) = of_kind(chunks, SectionKind.DECISION)
    assert "Anbefales" not in own.body(source.text)


def test_a_closed_item_is_its_title(cut: Cut) -> None:
    source = SourceText(minutes([Item("Salg af grund", background="Hemmeligt.", closed=True)]))
    (found,) = [c for c in cut(source) if c.item == 0]
    assert (found.kind, found.body(source.text)) == (SectionKind.OTHER, "Salg af grund")


def test_the_operator_may_keep_the_text_of_closed_items(danish_language: Danish) -> None:
    source = SourceText(minutes([Item("Salg af grund", background="Hemmeligt.", closed=True)]))
    chunks = chunk(source, parse(source), danish_language.sentences, words_of, 60, keep_closed=True)
    assert any("Hemmeligt." in found.body(source.text) for found in chunks)


def test_an_item_without_sections_is_cut_all_the_same(cut: Cut) -> None:
    text = "Punkt 1\n\n" + "Broen er gammel og skal bygges om i år. " * 12
    item = AgendaItem("1", "Punkt 1", Span(0, 7), Span(0, len(text)), None)
    meeting = Meeting(
        MeetingKind.MINUTES, None, None, "Byrådet", date(2025, 1, 2), None, None, Span(0, 0), items=(item,)
    )
    chunks = cut(SourceText(text), meeting)
    assert len(chunks) > 2
    assert {c.item for c in chunks} == {0}


def test_a_title_alone_is_still_a_chunk(cut: Cut) -> None:
    source = SourceText(minutes([Item("Eventuelt om havnen", decision=None), Item("Bro")]))
    (found,) = [c for c in cut(source) if c.item == 0]
    assert found.body(source.text) == "Eventuelt om havnen"


def test_a_document_without_items_is_cut_into_passages(cut: Cut) -> None:
    source = SourceText("Noter fra havnen.\n\n" + "Broen er gammel og skal bygges om. " * 20)
    chunks = cut(source)
    assert len(chunks) > 2
    assert {c.kind for c in chunks} == {SectionKind.PASSAGE}
    assert {c.item for c in chunks} == {None}


def test_the_head_of_the_meeting_holds_who_was_there(cut: Cut) -> None:
    source = SourceText(minutes([Item("Bro")]))
    (head,) = of_kind(cut(source), SectionKind.MEETING)
    assert "Bo Lind (Afbud)" in head.body(source.text)
    assert head.context == "Havneudvalget · 3. februar 2025 · Mødet"


def test_a_list_that_is_cut_takes_its_first_line_along(cut: Cut) -> None:
    listed = "\n".join(f"- punkt {number} som fylder en hel del ord i listen her" for number in range(9))
    source = SourceText(minutes([Item("Bro", background=f"Indledning.\n\nPlanen består af:\n{listed}")]))
    chunks = of_kind(cut(source, most=80), SectionKind.BACKGROUND)
    parts = [c for c in chunks if "- punkt" in c.body(source.text)]
    assert len(parts) > 1
    assert all("Planen består af:" in c.body(source.text) for c in parts)
    assert sum(c.body(source.text).count("- punkt") for c in parts) == 9


def test_a_line_that_announces_what_follows_is_not_left_behind(cut: Cut) -> None:
    body = (
        "Broen er gammel og skal bygges om i det nye år som kommer.\n\nØkonomien i sagen\n\n"
        + "Den koster penge. " * 9
    )
    source = SourceText(minutes([Item("Bro", background=body)]))
    chunks = of_kind(cut(source, target=14), SectionKind.BACKGROUND)
    assert len(chunks) > 1
    assert not any(c.body(source.text).endswith("Økonomien i sagen") for c in chunks)


def test_an_endless_sentence_is_cut_at_words_and_an_endless_word_anywhere(
    cut: Cut, embedder: Embedder
) -> None:
    source = SourceText("ord " * 500 + "\n\n" + "å" * 9000)
    chunks = chunk(
        source, parse(source), lambda text: [(0, len(text))] if text else [], embedder.count_tokens, 64
    )
    assert all(n <= 64 for n in embedder.count_tokens([c.embedded_text(source.text) for c in chunks]))
    covered = sum(len(span) for c in chunks for span in c.spans)
    assert covered >= len(source.text) - len(chunks) * 2 - 2


def test_a_context_longer_than_the_model_reads_is_cut(cut: Cut) -> None:
    text = "x\n\nBroen bygges."
    title = "Meget lang titel " * 60
    item = AgendaItem("1", title, Span(0, 1), Span(0, len(text)), None)
    meeting = Meeting(MeetingKind.MINUTES, None, None, None, None, None, None, Span(0, 0), items=(item,))
    chunks = cut(SourceText(text), meeting)
    assert any("Broen bygges." in c.body(text) for c in chunks)
    assert all(len(c.embedded_text(text).split()) <= 60 for c in chunks)


LINES = """
Punkt 1: Bro|Punkt 2: Lukket: Salg|Punkt 3: Kaj|Indstilling|Beslutning|Godkendt.|25/1001||Bilag
Skoleudvalget 4-10-2023|Forvaltningen foreslår:|- et punkt her|1. et andet punkt|En sætning. Og en til.
Baggrund og vurdering|REFERAT Byrådet d. 03-02-2025|Mødedeltagere Ane Holm
"""
PIECES = st.lists(st.sampled_from(LINES.replace("\n", "|").split("|")) | st.text(max_size=200), max_size=40)


@settings(deadline=None)
@given(PIECES.map("\n".join), st.integers(8, 80), st.integers(4, 60))
def test_any_text_gives_chunks_that_fit(text: str, most: int, target: int) -> None:
    from models.danish import danish

    source = SourceText(text)
    meeting = parse(source)
    chunks = chunk(source, meeting, danish().sentences, words_of, most, target)
    for found in chunks:
        assert found.spans
        assert list(found.spans) == sorted(found.spans)
        assert words_of([found.embedded_text(text)])[0] <= most
        inside = meeting.items[found.item].span if found.item is not None else Span(0, len(text))
        assert all(inside.start <= span.start < span.end <= inside.end for span in found.spans)
        assert all(span.of(text).strip() == span.of(text) for span in found.spans)
    assert {c.item for c in chunks} >= set(range(len(meeting.items)))


@pytest.mark.skipif(not MINUTES.is_dir(), reason="the shared minutes are not here")
def test_real_minutes_lose_no_words_of_their_sections(danish_language: Danish, embedder: Embedder) -> None:
    for path in sorted(MINUTES.glob("*-20*.*")):
        if path.suffix not in {".txt", ".md", ".pdf"}:
            continue
        source = read(path)
        meeting = parse(source)
        most = embedder.max_tokens
        chunks = chunk(source, meeting, danish_language.sentences, embedder.count_tokens, most)
        sizes = embedder.count_tokens([c.embedded_text(source.text) for c in chunks])
        assert max(sizes) <= most
        assert sum(size <= 1.8 * TARGET_TOKENS for size in sizes) > 0.97 * len(sizes)
        covered = {offset for c in chunks for span in c.spans for offset in range(span.start, span.end)}
        for item in meeting.items:
            for section in item.sections:
                missed = [
                    offset
                    for offset in range(section.span.start, section.span.end)
                    if offset not in covered and source.text[offset].isalnum()
                ]
                assert not missed
