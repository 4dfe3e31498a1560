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
from models.reader import READ_TOKENS, Reader, bundled_reader, read_together

TOKENIZER = open_model_folder(None).tokenizer()
NEVER_TRAINED_ON = Path(__file__).parents[2] / "benchmarks" / "reading" / "money.jsonl"
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
