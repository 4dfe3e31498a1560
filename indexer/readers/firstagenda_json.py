"""The answer of a FirstAgenda portal to ``/api/agenda/dagsorden/{id}``, as connectors and people save it.

All of an item's sections sit in one HTML field among Word's noise. Unknown or missing keys are no error:
the portals are of several versions. What ``indexer/portal`` has kept says under ``KEPT_FROM`` which portal
and meeting it is; other answers tell their host only in the links they hold.
"""

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from indexer.errors import UnreadableDocument
from indexer.readers.composer import Composer
from indexer.readers.firstagenda import (
    PortalItem,
    PortalMeeting,
    danish_date,
    deep_link,
    kind_word,
    written_out,
)
from indexer.readers.markup import parse_html, write_html
from indexer.readers.municipalities import municipality_of_host
from indexer.readers.text import decode
from indexer.source_text import SourceText, fold

__all__ = ["KEPT_FROM", "read"]

KEPT_FROM = "_portal"
"""Key of ``{"address": "https://…", "meeting": id}``, added to an answer when it is kept."""

_ITEMS = "Dagsordenpunkter"
_SECTION_LEVEL = 3


def read(data: bytes) -> SourceText:
    """The meeting in a portal's answer. Raises ``UnreadableDocument`` for any other JSON."""
    text, warnings = decode(data)
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableDocument("damaged JSON: fetch it from the portal again") from None
    if not isinstance(answer, dict) or not isinstance(answer.get(_ITEMS), list):
        raise UnreadableDocument(f"JSON, but no agenda from a FirstAgenda portal: there is no {_ITEMS} in it")
    return written_out(_meeting(answer), warnings)


def _meeting(answer: dict[str, Any]) -> PortalMeeting:
    about = _record(answer, "Moede")
    begins = _moment(_words(about, "MeetingBeginUtc") or _words(about, "Dato"))
    items = sorted(_records(answer, _ITEMS), key=_place_in_order)
    kept_from = _record(answer, KEPT_FROM)
    address = _words(kept_from, "address") or next(
        (link for item in items for part in _records(item, "Felter") if (link := _words(part, "Link"))), ""
    )
    meeting_id = _words(kept_from, "meeting") or _words(answer, "Id")
    return PortalMeeting(
        kind=_kind(about, answer.get("TillaegsDagsorden")),
        committee=_words(_record(answer, "Udvalg"), "Navn"),
        date=f"{begins:%d-%m-%Y}" if begins else "",
        when=danish_date(begins) if begins else "",
        place=_words(about, "Sted"),
        municipality=municipality_of_host(address),
        attendees=tuple(
            _attendee(person) for person in _records(about, "Moededeltagere") if _words(person, "Name")
        ),
        items=tuple(_item(item, address, meeting_id) for item in items),
    )


def _kind(about: dict[str, Any], supplementary: object) -> str:
    word = kind_word(_words(about, "Navn"))
    marked = supplementary is True or about.get("IsSupplementaryAgenda") is True
    return f"TILLÆGS{word}" if marked and not word.startswith("TILLÆGS") else word


def _item(item: dict[str, Any], address: str, meeting_id: str) -> PortalItem:
    def write(composer: Composer) -> None:
        _write_sections(item, composer)

    attachments = sorted(_records(item, "Bilag"), key=lambda paper: _number(paper, "Order"))
    return PortalItem(
        number=_words(item, "Punktnummer") or _words(item, "Number"),
        title=_words(item, "Navn") or _words(item, "Caption"),
        case_no=_words(item, "SagsNummer") or _words(item, "CaseNumber"),
        closed=item.get("IsOpen") is False,
        write=write,
        attachments=tuple(name for paper in attachments if (name := _words(paper, "Navn"))),
        link=deep_link(address, meeting_id, _words(item, "Id")),
    )


def _write_sections(item: dict[str, Any], composer: Composer) -> None:
    for part in _records(item, "Felter"):
        if name := _words(part, "Navn"):
            composer.heading(name, _SECTION_LEVEL)
        _write(part.get("Html") or part.get("Tekst"), composer)
    if isinstance(item.get("ItemDecision"), str) and item["ItemDecision"].strip():
        composer.heading("Beslutning", _SECTION_LEVEL)
        _write(item["ItemDecision"], composer)


def _write(html: object, composer: Composer) -> None:
    root = parse_html(html) if isinstance(html, str) else None
    if root is not None:
        write_html(root, composer, breaks=True)


def _attendee(person: dict[str, Any]) -> str:
    if person.get("ParticipationCancelled") is True:
        return f"{_words(person, 'Name')} (Afbud)"
    return f"{_words(person, 'Name')} (Fravær)" if person.get("Absent") is True else _words(person, "Name")


def _moment(written: str) -> datetime | None:
    """A moment in Danish local time; the portals write it as such with its distance from UTC, or in UTC."""
    try:
        moment = datetime.fromisoformat(written)
        return moment.astimezone(ZoneInfo("Europe/Copenhagen")) if moment.tzinfo == UTC else moment
    except (ValueError, OverflowError):
        return None


def _place_in_order(item: dict[str, Any]) -> int:
    return _number(item, "Sorting")


def _number(record: dict[str, Any], key: str) -> int:
    value = record.get(key)
    return value if isinstance(value, int) else 0


def _words(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    return fold(str(value)) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _record(record: dict[str, Any], key: str) -> dict[str, Any]:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _records(record: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = record.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
