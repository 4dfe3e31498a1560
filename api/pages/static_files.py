"""The files that pages load: style, script, fonts, icons. Ours and the vendored ones, from the package."""

import hashlib
from functools import cache
from os import PathLike, stat_result
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["add_static_files", "version_of"]

_FOLDER = Path(__file__).with_name("static")
_YEAR = 31_536_000  # seconds
_HOUR = 3_600  # seconds


def add_static_files(app: FastAPI) -> None:
    """Serve the folder under ``/static``; what is text goes compressed, to a fifth of its size."""
    app.mount("/static", GZipMiddleware(_CachedFiles(directory=_FOLDER)), name="static")


@cache
def version_of(path: str) -> str:
    """What changes when the file does: the start of its SHA-256, in hexadecimal."""
    return hashlib.sha256((_FOLDER / path).read_bytes()).hexdigest()[:12]


class _CachedFiles(StaticFiles):
    """A file asked for with its version never changes; fonts and icons, named in the CSS, seldom do."""

    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """The file with how long it may be kept."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        versioned = scope["query_string"].startswith(b"v=")
        response.headers["Cache-Control"] = (
            f"public, max-age={_YEAR}, immutable" if versioned else f"public, max-age={_HOUR}"
        )
        return response
