"""``besluttet index PATH...``: take minutes into the index."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data, Model
from api.commands.output import INTERRUPTED, print_json, print_table, say
from api.commands.progress import counting

if TYPE_CHECKING:
    from api.settings import Settings
    from indexer.report import IngestReport

__all__ = ["index", "index_paths", "print_report"]


def index(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", show_default=False, help="Files, or folders with what is under them."
        ),
    ],
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar="M", help="Whose minutes these are, where they do not say."),
    ] = None,
    keep_closed: Annotated[
        bool, typer.Option("--keep-closed", help="Keep the text of closed items too. It can then be quoted.")
    ] = False,
    attachments: Annotated[
        bool | None,
        typer.Option(
            "--attachments/--no-attachments",
            show_default=False,
            help="Read the attachments beside the minutes too. Else BESLUTTET_ATTACHMENTS, or yes.",
        ),
    ] = None,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Index minutes, again and again: only what changed is done.

    Exit code 2: some file could not be read. Everything else is in.
    """
    from api.settings import load_settings

    settings = load_settings(data=data, model=model, attachments=attachments)
    report = index_paths(paths, settings, municipality=municipality, keep_closed=keep_closed)
    if as_json:
        from api.schemas.indexing import IndexingOut

        print_json(IndexingOut.model_validate(report))
    else:
        print_report(report)
    for failure in report.failures:
        kept = " (an earlier version of it stays indexed)" if failure.kept else ""
        say(f"not taken in: {failure.path}: {failure.reason}{kept}")
    if report.interrupted:
        return INTERRUPTED
    return 2 if report.failures else 0


def index_paths(
    paths: list[Path], settings: "Settings", *, municipality: str | None = None, keep_closed: bool = False
) -> "IngestReport":
    """Take files and folders into the data folder of the settings, with a progress bar at a terminal."""
    from indexer.ingest import ingest
    from models.embedding import Embedder

    with counting() as progress:
        return ingest(
            paths,
            settings.data,
            Embedder(settings.model),
            municipality=municipality,
            keep_closed=keep_closed,
            attachments=settings.attachments,
            limits=settings.limits,
            progress=progress,
        )


def print_report(report: "IngestReport") -> None:
    """The documents of a run as a table on stdout, what they were unsure of on stderr."""
    if report.documents:
        print_table(
            ["document", "date", "committee", "items", "case nos", "decisions", "closed", "masked"],
            [
                [
                    document.id,
                    str(document.date or ""),
                    document.committee or "",
                    str(document.items),
                    str(document.case_numbers),
                    str(document.decisions),
                    str(document.closed),
                    str(document.masked),
                ]
                for document in report.documents
            ],
        )
        typer.echo()
    typer.echo(
        f"{report.meetings} meetings, {report.items} items, {report.decisions} decisions, "
        f"{report.closed} closed items, {report.masked} CPR numbers masked; "
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{len(report.removed)} removed, {len(report.failures)} not taken in; {report.seconds:.1f} s."
    )
    if report.remaining:
        typer.echo(f"{report.remaining} files are left; the same command goes on with them.")
    for warning, documents in _by_warning(report).items():
        whose = documents[0] if len(documents) == 1 else f"{documents[0]} and {len(documents) - 1} more"
        say(f"{whose}: {warning}")
    for document, better in report.superseded:
        say(f"{document} tells the same meeting as {better}, which is answered from.")
    for path, same in report.duplicates:
        say(f"{path} has the same content as {same} and is not taken in twice.")


def _by_warning(report: "IngestReport") -> dict[str, list[str]]:
    """Each warning once, with the documents that have it: a folder of like minutes has like warnings."""
    found: dict[str, list[str]] = {}
    for document in report.documents:
        for warning in document.warnings:
            found.setdefault(warning, []).append(document.id)
    return found
