"""What the folders of portals hold, told without asking a portal: when each meeting was last fetched, and
which meetings the portal listed."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from indexer.portal.agenda_api import ListedMeeting, as_object, read_listing
from indexer.portal.folder import JOURNAL, LISTING_FILE, read_journal
from indexer.portal.places import meeting_key

__all__ = ["FetchedFolder", "fetched_folder", "folder_of"]


@dataclass(frozen=True, slots=True)
class FetchedFolder:
    """The folder of one portal. ``listed`` are the meetings of the portal's list, as last answered.

    ``files`` gives for the id of a meeting the file it is kept in, and the moment (UTC) at which the portal
    last said that it holds.
    """

    root: Path
    portal: str
    listed: tuple[ListedMeeting, ...]
    files: dict[str, tuple[Path, datetime | None]]

    @property
    def last_fetch(self) -> datetime | None:
        """When the portal was last asked for any of them."""
        return max((moment for _, moment in self.files.values() if moment), default=None)


def folder_of(path: Path) -> Path | None:
    """The folder of a portal that a file lies in; ``None`` where it lies in none."""
    # not Path.is_file, which raises where it may not look
    return next((each for each in path.parents if os.path.isfile(each / JOURNAL)), None)  # noqa: PTH113


def fetched_folder(root: Path) -> FetchedFolder | None:
    """What is kept in a folder; ``None`` where nothing is, or it cannot be read."""
    try:
        portal, kept = read_journal(root)
        answer = as_object((root / LISTING_FILE).read_bytes())
    except OSError:
        return None
    listed = read_listing(answer) if answer is not None else None
    files = {
        each.meeting: (root / each.file, _moment(each.checked))
        for each in kept.values()
        if each.key == meeting_key(each.meeting)
    }
    return FetchedFolder(root, portal, listed or (), files)


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written).astimezone(UTC)
    except ValueError:
        return None
