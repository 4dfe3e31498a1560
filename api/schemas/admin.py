"""What admin calls give: runs that change the index, and the files that were uploaded."""

import datetime as dt

from pydantic import Field

from api.runs import Run, State
from api.schemas.indexing import IndexingOut
from api.schemas.record import Record

__all__ = ["FileOut", "FilesOut", "RunOut", "RunsOut"]


class RunOut(Record):
    """A run as it is now. Ask again until `state` is `done` or `failed`."""

    id: str
    what: str = Field(examples=["index referat.pdf"])
    state: State
    asked_at: dt.datetime
    ended_at: dt.datetime | None
    doing: str | None = Field(description="What it is at, while it runs.", examples=["embedding passages"])
    finished: int = Field(description="How many of `total` are done, of what it is at.")
    total: int
    report: IndexingOut | None = Field(description="When done: what came of it; null of a removal.")
    error: str | None = Field(description="When failed: why.")

    @classmethod
    def of(cls, run: Run) -> "RunOut":
        """The run off its record."""
        return cls.model_validate(run)


class RunsOut(Record):
    """Runs, newest first; those of the last time the server started are forgotten."""

    runs: list[RunOut]


class FileOut(Record):
    """An uploaded file."""

    name: str
    bytes: int
    uploaded_at: dt.datetime


class FilesOut(Record):
    """The uploaded files by name."""

    files: list[FileOut]
