"""The measure itself: what a questions file may hold, and what counts as right."""

import json
from datetime import date
from pathlib import Path

import pytest

from qa.answer import Answer, Coverage, Intent, Quote, Role, Source
from qa.evaluation import Case, QuestionsUnreadable, Result, evaluate, figures, read_cases, right

DAY = date(2025, 9, 1)


def write(path: Path, *lines: object) -> Path:
    file = path / "questions.jsonl"
    file.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines),
        "utf-8",
    )
    return file


def quote(text: str, item: str | None = "70", day: date | None = DAY) -> Quote:
    source = Source("d", "M", "U", day, item, "T", None, None, None, 0, 1, None, None)
    return Quote(text, Role.DECISION, source)


def answer(*quotes: Quote, answerable: bool = True) -> Answer:
    coverage = Coverage(1, (), None, None, {})
    return Answer("?", Intent.DECISION, answerable, 1.0, "", quotes, (), coverage)


def test_a_questions_file_is_read(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        {"id": "a", "kind": "decision", "q": "Hvad?", "gold": ["2025-09-01#70"], "quote": ["Ja"]},
        "",
        {"id": "b", "kind": "list", "q": "Hvilke?", "gold": ["2025-09-01"], "quote": ["x", "y"], "any": True},
        {"id": "c", "kind": "unanswerable", "q": "Hvorfor æble?"},
    )
    assert read_cases(file) == [
        Case("a", "decision", "Hvad?", ("2025-09-01#70",), ("Ja",)),
        Case("b", "list", "Hvilke?", ("2025-09-01",), ("x", "y")),
        Case("c", "unanswerable", "Hvorfor æble?", (), ()),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ikke json",
        "{",
        "[]",
        "3",
        "null",
        {"kind": "decision", "q": "?", "gold": ["x"]},
        {"id": "a", "q": "?", "gold": ["x"]},
        {"id": "a", "kind": "decision", "gold": ["x"]},
        {"id": "a", "kind": "decision", "q": "?"},
        {"id": "a", "kind": "decision", "q": "?", "gold": []},
        {"id": "a", "kind": "decision", "q": "?", "gold": 3},
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object) -> None:
    good = {"id": "a", "kind": "unanswerable", "q": "?"}
    with pytest.raises(QuestionsUnreadable, match="line 3") as raised:
        read_cases(write(tmp_path, good, "", line))
    assert "\n" not in str(raised.value)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(QuestionsUnreadable, match="Cannot read"):
            read_cases(path)
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QuestionsUnreadable, match="Cannot read"):
        read_cases(binary)


CASE = Case("a", "decision", "?", ("2025-09-01#70",), ("Taget til\nefterretning",))


@pytest.mark.parametrize(
    ("case", "quotes", "is_right"),
    [
        (CASE, [quote("Taget til efterretning.")], True),
        (CASE, [quote("Nej."), quote("x", "1"), quote("1. Taget til efterretning. 2. Drøftet")], True),
        (CASE, [quote("x"), quote("x"), quote("x"), quote("Taget til efterretning")], False),
        (CASE, [quote("Taget til efterretning", "71")], False),
        (CASE, [quote("Taget til efterretning", day=date(2024, 9, 1))], False),
        (CASE, [quote("Taget til efterretning", day=None)], False),
        (CASE, [quote("taget til efterretning")], False),
        (CASE, [], False),
        (Case("m", "meeting", "?", ("2025-09-01",), ("Salen",)), [quote("Salen", None)], True),
        (Case("m", "meeting", "?", ("2025-09-01",), ("Salen",)), [quote("Salen", "70")], True),
        (Case("2", "list", "?", ("2025-09-01#1", "2025-09-01#2"), ("x", "y")), [quote("y", "2")], True),
    ],
)
def test_right_is_a_gold_quote_from_a_gold_item_among_the_first_three(
    case: Case, quotes: list[Quote], is_right: bool
) -> None:
    assert right(case, quotes) is is_right


def test_figures_by_kind_and_in_all() -> None:
    nothing = Case("u", "unanswerable", "?", (), ())
    results = [
        Result(CASE, answer(quote("x")), 1, 1, 0.010),
        Result(CASE, answer(quote("x")), 2, 4, 0.020),
        Result(CASE, answer(quote("x")), 1, 3, 0.030),
        Result(CASE, answer(answerable=False), None, None, 0.040),
        Result(nothing, answer(answerable=False), None, None, 0.050),
        Result(nothing, answer(quote("x")), None, None, 0.100),
    ]
    decision, unanswerable, every = figures(results)
    assert [row.kind for row in (decision, unanswerable, every)] == ["decision", "unanswerable", "all"]
    assert [row.count for row in (decision, unanswerable, every)] == [4, 2, 6]
    assert (decision.item_1, decision.quote_1, decision.quote_3) == (0.5, 0.25, 0.5)
    assert (decision.wrongly_refused, decision.wrongly_answered) == (0.25, None)
    assert (unanswerable.item_1, unanswerable.wrongly_refused, unanswerable.wrongly_answered) == (
        None,
        None,
        0.5,
    )
    assert (every.item_1, every.wrongly_refused, every.wrongly_answered) == (0.5, 0.25, 0.5)
    assert every.p50_ms == pytest.approx(35)
    assert every.p95_ms == pytest.approx(100)
    assert figures([]) == []


def test_intervals_are_wilsons() -> None:
    rows = [Result(CASE, answer(quote("x")), 1 if n < 8 else None, None, 0.0) for n in range(10)]
    every = figures(rows)[-1]
    assert every.intervals["item_1"] == pytest.approx((0.490, 0.943), abs=0.001)
    assert every.intervals["wrongly_refused"] == pytest.approx((0.0, 0.278), abs=0.001)
    assert "wrongly_answered" not in every.intervals


def test_last_year_counts_from_the_day_given(archive) -> None:
    case = Case("a", "list", "Hvilke sager blev afvist sidste år?", ("2024-01-01",), ("x",))
    told = [
        evaluate(archive, [case], today=day)[0].answer.coverage.filters["from"]
        for day in (date(2025, 5, 1), date(2024, 5, 1))
    ]
    assert told == ["2024-01-01", "2023-01-01"]


def test_every_question_is_asked_once_and_progress_told(archive) -> None:
    cases = [
        Case("a", "decision", "Hvad blev besluttet i sag 2024-008920?", ("2024-12-17#163",), ("Godkendt.",)),
        Case("u", "unanswerable", "Hvem er statsminister?", (), ()),
    ]
    told: list[tuple[int, int]] = []
    first, second = evaluate(archive, cases, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
    assert (first.item_rank, first.quote_rank, first.answer.answerable) == (1, 1, True)
    assert (second.item_rank, second.quote_rank, second.answer.answerable) == (None, None, False)
    assert first.seconds > 0
