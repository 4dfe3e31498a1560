"""``/om`` and ``/tilgaengelighed``: what is searched and promised, and the accessibility statement."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import render
from api.routes.dependencies import Room
from indexer.filters import Filters
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter()


@router.get("/om")
async def about_page(request: Request, room: Room) -> HTMLResponse:
    """What is searched, and the promises."""

    def page(archive: Archive) -> HTMLResponse:
        corpus = archive.corpus
        return render(
            request,
            "about.html",
            reach=corpus.reach(Filters()),
            meetings=corpus.meetings(),
            municipalities=corpus.municipalities(),
        )

    return await room.run(page)


@router.get("/tilgaengelighed")
async def accessibility_page(request: Request) -> HTMLResponse:
    """The accessibility statement, with what the settings say filled in."""
    return render(request, "accessibility.html")
