"""What a run of ``besluttet index`` tells in JSON."""

import datetime as dt

from pydantic import Field

from api.schemas.record import Record

__all__ = ["IndexingOut"]


class IndexedOut(Record):
    """A document taken in by this run."""

    id: str
    path: str
    change: str
    committee: str | None
    date: dt.date | None
    items: int
    closed: int
    case_numbers: int
    decisions: int
    prior_decisions: int
    masked: int
    warnings: list[str]


class FailureOut(Record):
    """A file that was not taken in. ``kept``: an earlier version of it is still indexed."""

    path: str
    reason: str
    kept: bool


class IndexingOut(Record):
    """The outcome of one run; the counts are of this run's documents."""

    meetings: int
    items: int
    decisions: int
    closed: int
    masked: int
    new: int
    changed: int
    unchanged: int
    refreshed: int
    removed: list[str]
    duplicates: list[tuple[str, str]] = Field(
        description="A path, and the indexed one with the same content."
    )
    superseded: list[tuple[str, str]] = Field(
        description="A document, and the one that tells the same meeting better."
    )
    documents: list[IndexedOut]
    failures: list[FailureOut]
    interrupted: bool
    remaining: int
    seconds: float
