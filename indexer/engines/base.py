"""What every search engine takes and gives, so that one can be put in another's place.

An engine is derived: it holds nothing that the corpus does not, and is filled from it at any time. It
analyses no text: postings and queries carry the same ready terms, so that all engines find the same.
``tests/conformance/test_engines.py`` is what an engine must pass.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.naming import name_key

__all__ = [
    "DEFAULT_BOOSTS",
    "FIELDS",
    "Field",
    "Hit",
    "Posting",
    "SearchEngine",
    "Sitting",
    "Vector",
    "sitting_meets",
]

Vector = NDArray[np.float32]

Field = Literal["title", "decision", "body"]
FIELDS: tuple[Field, ...] = ("title", "decision", "body")

DEFAULT_BOOSTS: Mapping[Field, float] = {"title": 1.0, "decision": 1.0, "body": 1.0}
"""How much a term found in a field counts, until a measurement says otherwise."""


class Sitting(NamedTuple):
    """One body on one day; an item belongs to its meeting's and to those of decisions it quotes."""

    committee: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class Posting:
    """One chunk as an engine takes it.

    ``vector`` is float32 ``(dim,)``, unit length. ``fields`` holds ready terms, none with white space in
    it; a missing field is an empty one.
    """

    chunk_id: int
    item_id: str | None
    document: str
    vector: Vector
    fields: Mapping[Field, Sequence[str]]
    municipality: str | None
    sittings: tuple[Sitting, ...]
    case_no: str | None
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found; scores compare only within one search. Dense scores are cosines."""

    chunk_id: int
    score: float


class SearchEngine(Protocol):
    """Exact filters on both arms; best first, equal scores by chunk id.

    Readers see a commit as a whole or not at all. ``add``, ``remove`` and ``commit`` are for one thread
    of the one process that holds the write lock; the searches are for any number of threads.
    """

    @property
    def generation(self) -> int:
        """The generation of the corpus that this engine reflects; 0 when it is empty or was damaged."""
        ...

    def __len__(self) -> int:
        """Number of chunks that a search can find."""
        ...

    def held(self) -> NDArray[np.int64]:
        """The ids of those chunks, in no particular order."""
        ...

    def add(self, postings: Iterable[Posting]) -> None:
        """Takes in chunks whose ids it does not hold; found after the next ``commit``."""
        ...

    def remove(self, chunk_ids: Iterable[int]) -> None:
        """Forgets chunks at the next ``commit``; unknown ids are passed over."""
        ...

    def clear(self) -> None:
        """Forgets everything at the next ``commit``, to be filled again; leaves no trace of the old."""
        ...

    def commit(self, generation: int) -> None:
        """Makes what was added and removed since the last commit visible, durably and all at once."""
        ...

    def refresh(self) -> bool:
        """Sees what another process has committed; cheap. True when there was something new."""
        ...

    def search_dense(self, vector: Vector, limit: int, filters: Filters) -> list[Hit]:
        """The ``limit`` nearest chunks by cosine among those that meet the filters."""
        ...

    def search_terms(
        self,
        terms: Mapping[str, float],
        limit: int,
        filters: Filters,
        boosts: Mapping[Field, float] | None = None,
    ) -> list[Hit]:
        """BM25, weighted: chunks that hold any of the terms, scored by term weight and field boost.

        A field whose boost is 0 is not looked at; a term without positive weight is left out.
        """
        ...

    def document_frequency(self, term: str) -> int:
        """In how many chunks a term stands, whatever the field."""
        ...

    def holding(self, term: str) -> NDArray[np.int64]:
        """The ids of those chunks, ascending."""
        ...

    def fuzzy_terms(self, term: str, distance: int) -> list[str]:
        """Terms of the index within that many edits of ``term``, nearest first, then most frequent."""
        ...

    def close(self) -> None:
        """Lets go of files; uncommitted additions are dropped."""
        ...


def sitting_meets(sitting: Sitting, filters: Filters) -> bool:
    """Whether one body's one day lies within a filter's committees and dates, both together."""
    if filters.committees:
        wanted = {name_key(committee) for committee in filters.committees}
        if sitting.committee is None or name_key(sitting.committee) not in wanted:
            return False
    if filters.date_from is None and filters.date_to is None:
        return True
    if sitting.date is None:
        return False
    return (filters.date_from is None or filters.date_from <= sitting.date) and (
        filters.date_to is None or sitting.date <= filters.date_to
    )
