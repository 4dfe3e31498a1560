"""Keeps the engine like the corpus. A new, a stale and a damaged engine are all the same case here.

Chunk ids are never used again and a chunk never changes, so what an engine lacks and what it holds too
much is the difference of two sets of ids; nothing has to be remembered about what was going on when a
process was killed. FAISS and tantivy are loaded only when there is something to do.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from indexer.corpus import Corpus
from indexer.engines.base import Posting, SearchEngine
from indexer.engines.generations import sound_generation
from indexer.errors import IndexLocked, IndexMissing
from indexer.locking import write_lock

__all__ = ["engine_folder", "is_in_step", "open_engine", "synchronise"]

_REBUILT_BELOW = 50_000  # chunks; seconds. Above, a few removals are marked in place
_REBUILT_ABOVE = 0.01  # share of chunks removed: more would bend the word statistics of BM25


def engine_folder(data: Path) -> Path:
    """Where in the data folder the local engine lives."""
    return data / "engine"


def is_in_step(corpus: Corpus, data: Path) -> bool:
    """Whether the engine on disk is sound and reflects the corpus; loads no search library."""
    generation = corpus.generation()
    return generation == 0 or sound_generation(engine_folder(data)) == generation


def open_engine(corpus: Corpus, data: Path) -> SearchEngine:
    """The engine of a data folder, for searching; brought up to date first if a run was cut off.

    While another process writes, the engine is as that process found it. Raises ``IndexLocked`` when
    there is none yet.
    """
    from indexer.engines.local import LocalEngine

    engine = LocalEngine(engine_folder(data))
    if engine.generation != corpus.generation():
        try:
            with write_lock(data):
                synchronise(corpus, engine)
        except IndexLocked:
            if not len(engine):
                engine.close()
                raise
    return engine


def synchronise(
    corpus: Corpus, engine: SearchEngine, progress: Callable[[str, int, int], None] | None = None
) -> None:
    """Adds what the engine lacks and removes what it holds too much; for the holder of the write lock.

    Raises ``IndexMissing`` when chunks lack vectors because a change of model was cut off.
    """
    generation = corpus.generation()
    if engine.generation == generation:
        return
    if missing := corpus.without_vectors():
        raise IndexMissing(
            f"{missing} passages have no vectors of the present model, because indexing was cut off: "
            "run `besluttet index` again"
        )
    wanted, held = corpus.chunk_ids(), engine.held()
    gone = np.setdiff1d(held, wanted)
    if len(gone) and (len(held) <= _REBUILT_BELOW or len(gone) > _REBUILT_ABOVE * len(held)):
        engine.clear()
        held = held[:0]
    else:
        engine.remove(gone.tolist())
    new = np.setdiff1d(wanted, held).tolist()
    engine.add(_counted(corpus.postings(new), len(new), progress))
    engine.commit(generation)


def _counted(
    postings: Iterable[Posting], total: int, progress: Callable[[str, int, int], None] | None
) -> Iterator[Posting]:
    for done, posting in enumerate(postings, 1):
        yield posting
        if progress is not None and (done % 100 == 0 or done == total):
            progress("building the search index", done, total)
