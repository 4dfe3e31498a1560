"""What a search matches: the whole set that its counts, its pages and its downloads speak about.

A passage matches when

- every phrase in quotation marks stands in it or in its item's title, and besides one of these holds:
- *by its words* (not in meaning-only search): it holds at least half of the words looked for, each
  weighed by its rarity in the index; words that the index does not know at all do not count;
- *by its meaning* (not in words-only search): it is among the ``_NEAREST`` nearest and its cosine lies
  clearly above what is usual for these words;
- nothing but phrases was looked for;
- a case was named, whose passages are few and on one topic: there any of the words and any nearness will do.

The set depends on the words, the mode, the days and the case alone, never on page, order or facets.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from indexer.corpus_passages import Passage
from indexer.engines.base import Vector
from indexer.filters import Filters
from indexer.source_text import Span, fold
from models.search_terms import mention_terms
from qa.facets import Match
from qa.matching import MatchedTerm, TermMatcher
from qa.open_index import OpenIndex
from qa.outcomes import Outcome, outcome_of
from qa.question import Term
from qa.retrieval import BOOSTS, Mode
from qa.search_words import SearchWords, find_phrase, small

__all__ = ["Found", "find_matches", "nearness", "terms_of", "wording"]

_NEAREST = 100
_LEAST_COVERAGE = 0.5
_SPREAD = 0.06
"""Cosine distance from the best at which a passage counts for nothing; e5 cosines lie that close."""
_CLEARLY_ABOVE = 0.03
_CLEARLY_ABOVE_FOR_STRANGE_WORDS = 0.05
"""How far above the usual cosine a passage must lie to match by its meaning alone.

