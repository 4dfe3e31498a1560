"""How sure an answer is, from 0 to 1, and whether it is sure enough to be given.

A logistic model over a handful of features of the question and its best evidence. The weights are fitted by
``benchmarks/fit_confidence.py``; ``docs/evaluation.md`` tells on what and how well it is calibrated.
"""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from qa.draft import Draft
from qa.matching import TermMatcher
from qa.question import Question

__all__ = ["THRESHOLD", "Evidence", "confidence", "evidence_of"]

_DENSE_ZERO = 0.8
THRESHOLD = 0.4
"""Answers less sure than this are refused. The model counts answerable and unanswerable questions alike,
and of those that are asked most can be answered; so the line lies below one half."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model sees; each from 0 to 1 but the two cosines.

    ``coverage``: the question's weight met by the lead item; ``missing``: its heaviest word not met there;
    ``near``: met by the leading sentence with its surroundings (by the best chunk for decisions); ``alone``:
    by the sentence itself (by the decision or the title); ``names``: share of names and numbers met;
    ``unknown``: share of the weight the index has never seen; ``dense``: best cosine of the lead item above
    0.8, in hundredths; ``counted``, ``uncounted``: whether the
    sentence counts the thing asked for, or surely does not (both 0 where nothing is counted); ``timed``: it
    fits the time asked about; ``fact``, ``english``: of the question.
    """

    coverage: float
    missing: float
    near: float
    alone: float
    names: float
    unknown: float
    dense: float
    counted: float
    uncounted: float
    timed: float
    fact: float
    english: float


_WEIGHTS: Mapping[str, float] = {
    "coverage": 1.72,
    "missing": -1.26,
    "near": 0.74,
    "alone": 2.19,
    "names": 2.51,
    "unknown": -0.21,
    "dense": 0.42,
    "counted": 0.44,
    "uncounted": -1.17,
    "timed": 2.24,
    "fact": -0.14,
    "english": 2.70,
}
_BIAS = -9.12


def evidence_of(question: Question, matcher: TermMatcher, draft: Draft) -> Evidence:
    """The features of an answer about to be given."""
    lead, sentence = draft.lead, draft.sentence
    unknown = sum(matched.weight for matched in matcher.terms if not matched.known)
    features = lead.features if lead else None
    timed = sentence.features.timed if sentence else (features.period if features else 0.0)
    return Evidence(
        coverage=features.coverage if features else 0.0,
        missing=features.missing if features else 1.0,
        near=sentence.features.around if sentence else (features.chunk if features else 0.0),
        alone=sentence.features.alone
        if sentence
        else (max(features.decision, features.title) if features else 0.0),
        names=features.names if features else 0.0,
        unknown=unknown / matcher.total if matcher.total else 0.0,
        dense=100 * (lead.candidate.dense - _DENSE_ZERO) if lead and lead.candidate.dense else 0.0,
        counted=float(sentence is not None and sentence.features.counted == 1.0),
        uncounted=float(sentence is not None and sentence.features.counted == 0.0),
        timed=timed,
        fact=float(sentence is not None),
        english=float(question.english),
    )


def confidence(evidence: Evidence) -> float:
    """The probability that the answer is right (logistic function of the weighted evidence)."""
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in asdict(evidence).items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
