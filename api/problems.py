"""Errors as problem documents (RFC 9457): every response that is not a success is one.

Messages of ours (``BesluttetError``) are written for the reader and are passed on; of anything else
only the status is told, and what a caller sent is never repeated.
"""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from api.errors import (
    BadRequest,
    BadUpload,
    Busy,
    NotAllowed,
    NotReady,
    TookTooLong,
    TooManyRequests,
)
from api.pages.error_pages import error_page, is_for_people
from api.request_ids import current_request_id
from api.schemas.problem import Problem
from indexer.errors import IndexLocked, IndexMissing, NotInIndex
from models.errors import BesluttetError

__all__ = [
    "PROBLEM_RESPONSES",
    "UNAUTHORIZED_RESPONSE",
    "ProblemResponse",
    "add_problem_handlers",
    "send_error",
]

_STATUS: dict[type[BesluttetError], HTTPStatus] = {
    NotInIndex: HTTPStatus.NOT_FOUND,
    BadRequest: HTTPStatus.UNPROCESSABLE_ENTITY,
    NotAllowed: HTTPStatus.UNAUTHORIZED,
    BadUpload: HTTPStatus.UNPROCESSABLE_ENTITY,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    TookTooLong: HTTPStatus.GATEWAY_TIMEOUT,
    Busy: HTTPStatus.SERVICE_UNAVAILABLE,
    NotReady: HTTPStatus.SERVICE_UNAVAILABLE,
    IndexMissing: HTTPStatus.SERVICE_UNAVAILABLE,
    IndexLocked: HTTPStatus.SERVICE_UNAVAILABLE,
}
_ADVICE: dict[int, str] = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address; /openapi.json lists what there is.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address takes another method; the Allow header says which.",
}
"""For what the framework itself refuses, and says no more of than the status does."""
_RETRY_AFTER_SECONDS = "5"
_KEPT_ON_PAGES = {"retry-after", "allow", "connection"}
"""The headers of a problem that its page has as well."""


class ProblemResponse(JSONResponse):
    """A problem document as a response."""

    media_type = "application/problem+json"

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: list[dict[str, str]] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        problem = Problem.model_validate(
            {
                "title": HTTPStatus(status).phrase,
                "status": status,
                "detail": detail,
                "errors": errors,
                "request_id": current_request_id(),
            }
        )
        if status == HTTPStatus.SERVICE_UNAVAILABLE:
            headers = {"Retry-After": _RETRY_AFTER_SECONDS, **(headers or {})}
        super().__init__(problem.model_dump(exclude_none=True), status_code=status, headers=headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it; somebody who looks at the pages in a browser gets a page."""
        if not is_for_people(scope):
            await super().__call__(scope, receive, send)
            return
        page = error_page(scope, self.status_code)
        for name in _KEPT_ON_PAGES.intersection(self.headers.keys()):
            page.headers[name] = self.headers[name]
        await page(scope, receive, send)


def _described(status: HTTPStatus, when: str) -> dict[int | str, dict[str, Any]]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status.value: {"description": when, "content": {ProblemResponse.media_type: {"schema": schema}}}}


PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    **_described(HTTPStatus.NOT_FOUND, "The index does not hold what was asked for."),
    **_described(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is larger than the server takes."),
    **_described(HTTPStatus.UNPROCESSABLE_ENTITY, "The request says something that cannot be used."),
    **_described(
        HTTPStatus.TOO_MANY_REQUESTS, "This client asks more often than it may; Retry-After says when."
    ),
    **_described(HTTPStatus.INTERNAL_SERVER_ERROR, "A fault of the server; the log says more."),
    **_described(HTTPStatus.SERVICE_UNAVAILABLE, "No index yet, models still loading, or too much to do."),
    **_described(HTTPStatus.GATEWAY_TIMEOUT, "It took too long and was given up."),
}
"""For the OpenAPI document: what the routes may answer beside their success."""
UNAUTHORIZED_RESPONSE = _described(HTTPStatus.UNAUTHORIZED, "The token is not shown, or not the right one.")
"""For those that take the admin token."""
UNREADABLE_RESPONSE = _described(HTTPStatus.BAD_REQUEST, "The body is not text in UTF-8.")
"""For those that take a body of JSON."""


def add_problem_handlers(app: FastAPI) -> None:
    """Make ``app`` answer every error with a problem document."""

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> ProblemResponse:
        detail = _ADVICE.get(error.status_code, str(error.detail))
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED and (methods := _methods(request)):
            headers["Allow"] = methods
        return ProblemResponse(error.status_code, detail, headers=headers)

    @app.exception_handler(RequestValidationError)
    async def of_validation(_: Request, error: RequestValidationError) -> ProblemResponse:
        errors = [{"where": _where(one["loc"]), "what": _what(str(one["msg"]))} for one in error.errors()]
        detail = "; ".join(f"{one['where']}: {one['what']}" for one in errors)
        return ProblemResponse(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)

    @app.exception_handler(BesluttetError)
    async def of_ours(_: Request, error: BesluttetError) -> ProblemResponse:
        return ProblemResponse(_status_of(error), str(error), headers=_headers_of(error))


def _status_of(error: BesluttetError) -> HTTPStatus:
    """The status that tells an error of ours."""
    fault = HTTPStatus.INTERNAL_SERVER_ERROR
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), fault)


def _headers_of(error: BesluttetError) -> dict[str, str]:
    """What an error of ours says in the headers of its response."""
    if isinstance(error, TooManyRequests):
        return {"Retry-After": str(error.retry_after)}
    if isinstance(error, NotAllowed):
        return {"WWW-Authenticate": "Bearer"}
    return {}


async def send_error(
    error: HTTPException | BesluttetError, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answer an error that was met outside the routes as the application answers those inside."""
    kind = HTTPException if isinstance(error, HTTPException) else BesluttetError
    response = await scope["app"].exception_handlers[kind](Request(scope, receive), error)
    await response(scope, receive, send)


def _where(location: tuple[int | str, ...]) -> str:
    """``("body", "question")`` → ``question``; ``("body", 0)``, which is no JSON, → ``body``."""
    return ".".join(part for part in location[1:] if isinstance(part, str)) or str(location[0])


def _what(message: str) -> str:
    """Pydantic's message; of a check of ours without the mark that it was a check."""
    return message.removeprefix("Value error, ")


def _methods(request: Request) -> str:
    """All methods of an address: the framework names those of the first of its routes only."""
    template = getattr(request.scope.get("route"), "path", "")
    return ", ".join(sorted(map(str.upper, request.app.openapi()["paths"].get(template, ()))))
