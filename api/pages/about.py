"""``/om`` and ``/tilgaengelighed``: what is searched and promised, and the accessibility statement."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import render

__all__ = ["router"]

router = APIRouter()


@router.get("/om")
async def about_page(request: Request) -> HTMLResponse:
    """What is searched, and the promises."""
    return render(request, "about.html")


@router.get("/tilgaengelighed")
async def accessibility_page(request: Request) -> HTMLResponse:
    """The accessibility statement, with what the settings say filled in."""
    return render(request, "accessibility.html")
