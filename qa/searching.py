"""Search without an answer: passages, marked and counted by facets, page by page; and items alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredChunk, StoredItem
from qa.answer import Quote, Role, SearchHit
from qa.decisions import own_decisions, prior_decisions
from qa.facets import Choices, Facets, Match, count_facets, narrowed
from qa.marking import Marks, marks_in
from qa.matches import Found, find_matches, nearness, terms_of, wording
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.outcomes import Outcome
from qa.quoting import Quoter
from qa.retrieval import BOOSTS, Mode
from qa.search_words import SearchWords, find_phrase, read_search, small

__all__ = ["Finding", "Findings", "Order", "newest_decisions", "search", "similar_items"]

_DEPTH = 100  # passages that each arm is asked for when items alike are looked for


class Order(StrEnum):
    """How findings are ordered; equal ones by relevance, then by their place in the index."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage found. ``score`` compares within one search only.

    ``marks`` and ``title_marks`` are places in ``quote.text`` and in ``quote.source.title``. ``recommended``
    is what was recommended where the quote is the decision on it, with its ``recommended_marks``.
    ``outcome`` is what came of the item, or of the earlier decision quoted.
    """

    quote: Quote
    score: float
    outcome: Outcome | None
    marks: Marks
    title_marks: Marks
    recommended: Quote | None
    recommended_marks: Marks


@dataclass(frozen=True, slots=True)
class Findings:
    """One page of what a search matches. ``total`` counts all passages that match, ``items`` their items."""

    total: int
    items: int
    page: tuple[Finding, ...]
    facets: Facets


def search(
    index: OpenIndex,
    typed: str,
    choices: Choices,
    *,
    mode: Mode = "hybrid",
    order: Order = Order.RELEVANCE,
    limit: int = 10,
    offset: int = 0,
) -> Findings:
    """What some words and phrases match under the choices made; ``qa/matches.py`` says what matches."""
    words = read_search(typed)
    found = find_matches(index, words, mode, _within(choices))
    kept = narrowed(found.matches, choices)
    if order is Order.DATE:
        kept.sort(key=_day, reverse=True)
    teller = _Teller(index, words, found, choices.sections)
    return Findings(
        total=len(kept),
        items=len({match.passage.item or match.passage.document for match in kept}),
        page=tuple(map(teller.tell, kept[offset : offset + limit])),
        facets=count_facets(found.matches, choices),
    )


def newest_decisions(
    index: OpenIndex, typed: str, choices: Choices, *, mode: Mode = "hybrid", limit: int = 50
) -> list[Quote]:
    """What came of the items that match, newest first: one quote each, its decision if there is one."""
    words = read_search(typed)
    found = find_matches(index, words, mode, _within(choices))
    teller = _Teller(index, words, found, choices.sections)
    best: dict[str, Match] = {}
    for match in narrowed(found.matches, choices):
        best.setdefault(match.passage.item or match.passage.document, match)
    newest = sorted(best.values(), key=lambda match: match.passage.sittings[0].date or date.min, reverse=True)
    return [teller.tell_outcome(match) for match in newest[:limit]]


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
    scores = _alike(index, words, 10 * limit)
    for chunk in index.corpus.chunks(sorted(scores, key=lambda chunk_id: (-scores[chunk_id], chunk_id))):
        if chunk.item_id is None or chunk.item_id in seen:
            continue
        seen.add(chunk.item_id)
        other = index.corpus.item(chunk.item_id)
        decisions = own_decisions(other) or prior_decisions(other)
        if decisions and not other.item.closed:
            hits.append(SearchHit(quoter.decision(other, decisions[0]), scores[chunk.id]))
        if len(hits) >= limit:
            break
    return hits


def _alike(index: OpenIndex, words: str, depth: int) -> dict[int, float]:
    """The chunks nearest to a whole paragraph, by words and meaning, with their scores."""
    near = index.engine.search_dense(index.embed(words), max(_DEPTH, depth), Filters())
    query = TermMatcher(terms_of(index, words), index.engine, as_typed=True).query()
    worded = index.engine.search_terms(query, max(_DEPTH, depth), Filters(), BOOSTS) if query else []
    scores = nearness({hit.chunk_id: hit.score for hit in near})
    for chunk, score in wording({hit.chunk_id: hit.score for hit in worded}).items():
        scores[chunk] = scores.get(chunk, 0.0) + score
    return scores


def _within(choices: Choices) -> Filters:
    return Filters(date_from=choices.date_from, date_to=choices.date_to, case_no=choices.case_no)


def _day(match: Match) -> date:
    """The day of the body that says it, as it is shown; undated passages come last."""
    return match.passage.sittings[-1].date or match.passage.sittings[0].date or date.min


class _Teller:
    """Matches as findings: quoted, with what was looked for marked."""

    def __init__(
        self, index: OpenIndex, words: SearchWords, found: Found, wanted: frozenset[SectionKind]
    ) -> None:
        self._index = index
        self._quoter = Quoter(index.corpus)
        self._words = words
        self._terms = found.terms
        self._wanted = wanted

    def tell(self, match: Match) -> Finding:
        """A match as a finding."""
        chunk = self._index.corpus.chunks([match.passage.id])[0]
        quote, recommended = self._quoted(chunk)
        return Finding(
            quote=quote,
            score=match.score,
            outcome=match.outcome,
            marks=self._marks(quote.text),
            title_marks=self._marks(quote.source.title or ""),
            recommended=recommended,
            recommended_marks=self._marks(recommended.text) if recommended else (),
        )

    def tell_outcome(self, match: Match) -> Quote:
        """The decision on the item of a match; without one the match itself."""
        item = self._index.corpus.item(match.passage.item) if match.passage.item else None
        own = own_decisions(item) if item else ()
        return self._quoter.decision(item, own[0]) if item and own else self.tell(match).quote

    def _marks(self, text: str) -> Marks:
        return marks_in(text, self._terms, self._words.phrases, self._index.danish)

    def _quoted(self, chunk: StoredChunk) -> tuple[Quote, Quote | None]:
        """A chunk as a quote: its decision where it holds one, with what was recommended beside it.

        The recommendation itself is quoted where only such sections are wanted, or where a phrase stands
        there and not in the decision.
        """
        if chunk.item_id is None:
            head = self._index.corpus.head(chunk.document)
            role = Role.MEETING if chunk.kind is SectionKind.MEETING else Role.PASSAGE
            span = self._telling(chunk.document, chunk.spans)
            return self._quoter.from_meeting(head, span, role, chunk.section or None), None
        item = self._index.corpus.item(chunk.item_id)
        recommended = [span for span in chunk.spans if _in_recommendation(item, span)]
        others = [span for span in chunk.spans if span not in recommended]
        unwanted = bool(self._wanted) and chunk.kind not in self._wanted
        if recommended and (not others or unwanted or self._phrases_prefer(item, recommended, others)):
            return _in_its_section(self._quoter, item, self._telling(item.document, recommended)), None
        span = self._telling(item.document, others)
        beside = _in_its_section(self._quoter, item, recommended[0]) if recommended else None
        for decision in item.item.decisions:
            if decision.span.start <= span.start and span.end <= decision.span.end:
                return self._quoter.decision(item, decision, span), beside
        return _in_its_section(self._quoter, item, span), beside

    def _telling(self, document: str, spans: Sequence[Span]) -> Span:
        """The span of a passage with most of what was looked for in it; the first of equals."""
        if len(spans) == 1:
            return spans[0]
        text = self._index.corpus.text(document)
        return max(spans, key=lambda span: (self._phrases_in(text, [span]), len(self._marks(span.of(text)))))

    def _phrases_prefer(self, item: StoredItem, these: Sequence[Span], to_those: Sequence[Span]) -> bool:
        text = self._index.corpus.text(item.document)
        return self._phrases_in(text, these) > self._phrases_in(text, to_those)

    def _phrases_in(self, text: str, spans: Sequence[Span]) -> int:
        pieces = [small(span.of(text)) for span in spans]
        return sum(any(find_phrase(phrase, piece) for piece in pieces) for phrase in self._words.phrases)


def _in_its_section(quoter: Quoter, item: StoredItem, span: Span) -> Quote:
    section = item.item.section_at(span.start)
    role = Role.RECOMMENDATION if _in_recommendation(item, span) else Role.PASSAGE
    return quoter.from_item(item, span, role, section.title if section else None)


def _in_recommendation(item: StoredItem, span: Span) -> bool:
    section = item.item.section_at(span.start)
    return section is not None and section.kind is SectionKind.RECOMMENDATION
