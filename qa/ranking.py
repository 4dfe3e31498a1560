"""Candidates put in order: what both arms said, how much of the question an item covers, and where."""

from dataclasses import dataclass

from indexer.minutes import SectionKind
from indexer.parsing.dates import MONTHS
from indexer.stored import StoredItem
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.periods import Period
from qa.question import Question
from qa.retrieval import Candidate, Retrieved

__all__ = [
    "OF_ITS_TIME",
    "WEIGHTS",
    "Features",
    "Ranked",
    "month_word",
    "period_level",
    "period_words",
    "rank",
]


@dataclass(frozen=True, slots=True)
class Features:
    """What speaks for a candidate; each from 0 to 1.

    ``dense`` and ``keyword`` are relative to the best of this question; ``coverage`` is of the whole item,
    ``title``, ``decision`` and ``chunk`` of its title, its decisions and its best chunk; ``names`` is the
    share of the question's names and numbers that it holds (1 when there are none); ``period`` how well it
    fits the time asked about (1 if none); ``body`` whether the committee asked about met on it itself (1,
    also when none is asked) or is only quoted in it (0).
    """

    dense: float
    keyword: float
    coverage: float
    title: float
    decision: float
    chunk: float
    names: float
    period: float
    body: float


WEIGHTS: dict[str, float] = {
    "dense": 1.6,
    "keyword": 0.5,
    "coverage": 1.3,
    "title": 0.9,
    "decision": 0.1,
    "chunk": 1.0,
    "names": 0.4,
    "period": 1.3,
    "body": 0.6,
}
"""How much each feature counts; see docs/evaluation.md for how they were chosen."""

OF_ITS_TIME = 0.7
"""The least ``Features.period`` of an item that is itself of the time asked about."""

_CONSIDERED = 40
_OPEN_DECISION = (SectionKind.DECISION, SectionKind.PRIOR_DECISION, SectionKind.RECOMMENDATION)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate in its place."""

    candidate: Candidate
    score: float
    features: Features
    terms: frozenset[str]

    @property
    def item(self) -> StoredItem | None:
        """The item, where the candidate is one."""
        return self.candidate.item


def rank(index: OpenIndex, question: Question, matcher: TermMatcher, found: Retrieved) -> list[Ranked]:
    """The candidates with their features, best first; ties by newest, then by key."""
    considered = sorted(
        found.candidates, key=lambda c: -(_relative_dense(c, found) + _relative_keyword(c, found))
    )[:_CONSIDERED]
    index.corpus.chunks_of_items(c.item.id for c in considered if c.item)  # read at once, then remembered
    ranked = [_ranked(index, question, matcher, found, candidate) for candidate in considered]
    return sorted(ranked, key=lambda r: (-r.score, -_newness(r.item), r.candidate.key))


def period_level(index: OpenIndex, item: StoredItem | None, period: Period | None) -> float:
    """How well an item fits the time asked about.

    1 where its meeting or an earlier decision in it lies in the period; 0.7 where its title speaks of
    that time or, of a year, what was recommended or decided ("budget 2026"), 0.4 where only its text does;
    else 0.
    """
    if period is None:
        return 1.0
    if item is None:
        return 0.0
    if period.holds(item.meeting.date) or any(period.holds(d.date) for d in item.item.decisions):
        return 1.0
    words = period_words(period)
    text = index.corpus.text(item.document)
    said = [item.item.title]
    if month_word(period) is None:  # a month or day that a decision speaks of is when something else happens
        said += [section.span.of(text) for section in item.item.sections if section.kind in _OPEN_DECISION]
    if any(word in part.lower() for part in said for word in words):
        return OF_ITS_TIME
    return 0.4 if any(word in item.item.span.of(text).lower() for word in words) else 0.0


def _ranked(
    index: OpenIndex, question: Question, matcher: TermMatcher, found: Retrieved, candidate: Candidate
) -> Ranked:
    item = candidate.item
    title = index.terms_of(item.item.title) if item else frozenset()
    chunks = candidate.chunks(index)
    decision_terms: set[str] = set()
    every: set[str] = set(title)
    for chunk in chunks:
        every.update(chunk.terms)
        if chunk.kind in _OPEN_DECISION:
            decision_terms.update(chunk.terms)
    terms = frozenset(every)
    features = Features(
        dense=_relative_dense(candidate, found),
        keyword=_relative_keyword(candidate, found),
        coverage=matcher.coverage(terms),
        title=matcher.coverage(title),
        decision=matcher.coverage(decision_terms),
        chunk=max(
            (matcher.coverage(title.union(hit.chunk.terms)) for hit in candidate.hits[:6]), default=0.0
        ),
        names=_names(matcher, terms),
        period=period_level(index, item, question.period),
        body=_own_body(question, item),
    )
    score = sum(weight * getattr(features, name) for name, weight in WEIGHTS.items())
    return Ranked(candidate, score, features, terms)


def _own_body(question: Question, item: StoredItem | None) -> float:
    asked = question.committee.names if question.committee else frozenset()
    return float(not asked or (item is not None and item.meeting.committee in asked))


def _names(matcher: TermMatcher, terms: frozenset[str]) -> float:
    names = [matched for matched in matcher.terms if matched.term.name]
    if not names:
        return 1.0
    return sum(matcher.level(matched, terms) for matched in names) / len(names)


def _relative_dense(candidate: Candidate, found: Retrieved) -> float:
    spread = found.dense_best - found.dense_floor
    return max(0.0, (candidate.dense - found.dense_floor) / spread) if spread > 0 else 0.0


def _relative_keyword(candidate: Candidate, found: Retrieved) -> float:
    return candidate.keyword / found.keyword_best if found.keyword_best else 0.0


def _newness(item: StoredItem | None) -> int:
    return item.meeting.date.toordinal() if item and item.meeting.date else 0


def month_word(period: Period) -> str | None:
    """The name of the month when the period is one month or a day of it."""
    first, last = period.first, period.last
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    return MONTHS[first.month - 1]


def period_words(period: Period) -> tuple[str, ...]:
    """The time as minutes would write it: "juni 2025" for a month, else the years it spans."""
    first, last = period.first, period.last
    if first and last and not period.vague:
        if first == last:
            return (
                f"{first.day}. {MONTHS[first.month - 1]} {first.year}",
                f"{first.day:02}.{first.month:02}.{first.year}",
                f"{first.day}-{first.month}-{first.year}",
            )
        if (first.year, first.month) == (last.year, last.month):
            return (f"{MONTHS[first.month - 1]} {first.year}",)
    return tuple(sorted({str(day.year) for day in (first, last) if day}))
