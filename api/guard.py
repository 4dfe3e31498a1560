"""What stands before every route: a request's id, log line and figures, the limit on bodies, the last catch.

Questions are nobody's business but the asker's: a log line holds the method, the template of the route, the
status and the time, never an address as it was asked for, a query string, a body, or the message of an
error that may quote them. ``log_questions`` and ``log_clients`` add what an operator answers for.
"""

import logging
import time
import traceback
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.problems import send_error
from api.request_ids import HEADER, request_id_of, use_request_id
from api.settings import Settings
from api.uploads import UPLOADS

__all__ = ["Guard"]

_log = logging.getLogger("besluttet.http")
_NO_ROUTE = "-"
_GONE = 499
"""As nginx logs it: the client went away before it had said all."""


class Guard:
    """ASGI middleware; the limit on bodies holds whether or not a body announces its length."""

    def __init__(self, app: ASGIApp, settings: Settings, metrics: Metrics) -> None:
        self._app = app
        self._settings = settings
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 0
        request_id = request_id_of(Headers(scope=scope))
        use_request_id(request_id)

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        try:
            await self._app(scope, self._limited(scope, receive), send_and_note)
        except ClientDisconnect:
            status = _GONE
        except Exception as error:  # noqa: BLE001 - the last catch: without it the server logs the message
            _log.error(
                "unexpected %s at\n%s", type(error).__name__, _frames(error), extra={"request_id": request_id}
            )
            if status:
                raise _BrokenOff from None  # the head is sent: all that is left is to break off
            fault = HTTPException(
                HTTPStatus.INTERNAL_SERVER_ERROR, "The server met an unexpected fault; its log says more."
            )
            await send_error(fault, scope, receive, send_and_note)
        finally:
            self._note(scope, status, time.perf_counter() - begun, request_id)

    def _note(self, scope: Scope, status: int, seconds: float, request_id: str) -> None:
        method, route = scope["method"], _route(scope)
        self._metrics.requested(route, method, status, seconds)
        told = {
            "request_id": request_id,
            "method": method,
            "route": route,
            "status": status,
            "ms": round(1000 * seconds, 1),
        }
        if self._settings.log_questions:
            told["asked"] = scope.get("state", {}).get("asked") or _address(scope)
        if self._settings.log_clients and scope.get("client"):
            told["client"] = scope["client"][0]
        beside = "".join(f" {name}={told[name]!r}" for name in ("asked", "client") if name in told)
        _log.info(
            "%s %s %d %.0f ms %s%s", method, route, status, 1000 * seconds, request_id, beside, extra=told
        )

    def _limited(self, scope: Scope, receive: Receive) -> Receive:
        taken = 0

        async def receive_within() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            # asked now, since the route is known by the time that a body is read
            limit = self._settings.upload_limit if _route(scope) == UPLOADS else self._settings.body_limit
            if taken > limit:
                raise HTTPException(
                    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                    f"The body is larger than {limit:,} bytes.",
                    headers={"Connection": "close"},
                )
            return message

        return receive_within


class _BrokenOff(RuntimeError):
    """An answer failed after its head was sent."""


def _route(scope: Scope) -> str:
    """The template of the route that was found, ``/v1/items/{item_id}``."""
    template: str = getattr(scope.get("route"), "path", _NO_ROUTE)
    return template


def _address(scope: Scope) -> str:
    path: bytes = scope.get("raw_path", b"").split(b"?")[0]
    query: bytes = scope.get("query_string", b"")
    return (path + (b"?" + query if query else b"")).decode("ascii", "backslashreplace")


def _frames(error: Exception) -> str:
    """Where an error came from: files and lines, without its message or any value."""
    return "".join(traceback.format_list(traceback.extract_tb(error.__traceback__))).rstrip()
