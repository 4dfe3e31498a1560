"""``besluttet eval QUESTIONS.jsonl``: how well questions with known answers are answered."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data, Model, read_date
from api.commands.output import print_json, print_table
from api.commands.progress import counting

if TYPE_CHECKING:
    from qa.evaluation import Figures

__all__ = ["evaluate"]


def evaluate(
    questions: Annotated[
        Path,
        typer.Argument(metavar="QUESTIONS", show_default=False, help="One question in JSON a line."),
    ],
    data: Data = None,
    model: Model = None,
    today: Annotated[
        date | None,
        typer.Option(
            "--today",
            metavar="DATE",
            parser=read_date,
            help='The day that "last year" counts from. Else the day it is.',
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Answer a file of questions and print how many came out right, by kind and in all."""
    from api.schemas.evaluation import EvaluationOut
    from api.settings import load_settings
    from qa.archive import Archive
    from qa.evaluation import evaluate as evaluate_cases
    from qa.evaluation import figures, read_cases

    cases = read_cases(questions)
    settings = load_settings(data=data, model=model)
    archive = Archive.open(settings.data, model=settings.model, reranker=settings.reranker)
    day = today or date.today()
    with counting() as progress:
        results = evaluate_cases(
            archive, cases, lambda done, total: progress("asking", done, total), today=day
        )
    if as_json:
        print_json(EvaluationOut.of(results, day))
    else:
        _print_figures(figures(results))
        typer.echo(
            f"\nrefused, answered: the share of questions refused or answered wrongly. Asked as on {day}."
        )
    return 0


def _print_figures(rows: "list[Figures]") -> None:
    headings = ["kind", "n", "item@1", "quote@1", "quote@3", "refused", "answered", "p50 ms", "p95 ms"]
    print_table(
        headings,
        [
            [
                row.kind,
                str(row.count),
                _share(row.item_1),
                _share(row.quote_1),
                _share(row.quote_3),
                _share(row.wrongly_refused),
                _share(row.wrongly_answered),
                f"{row.p50_ms:.0f}",
                f"{row.p95_ms:.0f}",
            ]
            for row in rows
        ],
    )


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"
