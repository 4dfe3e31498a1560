"""``POST /v1/ask``: a question becomes an answer with its quotes."""

from fastapi import APIRouter, Request

from api.problems import PROBLEM_RESPONSES, UNREADABLE_RESPONSE
from api.requests import check_dates, check_words
from api.routes.dependencies import Room, ServerSettings
from api.schemas.answers import AnswerOut
from api.schemas.asking import AskIn

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["questions"], responses=PROBLEM_RESPONSES | UNREADABLE_RESPONSE)


@router.post("/ask", summary="Answer a question")
async def ask(asked: AskIn, request: Request, room: Room, settings: ServerSettings) -> AnswerOut:
    """Answer a question, in Danish, with quotes from the minutes.

    `answerable` is false when the minutes hold no answer; `nearest` then shows what comes closest, and
    `coverage` says what was searched. That is an answer too: the status is 200.
    """
    question = check_words("question", asked.question, settings.question_limit)
    request.state.asked = question  # for the log, where the settings say so
    check_dates(asked.date_from, asked.date_to)
    answer = await room.run(
        lambda archive: archive.ask(
            question,
            municipality=asked.municipality,
            committee=asked.committee,
            date_from=asked.date_from,
            date_to=asked.date_to,
        )
    )
    return AnswerOut.model_validate(answer)
