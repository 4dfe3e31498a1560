"""The reader tells a passage that answers from one that only sounds as if; and reads any text at all."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from models import reader as reader_file
from models.errors import ModelError
from models.model_folder import open_model_folder
from models.reader import READ_TOKENS, Reader, behind, bundled_reader, headed, read_together

TOKENIZER = open_model_folder(None).tokenizer()
READING = Path(__file__).parents[2] / "benchmarks" / "reading"
NEVER_TRAINED_ON = READING / "money.jsonl"
ALIKE_NEVER_TRAINED_ON = READING / "alike" / "nursing.jsonl"
FACTS_NEVER_TRAINED_ON = READING / "alike" / "facts_economy.jsonl"
SALE = (
    "Salg af det gamle posthus. Grunden på Havnegade 4 sælges til Nordhus Byg for 2,4 mio. kr. "
    "Overtagelse den 1. maj."
)
TOLD = ["Hvem køber grunden?", "Hvad blev posthuset solgt for?", "Hvornår overtager køberen?"]
UNTOLD = ["Hvor mange boliger bygges der?", "Hvem stemte imod salget?", "Hvor stor er grunden?"]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return bundled_reader()


def test_scores_are_one_for_each_passage(reader: Reader) -> None:
    scores = reader.scores(TOLD[0], [SALE, "Taget til efterretning.", ""])
    assert scores.dtype == np.float32
    assert scores.shape == (3,)
    assert scores[0] > scores[1] > scores[2]
    assert reader.scores(TOLD[0], []).shape == (0,)


def test_what_is_told_and_what_is_not(reader: Reader) -> None:
    told = [float(reader.scores(question, [SALE])[0]) for question in TOLD]
    untold = [float(reader.scores(question, [SALE])[0]) for question in UNTOLD]
    assert min(told) > max(untold)


def test_near_misses_of_a_subject_never_trained_on_are_told_apart(reader: Reader) -> None:
    rows = [json.loads(line) for line in NEVER_TRAINED_ON.read_text("utf-8").splitlines()[:12]]
    answered, missed = [], []
    for row in rows:
        text = f"{row['title']}. {row['passage']}"
        answered += [float(reader.scores(asked["q"], [text])[0]) for asked in row["asks"]]
        missed += [float(reader.scores(question, [text])[0]) for question in row["misses"]]
    better = np.array(answered)[:, None] > np.array(missed)[None, :]
    assert better.mean() > 0.7  # 0.5 is chance


def test_cases_alike_of_a_subject_never_trained_on_are_told_apart(reader: Reader) -> None:
    groups = [json.loads(line) for line in ALIKE_NEVER_TRAINED_ON.read_text("utf-8").splitlines()[:10]]
    own, sister, none = [], [], []
    for group in groups:
        texts = [headed(case["title"], f"{case['passage']} {case['decision']}") for case in group["cases"]]
        for place, case in enumerate(group["cases"]):
            one, other = reader.scores(case["asks"][0], [texts[place], texts[place - 1]])
            own.append(float(one))
            sister.append(float(other))
        none += [float(reader.scores(question, texts[:1])[0]) for question in group["neither"]]
    for others in (sister, none):
        assert (np.array(own)[:, None] > np.array(others)[None, :]).mean() > 0.85  # 0.5 is chance


def test_what_a_case_leaves_unsaid_is_told_from_what_it_states(reader: Reader) -> None:
    groups = [json.loads(line) for line in FACTS_NEVER_TRAINED_ON.read_text("utf-8").splitlines()[:8]]
    stated, unsaid = [], []
    for case in (case for group in groups for case in group["cases"]):
        text = headed(case["title"], f"{case['passage']} {case['decision']}")
        stated += [float(reader.scores(asked["q"], [text])[0]) for asked in case["asks"]]
        unsaid += [float(reader.scores(question, [text])[0]) for question in case["misses"]]
    assert (np.array(stated)[:, None] > np.array(unsaid)[None, :]).mean() > 0.7  # 0.5 is chance


@given(st.text(max_size=300), st.text(max_size=1000), st.text(max_size=1000))
def test_a_decision_is_always_seen_behind_title_and_passage(title: str, passage: str, decision: str) -> None:
    told = " ".join(decision.split())[:200]
    assert told in behind(title, passage, decision)
    assert len(behind(title, passage, decision)) <= 160 + 300 + 250 + 3


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=2000), st.text(max_size=4000))
@example("\ud800", "\udfff")
@example("ord " * 400, "ord " * 2000)
def test_any_text_is_read_within_the_limit(question: str, passage: str) -> None:
    ids, start = read_together(TOKENIZER, question, passage)
    assert 3 <= start < len(ids) <= READ_TOKENS


@settings(max_examples=10, deadline=None)
@given(question=st.text(max_size=200), passage=st.text(max_size=600))
@example(question="", passage="")
def test_any_text_gets_a_score(question: str, passage: str) -> None:
    assert np.isfinite(bundled_reader().scores(question, [passage])).all()


def test_weights_trained_on_another_model_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "reader.safetensors"
    save_file(load_file(reader_file.CHANGES), other, metadata={"weights": "of another model"})
    monkeypatch.setattr(reader_file, "CHANGES", other)
    with pytest.raises(ModelError, match="trained on other weights"):
        Reader().scores("Hvad?", ["Det."])
