"""Addresses of our own pages, right under any sub-path, with everything in them escaped."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.requests import Request

from api.pages.static_files import version_of

__all__ = ["Query", "link", "static_link"]

Query = Mapping[str, str | int | list[str] | None]
_SAFE = "/-._~!$&'()*+,;=:@"
"""What RFC 3986 allows in a path besides letters and digits."""


def link(request: Request, name: str, query: Query | None = None, fragment: str = "", **parts: object) -> str:
    """The path of the route called ``name``; parameters that are empty or ``None`` are left out."""
    path = request.app.url_path_for(name, **{part: str(value) for part, value in parts.items()})
    address = request.scope.get("root_path", "") + quote(str(path), safe=_SAFE)
    given = {key: value for key, value in (query or {}).items() if value not in (None, "", [])}
    if given:
        address += "?" + urlencode(given, doseq=True)
    return f"{address}#{quote(fragment, safe=_SAFE)}" if fragment else address


def static_link(request: Request, path: str) -> str:
    """The address of a file under ``static/``; it changes when the file does, so that it can be cached."""
    root = request.scope.get("root_path", "")
    return f"{root}/static/{quote(path, safe=_SAFE)}?v={version_of(path)}"
