"""Taking minutes into the index, again and again: only what changed is done.

A run looks at every file, reads those that are new or changed, embeds their passages in large batches that go
across documents (a text that has a vector is never embedded again), stores each document in a transaction of
its own, and at the end brings the search engine into step. Killed at any point, it leaves what was stored;
the next run goes on from there. No model is loaded when nothing has changed.
"""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy.exc import DatabaseError

from indexer.archives import Listing
from indexer.corpus import Corpus
from indexer.discovery import Found, find_files, path_key
from indexer.errors import UnreadableDocument
from indexer.limits import Limits
from indexer.locking import write_lock
from indexer.planning import Plan, Task, make_plan
from indexer.preparing import Prepared, Preparer, Recipe
from indexer.report import FileFailure, IndexedDocument, IngestReport
from indexer.stored import FailedFile, NewDocument
from indexer.synchronise import engine_folder, is_in_step, synchronise
from indexer.worker import Done, Failed, Job, Refused, Worker
from models.danish import Danish
from models.embedding import Embedder
from models.errors import BesluttetError

__all__ = ["Progress", "ingest", "remove"]

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
"""Called with what is being done (English), how many are done, and how many there are."""

_BATCH_TEXTS = 768  # texts embedded in one go: enough to be sorted by length, few enough to lose in a crash
_BATCH_CHARACTERS = 16_000_000  # of documents waiting for their vectors, so that memory stays bounded


def ingest(
    paths: list[Path],
    data: Path,
    embedder: Embedder,
    *,
    municipality: str | None = None,
    keep_closed: bool = False,
    attachments: bool = True,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    progress: Progress | None = None,
) -> IngestReport:
    """Brings the index in ``data`` into step with files and folders; makes it if need be.

    Documents whose file has gone from a folder in ``paths`` are removed. ``municipality`` is whose minutes
    these are where they do not say; ``attachments`` that lie beside them are read too. Ctrl-C ends the run
    early, with a report and a sound index.

    Raises ``IndexLocked`` when another process writes, ``ModelError``, and ``BesluttetError`` when the data
    folder cannot be written. What is wrong with single files is in the report.
    """
    recipe = Recipe(municipality, keep_closed, "" if attachments else None)
    try:
        with write_lock(data), Corpus.open(data, create=True) as corpus:
            return _Run(corpus, data, embedder, recipe, limits, progress or _silent).over(paths)
    except (OSError, DatabaseError) as error:
        raise _cannot_write(data, error) from error


def remove(document_id: str, data: Path) -> None:
    """Takes one document out of the index. Raises ``NotInIndex``, ``IndexMissing``, ``IndexLocked``."""
    Corpus.open(data).close()
    try:
        with write_lock(data), Corpus.open(data) as corpus:
            corpus.remove(document_id)
            _bring_into_step(corpus, data, _silent)
            corpus.tidy()
    except (OSError, DatabaseError) as error:
        raise _cannot_write(data, error) from error


@dataclass(slots=True)
class _Waiting:
    """A document that waits for its vectors."""

    prepared: Prepared
    task: Task


@dataclass(slots=True)
class _Tally:
    """What a run has done so far."""

    documents: list[IndexedDocument] = field(default_factory=list)
    failures: list[FileFailure] = field(default_factory=list)
    remembered: list[FailedFile] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    refreshed: int = 0
    finished: int = 0
    interrupted: bool = False


