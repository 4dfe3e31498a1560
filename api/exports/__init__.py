"""Search results to take along: tables for spreadsheets, lines for programs, references, and a feed.

Each file writes one form from findings; ``link_of`` gives the permanent address of a quote. What goes out is
what a search shows anyway: quotes and where they stand, so nothing closed and no CPR number can be in it.
"""

from collections.abc import Callable, Iterable

from api.exports.csv_table import as_csv
from api.exports.json_lines import as_json_lines
from api.exports.ris import as_ris
from qa.answer import Quote
from qa.searching import Finding

__all__ = ["FILE_FORMS", "FileForm"]

FileForm = Callable[[Iterable[Finding], Callable[[Quote], str | None]], str]

FILE_FORMS: dict[str, tuple[str, FileForm]] = {
    "csv": ("text/csv", as_csv),
    "jsonl": ("application/x-ndjson", as_json_lines),
    "ris": ("application/x-research-info-systems", as_ris),
}
"""By file ending: the media type, and what writes it."""
