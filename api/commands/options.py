"""The options that several commands share, each written once."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AsJson", "Committee", "Data", "DateFrom", "DateTo", "Limit", "Model", "Municipality", "read_date"]

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_DANISH = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})$")


def read_date(written: str) -> date:
    """A day as typed: ``2025-09-01``, or the Danish way round, ``01-09-2025`` or ``1.9.2025``."""
    if iso := _ISO.match(written.strip()):
        year, month, day = map(int, iso.groups())
    elif danish := _DANISH.match(written.strip()):
        day, month, year = map(int, danish.groups())
    else:
        raise typer.BadParameter(f"{written!r} is not a date; write it as 2025-09-01.")
    try:
        return date(year, month, day)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is not a day that exists.") from None


Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", help="Folder of the index. Else BESLUTTET_DATA, or besluttet-data."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Embedding model, a name or a folder. Else BESLUTTET_MODEL, or the bundled one.",
    ),
]
Municipality = Annotated[
    str | None, typer.Option("--municipality", metavar="M", help="Only this municipality's minutes.")
]
Committee = Annotated[
    str | None,
    typer.Option("--committee", metavar="C", help="Only this committee; a part of its name will do."),
]
DateFrom = Annotated[
    date | None,
    typer.Option("--from", metavar="DATE", parser=read_date, help="Only meetings on this day or later."),
]
DateTo = Annotated[
    date | None,
    typer.Option("--to", metavar="DATE", parser=read_date, help="Only meetings on this day or earlier."),
]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, max=1000, help="At most so many.")]
