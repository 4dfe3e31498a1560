"""What FirstAgenda's public API answers, as records: the list of meetings, and what papers an agenda names.

The shapes are those that public code and saved answers show. Portals are of several versions: a key that
is missing or odd is no error, an answer without the one key that makes it what it is, is.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from indexer.portal.closed import is_closed_item, is_closed_meeting, listed_without_closed
from indexer.source_text import fold

__all__ = [
    "LISTING",
    "ListedMeeting",
    "Paper",
    "agenda_path",
    "as_object",
    "completed",
    "handshakes",
    "is_agenda",
    "kept_listing",
    "papers_of",
    "read_listing",
    "whole_paper",
]

LISTING = "/api/agenda/udvalgsliste"
"""Every committee with every meeting, of all terms."""

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")  # GUIDs, on all portals seen; goes into paths
_NO_ID = "00000000-0000-0000-0000-000000000000"
_DEEPEST = 50  # objects within objects; portals use some eight
_TRUE = (True, "true", "True", 1)
_ITEMS = "Dagsordenpunkter"


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """One meeting as the list has it. ``name`` says what there is of it: Referat, Dagsorden, …

    ``fingerprint`` changes whenever the portal lists it differently: released anew, minutes for an agenda.
    """

    id: str
    committee: str
    name: str
    date: date | None
    fingerprint: str
    entry: dict[str, Any]
    committee_entry: dict[str, Any]

    @property
    def closed(self) -> bool:
        """Whether these are closed minutes as a whole."""
        return is_closed_meeting(self.name)

    @property
    def label(self) -> str:
        """For messages."""
        return f"{self.committee} {self.date or 'without date'}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF of a meeting. ``kind``: ``minutes`` (all of it), ``item`` or ``attachment``.

    An attachment has the number of its ``item``, as far as that has one, and a ``title``.
    """

    kind: str
    id: str
    item: str = ""
    title: str = ""

    @property
    def path(self) -> str:
        """Where the portal gives it."""
        part = {"minutes": "dagsorden", "item": "dagsordenpunkt", "attachment": "bilag"}[self.kind]
        return f"/vis/pdf/{part}/{self.id}?redirectDirectlyToPdf=true"


def agenda_path(meeting_id: str) -> str:
    """Where a meeting's items are."""
    return f"/api/agenda/dagsorden/{meeting_id}"


def handshakes(portal: str) -> tuple[str, ...]:
    """Pages that some hosts want visited first, for the cookie they give."""
    return ("/", f"/Home/AnonymousAuthentication?callback={quote(portal + '/', safe='')}")


def as_object(body: bytes) -> dict[str, Any] | None:
    """A JSON object, in whatever of its encodings; ``None`` for anything else, and for one out of reason."""
    try:
        found = json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and _is_shallow(found) else None


def read_listing(answer: dict[str, Any]) -> tuple[ListedMeeting, ...] | None:
    """The meetings of a list, each once, newest first; ``None`` when the answer is no such list."""
    groups = _groups(answer)
    if groups is None:
        return None
    found: dict[str, ListedMeeting] = {}
    for group in groups.values():
        for committee in group:
            for meeting in _meetings(committee):
                found.setdefault(meeting.id, meeting)
    return tuple(sorted(found.values(), key=lambda each: (each.date or date.min, each.id), reverse=True))


def kept_listing(answer: dict[str, Any]) -> dict[str, Any]:
    """A list of meetings as it is kept: what it tells of closed ones left out."""
    groups = _groups(answer) or {}
    return answer | {
        "Udvalg": {name: list(map(listed_without_closed, group)) for name, group in groups.items()}
    }


def is_agenda(answer: dict[str, Any]) -> bool:
    """Whether an answer holds a meeting's items."""
    return isinstance(answer.get(_ITEMS), list)


def completed(agenda: dict[str, Any], meeting: ListedMeeting) -> dict[str, Any]:
    """An agenda that says whose it is, of which day, and what there is of it, as the list has it at least."""
    about, committee = agenda.get("Moede"), agenda.get("Udvalg")
    return agenda | {
        "Moede": _filled_up(about, meeting.entry),
        "Udvalg": _filled_up(committee, meeting.committee_entry),
    }


def papers_of(agenda: dict[str, Any], meeting_id: str, *, minutes: bool, attachments: bool) -> list[Paper]:
    """The PDFs to fetch for a meeting, of open items only.

    Where an item is closed, its text could stand in the PDF of the whole; then it is one PDF for each of
    the open ones.
    """
    items = _records(agenda.get(_ITEMS))
    openly = [item for item in items if not is_closed_item(item)]
    found: list[Paper] = []
    if minutes and len(openly) == len(items):
        found.append(Paper("minutes", meeting_id))
    elif minutes:
        found += [Paper("item", item_id) for item in openly if (item_id := _id(item))]
    if attachments:
        for item in openly:
            papers = [
                each for each in _records(item.get("Bilag")) if each.get("HarPdfVersion", True) in _TRUE
            ]
            number = _words(item, "Punktnummer") or _words(item, "Number")
            found += [
                Paper("attachment", paper_id, number, _words(each, "Navn"))
                for each in papers
                if (paper_id := _id(each))
            ]
    return list({(paper.kind, paper.id): paper for paper in reversed(found)}.values())[::-1]


def whole_paper(page: str) -> str | None:
    """The address of the PDF that a portal's page for viewing one frames; ``None`` on any other page."""
    from lxml import html

    try:
        frames = html.document_fromstring(page).iter("iframe")
    except (ValueError, html.etree.LxmlError):
        return None
    return next((address for frame in frames if (address := frame.get("src"))), None)


def _groups(answer: dict[str, Any]) -> dict[str, list[dict[str, Any]]] | None:
    """Committees by the term they belong to."""
    groups = answer.get("Udvalg")
    if isinstance(groups, list):
        return {"": _records(groups)}
    return {name: _records(group) for name, group in groups.items()} if isinstance(groups, dict) else None


def _is_shallow(tree: object) -> bool:
    level = [tree]
    for _ in range(_DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, (dict, list))
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return True
    return False


def _meetings(committee: dict[str, Any]) -> Iterator[ListedMeeting]:
    about = {key: value for key, value in committee.items() if key != "Moeder"}
    for entry in _records(committee.get("Moeder")):
        if meeting_id := _id(entry):
            told = json.dumps([about.get("Navn"), entry], sort_keys=True)
            yield ListedMeeting(
                id=meeting_id,
                committee=_words(committee, "Navn"),
                name=_words(entry, "Navn"),
                date=_day(_words(entry, "MeetingBeginUtc")) or _day(_words(entry, "Dato")),
                fingerprint=sha256(told.encode()).hexdigest(),
                entry=entry,
                committee_entry=about,
            )


def _filled_up(record: object, listed: dict[str, Any]) -> dict[str, Any]:
    said = record if isinstance(record, dict) else {}
    return said | {key: value for key, value in listed.items() if said.get(key) in (None, "")}


def _id(record: dict[str, Any]) -> str | None:
    written = record.get("Id")
    return written if isinstance(written, str) and _ID.fullmatch(written) and written != _NO_ID else None


def _day(written: str) -> date | None:
    """The day in Denmark: portals write local time with its distance from UTC, or UTC."""
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(ZoneInfo("Europe/Copenhagen")) if moment.tzinfo == UTC else moment).date()
    except (ValueError, OverflowError):
        return None


def _words(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return fold(value) if isinstance(value, str) else ""


def _records(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
