"""``GET /v1/cases/{case_no}``: one case through time and committees."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.problems import PROBLEM_RESPONSES
from api.routes.dependencies import Room
from api.schemas.answers import CaseOut

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEM_RESPONSES)


@router.get("/cases/{case_no:path}", summary="The history of a case")
async def case(
    case_no: Annotated[str, Path(description="As the minutes write it; a slash in it needs no escape.")],
    room: Room,
) -> CaseOut:
    """Every handling of a case, oldest first, with what was decided."""
    return CaseOut.model_validate(await room.run(lambda archive: archive.case(case_no)))
