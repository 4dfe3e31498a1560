"""How a place in the minutes is cited in Danish: ready to paste into a note or a new case."""

import datetime as dt
import re

from indexer.parsing.dates import MONTHS
from qa.answer import Coverage, Quote, Role, Source

__all__ = ["ROLE_NAMES", "cite", "cite_in_markdown", "cite_quote", "danish_date", "describe_coverage"]

ROLE_NAMES = {
    Role.DECISION: "Beslutning",
    Role.RECOMMENDATION: "Indstilling",
    Role.DISSENT: "Forbehold og mindretal",
    Role.PRIOR_DECISION: "Tidligere beslutning",
    Role.PASSAGE: "Uddrag",
    Role.MEETING: "Mødet",
}


_FILTER_NAMES = {
    "municipality": "kommune",
    "committee": "udvalg",
    "from": "fra",
    "to": "til",
    "case_no": "sag",
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


def cite_quote(quote: Quote, link: str | None) -> str:
    """The quote, what it is and where it stands, in one line: ``»Godkendt.« Beslutning: … https://…``."""
    return " ".join(part for part in (f"»{quote.text}«", f"{_place(quote)}.", link) if part)


def cite_in_markdown(quote: Quote, link: str | None) -> str:
    """The quote as a block quotation with its place, a link where there is one, on the line below."""
    place = _plain_in_markdown(_place(quote))
    return f"> {_plain_in_markdown(quote.text)}\n>\n> {f'[{place}](<{link}>)' if link else place}"


def _place(quote: Quote) -> str:
    """What a quote is and where it stands; of an earlier decision first who took it."""
    name, place = ROLE_NAMES[quote.role], cite(quote.source)
    if quote.role is not Role.PRIOR_DECISION:
        return f"{name}: {place}"
    taken = ", ".join(part for part in (quote.body, quote.body_date and danish_date(quote.body_date)) if part)
    return f"{name}: {f'{taken}, ' if taken else ''}gengivet i {place}"


def _plain_in_markdown(text: str) -> str:
    """A text that Markdown shows as it is, also at the beginning of a line."""
    escaped = re.sub(r"([\\`*_\[\]<>|~&#])", r"\\\1", text)
    return re.sub(r"^(\d+(?=[.)])|(?=[-+=]))", r"\1\\", escaped)


def _in_words(name: str, value: str) -> str:
    """A filter's value; days are kept as ``2023-03-01`` and told as people write them."""
    return danish_date(dt.date.fromisoformat(value)) if name in ("from", "to") else value


def describe_coverage(coverage: Coverage) -> str:
    """``Søgt i 14 møder (…) fra 3. januar 2022 til 1. september 2025``."""
    meetings = "1 møde" if coverage.meetings == 1 else f"{coverage.meetings} møder"
    text = f"Søgt i {meetings}"
    if coverage.committees:
        text += f" ({', '.join(coverage.committees)})"
    if coverage.first and coverage.last:
        text += f" fra {danish_date(coverage.first)} til {danish_date(coverage.last)}"
    if coverage.filters:
        text += "; afgrænset til " + ", ".join(
            f"{_FILTER_NAMES.get(name, name)} {_in_words(name, value)}"
            for name, value in coverage.filters.items()
        )
    return f"{text}."
