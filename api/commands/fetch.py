"""``besluttet fetch HOST``: a municipality's minutes, from its portal into a folder and the index."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.index import index_paths, print_report
from api.commands.options import AsJson, Data, Model, read_date
from api.commands.output import INTERRUPTED, print_json, say
from api.commands.progress import counting

if TYPE_CHECKING:
    from indexer.portal import FetchReport
    from indexer.report import IngestReport

__all__ = ["fetch"]

_MOST_NAMED = 12  # committees named where none of them was meant


def _read_since(written: str) -> date:
    """A year, or a day as the other options take it."""
    return date(int(written), 1, 1) if re.fullmatch(r"[12]\d{3}", written.strip()) else read_date(written)


def fetch(
    host: Annotated[
        str, typer.Argument(metavar="HOST", show_default=False, help="Such as dagsordener.example.dk.")
    ],
    committee: Annotated[
        list[str] | None,
        typer.Option(
            "--committee", metavar="C", help="Only this committee; a part of its name will do; repeatable."
        ),
    ] = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--since", metavar="DATE", parser=_read_since, help="Only meetings of this year or day and later."
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Folder for the answers. Else fetched/HOST in the index's."
        ),
    ] = None,
    attachments: Annotated[
        bool, typer.Option("--attachments", help="Fetch the attachments of open items too, as PDF.")
    ] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="Keep the minutes as PDF too.")] = False,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Ask again for meetings that seem unchanged.")
    ] = False,
    rate: Annotated[
        float, typer.Option("--rate", metavar="N", min=0.05, max=10, help="Requests a second, at most.")
    ] = 3.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also from an address that is not public.")
    ] = False,
    allow_redirects_to: Annotated[
        list[str] | None,
        typer.Option("--allow-redirects-to", metavar="HOST", help="Also answers at this host; repeatable."),
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar="M", help="Whose minutes these are, where they do not say."),
    ] = None,
    no_index: Annotated[bool, typer.Option("--no-index", help="Only fetch.")] = False,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Fetch minutes from a FirstAgenda portal and index them: only what is new or changed.

    Exit code 1: the portal has no such meetings. 2: not everything could be had.
    """
    from api.settings import load_settings
    from indexer.overview import FETCHED
    from indexer.portal import Choice, Manners, Origin, Papers
    from indexer.portal import fetch as fetch_from

    settings = load_settings(data=data, model=model)
    origin = Origin.typed(host)
    with counting() as progress:
        fetched = fetch_from(
            origin,
            out or settings.data / FETCHED / origin.folder_name,
            Choice(tuple(committee or ()), since, recheck),
            papers=Papers(attachments=attachments, minutes=pdf),
            manners=Manners(rate=rate),
            allow_private=allow_private,
            allow_redirects_to=frozenset(name.strip().lower() for name in allow_redirects_to or ()),
            progress=progress,
        )
    indexed = None
    if fetched.meetings.is_dir() and not (no_index or fetched.interrupted):
        indexed = index_paths([fetched.meetings], settings, municipality=municipality)
    _print(fetched, indexed, as_json=as_json)
    return _exit_code(fetched, indexed)


def _print(fetched: "FetchReport", indexed: "IngestReport | None", *, as_json: bool) -> None:
    if as_json:
        from api.schemas.fetching import FetchingOut

        print_json(FetchingOut.model_validate({"fetched": fetched, "indexed": indexed}))
    else:
        typer.echo(
            f"{fetched.portal}: {fetched.listed} meetings listed, {fetched.chosen} chosen; "
            f"{fetched.new} new, {fetched.changed} changed, {fetched.unchanged} unchanged, "
            f"{fetched.removed} removed, {fetched.unpublished} not given out, "
            f"{len(fetched.failures)} not fetched; {fetched.papers} PDFs; "
            f"{fetched.requests} requests in {fetched.seconds:.1f} s."
        )
        typer.echo(f"Kept in {fetched.folder}; without the portal: besluttet index {fetched.meetings}")
        if indexed is not None:
            typer.echo()
            print_report(indexed)
    for warning in fetched.warnings:
        say(warning)
    for failure in fetched.failures:
        say(f"not fetched: {failure.what}: {failure.reason}")
    for failed in indexed.failures if indexed else ():
        say(f"not taken in: {failed.path}: {failed.reason}")
    if fetched.stopped:
        say(fetched.stopped)
    if fetched.remaining:
        say(f"{fetched.remaining} meetings are left; the same command goes on with them.")
    if not fetched.chosen:
        named = ", ".join(fetched.committees[:_MOST_NAMED])
        more = " …" if len(fetched.committees) > _MOST_NAMED else ""
        say(f"no such meetings there; its committees are: {named or 'none'}{more}")


def _exit_code(fetched: "FetchReport", indexed: "IngestReport | None") -> int:
    if fetched.interrupted or (indexed is not None and indexed.interrupted):
        return INTERRUPTED
    if fetched.failures or fetched.stopped or (indexed is not None and indexed.failures):
        return 2
    return 0 if fetched.chosen else 1
