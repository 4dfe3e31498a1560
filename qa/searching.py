"""Search without an answer: ranked passages, and items alike."""

from dataclasses import replace

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredChunk, StoredItem
from qa.answer import Quote, Role, SearchHit
from qa.decisions import own_decisions, prior_decisions
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.question import Term
from qa.quoting import Quoter
from qa.retrieval import BOOSTS, Mode

__all__ = ["search", "similar_items"]

_DEPTH = 100
_DENSE_SPREAD = 0.06
"""Cosine distance from the best at which a passage counts for nothing; e5 cosines lie that close."""


def search(
    index: OpenIndex, words: str, filters: Filters, mode: Mode, limit: int, offset: int
) -> list[SearchHit]:
    """The passages nearest to some words; keyword and dense scores added, each relative to its best."""
    if not words.strip():
        return []
    wanted = filters.kinds
    if SectionKind.RECOMMENDATION in wanted:  # most are kept in one chunk with the decision on them
        filters = replace(filters, kinds=wanted | {SectionKind.DECISION})
    depth = max(_DEPTH, 2 * (limit + offset))
    dense: dict[int, float] = {}
    keyword: dict[int, float] = {}
    if mode != "keyword":
        vector = index.embed(words)
        dense = {hit.chunk_id: hit.score for hit in index.engine.search_dense(vector, depth, filters)}
    if mode != "semantic":
        terms = tuple(
            Term(token.text, token.lemma, token.parts, token.is_name)
            for token in index.danish.tokens(words)
            if not token.is_stop and any(map(str.isalnum, token.text))
        )
        query = TermMatcher(terms, index.engine).query()
        if query:
            found = index.engine.search_terms(query, depth, filters, BOOSTS)
            keyword = {hit.chunk_id: hit.score for hit in found}
    best_dense = max(dense.values(), default=0.0)
    best_keyword = max(keyword.values(), default=0.0)
    scores: dict[int, float] = {}
    for chunk_id, cosine in dense.items():
        scores[chunk_id] = max(0.0, 1.0 - (best_dense - cosine) / _DENSE_SPREAD)
    for chunk_id, score in keyword.items():
        scores[chunk_id] = scores.get(chunk_id, 0.0) + score / best_keyword
    order = sorted(scores, key=lambda chunk_id: (-scores[chunk_id], chunk_id))[offset : offset + limit]
    quoter = Quoter(index.corpus)
    chunks = index.corpus.chunks(order)
    hits = [SearchHit(quote, scores[c.id]) for c in chunks for quote in _quote(index, quoter, c, wanted)]
    return hits[:limit]


def similar_items(index: OpenIndex, item: StoredItem, limit: int) -> list[SearchHit]:
    """Items with a chunk near this item's title and recommendation (its first 600 characters), best first."""
    text = index.corpus.text(item.document)
    lead = next(
        (s.span for s in item.item.sections if s.kind is SectionKind.RECOMMENDATION and len(s.span)), None
    )
    words = item.item.title if lead is None else f"{item.item.title}. {lead.of(text)[:600]}"
    quoter = Quoter(index.corpus)
    hits: list[SearchHit] = []
    seen = {item.id}
    for hit in search(index, words, Filters(), "hybrid", 10 * limit, 0):
        item_id = hit.quote.source.item_id
        if item_id is None or item_id in seen:
            continue
        seen.add(item_id)
        other = index.corpus.item(item_id)
        decisions = own_decisions(other) or prior_decisions(other)
        if decisions and not other.item.closed:
            hits.append(SearchHit(quoter.decision(other, decisions[0]), hit.score))
        if len(hits) >= limit:
            break
    return hits


def _quote(
    index: OpenIndex, quoter: Quoter, chunk: StoredChunk, wanted: frozenset[SectionKind]
) -> list[Quote]:
    """A chunk as a quote: its decision where it holds one, unless only recommendations are wanted.

    Empty where the chunk holds nothing of the kinds wanted.
    """
    if chunk.item_id is None:
        head = index.corpus.head(chunk.document)
        role = Role.MEETING if chunk.kind is SectionKind.MEETING else Role.PASSAGE
        return [quoter.from_meeting(head, chunk.spans[0], role, chunk.section or None)]
    item = index.corpus.item(chunk.item_id)
    recommended = [span for span in chunk.spans if _in_recommendation(item, span)]
    if wanted and chunk.kind not in wanted:
        return [_in_its_section(quoter, item, span) for span in recommended[:1]]
    span = chunk.spans[0]
    if chunk.kind is SectionKind.DECISION:
        span = next((s for s in chunk.spans if s not in recommended), span)
    for decision in item.item.decisions:
        if decision.span.start <= span.start and span.end <= decision.span.end:
            return [quoter.decision(item, decision, span)]
    return [_in_its_section(quoter, item, span)]


def _in_its_section(quoter: Quoter, item: StoredItem, span: Span) -> Quote:
    section = item.item.section_at(span.start)
    role = Role.RECOMMENDATION if _in_recommendation(item, span) else Role.PASSAGE
    return quoter.from_item(item, span, role, section.title if section else None)


def _in_recommendation(item: StoredItem, span: Span) -> bool:
    section = item.item.section_at(span.start)
    return section is not None and section.kind is SectionKind.RECOMMENDATION
