"""Every request has an id: in its response, in its problem document and in its log line."""

import re
from contextvars import ContextVar
from uuid import uuid4

from starlette.datastructures import Headers

__all__ = ["HEADER", "current_request_id", "request_id_of", "use_request_id"]

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
"""What a proxy or a caller may name a request: nothing that could break a log line or fill it."""

_current: ContextVar[str | None] = ContextVar("request_id", default=None)


def request_id_of(headers: Headers) -> str:
    """The id that came with a request where it is a sane one, else a new one."""
    given = headers.get(HEADER, "")
    return given if _SANE.fullmatch(given) else uuid4().hex


def use_request_id(request_id: str) -> None:
    """Make an id that of the request under way; each is served in a context of its own."""
    _current.set(request_id)


def current_request_id() -> str | None:
    """The id of the request under way."""
    return _current.get()
