"""Fits the weights of ``qa/confidence.py`` and prints them, with how well they do on questions left out.

Unanswerable questions cost nothing to make: every answerable question becomes one when the documents that
answer it (its gold documents and all of the same cases) are left out of the search, and every question about
one municipality is unanswerable in another's minutes. To these come the questions written to be unanswerable.

    python benchmarks/fit_confidence.py DATA=QUESTIONS.jsonl DATA=QUESTIONS.jsonl …

Each pair is an index and the questions about it. Cross-validation leaves out one gold document at a time.
"""

import sys
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from indexer.filters import Filters
from indexer.naming import case_key
from qa.archive import Archive
from qa.asking import Narrowing, Worked, work_out
from qa.confidence import THRESHOLD, Evidence, evidence_of
from qa.evaluation import UNANSWERABLE, Case, read_cases, right

TODAY = date(2026, 1, 1)
RIDGE = 0.02
"""L2 penalty per row, towards the mean-free zero; chosen once, by the cross-validated log loss."""


@dataclass(frozen=True)
class Row:
    """One question as asked of one index: its evidence, whether it was answered rightly, and its group."""

    evidence: tuple[float, ...]
    right: bool
    group: str
    question: str


def main() -> None:
    pairs = [(Path(data), read_cases(Path(file))) for data, file in (a.split("=") for a in sys.argv[1:])]
    if not pairs:
        sys.exit(__doc__)
    archives = [Archive.open(data) for data, _ in pairs]
    rows: list[Row] = []
    for place, (_, cases) in enumerate(pairs):
        for other, archive in enumerate(archives):
            rows += of_own(archive, cases) if other == place else of_foreign(archive, cases)
    report(rows)


def of_own(archive: Archive, cases: list[Case]) -> list[Row]:
    """The questions as they are, and each answerable one with its documents left out."""
    rows = []
    for case in cases:
        whole = work_out(archive.index, case.question, Narrowing(), TODAY)
        group = case.gold[0].partition("#")[0] if case.gold else case.id
        if case.kind == UNANSWERABLE:
            rows += judged(whole, False, group, case.question)
            continue
        if right(case, whole.draft.quotes):
            rows += judged(whole, True, group, case.question)
        left_out = documents_of(archive, case)
        if left_out:
            narrowing = Narrowing(without_documents=left_out)
            without = work_out(archive.index, case.question, narrowing, TODAY)
            rows += judged(without, False, group, f"{case.question} [documents left out]")
    return rows


def of_foreign(archive: Archive, cases: list[Case]) -> list[Row]:
    """The questions asked of another municipality's minutes."""
    rows = []
    for case in cases:
        worked = work_out(archive.index, case.question, Narrowing(), TODAY)
        rows += judged(worked, False, case.id, f"{case.question} [elsewhere]")
    return rows


def judged(worked: Worked, is_right: bool, group: str, question: str) -> list[Row]:
    """A row where the confidence has a say: not where there is nothing to quote or nothing to doubt."""
    if not worked.draft.quotes or worked.draft.certain:
        return []
    evidence = evidence_of(worked.question, worked.matcher, worked.found, worked.draft)
    return [Row(tuple(asdict(evidence).values()), is_right, group, question)]


def documents_of(archive: Archive, case: Case) -> frozenset[str]:
    """The gold documents and every other that handles one of their gold items' cases."""
    documents: set[str] = set()
    for stored in archive.corpus.find_items(Filters()):
        day = str(stored.meeting.date)
        if day in case.gold or f"{day}#{stored.item.number}" in case.gold:
            documents.add(stored.document)
            if stored.item.case_no:
                same = archive.corpus.items_of_case(case_key(stored.item.case_no))
                documents.update(item.document for item in same)
    return frozenset(documents)


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights and bias (last) of a ridge logistic regression; both classes weigh the same."""
    share = np.where(y > 0, 0.5 / max(y.mean(), 1e-9), 0.5 / max(1 - y.mean(), 1e-9))
    scale = x.std(0) + 1e-9

    def loss(w: NDArray[np.float64]) -> float:
        z = x @ w[:-1] + w[-1]
        wrong = np.logaddexp(0, -z) * y + np.logaddexp(0, z) * (1 - y)
        return float((share * wrong).mean() + RIDGE * ((w[:-1] * scale) ** 2).sum() / x.shape[1])

    return np.asarray(minimize(loss, np.zeros(x.shape[1] + 1), method="L-BFGS-B").x)


def report(rows: list[Row]) -> None:
    x = np.array([row.evidence for row in rows])
    y = np.array([float(row.right) for row in rows])
    groups = np.array([row.group for row in rows])
    held_out = np.zeros(len(rows))
    for group in sorted(set(groups)):
        inside = groups == group
        w = fit(x[~inside], y[~inside])
        held_out[inside] = 1 / (1 + np.exp(-(x[inside] @ w[:-1] + w[-1])))
    w = fit(x, y)
    print(f"{len(rows)} rows, {int(y.sum())} right; weights:")
    for field, weight in zip(fields(Evidence), w[:-1], strict=True):
        print(f'    "{field.name}": {weight:.2f},')
    print(f"bias {w[-1]:.2f}")
    bins = np.clip((held_out * 10).astype(int), 0, 9)
    error = sum(abs(held_out[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    order = np.argsort(held_out)
    ranks = np.empty(len(rows))
    ranks[order] = np.arange(1, len(rows) + 1)
    positive = y > 0
    area = (ranks[positive].sum() - positive.sum() * (positive.sum() + 1) / 2) / (
        positive.sum() * (~positive).sum()
    )
    print(f"cross-validated by document: AUROC {area:.3f}, ECE (10 bins, of the balanced fit) {error:.3f}")
    for threshold in (0.3, 0.4, THRESHOLD, 0.6, 0.7):
        refused = (held_out[positive] < threshold).mean()
        answered = (held_out[~positive] >= threshold).mean()
        print(f"  threshold {threshold}: right refused {refused:.3f}, unanswerable answered {answered:.3f}")
    print("the most wrong:")
    for index in np.argsort(-np.abs(held_out - y))[:25]:
        print(f"  {held_out[index]:.2f} {'right' if y[index] else 'none '} {rows[index].question}")


if __name__ == "__main__":
    main()
