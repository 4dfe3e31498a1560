"""The PDFs of meetings: which of them are missing in the folder, and which have no place there any more.

What an agenda names is read from the file that is kept of it, so that papers can be asked for later than
the meetings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from indexer.portal.agenda_api import ListedMeeting, Paper, as_object, papers_of
from indexer.portal.folder import Folder, Kept
from indexer.portal.places import meeting_key, paper_file, paper_key

__all__ = ["Missing", "Papers", "missing_papers", "remove_unnamed"]


@dataclass(frozen=True, slots=True)
class Papers:
    """Which PDFs are fetched: the attachments of open items, the minutes themselves."""

    attachments: bool = False
    minutes: bool = False

    def __bool__(self) -> bool:
        return self.attachments or self.minutes


@dataclass(frozen=True, slots=True)
class Missing:
    """A PDF to be fetched, and the file it becomes."""

    meeting: ListedMeeting
    paper: Paper
    file: Kept


def missing_papers(folder: Folder, meetings: Iterable[ListedMeeting], papers: Papers) -> list[Missing]:
    """What is to be fetched.

    The minutes of a meeting are fetched again when the portal lists it differently; an attachment keeps
    its id only as long as it keeps its content.
    """
    found = []
    for meeting in meetings:
        kept = folder.kept(meeting_key(meeting.id))
        agenda = as_object(folder.read(kept)) if kept else None
        if agenda is None:
            continue
        for paper in papers_of(agenda, meeting.id, minutes=papers.minutes, attachments=papers.attachments):
            if not _is_there(folder, meeting, paper):
                listed = meeting.fingerprint
                file = Kept(paper_key(paper), meeting.id, paper_file(meeting, paper), "", listed=listed)
                found.append(Missing(meeting, paper, file))
    return found


def remove_unnamed(folder: Folder, meeting: ListedMeeting, agenda: dict[str, Any]) -> None:
    """Removes the PDFs that their meeting no longer names, or that no longer lie where they belong."""
    named = papers_of(agenda, meeting.id, minutes=True, attachments=True)
    places = {paper_key(paper): paper_file(meeting, paper) for paper in named}
    for kept in folder.of_meeting(meeting.id):
        if kept.key != meeting_key(meeting.id) and places.get(kept.key) != kept.file:
            folder.remove(kept)


def _is_there(folder: Folder, meeting: ListedMeeting, paper: Paper) -> bool:
    kept = folder.kept(paper_key(paper))
    return kept is not None and (paper.kind == "attachment" or kept.listed == meeting.fingerprint)
