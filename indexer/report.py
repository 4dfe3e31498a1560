"""What an index run tells the person who started it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Change", "FileFailure", "IndexedDocument", "IngestReport"]

Change = Literal["new", "changed"]


@dataclass(frozen=True, slots=True)
class FileFailure:
    """A file or folder that was not taken in, and why. ``kept``: an earlier version is still indexed."""

    path: str
    reason: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """A document taken in by this run.

    ``case_numbers`` counts the items that have one; ``warnings`` is Danish.
    """

    id: str
    path: str
    change: Change
    committee: str | None
    date: date | None
    items: int
    closed: int
    case_numbers: int
    decisions: int
    prior_decisions: int
    masked: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The outcome of one run. ``duplicates`` are (path, path with the same content that is indexed).

    ``superseded`` are (document, the one that tells the same meeting better), one of the two of this run.

    ``refreshed`` counts documents that were embedded anew because the model changed. ``interrupted``: it
    was stopped; what ``documents`` lists is in, ``remaining`` files are for the next run.
    """

    documents: tuple[IndexedDocument, ...]
    unchanged: int
    removed: tuple[str, ...]
    duplicates: tuple[tuple[str, str], ...]
    failures: tuple[FileFailure, ...]
    seconds: float
    superseded: tuple[tuple[str, str], ...] = ()
    refreshed: int = 0
    interrupted: bool = False
    remaining: int = 0

    @property
    def new(self) -> int:
        """Documents that were not in the index before."""
        return sum(document.change == "new" for document in self.documents)

    @property
    def changed(self) -> int:
        """Documents whose file, or way of reading it, has changed."""
        return sum(document.change == "changed" for document in self.documents)

    @property
    def meetings(self) -> int:
        """Documents of this run in which agenda items were recognised."""
        return sum(document.items > 0 for document in self.documents)

    @property
    def items(self) -> int:
        """Agenda items of the documents of this run."""
        return sum(document.items for document in self.documents)

    @property
    def closed(self) -> int:
        """Closed items among them."""
        return sum(document.closed for document in self.documents)

    @property
    def decisions(self) -> int:
        """The meetings' own decisions found in the documents of this run."""
        return sum(document.decisions for document in self.documents)

    @property
    def masked(self) -> int:
        """CPR numbers masked in the documents of this run."""
        return sum(document.masked for document in self.documents)
