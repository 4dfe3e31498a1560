"""Everything of an index that a question could meet, to compare two of them."""

from pathlib import Path
from typing import Any

from indexer.corpus import Corpus
from indexer.engines.local import LocalEngine
from indexer.filters import Filters
from indexer.synchronise import engine_folder

__all__ = ["bytes_of", "snapshot"]


def snapshot(data: Path, *, words: tuple[str, ...] = ("bro", "godkende", "beslutte")) -> dict[str, Any]:
    """What the corpus and the engine hold, with chunks named by place instead of by id.

    Fails when the two are not in step.
    """
    with Corpus.open(data) as corpus:
        engine = LocalEngine(engine_folder(data))
        ids = corpus.chunk_ids().tolist()
        assert engine.generation == corpus.generation()
        assert sorted(engine.held().tolist()) == ids
        assert corpus.without_vectors() == 0
        place = {chunk.id: (chunk.document, chunk.kind, chunk.spans) for chunk in corpus.chunks(ids)}
        first = next(iter(corpus.postings(ids[:1])), None)
        found = {
            "documents": {
                d.id: (d.path, corpus.source(d.id), corpus.meeting(d.id), d.masked, d.warnings)
                for d in corpus.documents()
            },
            "chunks": sorted((place[c.id], c.item_id, c.context, c.terms) for c in corpus.chunks(ids)),
            "keywords": [
                sorted((round(hit.score, 3), place[hit.chunk_id]) for hit in hits)
                for hits in (engine.search_terms({word: 1.0}, 10**6, Filters()) for word in words)
            ],
            "near": first
            and sorted(
                (round(hit.score, 3), place[hit.chunk_id])
                for hit in engine.search_dense(first.vector, 10**6, Filters())
            ),
        }
        engine.close()
    return found


def bytes_of(folder: Path) -> bytes:
    """The content of every file under a folder."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
