"""Progress of long work on stderr: a bar at a terminal, silence in a log file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Progress", "counting"]

Progress = Callable[[int, int], None]
"""Called with how many are done and how many there are."""


@contextmanager
def counting(what: str) -> Iterator[Progress]:
    """A function to report progress to while the block runs; ``what`` stands before the bar."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(what, total=None)

        def report(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total)

        yield report


def _silent(_done: int, _total: int) -> None:
    """Nothing."""
