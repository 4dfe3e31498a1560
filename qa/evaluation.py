"""A questions file becomes figures: the measure by which every change to retrieval or answering is judged.

The format and the rules stand in DESIGN.md: ``gold`` is ``date#item`` (a date alone: the meeting); a
question is right when one of the first three quotes comes from a gold item and holds a gold quote, white
space folded; an unanswerable one when it is refused.
"""

import json
import math
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indexer.source_text import fold
from models.errors import BesluttetError
from qa.answer import Answer, Quote
from qa.archive import Archive

__all__ = [
    "UNANSWERABLE",
    "Case",
    "Figures",
    "QuestionsUnreadable",
    "Result",
    "evaluate",
    "figures",
    "read_cases",
    "right",
]

UNANSWERABLE = "unanswerable"
"""The kind of the questions that must be refused."""

_Z95 = 1.96
"""Standard deviations of the normal distribution within which 95 % of it lies."""


class QuestionsUnreadable(BesluttetError):
    """A questions file that is not in the format."""


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a questions file. One gold item and one gold quote among several are enough.

    ``any`` in a file says so to its readers; the rule is the same without it.
    """

    id: str
    kind: str
    question: str
    gold: tuple[str, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one case; ``seconds`` is wall time. Ranks are 1-based, ``None`` for never."""

    case: Case
    answer: Answer
    item_rank: int | None
    quote_rank: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group; rates 0..1 or ``None`` where the group has no such questions; times in ms.

    ``intervals`` holds the 95 % interval (lowest, highest) of each rate that there is, by its name here.
    """

    kind: str
    count: int
    item_1: float | None
    quote_1: float | None
    quote_3: float | None
    wrongly_refused: float | None
    wrongly_answered: float | None
    p50_ms: float
    p95_ms: float
    intervals: Mapping[str, tuple[float, float]]


def read_cases(path: Path) -> list[Case]:
    """Reads a questions file. Raises ``QuestionsUnreadable`` naming the line."""
    cases = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsUnreadable(f"Cannot read {path}: {error}; give a JSON-lines file in UTF-8.") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            kind, gold = raw["kind"], tuple(raw.get("gold", ()))
            if kind != UNANSWERABLE and not gold:
                raise KeyError("gold")
            cases.append(Case(raw["id"], kind, raw["q"], gold, tuple(raw.get("quote", ()))))
        except (ValueError, KeyError, TypeError) as error:
            raise QuestionsUnreadable(
                f"{path}, line {number}: {error}; each line is an object with id, kind, q, gold and quote."
            ) from error
    return cases


def evaluate(
    archive: Archive,
    cases: Sequence[Case],
    progress: Callable[[int, int], None] | None = None,
    *,
    today: date | None = None,
) -> list[Result]:
    """Asks every question once, models warm; ``today`` is what "last year" counts from."""
    archive.warm()
    results = []
    for done, case in enumerate(cases, 1):
        started = time.perf_counter()
        answer = archive.ask(case.question, today=today)
        seconds = time.perf_counter() - started
        results.append(Result(case, answer, *_ranks(case, answer.quotes), seconds))
        if progress:
            progress(done, len(cases))
    return results


def figures(results: Iterable[Result]) -> list[Figures]:
    """One row a kind, in order of first appearance, and one for all."""
    every = list(results)
    kinds = list(dict.fromkeys(result.case.kind for result in every))
    rows = [_figures(kind, [r for r in every if r.case.kind == kind]) for kind in kinds]
    return [*rows, _figures("all", every)] if every else []


def _figures(kind: str, results: list[Result]) -> Figures:
    answerable = [r for r in results if r.case.kind != UNANSWERABLE]
    unanswerable = [r for r in results if r.case.kind == UNANSWERABLE]
    hits = {
        "item_1": [r.item_rank == 1 for r in answerable],
        "quote_1": [r.quote_rank == 1 for r in answerable],
        "quote_3": [r.quote_rank is not None and r.quote_rank <= 3 for r in answerable],
        "wrongly_refused": [not r.answer.answerable for r in answerable],
        "wrongly_answered": [r.answer.answerable for r in unanswerable],
    }
    times = sorted(1000 * r.seconds for r in results)
    return Figures(
        kind=kind,
        count=len(results),
        **{name: _share(right) for name, right in hits.items()},
        p50_ms=statistics.median(times),
        p95_ms=times[min(len(times) - 1, int(0.95 * len(times)))],
        intervals={name: _interval(right) for name, right in hits.items() if right},
    )


def _share(hits: list[bool]) -> float | None:
    return sum(hits) / len(hits) if hits else None


def _interval(hits: list[bool]) -> tuple[float, float]:
    """Wilson's 95 % interval of a share: unlike resampling, it says something of 20 right out of 20."""
    n, share = len(hits), sum(hits) / len(hits)
    middle = share + _Z95**2 / (2 * n)
    reach = _Z95 * math.sqrt(share * (1 - share) / n + _Z95**2 / (4 * n * n))
    scale = 1 + _Z95**2 / n
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def right(case: Case, quotes: Sequence[Quote]) -> bool:
    """Whether one of the first three quotes is right, as ``evaluate`` counts it."""
    rank = _ranks(case, quotes)[1]
    return rank is not None and rank <= 3


def _ranks(case: Case, quotes: Sequence[Quote]) -> tuple[int | None, int | None]:
    """The first place at which a quote is from a gold item, and at which it also holds a gold quote."""
    item_rank = quote_rank = None
    for place, quote in enumerate(quotes, 1):
        if any(_is_gold(quote, gold) for gold in case.gold):
            item_rank = item_rank or place
            if any(fold(wanted) in quote.text for wanted in case.quotes):
                quote_rank = place
                break
    return item_rank, quote_rank


def _is_gold(quote: Quote, gold: str) -> bool:
    """Whether a quote stands in a gold item; an earlier decision belongs to the item that quotes it."""
    day, _, item = gold.partition("#")
    return str(quote.source.date) == day and (not item or quote.source.item == item)
