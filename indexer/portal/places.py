"""Where in the folder a file goes: named so that a person finds it, and told apart by the portal's own id.

The name without its ending becomes the id of the document, which people see in answers and addresses.
"""

import re

from indexer.cpr import mask_cpr
from indexer.portal.agenda_api import ListedMeeting, Paper
from indexer.portal.folder import MEETINGS

__all__ = ["meeting_file", "meeting_key", "paper_file", "paper_key"]

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_GUID = re.compile(r"([0-9a-f]{8})-[0-9a-f]{4}(?:-[0-9a-f]{4}){2}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST = 60  # characters of a committee's name; file systems take 255 bytes
_LONGEST_TITLE = 80  # characters of an attachment's
_ITEM_NUMBER = re.compile(r"\d{1,4}[A-Za-z]?")


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
    """The place of a PDF; attachments lie beside the minutes, as ``attachment_files.py`` has it."""
    if paper.kind == "attachment":
        return f"{_attachments(meeting)}/{_item_folder(paper)}{_title(paper)}[{_short(paper.id)}].pdf"
    return f"pdf/{_folder(meeting)}/{_name(meeting, paper.id)}.pdf"


def _folder(meeting: ListedMeeting) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", meeting.committee.casefold().translate(_LETTERS)).strip("-")
    return plain[:_LONGEST].strip("-") or "udvalg"


def _name(meeting: ListedMeeting, of: str) -> str:
    day = meeting.date.isoformat() if meeting.date else "uden-dato"
    return f"{_folder(meeting)}-{day}-{_short(of)}"


def _short(portal_id: str) -> str:
    guid = _GUID.fullmatch(portal_id)
    return guid[1].lower() if guid else portal_id


def _attachments(meeting: ListedMeeting) -> str:
    return f"{MEETINGS}/{_folder(meeting)}/{_name(meeting, meeting.id)} bilag"


def _item_folder(paper: Paper) -> str:
    return f"Punkt {paper.item}/" if _ITEM_NUMBER.fullmatch(paper.item) else ""


def _title(paper: Paper) -> str:
    """The title as the beginning of a file's name on any system, with a space behind; empty without one."""
    plain = re.sub(r"[^\w .,()+&%§-]+", " ", mask_cpr(paper.title)[0])
    cut = " ".join(plain.split())[:_LONGEST_TITLE].strip(" .")
    return f"{cut} " if cut else ""
