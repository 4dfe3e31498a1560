"""``besluttet index PATH...``: take minutes into the index."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data, Model

if TYPE_CHECKING:
    from indexer.ingest import IngestReport

    from api.settings import Settings

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
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Index minutes, again and again: only what changed is done.

    Exit code 2: some file could not be read.
    """
    raise NotImplementedError


def index_paths(paths: list[Path], settings: "Settings") -> "IngestReport":
    raise NotImplementedError


def print_report(report: "IngestReport") -> None:
    raise NotImplementedError
