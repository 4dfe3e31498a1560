"""How much one file may ask of this machine before it is given up, and the limits that hold here and now.

Readers are called with nothing but bytes; what they may take they ask for here, and the process that runs
them says it with ``within``. Whoever calls a reader directly has the defaults.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

__all__ = ["Limits", "limits", "still_at_work", "within"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Our choices: far above any minutes that were met, and what a small laptop can spare.

    ``megabytes`` (MiB) is the size of a file, and of one inside an archive when unpacked. ``seconds`` is how
    long a file may take to be read and parsed; each page that is recognised by OCR, and each file inside an
    archive, has as long again. ``memory`` is in MiB.
    """

    megabytes: int = 64
    pages: int = 2000
    seconds: int = 120
    memory: int = 2048

    @property
    def bytes(self) -> int:
        """``megabytes`` in bytes."""
        return self.megabytes * 2**20


def _nobody_asks() -> None:
    """Nobody is waiting with a watch in hand."""


_limits: ContextVar[Limits] = ContextVar("limits", default=Limits())  # noqa: B039 - frozen
_at_work: ContextVar[Callable[[], None]] = ContextVar("at_work", default=_nobody_asks)


def limits() -> Limits:
    """What a file may ask for here."""
    return _limits.get()


def still_at_work() -> None:
    """Called by a reader when a step that may take long is done: the time of ``seconds`` begins anew."""
    _at_work.get()()


@contextmanager
def within(new: Limits, at_work: Callable[[], None] = _nobody_asks) -> Iterator[None]:
    """Lets limits hold for a while; ``at_work`` is called whenever a long step is done."""
    limits_before, at_work_before = _limits.set(new), _at_work.set(at_work)
    try:
        yield
    finally:
        _limits.reset(limits_before)
        _at_work.reset(at_work_before)
