"""Fits the weights of ``qa/ranking.py`` and of ``qa/sentences.py`` and prints them, with what they gain.

    python benchmarks/fit_ranking.py DATA=QUESTIONS.jsonl DATA=QUESTIONS.jsonl …

Each pair is an index and the questions about it; questions made from the minutes themselves
(``made_questions.py``) come to them. A conditional logistic regression: among a question's candidates
the right ones should get the most of one softmax; a ridge holds the weights near those there are now (or any
multiple of them, which orders alike), since a few dozen questions must not overturn them. Features that have
no weight yet start from 0. Cross-validation leaves out one document at a time, with every question that it
answers. What is printed as the gain counts written questions only.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from random import Random

import numpy as np
from made_questions import made_questions
from numpy.typing import NDArray
from scipy.optimize import minimize

from indexer.source_text import fold
from qa.archive import Archive
from qa.asking import Narrowing, Worked, work_out
from qa.evaluation import UNANSWERABLE, Case, read_cases
from qa.ranking import WEIGHTS, Features, Ranked
from qa.sentences import SENTENCE_WEIGHTS, Sentence, SentenceFeatures, best_sentences

TODAY = date(2026, 1, 1)
RIDGES = (0.003, 0.01, 0.03, 0.1, 0.3)
"""Pulls towards the present weights, per question; the one with the best cross-validated loss is taken."""
_MADE_COUNTS = 0.25
"""What a made question weighs beside a written one."""
_MADE_SEED = 1
_ITEMS, _SENTENCES = 5, 8
"""Sentences are sought in so many items, and so many are ordered: as ``qa/answer_fact.py`` has it."""
_DRAWS = 10_000

_ITEM_START = {field.name: WEIGHTS.get(field.name, 0.0) for field in fields(Features)}
_SENTENCE_START = {field.name: SENTENCE_WEIGHTS.get(field.name, 0.0) for field in fields(SentenceFeatures)}


@dataclass(frozen=True)
class Choice:
    """A question's candidates: ``features`` is ``(candidate, feature)``, ``right`` ``(candidate,)``."""

    question: str
    group: str
    made: bool
    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def main() -> None:
    pairs = [argument.split("=") for argument in sys.argv[1:]]
    if not pairs:
        sys.exit(__doc__)
    items: list[Choice] = []
    sentences: list[Choice] = []
    for data, file in pairs:
        archive = Archive.open(Path(data))
        written = [case for case in read_cases(Path(file)) if _is_about_item(case)]
        made = made_questions(archive, Random(_MADE_SEED))
        print(f"{data}: {len(written)} written questions, {len(made)} made", file=sys.stderr)
        for case in (*written, *made):
            worked = work_out(archive.index, case.question, Narrowing(), TODAY)
            is_made = case.id.startswith("made:")
            items += of_items(case, worked, is_made)
            if case.kind == "fact":
                sentences += of_sentences(archive, case, worked, is_made)
    report("WEIGHTS", _ITEM_START, items)
    report("SENTENCE_WEIGHTS", _SENTENCE_START, sentences)


def _is_about_item(case: Case) -> bool:
    return case.kind not in (UNANSWERABLE, "list") and all("#" in gold for gold in case.gold)


def of_items(case: Case, worked: Worked, made: bool) -> list[Choice]:
    """The items ranked for a question; none where the gold is not among them."""
    right = np.array([_is_gold(case, ranked) for ranked in worked.ranked], np.bool_)
    if not right.any() or right.all():
        return []
    rows = [[getattr(ranked.features, name) for name in _ITEM_START] for ranked in worked.ranked]
    return [Choice(case.question, _group(case), made, np.array(rows), right)]


def of_sentences(archive: Archive, case: Case, worked: Worked, made: bool) -> list[Choice]:
    """The sentences considered for a fact; none where the right one is not among them."""
    found = best_sentences(archive.index, worked.question, worked.matcher, worked.ranked[:_ITEMS], _SENTENCES)
    right = np.array([_holds_fact(archive, case, sentence) for sentence in found], np.bool_)
    if not right.any() or right.all():
        return []
    rows = [[getattr(sentence.features, name) for name in _SENTENCE_START] for sentence in found]
    return [Choice(case.question, _group(case), made, np.array(rows), right)]


def _group(case: Case) -> str:
    """What is left out together: the meeting that answers."""
    return case.gold[0].partition("#")[0]


def _is_gold(case: Case, ranked: Ranked) -> bool:
    item = ranked.item
    return item is not None and f"{item.meeting.date}#{item.item.number}" in case.gold


