"""``besluttet demo``: the minutes of an invented municipality, indexed and asked about."""

from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.index import index_paths, print_report
from api.commands.options import AsJson, Model
from api.commands.output import print_json, say

__all__ = ["QUESTIONS", "SAMPLES", "demo"]

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "minutes"
"""They come with the source, not with an installed package."""

QUESTIONS = (
    "Må brugerne have hund med i varmestuen?",
    "Hvad endte Byrådet med at beslutte om højden på husene ved Havnebakken?",
    "Hvorfor blev punktet om flere pendlerpladser ikke afgjort?",
    "Hvad mente Økonomiudvalget om at flytte Fyrtårnet?",
    "Hvor mange høringssvar kom der til lokalplan 4.17?",
    "Hvor mødtes Byrådet i juni 2025?",
    "Vis historikken for sag 2023-007002",
    "Hvad blev besluttet om den nye letbane gennem Tranevig?",
)
"""The last one is not answered by the sample minutes."""


def demo(
    data: Annotated[
        Path,
        typer.Option(
            "--data", metavar="DIR", help="Folder of the demo's own index; BESLUTTET_DATA is left alone."
        ),
    ] = Path("demo-data"),
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Index the sample minutes and answer a few questions about them."""
    from api.commands.quotes import print_answer
    from api.errors import BadSetting
    from api.schemas.answers import AnswerOut
    from api.settings import load_settings
    from qa.archive import Archive

    if not SAMPLES.is_dir():
        raise BadSetting(f"the sample minutes are not in {SAMPLES}; run the demo from a clone of the source.")
    settings = load_settings(data=data, model=model)
    say(f"indexing the sample minutes into {settings.data}")
    report = index_paths([SAMPLES], settings)
    archive = Archive.open(settings.data, model=settings.model, reranker=settings.reranker)
    answers = [archive.ask(question) for question in QUESTIONS] if as_json else []
    if as_json:
        tree: dict[str, Any] = {
            "answers": [
                AnswerOut.model_validate(answer).model_dump(mode="json", by_alias=True) for answer in answers
            ]
        }
        print_json(tree)
        return 0
    print_report(report)
    for question in QUESTIONS:
        typer.echo(f"\n> {question}\n")
        print_answer(archive.ask(question))
    typer.echo(
        f"\nAsk it yourself: besluttet ask 'Hvad blev der besluttet om …?' --data {settings.data}\n"
        "Your own minutes: besluttet index PATH... and then besluttet ask QUESTION"
    )
    return 0
