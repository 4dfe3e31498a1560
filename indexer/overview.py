"""What went in: figures by municipality, committee and year, and what a portal lists that is not here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from indexer.corpus import Corpus
from indexer.discovery import path_key
from indexer.minutes import MeetingKind
from indexer.parsing.bodies import same_body
from indexer.portal.standing import FetchedFolder, fetched_folder, folder_of

__all__ = ["FETCHED", "Overview", "Part", "PortalOverview", "Unindexed", "overview"]


@dataclass(frozen=True, slots=True)
class Part:
    """One committee's year; ``None`` where the minutes do not say.

    ``meetings`` counts each meeting once, ``agendas`` those of them of which only the agenda is here.
    ``with_warnings``, ``ocr_pages`` and ``masked`` (CPR numbers) are of all documents, also of those that
    another one supersedes. ``fetched`` is when a portal was last asked for any of them (UTC).
    """

    municipality: str | None
    committee: str | None
    year: int | None
    meetings: int
    agendas: int
    items: int
    closed: int
    decisions: int
    documents: int
    with_warnings: int
    ocr_pages: int
    masked: int
    fetched: datetime | None


@dataclass(frozen=True, slots=True)
class Unindexed:
    """A meeting that a portal lists and the index does not hold. ``kept``: it was fetched, though."""

    committee: str
    date: date | None
    name: str
    kept: bool


@dataclass(frozen=True, slots=True)
class PortalOverview:
    """One portal that was fetched from. ``missing`` is newest first."""

    portal: str
    listed: int
    last_fetch: datetime | None
    missing: tuple[Unindexed, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it, the parts in order of municipality, committee and year."""

    parts: tuple[Part, ...]
    portals: tuple[PortalOverview, ...]


@dataclass(slots=True)
class _Count:
    meetings: int = 0
    agendas: int = 0
    items: int = 0
    closed: int = 0
    decisions: int = 0
    documents: int = 0
    with_warnings: int = 0
    ocr_pages: int = 0
    masked: int = 0
    fetched: list[datetime] = field(default_factory=list)


FETCHED = "fetched"
"""The folder in a data folder that portals are fetched into unless told otherwise."""

_Key = tuple[str | None, str | None, int | None]


def overview(corpus: Corpus, fetched_into: Path | None = None) -> Overview:
    """The figures of a corpus. ``fetched_into`` holds folders of portals that may not be indexed yet."""
    documents = corpus.documents()
    folders = _folders([Path(document.path) for document in documents], fetched_into)
    asked = {path_key(file): moment for folder in folders for file, moment in folder.files.values()}
    counts: dict[_Key, _Count] = defaultdict(_Count)
    for document in documents:
        count = counts[_key(document.municipality, document.committee, document.date)]
        count.documents += 1
        count.with_warnings += bool(document.warnings)
        count.ocr_pages += document.ocr_pages
        count.masked += document.masked
        if moment := asked.get(document.path):
            count.fetched.append(moment)
    for meeting in corpus.meetings():
        count = counts[_key(meeting.head.municipality, meeting.head.committee, meeting.head.date)]
        count.meetings += 1
        count.agendas += meeting.head.kind is MeetingKind.AGENDA
        count.items += meeting.items
        count.closed += meeting.closed
        count.decisions += meeting.decisions
    indexed = {document.path for document in documents}
    held: dict[date, list[str]] = defaultdict(list)
    for document in documents:
        if document.date and document.committee:
            held[document.date].append(document.committee)
    return Overview(
        tuple(_part(key, counts[key]) for key in sorted(counts, key=_order)),
        tuple(_portal(folder, indexed, held) for folder in folders),
    )


def _folders(paths: Iterable[Path], fetched_into: Path | None) -> list[FetchedFolder]:
    parents = {path.parent for path in paths}
    roots = {root for parent in parents if (root := folder_of(parent / "any")) is not None}
    if fetched_into is not None and fetched_into.is_dir():
        roots |= {folder.absolute() for folder in fetched_into.iterdir() if folder.is_dir()}
    found = (fetched_folder(root) for root in sorted(roots))
    return [folder for folder in found if folder is not None]


def _portal(folder: FetchedFolder, indexed: set[str], held: dict[date, list[str]]) -> PortalOverview:
    missing = []
    for meeting in folder.listed:
        file = folder.files.get(meeting.id)
        if file is not None and path_key(file[0]) in indexed:
            continue
        bodies = held.get(meeting.date, []) if meeting.date else []
        if not any(same_body(meeting.committee, body) for body in bodies):
            missing.append(Unindexed(meeting.committee, meeting.date, meeting.name, file is not None))
    return PortalOverview(folder.portal, len(folder.listed), folder.last_fetch, tuple(missing))


def _part(key: _Key, count: _Count) -> Part:
    municipality, committee, year = key
    return Part(
        municipality,
        committee,
        year,
        count.meetings,
        count.agendas,
        count.items,
        count.closed,
        count.decisions,
        count.documents,
        count.with_warnings,
        count.ocr_pages,
        count.masked,
        max(count.fetched, default=None),
    )


def _key(municipality: str | None, committee: str | None, day: date | None) -> _Key:
    return municipality, committee, day.year if day else None


def _order(key: _Key) -> tuple[str, str, int]:
    return key[0] or "", key[1] or "", key[2] or 0
