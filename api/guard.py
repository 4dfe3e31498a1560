"""What stands before every route: the log line, the limit on bodies, and the last catch.

Questions are nobody's business but the asker's: a log line holds the method, the path, the status and
the time, never a query string, a body, or the message of an error that may quote them.
"""

import logging
import time
import traceback
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import ProblemResponse

__all__ = ["Guard"]

_log = logging.getLogger("besluttet.http")


class Guard:
    """ASGI middleware; ``body_limit`` is in bytes, whether or not a body announces its length."""

    def __init__(self, app: ASGIApp, body_limit: int) -> None:
        self._app = app
        self._body_limit = body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 0

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, self._limited(receive), send_and_note)
        except Exception as error:  # noqa: BLE001 - the last catch: without it the server logs the message
            _log.error("unexpected %s at\n%s", type(error).__name__, _frames(error))
            if status:
                raise _BrokenOff from None  # the head is sent: all that is left is to break off
            fault = "The server met an unexpected fault; its log says more."
            await ProblemResponse(HTTPStatus.INTERNAL_SERVER_ERROR, fault)(scope, receive, send_and_note)
        finally:
            took = 1000 * (time.perf_counter() - begun)
            path = scope.get("raw_path", b"").split(b"?")[0].decode("ascii", "backslashreplace")
            _log.info("%s %s %d %.0f ms", scope["method"], path, status, took)

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def receive_within() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._body_limit:
                raise HTTPException(
                    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                    f"The body is larger than {self._body_limit:,} bytes.",
                    headers={"Connection": "close"},
                )
            return message

        return receive_within


class _BrokenOff(RuntimeError):
    """An answer failed after its head was sent."""


def _frames(error: Exception) -> str:
    """Where an error came from: files and lines, without its message or any value."""
    return "".join(traceback.format_list(traceback.extract_tb(error.__traceback__))).rstrip()