class _Run:
    """One run over some paths, by the holder of the write lock."""

    def __init__(
        self,
        corpus: Corpus,
        data: Path,
        embedder: Embedder,
        recipe: Recipe,
        limits: Limits,
        progress: Progress,
    ) -> None:
        self._corpus = corpus
        self._data = data
        self._embedder = embedder
        self._recipe = recipe
        self._limits = limits
        self._progress = progress
        self._worker = Worker(limits)
        self._ahead = ThreadPoolExecutor(1, "reading")
        self._preparer = Preparer(embedder, _language)
        self._tally = _Tally()

    def over(self, paths: list[Path]) -> IngestReport:
        with self._ahead, self._worker:  # the worker ends first, so that nobody waits for it
            return self._over(paths)

    def _over(self, paths: list[Path]) -> IngestReport:
        started = time.monotonic()
        found = find_files(paths, self._data)
        plan = make_plan(
            self._corpus,
            found,
            self._recipe,
            self._embedder.identity,
            self._limits,
            self._list_archive,
            self._progress,
        )
        self._note_archives(plan, found)
        tally = self._tally
        tally.failures += [FileFailure(path_key(path), reason) for path, reason in found.refused.items()]
        tally.failures += plan.failures
        try:
            self._carry_out(plan)
        except KeyboardInterrupt:
            tally.interrupted = True
        self._worker.close()
        duplicates = self._good_duplicates(plan)
        self._note_failures(plan, found)
        _bring_into_step(self._corpus, self._data, self._progress)
        if tally.documents or tally.removed or tally.refreshed:
            self._corpus.tidy()
        return IngestReport(
            documents=tuple(tally.documents),
            unchanged=plan.unchanged,
            removed=tuple(tally.removed),
            duplicates=duplicates,
            superseded=tuple(self._superseded()),
            failures=tuple(tally.failures),
            seconds=time.monotonic() - started,
            refreshed=tally.refreshed,
            interrupted=tally.interrupted,
            remaining=len(plan.tasks) - tally.finished,
        )

    def _superseded(self) -> Iterator[tuple[str, str]]:
        """What this run put in place of something, or found told already."""
        taken_in = {document.id for document in self._tally.documents}
        for document, better in self._corpus.superseded().items() if taken_in else ():
            if not taken_in.isdisjoint((document, better)):
                yield document, better

    def _carry_out(self, plan: Plan) -> None:
        for document_id, path in plan.removals:
            self._corpus.remove(document_id)
            self._tally.removed.append(path)
        for document_id, fingerprint in plan.touched:
            self._corpus.touch(document_id, fingerprint)
        if plan.tasks:
            self._corpus.use_model(self._embedder.identity)
        for batch in self._batches(plan.tasks):
            self._store(batch)

    def _batches(self, tasks: list[Task]) -> Iterator[list[_Waiting]]:
        """Prepared documents in batches of about ``_BATCH_TEXTS`` texts that have no vector yet."""
        batch: list[_Waiting] = []
        texts: set[str] = set()
        characters = 0
        for number, (task, reply) in enumerate(self._read_ahead(tasks)):
            self._progress("reading", number, len(tasks))
            prepared = self._prepare(task, reply)
            if prepared is None:
                self._tally.finished += 1
                continue
            batch.append(_Waiting(prepared, task))
            texts.update(prepared.texts)
            characters += len(prepared.document.source.text)
            if len(texts) >= _BATCH_TEXTS or characters >= _BATCH_CHARACTERS:
                yield batch
                batch, texts, characters = [], set(), 0
        if batch:
            yield batch

    def _read_ahead(
        self, tasks: list[Task]
    ) -> Iterator[tuple[Task, "Future[Done | Refused | Failed] | None"]]:
        """Each task with what is being read of its file, the next one's in hand while one is worked on."""
        jobs = (
            None if task.file is None else self._ahead.submit(self._worker.do, _job(task)) for task in tasks
        )
        coming = next(jobs, None)
        self._preparer.warm()
        for task in tasks:
            reply, coming = coming, next(jobs, None)
            yield task, reply

    def _list_archive(self, path: Path) -> Listing:
        reply = self._worker.do(Job("list", {"path": path}))
        if isinstance(reply, Done):
            listing: Listing = reply.result
            return listing
        raise UnreadableDocument(_refusal(reply, path_key(path)))

    def _prepare(self, task: Task, reading: "Future[Done | Refused | Failed] | None") -> Prepared | None:
        """A document ready to be stored; ``None`` when it cannot be, which is then in the tally."""
        missing: tuple[str, ...] = ()
        try:
            if reading is None:
                return self._preparer.again(_stored_again(self._corpus, task), task.recipe.keep_closed)
            reply = reading.result()
            if isinstance(reply, Done):
                recipe = replace(task.recipe, without=reply.missing)
                print_ = replace(task.fingerprint, recipe=recipe.written())
                return self._preparer.of(reply.result, task.path, print_, recipe)
            reason = _refusal(reply, task.path)
            missing = reply.missing
        except BesluttetError:
            raise  # the model, not this document
        except Exception as error:  # noqa: BLE001 - one odd file must not stop the others
            reason = _refusal(Failed.of(error), task.path)
        kept = task.document_id is not None
        self._tally.failures.append(FileFailure(task.path, reason, kept=kept))
        if task.fingerprint.sha256:
            recipe = replace(task.recipe, without=missing).tried(self._limits)
            print_ = replace(task.fingerprint, recipe=recipe.written())
            self._tally.remembered.append(FailedFile(task.path, print_, reason))
        return None

    def _store(self, batch: list[_Waiting]) -> None:
        vectors = self._embed(batch)
        for waiting in batch:
            document = waiting.prepared.document
            own = {key: vectors[key] for key in waiting.prepared.texts if key in vectors}
            task = waiting.task
            document_id = self._corpus.save(document, self._embedder.identity, own, as_id=task.document_id)
            self._tally.finished += 1
            if task.file is None:
                self._tally.refreshed += 1
            else:
                self._tally.documents.append(_indexed(document_id, document, task))

    def _embed(self, batch: list[_Waiting]) -> dict[str, NDArray[np.float32]]:
        """Vectors of those texts of a batch that have none yet."""
        texts = {key: text for waiting in batch for key, text in waiting.prepared.texts.items()}
        known = self._corpus.known_vectors(self._embedder.identity, texts)
        new = [key for key in texts if key not in known]

        def report(done: int, total: int) -> None:
            self._progress("embedding passages", done, total)

        rows = self._embedder.embed_passages([texts[key] for key in new], report)
        return dict(zip(new, rows, strict=True))

    def _good_duplicates(self, plan: Plan) -> tuple[tuple[str, str], ...]:
        """The copies of files that are in; a copy of one that could not be read is no better than that."""
        failed = {failure.path: failure.reason for failure in self._tally.failures}
        bad = [(path, owner) for path, owner in plan.duplicates if owner in failed]
        self._tally.failures += [FileFailure(path, failed[owner]) for path, owner in bad]
        return tuple(pair for pair in plan.duplicates if pair not in bad)

    def _note_failures(self, plan: Plan, found: Found) -> None:
        """Remembers what could not be read; forgets what is readable or gone now."""
        present = plan.present
        failed = {failure.path for failure in plan.failures}
        self._tally.remembered += plan.unlistable
        forgotten = [
            path
            for path in self._corpus.failures()
            if found.is_gone(path, present) or (path in present and path not in failed)
        ]
        if forgotten or self._tally.remembered:
            self._corpus.save_failures(self._tally.remembered, forgotten)

    def _note_archives(self, plan: Plan, found: Found) -> None:
        """Remembers what archives hold, before anything in them is stored; forgets those that are gone."""
        forgotten = [path for path in self._corpus.archives() if found.is_gone(path, plan.present)]
        if plan.listed or forgotten:
            self._corpus.save_archives(plan.listed, forgotten)


