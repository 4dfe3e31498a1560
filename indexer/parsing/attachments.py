"""The papers listed with an item, one a line; wrapped lines joined."""

import re

from indexer.minutes import Attachment
from indexer.parsing.layouts import NOISE
from indexer.parsing.sections import FoundSection
from indexer.source_text import SourceText, Span, fold

__all__ = ["find_attachments"]

_START = re.compile(
    r"^(?:[-•–*]\s*)?(?:(?:Åben |Lukket )?Bilag\s*(?P<number>\d+\w?)|(?P<document>\d{4}[-–]\d{3,})\s*[-–])",
    re.IGNORECASE,
)
_NONE = re.compile(r"^(?:ingen|intet|ingen bilag|-)\.?$", re.IGNORECASE)


def find_attachments(source: SourceText, found: FoundSection) -> list[Attachment]:
    """The attachments of one section; where some lines are numbered, unnumbered ones continue them."""
    span = found.section.span
    lines: list[tuple[int, str]] = []
    offset = span.start
    for raw in span.of(source.text).split("\n"):
        text = raw.strip()
        text = text.removeprefix("- ").strip()
        if text and not _NONE.match(text) and not NOISE.match(text):
            lines.append((offset + raw.index(text), text))
        offset += len(raw) + 1
    wrapped = sum(bool(_START.match(text)) for _, text in lines) > len(lines) / 3
    blocks: list[tuple[int, int]] = []
    for start, text in lines:
        joined = blocks and source.text[blocks[-1][1] : start].count("\n") == 1
        if wrapped and joined and not _START.match(text):
            blocks[-1] = (blocks[-1][0], start + len(text))
        else:
            blocks.append((start, start + len(text)))
    attachments = []
    for start, end in blocks:
        title = fold(source.text[start:end])
        match = _START.match(title)
        number = (match["number"] or match["document"]) if match else None
        attachments.append(Attachment(title, Span(start, end), number))
    return attachments
