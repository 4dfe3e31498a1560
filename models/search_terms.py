"""What a search engine gets to see of a text: ready terms, so that every engine compares alike.

A word gives its lemma and the lemmas of its compound parts; a date, a sum, a case number or a section
gives terms in one spelling, however it was written. No term holds white space.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from models.mentions import Mention, MentionKind
from models.months import MONTH_NAMES

__all__ = ["mention_terms"]


def mention_terms(mention: Mention) -> list[str]:
    """The terms that stand for a mention, in place of those of its words.

    >>> from datetime import date
    >>> day = date(2023, 10, 9)
    >>> mention_terms(Mention(MentionKind.DATE, 0, 9, (day, day)))
    ['2023-10-09', 'oktober', '2023']
    """
    return _TERMS[mention.kind](mention.value)


def _date(value: Any) -> list[str]:
    day = value[0]
    return [day.isoformat(), MONTH_NAMES[day.month - 1], str(day.year)]


def _months(value: Any) -> list[str]:
    first, last = value
    return [*MONTH_NAMES[first.month - 1 : last.month], str(first.year)]


def _day(value: Any) -> list[str]:
    month, day = value
    return [MONTH_NAMES[month - 1], *([] if day is None else [str(day)])]


def _number(value: Any) -> str:
    """``3500000``, ``12.5``: no exponent, no idle zeros."""
    number = Decimal(value)
    return f"{number.to_integral_value() if number == number.to_integral_value() else number.normalize():f}"


_TERMS: Mapping[MentionKind, Callable[[Any], list[str]]] = {
    MentionKind.DATE: _date,
    MentionKind.MONTH: _months,
    MentionKind.YEAR: lambda value: [str(value[0].year)],
    MentionKind.DAY: _day,
    MentionKind.TIME: lambda value: [f"{value:%H.%M}"],
    MentionKind.MONEY: lambda value: [_number(value), "krone"],
    MentionKind.PERCENT: lambda value: [_number(value), "procent"],
    MentionKind.COUNT: lambda value: [_number(value)],
    MentionKind.CASE_NO: lambda value: [value.lower()],
    MentionKind.LAW: lambda value: [f"§{section}" for section in value],
}