def _holds_fact(archive: Archive, case: Case, sentence: Sentence) -> bool:
    text = fold(sentence.span.of(archive.corpus.text(sentence.ranked.candidate.document)))
    return _is_gold(case, sentence.ranked) and any(
        fold(quote) in text or text in fold(quote) for quote in case.quotes
    )


def fit(choices: Sequence[Choice], start: NDArray[np.float64], ridge: float) -> NDArray[np.float64]:
    """The weights that give the right candidates the most of a softmax, not far from a multiple of ``start``.

    ``ridge`` is the pull towards it; an infinite one finds the best multiple alone.
    """
    shares = np.array([_MADE_COUNTS if choice.made else 1.0 for choice in choices])
    shares /= shares.sum()

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        # the nearest multiple of the start, and how far off it the weights are
        off = w - start * (w @ start) / (start @ start)
        total, slope = ridge * float(off @ off), 2 * ridge * off
        for share, choice in zip(shares, choices, strict=True):
            value, gradient = _loss(choice, w)
            total += share * value
            slope += share * gradient
        return total, slope

    if np.isinf(ridge):
        scales = np.geomspace(0.25, 8, 41)
        ridge = 0.0
        return start * min(scales, key=lambda scale: loss(start * scale)[0])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def _loss(choice: Choice, w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """Negative log of what the softmax gives the right candidates together, and its gradient."""
    scores = choice.features @ w
    scores = np.exp(scores - scores.max())
    every, right = scores / scores.sum(), np.where(choice.right, scores, 0.0)
    share = right.sum() / scores.sum()
    gradient = (every - right / right.sum()) @ choice.features
    return -float(np.log(max(share, 1e-300))), gradient


def report(name: str, present: Mapping[str, float], choices: Sequence[Choice]) -> None:
    start = np.array(list(present.values()))
    written = [choice for choice in choices if not choice.made]
    made = len(choices) - len(written)
    groups = sorted({choice.group for choice in choices})
    print(f"\n{name}: {len(written)} written questions, {made} made, {len(groups)} documents")
    best = before = _held_out(choices, groups, start, np.inf)
    ridge = np.inf
    print(f"  as it is, rightly scaled: {before}")
    for pull in RIDGES:
        after = _held_out(choices, groups, start, pull)
        print(f"  ridge {pull}: {after}")
        if after.loss < best.loss:
            best, ridge = after, pull
    low, high = _interval(best.right.astype(float) - before.right)
    gain = best.right.mean() - before.right.mean()
    print(f"  best is ridge {ridge}; gain of questions left out {gain:+.3f} [{low:+.3f}, {high:+.3f}]")
    w = fit(choices, start, ridge)
    print(f"  fitted to all, first is right {np.mean([_first_is_right(c, w) for c in written]):.3f}:")
    w *= np.linalg.norm(start) / np.linalg.norm(w)
    for feature, weight, was in zip(present, w, start, strict=True):
        print(f'    "{feature}": {weight:.1f},  # was {was}')
    for title, changed in (
        ("put right", best.right & ~before.right),
        ("put wrong", before.right & ~best.right),
        ("wrong before and after", ~before.right & ~best.right),
    ):
        questions = [choice.question for choice, is_so in zip(written, changed, strict=True) if is_so]
        print(f"  {title}, left out:", *questions, sep="\n    ")


@dataclass(frozen=True)
class HeldOut:
    """How written questions fare with weights from the other documents."""

    loss: float
    right: NDArray[np.bool_]

    def __str__(self) -> str:
        return f"log loss {self.loss:.3f}, first is right {self.right.mean():.3f}"


def _held_out(
    choices: Sequence[Choice], groups: Sequence[str], start: NDArray[np.float64], ridge: float
) -> HeldOut:
    weights = {
        group: fit([choice for choice in choices if choice.group != group], start, ridge) for group in groups
    }
    written = [choice for choice in choices if not choice.made]
    loss = float(np.mean([_loss(choice, weights[choice.group])[0] for choice in written]))
    return HeldOut(loss, np.array([_first_is_right(choice, weights[choice.group]) for choice in written]))


def _first_is_right(choice: Choice, w: NDArray[np.float64]) -> bool:
    return bool(choice.right[int(np.argmax(choice.features @ w))])


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    """What 95 % of the means lie between when the questions are drawn anew."""
    dice = np.random.default_rng(_MADE_SEED)
    means = values[dice.integers(0, len(values), (_DRAWS, len(values)))].mean(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


if __name__ == "__main__":
    main()
