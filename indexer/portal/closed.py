"""What a portal sends of a closed item beyond its public title is not written to disk.

The readers leave it out as well; but a folder is copied, zipped and mailed, and then nobody asks a reader.
Of a closed item only the keys in ``_PUBLIC`` are kept: a list of what may stay cannot overlook a new key.
"""

import re
from typing import Any

__all__ = ["is_closed_item", "is_closed_meeting", "listed_without_closed", "without_closed"]

_PUBLIC = ("Id", "Navn", "Caption", "Punktnummer", "Number", "Sorting", "IsOpen")
_ITEMS = "Dagsordenpunkter"
_FALSE = (False, "false", "False", 0)
_WORDS = r"(?:lukket|fortroligt?|ikke[- ]offentligt?)"
_CLOSED_BEFORE = re.compile(rf"\s*[(\[]?{_WORDS}\b", re.IGNORECASE)
_CLOSED_BEHIND = re.compile(
    rf"(?:[(\[]{_WORDS}[^)\]]{{0,20}}[)\]]"
    rf"|(?:(?:\s[-–—/]|[:,;])\s*|(?<=Eventuelt)[\s-]+){_WORDS}(?:\s(?:punkt|sag|dagsordenspunkt))?)$",
    re.IGNORECASE,
)
_TAIL = 80  # characters at the end of a title in which a mark stands


def without_closed(agenda: dict[str, Any], *, closed_meeting: bool = False) -> dict[str, Any]:
    """A meeting's answer with its closed items cut down to their titles, and closed attachments left out.

    ``closed_meeting``: every item of it counts as closed.
    """
    about = agenda.get("Moede")
    closed_meeting = closed_meeting or (
        isinstance(about, dict) and is_closed_meeting(str(about.get("Navn") or ""))
    )
    kept = dict(agenda)
    if closed_meeting and isinstance(about, dict):
        kept["Moede"] = _without_description(about)
    items = agenda.get(_ITEMS)
    if isinstance(items, list):
        kept[_ITEMS] = [_item(item, closed_meeting) for item in items if isinstance(item, dict)]
    return kept


def listed_without_closed(committee: dict[str, Any]) -> dict[str, Any]:
    """A committee of the list, without the descriptions of closed meetings."""
    meetings = committee.get("Moeder")
    if not isinstance(meetings, list):
        return committee
    kept = [
        _without_description(each) if is_closed_meeting(str(each.get("Navn") or "")) else each
        for each in meetings
        if isinstance(each, dict)
    ]
    return committee | {"Moeder": kept}


def is_closed_meeting(name: str) -> bool:
    """Whether the name of what there is of a meeting ("Lukket referat") says that it is closed."""
    return _is_closed_title(name)


def is_closed_item(item: dict[str, Any]) -> bool:
    """Whether an item, or an attachment, says of itself that it is closed, by mark or by title."""
    if item.get("IsOpen", True) in _FALSE:
        return True
    titles = (item.get("Navn"), item.get("Caption"))
    return any(isinstance(title, str) and _is_closed_title(title) for title in titles)


def _is_closed_title(title: str) -> bool:
    return bool(_CLOSED_BEFORE.match(title) or _CLOSED_BEHIND.search(title.rstrip()[-_TAIL:]))


def _without_description(meeting: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in meeting.items() if key != "Description"}


def _item(item: dict[str, Any], closed_meeting: bool) -> dict[str, Any]:
    if closed_meeting or is_closed_item(item):
        public = {key: item[key] for key in _PUBLIC if isinstance(item.get(key), (str, int))}
        return public | {"IsOpen": False, "Felter": [], "Bilag": []}
    papers = item.get("Bilag")
    if isinstance(papers, list):
        openly = [paper for paper in papers if not (isinstance(paper, dict) and is_closed_item(paper))]
        return item | {"Bilag": openly}
    return item
