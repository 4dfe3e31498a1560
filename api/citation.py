"""How a place in the minutes is cited in Danish: ready to paste into a note or a new case."""

import datetime as dt

from indexer.parsing.dates import MONTHS
from qa.answer import Coverage, Role, Source

__all__ = ["ROLE_NAMES", "cite", "danish_date", "describe_coverage"]

ROLE_NAMES = {
    Role.DECISION: "Beslutning",
    Role.RECOMMENDATION: "Indstilling",
    Role.DISSENT: "Forbehold og mindretal",
    Role.PRIOR_DECISION: "Tidligere beslutning",
    Role.PASSAGE: "Uddrag",
    Role.MEETING: "Mødet",
}


def danish_date(day: dt.date) -> str:
    """``1. september 2025``."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def cite(source: Source) -> str:
    """``Teknikudvalget, 12. marts 2024, punkt 14 »Cykelsti«, side 3, sag 24/1187``, as far as known."""
    item = f"punkt {source.item}" if source.item else None
    title = f"»{source.title}«" if source.title else None
    parts = (
        source.committee or source.municipality,
        source.date and danish_date(source.date),
        " ".join(part for part in (item, title) if part),
        source.page and f"side {source.page}",
        source.case_no and f"sag {source.case_no}",
    )
    return ", ".join(part for part in parts if part)


def describe_coverage(coverage: Coverage) -> str:
    """``Søgt i 14 møder (…) fra 3. januar 2022 til 1. september 2025``."""
    meetings = "1 møde" if coverage.meetings == 1 else f"{coverage.meetings} møder"
    text = f"Søgt i {meetings}"
    if coverage.committees:
        text += f" ({', '.join(coverage.committees)})"
    if coverage.first and coverage.last:
        text += f" fra {danish_date(coverage.first)} til {danish_date(coverage.last)}"
    if coverage.filters:
        text += "; afgrænset til " + ", ".join(f"{name}: {value}" for name, value in coverage.filters.items())
    return f"{text}."
