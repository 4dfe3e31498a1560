"""``/``: one field to ask in, and the answer on the same page."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.rendering import render

__all__ = ["router"]

router = APIRouter()


@router.get("/")
async def ask_page(request: Request) -> HTMLResponse:
    """The field, and below it what was answered."""
    return render(request, "ask.html")
