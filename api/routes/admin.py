"""``/v1/admin``: upload, remove, re-index. Only there when a token is set, and only for who shows it.

What changes the index is done by a run (``api/runs.py``): the call answers 202 with the run, and
``GET /v1/admin/runs/{id}`` tells how it goes and what came of it.
"""

import hmac
import os
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi import Path as InPath
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.errors import NotAllowed
from api.problems import PROBLEM_RESPONSES, UNAUTHORIZED_RESPONSE
from api.routes.dependencies import ServerSettings
from api.runs import Runs
from api.schemas.admin import FileOut, FilesOut, RunOut, RunsOut
from api.settings import Settings
from api.uploads import UPLOADS, file_name, keep_upload, uploads_folder
from indexer.corpus import Corpus
from indexer.discovery import path_key
from indexer.errors import IndexMissing, NotInIndex
from indexer.ingest import Progress, ingest
from indexer.ingest import remove as remove_from_index
from indexer.report import IngestReport

__all__ = ["router"]


async def _authorised(
    settings: ServerSettings,
    shown: Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))],
) -> None:
    token = settings.admin_token
    given = shown.credentials if shown else ""
    if token is None or not hmac.compare_digest(given.encode(), token.get_secret_value().encode()):
        raise NotAllowed("This call needs the admin token: Authorization: Bearer TOKEN.")


def _runs(request: Request) -> Runs:
    runs: Runs = request.app.state.runs
    return runs


_TheRuns = Annotated[Runs, Depends(_runs)]

router = APIRouter(
    tags=["admin"],
    responses=PROBLEM_RESPONSES | UNAUTHORIZED_RESPONSE,
    dependencies=[Depends(_authorised)],
)


@router.put(
    UPLOADS,
    status_code=202,
    summary="Upload a file",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def upload(
    name: Annotated[str, InPath(description="The file's name, with its suffix.", examples=["referat.pdf"])],
    request: Request,
    settings: ServerSettings,
    runs: _TheRuns,
    municipality: Annotated[
        str | None, Query(description="Whose minutes these are, where they do not say.")
    ] = None,
) -> RunOut:
    """Keep the body as a file in the data folder and index it; a file of that name is replaced."""
    kept = file_name(name)
    path = await keep_upload(request.stream(), uploads_folder(settings.data), kept)
    return RunOut.of(runs.start(f"index {kept}", _indexing([path], settings, municipality)))


@router.get("/v1/admin/files", summary="The uploaded files")
def files(settings: ServerSettings) -> FilesOut:
    """What lies in the folder of uploads, indexed or not."""
    folder = uploads_folder(settings.data)
    listed = sorted(folder.iterdir()) if folder.is_dir() else []
    return FilesOut(files=[_file(path) for path in listed if path.is_file() and path.name[0] != "."])


@router.delete(UPLOADS, status_code=202, summary="Delete an uploaded file")
def delete_file(name: Annotated[str, InPath()], settings: ServerSettings, runs: _TheRuns) -> RunOut:
    """Delete an uploaded file, and take its document out of the index."""
    kept = file_name(name)
    folder = uploads_folder(settings.data)
    try:
        (folder / kept).unlink()
    except FileNotFoundError:
        raise NotInIndex("There is no uploaded file of that name.") from None
    return RunOut.of(runs.start(f"take out {kept}", _indexing([folder], settings, None)))


@router.delete("/v1/admin/documents/{document_id}", status_code=202, summary="Remove a document")
def remove_document(
    document_id: Annotated[str, InPath()], settings: ServerSettings, runs: _TheRuns
) -> RunOut:
    """Take a document out of the index. Its file is deleted if it was uploaded, and else left alone."""
    with Corpus.open(settings.data) as corpus:
        path = corpus.document(document_id).path
    for uploaded in uploads_folder(settings.data).glob("*"):
        if path_key(Path(os.path.abspath(uploaded))) == path:  # noqa: PTH100 - as ``find_files`` writes it
            uploaded.unlink()
    return RunOut.of(runs.start(f"remove {document_id}", partial(_remove, document_id, settings.data)))


@router.post("/v1/admin/reindex", status_code=202, summary="Index what is new, changed or gone")
def reindex(settings: ServerSettings, runs: _TheRuns) -> RunOut:
    """Go through the uploads, the folders of the settings and every file that is indexed."""
    folders = [
        folder for folder in (uploads_folder(settings.data), *settings.reindex_folders) if folder.is_dir()
    ]
    return RunOut.of(runs.start("re-index", _indexing([*folders, *_indexed_files(settings)], settings, None)))


@router.get("/v1/admin/runs", summary="The last runs")
def all_runs(runs: _TheRuns) -> RunsOut:
    """The runs since the server started, newest first."""
    return RunsOut(runs=[RunOut.of(run) for run in runs.all()])


@router.get("/v1/admin/runs/{run_id}", summary="How a run goes")
def one_run(run_id: Annotated[str, InPath()], runs: _TheRuns) -> RunOut:
    """A run as it is now."""
    found = runs.run(run_id)
    if found is None:
        raise NotInIndex("There is no run of that id since the server started.")
    return RunOut.of(found)


def _file(path: Path) -> FileOut:
    status = path.stat()
    return FileOut(
        name=path.name, bytes=status.st_size, uploaded_at=datetime.fromtimestamp(status.st_mtime, UTC)
    )


def _indexed_files(settings: Settings) -> list[Path]:
    try:
        with Corpus.open(settings.data) as corpus:
            paths = [Path(document.path) for document in corpus.documents()]
    except IndexMissing:
        return []
    return [path for path in paths if path.is_file()]


def _indexing(paths: list[Path], settings: Settings, municipality: str | None) -> partial[IngestReport]:
    options = {"municipality": municipality, "attachments": settings.attachments, "limits": settings.limits}
    return partial(_ingest, paths, settings.data, settings.model, options)


def _ingest(
    paths: list[Path],
    data: Path,
    model: str | None,
    options: dict[str, Any],
    progress: Progress,
) -> IngestReport:
    """In the process of a run."""
    from models.embedding import Embedder

    return ingest(paths, data, Embedder(model), **options, progress=progress)


def _remove(document_id: str, data: Path, _: Progress) -> None:
    """In the process of a run."""
    remove_from_index(document_id, data)
