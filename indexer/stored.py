"""What the corpus gives back and takes in: the records of a meeting, with the ids they are addressed by.

A document's id is a slug of its file's name (``koege-socialudvalget-2025-09-01``); a meeting has the id
of its document; an item's id is ``<document>.<number>``; a chunk's id is a whole number that is never
used again, the same in the corpus and in every engine.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from indexer.archives import Listing
from indexer.chunks import Chunk
from indexer.minutes import AgendaItem, Meeting, MeetingKind, SectionKind
from indexer.source_text import SourceText, Span

__all__ = [
    "FailedFile",
    "Fingerprint",
    "ListedArchive",
    "MeetingHead",
    "NewChunk",
    "NewDocument",
    "Reach",
    "StoredChunk",
    "StoredDocument",
    "StoredItem",
    "StoredMeeting",
]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a changed file from an unchanged one, and a changed way of reading it.

    ``size`` is in bytes, ``mtime_ns`` in nanoseconds, ``sha256`` in hexadecimal. ``recipe`` names the
    version of the pipeline and the switches it ran with.
    """

    size: int
    mtime_ns: int
    sha256: str
    recipe: str


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What is known of a meeting without its items. ``document`` is also its id.

    ``part_of`` is the id of the meeting that a supplementary agenda, or a closed part, belongs to.
    """

    document: str
    kind: MeetingKind
    municipality: str | None
    committee: str | None
    date: date | None
    time: time | None
    place: str | None
    url: str | None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A meeting in a list: its head and how much it holds."""

    head: MeetingHead
    items: int
    closed: int
    decisions: int

    @property
    def id(self) -> str:
        """The id of its document."""
        return self.head.document


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in a list. ``pages`` is ``None`` where the format has none, ``ocr_pages`` counts those that
    were recognised in a picture, ``masked`` counts CPR numbers.

    ``superseded_by`` is the id of the document that tells the same meeting better: this one is then kept,
    but neither answered from nor counted.

    ``warnings`` is Danish: what the reader, the parser and the rules of discretion had to say.
    """

    id: str
    path: str
    format: str
    pages: int | None
    ocr_pages: int
    masked: int
    warnings: tuple[str, ...]
    indexed_at: datetime
    kind: MeetingKind
    municipality: str | None
    committee: str | None
    date: date | None
    items: int
    superseded_by: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item and the meeting it was on. ``position`` counts from 0 within the meeting."""

    id: str
    document: str
    position: int
    meeting: MeetingHead
    item: AgendaItem


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk as it is searched; ``spans`` are offsets into the text of ``document``.

    ``terms`` are the search terms of its own text, without those of the item's title.
    """

    id: int
    document: str
    item_id: str | None
    kind: SectionKind
    section: str
    spans: tuple[Span, ...]
    page: int | None
    context: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a search can reach under its filters: how many meetings, whose, and from when to when."""

    meetings: int
    committees: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be taken in, remembered so that it is not read again until it changes."""

    path: str
    fingerprint: Fingerprint
    reason: str


@dataclass(frozen=True, slots=True)
class ListedArchive:
    """What an archive held when it was last listed; its ``fingerprint`` has no SHA-256."""

    path: str
    fingerprint: Fingerprint
    listing: Listing


@dataclass(frozen=True, slots=True)
class NewChunk:
    """A chunk to be stored; ``content_hash`` is of the text that is embedded, and finds its vector."""

    chunk: Chunk
    content_hash: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document to be stored, closed items already without their text and CPR numbers masked.

    ``title_terms`` has one entry for every item of the meeting.
    """

    path: str
    format: str
    fingerprint: Fingerprint
    masked: int
    warnings: tuple[str, ...]
    source: SourceText
    meeting: Meeting
    title_terms: tuple[tuple[str, ...], ...]
    chunks: tuple[NewChunk, ...]
