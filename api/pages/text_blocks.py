"""Stored text into headings and paragraphs with a span of it marked. Nothing is added, moved or left out.

A mark is where its offsets are: in as many pieces as the headings, paragraphs and lines that it runs through.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.source_text import Span

__all__ = ["Block", "Piece", "TextBlocks"]

_LIST_MARK = re.compile(r"\s*(?:[-–•*·]|\(?[0-9]{1,3}[.)](?=\s)|[A-Za-zÆØÅæøå]\)|(?:Ad|At)\s?\d)")
_DOT_LEADER = "...."
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_WRAPPED_SHARE = 0.7
"""A line this long, against the document's longest, was broken for want of room."""
_LONGEST_WRAPPED_LINE = 160
"""Characters: a text with longer lines was not broken into lines at all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are marked, or not; ``opens`` and ``closes`` are the ends of the mark."""

    text: str
    marked: bool
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading: lines that stand under each other, each of pieces."""

    lines: tuple[tuple[Piece, ...], ...]


class TextBlocks:
    """Cuts one text, with at most one span of it marked."""

    def __init__(self, text: str, mark: Span | None = None) -> None:
        self._text = text
        self._mark = _trimmed(text, mark) if mark else None
        longest = max((len(line) for line in text.split("\n") if _DOT_LEADER not in line), default=0)
        self._wrapped = longest * _WRAPPED_SHARE if longest <= _LONGEST_WRAPPED_LINE else float("inf")

    @property
    def marks(self) -> bool:
        """Whether there is anything to mark."""
        return self._mark is not None

    def holds_mark(self, span: Span) -> bool:
        """Whether the mark lies in a span, or a part of it does."""
        return self._mark is not None and self._mark.start < span.end and span.start < self._mark.end

    def paragraphs(self, span: Span) -> tuple[Block, ...]:
        """The paragraphs of a span; they are parted by blank lines."""
        found = []
        start = span.start
        for gap in _BLANK_LINES.finditer(self._text, span.start, span.end):
            found.append(Span(start, gap.start()))
            start = gap.end()
        found.append(Span(start, span.end))
        return tuple(self.block(part) for part in found if part.of(self._text).strip())

    def block(self, span: Span) -> Block:
        """One paragraph. Lines that were only wrapped flow together."""
        return Block(tuple(self._pieces(line) for line in self._lines(span)))

    def heading(self, span: Span) -> Block:
        """A heading, on one line."""
        return Block((self._pieces(span),))

    def _lines(self, span: Span) -> Iterator[Span]:
        start = span.start
        while start < span.end:
            end = self._text.find("\n", start, span.end)
            while end != -1 and self._flows_on(start, end, span.end):
                end = self._text.find("\n", end + 1, span.end)
            end = span.end if end == -1 else end
            if self._text[start:end].strip():
                yield Span(start, end)
            start = end + 1

    def _flows_on(self, start: int, end: int, last: int) -> bool:
        begun = self._text.rfind("\n", start, end) + 1 or start
        return end - begun >= self._wrapped and not _LIST_MARK.match(self._text, end + 1, last)

    def _pieces(self, line: Span) -> tuple[Piece, ...]:
        mark = self._mark
        if mark is None or mark.end <= line.start or line.end <= mark.start:
            return (Piece(line.of(self._text), marked=False),)
        first, last = max(mark.start, line.start), min(mark.end, line.end)
        pieces = (
            Piece(self._text[line.start : first], marked=False),
            Piece(self._text[first:last], True, opens=first == mark.start, closes=last == mark.end),
            Piece(self._text[last : line.end], marked=False),
        )
        return tuple(piece for piece in pieces if piece.text)


def _trimmed(text: str, mark: Span) -> Span | None:
    """The mark without white space at its ends, so that its ends are in words; ``None`` outside the text."""
    if mark.end > len(text) or not mark.of(text).strip():
        return None
    words = mark.of(text)
    start = mark.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
