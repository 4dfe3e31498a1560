"""An index opened for asking: the corpus, its engine, and the models that read questions."""

from dataclasses import dataclass
from functools import lru_cache

from indexer.corpus import Corpus
from indexer.engines.base import SearchEngine
from models.danish import Danish
from models.embedding import Embedder

__all__ = ["OpenIndex"]


@dataclass(frozen=True, eq=False)
class OpenIndex:
    """What every step of answering is handed. Immutable; a newer index is a new one of these."""

    corpus: Corpus
    engine: SearchEngine
    embedder: Embedder
    danish: Danish

    def terms_of(self, text: str) -> frozenset[str]:
        """The search terms of a short text (a title, a sentence), remembered."""
        return _terms_of(self.danish, text)


@lru_cache(maxsize=50_000)
def _terms_of(danish: Danish, text: str) -> frozenset[str]:
    return frozenset(danish.search_terms(text))
