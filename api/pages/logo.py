"""``/logo``: the municipality's logo, from the file that the settings name."""

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

from api.settings import Settings

__all__ = ["router"]

router = APIRouter()


@router.get("/logo")
async def logo_file(request: Request) -> FileResponse:
    """The picture; nothing else of that folder can be reached."""
    settings: Settings = request.app.state.settings
    if settings.logo is None or not settings.logo.is_file():
        raise HTTPException(404)
    return FileResponse(settings.logo, headers={"Cache-Control": "public, max-age=3600"})
