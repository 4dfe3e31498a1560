"""The engine that needs no server: FAISS and tantivy in a folder beside the corpus.

Every commit is a generation of its own (``generations.py``): a server that searches goes on with the one
it has open until ``refresh``. A generation is cheap: the files of tantivy that a commit leaves alone are
linked, not copied.
"""

import logging
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.attributes import Attributes
from indexer.engines.base import DEFAULT_BOOSTS, Field, Hit, Posting, Vector
from indexer.engines.generations import (
    building_folder,
    clear_away,
    current,
    link_all,
    publish,
    read_manifest,
)
from indexer.engines.keywords import KeywordReader, KeywordWriter
from indexer.engines.vectors import VectorArm
from indexer.filters import Filters

__all__ = ["LocalEngine"]

log = logging.getLogger(__name__)

_KEYWORDS = "keywords"
_BATCH = 2000  # postings handed to FAISS at a time
_ATTRIBUTE_BATCH = 20_000  # rows kept before the attribute arrays are grown
_FILTERS_REMEMBERED = 64


class LocalEngine:
    """A ``SearchEngine`` in ``folder``. Missing or damaged files make an empty one of generation 0."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = _opened(folder)
        self._staged: _Staged | None = None

    @property
    def generation(self) -> int:
        """See ``SearchEngine``."""
        return self._state.generation

    def __len__(self) -> int:
        return len(self._state.attributes)

    def held(self) -> NDArray[np.int64]:
        """See ``SearchEngine``."""
        return self._state.attributes.ids

    def add(self, postings: Iterable[Posting]) -> None:
        """See ``SearchEngine``."""
        staged = self._staging()
        remaining = iter(postings)
        while batch := list(islice(remaining, _BATCH)):
            staged.add(batch)

    def remove(self, chunk_ids: Iterable[int]) -> None:
        """See ``SearchEngine``."""
        ids = np.fromiter(chunk_ids, np.int64)
        if len(ids):
            self._staging().remove(ids)

    def clear(self) -> None:
        """See ``SearchEngine``."""
        if self._staged is not None:
            self._staged.abandon()
        self._staged = _Staged(self._folder, None)

    def commit(self, generation: int) -> None:
        """See ``SearchEngine``."""
        staged = self._staging()
        self._staged = None
        staged.publish(generation)
        self._state = _opened(self._folder)
        clear_away(self._folder)

    def refresh(self) -> bool:
        """See ``SearchEngine``."""
        if current(self._folder) == self._state.name:
            return False
        self._state = _opened(self._folder)
        return True

    def search_dense(self, vector: Vector, limit: int, filters: Filters) -> list[Hit]:
        """See ``SearchEngine``."""
        state = self._state
        return state.vectors.search(vector, limit, state.among(filters))

    def search_terms(
        self,
        terms: Mapping[str, float],
        limit: int,
        filters: Filters,
        boosts: Mapping[Field, float] | None = None,
    ) -> list[Hit]:
        """See ``SearchEngine``."""
        state = self._state
        if state.keywords is None:
            return []
        return state.keywords.search(terms, limit, filters, state.attributes, boosts or DEFAULT_BOOSTS)

    def document_frequency(self, term: str) -> int:
        """See ``SearchEngine``."""
        keywords = self._state.keywords
        return 0 if keywords is None else keywords.document_frequency(term)

    def holding(self, term: str) -> NDArray[np.int64]:
        """See ``SearchEngine``."""
        keywords = self._state.keywords
        return np.empty(0, np.int64) if keywords is None else keywords.holding(term)

    def fuzzy_terms(self, term: str, distance: int) -> list[str]:
        """See ``SearchEngine``."""
        keywords = self._state.keywords
        return [] if keywords is None else keywords.fuzzy_terms(term, distance)

    def close(self) -> None:
        """See ``SearchEngine``."""
        if self._staged is not None:
            self._staged.abandon()
            self._staged = None
        self._state = _State()

    def _staging(self) -> "_Staged":
        if self._staged is None:
            self._staged = _Staged(self._folder, self._state if self._state.name else None)
        return self._staged


class _State:
    """One generation, open for searching. Never changed, so threads may share it."""

    def __init__(self, name: str = "", generation: int = 0) -> None:
        self.name = name
        self.generation = generation
        self.attributes = Attributes()
        self.vectors = VectorArm()
        self.keywords: KeywordReader | None = None
        self.among = lru_cache(maxsize=_FILTERS_REMEMBERED)(self._among)

    def _among(self, filters: Filters) -> NDArray[np.int64] | None:
        mask = self.attributes.mask(filters)
        return None if mask is None else self.attributes.ids[mask]


class _Staged:
    """A generation being written, in a folder that ``CURRENT`` does not name yet."""

    def __init__(self, folder: Path, base: _State | None) -> None:
        self._root = folder
        self._folder = building_folder(folder)
        self._attributes = base.attributes if base else Attributes()
        self._vectors = base.vectors.copy() if base else VectorArm()
        (self._folder / _KEYWORDS).mkdir()
        if base:
            link_all(folder / base.name / _KEYWORDS, self._folder / _KEYWORDS)
        self._keywords = KeywordWriter(self._folder / _KEYWORDS)
        self._rows: list[Posting] = []

    def add(self, postings: list[Posting]) -> None:
        ids = np.array([posting.chunk_id for posting in postings], np.int64)
        self._vectors.add(ids, np.stack([posting.vector for posting in postings]))
        nothing = np.empty(0, np.float32)
        for posting in postings:
            self._keywords.add(posting)
            self._rows.append(replace(posting, vector=nothing, fields={}))
        if len(self._rows) >= _ATTRIBUTE_BATCH:
            self._take_rows()

    def remove(self, ids: NDArray[np.int64]) -> None:
        self._take_rows()
        self._attributes = self._attributes.without(ids)
        self._vectors.remove(ids)
        self._keywords.remove(ids.tolist())

    def publish(self, generation: int) -> None:
        self._take_rows()
        self._keywords.finish()
        self._vectors.save(self._folder)
        self._attributes.save(self._folder)
        publish(self._root, self._folder, generation, len(self._attributes))

    def abandon(self) -> None:
        self._keywords.abandon()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _take_rows(self) -> None:
        if self._rows:
            self._attributes = self._attributes.added(self._rows)
            self._rows = []


def _opened(folder: Path) -> _State:
    """The current generation; another process may replace it while it is being opened, hence the turns."""
    for _ in range(3):
        name = current(folder)
        if not name:
            break
        try:
            return _load(folder, name)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            if current(folder) == name:
                kind = type(error).__name__
                log.warning("the search index in %s is damaged and will be rebuilt (%s)", folder, kind)
                break
    return _State()


def _load(folder: Path, name: str) -> _State:
    home = folder / name
    manifest = read_manifest(home)
    state = _State(name, manifest.generation)
    state.attributes, state.vectors = Attributes.load(home), VectorArm.load(home)
    state.keywords = KeywordReader(home / _KEYWORDS)
    if not manifest.chunks == len(state.attributes) == len(state.vectors) == len(state.keywords):
        raise ValueError("its parts do not hold the same chunks")
    return state
