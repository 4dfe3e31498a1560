"""When a meeting ended: a line below the items, or the head's "kl. 17.00 - 19.30"."""

import re

from indexer.source_text import Span

__all__ = ["find_ending", "without_ending"]

_CLOCK = r"(?<![\d.,-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?(?![\d.]*\d)"
_ENDED = re.compile(
    r"^(?:"
    rf".{{0,60}}\b(?:møde\w*|dagsorden\w*)\b.{{0,40}}\b(?:slut(?:tede|tet)?|hævet|hævede|afsluttet|færdig)\b"
    rf".{{0,40}}?(?:\bkl\.? ?\d|{_CLOCK}).*"
    rf"|[^\w\n]{{0,3}}(?:mødet )?(?:slut(?:tede|tidspunkt)?|hævet)\b.{{0,40}}?(?:\bkl\.? ?\d|{_CLOCK}).*"
    rf"|[^\w\n]{{0,3}}slut(?:tidspunkt)?\W{{0,3}}\n\s*.{{0,12}}?{_CLOCK}.*"
    r")$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM_TO = re.compile(rf"{_CLOCK} ?(?:-|–|til) ?(?:kl\.? ?)?(?:[01]?\d|2[0-3])[.:][0-5]\d")


_LAST_LINE = re.compile(
    r"\n\s*\n[^\w\n]*mødet? (?:(?:blev|er) )?(?:slut(?:tede|tet)?|hæve(?:t|des)|afslutte(?:t|des))\b"
    r"[^\n]{0,60}\d[^\n]{0,20}$",
    re.IGNORECASE,
)


def without_ending(text: str) -> str:
    """An item's text without a last line, behind a blank one, that says when the meeting ended."""
    return _LAST_LINE.sub("", text)


def find_ending(text: str, dated: Span | None) -> Span | None:
    """The line (or label and value) of ``text`` that says it; else ``dated``, if both hours stand there."""
    told = _ENDED.search(text)
    if told:
        return Span(told.start(), told.end())
    return dated if dated and _FROM_TO.search(dated.of(text)) else None
