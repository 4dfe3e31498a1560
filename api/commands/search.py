"""``besluttet search "WORDS"``: the passages nearest to some words, best first."""

from enum import StrEnum
from typing import Annotated

import typer

from api.commands.hits import print_hits
from api.commands.options import AsJson, Committee, Data, DateFrom, DateTo, Limit, Model, Municipality
from api.commands.output import say
from indexer.minutes import SectionKind

__all__ = ["search"]


class Mode(StrEnum):
    """How to search."""

    HYBRID = "hybrid"
    SEMANTIC = "semantic"
    KEYWORD = "keyword"


def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", show_default=False, help="In Danish.")],
    committee: Committee = None,
    municipality: Municipality = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
    case_no: Annotated[str | None, typer.Option("--case", metavar="NO", help="Only this case.")] = None,
    kind: Annotated[
        list[SectionKind] | None,
        typer.Option(
            "--kind", metavar="KIND", help="Only such sections: decision, recommendation, …; repeatable."
        ),
    ] = None,
    mode: Annotated[
        Mode, typer.Option("--mode", help="By words and meaning, meaning alone, or words alone.")
    ] = (Mode.HYBRID),
    limit: Limit = 10,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Search the minutes; prints passages with their places.

    Exit code 1: nothing found.
    """
    from api.requests import check_dates, check_words
    from api.settings import load_settings
    from qa.archive import Archive

    settings = load_settings(data=data, model=model)
    words = check_words("the search", words, settings.question_limit)
    check_dates(date_from, date_to)
    hits = Archive.open(settings.data, model=settings.model).search(
        words,
        municipality=municipality,
        committee=committee,
        date_from=date_from,
        date_to=date_to,
        case_no=case_no,
        kinds=frozenset(kind or ()),
        mode=mode.value,
        limit=limit,
    )
    print_hits(hits, as_json=as_json)
    if not hits:
        say("nothing found; try other words, or fewer filters.")
        return 1
    return 0
