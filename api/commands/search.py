"""``besluttet search "WORDS"``: the passages that match some words, best first, or a file of them."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data, DateFrom, DateTo, Limit, Model
from api.commands.output import print_json, say
from indexer.minutes import SectionKind
from qa.outcomes import Outcome

if TYPE_CHECKING:
    from qa.searching import Findings

__all__ = ["search"]


class Mode(StrEnum):
    """How to search."""

    HYBRID = "hybrid"
    SEMANTIC = "semantic"
    KEYWORD = "keyword"


class Sort(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    DATE = "date"


class Form(StrEnum):
    """The files that findings can be written as."""

    CSV = "csv"
    JSONL = "jsonl"
    RIS = "ris"


def search(
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS", show_default=False, help='In Danish; a "phrase" must stand as it is written.'
        ),
    ],
    committee: Annotated[
        list[str] | None,
        typer.Option("--committee", metavar="C", help="Only this committee; a part will do; repeatable."),
    ] = None,
    municipality: Annotated[
        list[str] | None,
        typer.Option("--municipality", metavar="M", help="Only this municipality's minutes; repeatable."),
    ] = None,
    year: Annotated[
        list[int] | None,
        typer.Option("--year", metavar="YEAR", min=1, max=9999, help="Only this year; repeatable."),
    ] = None,
    date_from: DateFrom = None,
    date_to: DateTo = None,
    case_no: Annotated[str | None, typer.Option("--case", metavar="NO", help="Only this case.")] = None,
    kind: Annotated[
        list[SectionKind] | None,
        typer.Option(
            "--kind", metavar="KIND", help="Only such sections: decision, recommendation, …; repeatable."
        ),
    ] = None,
    outcome: Annotated[
        list[Outcome] | None,
        typer.Option(
            "--outcome", metavar="O", help="Only items of which this came: approved, rejected, …; repeatable."
        ),
    ] = None,
    mode: Annotated[
        Mode, typer.Option("--mode", help="By words and meaning, meaning alone, or words alone.")
    ] = Mode.HYBRID,
    sort: Annotated[Sort, typer.Option("--sort", help="Best first, or newest first.")] = Sort.RELEVANCE,
    limit: Limit = 10,
    offset: Annotated[
        int, typer.Option("--offset", metavar="N", min=0, help="Leave out so many of the first.")
    ] = 0,
    form: Annotated[
        Form | None, typer.Option("--format", help="Print a file: a table, JSON lines, or references.")
    ] = None,
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
    from qa.facets import Choices
    from qa.searching import Order

    settings = load_settings(data=data, model=model)
    words = check_words("the search", words, settings.question_limit)
    check_dates(date_from, date_to)
    found = Archive.open(settings.data, model=settings.model).search(
        words,
        Choices(
            municipalities=frozenset(municipality or ()),
            committees=frozenset(committee or ()),
            years=frozenset(year or ()),
            outcomes=frozenset(outcome or ()),
            sections=frozenset(kind or ()),
            date_from=date_from,
            date_to=date_to,
            case_no=case_no,
        ),
        mode=mode.value,
        order=Order(sort.value),
        limit=limit,
        offset=offset,
    )
    _print(found, form, as_json=as_json)
    if not found.page:
        say("nothing found; try other words, or fewer filters.")
        return 1
    if len(found.page) < found.total:
        say(f"{len(found.page)} of {found.total} passages; --limit and --offset show the others.")
    return 0


def _print(found: "Findings", form: Form | None, *, as_json: bool) -> None:
    if form is not None:
        from api.exports import FILE_FORMS

        _, write = FILE_FORMS[form]
        sys.stdout.buffer.write(write(found.page, lambda quote: quote.source.url).encode())
        sys.stdout.flush()
    elif as_json:
        from api.schemas.search import FindingsOut

        print_json(FindingsOut.of(found))
    else:
        from api.commands.quotes import print_quotes

        print_quotes([finding.quote for finding in found.page])
