"""A process that opens files for an index run, and may die of one without taking the run along.

It is started when the first file has to be read, and goes on from file to file. A file that takes too long,
needs too much memory or brings its reader down costs that process and nothing else; the next file has a new
one. Behind its leash (``leash.py``) it dies with the run, however the run dies.
"""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Timer
from types import TracebackType
from typing import Any, Literal, Self, cast

from indexer.leash import KILLED, leashed, let_go
from indexer.limits import Limits
from models.errors import BesluttetError

__all__ = ["AtWork", "Done", "Exhausted", "Failed", "Job", "Refused", "Reply", "Worker"]

_ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done with a file, and what the function that does it is called with."""

    work: Literal["understand", "list"]
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AtWork:
    """A step that may take long is done: the time begins anew."""


@dataclass(frozen=True, slots=True)
class Done:
    """A job's result; ``missing`` are the names of programs without which part of the file stays unread."""

    result: Any
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The file cannot be taken in, and why; ``missing`` as in ``Done``."""

    reason: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Something tripped over the file that should not have: the exception's name and where it was.

    Its message is left out, since it may quote the text.
    """

    error: str
    trace: str
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, error: Exception) -> Self:
        """What may be told of an exception."""
        return cls(type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))


@dataclass(frozen=True, slots=True)
class Exhausted:
    """The file needs more memory than there is for it."""


Reply = AtWork | Done | Refused | Failed | Exhausted


class Worker:
    """The nearer end of that process. ``do`` is for one thread at a time, ``close`` for any."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs_done = 0
        self._closed = False
        self._changing = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process with all that it started, in the middle of a job too."""
        with self._changing:
            self._closed = True
            process, self._process = self._process, None
        if process is not None:
            let_go(process)

    def do(self, job: Job) -> Done | Refused | Failed:
        """Has a job done. What kills the process that does it is a refusal of the file.

        A process that has read other files before may have died of those, so a new one tries again.
        """
        had_others = self._jobs_done > 0
        reply, why = self._try(job)
        if reply is None and why != self._too_long and had_others:
            reply, why = self._try(job)
        return Refused(why) if reply is None else reply

    @property
    def _too_long(self) -> str:
        return f"took longer than {self._limits.seconds} s to read: split it, or raise BESLUTTET_READ_SECONDS"

    @property
    def _too_large(self) -> str:
        return (
            f"needs more than {self._limits.memory} MiB of memory to read: split it, "
            "or raise BESLUTTET_READ_MEMORY"
        )

    def _try(self, job: Job) -> tuple[Done | Refused | Failed | None, str]:
        """A reply, or ``None`` and the reason why the process is no more."""
        process = self._started()
        reply, late = self._asked(process, job)
        if isinstance(reply, Done | Refused | Failed):
            self._jobs_done += 1
            return reply, ""
        with self._changing:
            self._process = None
        self._jobs_done = 0
        code = let_go(process)
        if late:
            return None, self._too_long
        if isinstance(reply, Exhausted) or code == KILLED:
            return None, self._too_large
        why = f"its reader crashed ({_what_killed(code)}): open it in its own program and save it again"
        return None, why

    def _started(self) -> "subprocess.Popen[bytes]":
        with self._changing:
            if self._closed:
                raise BesluttetError("the run has ended")
            if self._process is None:
                path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
                try:
                    self._process = leashed(
                        [sys.executable, "-P", "-m", "indexer.worker_process"],
                        tempfile.mkdtemp(prefix="besluttet-"),
                        memory=self._limits.memory * 2**20,
                        output=subprocess.PIPE,
                        environment={**os.environ, "PYTHONPATH": path},
                    )
                except OSError as error:
                    raise BesluttetError(
                        f"cannot start a process to read files in: {error.strerror or error}"
                    ) from error
                self._send(self._process, self._limits)
            return self._process

    def _asked(self, process: "subprocess.Popen[bytes]", job: Job) -> tuple[Reply | None, bool]:
        """The reply, ``None`` where there will be none; and whether that is because it took too long."""
        late = Event()

        def give_up() -> None:
            late.set()
            let_go(process)

        reply: Reply | None = AtWork()
        self._send(process, job)
        while isinstance(reply, AtWork):
            clock = Timer(self._limits.seconds, give_up)
            clock.start()
            try:
                reply = _received(process)
            finally:
                clock.cancel()
                clock.join()
        return reply, late.is_set()

    def _send(self, process: "subprocess.Popen[bytes]", what: object) -> None:
        assert process.stdin is not None
        try:
            pickle.dump(what, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
        except (OSError, ValueError):
            return  # it is dead or let go of: then nothing is received either


def _received(process: "subprocess.Popen[bytes]") -> Reply | None:
    assert process.stdout is not None
    try:
        return cast(Reply, pickle.load(process.stdout))
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        return None


def _what_killed(code: int) -> str:
    try:
        return signal.Signals(code - 128).name
    except ValueError:
        return f"exit code {code}"
