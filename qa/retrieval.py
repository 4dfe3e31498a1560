"""From a question to candidates: both arms of the engine, gathered by item.

A candidate is an item, or where a document has no items (or the hit is the head of a meeting) the chunk
itself. The two arms are not fused by rank here: each candidate keeps what each arm said, and
``qa/ranking.py`` weighs them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

import numpy as np

from indexer.engines.base import Field
from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.stored import StoredChunk, StoredItem
from qa.answer import Intent
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.question import Question

__all__ = ["OWN_KINDS", "Candidate", "Mode", "Retrieved", "ScoredChunk", "retrieve"]

Mode = Literal["hybrid", "semantic", "keyword"]

BOOSTS: Mapping[Field, float] = {"title": 2.0, "decision": 1.2, "body": 1.0}
"""A title names the case, so a word found there counts double (set by hand, in the manner of BM25F)."""

OWN_KINDS = frozenset(SectionKind) - {SectionKind.ATTACHMENT}
"""What is of the minutes themselves."""

_OF_DECISIONS = frozenset({Intent.DECISION, Intent.LIST, Intent.TIMELINE, Intent.PRECEDENT})
"""Asked what was decided, only the minutes count: an attachment says what somebody wrote to the meeting."""

_DEPTH = 80  # chunks that each arm is asked for
_COSINE_IN_BM25 = 40
"""What a cosine of 1 weighs against BM25 scores when the chunks of one item are ordered (set by hand)."""


@dataclass(frozen=True, slots=True)
class ScoredChunk:
    """A chunk with its cosine (dense arm) and BM25 score (keyword arm); 0 where an arm did not find it."""

    chunk: StoredChunk
    dense: float
    keyword: float


@dataclass
class Candidate:
    """An item (or a lone chunk) that may hold the answer, with the chunks that speak for it."""

    key: str
    item: StoredItem | None
    hits: list[ScoredChunk] = field(default_factory=list)

    @property
    def dense(self) -> float:
        """The cosine of its best chunk."""
        return max((hit.dense for hit in self.hits), default=0.0)

    @property
    def keyword(self) -> float:
        """The BM25 score of its best chunk."""
        return max((hit.keyword for hit in self.hits), default=0.0)

    def chunks(self, index: OpenIndex) -> list[StoredChunk]:
        """All chunks of the minutes' own words on the item, and what was found in its attachments."""
        found = [hit.chunk for hit in self.hits]
        if self.item is None:
            return found
        attached = [chunk for chunk in found if chunk.kind is SectionKind.ATTACHMENT]
        return [*index.corpus.chunks_of_item(self.item.id), *attached]

    @cached_property
    def document(self) -> str:
        """The id of its document."""
        return self.hits[0].chunk.document if self.item is None else self.item.document


@dataclass(frozen=True)
class Retrieved:
    """The candidates in no order yet, and how the dense arm's scores lie for this question.

    ``dense_floor`` is the median cosine over what the arm returned: e5 cosines crowd between 0.75 and 0.9, so
    only their distance from the floor tells anything.
    """

    candidates: list[Candidate]
    dense_floor: float
    dense_best: float
    keyword_best: float


def retrieve(index: OpenIndex, question: Question, matcher: TermMatcher, filters: Filters) -> Retrieved:
    """Asks both arms for the nearest chunks and gathers them by item."""
    if question.intent in _OF_DECISIONS and not filters.kinds and index.corpus.holds_attachments():
        filters = replace(filters, kinds=OWN_KINDS)
    near = index.engine.search_dense(index.embed(question.meant), _DEPTH, filters)
    dense = {hit.chunk_id: hit.score for hit in near}
    query = matcher.query()
    worded = index.engine.search_terms(query, _DEPTH, filters, BOOSTS) if query else []
    keyword = {hit.chunk_id: hit.score for hit in worded}
    chunks = index.corpus.chunks(sorted(dense.keys() | keyword.keys()))
    items = index.corpus.items({chunk.item_id for chunk in chunks if chunk.item_id})
    found: dict[str, Candidate] = {}
    for chunk in chunks:
        key = chunk.item_id or f"{chunk.document}#{chunk.id}"
        candidate = found.setdefault(key, Candidate(key, items.get(chunk.item_id or "")))
        candidate.hits.append(ScoredChunk(chunk, dense.get(chunk.id, 0.0), keyword.get(chunk.id, 0.0)))
    for candidate in found.values():
        candidate.hits.sort(key=lambda hit: (-hit.keyword - _COSINE_IN_BM25 * hit.dense, hit.chunk.id))
    cosines = list(dense.values())
    return Retrieved(
        list(found.values()),
        float(np.median(cosines)) if cosines else 0.0,
        max(cosines, default=0.0),
        max(keyword.values(), default=0.0),
    )
