"""Finds what a text mentions by rule: dates, times, sums of money, percents, numbers, cases, laws.

One row of ``PATTERNS`` per written form, in order of precedence: where two forms claim the same
characters the earlier row wins. A form that looks right but means nothing (31 February) is passed on
to the rows after it.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from models.months import MONTHS

__all__ = ["MONTHS", "Mention", "MentionKind", "find_mentions"]


class MentionKind(StrEnum):
    """What is mentioned, and what ``Mention.value`` then is.

    - ``DATE``, ``MONTH`` (or a quarter or half-year), ``YEAR``: the first and the last day, two ``date``
    - ``DAY``: a date or month without its year, ``(month, day)`` with ``None`` for no day
    - ``TIME``: ``datetime.time``
    - ``MONEY``: kroner, ``Decimal``; ``PERCENT`` and ``COUNT``: ``Decimal``
    - ``CASE_NO``: the number, upper case, without white space
    - ``LAW``: the sections, such as ``("85", "86a")``
    """

    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    DAY = "day"
    TIME = "time"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    CASE_NO = "case_no"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` mentions ``value``; see ``MentionKind`` for its type."""

    kind: MentionKind
    start: int
    end: int
    value: object


def find_mentions(text: str) -> list[Mention]:
    """Every mention in a text, in order, none overlapping another."""
    found: list[Mention] = []
    taken = bytearray(len(text))
    for kind, pattern, read in PATTERNS if _DIGIT.search(text) else _WITHOUT_DIGITS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if taken.find(1, start, end) < 0 and (value := read(match)) is not None:
                found.append(Mention(kind, start, end, value))
                taken[start:end] = b"\x01" * (end - start)
    found.sort(key=lambda mention: mention.start)
    return found


Period = tuple[date, date]

SCALES = {
    "t": 1_000,
    "tusind": 1_000,
    "tusinde": 1_000,
    "mio": 1_000_000,
    "million": 1_000_000,
    "millioner": 1_000_000,
    "mia": 1_000_000_000,
    "mrd": 1_000_000_000,
    "milliard": 1_000_000_000,
    "milliarder": 1_000_000_000,
}


def _number(text: str) -> Decimal:
    """``1.234,5`` as Danish writes it; a point that does not part thousands is a decimal point."""
    if re.fullmatch(r"-?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?", text):
        text = re.sub(r"[.\s]", "", text)
    return Decimal(text.replace(",", "."))


def _amount(match: re.Match[str]) -> Decimal:
    """The number of a match, multiplied by its mio. or t."""
    return _number(match["n"]) * SCALES.get((match["scale"] or "").lower(), 1)


def _percent(match: re.Match[str]) -> Decimal:
    return _number(match["n"])


def _year(text: str) -> int:
    """A year of two digits lies between 1970 and 2069."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _plain(name: str) -> str:
    """A month's name in small letters; matching without case also takes the long s of "auguſt"."""
    return name.lower().replace("ſ", "s")


def _months(year: int, first: int, count: int) -> Period:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS[_plain(name)]


def _date(match: re.Match[str]) -> Period | None:
    year, month, day = _year(match["y"]), _month_number(match["m"]), int(match["d"])
    return (date(year, month, day), date(year, month, day)) if _exists(year, month, day) else None


def _day(match: re.Match[str]) -> tuple[int, int | None] | None:
    month, day = _month_number(match["m"]), int(match["d"])
    return (month, day) if _exists(2000, month, day) else None


def _month_of_some_year(match: re.Match[str]) -> tuple[int, int | None]:
    return MONTHS[_plain(match["m"])], None


def _month(match: re.Match[str]) -> Period:
    return _months(int(match["y"]), MONTHS[_plain(match["m"])], 1)


def _part_of_year(match: re.Match[str]) -> Period | None:
    ordinal = {"første": 1, "andet": 2, "tredje": 3, "fjerde": 4}.get(match["nth"].lower())
    number = ordinal or int(match["nth"])
    length = 3 if match["part"].lower().startswith("k") else 6
    return _months(int(match["y"]), (number - 1) * length + 1, length) if number * length <= 12 else None


