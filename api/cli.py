"""The command line: ``besluttet COMMAND``. One file per command under ``api/commands``.

Start-up is kept light: this module and the commands import nothing heavy until one runs. A command
returns its exit code: 0 done, 1 nothing found or not answerable, 2 wrong usage or unreadable input.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from api.commands.ask import ask
from api.commands.case import case
from api.commands.check import check
from api.commands.demo import demo
from api.commands.evaluate import evaluate
from api.commands.fetch import fetch
from api.commands.index import index
from api.commands.output import INTERRUPTED
from api.commands.remove import remove
from api.commands.search import search
from api.commands.serve import serve
from api.commands.similar import similar
from api.commands.status import status
from api.commands.text import text
from models.errors import BesluttetError

__all__ = ["app", "main", "run"]

LOG_LEVEL = "BESLUTTET_LOG_LEVEL"
"""At "debug" a fault of our own ends with its traceback. Read here: the settings may be the fault."""

app = typer.Typer(
    name="besluttet",
    help="Answers questions about what a Danish municipality decided, by quoting its minutes word for word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS: dict[str, Callable[..., int]] = {
    "index": index,
    "check": check,
    "fetch": fetch,
    "ask": ask,
    "search": search,
    "case": case,
    "similar": similar,
    "text": text,
    "status": status,
    "remove": remove,
    "eval": evaluate,
    "serve": serve,
    "demo": demo,
}
for name, command in _COMMANDS.items():
    app.command(name)(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"besluttet {version('besluttet')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Options in front of any command; ``--version`` acts in its callback."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; every failure is one line on stderr."""
    try:
        _refuse_undecodable(arguments)
        code = app(list(arguments), standalone_mode=False)
    except typer.TyperException as error:
        told = _one_line(error.format_message()).replace("Value error, ", "") or "Missing command"
        return _fail(f"{told.rstrip('.')}; `besluttet --help` shows how.", error.exit_code)
    except BesluttetError as error:
        return _fail(_one_line(str(error)), 2)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:
        if os.environ.get(LOG_LEVEL, "").lower() == "debug":
            raise
        told = f"a fault of besluttet itself: {type(error).__name__}: {_one_line(str(error))}"
        return _fail(f"{told[:300]}; {LOG_LEVEL}=debug shows where. Please report it.", 2)
    if code == INTERRUPTED:
        return _fail("interrupted; what was finished is kept.", INTERRUPTED)
    return int(code or 0)


def main() -> None:
    """The entry point of the installed ``besluttet`` command."""
    if hasattr(signal, "SIGPIPE"):
        # `besluttet search … | head` ends as other commands do when their reader goes away
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text stream in a real process
    sys.exit(run(sys.argv[1:]))


def _refuse_undecodable(arguments: Sequence[str]) -> None:
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise typer.BadParameter(f"{argument!r} is not text in this terminal's encoding.") from None


def _one_line(message: str) -> str:
    return " ".join(message.split())


def _fail(message: str, code: int) -> int:
    typer.echo(f"besluttet: {message}", err=True)
    return code
