"""``besluttet eval QUESTIONS.jsonl``: how well questions with known answers are answered."""

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import AsJson, Data, Model
from api.commands.output import print_json, print_table

__all__ = ["evaluate"]


def evaluate(
    questions: Annotated[
        Path,
        typer.Argument(metavar="QUESTIONS", show_default=False, help="A file of questions, one JSON a line."),
    ],
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Answer a file of questions and print how many came out right, by kind and in all."""
    from qa.archive import Archive

    from api.commands.progress import counting
    from api.settings import load_settings
    from qa.evaluation import evaluate as evaluate_questions

    settings = load_settings(data=data, model=model)
    archive = Archive.open(settings.data, model=settings.model)
    with counting("asking") as progress:
        report = evaluate_questions(archive, questions, progress)
    raise NotImplementedError(print_json, print_table, report)
