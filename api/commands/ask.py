"""``besluttet ask "QUESTION"``: the answer in Danish, with the quotes it rests on."""

from typing import Annotated

import typer

from api.commands.options import AsJson, Committee, Data, DateFrom, DateTo, Model, Municipality
from api.commands.output import print_json, say

__all__ = ["ask"]


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", show_default=False, help="In Danish.")],
    committee: Committee = None,
    municipality: Municipality = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Answer a question with quotes from the minutes.

    Exit code 1: these minutes do not answer it.
    """
    from api.commands.quotes import print_answer
    from api.requests import check_dates, check_words
    from api.schemas.answers import AnswerOut
    from api.settings import load_settings
    from qa.archive import Archive

    settings = load_settings(data=data, model=model)
    question = check_words("the question", question, settings.question_limit)
    check_dates(date_from, date_to)
    archive = Archive.open(settings.data, model=settings.model, reranker=settings.reranker)
    answer = archive.ask(
        question, municipality=municipality, committee=committee, date_from=date_from, date_to=date_to
    )
    if as_json:
        print_json(AnswerOut.model_validate(answer))
    else:
        print_answer(answer)
    if answer.answerable:
        return 0
    say("these minutes do not answer that; try other words, or fewer filters.")
    return 1
