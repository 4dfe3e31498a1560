"""Fits the weights of ``qa/confidence.py`` and prints them, with how well they do on questions left out.

Unanswerable questions cost nothing to make: every answerable question becomes one when the documents that
answer it (its gold documents and all of the same cases) are left out of the search; when its year, number,
name or committee is changed, or what it asks for is something the item leaves unsaid (``unanswerable.py``);
and when it is asked of another municipality's minutes. To these come the questions written to be
unanswerable, and more answerable ones made from the minutes (``made_questions.py``).

    python benchmarks/fit_confidence.py [--plot FILE.svg] DATA=QUESTIONS.jsonl DATA=QUESTIONS.jsonl …

Each pair is an index and the questions about it. Cross-validation leaves out one gold document at a time.
All figures count answerable and unanswerable questions as though both were asked equally often.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np
from made_questions import made_questions
from numpy.typing import NDArray
from reliability import calibration_error, draw
from scipy.optimize import minimize
from unanswerable import gold_items, spoilt

from qa.archive import Archive
from qa.asking import Narrowing, Worked, work_out
from qa.confidence import THRESHOLD, Evidence, confidence, evidence_of, second_look
from qa.evaluation import UNANSWERABLE, Case, read_cases, right
from qa.open_index import OpenIndex

TODAY = date(2026, 1, 1)
RIDGE = 0.02
"""L2 penalty per row, towards the mean-free zero; chosen once, by the cross-validated log loss."""
_MOST_MADE = 100  # of each index
_SEED = 4
_WRITTEN, _MADE = "as written", "made from a title or a number"
_UNANSWERABLE, _LEFT_OUT, _ELSEWHERE = (
    "written to be unanswerable",
    "its documents left out",
    "other municipalities' minutes",
)
_COUNTS = {_WRITTEN: 1.0, _MADE: 0.25, _UNANSWERABLE: 2.0, _LEFT_OUT: 1.0, _ELSEWHERE: 1.0}
_SPOILT_COUNTS = 0.1
"""What a question counts beside others of its class: the more, the more it is like one that somebody asks.
Those spoilt by a program in one word are many and stilted; counting alike, they cost twice as many refusals
of written questions."""


@dataclass(frozen=True)
class Row:
    """One question as asked of one index.

    ``evidence`` is ``None`` where the confidence has no say: nothing to quote, or nothing to doubt
    (``certain``). ``right``: it was answered rightly; never so for an unanswerable one. ``read`` is what the
    reader thinks of the first quotes, empty where nobody asked it. ``of`` is the file of its question.
    """

    of: str
    question: str
    how: str
    group: str
    right: bool
    evidence: tuple[float, ...] | None
    certain: bool
    read: tuple[float, ...] = ()

    @property
    def share(self) -> float:
        """What it counts beside another of its class."""
        return _COUNTS.get(self.how, _SPOILT_COUNTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw the reliability in use there")
    parser.add_argument("pairs", nargs="+", metavar="DATA=QUESTIONS.jsonl")
    arguments = parser.parse_args()
    pairs = [(Path(data), Path(file)) for data, file in (a.split("=") for a in arguments.pairs)]
    archives = [Archive.open(data) for data, _ in pairs]
    rows: list[Row] = []
    for place, (data, file) in enumerate(pairs):
        cases = read_cases(file)
        rows += of_own(archives[place], str(file), cases)
        here = data.resolve()
        others = [archives[other] for other, (where, _) in enumerate(pairs) if where.resolve() != here]
        rows += of_others(others, str(file), cases)
    report(rows, arguments.plot)


def of_others(archives: Sequence[Archive], file: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Each question as asked of one of the other municipalities' minutes, by turns."""
    for archive, case in zip(cycle(archives), cases) if archives else ():
        yield _row(archive, file, case.question, _ELSEWHERE, case.id)


def of_own(archive: Archive, file: str, written: Sequence[Case]) -> Iterator[Row]:
    """The questions as they are, and each answerable one spoilt in every way."""
    dice = Random(_SEED)
    for case in written:
        if case.kind == UNANSWERABLE:
            yield _row(archive, file, case.question, _UNANSWERABLE, case.id)
            continue
        if answered := _answered(archive, file, case, _WRITTEN):
            yield answered
        yield from _without_documents(archive, file, case)
        items = gold_items(archive, case)
        topic = items[0].item.title if items and "#" in case.gold[0] else None
        for spoilt_one in spoilt(archive, case, topic, dice):
            yield _row(archive, file, spoilt_one.question, spoilt_one.how, _group(case))
    made = made_questions(archive, dice)
    for case in dice.sample(made, min(len(made), _MOST_MADE)):
        if answered := _answered(archive, file, case, _MADE):
            yield answered


