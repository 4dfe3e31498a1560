"""The text of a document as lines with their offsets: what every step of the parser walks over."""

from collections import deque
from dataclasses import dataclass

from indexer.source_text import SourceText, Span

__all__ = ["Line", "lines_of", "trimmed"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line, ends trimmed. ``level`` is that of a heading the format marks, else 0.

    A ``section_break`` is an empty heading: a new section begins here without a name.
    """

    start: int
    end: int
    text: str
    level: int = 0
    section_break: bool = False

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text


def lines_of(source: SourceText) -> list[Line]:
    """Every line in order, blank ones too; a section break comes before the line it stands at."""
    levels = {heading.span.start: heading.level for heading in source.headings if len(heading.span)}
    breaks = deque(sorted(heading.span.start for heading in source.headings if not len(heading.span)))
    found: list[Line] = []
    offset = 0
    for raw in source.text.split("\n"):
        text = raw.strip()
        start = offset + (len(raw) - len(raw.lstrip()) if text else 0)
        while breaks and breaks[0] <= start:
            breaks.popleft()
            found.append(Line(start, start, "", section_break=True))
        level = levels.get(start, 0) or levels.get(offset, 0)
        found.append(Line(start, start + len(text), text, level))
        offset += len(raw) + 1
    return found


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty (at ``start``) when nothing is left."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    if lead == len(piece):
        return Span(start, start)
    return Span(start + lead, start + len(piece.rstrip()))
