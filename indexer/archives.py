"""Archives (.zip): each file in one is a document of its own, as if it lay in a folder of that name.

Nothing is ever unpacked to disk, so a name that leads out of the archive leads nowhere; it is refused all the
same, since nobody packs minutes that way. What an archive may cost is bounded by what comes out of it, not by
what it says of itself: the size of each file, of all together, their number, and archives within archives.
"""

import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from indexer.attachment_files import is_attachment_folder
from indexer.errors import UnreadableDocument
from indexer.limits import limits, still_at_work
from indexer.readers import is_readable_name, read, read_bytes
from indexer.source_text import SourceText

__all__ = ["INSIDE", "Listed", "Listing", "Member", "is_archive_name", "list_archive", "read_file"]

INSIDE = "!/"
"""Stands between an archive and what is in it: ``referater.zip!/2024/byraadet.pdf``."""

_SUFFIX = ".zip"
_MOST_FILES = 20_000
_MOST_IN_ALL = 64  # times the size that one file may have
_DEEPEST = 3  # archives in archives
_UTF8_NAME, _PROTECTED = 0x800, 0x1  # flag bits 11 and 0, APPNOTE.TXT 4.4.4
_LATIN = "cp437"  # what zipfile takes other names for
_NORDIC = "cp865"  # what Danish programs write: it differs in ø and Ø
_DAMAGE = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,  # a way of packing that Python lacks
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; ``names`` leads to it, one name for each archive on the way."""

    archive: Path
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file's own name, without folders."""
        return PurePosixPath(self.names[-1]).name

    def written(self, archive: str) -> str:
        """Its path, as it is shown, in an archive that is shown so."""
        return INSIDE.join((archive, *self.names))


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that an archive holds: how to reach it, its size in bytes and its SHA-256 in hexadecimal."""

    names: tuple[str, ...]
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What an archive holds of readable names; ``refused`` are (names, why it is not looked into)."""

    members: tuple[Listed, ...]
    refused: tuple[tuple[tuple[str, ...], str], ...]


def is_archive_name(path: Path) -> bool:
    """Whether indexing a folder takes this file for an archive of documents."""
    return path.suffix.lower() == _SUFFIX and not path.name.startswith(".")


def read_file(file: Path | Member) -> SourceText:
    """The text of a file, wherever it lies. Raises ``UnreadableDocument``."""
    if isinstance(file, Path):
        return read(file)
    where: Path | BytesIO = file.archive
    for name in file.names:
        with _opened(where) as archive:
            entry = next((each for each in reversed(archive.infolist()) if _name(each) == name), None)
            if entry is None:
                raise UnreadableDocument("no longer in the archive")
            content = _unpacked(archive, entry)
        where = BytesIO(content)
    return read_bytes(content, file.name)


def list_archive(path: Path) -> Listing:
    """What an archive holds, each file unpacked once to be sure of it.

    Raises ``UnreadableDocument`` when it is damaged, or holds more than any minutes need.
    """
    members: list[Listed] = []
    refused: list[tuple[tuple[str, ...], str]] = []
    left = limits().bytes * _MOST_IN_ALL
    for names, found in _walk(path, ()):
        if isinstance(found, str):
            refused.append((names, found))
        else:
            members.append(Listed(names, len(found), sha256(found).hexdigest()))
            left -= len(found)
        if left < 0:
            raise UnreadableDocument(
                f"unpacks to more than {_MOST_IN_ALL * limits().megabytes} MiB: split it"
            )
        if len(members) + len(refused) > _MOST_FILES:
            raise UnreadableDocument(f"holds more than {_MOST_FILES} files: split it")
        still_at_work()
    kept = [listed for listed in members if not is_archive_name(Path(listed.names[-1]))]
    return Listing(tuple(kept), tuple(refused))


def _walk(where: Path | BytesIO, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bytes | str]]:
    """Every file of interest, archives too, with its bytes or with the reason why there are none."""
    with _opened(where) as archive:
        entries = {_name(entry): entry for entry in archive.infolist() if _is_of_interest(entry)}
        attachments = {name: folder for name in entries if (folder := _attachment_folder(name))}
        for folder in sorted(set(attachments.values())):
            yield (*above, folder), "attachments are read beside their minutes only: unpack the archive"
        for name, entry in sorted(entries.items()):
            if name in attachments:
                continue
            names = (*above, name)
            try:
                content = _unpacked(archive, entry)
            except UnreadableDocument as error:
                yield names, str(error)
                continue
            yield names, content
            if not is_archive_name(Path(name)):
                continue
            if len(names) >= _DEEPEST:
                yield names, f"archives within archives, {_DEEPEST} deep: unpack it"
                continue
            try:
                yield from _walk(BytesIO(content), names)
            except _NotAnArchive as error:
                yield names, str(error)


class _NotAnArchive(UnreadableDocument):
    """Damaged as a whole, so that what it holds is not known."""


@contextmanager
def _opened(where: Path | BytesIO) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(where)
    except OSError as error:
        raise UnreadableDocument(f"cannot be opened: {error.strerror or error}") from None
    except _DAMAGE:
        raise _NotAnArchive("the archive is damaged: pack it again") from None
    with archive:
        yield archive


def _is_of_interest(entry: ZipInfo) -> bool:
    path = Path(_name(entry))
    hidden = any(part.startswith((".", "__MACOSX")) and part not in ("..", ".") for part in path.parts)
    return not entry.is_dir() and not hidden and (is_readable_name(path) or is_archive_name(path))


def _attachment_folder(name: str) -> str | None:
    """The folder of attachments that a file lies in; they are no minutes, and never taken for such."""
    above = reversed(PurePosixPath(name).parents)
    return next((str(folder) for folder in above if is_attachment_folder(folder.name)), None)


def _name(entry: ZipInfo) -> str:
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    raw = entry.filename.encode(_LATIN, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode(_NORDIC)


def _unpacked(archive: ZipFile, entry: ZipInfo) -> bytes:
    """One file of an archive, no more of it than a file may have. Raises ``UnreadableDocument``."""
    if _leads_out(_name(entry)):
        raise UnreadableDocument("its name leads out of the archive")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableDocument("a link, not a file")
    if entry.flag_bits & _PROTECTED:
        raise UnreadableDocument("protected by a password: pack it without one")
    try:
        with archive.open(entry) as file:
            content = file.read(limits().bytes + 1)
    except _DAMAGE:
        raise UnreadableDocument("damaged in the archive: pack it again") from None
    if len(content) > limits().bytes:
        raise UnreadableDocument(f"larger than {limits().megabytes} MiB: split it by meeting")
    return content


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0] or "\0" in name
