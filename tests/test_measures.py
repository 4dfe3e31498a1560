"""The programs that measure: what they make of known figures, and the questions that they make."""

import re
from pathlib import Path
from random import Random

import numpy as np
import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


def test_calibration_error_of_known_figures(tmp_path: Path) -> None:
    from reliability import calibration_error, draw

    said = np.array([0.95, 0.95, 0.15, 0.15])
    even = np.full(4, 0.25)
    assert calibration_error(said, np.array([1.0, 1, 0, 0]), even) == pytest.approx((0.05 + 0.15) / 2)
    assert calibration_error(said, np.array([1.0, 0, 0, 0]), even) == pytest.approx((0.45 + 0.15) / 2)
    assert calibration_error(said, np.array([1.0, 0, 0, 0]), np.array([0.5, 0, 0.25, 0.25])) == pytest.approx(
        0.1
    )
    file = tmp_path / "reliability.svg"
    draw(file, said, np.array([1.0, 1, 0, 0]), even, 0.5)
    first = file.read_bytes()
    assert b"<svg" in first
    draw(file, said, np.array([1.0, 1, 0, 0]), even, 0.5)
    assert file.read_bytes() == first


def test_weights_are_fitted_where_the_right_candidate_stands_out() -> None:
    from fit_ranking import Choice, fit

    dice = np.random.default_rng(1)
    choices = []
    for number in range(40):
        features = dice.random((5, 3))
        right = features[:, 0] - features[:, 1] == (features[:, 0] - features[:, 1]).max()
        choices.append(Choice(f"{number}", f"{number}", False, features, right))
    start = np.array([1.0, 1.0, 1.0])
    loose, tight = fit(choices, start, 1e-4), fit(choices, start, 1e6)
    assert loose[0] > 1
    assert loose[1] < -1
    assert abs(loose[2]) < 0.5 * loose[0]
    assert np.allclose(tight / tight[0], 1, atol=0.01)


def test_intervals_widen_as_questions_grow_fewer() -> None:
    from ablation import interval

    low, high = interval(np.array([1.0] * 80 + [0.0] * 20))
    assert (low, high) == (pytest.approx(0.72, abs=0.02), pytest.approx(0.88, abs=0.02))
    assert interval(np.array([1.0, 0.0])) == (0.0, 1.0)


def test_made_questions_are_about_their_items(archive) -> None:
    from made_questions import made_questions

    made = made_questions(archive, Random(1))
    assert made == made_questions(archive, Random(1))
    assert len({case.id for case in made}) == len(made) > 100
    for case in made:
        day, _, number = case.gold[0].partition("#")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)
        assert number
        assert "{" not in case.question
    facts = [case for case in made if case.kind == "fact"]
    texts = [archive.corpus.text(document.id) for document in archive.corpus.documents()]
    assert facts
    assert all(any(case.quotes[0][:30] in " ".join(text.split()) for text in texts) for case in facts)


def test_spoilt_questions_ask_for_what_is_not_there(archive) -> None:
    from unanswerable import spoilt

    from qa.evaluation import Case

    case = Case("a", "decision", "Hvad sagde Socialudvalget om Fyrtårnet i 2023?", ("2023-03-28#41",), ())
    found = {one.how: one.question for one in spoilt(archive, case, "Fyrtårnet", Random(2))}
    assert set(found) >= {"another year", "another name", "another committee", "something that is not stated"}
    assert "2023" not in found["another year"]
    assert "Fyrtårnet" not in found["another name"]
    assert "Socialudvalget" in found["another name"]
    assert "Socialudvalget" not in found["another committee"]
    assert len(set(found.values())) == len(found)