e5 cosines of anything with anything crowd around 0.8, so a passage's distance from the median over the
index (or a sample of its items) is what tells. Measured on the samples and the dev minutes: of searches
after nothing in the index (made-up words, recipes, football) the best passage lies 0.023 to 0.042 above,
of paraphrases of what is there 0.037 to 0.110; 95 of 100 passages that answer a question lie 0.031 above or
more. Where the index knows less than half of what the words weigh, most searches are of the first kind, so
more is asked.
"""
_SAMPLE = 300  # items that the usual cosine is taken from
_MOST_REMEMBERED = 32  # searches whose matches are kept for the next page or choice


@dataclass(frozen=True, slots=True)
class Found:
    """All matches, best first, and the words outside of quotation marks as the index knows them."""

    matches: tuple[Match, ...]
    terms: tuple[MatchedTerm, ...]


def find_matches(index: OpenIndex, words: SearchWords, mode: Mode, within: Filters) -> Found:
    """Everything that matches some words; ``within`` may hold days and a case."""
    return _find_matches(index, index.engine.generation, words, mode, within)


def terms_of(index: OpenIndex, text: str) -> tuple[Term, ...]:
    """The words of a text as the index has them: dates, sums and case numbers in one spelling each."""
    mentions = index.danish.mentions(text)
    spoken_for = [(mention.start, mention.end) for mention in mentions]
    found = [
        Term(token.text, token.lemma, token.parts, False)
        for token in index.danish.tokens(text)
        if not token.is_stop
        and any(map(str.isalnum, token.text))
        and not any(start < token.end and token.start < end for start, end in spoken_for)
    ]
    named = (term for mention in mentions for term in mention_terms(mention))
    return tuple(dict.fromkeys([*found, *(Term(term, term, (), False) for term in named)]))


def nearness(cosines: Mapping[int, float]) -> dict[int, float]:
    """Cosines as scores from 1 (the best) down to 0."""
    best = max(cosines.values(), default=0.0)
    return {chunk: max(0.0, 1.0 - (best - cosine) / _SPREAD) for chunk, cosine in cosines.items()}


def wording(scores: Mapping[int, float]) -> dict[int, float]:
    """BM25 scores as scores from 1 (the best) down to 0."""
    best = max(scores.values(), default=0.0)
    return {chunk: score / best for chunk, score in scores.items()}


@lru_cache(maxsize=_MOST_REMEMBERED)
def _find_matches(index: OpenIndex, _: int, words: SearchWords, mode: Mode, within: Filters) -> Found:
    terms = terms_of(index, words.text)
    loose = TermMatcher(terms_of(index, words.loose), index.engine, foreign=True, as_typed=True)
    if not any(map(str.isalnum, words.text)):
        return Found((), loose.terms)
    passages = index.corpus.passages()
    scores: dict[int, float] = {}
    matched: set[int] = set()
    query = TermMatcher(terms, index.engine, foreign=True, as_typed=True).query()
    of_case = within.case_no is not None
    if mode != "semantic" and query:
        hits = index.engine.search_terms(query, len(index.engine), within, BOOSTS)
        scores = wording({hit.chunk_id: hit.score for hit in hits})
        matched |= scores.keys() if of_case else _covered(index, loose) & scores.keys()
    if mode != "keyword":
        vector = index.embed(words.text)
        near = {hit.chunk_id: hit.score for hit in index.engine.search_dense(vector, _NEAREST, within)}
        floor = _floor(index, vector, TermMatcher(terms, index.engine, as_typed=True).known_share())
        matched |= {chunk for chunk, cosine in near.items() if of_case or cosine >= floor}
        for chunk, score in nearness(near).items():
            scores[chunk] = scores.get(chunk, 0.0) + score
    if words.phrases:
        holding = [_holding(index, index.engine.generation, phrase) for phrase in words.phrases]
        held = frozenset.intersection(*holding)
        matched = matched & held if any(map(str.isalnum, words.loose)) else set(held)
    found = [
        Match(passage, scores.get(passage.id, 0.0), _outcome(passage))
        for chunk in matched
        if (passage := passages.get(chunk)) is not None
    ]
    found.sort(key=lambda match: (-match.score, match.passage.id))
    return Found(tuple(found), loose.terms)


def _covered(index: OpenIndex, matcher: TermMatcher) -> set[int]:
    """The passages that hold at least half of what the words weigh."""
    engine = index.engine
    ids = np.sort(engine.held())
    held: dict[str, NDArray[np.bool_]] = {}

    def holds(term: str) -> NDArray[np.bool_]:
        if term not in held:
            held[term] = np.isin(ids, engine.holding(term), assume_unique=True)
        return held[term]

    covered = matcher.coverages(holds) >= _LEAST_COVERAGE
    return set(ids[covered].tolist())


def _floor(index: OpenIndex, vector: Vector, known_share: float) -> float:
    """The least cosine at which a passage matches by its meaning alone."""
    sample = _sampled(index, index.engine.generation)
    usual = [hit.score for hit in index.engine.search_dense(vector, len(index.engine), sample)]
    above = _CLEARLY_ABOVE if known_share >= _LEAST_COVERAGE else _CLEARLY_ABOVE_FOR_STRANGE_WORDS
    return float(np.median(usual)) + above if usual else 0.0


@lru_cache(maxsize=4)
def _sampled(index: OpenIndex, _: int) -> Filters:
    """A filter that leaves a sample spread over the whole index, always the same."""
    items = sorted({passage.item for passage in index.corpus.passages().values() if passage.item})
    return Filters(items=frozenset(items[:: -(-len(items) // _SAMPLE)] if len(items) > _SAMPLE else ()))


@lru_cache(maxsize=4 * _MOST_REMEMBERED)
def _holding(index: OpenIndex, _: int, phrase: str) -> frozenset[int]:
    """The passages in which a phrase stands, or in the title of whose item."""
    held = set(index.engine.held().tolist())
    of_document: dict[str, list[Passage]] = defaultdict(list)
    for passage in index.corpus.passages().values():
        of_document[passage.document].append(passage)
    found: set[int] = set()
    for document, text in index.corpus.texts():
        if places := find_phrase(phrase, small(text)):
            found |= {passage.id for passage in of_document[document] if _holds(passage, phrase, places)}
    return frozenset(found & held)


def _holds(passage: Passage, phrase: str, places: list[tuple[int, int]]) -> bool:
    """Whether a phrase stands in a passage, or in the title of its item; ``places`` are of its document."""
    if any(_stands_in(place, passage.spans) for place in places):
        return True
    return passage.title is not None and bool(find_phrase(phrase, small(fold(passage.title))))


def _stands_in(place: tuple[int, int], spans: Iterable[Span]) -> bool:
    return any(span.start <= place[0] and place[1] <= span.end for span in spans)


def _outcome(passage: Passage) -> Outcome | None:
    return None if passage.decision is None else _outcome_of(passage.decision)


_outcome_of = lru_cache(maxsize=50_000)(outcome_of)
