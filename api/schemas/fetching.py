"""What a run of ``besluttet fetch`` tells in JSON."""

from pathlib import Path

from api.schemas.indexing import IndexingOut
from api.schemas.record import Record

__all__ = ["FetchingOut"]


class FetchFailureOut(Record):
    """A meeting, or a PDF of one, that could not be had."""

    what: str
    reason: str


class FetchedOut(Record):
    """What came from the portal; the counts but ``papers`` and ``requests`` are of meetings."""

    portal: str
    folder: Path
    listed: int
    chosen: int
    new: int
    changed: int
    unchanged: int
    unpublished: int
    removed: int
    papers: int
    remaining: int
    requests: int
    seconds: float
    failures: list[FetchFailureOut]
    warnings: list[str]
    stopped: str | None
    interrupted: bool


class FetchingOut(Record):
    """The outcome of one run; ``indexed`` is null when it was only to fetch, or was interrupted."""

    fetched: FetchedOut
    indexed: IndexingOut | None
