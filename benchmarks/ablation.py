"""What each part of retrieval adds: the same questions through ever more of it, as a Markdown table.

    python benchmarks/ablation.py DATA=QUESTIONS.jsonl DATA=QUESTIONS.jsonl …

Each pair is an index and the questions about it; the questions whose answer is an item are asked. Each row
says how often the item put first is a gold one, with the 95 % interval over questions drawn anew with
replacement, and what it gains over the row that it builds on, drawn with the same questions (paired).

The first rows are what a generic tool does: chunks by BM25 in one field, or by cosine, no filter understood.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from indexer.engines.local import LocalEngine
from indexer.filters import Filters
from indexer.stored import StoredItem
from models.danish import Danish
from qa.archive import Archive
from qa.asking import Narrowing, Worked, ask, work_out
from qa.evaluation import UNANSWERABLE, Case, read_cases
from qa.open_index import OpenIndex
from qa.retrieval import Candidate

TODAY = date(2026, 1, 1)
_DEPTH = 100  # chunks that an arm is asked for
_RRF = 60  # reciprocal rank fusion's constant, as its authors chose it
_DRAWS = 10_000
_SEED = 7

Analysis = Callable[[str], list[str]]


@dataclass(frozen=True)
class Row:
    """A row of the table; ``over`` is the row whose questions it is compared with."""

    name: str
    over: str | None


ROWS = (
    Row("keyword: Danish Snowball stems", None),
    Row("keyword: lemmas", "keyword: Danish Snowball stems"),
    Row("keyword: lemmas and compound parts", "keyword: lemmas"),
    Row("dense", None),
    Row("both, by rank (RRF)", "keyword: lemmas and compound parts"),
    Row("both, by relative score; fields, spellings, filters", "both, by rank (RRF)"),
    Row("+ ranking features", "both, by relative score; fields, spellings, filters"),
    Row("the answer as given (refusals count as misses)", "+ ranking features"),
)


def main() -> None:
    pairs = [argument.split("=") for argument in sys.argv[1:]]
    if not pairs:
        sys.exit(__doc__)
    columns: dict[str, NDArray[np.bool_]] = {}
    for data, questions in pairs:
        archive = Archive.open(Path(data))
        cases = [case for case in read_cases(Path(questions)) if _is_about_item(case)]
        with tempfile.TemporaryDirectory() as folder:
            columns[f"{Path(questions).stem} in {Path(data).name}"] = hits(archive, cases, Path(folder))
        print(f"{data}: {len(cases)} questions", file=sys.stderr)
    if len(columns) > 1:
        columns["all"] = np.concatenate(list(columns.values()), axis=1)
    print_table(columns)


def _is_about_item(case: Case) -> bool:
    return case.kind != UNANSWERABLE and case.kind != "list" and all("#" in gold for gold in case.gold)


def hits(archive: Archive, cases: Sequence[Case], folder: Path) -> NDArray[np.bool_]:
    """Whether the first item is a gold one, ``(row, question)``."""
    index = archive.index
    analyser = index.danish
    keyword_arms = [
        _KeywordArm(index, folder / name, analysis)
        for name, analysis in (
            ("stems", stems),
            ("lemmas", lambda text: lemmas(analyser, text)),
            ("parts", analyser.search_terms),
        )
    ]
    found = np.zeros((len(ROWS), len(cases)), np.bool_)
    for column, case in enumerate(cases):
        worded = [arm.chunks(case.question) for arm in keyword_arms]
        dense = [
            hit.chunk_id for hit in index.engine.search_dense(index.embed(case.question), _DEPTH, Filters())
        ]
        worked = work_out(index, case.question, Narrowing(), TODAY)
        first = [
            *(_first_item(index, chunks) for chunks in (*worded, dense, _by_rank(worded[-1], dense))),
            _first_by_score(worked),
            worked.ranked[0].item if worked.ranked else None,
        ]
        for row, item in enumerate(first):
            found[row, column] = item is not None and _is_gold(case, item)
        quotes = ask(index, case.question, Narrowing(), TODAY).quotes
        found[len(first), column] = (
            bool(quotes) and f"{quotes[0].source.date}#{quotes[0].source.item}" in case.gold
        )
    return found


def stems(text: str) -> list[str]:
    """What a generic keyword search compares: lower case, no stop words, Snowball's Danish stems."""
    return list(_STEMMER.analyze(text))