def _answered(archive: Archive, file: str, case: Case, how: str) -> Row | None:
    """An answerable question, where what would be quoted is right: a wrong answer teaches nothing here."""
    worked = work_out(archive.index, case.question, Narrowing(), TODAY)
    quotes = worked.draft.quotes
    if case.quotes:
        is_right = right(case, quotes)
    else:  # made from a title: any quote of the item will do
        is_right = bool(quotes) and f"{quotes[0].source.date}#{quotes[0].source.item}" in case.gold
    return _judged(archive.index, worked, file, case.question, how, _group(case), True) if is_right else None


def _without_documents(archive: Archive, file: str, case: Case) -> Iterator[Row]:
    left_out = frozenset(stored.document for stored in gold_items(archive, case))
    if left_out:
        yield _row(archive, file, case.question, _LEFT_OUT, _group(case), left_out)


def _row(
    archive: Archive, file: str, question: str, how: str, group: str, left_out: frozenset[str] = frozenset()
) -> Row:
    """A question that cannot be answered."""
    worked = work_out(archive.index, question, Narrowing(without_documents=left_out), TODAY)
    return _judged(archive.index, worked, file, question, how, group, False)


def _judged(
    index: OpenIndex, worked: Worked, file: str, question: str, how: str, group: str, is_right: bool
) -> Row:
    evidence = None
    if worked.draft.quotes and not worked.draft.certain:
        found = evidence_of(index, worked.question, worked.matcher, worked.draft)
        evidence = tuple(asdict(found).values())
    certain = bool(worked.draft.quotes) and worked.draft.certain
    return Row(file, question, how, group, is_right, evidence, certain, worked.draft.read)


def _group(case: Case) -> str:
    """What is left out together: the meeting that answers."""
    return case.gold[0].partition("#")[0]


