"""Minutes of other invented municipalities, in layouts of their own, hold what their questions ask for."""

from pathlib import Path

import pytest

from indexer.minutes import Meeting
from indexer.parsing import parse
from indexer.readers import read
from indexer.source_text import SourceText, fold
from qa.evaluation import UNANSWERABLE, read_cases

FOLDERS = sorted(
    (Path(__file__).parents[1] / "benchmarks" / "other_municipalities").glob("*/questions.jsonl")
)
LEAST_ITEMS = 11


def _read(folder: Path) -> dict[str, tuple[SourceText, Meeting]]:
    sources = [read(path) for path in sorted((folder / "minutes").iterdir())]
    meetings = [(source, parse(source)) for source in sources]
    return {str(meeting.date): (source, meeting) for source, meeting in meetings}


@pytest.mark.parametrize("questions", FOLDERS, ids=lambda path: path.parent.name)
def test_every_item_is_read(questions: Path) -> None:
    for source, meeting in _read(questions.parent).values():
        numbers = [item.number for item in meeting.items]
        assert len(numbers) >= LEAST_ITEMS
        assert numbers == [str(number) for number in range(int(numbers[0]), int(numbers[0]) + len(numbers))]
        assert any(item.closed for item in meeting.items)
        for item in meeting.items:
            assert item.closed or item.decisions, (item.number, source.text[item.span.start :][:80])


@pytest.mark.parametrize("questions", FOLDERS, ids=lambda path: path.parent.name)
def test_the_answers_stand_in_the_items_named(questions: Path) -> None:
    meetings = _read(questions.parent)
    cases = read_cases(questions)
    assert sum(case.kind == UNANSWERABLE for case in cases) == len(cases) / 4
    for case in cases:
        told = ""
        for gold in case.gold:
            day, _, number = gold.partition("#")
            source, meeting = meetings[day]
            spans = [item.span for item in meeting.items if item.number == number]
            assert spans or not number, (case.id, gold)
            told += fold(spans[0].of(source.text) if spans else source.text)
        assert case.kind == UNANSWERABLE or any(fold(quote) in told for quote in case.quotes), case.id
