"""Files that came over HTTP: a folder ``uploads`` in the data folder, where ``ingest`` finds them.

They are the only copies the server has, so they belong in the backup. A name is one name, never a path;
what cannot be one is refused rather than changed, but for CPR numbers, which are masked as everywhere.
"""

import tempfile
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path

import anyio

from api.errors import BadUpload
from indexer.cpr import mask_cpr
from indexer.readers import READERS, is_readable_name
from models.errors import BesluttetError

__all__ = ["UPLOADS", "file_name", "keep_upload", "uploads_folder"]

UPLOADS = "/v1/admin/files/{name}"
"""The route that takes them; its bodies are as large as files are."""
_LONGEST = 200
"""Bytes of a file's name; file systems take 255, and a temporary name is longer."""


def uploads_folder(data: Path) -> Path:
    """Where in the data folder uploaded files lie."""
    return data / "uploads"


def file_name(given: str) -> str:
    """The name that an uploaded file is kept under.

    Raises:
        BadUpload: it is a path, hidden, holds what no name should, or its format is not read.
    """
    name = mask_cpr(unicodedata.normalize("NFC", given))[0]
    if any(sign in '/\\:*?"<>|' or unicodedata.category(sign)[0] == "C" for sign in name):
        raise BadUpload("A file's name is one name, without slashes, colons or signs that are not shown.")
    if len(name.encode()) > _LONGEST:
        raise BadUpload(f"The file's name is longer than {_LONGEST} bytes.")
    if name != name.strip() or not is_readable_name(Path(name)):
        known = ", ".join(suffix for row in READERS for suffix in row.suffixes)
        raise BadUpload(f"No reader for a file of that name; its end must be one of {known}.")
    return name


async def keep_upload(body: AsyncIterator[bytes], folder: Path, name: str) -> Path:
    """Write a body as it comes, and give the file its name once it is whole; an older one is replaced.

    ``name`` comes from ``file_name``. When the sender breaks off, nothing is left.

    Raises:
        BadUpload: there is nothing in it.
        BesluttetError: there is no room for it, or no right to write it.
    """
    path = folder / name
    partial: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".upload-", delete=False) as file:
            partial = Path(file.name)
            async for part in body:
                await anyio.to_thread.run_sync(file.write, part)
            size = file.tell()
        if not size:
            raise BadUpload("The body is empty: send the file as the body of the request.")
        partial.chmod(0o640)
        partial.replace(path)
    except OSError as error:
        raise BesluttetError(f"The file cannot be kept: {error.strerror or type(error).__name__}.") from None
    finally:
        if partial is not None:
            partial.unlink(missing_ok=True)
    return path
