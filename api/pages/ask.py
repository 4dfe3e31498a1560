"""``/``: one field to ask in, and the answer on the same page. The whole state is in the address."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.pages.answers import ShownAnswer, shown_answer
from api.pages.examples import ExampleQuestions
from api.pages.narrowing import Narrowed, choices, narrowed
from api.pages.rendering import render
from api.routes.dependencies import Room, ServerSettings
from indexer.filters import Filters
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter()
_EXAMPLES = ExampleQuestions()


@router.get("/")
async def ask_page(request: Request, room: Room, settings: ServerSettings) -> HTMLResponse:
    """The field; below it the answer, or what one could ask."""
    question = request.query_params.get("q", "").strip()
    filters = narrowed(request.query_params)
    problems = dict(filters.problems)
    if len(question) > settings.question_limit:
        problems["q"] = f"Spørgsmålet er for langt. Skriv højst {settings.question_limit} tegn."

    def page(archive: Archive) -> HTMLResponse:
        answer = _answer(request, archive, question, filters) if question and not problems else None
        return render(
            request,
            "ask.html",
            status=422 if problems else 200,
            question=question,
            filters=filters,
            choices=choices(archive),
            problems=problems,
            answer=answer,
            examples=() if question else _EXAMPLES.of(archive),
            reach=archive.corpus.reach(Filters()),
        )

    return await room.run(page)


def _answer(request: Request, archive: Archive, question: str, filters: Narrowed) -> ShownAnswer:
    return shown_answer(
        request,
        archive.ask(
            question,
            municipality=filters.municipality,
            committee=filters.committee,
            date_from=filters.date_from,
            date_to=filters.date_to,
        ),
    )
