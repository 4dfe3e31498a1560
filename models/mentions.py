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

__all__ = ["Mention", "MentionKind", "find_mentions"]


class MentionKind(StrEnum):
    """What is mentioned, and in brackets what ``Mention.value`` then is.

    - ``DATE``, ``MONTH``, ``YEAR``: (first, last) day, a pair of ``datetime.date``
    - ``TIME``: ``datetime.time``
    - ``MONEY``: kroner, ``Decimal``; ``PERCENT`` and ``COUNT``: ``Decimal``
    - ``CASE_NO``: the number as ``str``, upper case, without white space
    - ``LAW``: the sections, a tuple of ``str`` such as ``("85", "86a")``
    """

    DATE = "date"
    MONTH = "month"
    YEAR = "year"
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
    for kind, pattern, read in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            value = read(match)
            if value is not None:
                found.append(Mention(kind, start, end, value))
                taken[start:end] = b"\x01" * (end - start)
    found.sort(key=lambda mention: mention.start)
    return found


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jan",
            "februar febr feb",
            "marts mar",
            "april apr",
            "maj",
            "juni jun",
            "juli jul",
            "august aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

SCALES = {
    "": 1,
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
    if re.fullmatch(r"-?\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?", text):
        text = re.sub(r"[. \u00a0]", "", text)
    return Decimal(text.replace(",", "."))


def _year(text: str) -> int:
    """A year of two digits lies between 1970 and 2069."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def _day(year: int, month: int, day: int) -> tuple[date, date] | None:
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day), date(year, month, day)


def _read_date(match: re.Match[str]) -> tuple[date, date] | None:
    return _day(_year(match["y"]), int(match["m"]), int(match["d"]))


def _read_named_date(match: re.Match[str]) -> tuple[date, date] | None:
    return _day(_year(match["y"]), MONTHS[match["m"].lower()], int(match["d"]))


def _read_month(match: re.Match[str]) -> tuple[date, date]:
    year, month = int(match["y"]), MONTHS[match["m"].lower()]
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _read_year(match: re.Match[str]) -> tuple[date, date]:
    return date(int(match[0]), 1, 1), date(int(match[0]), 12, 31)


def _read_time(match: re.Match[str]) -> time | None:
    hour, minute = int(match["h"]), int(match["min"] or 0)
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def _read_money(match: re.Match[str]) -> Decimal:
    return _number(match["n"]) * SCALES[(match["scale"] or "").lower()]


def _read_number(match: re.Match[str]) -> Decimal:
    return _number(match["n"])


def _read_case(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match[0]).upper()


def _read_law(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(
        re.sub(r"\s", "", section).lower()
        for section in re.findall(r"\d+(?:\s?[a-zæøå](?![a-zæøå]))?", match["sections"])
    )


_ALONE = r"(?<![\w.,/§-])"
_END = r"(?![\w]|[-/][\w]|[.,]\d)"
_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_NUM = r"\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s?(?P<scale>mio|mia|mrd|million(?:er)?|milliard(?:er)?|tusinde?|t)\.?)"
_SECTION = r"\d+(?:\s?[a-zæøå](?![\wæøå.]))?"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


PATTERNS: tuple[tuple[MentionKind, re.Pattern[str], Callable[[re.Match[str]], object]], ...] = (
    (
        MentionKind.LAW,
        _pattern(
            rf"§{{1,2}}\s?(?P<sections>{_SECTION}(?:(?:,\s|\s?-\s?|\s(?:og|eller|samt)\s)(?:§\s?)?{_SECTION})*)"
            r"(?:,?\sstk\.\s?\d+)?(?:,?\snr\.\s?\d+)?"
        ),
        _read_law,
    ),
    (
        MentionKind.CASE_NO,
        _pattern(rf"{_ALONE}\d\d\.\d\d\.\d\d-[a-zæøå]\d\d-\d+-\d\d{_END}"),
        _read_case,
    ),
    (MentionKind.CASE_NO, _pattern(rf"{_ALONE}[a-zæøå]{{1,5}}-?{_YEAR}-\d{{3,7}}{_END}"), _read_case),
    (MentionKind.DATE, _pattern(rf"{_ALONE}(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-\d)"), _read_date),
    (
        MentionKind.DATE,
        _pattern(
            rf"{_ALONE}(?P<d>\d{{1,2}})\s?(?P<sep>[-./])\s?(?P<m>\d{{1,2}})\s?(?:(?P=sep)|[-/])\s?"
            rf"(?P<y>{_YEAR}|\d\d){_END}"
        ),
        _read_date,
    ),
    (
        MentionKind.DATE,
        _pattern(
            rf"(?:\b(?:den|d\.)\s?)?(?<![\w.,/-])(?P<d>\d{{1,2}})\.?\s?(?P<m>{_MONTH_NAME})\b\.?,?\s?"
            rf"(?P<y>{_YEAR}){_END}"
        ),
        _read_named_date,
    ),
    (MentionKind.MONTH, _pattern(rf"\b(?P<m>{_MONTH_NAME})\b\.?,?\s(?P<y>{_YEAR}){_END}"), _read_month),
    (MentionKind.CASE_NO, _pattern(rf"{_ALONE}(?!{_YEAR}-{_YEAR}){_YEAR}-\d{{4,6}}{_END}"), _read_case),
    (MentionKind.CASE_NO, _pattern(rf"{_ALONE}\d\d/\d{{3,6}}{_END}"), _read_case),
    (
        MentionKind.TIME,
        _pattern(r"\bkl(?:\.|okken)?\s?(?P<h>\d{1,2})(?:[.:](?P<min>\d\d))?(?!\w|[.,:]\d)"),
        _read_time,
    ),
    (MentionKind.TIME, _pattern(r"(?<![\w.,:])(?P<h>\d{1,2}):(?P<min>\d\d)(?!\w|[.,:]\d)"), _read_time),
    (
        MentionKind.MONEY,
        _pattern(rf"{_ALONE}(?P<n>-?(?:{_NUM})){_SCALE}?\s?(?:kroner|kr|dkk)\b\.?"),
        _read_money,
    ),
    (MentionKind.MONEY, _pattern(rf"\b(?:kr\.?|dkk)\s?(?P<n>-?(?:{_NUM})){_SCALE}?{_END}"), _read_money),
    (
        MentionKind.PERCENT,
        _pattern(rf"{_ALONE}(?P<n>-?(?:{_NUM}))\s?(?:%|pct\b\.?|procent(?:point)?\b)"),
        _read_number,
    ),
    (MentionKind.YEAR, _pattern(rf"{_ALONE}{_YEAR}(?!\w|[.,]\d)"), _read_year),
    (MentionKind.COUNT, _pattern(rf"(?<![\w.,/§])(?P<n>{_NUM})(?!\w|[-/]\d|[.,]\d)"), _read_number),
)