_STEMMER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.lowercase())
    .filter(tantivy.Filter.stopword("danish"))
    .filter(tantivy.Filter.stemmer("danish"))
    .build()
)


def lemmas(analyser: Danish, text: str) -> list[str]:
    """One term a word: its lemma, compounds left whole."""
    tokens = analyser.tokens(text)
    return [
        "".join(token.lemma.split())
        for token in tokens
        if not token.is_stop and any(map(str.isalnum, token.text))
    ]


class _KeywordArm:
    """BM25 over title and text of each chunk in one field, by terms of some analysis."""

    def __init__(self, index: OpenIndex, folder: Path, analysis: Analysis) -> None:
        self._analysis = analysis
        self._engine = LocalEngine(folder)
        corpus = index.corpus
        ids = corpus.chunk_ids().tolist()
        chunks = {chunk.id: chunk for chunk in corpus.chunks(ids)}
        items = corpus.items({chunk.item_id for chunk in chunks.values() if chunk.item_id})

        def text_of(chunk_id: int) -> str:
            chunk = chunks[chunk_id]
            text = corpus.text(chunk.document)
            title = items[chunk.item_id].item.title if chunk.item_id else ""
            return "\n".join((title, *(span.of(text) for span in chunk.spans)))

        self._engine.add(
            replace(posting, fields={"body": tuple(analysis(text_of(posting.chunk_id)))})
            for posting in corpus.postings(ids)
        )
        self._engine.commit(1)

    def chunks(self, question: str) -> list[int]:
        """The ids of the chunks found, best first."""
        terms = dict.fromkeys(self._analysis(question), 1.0)
        return [hit.chunk_id for hit in self._engine.search_terms(terms, _DEPTH, Filters(), {"body": 1.0})]


def _first_item(index: OpenIndex, chunk_ids: Sequence[int]) -> StoredItem | None:
    """The item of the first chunk that belongs to one."""
    for chunk in index.corpus.chunks(chunk_ids):
        if chunk.item_id:
            return index.corpus.item(chunk.item_id)
    return None


def _by_rank(*arms: Sequence[int]) -> list[int]:
    scores: dict[int, float] = {}
    for arm in arms:
        for place, chunk in enumerate(arm, 1):
            scores[chunk] = scores.get(chunk, 0.0) + 1 / (_RRF + place)
    return sorted(scores, key=lambda chunk: (-scores[chunk], chunk))


def _first_by_score(worked: Worked) -> StoredItem | None:
    """The item best by the sum of what both arms say, each relative to its best."""
    found = worked.found
    spread = found.dense_best - found.dense_floor

    def score(candidate: Candidate) -> float:
        dense = max(0.0, (candidate.dense - found.dense_floor) / spread) if spread > 0 else 0.0
        return dense + (candidate.keyword / found.keyword_best if found.keyword_best else 0.0)

    items = [candidate for candidate in found.candidates if candidate.item is not None]
    return max(items, key=score).item if items else None


def _is_gold(case: Case, item: StoredItem) -> bool:
    return f"{item.meeting.date}#{item.item.number}" in case.gold


def print_table(columns: dict[str, NDArray[np.bool_]]) -> None:
    print("| item@1 | " + " | ".join(f"{name} ({of.shape[1]})" for name, of in columns.items()) + " | gain |")
    print("|---" * (len(columns) + 2) + "|")
    names = [row.name for row in ROWS]
    last = list(columns.values())[-1]
    for place, row in enumerate(ROWS):
        cells = [_cell(of[place]) for of in columns.values()]
        gain = "" if row.over is None else _gain(last[place], last[names.index(row.over)])
        print(f"| {row.name} | " + " | ".join(cells) + f" | {gain} |")


def _cell(right: NDArray[np.bool_]) -> str:
    low, high = interval(right)
    return f"{right.mean():.2f} [{low:.2f}, {high:.2f}]"


def _gain(right: NDArray[np.bool_], before: NDArray[np.bool_]) -> str:
    difference = right.astype(int) - before.astype(int)
    low, high = interval(difference)
    return f"{difference.mean():+.2f} [{low:+.2f}, {high:+.2f}]"


def interval(values: NDArray[np.generic]) -> tuple[float, float]:
    """What 95 % of the means lie between when the questions are drawn anew."""
    dice = np.random.default_rng(_SEED)
    means = values[dice.integers(0, len(values), (_DRAWS, len(values)))].mean(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


if __name__ == "__main__":
    main()
