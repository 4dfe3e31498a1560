"""``/sager/{case_no}``: a case through committees and time, as a picture, a table and quoted decisions."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.citation import danish_date
from api.pages.case_picture import CasePicture, Stop, case_picture
from api.pages.quotations import ShownQuote, shown_quote
from api.pages.rendering import render
from api.pages.wording import OutcomeLook
from api.routes.dependencies import Room
from qa.answer import CaseHistory, CaseStop, Role, SearchHit
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter()
_SIMILAR = 4
_SIMILAR_LOOKED_AT = 12
_NO_BODY = "Ukendt udvalg"


@dataclass(frozen=True, slots=True)
class ShownStop:
    """One handling of a case; ``decision`` and ``outcome`` are ``None`` where none is told."""

    number: int
    body: str
    when: str | None
    title: str
    item_id: str
    outcome: OutcomeLook | None
    decision: ShownQuote | None
    recommendation: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case ready to be drawn; ``title`` is that of its latest handling."""

    case_no: str
    title: str
    stops: tuple[ShownStop, ...]
    picture: CasePicture
    similar: tuple[ShownQuote, ...]


@router.get("/sager/{case_no:path}")
async def case_page(case_no: str, request: Request, room: Room) -> HTMLResponse:
    """The case with this number; a slash in it needs no escape."""

    def page(archive: Archive) -> HTMLResponse:
        history = archive.case(case_no)
        return render(request, "case.html", case=_shown(request, archive, history))

    return await room.run(page)


def _shown(request: Request, archive: Archive, history: CaseHistory) -> ShownCase:
    stops = tuple(_stop(request, number, stop) for number, stop in enumerate(history.stops, 1))
    picture = case_picture(
        [Stop(shown.body, told.date, shown.outcome) for shown, told in zip(stops, history.stops, strict=True)]
    )
    latest = history.stops[-1]
    return ShownCase(
        case_no=history.case_no,
        title=latest.title,
        stops=stops,
        picture=picture,
        similar=tuple(shown_quote(request, hit.quote) for hit in _similar(archive, history, latest.item_id)),
    )


def _stop(request: Request, number: int, stop: CaseStop) -> ShownStop:
    shown = [shown_quote(request, quote) for quote in stop.quotes]
    decision = next((one for one in shown if one.outcome), None)
    recommendation = next((one for one in shown if one.quote.role is Role.RECOMMENDATION), None)
    return ShownStop(
        number=number,
        body=stop.committee or _NO_BODY,
        when=danish_date(stop.date) if stop.date else None,
        title=stop.title,
        item_id=stop.item_id,
        outcome=decision.outcome if decision else None,
        decision=decision,
        recommendation=recommendation,
    )


def _similar(archive: Archive, history: CaseHistory, item_id: str) -> list[SearchHit]:
    """The items most like the case's latest one, each case once, without this one."""
    own = {stop.item_id for stop in history.stops}
    by_case: dict[str | None, SearchHit] = {}
    for hit in archive.similar(item_id, limit=_SIMILAR_LOOKED_AT):
        source = hit.quote.source
        if source.item_id not in own:
            by_case.setdefault(source.case_no or source.item_id, hit)
    return list(by_case.values())[:_SIMILAR]