def fit(x: NDArray[np.float64], y: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights and bias (last) of a ridge logistic regression; ``shares`` add up to 1."""
    scale = x.std(0) + 1e-9

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = x @ w[:-1] + w[-1]
        wrong = np.logaddexp(0, -z) * y + np.logaddexp(0, z) * (1 - y)
        off = shares * (1 / (1 + np.exp(-z)) - y)
        pull = RIDGE * scale**2 / x.shape[1]
        total = float((shares * wrong).sum() + (pull * w[:-1] ** 2).sum())
        return total, np.append(off @ x + 2 * pull * w[:-1], off.sum())

    return np.asarray(minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x)


def _balanced(y: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shares under which both classes weigh one half."""
    halves = np.where(y > 0, shares / shares[y > 0].sum(), shares / shares[y == 0].sum())
    return halves / 2


def report(rows: Sequence[Row], plot: Path | None) -> None:
    judged = [row for row in rows if row.evidence is not None]
    x = np.array([row.evidence for row in judged])
    y = np.array([float(row.right) for row in judged])
    shares = np.array([row.share for row in judged])
    groups = np.array([row.group for row in judged])
    balanced = _balanced(y, shares)
    held_out = _left_out_in_turn(x, y, balanced, groups)
    w = fit(x, y, balanced)
    print(f"{len(judged)} rows to judge of {len(rows)}, {int(y.sum())} of them right; weights:")
    for field, weight in zip(fields(Evidence), w[:-1], strict=True):
        print(f'    "{field.name}": {weight:.2f},')
    print(f"bias {w[-1]:.2f}")
    _print_areas("cross-validated by document, evidence alone", held_out, y, balanced)
    fact = x[:, [field.name for field in fields(Evidence)].index("fact")] == 1.0
    was_read = np.array([bool(row.read) for row in judged])
    for name, places in (("_READ_FACT", was_read & fact), ("_READ_DECISION", was_read & ~fact)):
        seen = np.array(
            [
                second_look(total, row.read)[:-1]
                for total, row, here in zip(held_out, judged, places, strict=True)
                if here
            ]
        )
        weights = balanced[places] / balanced[places].sum()
        second = fit(seen, y[places], weights)
        held_out[places] = _left_out_in_turn(seen, y[places], weights, groups[places])
        print(f"{name} = ({', '.join(f'{weight:.2f}' for weight in second)})  # of {int(places.sum())} rows")
    _print_areas("cross-validated by document, with the reader", held_out, y, balanced)
    held_out = _probability(held_out)
    print_kinds(rows, dict(zip(map(id, judged), held_out, strict=True)))
    in_use = np.array([confidence(Evidence(*row.evidence), row.read) for row in judged if row.evidence])
    _print_areas("\nby the weights in use", np.log(in_use / (1 - in_use)), y, balanced)
    print_kinds(rows, dict(zip(map(id, judged), in_use, strict=True)))
    print_sets(
        rows,
        dict(zip(map(id, judged), in_use, strict=True)),
        dict(zip(map(id, judged), held_out, strict=True)),
    )
    print("the most wrong:")
    for index in np.argsort(-np.abs(held_out - y))[:30]:
        row = judged[index]
        print(f"  {held_out[index]:.2f} {'right' if row.right else 'none '} {row.question} [{row.how}]")
    if plot:
        draw(plot, in_use, y, balanced, THRESHOLD)


def _left_out_in_turn(
    x: NDArray[np.float64], y: NDArray[np.float64], weights: NDArray[np.float64], groups: NDArray[np.str_]
) -> NDArray[np.float64]:
    """The log-odds of each row, by what is fitted on all other groups; ``weights`` tell what a row counts."""
    held_out = np.zeros(len(y))
    for group in sorted(set(groups)):
        inside = groups == group
        w = fit(x[~inside], y[~inside], weights[~inside] / weights[~inside].sum())
        held_out[inside] = x[inside] @ w[:-1] + w[-1]
    return held_out


def _print_areas(
    label: str, held_out: NDArray[np.float64], y: NDArray[np.float64], balanced: NDArray[np.float64]
) -> None:
    found = _probability(held_out)
    error = calibration_error(found, y, balanced)
    print(f"{label}: AUROC {_area(found, y):.3f}, ECE (10 bins) {error:.3f}")
    for threshold in (0.3, THRESHOLD, 0.5, 0.6):
        refused = np.average(found < threshold, weights=balanced * y)
        answered = np.average(found >= threshold, weights=balanced * (1 - y))
        print(f"  threshold {threshold}: right refused {refused:.3f}, unanswerable answered {answered:.3f}")


def print_kinds(rows: Sequence[Row], held_out: dict[int, float]) -> None:
    """How each kind of question fares from end to end: rules that refuse beside the model count, too."""
    print("\n| question | asked | right, refused | unanswerable, answered |\n|---|---|---|---|")
    for how in dict.fromkeys(row.how for row in sorted(rows, key=lambda row: not row.right)):
        of_kind = [row for row in rows if row.how == how]
        answered = [held_out.get(id(row), float(row.certain)) >= THRESHOLD for row in of_kind]
        if of_kind[0].right:
            print(f"| {how} | {len(of_kind)} | {1 - np.mean(answered):.3f} |  |")
        else:
            print(f"| {how} | {len(of_kind)} |  | {np.mean(answered):.3f} |")


def print_sets(rows: Sequence[Row], in_use: dict[int, float], held_out: dict[int, float]) -> None:
    """How the written questions of each file fare: by the weights in use, and by some fitted without them."""
    print("\n| questions | right | refused: in use | left out | unanswerable | answered: in use | left out |")
    print("|---|---|---|---|---|---|---|")
    for file in dict.fromkeys(row.of for row in rows):
        cells = [file]
        for how, given in ((_WRITTEN, False), (_UNANSWERABLE, True)):
            here = [row for row in rows if row.of == file and row.how == how]
            shares = (
                np.mean([(by.get(id(row), float(row.certain)) >= THRESHOLD) == given for row in here])
                for by in (in_use, held_out)
            )
            cells += [str(len(here)), *(f"{share:.3f}" for share in shares)]
        print(f"| {' | '.join(cells)} |")


def _probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-log_odds)))


def _area(found: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """The area under the ROC curve: how often a right one is surer than an unanswerable one."""
    one, other = found[y > 0][:, None], found[y == 0][None, :]
    return float(((one > other) + 0.5 * (one == other)).mean())


if __name__ == "__main__":
    main()
