"""What filters are decided by: for every chunk its document, item, municipality, sittings, case and kind.

Kept as whole-number codes in arrays, with the names they stand for beside them, so that a filter over a
hundred thousand chunks is a few comparisons. Both arms of the local engine take their filters from here:
the vector arm as a mask, the keyword arm as tokens.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import Posting, Sitting, sitting_meets
from indexer.filters import Filters
from indexer.naming import case_key, name_key

__all__ = ["Attributes", "excluded_tokens", "filter_tokens", "required_tokens"]

_COLUMNS = ("document", "item", "municipality", "case", "kind")
_SITTING = "sitting"
_NONE = ""  # the name of "has none"; a real name is never empty


class Attributes:
    """The attributes of chunks in the order they were added; changed only by ``added`` and ``without``."""

    def __init__(self) -> None:
        self.ids = np.empty(0, np.int64)
        self._codes = {column: np.empty(0, np.int32) for column in _COLUMNS}
        self._names: dict[str, list[str]] = {column: [] for column in (*_COLUMNS, _SITTING)}
        self._starts = np.zeros(1, np.int64)  # the sittings of row i: _sittings[_starts[i]:_starts[i + 1]]
        self._sittings = np.empty(0, np.int32)

    def __len__(self) -> int:
        return len(self.ids)

    def added(self, postings: Sequence[Posting]) -> "Attributes":
        """A new object with these chunks behind the present ones."""
        more = Attributes()
        more._names = {column: list(names) for column, names in self._names.items()}
        known = {column: {name: i for i, name in enumerate(names)} for column, names in more._names.items()}

        def code(column: str, name: str) -> int:
            found = known[column].get(name)
            if found is None:
                found = known[column][name] = len(more._names[column])
                more._names[column].append(name)
            return found

        rows = [[code(column, name) for column, name in _columns_of(posting)] for posting in postings]
        sittings = [[code(_SITTING, name) for name in _sitting_names(p)] for p in postings]
        more.ids = np.concatenate([self.ids, np.array([p.chunk_id for p in postings], np.int64)])
        table = np.array(rows, np.int32).reshape(len(rows), len(_COLUMNS))
        for index, column in enumerate(_COLUMNS):
            more._codes[column] = np.concatenate([self._codes[column], table[:, index]])
        lengths = np.array([len(names) for names in sittings], np.int64)
        more._starts = np.concatenate([self._starts, self._starts[-1] + np.cumsum(lengths)])
        flat = np.array([name for names in sittings for name in names], np.int32)
        more._sittings = np.concatenate([self._sittings, flat])
        return more

    def without(self, ids: NDArray[np.int64]) -> "Attributes":
        """A new object without these chunks, the others in their order."""
        keep = ~np.isin(self.ids, ids)
        less = Attributes()
        less._names = self._names
        less.ids = self.ids[keep]
        less._codes = {column: codes[keep] for column, codes in self._codes.items()}
        lengths = np.diff(self._starts)
        less._starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths[keep])])
        less._sittings = self._sittings[np.repeat(keep, lengths)]
        return less

    def mask(self, filters: Filters) -> NDArray[np.bool_] | None:
        """Which rows meet the filters; ``None`` when the filters ask for nothing."""
        if filters == Filters():
            return None
        mask = np.ones(len(self), np.bool_)
        for column, names in _wanted(filters):
            mask &= np.isin(self._codes[column], self._codes_of(column, names))
        if filters.without_documents:
            mask &= ~np.isin(self._codes["document"], self._codes_of("document", filters.without_documents))
        if _asks_for_sitting(filters):
            met = np.isin(self._sittings, self._codes_of(_SITTING, self.sittings_meeting(filters)))
            rows = np.repeat(np.arange(len(self)), np.diff(self._starts))
            hit = np.zeros(len(self), np.bool_)
            hit[rows[met]] = True
            mask &= hit
        return mask

    def sittings_meeting(self, filters: Filters) -> list[str]:
        """The names of those sittings in the index that lie within the filters."""
        return [name for name in self._names[_SITTING] if sitting_meets(_sitting_of(name), filters)]

    def save(self, folder: Path) -> None:
        """Writes ``attributes.npz`` and ``attributes.json``."""
        arrays: dict[str, Any] = {f"code_{column}": codes for column, codes in self._codes.items()}
        arrays |= {"ids": self.ids, "starts": self._starts, "sittings": self._sittings}
        np.savez(folder / "attributes.npz", **arrays)
        (folder / "attributes.json").write_text(json.dumps(self._names, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Attributes":
        """Reads what ``save`` wrote; ``OSError``, ``ValueError`` or ``KeyError`` when it is damaged."""
        loaded = cls()
        loaded._names = json.loads((folder / "attributes.json").read_text("utf-8"))
        with np.load(folder / "attributes.npz", allow_pickle=False) as arrays:
            loaded.ids = arrays["ids"]
            loaded._starts = arrays["starts"]
            loaded._sittings = arrays["sittings"]
            loaded._codes = {column: arrays[f"code_{column}"] for column in _COLUMNS}
        return loaded

    def _codes_of(self, column: str, names: Iterable[str]) -> NDArray[np.int32]:
        wanted = set(names) - {_NONE}
        return np.array([i for i, name in enumerate(self._names[column]) if name in wanted], np.int32)


def filter_tokens(posting: Posting) -> list[str]:
    """The tokens by which an inverted index can filter a chunk: ``column=name``."""
    tokens = [f"{column}={name}" for column, name in _columns_of(posting) if name != _NONE]
    return tokens + [f"{_SITTING}={name}" for name in _sitting_names(posting)]


def required_tokens(attributes: Attributes, filters: Filters) -> Iterator[list[str]]:
    """Groups of tokens; a chunk must hold one token of each group. An empty group: nothing can match."""
    for column, names in _wanted(filters):
        yield [f"{column}={name}" for name in names]
    if _asks_for_sitting(filters):
        yield [f"{_SITTING}={name}" for name in attributes.sittings_meeting(filters)]


def excluded_tokens(filters: Filters) -> list[str]:
    """Tokens that a chunk must not hold."""
    return [f"document={document}" for document in sorted(filters.without_documents)]


def _columns_of(posting: Posting) -> Iterator[tuple[str, str]]:
    yield "document", posting.document
    yield "item", posting.item_id or _NONE
    yield "municipality", name_key(posting.municipality) if posting.municipality else _NONE
    yield "case", case_key(posting.case_no) if posting.case_no else _NONE
    yield "kind", posting.kind.value


def _wanted(filters: Filters) -> Iterator[tuple[str, list[str]]]:
    if filters.items:
        yield "item", sorted(filters.items)
    if filters.municipality is not None:
        yield "municipality", [name_key(filters.municipality)]
    if filters.case_no is not None:
        yield "case", [case_key(filters.case_no)]
    if filters.kinds:
        yield "kind", sorted(kind.value for kind in filters.kinds)


def _asks_for_sitting(filters: Filters) -> bool:
    return bool(filters.committees) or filters.date_from is not None or filters.date_to is not None


def _sitting_names(posting: Posting) -> list[str]:
    return list(dict.fromkeys(_sitting_name(sitting) for sitting in posting.sittings))


def _sitting_name(sitting: Sitting) -> str:
    """One string for a body and a day; the date in front, so that any committee name may follow."""
    day = sitting.date.isoformat() if sitting.date else "-"
    return f"{day} {name_key(sitting.committee) if sitting.committee else ''}"


def _sitting_of(name: str) -> Sitting:
    day, _, committee = name.partition(" ")
    return Sitting(committee or None, None if day == "-" else date.fromisoformat(day))
