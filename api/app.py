"""The HTTP application: routes around one reading room."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware

from api.guard import Guard
from api.headers import SecurityHeaders
from api.metrics import Metrics
from api.pages.site import add_pages
from api.problems import add_problem_handlers
from api.proxies import BehindProxy
from api.rates import RateLimit
from api.reading_room import ReadingRoom
from api.request_ids import HEADER as REQUEST_ID
from api.routes import ROUTERS
from api.routes.admin import router as admin_router
from api.routes.metrics import router as metrics_router
from api.routes.metrics import watch_room
from api.runs import Runs
from api.schemas.problem import Problem
from api.settings import Settings

__all__ = ["create_app"]

_DESCRIPTION = """\
Answers questions about what a Danish municipality has decided, by quoting its minutes word for word.

Every quote is a slice of a document's stored text: `GET /v1/documents/{id}/text` gives that text, and
characters `start` to `end` of it, runs of white space folded to one space, are the quote.
Errors are problem documents (RFC 9457, `application/problem+json`).
"""

_TAGS = [
    {"name": "questions", "description": "Answers, searches, the history of a case, precedents."},
    {"name": "minutes", "description": "What the index holds: meetings, items, documents and their text."},
    {"name": "server", "description": "Whether the server is alive, whether it can answer, what it holds."},
    {"name": "admin", "description": "Changing what the index holds, where a token is set for it."},
]


def create_app(settings: Settings) -> FastAPI:
    """The application for one data folder.

    It starts without an index, too: until there is one, and until the models are loaded, ``/readyz``
    and every route that needs them answer 503.
    """
    metrics = Metrics()
    room = ReadingRoom(settings, metrics)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        room.open()
        yield
        room.close()

    app = _Application(
        title="besluttet",
        version=version("besluttet"),
        description=_DESCRIPTION,
        openapi_tags=_TAGS,
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
        # the usual pages for these load scripts from the internet; nothing of ours does
        docs_url=None,
        redoc_url=None,
    )
    app.state.room = room
    app.state.settings = settings
    app.state.metrics = metrics
    for router in ROUTERS:
        app.include_router(router)
    if settings.metrics:
        watch_room(metrics, room)
        app.include_router(metrics_router)
    if settings.admin_token is not None:
        app.state.runs = Runs()
        app.include_router(admin_router)
    add_pages(app)
    add_problem_handlers(app)
    _add_middleware(app, settings, metrics)
    return app


def _add_middleware(app: FastAPI, settings: Settings, metrics: Metrics) -> None:
    """From the innermost to the outermost: the last one sees a request first."""
    if settings.rate_limit:
        app.add_middleware(RateLimit, per_minute=settings.rate_limit)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", REQUEST_ID],
            expose_headers=["Retry-After", REQUEST_ID],
        )
    app.add_middleware(Guard, settings=settings, metrics=metrics)
    app.add_middleware(SecurityHeaders, hsts_seconds=settings.hsts_seconds)
    app.add_middleware(BehindProxy, trusted=settings.trusted_proxies, root_path=settings.root_path)


class _Application(FastAPI):
    """FastAPI describes only what routes return; problems are returned beside them."""

    def openapi(self) -> dict[str, Any]:
        """The description of the API, with the problem document among its schemas."""
        described = super().openapi()
        schemas = described["components"]["schemas"]
        if Problem.__name__ not in schemas:
            problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= problem.pop("$defs") | {Problem.__name__: problem}
        return described


def _operation_id(route: APIRoute) -> str:
    return route.name
