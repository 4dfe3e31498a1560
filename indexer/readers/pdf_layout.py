"""Lines with places become a text: paragraphs, headings, and words made whole over line ends.

Type larger or bolder than what most of the document is set in is a heading. A blank line stands where the
lines are further apart than within a paragraph, and between a heading and its text. Lines stay lines:
a wrapped title is for the parser to join.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.readers.hyphenation import Break, Hyphenation
from indexer.readers.pdf_lines import SOFT_BREAK, Line
from indexer.source_text import Heading, SourceText, Span

__all__ = ["laid_out"]

_USUAL_PITCH = 1.2  # line distance over type size, in most typesetting
_WIDEST_PITCH = 1.9  # one and a half lines of a large-pitched font; more is space between paragraphs
_PARAGRAPH_GAP = 1.45  # line distances; half a line more than a line
_HEADING_GROWTH = 1.12  # type size over the body's: 11 over 10 is emphasis, 12 over 10 a heading
_LONGEST_HEADING = 250  # characters
_COLUMN_JUMP = 10  # lines upwards: the text goes on in another column
_DEEPEST_LEVEL = 6
_WELL_FILLED = 0.8  # of the longest line of the page
_HYPHENS = SOFT_BREAK + "-‐"


def laid_out(pages: Sequence[Sequence[Line]], warnings: tuple[str, ...] = ()) -> SourceText:
    """Pages of lines as one text, with the offsets of pages and headings."""
    rows = _rows(pages, _pitch(pages), _levels(pages, _body_type(pages)))
    _rejoin(rows)

    parts: list[str] = []
    starts: list[int] = []
    headings: list[Heading] = []
    length = 0
    for page in rows:
        page_starts = len(starts)
        for row in page:
            line = row.line
            if not line.text:
                continue  # its only word has moved up
            if parts:
                parts.append("\n\n" if row.gap else "\n")
                length += len(parts[-1])
            if len(starts) == page_starts:
                starts.append(length)
            if row.level is not None and len(line.text) <= _LONGEST_HEADING:
                headings.append(Heading(Span(length, length + len(line.text)), row.level))
            parts.append(line.text)
            length += len(line.text)
        if len(starts) == page_starts:
            starts.append(length)
    return SourceText("".join(parts), pages=tuple(starts), headings=tuple(headings), warnings=warnings)


@dataclass(slots=True)
class _Row:
    """A line on its way into the text: its heading level if any, and whether a blank line goes before it."""

    line: Line
    level: int | None
    gap: bool


def _rows(
    pages: Sequence[Sequence[Line]], pitch: float, levels: Mapping[tuple[float, bool], int]
) -> list[list[_Row]]:
    rows: list[list[_Row]] = []
    last: _Row | None = None
    full = 0  # letters in the longest line of the page before
    for page in pages:
        page_rows: list[_Row] = []
        for line in page:
            row = _Row(line, levels.get((line.size, line.bold)), gap=False)
            if last is not None:
                drop = last.line.y - line.y
                elsewhere = not page_rows or drop < -_COLUMN_JUMP * line.size
                if last.level != row.level:
                    row.gap = True
                elif elsewhere:  # a paragraph may run on over the end of a page or column
                    row.gap = not _runs_on(last.line, line, full)
                else:
                    row.gap = drop > _PARAGRAPH_GAP * pitch * max(last.line.size, line.size)
            page_rows.append(row)
            last = row
        rows.append(page_rows)
        full = max((len(line.text) for line in page), default=0)
    return rows


def _runs_on(last: Line, first: Line, full: int) -> bool:
    """Whether a paragraph goes on over a page's end: no full stop, the same type, and a line well filled."""
    return (
        last.text[-1] not in ".:!?"
        and (last.size, last.bold) == (first.size, first.bold)
        and (first.text[0].islower() or last.text[-1] in _HYPHENS or len(last.text) > _WELL_FILLED * full)
    )


def _rejoin(pages: Sequence[Sequence[_Row]]) -> None:
    """Makes words whole that are broken over line ends, by moving the second half up a line."""
    rows = [row for page in pages for row in page]
    pairs = [pair for pair in pairwise(rows) if _is_broken(*pair)]
    halves = [_halves(upper.line.text, lower.line.text) for upper, lower in pairs]
    hyphenation = Hyphenation((row.line.text for row in rows), halves)
    for (upper, lower), (left, right) in zip(pairs, halves, strict=True):
        verdict = hyphenation.of(left, right)
        if verdict is Break.SUSPENDED or not upper.line.text:
            continue
        glue = "-" if verdict is Break.HYPHENATED else ""
        upper.line = replace(upper.line, text=upper.line.text.rstrip(_HYPHENS) + glue + right)
        lower.line = replace(lower.line, text=lower.line.text[len(right) :].lstrip())
    for row in rows:
        row.line = replace(row.line, text=row.line.text.replace(SOFT_BREAK, "-"))


def _is_broken(upper: _Row, lower: _Row) -> bool:
    text, following = upper.line.text, lower.line.text
    if lower.gap or not following[0].isalnum():
        return False
    return text[-1] in _HYPHENS and text.rstrip(_HYPHENS)[-1:].isalnum()


def _halves(upper: str, lower: str) -> tuple[str, str]:
    return upper.rstrip(_HYPHENS).split()[-1], lower.split()[0]


def _body_type(pages: Sequence[Sequence[Line]]) -> tuple[float, bool]:
    """The type that most letters are set in: size in points, and whether it is bold."""
    letters: Counter[tuple[float, bool]] = Counter()
    for page in pages:
        for line in page:
            letters[line.size, line.bold] += len(line.text)
    return letters.most_common(1)[0][0] if letters else (0.0, False)


def _levels(pages: Sequence[Sequence[Line]], body: tuple[float, bool]) -> dict[tuple[float, bool], int]:
    """The heading level of each type that is larger or bolder than the body's; the largest is 1."""
    body_size, body_bold = body
    types = {(line.size, line.bold) for page in pages for line in page}
    marked = [
        (size, bold)
        for size, bold in types
        if size >= body_size * _HEADING_GROWTH or (bold and not body_bold and size >= body_size * 0.95)
    ]
    ordered = sorted(marked, reverse=True)
    return {kind: min(rank, _DEEPEST_LEVEL) for rank, kind in enumerate(ordered, start=1)}


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """The document's line distance over its type size, as it is within paragraphs.

    The lower third and not the middle, since in minutes of short items most distances lie between paragraphs.
    """
    pitches = sorted(
        (upper.y - lower.y) / lower.size
        for page in pages
        for upper, lower in pairwise(page)
        if lower.size > 0 and upper.size == lower.size and 0.8 < (upper.y - lower.y) / lower.size < 4
    )
    return min(pitches[len(pitches) // 3], _WIDEST_PITCH) if pitches else _USUAL_PITCH
