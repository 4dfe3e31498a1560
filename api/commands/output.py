"""What commands print: results on stdout, everything else on stderr."""

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel

__all__ = ["INTERRUPTED", "is_terminal", "print_json", "print_table", "say"]

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 + SIGINT, as shells have it."""


def say(line: str) -> None:
    """One line on stderr."""
    typer.echo(f"besluttet: {line}", err=True)


def is_terminal() -> bool:
    """Whether stdout is read by a person at a terminal rather than by a program."""
    return sys.stdout.isatty()


def print_json(result: "BaseModel | dict[str, Any]") -> None:
    """One JSON object on stdout, as the HTTP API would send it."""
    tree = result if isinstance(result, dict) else result.model_dump(mode="json", by_alias=True)
    typer.echo(json.dumps(tree, ensure_ascii=False, indent=2))


def print_table(headings: list[str], rows: list[list[str]], title: str | None = None) -> None:
    """A table on stdout: ruled in a terminal, columns of plain text when piped. Numbers stand right."""
    numeric = [bool(rows) and all(_is_number(row[n]) for row in rows) for n in range(len(headings))]
    if is_terminal():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(title=title, title_justify="left")
        for heading, is_number in zip(headings, numeric, strict=True):
            table.add_column(heading, justify="right" if is_number else "left")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        Console().print(table)
        return
    widths = [max(len(line[n]) for line in [headings, *rows]) for n in range(len(headings))]
    for line in [headings, *rows]:
        cells = zip(line, widths, numeric, strict=True)
        typer.echo("  ".join(c.rjust(w) if right else c.ljust(w) for c, w, right in cells).rstrip())


def _is_number(cell: str) -> bool:
    return cell.replace(".", "").replace(",", "").rstrip("%").strip().isdigit() or cell in {"", "–"}
