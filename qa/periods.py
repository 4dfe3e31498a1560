"""The time a question is about: "i 2023", "siden marts", "mellem maj og juni 2024", "sidste møde".

What is whole is resolved here. What is not ("den 9. oktober" without a year, "sidste møde") is resolved
against the dates on which the searched bodies met: the latest that fits.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.mentions import MONTHS, MentionKind, find_mentions

__all__ = ["Period", "find_period"]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day (inclusive, either may be open) and where the question says so.

    ``words`` are the question's own, for the answer that has to name it; ``vague`` marks a time given
    without its year.
    """

    first: date | None
    last: date | None
    start: int
    end: int
    words: str
    vague: bool = False

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period; an unknown day does not."""
        if day is None:
            return False
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


_ENGLISH_MONTHS = {
    "january": "januar",
    "february": "februar",
    "march": "marts",
    "may": "maj",
    "june": "juni",
    "july": "juli",
    "october": "oktober",
}
_MONTH_WORD = "|".join(sorted((*MONTHS, *_ENGLISH_MONTHS), key=len, reverse=True))
_FROM = re.compile(r"\b(?:siden|fra(?: og med)?|efter|since|after|from)\s+(?:den\s+|i\s+)?$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:før|inden|indtil|til og med|frem til|senest|before|until|by)\s+(?:den\s+|i\s+)?$", re.IGNORECASE
)
_BEFORE = ("før", "inden", "before")
_AFTER = ("efter", "after")
_OF_THE_DAY = ("fra", "from")  # "beslutningen fra den 9. oktober" is that day's, "fra oktober" opens a time
_RANGE = re.compile(r"^\s*(?:og|til|and|to|-|–)\s*(?:den\s+)?$", re.IGNORECASE)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)\b")
_YEAR_AND_NEXT = re.compile(r"\b((?:19|20)\d\d)[-–/](\d\d)(?![\w./–-])")
"""A school year or a budget: "2025-26"."""
_MONTH_PAIR = re.compile(
    rf"\b(?:(?:mellem|fra|i|between|from|in)\s+)?(?P<one>{_MONTH_WORD})\s*(?:\b(?:og|til|and|to)\b|[-–/])"
    rf"\s*(?P<two>{_MONTH_WORD})\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SEASONS = {
    "forår": (2, 6),
    "spring": (2, 6),
    "sommer": (6, 8),
    "summer": (6, 8),
    "efterår": (8, 12),
    "autumn": (8, 12),
}
"""First and last month, as wide as people use the word; a winter lies in two years and is told by that."""
_SEASON = re.compile(
    rf"\b(?P<season>{'|'.join(_SEASONS)})(?:et|en|s)?\s+(?:i\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}})\.?\s?(?P<month>{_MONTH_WORD})\b", re.IGNORECASE)
_SLASH_DAY = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/.-])")
_BARE_MONTH = re.compile(
    rf"\b(?:(?:i\s+)?(?:starten|begyndelsen|midten|slutningen|løbet)\s+af|i|siden|fra|efter|før|inden"
    rf"|(?:in the |at the )?(?:start|beginning|middle|end) of|in|since)\s+(?P<month>{_MONTH_WORD})\b",
    re.IGNORECASE,
)
_LAST_MEETING = re.compile(
    r"\b(?:på |ved )?(?:det |deres |sit |vores |udvalgets |byrådets )?"
    r"(?:sidste|seneste|nyeste|forrige)\s+(?:\w+)?møde\b"
    r"|\b(?:the )?(?:last|latest|most recent) meeting\b|\bsidst\b(?= (?:mødtes|holdt|der var))",
    re.IGNORECASE,
)
_PAST_YEAR = re.compile(
    r"\b(?:sidste år|i fjor|forrige år|året før|last year"
    r"|(?P<now>i år(?! ?(?:19|20)\d\d)|dette år|this year))\b",
    re.IGNORECASE,
)
_PAST_MONTH = re.compile(
    r"\b(?:i )?(?:(?:sidste|forrige) måned|last month|(?P<now>denne måned|this month))\b", re.IGNORECASE
)
_PAST_WEEK = re.compile(
    r"\b(?:i )?(?:(?:sidste|forrige) uge|last week|(?P<now>denne uge|this week))\b", re.IGNORECASE
)
_PART_OF = re.compile(
    r"\b(?:(?:i|in the|at the)\s+(?:starten|begyndelsen|midten|slutningen|løbet|start|beginning"
    r"|middle|end|course)(?:\s+(?:af|of))?|(?:begyndelsen|midten|slutningen|beginning|middle|end)\s+(?:af|of))\s+$",
    re.IGNORECASE,
)
"""Before a time: it is taken whole, and these words are no topic."""
_LATELY = re.compile(
    r"\b(?:de|det|inden for (?:de|det)|i (?:de|det)|the)?\s*(?:seneste|sidste|past|last)"
    r"\s+(?P<n>\d{1,6}|to|tre|fire|fem|halve|par|two|three|few)?"
    r"\s*(?P<unit>år|måneder|måned|uger|years?|months?)\b",
    re.IGNORECASE,
)
_NUMBERS = {"to": 2, "two": 2, "par": 2, "few": 2, "tre": 3, "three": 3, "fire": 4, "fem": 5}
_LONG_AGO = 10_000


def find_period(question: str, today: date, meetings: Sequence[date]) -> Period | None:
    """The period a question names, or ``None``.

    ``meetings`` are the days of the meetings that the rest of the question leaves (rising order); they
    decide which year a yearless date means, and what the last meeting was.
    """
    period = (
        _ranges(question)
        or _relative(question, today)
        or _mentioned(question)
        or _yearless(question, today, meetings)
        or _last_meeting(question, meetings)
    )
    part = _PART_OF.search(question, 0, period.start) if period else None
    if period and part:
        return replace(period, start=part.start(), words=question[part.start() : period.end])
    return period


def _ranges(question: str) -> Period | None:
    pair = _MONTH_PAIR.search(question)
    if pair:
        year, one, two = int(pair["year"]), _month(pair["one"]), _month(pair["two"])
        return Period(date(year - (one > two), one, 1), _month_end(year, two), *pair.span(), pair[0])
    season = _SEASON.search(question)
    if season:
        year, (one, two) = int(season["year"]), _SEASONS[season["season"].lower()]
        return Period(date(year, one, 1), _month_end(year, two), *season.span(), season[0])
    years = _YEARS.search(question)
    if years and int(years[1]) < int(years[2]):
        return Period(date(int(years[1]), 1, 1), date(int(years[2]), 12, 31), *years.span(), years[0])
    pair = _YEAR_AND_NEXT.search(question)
    if pair and int(pair[2]) == (int(pair[1]) + 1) % 100:
        return Period(date(int(pair[1]), 1, 1), date(int(pair[1]) + 1, 12, 31), *pair.span(), pair[0])
    return None


def _relative(question: str, today: date) -> Period | None:
    year = _PAST_YEAR.search(question)
    if year:
        meant = today.year if year["now"] else today.year - 1
        month = re.search(rf"\b({_MONTH_WORD})\s+$", question[: year.start()], re.IGNORECASE)
        if month:
            number = _month(month[1])
            start = month.start(1)
            return Period(
                date(meant, number, 1),
                _month_end(meant, number),
                start,
                year.end(),
                question[start : year.end()],
            )
        return Period(date(meant, 1, 1), date(meant, 12, 31), *year.span(), year[0])
    month = _PAST_MONTH.search(question)
    if month:
        last = today if month["now"] else today.replace(day=1) - timedelta(days=1)
        return Period(last.replace(day=1), _month_end(last.year, last.month), *month.span(), month[0])
    week = _PAST_WEEK.search(question)
    if week:
        monday = today - timedelta(days=today.weekday() + (0 if week["now"] else 7))
        return Period(monday, monday + timedelta(days=6), *week.span(), week[0])
    lately = _LATELY.search(question)
    if lately and (lately["n"] or lately["unit"].lower() in ("år", "year")):
        first = _back(today, (lately["n"] or "1").lower(), lately["unit"].lower())
        return Period(first, today, *lately.span(), lately[0].strip())
    return None


def _back(today: date, count: str, unit: str) -> date:
    """So many weeks, or whole months, before a day; never before the year 1."""
    number = min(_NUMBERS.get(count, 0) or (1 if count == "halve" else int(count)), _LONG_AGO)
    if unit.startswith("u"):
        return date.fromordinal(max(1, today.toordinal() - 7 * number))
    months = number if unit.startswith("m") else 6 if count == "halve" else 12 * number
    back = max(12, today.year * 12 + today.month - 1 - months)
    return date(back // 12, back % 12 + 1, 1)


def _mentioned(question: str) -> Period | None:
    danish = _with_danish_months(question)
    mentions = [
        mention
        for mention in find_mentions(danish)
        if mention.kind in (MentionKind.DATE, MentionKind.MONTH, MentionKind.YEAR)
    ]
    if not mentions:
        return None
    one = mentions[0]
    first, last = _days(one.value)
    start, end = one.start, one.end
    lead = danish[:start]
    if len(mentions) > 1 and _RANGE.match(danish[end : mentions[1].start]):
        last, end = _days(mentions[1].value)[1], mentions[1].end
        return Period(first, last, start, end, question[start:end])
    opened = _FROM.search(lead)
    if opened:
        after = opened[0].lower().startswith(_AFTER)
        return Period(
            last + timedelta(days=1) if after else first,
            None,
            opened.start(),
            end,
            question[opened.start() : end],
        )
    closed = _UNTIL.search(lead)
    if closed:
        before = closed[0].lower().startswith(_BEFORE)
        return Period(
            None,
            first - timedelta(days=1) if before else last,
            closed.start(),
            end,
            question[closed.start() : end],
        )
    return Period(first, last, start, end, question[start:end])


def _yearless(question: str, today: date, meetings: Sequence[date]) -> Period | None:
    for pattern in (_DAY_MONTH, _SLASH_DAY, _BARE_MONTH):
        match = pattern.search(question)
        if not match:
            continue
        month = int(match["month"]) if match["month"].isdigit() else _month(match["month"])
        day = int(match["day"]) if "day" in pattern.groupindex else None
        if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            continue
        met = [d for d in meetings if d.month == month and (day is None or d.day == day)]
        year = met[-1].year if met else today.year - (month > today.month)
        try:
            first = date(year, month, day or 1)
        except ValueError:
            continue
        last = first if day else _month_end(year, month)
        lead = question[: match.start("day" if day else "month")]
        opened, closed = _FROM.search(lead), _UNTIL.search(lead)
        if opened and day and opened[0].lower().startswith(_OF_THE_DAY):
            opened = None
        start = min([match.start(), *(found.start() for found in (opened, closed) if found)])
        period = Period(first, last, start, match.end(), question[start : match.end()], vague=True)
        if opened:
            after = opened[0].lower().startswith(_AFTER)
            return replace(period, first=last + timedelta(days=1) if after else first, last=None)
        if closed:
            before = closed[0].lower().startswith(_BEFORE)
            return replace(period, first=None, last=first - timedelta(days=1) if before else last)
        return period
    return None


def _last_meeting(question: str, meetings: Sequence[date]) -> Period | None:
    match = _LAST_MEETING.search(question)
    if not match or not meetings:
        return None
    return Period(meetings[-1], meetings[-1], *match.span(), match[0], vague=True)


def _days(value: object) -> tuple[date, date]:
    if not (isinstance(value, tuple) and len(value) == 2):
        raise TypeError(f"a date mention holds two days, not {value!r}")
    return value


def _month(word: str) -> int:
    word = word.lower().replace("ſ", "s")
    return MONTHS[_ENGLISH_MONTHS.get(word, word)]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _with_danish_months(question: str) -> str:
    """English month names replaced by Danish ones of the same length (padded), so that offsets stay."""
    for english, danish in _ENGLISH_MONTHS.items():
        question = re.sub(rf"\b{english}\b", danish.ljust(len(english)), question, flags=re.IGNORECASE)
    return question
