"""What the reader learns from is what the search quotes, and is labelled by what that holds."""

from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).parents[1]
GROUPS = 4


@pytest.fixture(scope="module")
def drafted(monkeypatch_module: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> tuple:
    monkeypatch_module.syspath_prepend(str(ROOT / "benchmarks"))
    from draft_pairs import drafted_of
    from reader_pairs import read_groups
    from train_reader import LEFT_OUT

    groups = [g for g in read_groups(ROOT / "benchmarks" / "reading" / "alike", LEFT_OUT) if g.cases[0].told]
    groups = groups[:GROUPS]
    return groups, list(drafted_of(groups, tmp_path_factory.mktemp("drafted") / "new"))


def test_what_answers_holds_the_answer(drafted: tuple) -> None:
    from models.reader import one_line

    _, pairs = drafted
    answering = [pair for pair in pairs if pair.answer is not None]
    assert len(answering) > 2 * GROUPS
    for pair in answering:
        assert pair.answer in one_line(pair.text)


def test_every_kind_of_question_is_asked(drafted: tuple) -> None:
    groups, pairs = drafted
    asked = {pair.question for pair in pairs}
    for group in groups:
        for questions in (
            group.neither,
            [q for case in group.cases for q in case.asks],
            [q for case in group.cases for q in case.misses],
        ):
            assert asked.intersection(questions)
    missed = {q for group in groups for case in group.cases for q in case.misses} - {
        q for group in groups for case in group.cases for q in case.asks
    }
    assert all(pair.answer is None for pair in pairs if pair.question in missed)


def test_they_become_pairs_to_train_on(drafted: tuple) -> None:
    from reader_pairs import drafted_pairs

    _, pairs = drafted
    assert len(list(drafted_pairs(pairs, [], 0.0, Random(1)))) == len(pairs)
