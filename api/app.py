"""The HTTP application: routes around one reading room."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from api.guard import Guard
from api.pages import add_pages
from api.problems import add_problem_handlers
from api.reading_room import ReadingRoom
from api.routes import ROUTERS
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
]


def create_app(settings: Settings) -> FastAPI:
    """The application for one data folder.

    It starts without an index, too: until there is one, and until the models are loaded, ``/readyz``
    and every route that needs them answer 503.
    """
    room = ReadingRoom(settings)

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
        root_path=settings.root_path,
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
        # the usual pages for these load scripts from the internet; nothing of ours does
        docs_url=None,
        redoc_url=None,
    )
    app.state.room = room
    app.state.settings = settings
    for router in ROUTERS:
        app.include_router(router)
    add_pages(app)
    add_problem_handlers(app)
    app.add_middleware(Guard, body_limit=settings.body_limit)
    return app


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
