"""``/moeder``: the meetings by year and committee."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.narrowing import Choices, choices
from api.pages.rendering import render
from api.routes.dependencies import Room
from indexer.filters import Filters
from indexer.stored import StoredMeeting
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class MeetingList:
    """The meetings of one year (``None``: of no known date), in groups by month, the newest first."""

    choices: Choices
    years: tuple[int, ...]
    year: int | None
    committee: str | None
    municipality: str | None
    months: tuple[tuple[dt.date | None, tuple[StoredMeeting, ...]], ...]
    count: int


@router.get("/moeder")
async def meetings_page(request: Request, room: Room) -> HTMLResponse:
    """The meetings of the year in ``aar``, else of the newest; of ``udvalg`` and ``kommune`` where given."""
    asked = request.query_params

    def page(archive: Archive) -> HTMLResponse:
        found = _list(archive, asked.get("aar", ""), asked.get("udvalg"), asked.get("kommune"))
        return render(request, "meetings.html", list=found)

    return await room.run(page)


def _list(archive: Archive, year: str, committee: str | None, municipality: str | None) -> MeetingList:
    years = archive.corpus.years()[::-1]
    chosen = int(year) if year in map(str, years) else (years[0] if years else None)
    meetings = archive.corpus.meetings(
        Filters(
            municipality=municipality or None,
            committees=archive.committees_called(committee, (municipality or None,), meeting=True),
            date_from=dt.date(chosen, 1, 1) if chosen else None,
            date_to=dt.date(chosen, 12, 31) if chosen else None,
        )
    )
    return MeetingList(
        choices=choices(archive),
        years=tuple(years),
        year=chosen,
        committee=committee or None,
        municipality=municipality or None,
        months=tuple(_by_month(meetings[::-1])),
        count=len(meetings),
    )


def _by_month(
    newest_first: Sequence[StoredMeeting],
) -> list[tuple[dt.date | None, tuple[StoredMeeting, ...]]]:
    def month(meeting: StoredMeeting) -> dt.date | None:
        day = meeting.head.date
        return day.replace(day=1) if day else None

    return [(first, tuple(some)) for first, some in groupby(newest_first, month)]
