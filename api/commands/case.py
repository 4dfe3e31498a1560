"""``besluttet case CASE_NO``: one case through time and committees."""

from typing import Annotated

import typer

from api.commands.options import AsJson, Data, Model
from api.commands.output import print_json, say

__all__ = ["case"]


def case(
    case_no: Annotated[
        str, typer.Argument(metavar="CASE_NO", show_default=False, help="As the minutes write it.")
    ],
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Print the history of a case, oldest first.

    Exit code 1: no such case.
    """
    from api.citation import danish_date
    from api.commands.quotes import print_quotes
    from api.schemas.answers import CaseOut
    from api.settings import load_settings
    from indexer.errors import NotInIndex
    from qa.archive import Archive

    settings = load_settings(data=data, model=model)
    archive = Archive.open(settings.data, model=settings.model)
    try:
        history = archive.case(case_no)
    except NotInIndex as error:
        say(str(error))
        return 1
    if as_json:
        print_json(CaseOut.model_validate(history))
        return 0
    typer.echo(f"Sag {history.case_no}\n")
    for stop in history.stops:
        when = danish_date(stop.date) if stop.date else "uden dato"
        typer.echo(f"{when}, {stop.committee or 'ukendt udvalg'}: {stop.title}\n")
        print_quotes(stop.quotes)
    return 0
