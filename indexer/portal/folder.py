"""The folder that what a portal gave is kept in, and what is known of each file there.

::

    meetings/<committee>/<committee>-<date>-<id>.json   what is indexed: a meeting's items, as answered
        … <id> bilag/Punkt <number>/<title> [<id>].pdf  its attachments, where they were asked for
    pdf/<committee>/<committee>-<date>-<id>.pdf         the minutes as PDF, where they were asked for
    .committees.json                                    the list of meetings, as last answered
    .fetched.jsonl                                      what is known of the files: a line for each change

A file's line is written before the file, with the hash of what it will hold. So whatever moment a run is
killed at, a file that is missing or differs from its line is fetched again, and none is forgotten that
would have to go when its meeting is withdrawn.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, TextIO

from filelock import FileLock, Timeout

from indexer.portal.client import Validators
from indexer.portal.errors import FolderRefused

__all__ = ["JOURNAL", "LISTING_FILE", "MEETINGS", "Folder", "Kept", "read_journal"]

MEETINGS = "meetings"
"""The part of the folder that is indexed."""

JOURNAL = ".fetched.jsonl"
LISTING_FILE = ".committees.json"
_LOCK = ".fetching.lock"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of one file. ``key`` is its kind and id, ``file`` its place in the folder.

    ``listed`` is the fingerprint of the list's entry it was fetched for, ``checked`` the moment (ISO 8601,
    UTC) at which the portal last said that it holds.
    """

    key: str
    meeting: str
    file: str
    sha256: str
    listed: str = ""
    checked: str = ""
    etag: str = ""
    modified: str = ""

    @property
    def validators(self) -> Validators:
        """What the portal told with it."""
        return Validators(self.etag, self.modified)


class Folder:
    """A folder in use by this process; see ``opened``."""

    def __init__(self, root: Path, kept: dict[str, Kept], journal: TextIO) -> None:
        self.root = root
        self._kept = kept
        self._journal = journal

    @classmethod
    @contextmanager
    def opened(cls, root: Path, portal: str) -> Iterator["Folder"]:
        """The folder of one portal, made if need be. Raises ``FolderRefused``."""
        try:
            root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(root / _LOCK)
            lock.acquire(timeout=0)
        except Timeout:
            raise FolderRefused(f"another besluttet fetch is writing to {root}: wait for it to end") from None
        except OSError as error:
            raise _cannot_write(root, error) from None
        try:
            came_from, kept = read_journal(root)
            if came_from not in ("", portal):
                raise FolderRefused(
                    f"{root} holds what came from {came_from}: name another folder with --out"
                )
            _write_whole(root / JOURNAL, _journal_of(portal, kept))
            with (root / JOURNAL).open("a", encoding="utf-8") as journal:
                yield cls(root, kept, journal)
            _write_whole(root / JOURNAL, _journal_of(portal, kept))
        except OSError as error:
            raise _cannot_write(root, error) from None
        finally:
            lock.release()

    def kept(self, key: str) -> Kept | None:
        """What is known of a file that is there and as it was written; ``None`` where it must be fetched."""
        found = self._kept.get(key)
        if found is None or not self._is_whole(found):
            return None
        return found

    def meetings(self) -> set[str]:
        """The ids of all meetings that something is kept of."""
        return {kept.meeting for kept in self._kept.values()}

    def of_meeting(self, meeting_id: str) -> list[Kept]:
        """All that is kept of a meeting."""
        return [kept for kept in self._kept.values() if kept.meeting == meeting_id]

    def read(self, kept: Kept) -> bytes:
        """The content of a file."""
        return (self.root / kept.file).read_bytes()

    def write(self, kept: Kept, content: bytes) -> bool:
        """Keeps a file; returns whether it differs from what was there. ``kept.sha256`` is filled in."""
        kept = replace(kept, sha256=sha256(content).hexdigest())
        before = self._kept.get(kept.key)
        same = before is not None and before.file == kept.file and before.sha256 == kept.sha256
        changed = not (same and self._is_whole(kept))
        if before is not None and before.file != kept.file:
            self._delete(before.file)
        self.note(kept)
        if changed:
            _write_whole(self.root / kept.file, content)
        return changed

    def note(self, kept: Kept) -> None:
        """Writes down what is known of a file, which itself stays as it is."""
        self._kept[kept.key] = kept
        self._add_line(asdict(kept))

    def remove(self, kept: Kept) -> None:
        """Removes a file."""
        self._delete(kept.file)
        self._kept.pop(kept.key, None)
        self._add_line({"key": kept.key, "gone": True})

    def write_listing(self, raw: dict[str, Any]) -> None:
        """Keeps the list of meetings as answered."""
        _write_whole(
            self.root / LISTING_FILE, json.dumps(raw, ensure_ascii=False).encode("utf-8", "backslashreplace")
        )

    def _is_whole(self, kept: Kept) -> bool:
        with suppress(OSError):
            return sha256((self.root / kept.file).read_bytes()).hexdigest() == kept.sha256
        return False

    def _delete(self, file: str) -> None:
        path = self.root / file
        path.unlink(missing_ok=True)
        with suppress(OSError):  # not empty: then it stays
            for folder in path.relative_to(self.root).parents[:-1]:
                (self.root / folder).rmdir()

    def _add_line(self, line: dict[str, Any]) -> None:
        self._journal.write(json.dumps(line) + "\n")
        self._journal.flush()


_FIELDS = tuple(field.name for field in fields(Kept))


def read_journal(root: Path) -> tuple[str, dict[str, Kept]]:
    """Which portal a folder is of, and what the lines say, the last on each file.

    A line cut off by a crash is passed over; a folder without a journal is of "". Raises ``OSError``.
    """
    path = root / JOURNAL
    if not path.exists():
        return "", {}
    portal = ""
    kept: dict[str, Kept] = {}
    for written in path.read_text("utf-8", "replace").splitlines():
        line = _line(written)
        if isinstance(line.get("portal"), str):
            portal = line["portal"]
        elif line.get("gone"):
            kept.pop(str(line.get("key")), None)
        elif all(isinstance(line.get(name), str) for name in _FIELDS) and _is_inside(line["file"]):
            kept[line["key"]] = Kept(**{name: line[name] for name in _FIELDS})
    return portal, kept


def _line(written: str) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(written)
        return found if isinstance(found, dict) else {}
    return {}


def _is_inside(file: str) -> bool:
    path = PurePosixPath(file)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in file


def _journal_of(portal: str, kept: dict[str, Kept]) -> bytes:
    lines: list[dict[str, Any]] = [{"portal": portal, "version": _VERSION}, *map(asdict, kept.values())]
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


def _write_whole(path: Path, content: bytes) -> None:
    """All or nothing, also when this process is killed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    os.replace(part, path)  # noqa: PTH105 - named so in the manual: atomic


def _cannot_write(root: Path, error: OSError) -> FolderRefused:
    return FolderRefused(f"cannot write in {root}: {error.strerror or error}")
