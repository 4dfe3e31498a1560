"""``/v1/meetings`` and ``/v1/items``: the minutes as records."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.problems import PROBLEM_RESPONSES
from api.requests import check_dates
from api.routes.dependencies import Room
from api.schemas.asking import MeetingsIn
from api.schemas.minutes import ItemOut, MeetingOut, MeetingsOut, MeetingWithItemsOut
from indexer.filters import Filters
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["minutes"], responses=PROBLEM_RESPONSES)


@router.get("/meetings", summary="Meetings")
async def meetings(wanted: Annotated[MeetingsIn, Query()], room: Room) -> MeetingsOut:
    """The meetings of the index, newest first."""
    check_dates(wanted.date_from, wanted.date_to)
    return await room.run(lambda archive: _list(archive, wanted))


@router.get("/meetings/{meeting_id}", summary="One meeting")
async def meeting(
    meeting_id: Annotated[str, Path(description="A meeting's id: that of its document.")], room: Room
) -> MeetingWithItemsOut:
    """A meeting with its attendance and its agenda."""
    return await room.run(lambda archive: _show(archive, meeting_id))


@router.get("/items/{item_id}", summary="One item")
async def item(
    item_id: Annotated[str, Path(description="An item's id, as quotes give it in `source.item_id`.")],
    room: Room,
) -> ItemOut:
    """An item with its sections and decisions, word for word."""

    def show(archive: Archive) -> ItemOut:
        stored = archive.corpus.item(item_id)
        return ItemOut.of(stored, archive.corpus.text(stored.document))

    return await room.run(show)


def _list(archive: Archive, wanted: MeetingsIn) -> MeetingsOut:
    filters = Filters(
        municipality=wanted.municipality,
        committees=archive.committees_called(wanted.committee, (wanted.municipality,), meeting=True),
        date_from=wanted.date_from,
        date_to=wanted.date_to,
    )
    oldest_first = archive.corpus.meetings(filters)
    page = oldest_first[::-1][wanted.offset : wanted.offset + wanted.limit]
    return MeetingsOut(meetings=[MeetingOut.of(found) for found in page])


def _show(archive: Archive, meeting_id: str) -> MeetingWithItemsOut:
    corpus = archive.corpus
    return MeetingWithItemsOut.of(
        meeting_id, corpus.meeting(meeting_id), corpus.items_of_meeting(meeting_id), corpus.text(meeting_id)
    )
