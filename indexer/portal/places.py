"""Where in the folder a file goes: named so that a person finds it, and told apart by the portal's own id.

The name without its ending becomes the id of the document, which people see in answers and addresses.
"""

import re

from indexer.portal.agenda_api import ListedMeeting, Paper
from indexer.portal.folder import MEETINGS

__all__ = ["meeting_file", "meeting_key", "paper_file", "paper_key"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_GUID = re.compile(r"([0-9a-f]{8})-[0-9a-f]{4}(?:-[0-9a-f]{4}){2}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST = 60  # characters of a committee's name; file systems take 255 bytes


def meeting_key(meeting_id: str) -> str:
    """What a meeting's file is known by."""
    return f"meeting:{meeting_id}"


def meeting_file(meeting: ListedMeeting) -> str:
    """The place of a meeting's items."""
    return f"{MEETINGS}/{_folder(meeting)}/{_name(meeting, meeting.id)}.json"


def paper_key(paper: Paper) -> str:
    """What a PDF is known by."""
    return f"{paper.kind}:{paper.id}"


def paper_file(meeting: ListedMeeting, paper: Paper) -> str:
    """The place of a PDF."""
    if paper.kind == "attachment":
        return f"attachments/{meeting.id}/{paper.id}.pdf"
    return f"pdf/{_folder(meeting)}/{_name(meeting, paper.id)}.pdf"


def _folder(meeting: ListedMeeting) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", meeting.committee.casefold().translate(_LETTERS)).strip("-")
    return plain[:_LONGEST].strip("-") or "udvalg"


def _name(meeting: ListedMeeting, of: str) -> str:
    day = meeting.date.isoformat() if meeting.date else "uden-dato"
    guid = _GUID.fullmatch(of)
    return f"{_folder(meeting)}-{day}-{guid[1].lower() if guid else of}"
