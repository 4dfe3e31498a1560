"""``/referater/{document}/original``: the PDF that minutes were read from, if the operator allows it.

An original holds what the index leaves out: text of closed items, and CPR numbers. So it is served only from
folders that the settings name, only while it is the very file that was indexed, and never when something
in it was masked or left out.
"""

import hashlib
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from api.routes.dependencies import Room, ServerSettings
from api.settings import Settings
from indexer.errors import NotInIndex
from indexer.stored import StoredDocument
from qa.archive import Archive

__all__ = ["may_show_original", "router"]

router = APIRouter()
_WITHHELD = "udeladt"
"""In the warnings of a document of which something was left out (``indexer/discretion.py``)."""


@router.get("/referater/{document}/original")
async def original_file(document: str, room: Room, settings: ServerSettings) -> Response:
    """The PDF, to be looked at in the browser."""

    def find(archive: Archive) -> Path:
        stored = archive.corpus.document(document)
        path = Path(stored.path)
        if may_show_original(settings, stored) and _is_what_was_indexed(archive, path):
            return path
        raise NotInIndex(f"the original of {document} is not shown here")

    path = await room.run(find)
    return FileResponse(
        path,
        media_type="application/pdf",
        filename=path.name,
        content_disposition_type="inline",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=600"},
    )


def may_show_original(settings: Settings, document: StoredDocument) -> bool:
    """Whether a document's own file may be read as it is."""
    path = Path(document.path)
    withheld = document.masked > 0 or any(_WITHHELD in warning for warning in document.warnings)
    return (
        document.format == "pdf"
        and not withheld
        and any(path.resolve().is_relative_to(folder.resolve()) for folder in settings.originals)
        and path.is_file()
    )


def _is_what_was_indexed(archive: Archive, path: Path) -> bool:
    known = archive.corpus.fingerprints().get(str(path))
    return known is not None and hashlib.sha256(path.read_bytes()).hexdigest() == known[1].sha256
