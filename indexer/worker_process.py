"""The process in which files are opened: whatever a file does to it, the run goes on.

It is given one job after another on its standard input, and answers on its standard output, both pickled. It
holds no model and imports none. ``worker.py`` is the other end.
"""

import os
import pickle
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from indexer.archives import list_archive
from indexer.errors import UnreadableDocument
from indexer.limits import Limits, within
from indexer.programs import missing_programs
from indexer.understanding import understand
from indexer.worker import AtWork, Done, Exhausted, Failed, Job, Refused, Reply

__all__ = ["main"]

_WORK: dict[str, Callable[..., Any]] = {"understand": understand, "list": list_archive}


def main() -> None:
    """Works until there are no more jobs."""
    jobs, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get between the replies

    def at_work() -> None:
        _send(replies, AtWork())

    limits: Limits = pickle.load(jobs)
    with within(limits, at_work):
        while (job := _next(jobs)) is not None:
            _send(replies, _done(job))


def _next(jobs: BinaryIO) -> Job | None:
    try:
        job: Job = pickle.load(jobs)
    except EOFError:
        return None
    return job


def _done(job: Job) -> Reply:
    with missing_programs() as missing:
        try:
            return Done(_WORK[job.work](**job.arguments), tuple(sorted(missing)))
        except UnreadableDocument as error:
            return Refused(str(error), tuple(sorted(missing)))
        except MemoryError:
            return Exhausted()
        except Exception as error:  # noqa: BLE001 - one odd file must not stop the others
            return Failed.of(error)


def _send(replies: BinaryIO, reply: Reply) -> None:
    pickle.dump(reply, replies, pickle.HIGHEST_PROTOCOL)
    replies.flush()


if __name__ == "__main__":
    main()
