"""PDF: the text layer, page by page, laid out as lines and paragraphs.

PDFium gives letters with places. From those come the blank lines between paragraphs, the headings (larger or
bolder than what most of the document is set in), the page headers to leave out, and words made whole over
line ends. Lines stay lines: a wrapped title is for the parser to join.
"""

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from indexer.errors import UnreadableDocument
from indexer.readers.hyphenation import Break, Hyphenation
from indexer.readers.pdf_lines import SOFT_BREAK, Line, Page, page_of
from indexer.readers.running_lines import without_running_lines
from indexer.source_text import Heading, SourceText, Span

__all__ = ["MAX_PAGES", "read"]

MAX_PAGES = 2000
"""Longest document taken in; a council's budget meeting with everything bound in stays below 1,500 pages."""

_MAX_CHARACTERS = 20_000_000  # no real minutes come near: 2,000 full pages hold 8 million
_PDFIUM = threading.Lock()  # PDFium may only be used by one thread at a time
_OCR_FIRST = "run OCR first, e.g. ocrmypdf -l dan"

_USUAL_PITCH = 1.2  # line distance over type size, in most typesetting
_WIDEST_PITCH = 1.9  # one and a half lines of a large-pitched font; more is space between paragraphs
_PARAGRAPH_GAP = 1.45  # line distances; half a line more than a line
_HEADING_GROWTH = 1.12  # type size over the body's: 11 over 10 is emphasis, 12 over 10 a heading
_LONGEST_HEADING = 250  # characters
_DEEPEST_LEVEL = 6
_WELL_FILLED = 0.8  # of the longest line of the page
_HYPHENS = SOFT_BREAK + "-‐"


def read(data: bytes) -> SourceText:
    """The text of a PDF. Raises ``UnreadableDocument`` for damage, a password, or a scan without text."""
    with _PDFIUM:
        pages, warnings = _pages(data)
    if not any(page.lines for page in pages):
        raise UnreadableDocument(f"no text layer: {_OCR_FIRST}")
    return _laid_out(without_running_lines(pages), warnings)


def _pages(data: bytes) -> tuple[list[Page], tuple[str, ...]]:
    """All pages; one that is damaged counts as empty and is warned of."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(_why(error, data)) from None
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableDocument(f"more than {MAX_PAGES} pages: split it by meeting")
        pages: list[Page] = []
        damaged: list[int] = []
        scanned: list[int] = []
        characters = 0
        for number in range(len(document)):
            page, is_scan = _page(document, number)
            pages.append(page or Page())
            if page is None:
                damaged.append(number + 1)
            elif is_scan:
                scanned.append(number + 1)
            characters += sum(len(line.text) for line in pages[-1].lines)
            if characters > _MAX_CHARACTERS:
                raise UnreadableDocument("more text than any minutes hold: split it by meeting")
    finally:
        document.close()
    if len(damaged) == len(pages):
        raise UnreadableDocument("every page is damaged: open it in a PDF program and save it again")
    return pages, _warnings(damaged, scanned)


def _page(document: pdfium.PdfDocument, number: int) -> tuple[Page | None, bool]:
    """One page and whether it is a picture without text; ``None`` for a damaged page."""
    try:
        handle = document[number]
    except pdfium.PdfiumError:
        return None, False
    try:
        page = page_of(handle)
        return page, not page.lines and _has_picture(handle)
    except pdfium.PdfiumError:
        return None, False
    finally:
        handle.close()


def _has_picture(handle: pdfium.PdfPage) -> bool:
    return any(True for _ in handle.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _why(error: pdfium.PdfiumError, data: bytes) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return "protected by a password: save a copy without one"
    if b"%PDF-" not in data[:1024]:
        return "its name says PDF but its content is not: export it again"
    return "the PDF is damaged: open it in a PDF program and save it again"


def _warnings(damaged: Sequence[int], scanned: Sequence[int]) -> tuple[str, ...]:
    warnings = []
    if damaged:
        warnings.append(f"{_numbered(damaged)} er beskadiget og kunne ikke læses.")
    if scanned:
        warnings.append(f"{_numbered(scanned)} er et billede uden tekst og kan ikke søges i.")
    return tuple(warnings)


def _numbered(pages: Sequence[int]) -> str:
    listed = ", ".join(map(str, pages[:10])) + (" m.fl." if len(pages) > 10 else "")
    return f"Side {listed}"


def _laid_out(pages: Sequence[Sequence[Line]], warnings: tuple[str, ...]) -> SourceText:
    """Pages of lines as one text, with the offsets of pages and headings."""
    body = _body_type(pages)
    pitch = _pitch(pages)
    levels = _levels(pages, body)
    rows = _rows(pages, pitch)
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
            level = levels.get((line.size, line.bold))
            if level is not None and len(line.text) <= _LONGEST_HEADING:
                headings.append(Heading(Span(length, length + len(line.text)), level))
            parts.append(line.text)
            length += len(line.text)
        if len(starts) == page_starts:
            starts.append(length)
    return SourceText("".join(parts), pages=tuple(starts), headings=tuple(headings), warnings=warnings)


class _Row:
    """A line on its way into the text, and whether a blank line goes before it."""

    __slots__ = ("gap", "line")

    def __init__(self, line: Line, gap: bool) -> None:
        self.line = line
        self.gap = gap


def _rows(pages: Sequence[Sequence[Line]], pitch: float) -> list[list[_Row]]:
    rows: list[list[_Row]] = []
    last: Line | None = None
    full = 0  # letters in the longest line of the page before
    for page in pages:
        page_rows: list[_Row] = []
        for line in page:
            if last is None:
                gap = False
            elif not page_rows:  # a paragraph may run on over the page's end
                gap = not _runs_on(last, line, full)
            else:
                gap = last.y - line.y > _PARAGRAPH_GAP * pitch * max(last.size, line.size)
            page_rows.append(_Row(line, gap))
            last = line
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
