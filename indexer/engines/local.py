"""The engine that needs no server: FAISS and tantivy in a folder beside the corpus.

Every commit is a *generation*: a folder of its own that never changes again, and a file ``CURRENT`` that
names it and is replaced in one step. A process killed half-way leaves a nameless folder, which the next
commit clears away; a server that searches goes on with the generation it has open until ``refresh``.
A generation is cheap: the files of tantivy that a commit leaves alone are linked, not copied.
"""

import json
import logging
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.engines.attributes import Attributes
from indexer.engines.base import DEFAULT_BOOSTS, Field, Hit, Posting, Vector
from indexer.engines.keywords import KeywordReader, KeywordWriter
from indexer.engines.vectors import VectorArm
from indexer.filters import Filters

__all__ = ["LocalEngine"]

log = logging.getLogger(__name__)

_FORMAT = 1
_CURRENT = "CURRENT"
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
        name = staged.finish(generation)
        _write_durably(self._folder / _CURRENT, name.encode())
        self._state = _opened(self._folder)
        _clear_away(self._folder, keep=name)

    def refresh(self) -> bool:
        """See ``SearchEngine``."""
        if _current(self._folder) == self._state.name:
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


@dataclass
class _Manifest:
    """What a generation's ``engine.json`` says; ``files`` are the others with their sizes in bytes."""

    format: int
    generation: int
    chunks: int
    files: dict[str, int]


class _Staged:
    """A generation being written, in a folder that ``CURRENT`` does not name yet."""

    def __init__(self, folder: Path, base: _State | None) -> None:
        self._root = folder
        self._folder = folder / f"building-{os.getpid()}"
        shutil.rmtree(self._folder, ignore_errors=True)
        (self._folder / _KEYWORDS).mkdir(parents=True)
        self._attributes = base.attributes if base else Attributes()
        self._vectors = base.vectors.copy() if base else VectorArm()
        if base:
            _link_all(folder / base.name / _KEYWORDS, self._folder / _KEYWORDS)
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

    def finish(self, generation: int) -> str:
        """Everything on disk under its final name, which is returned."""
        self._take_rows()
        self._keywords.finish()
        self._vectors.save(self._folder)
        self._attributes.save(self._folder)
        manifest = _Manifest(_FORMAT, generation, len(self._attributes), _sizes(self._folder))
        (self._folder / "engine.json").write_text(json.dumps(vars(manifest)), "utf-8")
        _sync_all(self._folder)
        name = _free_name(self._root, generation)
        self._folder.rename(self._root / name)
        return name

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
        name = _current(folder)
        if not name:
            break
        try:
            return _load(folder, name)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            if _current(folder) == name:
                kind = type(error).__name__
                log.warning("the search index in %s is damaged and will be rebuilt (%s)", folder, kind)
                break
    return _State()


def _load(folder: Path, name: str) -> _State:
    home = folder / name
    manifest = _Manifest(**json.loads((home / "engine.json").read_text("utf-8")))
    if manifest.format != _FORMAT or manifest.files != _sizes(home):
        raise ValueError("not as it was written")
    state = _State(name, manifest.generation)
    state.attributes, state.vectors = Attributes.load(home), VectorArm.load(home)
    state.keywords = KeywordReader(home / _KEYWORDS)
    if not manifest.chunks == len(state.attributes) == len(state.vectors) == len(state.keywords):
        raise ValueError("its parts do not hold the same chunks")
    return state


def _sizes(home: Path) -> dict[str, int]:
    files = [path for path in home.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {
        path.relative_to(home).as_posix(): path.stat().st_size for path in files if path.name != "engine.json"
    }


def _current(folder: Path) -> str:
    try:
        return (folder / _CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError):
        return ""


def _free_name(root: Path, generation: int) -> str:
    name, turn = f"generation-{generation}", 1
    while (root / name).exists():
        name, turn = f"generation-{generation}-{turn}", turn + 1
    return name


def _link_all(source: Path, target: Path) -> None:
    """tantivy writes its segment files once; the rest (small) it replaces, so that is copied."""
    for file in source.iterdir():
        if file.suffix == ".lock":
            continue
        if file.suffix != ".json":
            try:
                os.link(file, target / file.name)
                continue
            except OSError:
                log.debug("no hard links here: copying %s", file.name)
        shutil.copy2(file, target / file.name)


def _sync_all(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        _sync(path)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle on a folder to be flushed
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_durably(path: Path, content: bytes) -> None:
    draft = path.with_name(path.name + ".new")
    draft.write_bytes(content)
    _sync(draft)
    draft.replace(path)
    _sync(path.parent)


def _clear_away(folder: Path, keep: str) -> None:
    """Earlier generations and half-made ones; what a system will not let go of is left for next time."""
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != keep:
            shutil.rmtree(entry, ignore_errors=True)
