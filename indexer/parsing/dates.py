"""Dates as the heads of minutes and the headings of decisions write them.

Only whole dates (day, month and year), also where they stand glued to a word, as headings stretched over a
line have them; what people ask about is read by ``models`` instead.
"""

import re
from datetime import date, time

from models.months import MONTH_NAMES as MONTHS
from models.months import MONTHS as MONTH_NUMBERS

__all__ = ["DATE", "MONTHS", "find_date", "find_time"]

_MONTH = "|".join(rf"{name}\.?" for name in sorted(MONTH_NUMBERS, key=len, reverse=True))

DATE = (
    rf"(?:\d{{1,2}}\.?\s*(?:{_MONTH}),?\s+\d{{4}}"
    r"|\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{2}(?!\d)|\d{4}-\d{2}-\d{2})"
)
"""A whole date, without groups: "09. oktober 2023", "4-10-2023", "18.08.2025", "23/9-25", "2025-09-01"."""

_WORDS = re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s*({_MONTH}),?\s+(\d{{4}})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}}),\s*(\d{{4}})", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![\d.])(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TIME = re.compile(
    r"(?:\bkl(?:okken|\.)?\s*(?=\d{1,2}(?:\s?[:.]\s?\d{2}|(?!\d)))"
    r"|(?:^tid(?:spunkt)?\s*:\s*|\d{4}(?:\s+[–-])?\s+)(?=\d{1,2}[:.]\d{2}(?!\d)))"
    r"(\d{1,2})(?:\s?[:.]\s?(\d{2}))?(?!\d)",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[date, int, int] | None:
    """The first whole date in ``text`` with its offsets; ``None`` if there is none that exists."""
    found: list[tuple[int, int, date]] = []
    for pattern, order in ((_WORDS, "dmy"), (_MONTH_FIRST, "mdy"), (_FIGURES, "dmy"), (_ISO, "ymd")):
        for match in pattern.finditer(text):
            part = dict(zip(order, match.groups(), strict=True))
            year, month, day = (_number(part[letter]) for letter in "ymd")
            try:
                found.append((match.start(), match.end(), date(_century(year), month, day)))
            except ValueError:
                continue  # 31-02-2023 and the like: not a date
            break
    if not found:
        return None
    start, end, day_found = min(found)
    return day_found, start, end


def find_time(text: str) -> time | None:
    """The first time of day written as ``kl. 16:30``, ``kl. 15.45``, ``kl. 17``; ``18:00`` behind a year."""
    for match in _TIME.finditer(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def _number(written: str) -> int:
    """A day, year or month in figures, or a month by its name; 0 for a name that is none."""
    return int(written) if written.isdigit() else MONTH_NUMBERS.get(written.lower().rstrip("."), 0)


def _century(year: int) -> int:
    return year if year >= 100 else 2000 + year
