"""Recommendations that no heading announces: "Forvaltningen indstiller til byrådet, at"."""

import re

from indexer.parsing.lines import trimmed
from indexer.source_text import Span

__all__ = ["recommended_in"]

_WHO = r"[A-ZÆØÅ][\wæøåÆØÅ ,&\-]{2,100}?"
_OFFICE = r"(?i:(?:direktion|administration|[\wæøå]*(?:forvaltning|afdeling|direktør|chef))(?:en)?)"
_RECOMMENDS = re.compile(
    rf"{_WHO}\s+(?i:indstiller)(?:\s+til\s[^.:]{{3,150}}?)?\s*(?:[,:]\s*)?(?:at\b|følgende\b|\d\s?[.)])"
)
"""How a paragraph begins that recommends something."""
_ANNOUNCED = re.compile(
    rf"^[ \t]*(?:(?i:det) (?i:indstilles|anbefales|foreslås)|{_OFFICE} (?i:indstiller|anbefaler|foreslår))"
    r"(?: til [^.:\n]{3,150})?(?:,? at)?[,:]?[ \t]*\n\s*(?:[-•–*]|\(?[a-zæøå\d]{1,2}[.)]\s|at\b)",
    re.MULTILINE,
)
"""A line of its own above the points of a recommendation: "Det anbefales", "Administrationen foreslår:"."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
_STILL_POINTS = re.compile(r"(?:[-•–]|\(?[a-zæøå\d]{1,2}[.)])\s|at\b", re.IGNORECASE)


def recommended_in(text: str, span: Span) -> Span | None:
    """The first paragraph or line of a section that recommends something, with the points below it."""
    gaps = [(gap.start(), gap.end()) for gap in _PARAGRAPH_END.finditer(text, span.start, span.end)]
    for start in (span.start, *(end for _, end in gaps)):
        if _RECOMMENDS.match(text, start, span.end):
            ends = (gap for gap, behind in gaps if gap > start and not _STILL_POINTS.match(text, behind))
            return trimmed(text, start, next(ends, span.end))
    announced = _ANNOUNCED.search(text, span.start, span.end)
    if announced:
        ends = (
            gap for gap, behind in gaps if gap >= announced.end() and not _STILL_POINTS.match(text, behind)
        )
        return trimmed(text, announced.start(), next(ends, span.end))
    return None
