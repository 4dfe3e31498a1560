"""``/healthz`` (alive), ``/readyz`` (can answer), ``/v1/status`` (what it holds)."""

from fastapi import APIRouter

from api.problems import PROBLEM_RESPONSES
from api.routes.dependencies import Room, ServerSettings
from api.schemas.problem import Health
from api.schemas.status import StatusOut

__all__ = ["router"]

router = APIRouter(tags=["server"])


@router.get("/healthz", summary="Is the server alive?")
async def healthz() -> Health:
    """200 as long as the process answers at all."""
    return Health(status="ok")


@router.get("/readyz", summary="Can it answer questions?", responses={503: PROBLEM_RESPONSES[503]})
async def readyz(room: Room) -> Health:
    """200 once the index is open and the models are loaded; 503 until then, saying what is missing."""
    room.ready()
    return Health(status="ready")


@router.get("/v1/status", summary="What does the index hold?", responses=PROBLEM_RESPONSES)
async def status(room: Room, settings: ServerSettings) -> StatusOut:
    """The index in figures."""
    return await room.run(lambda archive: StatusOut.of(archive.corpus, settings.data))
