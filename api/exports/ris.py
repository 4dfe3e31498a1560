"""Findings as references in RIS, which EndNote, Zotero and Mendeley read. One reference a passage.

A value is one line: nothing in it can begin a field or a reference of its own.
"""

from collections.abc import Callable, Iterable

from api.citation import ROLE_NAMES, cite
from indexer.source_text import fold
from qa.answer import Quote
from qa.searching import Finding

__all__ = ["as_ris"]


def as_ris(findings: Iterable[Finding], link_of: Callable[[Quote], str | None]) -> str:
    """The references, one after another; lines end as the format wants them."""
    return "".join(_reference(finding.quote, link_of(finding.quote)) for finding in findings)


def _reference(quote: Quote, link: str | None) -> str:
    source = quote.source
    fields = (
        ("TY", "GOVDOC"),
        ("TI", source.title or ROLE_NAMES[quote.role]),
        ("AU", quote.body or source.committee or source.municipality),
        ("PY", quote.body_date and quote.body_date.year),
        ("DA", quote.body_date and f"{quote.body_date:%Y/%m/%d}"),
        ("PB", source.municipality),
        ("T2", cite(source)),
        ("M1", source.case_no),
        ("SE", source.section),
        ("SP", source.page),
        ("AB", quote.text),
        ("LA", "da"),
        ("ID", f"{source.document}:{source.start}-{source.end}"),
        ("UR", link),
        ("L2", source.url),
    )
    lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _line(value: object) -> str:
    return fold("".join(letter if letter.isprintable() else " " for letter in str(value)))
