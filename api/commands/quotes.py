"""Quotes as a person reads them: panels in a terminal, plain text when piped."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from api.commands.output import is_terminal

if TYPE_CHECKING:
    from qa.answer import Answer, Quote

__all__ = ["print_answer", "print_quotes"]

_COLOURS = {"decision": "green", "recommendation": "cyan", "dissent": "magenta", "prior_decision": "yellow"}
_UNPRINTABLE = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)
}
"""Control characters in a document must not steer the reader's terminal."""


def print_answer(answer: "Answer") -> None:
    """The answer sentence with its quotes; when there is none, the nearest passages and what was searched."""
    from api.citation import describe_coverage

    _print_heading(answer.answer)
    print_quotes(answer.quotes)
    if not answer.answerable:
        if answer.nearest:
            typer.echo("Det nærmeste, som ikke er et svar:\n")
            print_quotes(answer.nearest)
        if not all(committee in answer.answer for committee in answer.coverage.committees):
            typer.echo(describe_coverage(answer.coverage))


def print_quotes(quotes: "Sequence[Quote]") -> None:
    """Each quote with what it is, where it stands, and the slice of the document it is."""
    from api.citation import ROLE_NAMES, cite

    for quote in quotes:
        name, place = ROLE_NAMES[quote.role], cite(quote.source)
        piece = f"{quote.source.document} [{quote.source.start}:{quote.source.end}]"
        if is_terminal():
            from rich.console import Console, Group
            from rich.panel import Panel
            from rich.text import Text

            body = Group(
                Text(quote.text.translate(_UNPRINTABLE)),
                Text(f"\n{place}".translate(_UNPRINTABLE), style="bold"),
                Text(piece, style="dim"),
            )
            colour = _COLOURS.get(quote.role, "blue")
            Console().print(Panel(body, title=name, title_align="left", border_style=colour, width=None))
        else:
            typer.echo(f"{name}: {place}\n  {quote.text}\n  {piece}\n")


def _print_heading(text: str) -> None:
    if is_terminal():
        from rich.console import Console
        from rich.text import Text

        Console().print(Text(f"\n{text.translate(_UNPRINTABLE)}\n", style="bold"))
    else:
        typer.echo(f"{text}\n")
