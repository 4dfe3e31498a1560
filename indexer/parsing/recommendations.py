"""Recommendations that no heading announces: "Forvaltningen indstiller til byrådet, at"."""

import re

from indexer.parsing.lines import trimmed
from indexer.source_text import Span

__all__ = ["recommended_in"]

_RECOMMENDS = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ ,&\-]{2,100}?\s+indstiller(?:\s+til\s[^.:]{3,150}?)?"
    r"\s*(?:[,:]\s*)?(?:at\b|følgende\b|\d\s?[.)])"
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
_STILL_POINTS = re.compile(r"(?:[-•–]|\(?[a-zæøå\d]{1,2}[.)])\s|at\b", re.IGNORECASE)


def recommended_in(text: str, span: Span) -> Span | None:
    """The first paragraph of a section that recommends something, with the points below it."""
    gaps = [(gap.start(), gap.end()) for gap in _PARAGRAPH_END.finditer(text, span.start, span.end)]
    for start in (span.start, *(end for _, end in gaps)):
        if _RECOMMENDS.match(text, start, span.end):
            ends = (gap for gap, behind in gaps if gap > start and not _STILL_POINTS.match(text, behind))
            return trimmed(text, start, next(ends, span.end))
    return None
