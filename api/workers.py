"""A bounded number of threads with a bounded queue before them, for work that blocks.

A thread cannot be stopped from outside. So work that takes too long is given up by its caller and keeps
its thread until it ends by itself: there are never more threads than workers, and what waits is limited,
so that a server with too much to do says so at once instead of growing.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from api.errors import Busy, TookTooLong

__all__ = ["Workers"]

T = TypeVar("T")


class Workers:
    """``threads`` threads, made when first needed; at most ``waiting`` pieces of work wait for one.

    They are daemons, which those of ``ThreadPoolExecutor`` are not: work that never ends must not keep a
    server from stopping.
    """

    def __init__(self, threads: int, waiting: int) -> None:
        self._threads = threads
        self._most = threads + waiting
        self._unfinished = 0
        self._started = 0
        self._lock = threading.Lock()
        self._queue: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()

    @property
    def unfinished(self) -> int:
        """Pieces of work that wait or are worked on, given-up ones included."""
        return self._unfinished

    async def run(self, work: Callable[[], T], seconds: float) -> T:
        """What ``work`` returns or raises.

        Raises:
            Busy: too many wait already; nothing was done.
            TookTooLong: not done after ``seconds``, the time in the queue included.
        """
        submitted = self._submit(work)
        result = asyncio.wrap_future(submitted)
        try:
            done, _ = await asyncio.wait({result}, timeout=seconds)
            if not done:
                raise TookTooLong(f"This took longer than {seconds:g} seconds and was given up.")
            return result.result()
        finally:
            submitted.cancel()  # at once: what still waits is not begun
            result.cancel()  # what runs is listened to no more

    def close(self) -> None:
        """Let the threads end once they have done what waits."""
        for _ in range(self._started):
            self._queue.put(None)

    def _submit(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._lock:
            if self._unfinished >= self._most:
                raise Busy("The server has more to do than it can take; try again in a few seconds.")
            self._unfinished += 1
            self._queue.put((future, work))
            if self._started < min(self._threads, self._unfinished):
                self._started += 1
                threading.Thread(target=self._labour, name=f"worker {self._started}", daemon=True).start()
        return future

    def _labour(self) -> None:
        while (task := self._queue.get()) is not None:
            future, work = task
            tell: Callable[[], None] | None = None
            if future.set_running_or_notify_cancel():
                try:
                    tell = partial(future.set_result, work())
                except BaseException as error:  # noqa: BLE001 - it is the caller's, in another thread
                    tell = partial(future.set_exception, error)
            with self._lock:
                self._unfinished -= 1
            if tell is not None:
                tell()  # last: who hears of it finds a free place
            del task, future, work, tell  # nothing of a question is held on to while none is asked