def _whole_year(match: re.Match[str]) -> Period:
    return _months(int(match[0]), 1, 12)


def _time(match: re.Match[str]) -> time | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _case_no(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match[0]).upper()


def _law(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.sub(r"\s", "", section).lower() for section in re.findall(_SECTION, match["sections"]))


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.VERBOSE)


_BEFORE = r"(?<![\w.,/§-])"
_AFTER = r"(?!\w|[-/]\w|[.,]\d)"
_MONTH_NAME = r"(?P<m>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_FULL_YEAR = r"(?:19|20)[0-9]{2}"
_NUMBER = r"[0-9]{1,3}(?:[.\u00a0\u202f][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
_SPACED = r"[0-9]{1,3}(?:[ ][0-9]{3})+(?:,[0-9]+)?"
_SCALE = r"(?:\s?(?P<scale>mio|mia|mrd|million(?:er)?|milliard(?:er)?|tusinde?|t)\b\.?)"
_SECTION = r"[0-9]+(?:[a-zæøå]\b|\s[a-hj-z]\b)?"
"""An "i" behind the number is the preposition: § 85 i serviceloven."""

PATTERNS: tuple[tuple[MentionKind, re.Pattern[str], Callable[[re.Match[str]], object]], ...] = (
    # § 85, stk. 2, nr. 3 · §§ 85 og 86 a
    (
        MentionKind.LAW,
        _pattern(
            rf"""§{{1,2}}\s?(?P<sections>{_SECTION}(?:(?:,\s|\s?[-–]\s?|\s(?:og|eller|samt)\s)(?:§\s?)?{_SECTION})*)
            (?:,?\sstk\.?\s?[0-9]+)?(?:,?\snr\.?\s?[0-9]+)?"""
        ),
        _law,
    ),
    # 00.22.04-P35-1-24 · EMN-2025-003383
    (
        MentionKind.CASE_NO,
        _pattern(
            rf"{_BEFORE}[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}-[a-zæøå][0-9]{{2}}-[0-9]+-[0-9]{{2}}{_AFTER}"
        ),
        _case_no,
    ),
    (
        MentionKind.CASE_NO,
        _pattern(rf"{_BEFORE}[a-zæøå]{{1,5}}-?{_FULL_YEAR}-[0-9]{{3,7}}{_AFTER}"),
        _case_no,
    ),
    # 2025-09-01 · 4-10-2023 · 18.08.2025 · 23/9-25 · 9/10 2023
    (
        MentionKind.DATE,
        _pattern(rf"{_BEFORE}(?P<y>{_FULL_YEAR})-(?P<m>[0-9]{{2}})-(?P<d>[0-9]{{2}})(?!\d|-\d)"),
        _date,
    ),
    (
        MentionKind.DATE,
        _pattern(
            rf"""(?:\b(?:den|d\.)\s?|{_BEFORE})(?P<d>[0-9]{{1,2}})\s?(?P<sep>[-./])\s?(?P<m>[0-9]{{1,2}})
            \s?(?:(?P=sep)|[-/])\s?(?P<y>{_FULL_YEAR}|[0-9]{{2}}){_AFTER}"""
        ),
        _date,
    ),
    (
        MentionKind.DATE,
        _pattern(
            rf"(?:\b(?:den|d\.)\s?|{_BEFORE})(?P<d>[0-9]{{1,2}})/(?P<m>[0-9]{{1,2}})\s(?P<y>{_FULL_YEAR}){_AFTER}"
        ),
        _date,
    ),
    # d. 9. oktober 2023 · 09. okt. 2023
    (
        MentionKind.DATE,
        _pattern(
            rf"(?:\b(?:den|d\.)\s?|{_BEFORE})(?P<d>[0-9]{{1,2}})\.?\s?{_MONTH_NAME},?\s?(?P<y>{_FULL_YEAR}){_AFTER}"
        ),
        _date,
    ),
    # oktober 2023 · 2. kvartal 2024 · første halvår 2024
    (MentionKind.MONTH, _pattern(rf"\b{_MONTH_NAME},?\s(?P<y>{_FULL_YEAR}){_AFTER}"), _month),
    (
        MentionKind.MONTH,
        _pattern(
            rf"""\b(?P<nth>[1-4]|første|andet|tredje|fjerde)\.?\s(?P<part>kvartal|halvår)\s(?:i\s|af\s)?
            (?P<y>{_FULL_YEAR}){_AFTER}"""
        ),
        _part_of_year,
    ),
    # den 9. oktober · i oktober
    (
        MentionKind.DAY,
        _pattern(rf"(?:\b(?:den|d\.)\s?|{_BEFORE})(?P<d>[0-9]{{1,2}})\.\s?{_MONTH_NAME}(?!\w)"),
        _day,
    ),
    (MentionKind.DAY, _pattern(r"\b(?:den|d\.)\s?(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})(?![\w/-])"), _day),
    (
        MentionKind.DAY,
        _pattern(rf"(?<=\bi\s){_MONTH_NAME}(?!\w)"),
        _month_of_some_year,
    ),
    # 2015-004285 · 25/26257
    (
        MentionKind.CASE_NO,
        _pattern(rf"{_BEFORE}(?!{_FULL_YEAR}-{_FULL_YEAR}\b){_FULL_YEAR}-[0-9]{{4,6}}{_AFTER}"),
        _case_no,
    ),
    (MentionKind.CASE_NO, _pattern(rf"{_BEFORE}[0-9]{{2}}/[0-9]{{3,6}}{_AFTER}"), _case_no),
    # kl. 16.30-18.00 · klokken 9 · 16:30
    (
        MentionKind.TIME,
        _pattern(r"\bkl(?:\.|okken)?\s?(?P<h>[0-9]{1,2})(?:[.:](?P<min>[0-9]{2}))?(?!\w|[.,:]\d)"),
        _time,
    ),
    (
        MentionKind.TIME,
        _pattern(r"(?<![\w.,:])(?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?!\w|[.,:]\d)"),
        _time,
    ),
    (
        MentionKind.TIME,
        _pattern(r"(?<=[0-9][.:][0-9]{2}[-–])(?P<h>[0-9]{1,2})[.:](?P<min>[0-9]{2})(?!\w|[.,:]\d)"),
        _time,
    ),
    # 3,5 mio. kr. · kr. 500 · 10 000 kroner · 1.200,-
    (
        MentionKind.MONEY,
        _pattern(rf"{_BEFORE}(?P<n>-?(?:{_SPACED}|{_NUMBER})){_SCALE}?\s?(?:kroner|kr|dkk)\b\.?"),
        _amount,
    ),
    (
        MentionKind.MONEY,
        _pattern(rf"\b(?:kr\.?|dkk)\s?(?P<n>-?(?:{_SPACED}|{_NUMBER})){_SCALE}?(?:,-)?{_AFTER}"),
        _amount,
    ),
    (MentionKind.MONEY, _pattern(rf"{_BEFORE}(?P<n>{_NUMBER}){_SCALE}?,-"), _amount),
    # 12,5 % · 12 pct. · 3 procentpoint
    (
        MentionKind.PERCENT,
        _pattern(rf"{_BEFORE}(?P<n>-?(?:{_NUMBER}))\s?(?:%|(?:pct|procent(?:point)?)\b\.?)"),
        _percent,
    ),
    # 2023 · 2026-2029 (twice)
    (MentionKind.YEAR, _pattern(rf"(?<![\w.,/§]){_FULL_YEAR}(?!\w|[.,]\d)"), _whole_year),
    # 42 · 1.234 · 3,5 mio.
    (MentionKind.COUNT, _pattern(rf"(?<![\w.,/§])(?P<n>{_NUMBER}){_SCALE}?(?!\w|/\d|[.,]\d)"), _amount),
)

_DIGIT = re.compile(r"[0-9]")
_WITHOUT_DIGITS = tuple(row for row in PATTERNS if row[2] is _month_of_some_year)
"""All else that can be mentioned holds a digit; most sentences hold none."""
