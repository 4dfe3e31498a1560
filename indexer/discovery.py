"""Which files there are to index: files as named, folders with everything readable under them.

Folders are walked without following a link back into itself. What cannot be listed is said, and nothing
below it is taken for removed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from indexer.archives import INSIDE, is_archive_name
from indexer.attachment_files import (
    AttachmentFile,
    attachments_in,
    attachments_of,
    is_attachment_folder,
    whose_attachments,
)
from indexer.cpr import mask_cpr
from indexer.readers import is_readable_name

__all__ = ["Found", "find_files", "path_key"]


@dataclass(slots=True)
class Found:
    """What was found. ``folders`` were walked, ``unlisted`` are folders under them that could not be.

    ``refused`` maps a path to the reason why it is not looked into, ``attachments`` a file to its own.
    ``archives`` is for whoever opens them: the path of each, and whether it could be listed.
    """

    files: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    unlisted: list[Path] = field(default_factory=list)
    refused: dict[Path, str] = field(default_factory=dict)
    archives: dict[str, bool] = field(default_factory=dict)
    attachments: dict[Path, tuple[AttachmentFile, ...]] = field(default_factory=dict)

    def is_gone(self, key: str, present: set[str]) -> bool:
        """Whether an indexed path lies in what was looked through and was not met there."""
        for archive in _archives_above(key):
            if archive in self.archives:
                return self.archives[archive] and key not in present
        if key in present or any(_is_below(key, folder) for folder in self.unlisted):
            return False
        return any(_is_below(key, folder) for folder in self.folders)


def path_key(path: Path) -> str:
    """How a path is written down: as text (a name may hold any bytes), and without CPR numbers."""
    return mask_cpr(os.fsencode(path).decode("utf-8", "backslashreplace"))[0]


def find_files(paths: list[Path], data: Path) -> Found:
    """Every file to be indexed, each once, in order of name; ``data`` (the index itself) is left out."""
    found = Found()
    seen: dict[str, None] = {}
    own = os.path.realpath(data)
    for path in paths:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links keep their names
        if absolute.is_dir():
            found.folders.append(absolute)
            files = list(_walk(absolute, found, own, frozenset()))
        elif os.path.lexists(absolute):
            files = [absolute]
            if beside := attachments_of(absolute):
                found.attachments[absolute] = beside
        else:
            found.refused[absolute] = "no such file or folder"
            continue
        seen.update(dict.fromkeys(map(os.fspath, files)))
    found.files = [Path(name) for name in seen]
    return found


def _walk(folder: Path, found: Found, own: str, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        found.unlisted.append(folder)
        found.refused[folder] = f"cannot be listed: {error.strerror or error}"
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        found.refused[folder] = "a link back to a folder above it: not followed"
        return
    if os.path.realpath(folder) == own:
        found.unlisted.append(folder)  # what was fetched into it is indexed by its own path
        return
    files: list[Path] = []
    beside: list[Path] = []
    for entry in entries:
        path = folder / entry.name
        try:
            is_folder = entry.is_dir()
        except OSError as error:  # a link that leads to itself
            found.refused[path] = f"cannot be followed: {error.strerror or error}"
            continue
        if is_folder and is_attachment_folder(entry.name):
            beside.append(path)
        elif is_folder and not entry.name.startswith("."):
            yield from _walk(path, found, own, above | {here})
        elif not is_folder and (is_readable_name(path) or is_archive_name(path)):
            files.append(path)
            yield path
    for attachments in beside:
        _take_attachments(attachments, files, found)


def _take_attachments(folder: Path, files: list[Path], found: Found) -> None:
    inside, owner = attachments_in(folder), whose_attachments(folder.name, files)
    if owner is not None:
        found.attachments[owner] = (*found.attachments.get(owner, ()), *inside)
    elif inside:
        found.refused[folder] = (
            "attachments of none of the minutes beside it: name it as one of those, and 'bilag'"
        )


def _archives_above(key: str) -> Iterator[str]:
    """The paths of the archives that a path may lie in."""
    at = key.find(INSIDE)
    while at >= 0:
        yield key[:at]
        at = key.find(INSIDE, at + 1)


def _is_below(key: str, folder: Path) -> bool:
    return key.startswith(path_key(folder).rstrip(os.sep) + os.sep)
