"""FirstAgenda's portals: whether saved as a page or fetched as JSON, a meeting is written out in one form.

It is the form of FirstAgenda's own PDFs (``REFERAT … d. …``, ``Mødedato``, ``Punkt N: …``, sections,
``Bilag``), so that one layout of the parser reads them all. Of a closed item only its title is written:
what else a portal may send of it never enters the index.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from indexer.parsing.dates import MONTHS
from indexer.readers.composer import Composer
from indexer.source_text import SourceText

__all__ = ["PortalItem", "PortalMeeting", "danish_date", "deep_link", "kind_word", "written_out"]

_CLOSED = re.compile(r"lukket\b", re.IGNORECASE)
_KIND = re.compile(r"(?:tillægs)?(?:referat|dagsorden)", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NO_ID = "00000000-0000-0000-0000-000000000000"
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_TITLE_LEVEL, _ITEM_LEVEL, _SECTION_LEVEL = 1, 2, 3


@dataclass(frozen=True, slots=True)
class PortalItem:
    """One item; ``write`` puts its sections into the text, ``number`` and ``case_no`` may be empty."""

    number: str
    title: str
    case_no: str = ""
    closed: bool = False
    write: Callable[[Composer], None] | None = None
    attachments: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class PortalMeeting:
    """One meeting. ``kind`` is the word its title begins with; empty strings where the portal is silent."""

    kind: str
    committee: str
    date: str = ""
    """The day, ``dd-mm-yyyy``."""
    when: str = ""
    """Weekday, date and time in words."""
    place: str = ""
    municipality: str | None = None
    attendees: tuple[str, ...] = ()
    items: tuple[PortalItem, ...] = ()


def written_out(meeting: PortalMeeting, warnings: tuple[str, ...] = ()) -> SourceText:
    """The meeting as text."""
    composer = Composer()
    day = f"d. {meeting.date}" if meeting.date else ""
    composer.heading(f"{meeting.kind} {meeting.committee} {day}", _TITLE_LEVEL)
    for name, value in (
        ("Kommune", meeting.municipality or ""),
        ("Mødedato", meeting.when),
        ("Mødested", meeting.place),
        ("Mødedeltagere", ", ".join(meeting.attendees)),
    ):
        if value:
            composer.block(f"{name} {value}")
    for item in meeting.items:
        _write_item(item, composer)
    return composer.source(warnings)


def _write_item(item: PortalItem, composer: Composer) -> None:
    marked = _CLOSED.match(item.title) is not None
    title = f"Lukket: {item.title}" if item.closed and not marked else item.title
    composer.heading(f"Punkt {item.number}: {title}" if item.number else title, _ITEM_LEVEL, link=item.link)
    if item.closed or marked:
        return
    composer.block(item.case_no)
    if item.write:
        item.write(composer)
    if item.attachments:
        composer.heading("Bilag", _SECTION_LEVEL)
        for attachment in item.attachments:
            composer.block(f"- {attachment}")


def kind_word(name: str) -> str:
    """What the title begins with, of a document's name on the portal; minutes where it does not say."""
    found = _KIND.search(name)
    return found.group().upper() if found else "REFERAT"


def danish_date(moment: datetime) -> str:
    """A moment in words: ``onsdag den 1. oktober 2025 kl. 15.45``."""
    day = f"{_WEEKDAYS[moment.weekday()]} den {moment.day}. {MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} kl. {moment:%H.%M}"


def deep_link(address: str, meeting_id: str, item_id: str) -> str | None:
    """Where an item stands on the portal whose host is in ``address``; ``None`` if something is missing."""
    try:
        host = urlsplit(address).netloc
    except ValueError:
        return None
    known = all(_ID.fullmatch(each) and each != _NO_ID for each in (meeting_id, item_id))
    return f"https://{host}/vis?id={meeting_id}&punktid={item_id}" if host and known else None
