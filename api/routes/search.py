"""``GET /v1/search`` and ``GET /v1/similar/{item_id}``: passages, best first."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.problems import PROBLEM_RESPONSES
from api.requests import check_dates, check_words
from api.routes.dependencies import Room, ServerSettings
from api.schemas.answers import HitsOut
from api.schemas.asking import SearchIn

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEM_RESPONSES)


@router.get("/search", summary="Search the minutes")
async def search(wanted: Annotated[SearchIn, Query()], room: Room, settings: ServerSettings) -> HitsOut:
    """Search the minutes by words and meaning; the hits are passages as quotes."""
    words = check_words("q", wanted.q, settings.question_limit)
    check_dates(wanted.date_from, wanted.date_to)
    hits = await room.run(
        lambda archive: archive.search(
            words,
            municipality=wanted.municipality,
            committee=wanted.committee,
            date_from=wanted.date_from,
            date_to=wanted.date_to,
            case_no=wanted.case_no,
            kinds=frozenset(wanted.kind),
            mode=wanted.mode,
            limit=wanted.limit,
            offset=wanted.offset,
        )
    )
    return HitsOut.of(hits)


@router.get("/similar/{item_id}", summary="Items like an item")
async def similar(
    item_id: Annotated[str, Path(description="An item's id, as quotes give it in `source.item_id`.")],
    room: Room,
    limit: Annotated[int, Query(ge=1, le=100, description="At most so many.")] = 10,
) -> HitsOut:
    """The items most like an item, best first: precedents."""
    return HitsOut.of(await room.run(lambda archive: archive.similar(item_id, limit=limit)))
