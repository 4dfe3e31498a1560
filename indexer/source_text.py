"""What every reader gives and every parser takes: the text of a document, with its pages.

All offsets in the project are character offsets (Python ``str`` indices) into ``SourceText.text``
as it is stored, so that ``text[start:end]`` is the one definition of a quote.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

__all__ = ["Heading", "SourceText", "Span", "fold"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open slice ``text[start:end]`` of a document's stored text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice itself, untouched."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the format itself marks as a heading (``level`` 1 is the highest).

    An empty span is a section break without words, as portal pages have them.
    """

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """The readable text of one file, lines separated by ``\\n``.

    ``pages`` holds the offset where each page begins (``pages[0] == 0``); it is empty for formats
    without pages. ``headings`` is in text order and empty for formats that mark none. ``warnings``
    says, in Danish, what the reader was unsure of. ``links`` holds (offset of an item's heading line,
    its address on the portal it came from). ``enclosed`` holds the offsets at which the texts of
    attachments begin, behind the document's own; each counts its pages from 1. ``ocr_pages`` are the
    places in ``pages``, from 1, of those whose words were recognised in a picture and may be misread.
    """

    text: str
    pages: tuple[int, ...] = ()
    headings: tuple[Heading, ...] = ()
    warnings: tuple[str, ...] = ()
    links: tuple[tuple[int, str], ...] = ()
    enclosed: tuple[int, ...] = ()
    ocr_pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The 1-based page number at a character offset; ``None`` where the format has no pages."""
        part = bisect_right(self.enclosed, offset)
        begins = self.enclosed[part - 1] if part else 0
        return bisect_right(self.pages, offset) - bisect_left(self.pages, begins) or None


def fold(text: str) -> str:
    """White-space runs folded to one space, ends trimmed: the only change a quote ever sees."""
    return " ".join(text.split())
