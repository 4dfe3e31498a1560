"""``GET /v1/search``, its downloads and its feed, and ``GET /v1/similar/{item_id}``."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response

from api.exports import FILE_FORMS
from api.exports.atom import ATOM_TYPE, as_atom
from api.pages.citations import permanent_link
from api.problems import PROBLEM_RESPONSES
from api.requests import check_dates, check_words
from api.routes.dependencies import Room, ServerSettings
from api.schemas.answers import HitsOut
from api.schemas.search import DownloadForm, DownloadIn, FindingsOut, SearchIn
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEM_RESPONSES)

_MOST_IN_FEED = 100
_FILES = {media_type: {"schema": {"type": "string"}} for media_type, _ in FILE_FORMS.values()}


@router.get("/search", summary="Search the minutes")
async def search(
    wanted: Annotated[SearchIn, Query()], request: Request, room: Room, settings: ServerSettings
) -> FindingsOut:
    """Search the minutes by words and meaning; the hits are passages as quotes.

    `total`, `items` and the counts of the facets speak of everything that matches: the passages that hold
    every phrase in quotation marks, and at least half of the words (by their rarity) or lie clearly nearer in
    meaning than is usual. Pages join up.
    """
    words = check_words("q", wanted.q, settings.question_limit)
    request.state.asked = words  # for the log, where the settings say so
    check_dates(wanted.date_from, wanted.date_to)
    found = await room.run(
        lambda archive: archive.search(
            words,
            wanted.choices(),
            mode=wanted.mode,
            order=wanted.sort,
            limit=wanted.limit,
            offset=wanted.offset,
        )
    )
    return FindingsOut.of(found)


@router.get(
    "/search.{form}",
    summary="Take a search along",
    response_class=Response,
    responses={200: {"content": {**_FILES, ATOM_TYPE: {"schema": {"type": "string"}}}}},
)
async def download(
    form: Annotated[
        DownloadForm,
        Path(description="A table, lines of JSON, references, or a feed of the newest decisions."),
    ],
    wanted: Annotated[DownloadIn, Query()],
    request: Request,
    room: Room,
    settings: ServerSettings,
) -> Response:
    """The hits of a search as a file, or what was decided on the items that match as an Atom feed.

    A cell of the table that a spreadsheet would take for a formula begins with an apostrophe.
    """
    words = check_words("q", wanted.q, settings.question_limit)
    request.state.asked = words
    check_dates(wanted.date_from, wanted.date_to)

    def file(archive: Archive) -> Response:
        media_type, write = FILE_FORMS[form]
        found = archive.search(
            words, wanted.choices(), mode=wanted.mode, order=wanted.sort, limit=wanted.limit
        )
        body = write(found.page, lambda quote: permanent_link(request, quote))
        name = f'attachment; filename="soegning.{form}"'
        return Response(
            body.encode(), media_type=f"{media_type}; charset=utf-8", headers={"Content-Disposition": name}
        )

    def feed(archive: Archive) -> Response:
        decisions = archive.newest_decisions(
            words, wanted.choices(), mode=wanted.mode, limit=min(wanted.limit, _MOST_IN_FEED)
        )
        body = as_atom(
            decisions,
            lambda quote: permanent_link(request, quote),
            title=f"Besluttet: {words}",
            author=settings.site_name or "Besluttet",
            query=_one_spelling(wanted),
            self_link=str(request.url),
        )
        return Response(body, media_type=ATOM_TYPE)

    return await room.run(feed if form == "atom" else file)


@router.get("/similar/{item_id}", summary="Items like an item")
async def similar(
    item_id: Annotated[str, Path(description="An item's id, as quotes give it in `source.item_id`.")],
    room: Room,
    limit: Annotated[int, Query(ge=1, le=100, description="At most so many.")] = 10,
) -> HitsOut:
    """The items most like an item, best first: precedents."""
    return HitsOut.of(await room.run(lambda archive: archive.similar(item_id, limit=limit)))


def _one_spelling(wanted: DownloadIn) -> str:
    """A search as text that is the same however its address was written."""
    given = wanted.model_dump(mode="json", exclude={"limit", "sort"}, exclude_defaults=True)
    ordered = {
        name: sorted(map(str, value)) if isinstance(value, list) else value
        for name, value in sorted(given.items())
    }
    return urlencode(ordered, doseq=True)
