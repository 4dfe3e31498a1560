"""How sure an answer is, from 0 to 1, and whether it is sure enough to be given.

A logistic model over a handful of features of the question and its best evidence. The weights are fitted by
``benchmarks/fit_confidence.py``; ``docs/evaluation.md`` tells on what and how well it is calibrated.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from qa.draft import Draft
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.question import Question
from qa.retrieval import Retrieved

__all__ = ["THRESHOLD", "Evidence", "confidence", "evidence_of"]

THRESHOLD = 0.5
"""Answers less sure than this are refused."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model sees; each from 0 to 1 but ``peak`` and ``margin`` (cosine differences, in 0.01).

    ``coverage``: the question's weight met by the lead item; ``near``: met by the leading sentence with its
    surroundings (by the best chunk for decisions); ``alone``: by the sentence itself; ``names``: share of
    names and numbers met; ``unknown``: share of the question's weight the index has never seen;
    ``title``: met by the title; ``peak``: best cosine over the median; ``typed``: the answer has the form
    asked for; ``period``: it fits the time asked about; ``fact``: the question asks for a fact.
    """

    coverage: float
    near: float
    alone: float
    names: float
    unknown: float
    title: float
    peak: float
    typed: float
    period: float
    fact: float
    empty: float


_WEIGHTS: Mapping[str, float] = {
    "coverage": 3.0,
    "near": 3.0,
    "alone": 0.5,
    "names": 1.5,
    "unknown": -4.0,
    "title": 1.0,
    "peak": 0.15,
    "typed": 1.0,
    "period": 3.0,
    "fact": -0.5,
    "empty": 0.0,
}
_BIAS = -8.0


def evidence_of(question: Question, matcher: TermMatcher, found: Retrieved, draft: Draft) -> Evidence:
    """The features of an answer about to be given."""
    lead, sentence = draft.lead, draft.sentence
    unknown = sum(matched.weight for matched in matcher.terms if not matched.known)
    typed = sentence.typed if sentence else True
    return Evidence(
        coverage=lead.features.coverage if lead else 0.0,
        near=sentence.around if sentence else (lead.features.chunk if lead else 0.0),
        alone=sentence.alone if sentence else (lead.features.decision if lead else 0.0),
        names=lead.features.names if lead else 0.0,
        unknown=unknown / matcher.total if matcher.total else 0.0,
        title=lead.features.title if lead else 0.0,
        peak=100 * (found.dense_best - found.dense_floor),
        typed=float(typed or question.answer_type is AnswerType.ANY),
        period=lead.features.period if lead else 0.0,
        fact=float(sentence is not None),
        empty=float(not matcher.terms),
    )


def confidence(evidence: Evidence) -> float:
    """The probability that the answer is right (logistic function of the weighted evidence)."""
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in asdict(evidence).items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
