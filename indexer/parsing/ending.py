"""When a meeting ended: a line below the items, or the head's "kl. 17.00 - 19.30"."""

import re

from indexer.source_text import Span

__all__ = ["find_ending"]

_ENDED = re.compile(
    r"^.{0,60}\b(?:slut(?:tede|tet|tidspunkt)?|hævet|hævede|afsluttet|færdig)\b"
    r"(?:.{0,40}?(?:\bkl\.? ?\d|\d[.:]\d\d)|\W{0,3}\n\s*.{0,12}?\d\d[.:]\d\d).*$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM_TO = re.compile(r"\d{1,2}[.:]\d\d ?(?:-|–|til) ?(?:kl\.? ?)?\d{1,2}[.:]\d\d")


def find_ending(text: str, dated: Span | None) -> Span | None:
    """The line (or label and value) of ``text`` that says it; else ``dated``, if both hours stand there."""
    told = _ENDED.search(text)
    if told:
        return Span(told.start(), told.end())
    return dated if dated and _FROM_TO.search(dated.of(text)) else None
