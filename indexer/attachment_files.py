"""Which files are attachments (bilag) of which minutes: a convention that a person can keep by hand.

::

    socialudvalget-2025-09-08.pdf
    socialudvalget-2025-09-08 bilag/
        Punkt 63 Takster 2026.pdf           the item in the file's name …
        Punkt 64/Oversigt over pladser.docx … or in that of a folder (where the bare number will do)
        Støjmåling.pdf                      … or the title, as the minutes list it with one item

The folder bears the name of the minutes and "bilag"; beside a single document "bilag" alone will do.
``fetch`` lays attachments down in the same way. Files in such a folder are never taken for minutes.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from indexer.cpr import mask_cpr
from indexer.readers import is_readable_name
from indexer.source_text import fold

__all__ = [
    "AttachmentFile",
    "attachments_in",
    "attachments_of",
    "fingerprint_of",
    "is_attachment_folder",
    "whose_attachments",
]

_FOLDER = re.compile(r"^(?P<of>.*?)(?:^|[\s._-])bilag$", re.IGNORECASE)
_ITEM = re.compile(
    r"(?:punkt|pkt\.?|dagsordenspunkt)[\s._]*(?:nr[\s._]*)?(?P<number>\d{1,4}[a-z]?)(?:[\s._:–-]+|$)",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"0*\d{1,4}[a-z]?$", re.IGNORECASE)
_ID_BEHIND = re.compile(r"\s*\[[0-9a-z-]{4,64}\]$", re.IGNORECASE)  # fetch tells equal titles apart by it
_MOST = 2000  # files of one meeting; what is beyond is no longer a folder of attachments


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """A file beside minutes; ``item`` is the number of its item where a name tells it."""

    file: Path
    item: str | None
    title: str


def is_attachment_folder(name: str) -> bool:
    """Whether a folder of this name holds attachments and no minutes."""
    return _FOLDER.match(name) is not None


def whose_attachments(folder: str, files: list[Path]) -> Path | None:
    """Which of the ``files`` beside it a folder of attachments belongs to; ``None`` where it is not clear."""
    match = _FOLDER.match(folder)
    if match is None:
        return None
    of = match["of"].rstrip(" ._-").casefold()
    if not of:
        return files[0] if len(files) == 1 else None
    return next((file for file in files if file.stem.rstrip(" ._-").casefold() == of), None)


def attachments_of(document: Path) -> tuple[AttachmentFile, ...]:
    """The attachments that lie beside a document, in order of their names; none where none can be listed."""
    try:
        beside = sorted(os.scandir(document.parent), key=lambda entry: entry.name)
        folders = [entry.name for entry in beside if is_attachment_folder(entry.name) and entry.is_dir()]
        files = [
            document.parent / e.name for e in beside if not e.is_dir() and is_readable_name(Path(e.name))
        ]
    except OSError:
        return ()
    found: list[AttachmentFile] = []
    for folder in folders:
        if whose_attachments(folder, files) == document:
            found += attachments_in(document.parent / folder)
    return tuple(found)


def attachments_in(folder: Path) -> tuple[AttachmentFile, ...]:
    """The attachments in such a folder, in order of their names."""
    found: list[AttachmentFile] = []
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(home, name)
            if is_readable_name(file):
                found.append(_attachment(file, file.relative_to(folder)))
    return tuple(found[:_MOST])


def fingerprint_of(attachments: Iterable[AttachmentFile]) -> str:
    """Changes when an attachment comes, goes, is renamed or written again; "" where there are none."""
    told = sha256()
    every = list(attachments)
    for attachment in every:
        told.update(os.fsencode(attachment.file) + b"\0")
        try:
            status = attachment.file.stat()
            told.update(f"{status.st_size} {status.st_mtime_ns}\0".encode())
        except OSError:
            told.update(b"gone\0")
    return told.hexdigest()[:16] if every else ""


def _attachment(file: Path, below: Path) -> AttachmentFile:
    stem = below.stem
    told = _ITEM.match(stem)
    number = told["number"] if told else None
    for part in below.parts[:-1]:
        named = _ITEM.match(part)
        if number is None and (named or _BARE_NUMBER.match(part)):
            number = named["number"] if named else part
    title = stem[told.end() :] if told else stem
    title = fold(_ID_BEHIND.sub("", title).replace("_", " ")) or fold(stem)
    readable = title.encode("utf-8", "backslashreplace").decode()  # a name may hold any bytes
    return AttachmentFile(file, number, mask_cpr(readable)[0])
