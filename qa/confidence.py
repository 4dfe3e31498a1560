"""How sure an answer is, from 0 to 1, and whether it is sure enough to be given.

A logistic model over a handful of features of the question and its best evidence. The weights are fitted by
``benchmarks/fit_confidence.py``; ``docs/evaluation.md`` tells on what and how well it is calibrated.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from operator import mul

from indexer.routine_titles import is_of_many_matters
from indexer.stored import StoredItem
from qa.counting import counted_thing, priced_thing
from qa.draft import Draft
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.parts_apart import share_apart
from qa.question import Question
from qa.ranking import Features
from qa.surroundings import passage_around

__all__ = ["THRESHOLD", "Evidence", "confidence", "evidence_of", "second_look"]

_DENSE_ZERO = 0.8
_SHOWN = 3  # quotes
_MOST_TOLD = 3000  # characters
_NOTHING = Features(
    dense=0.0,
    keyword=0.0,
    coverage=0.0,
    title=0.0,
    decision=0.0,
    chunk=0.0,
    names=0.0,
    period=0.0,
    body=0.0,
)
THRESHOLD = 0.4
"""Answers less sure than this are refused. The model counts answerable and unanswerable questions alike,
and of those that are asked most can be answered; so the line lies below one half."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model sees; each from 0 to 1 but the cosine.

    ``coverage``: the question's weight met by the lead item (of a decision, but for compounds whose parts
    stand apart); ``chunk``: by its best chunk, and ``alone``:
    by the leading sentence (by the decision or the title); all by one sentence of the decision where the item
    is a list of notices ("Nyt fra formanden"); ``told``: how much of what is asked *about*
    the case (words that are neither names nor in its title) is met by what is quoted; ``aside``: how far
    the title has all else of a question for a fact, so that its answer would stand here if anywhere;
    ``names``: share of names and numbers met; ``dense``: best cosine of the lead item above 0.8, in
    hundredths; ``meaning``: closeness in meaning of the leading sentence's chunk; ``counted``,
    ``uncounted``: whether the sentence counts the thing asked for, or surely does not (both 0 where
    nothing is counted); ``untold``: what is to be counted or paid for is not even named in what is quoted or
    in the title; ``untyped``: it has not the form asked for; ``name``: a name is; ``timed``: it
    fits the time asked about; ``fact``, ``english``: of the question. ``chunk`` is 0 for facts,
    ``aside``, ``meaning`` and ``untyped`` for decisions.
    """

    coverage: float
    chunk: float
    alone: float
    told: float
    aside: float
    names: float
    dense: float
    meaning: float
    counted: float
    uncounted: float
    untold: float
    untyped: float
    name: float
    timed: float
    fact: float
    english: float


_WEIGHTS: Mapping[str, float] = {
    "coverage": 3.03,
    "chunk": 1.52,
    "alone": 2.27,
    "told": 0.38,
    "aside": -2.95,
    "names": 2.61,
    "dense": 0.49,
    "meaning": 1.34,
    "counted": 0.05,
    "uncounted": -0.64,
    "untold": -1.10,
    "untyped": -7.18,
    "name": -0.31,
    "timed": 3.79,
    "fact": 0.19,
    "english": 2.24,
}
_BIAS = -12.88
_READ_FACT = (0.70, 0.23, 0.20, 0.50)
_READ_DECISION = (0.69, 0.19, 0.31, 1.30)
"""How much the evidence, what was read first, the best of what was read, and a constant count then."""


def evidence_of(index: OpenIndex, question: Question, matcher: TermMatcher, draft: Draft) -> Evidence:
    """The features of an answer about to be given."""
    lead, sentence = draft.lead, draft.sentence
    found = lead.features if lead else _NOTHING
    dense = lead.candidate.dense if lead else 0.0
    title = frozenset() if lead is None else _terms_of_title(index, lead.item)
    quoted = index.terms_of(_told(index, draft)[:_MOST_TOLD])
    told = matcher.coverage_beyond(title, quoted)
    thing = counted_thing(index, question.danish) or priced_thing(question) if sentence else None
    seen = sentence.features if sentence else None
    matter = None if seen else _of_one_matter(index, matcher, draft)
    apart = 0.0 if seen or matter is not None else share_apart(index, matcher, lead.item if lead else None)
    return Evidence(
        coverage=found.coverage - apart if matter is None else matter,
        chunk=0.0 if seen else found.chunk - apart if matter is None else matter,
        alone=seen.alone if seen else max(found.decision, found.title) if matter is None else matter,
        told=told,
        aside=found.title * (1.0 - told) if seen else 0.0,
        names=found.names,
        dense=100 * (dense - _DENSE_ZERO) if dense else 0.0,
        meaning=seen.near if seen else 0.0,
        counted=float(seen is not None and seen.counted == 1.0),
        uncounted=float(seen is not None and seen.counted == 0.0),
        untold=float(thing is not None and not matcher.meets(thing, title | quoted)),
        untyped=float(seen is not None and not seen.typed),
        name=float(question.answer_type is AnswerType.NAME),
        timed=seen.timed if seen else found.period,
        fact=float(seen is not None),
        english=float(question.english),
    )


def _told(index: OpenIndex, draft: Draft) -> str:
    """What a reader is shown: the leading sentence with its surroundings, or the first quotes."""
    if draft.sentence is None:
        return " ".join(quote.text for quote in draft.quotes[:_SHOWN])
    span = passage_around(index, draft.sentence)
    return span.of(index.corpus.text(draft.sentence.ranked.candidate.document))


def _terms_of_title(index: OpenIndex, item: StoredItem | None) -> frozenset[str]:
    """What the title says of the case; one over many notices ("Nyt fra formanden") says nothing of any."""
    if item is None or is_of_many_matters(item.item.title):
        return frozenset()
    return index.terms_of(item.item.title)


def _of_one_matter(index: OpenIndex, matcher: TermMatcher, draft: Draft) -> float | None:
    """How far the best sentence of the leading quote meets the question, where an item is of many matters.

    ``None`` where all of the item is of one: there its sentences tell of it together.
    """
    item = draft.lead.item if draft.lead else None
    if item is None or not draft.quotes or not is_of_many_matters(item.item.title):
        return None
    text = draft.quotes[0].text
    sentences = (text[start:end] for start, end in index.sentences_of(text))
    return max((matcher.coverage(index.terms_of(sentence)) for sentence in sentences), default=0.0)


def confidence(evidence: Evidence, read: Sequence[float] = ()) -> float:
    """The probability that the answer is right: a logistic function of the weighted evidence.

    Where quotes were ``read`` (``Draft.read``), that counts as well.
    """
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in asdict(evidence).items())
    if read:
        weights = _READ_FACT if evidence.fact else _READ_DECISION
        total = sum(map(mul, weights, second_look(total, read)))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def second_look(total: float, read: Sequence[float]) -> tuple[float, float, float, float]:
    """What the probability is made of then: the evidence, what was read first, the best of it, and 1."""
    return total, read[0], max(read), 1.0
