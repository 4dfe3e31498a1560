"""Runs that change the index at the server's bidding: one at a time, in a process of their own.

Indexing loads a second model and works hard for minutes. In a process of its own it takes neither the
memory nor the interpreter of the server that answers meanwhile, can be killed with it at any moment (a run
that is cut off leaves a sound index), and holds the write lock as ``besluttet index`` does. The server
takes up the new index with the next request.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from queue import Full, Queue
from typing import Literal
from uuid import uuid4

from api.errors import Busy
from indexer.ingest import Progress
from indexer.report import IngestReport
from models.errors import BesluttetError

__all__ = ["Job", "Run", "Runs", "State"]

_log = logging.getLogger("besluttet")

Job = Callable[[Progress], IngestReport | None]
"""What a run does. It goes to another process, so it is a function of a module, or a ``partial`` of one."""
State = Literal["waiting", "running", "done", "failed"]

_WAITING = 100
"""Runs that may wait: a script that uploads a folder goes on for so many files, and then waits itself."""
_REMEMBERED = 200
"""Runs that can still be asked about; of more, the oldest are forgotten."""
_NICENESS = 10
"""Indexing yields to answering."""

_Message = (
    tuple[Literal["progress"], str, int, int]
    | tuple[Literal["report"], IngestReport | None]
    | tuple[Literal["error"], str]
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run as it is now.

    ``doing``, ``finished`` and ``total`` are its progress; ``error`` says why it failed.
    """

    id: str
    what: str
    state: State
    asked_at: datetime
    ended_at: datetime | None = None
    doing: str | None = None
    finished: int = 0
    total: int = 0
    report: IngestReport | None = None
    error: str | None = None


class Runs:
    """The runs of one server, newest last. Safe from any thread."""

    def __init__(self) -> None:
        self._runs: OrderedDict[str, Run] = OrderedDict()
        self._queue: Queue[tuple[str, Job]] = Queue(_WAITING)
        self._lock = threading.Lock()
        self._started = False

    def start(self, what: str, job: Job) -> Run:
        """Have a job run once those before it have ended; ``what`` says in a few words what it does.

        Raises:
            Busy: too many wait already.
        """
        run = Run(uuid4().hex, what, "waiting", datetime.now(UTC))
        with self._lock:
            try:
                self._queue.put_nowait((run.id, job))
            except Full:
                raise Busy(f"{_WAITING} runs are waiting already; try again when some have ended.") from None
            self._runs[run.id] = run
            while len(self._runs) > _REMEMBERED:
                self._runs.popitem(last=False)
            if not self._started:
                self._started = True
                threading.Thread(target=self._work, name="runs", daemon=True).start()
        return run

    def run(self, run_id: str) -> Run | None:
        """A run as it is now; ``None``: there was none, or it is forgotten."""
        return self._runs.get(run_id)

    def all(self) -> list[Run]:
        """All that are remembered, newest first."""
        with self._lock:
            return list(reversed(self._runs.values()))

    def _work(self) -> None:
        while True:
            run_id, job = self._queue.get()
            self._change(run_id, state="running")
            try:
                self._carry_out(run_id, job)
            except Exception as error:  # noqa: BLE001 - a thread's last catch: the next run must go on
                _log.exception("a run could not be carried out")
                self._end(run_id, error=f"The run could not be carried out ({type(error).__name__}).")

    def _carry_out(self, run_id: str, job: Job) -> None:
        context = multiprocessing.get_context("spawn")  # no copy of a server with threads
        ours, its = context.Pipe(duplex=False)
        process = context.Process(target=_in_process, args=(job, its), name="besluttet run", daemon=True)
        process.start()
        its.close()
        ended = False
        with ours:
            while not ended:
                try:
                    message: _Message = ours.recv()
                except EOFError:
                    break
                ended = self._take(run_id, message)
        process.join()
        if not ended:
            self._end(run_id, error="The run was cut off; what it had stored is indexed. Start it again.")

    def _take(self, run_id: str, message: _Message) -> bool:
        """Note what a run tells; whether that was its last word."""
        if message[0] == "progress":
            _, doing, finished, total = message
            self._change(run_id, doing=doing, finished=finished, total=total)
            return False
        if message[0] == "report":
            self._end(run_id, report=message[1])
        else:
            self._end(run_id, error=message[1])
        return True

    def _end(self, run_id: str, *, report: IngestReport | None = None, error: str | None = None) -> None:
        state: State = "failed" if error else "done"
        self._change(run_id, state=state, doing=None, ended_at=datetime.now(UTC), report=report, error=error)
        _log.info("run %s: %s%s", run_id, state, f": {error}" if error else "")

    def _change(self, run_id: str, **changes: object) -> None:
        with self._lock:
            if run_id in self._runs:
                self._runs[run_id] = replace(self._runs[run_id], **changes)  # type: ignore[arg-type]


def _in_process(job: Job, server: Connection) -> None:
    """In the process of a run: does the job and tells the server of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process with it
    if hasattr(os, "nice"):
        os.nice(_NICENESS)

    def progress(doing: str, finished: int, total: int) -> None:
        server.send(("progress", doing, finished, total))

    try:
        server.send(("report", job(progress)))
    except BesluttetError as error:
        server.send(("error", str(error)))
    except BrokenPipeError:
        return  # the server has gone; the index is sound
    except Exception as error:  # noqa: BLE001 - a process's last catch; the message may quote a document
        server.send(("error", f"An unexpected {type(error).__name__} ended the run."))
