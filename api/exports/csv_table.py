"""Findings as a CSV table (RFC 4180) that spreadsheets open as text and do not reckon with.

The byte order mark tells Excel that it is UTF-8. A cell that a spreadsheet would take for a formula gets an
apostrophe in front, as OWASP advises ("CSV injection"): a title in minutes may begin with "=" or "-".
"""

import csv
import io
from collections.abc import Callable, Iterable

from qa.answer import Quote
from qa.searching import Finding

__all__ = ["COLUMNS", "as_csv"]

COLUMNS = (
    "text", "role", "body", "body_date", "outcome", "municipality", "committee", "date", "item", "title",
    "case_no", "section", "page", "document", "start", "end", "link", "url",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(findings: Iterable[Finding], link_of: Callable[[Quote], str | None]) -> str:
    """One row a finding under a row of names."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for finding in findings:
        quote, source = finding.quote, finding.quote.source
        writer.writerow(
            _cell(value)
            for value in (
                quote.text, quote.role.value, quote.body, quote.body_date, finding.outcome,
                source.municipality, source.committee, source.date, source.item, source.title,
                source.case_no, source.section, source.page, source.document, source.start, source.end,
                link_of(quote), source.url,
            )
        )  # fmt: skip
    return "\ufeff" + table.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