def _bring_into_step(corpus: Corpus, data: Path, progress: Progress) -> None:
    if is_in_step(corpus, data):
        return
    from indexer.engines.local import LocalEngine

    engine = LocalEngine(engine_folder(data))
    try:
        synchronise(corpus, engine, progress)
    finally:
        engine.close()


def _job(task: Task) -> Job:
    recipe = task.recipe
    return Job(
        "understand",
        {
            "file": task.file,
            "municipality": recipe.municipality,
            "keep_closed": recipe.keep_closed,
            "attachments": task.attachments if recipe.attachments is not None else (),
        },
    )


def _refusal(reply: Refused | Failed, path: str) -> str:
    if isinstance(reply, Refused):
        return reply.reason
    log.debug("%s: %s\n%s", path, reply.error, reply.trace)
    return f"could not be parsed ({reply.error}): please report this file's layout"


def _stored_again(corpus: Corpus, task: Task) -> NewDocument:
    assert task.document_id is not None
    stored = corpus.document(task.document_id)
    return NewDocument(
        path=task.path,
        format=stored.format,
        fingerprint=task.fingerprint,
        masked=stored.masked,
        warnings=stored.warnings,
        source=corpus.source(task.document_id),
        meeting=corpus.meeting(task.document_id),
        title_terms=(),
        chunks=(),
    )


def _indexed(document_id: str, document: NewDocument, task: Task) -> IndexedDocument:
    meeting = document.meeting
    decisions = [decision for item in meeting.items for decision in item.decisions]
    return IndexedDocument(
        id=document_id,
        path=document.path,
        change="new" if task.document_id is None else "changed",
        committee=meeting.committee,
        date=meeting.date,
        items=len(meeting.items),
        closed=sum(item.closed for item in meeting.items),
        case_numbers=sum(item.case_no is not None for item in meeting.items),
        decisions=sum(not decision.prior for decision in decisions),
        prior_decisions=sum(decision.prior for decision in decisions),
        masked=document.masked,
        warnings=document.warnings,
    )


def _language() -> Danish:
    from models.danish import danish

    return danish()


def _cannot_write(data: Path, error: Exception) -> BesluttetError:
    reason = getattr(error, "strerror", None) or getattr(error, "orig", None) or type(error).__name__
    return BesluttetError(f"cannot write the index in {data}: {reason}")


def _silent(_doing: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
