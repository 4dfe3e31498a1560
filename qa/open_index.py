"""An index opened for asking: the corpus, its engine, and the models that read questions."""

from dataclasses import dataclass
from functools import lru_cache

from indexer.corpus import Corpus
from indexer.engines.base import SearchEngine, Vector
from models.danish import Danish
from models.embedding import Embedder
from models.reader import Reader
from models.reranking import Reranker

__all__ = ["OpenIndex"]


@dataclass(frozen=True, eq=False)
class OpenIndex:
    """What every step of answering is handed. Immutable; a newer index is a new one of these."""

    corpus: Corpus
    engine: SearchEngine
    embedder: Embedder
    danish: Danish
    reader: Reader
    reranker: Reranker | None = None

    def embed(self, question: str) -> Vector:
        """The vector of a question, float32 ``(dim,)``; remembered, since several steps need it."""
        return _embedded(self.embedder, question)

    def sentences_of(self, text: str) -> tuple[tuple[int, int], ...]:
        """(start, end) of the sentences of a section, remembered."""
        return _sentences_of(self.danish, text)

    def terms_of(self, text: str) -> frozenset[str]:
        """The search terms of a short text (a title, a sentence), remembered."""
        return _terms_of(self.danish, text)


@lru_cache(maxsize=256)
def _embedded(embedder: Embedder, question: str) -> Vector:
    return embedder.embed_query(question)


@lru_cache(maxsize=5_000)
def _sentences_of(danish: Danish, text: str) -> tuple[tuple[int, int], ...]:
    return tuple(danish.sentences(text))


@lru_cache(maxsize=50_000)
def _terms_of(danish: Danish, text: str) -> frozenset[str]:
    return frozenset(danish.search_terms(text))
