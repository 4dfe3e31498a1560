"""The server's one open archive: opened in the background, shared by every request.

The server starts at once and says on ``/readyz`` what it waits for: the models to load, or an index to
be made. Work on the archive is blocking (a model, SQLite, FAISS) and runs in a bounded number of
threads, so that the event loop stays free to answer the health checks.

Another process may index while this one serves. Before each piece of work the archive is asked to take up
what is new: a look at one small file, and by one thread at a time, since opening a new index is work. The
others go on with the index they have; one is never changed while somebody searches it.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from api.errors import NotReady
from api.metrics import Metrics
from api.settings import Settings
from api.workers import Workers
from models.errors import BesluttetError
from qa.answer import Answer
from qa.archive import Archive

__all__ = ["ReadingRoom"]

_log = logging.getLogger("besluttet")
_RETRY_SECONDS = 1.0
"""A missing index is looked for again at most so often."""

T = TypeVar("T")


class ReadingRoom:
    """Holds the archive once it is open, and runs work on it off the event loop."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self._workers = Workers(settings.workers, settings.queue_limit)
        self._archive: Archive | None = None
        self._waits_for = "The server has just started."
        self._opening = threading.Lock()
        self._refreshing = threading.Lock()
        self._last_try = float("-inf")
        self._closed = False

    def open(self) -> None:
        """Begin to open the archive in the background, unless that is done, under way or just tried."""
        if self._archive is not None or time.monotonic() - self._last_try < _RETRY_SECONDS:
            return
        if self._opening.acquire(blocking=False):
            self._last_try = time.monotonic()
            # a daemon: a server that is told to stop does not wait for a model to load
            threading.Thread(target=self._open, name="open archive", daemon=True).start()

    def close(self) -> None:
        """Let go of the archive."""
        self._closed = True
        self._workers.close()
        self._archive = None
        self._last_try = float("inf")

    def ready(self) -> None:
        """Return when questions can be answered.

        Raises:
            NotReady: not yet; the message says what the server waits for.
        """
        self.open()
        if self._archive is None:
            raise NotReady(self._waits_for)

    @property
    def archive(self) -> Archive | None:
        """The archive, once it is open."""
        return self._archive

    @property
    def unfinished(self) -> int:
        """Pieces of work that wait or are worked on."""
        return self._workers.unfinished

    async def run(self, work: Callable[[Archive], T]) -> T:
        """What ``work`` makes of the archive, in a thread; waits for a free one of ``workers``.

        Raises:
            NotReady: there is no archive yet.
            Busy: too many wait for a thread already.
            TookTooLong: it took longer than the settings allow.
        """
        self.ready()
        archive = self._archive
        assert archive is not None

        def with_newest_index() -> T:
            self._refresh(archive)
            return work(archive)

        return await self._workers.run(with_newest_index, self._settings.answer_seconds)

    def _refresh(self, archive: Archive) -> None:
        if self._refreshing.acquire(blocking=False):
            try:
                archive.refresh()
            finally:
                self._refreshing.release()

    def _open(self) -> None:
        begun = time.perf_counter()
        try:
            archive = _CountedArchive.open(
                self._settings.data, model=self._settings.model, reranker=self._settings.reranker
            )
            archive.metrics = self._metrics
            self._waits_for = "The models are still loading."
            archive.warm()
            self._archive = archive
            _log.info("ready after %.1f s", time.perf_counter() - begun)
        except BesluttetError as error:
            if self._waits_for != str(error):
                _log.warning("not ready: %s", error)
            self._waits_for = str(error)
        except Exception:  # noqa: BLE001 - a thread's last catch: the server goes on and says so
            self._waits_for = "The index could not be opened; the server's log says why."
            if not self._closed:  # else an import that the end of the process broke off
                _log.exception("the index could not be opened")
        finally:
            self._opening.release()


class _CountedArchive(Archive):
    """Counts the answers it gives, whoever asked: the API or a page."""

    metrics: Metrics

    def ask(self, question: str, **narrowing: Any) -> Answer:
        """See ``Archive.ask``."""
        answer = super().ask(question, **narrowing)
        self.metrics.answered(answer.intent, answerable=answer.answerable)
        return answer
