"""One file per format: bytes on disk become a ``SourceText``.

``READERS`` is the table of formats. A row says how a file of the format is known, by its first bytes or by
its name, and which module reads it; the module has ``read(data: bytes) -> SourceText`` and is imported
only when a file of its format turns up. A new format is a new row and a new module.

What all formats share is here: a file must be a regular one, not empty, and no larger than
the limits say; whatever comes of it must hold text. Every refusal is an ``UnreadableDocument`` whose one line
says what to do.
"""

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from indexer.errors import UnreadableDocument
from indexer.limits import Limits, limits
from indexer.source_text import SourceText

__all__ = ["MAX_BYTES", "READERS", "Format", "is_readable_name", "read", "read_bytes"]

MAX_BYTES = Limits().bytes
"""Largest file taken in unless told otherwise: it is held in memory, several times over while parsed."""

_BLANK = b"\xef\xbb\xbf \t\r\n"  # what may stand before a mark, UTF-8's own included
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
_ZIP = b"PK\x03\x04"
_WORD = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/")  # of which one comes first
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # behind the head of the first part
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")  # Office before 2007, and RTF
_HEAD = 2048  # bytes that a format is known by; PDF allows 1,024 bytes of anything before its mark


@dataclass(frozen=True, slots=True)
class Format:
    """One row: suffixes (lower case), the test of the first bytes, and the module that reads the format."""

    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    module: str


def _by_name_only(_: bytes) -> bool:
    return False


READERS: tuple[Format, ...] = (
    Format((".pdf",), lambda head: b"%PDF-" in head[:1024], "pdf"),
    Format((".docx",), lambda head: head.startswith(_ZIP) and any(mark in head for mark in _WORD), "docx"),
    Format(
        (".odt", ".doc", ".rtf"),
        lambda head: head.startswith(_OFFICE) or head[30:].startswith(_ODT),
        "office",
    ),
    Format((".html", ".htm"), lambda head: _HTML.match(head.lstrip(_BLANK)) is not None, "html"),
    Format(
        (".json",),
        lambda head: head.lstrip(_BLANK)[:1] == b"{" and b'"Dagsordenpunkter"' in head,
        "firstagenda_json",
    ),
    Format((".md", ".markdown"), _by_name_only, "markdown"),
    Format((".txt", ".text"), _by_name_only, "text"),
)

_NOT_OURS: tuple[tuple[bytes, str], ...] = (
    (_ZIP, "an archive or another program's document: unpack it, or save it as .docx or PDF"),
    (b"\x89PNG\r\n", "an image: run OCR first, e.g. ocrmypdf -l dan"),
    (b"\xff\xd8\xff", "an image: run OCR first, e.g. ocrmypdf -l dan"),
    (b"II*\x00", "an image: run OCR first, e.g. ocrmypdf -l dan"),
    (b"MM\x00*", "an image: run OCR first, e.g. ocrmypdf -l dan"),
    (b"\x1f\x8b", "a compressed file: unpack it first"),
)
"""Files that people do point at, by their first bytes, and what to do with them."""


def read(path: Path) -> SourceText:
    """The text of one file, whatever its format.

    Raises ``UnreadableDocument``, and nothing else, when the file cannot be taken in.
    """
    return read_bytes(_bytes_of(path), path.name)


def read_bytes(data: bytes, name: str) -> SourceText:
    """The text of a file already in memory; ``name`` matters where its bytes do not tell the format."""
    if not data.strip():
        raise UnreadableDocument("the file is empty")
    if len(data) > limits().bytes:
        raise UnreadableDocument(f"larger than {limits().megabytes} MiB: split it by meeting")
    module = import_module(f"{__name__}.{_format_of(data, name).module}")
    source = cast(Callable[[bytes], SourceText], module.read)(data)
    if not source.text.strip():
        raise UnreadableDocument("there is no text in the file")
    return source


def is_readable_name(path: Path) -> bool:
    """Whether indexing a folder takes this file: a known suffix, not hidden, not an editor's lock file."""
    return not path.name.startswith((".", "~$")) and any(
        path.suffix.lower() in row.suffixes for row in READERS
    )


def _bytes_of(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableDocument("not a regular file")
        with path.open("rb") as file:
            return file.read(limits().bytes + 1)
    except FileNotFoundError:
        raise UnreadableDocument("no such file") from None
    except PermissionError:
        raise UnreadableDocument("no permission to read it") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UnreadableDocument(f"cannot be opened: {error}") from None


def _format_of(data: bytes, name: str) -> Format:
    head = data[:_HEAD]
    for row in READERS:
        if row.sniff(head):
            return row
    for magic, what in _NOT_OURS:
        if head.startswith(magic):
            raise UnreadableDocument(f"this is {what}")
    suffix = Path(name).suffix.lower()
    for row in READERS:
        if suffix in row.suffixes:
            return row
    known = ", ".join(suffix for row in READERS for suffix in row.suffixes)
    raise UnreadableDocument(f"no reader for '{suffix or name}': save it as one of {known}")
