"""Puts a text together block by block and keeps count of where its headings and links came to stand.

The readers of marked-up formats share it, so that all of them lay out a page alike: a blank line between
blocks, list items on lines of their own, headings on one line.
"""

from indexer.readers.cleaning import clean
from indexer.source_text import Heading, SourceText, Span, fold

__all__ = ["Composer"]


class Composer:
    """Blocks in, one ``SourceText`` out. A block without words leaves no trace."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._headings: list[Heading] = []
        self._links: list[tuple[int, str]] = []
        self._break: int | None = None
        self._after_tight = False

    def block(self, text: str, *, tight: bool = False, link: str | None = None) -> None:
        """A paragraph or list item; a ``tight`` one follows another tight one without a blank line."""
        lines = [line.rstrip() for line in clean(text).replace("\f", "\n").split("\n")]
        self._append("\n".join(lines).strip("\n"), tight=tight, link=link)

    def heading(self, text: str, level: int, *, link: str | None = None) -> None:
        """A heading on a line of its own, ``level`` 1 to 6; without words it is a break between sections."""
        text = fold(clean(text))
        if not text:
            self._break = level
            return
        self._break = None  # the heading itself breaks
        start = self._append(text, tight=False, link=link)
        self._headings.append(Heading(Span(start, start + len(text)), level))

    def gap(self) -> None:
        """A blank line before the next block, even if both are tight."""
        self._after_tight = False

    def source(self, warnings: tuple[str, ...] = ()) -> SourceText:
        """What has been put together so far."""
        return SourceText(
            "".join(self._parts), headings=tuple(self._headings), warnings=warnings, links=tuple(self._links)
        )

    def _append(self, text: str, *, tight: bool, link: str | None) -> int:
        if not text.strip():
            return self._length
        if self._parts:
            close = tight and self._after_tight and self._break is None
            self._add("\n" if close else "\n\n")
            if self._break is not None:  # on the blank line, so that it lies on no block's own line
                self._headings.append(Heading(Span(self._length - 1, self._length - 1), self._break))
        self._break, self._after_tight = None, tight
        start = self._length
        self._add(text)
        if link is not None:
            self._links.append((start, link))
        return start

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
