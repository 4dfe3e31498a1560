"""Progress of long work on stderr: a bar at a terminal, silence in a log file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["Progress", "counting"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@contextmanager
def counting() -> Iterator[Progress]:
    """A function to report progress to while the block runs."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("starting", total=None)

        def report(doing: str, done: int, total: int) -> None:
            bars.update(task, description=doing, completed=done, total=total)

        yield report


def _silent(_doing: str, _done: int, _total: int) -> None:
    """Nothing."""
