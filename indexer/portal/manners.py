"""How hard a portal is asked, and how patiently.

The defaults are meant for a public server that others use too. FirstAgenda's have been seen to answer 429
and 503 when asked quickly for many PDFs, so a host that says so is asked half as often from then on.
"""

import threading
import time
from dataclasses import dataclass

__all__ = ["Manners", "Pace"]

_SLOWEST = 5.0  # seconds between two requests, however often a host complains


@dataclass(frozen=True, slots=True)
class Manners:
    """All times are in seconds."""

    rate: float = 3.0
    """Requests a second, at most."""
    attempts: int = 5
    """How often one answer is asked for before it is given up."""
    first_wait: float = 1.0
    """Before the second attempt; doubled with each further one, with some chance in it."""
    longest_wait: float = 300.0
    """The longest wait before an attempt; a portal that asks for more is left for another time."""
    timeout: float = 30.0
    """For connecting, and for each part of an answer to arrive."""
    answer_seconds: float = 300.0
    """For one answer as a whole."""
    failures_in_a_row: int = 5
    """Meetings that cannot be had one after the other before the portal counts as down."""


class Pace:
    """Keeps requests apart."""

    def __init__(self, rate: float) -> None:
        self._apart = 1.0 / rate
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Returns when the next request may be sent."""
        with self._lock:
            now = time.monotonic()
            pause = self._next - now
            self._next = max(now, self._next) + self._apart
        if pause > 0:
            time.sleep(pause)

    def slow_down(self) -> None:
        """Twice the distance from now on."""
        self._apart = max(self._apart, min(self._apart * 2, _SLOWEST))
