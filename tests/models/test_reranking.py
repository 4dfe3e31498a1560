"""Cross-encoders: scores by sentence-transformers itself, and models that will not do."""

from pathlib import Path

import numpy as np
import pytest
from cross_encoders import make_cross_encoder

from models.errors import ModelError
from models.reranking import Reranker

PASSAGES = ["Taksten på aftensmad stiger til 64 kr.", "Stien langs åen får nyt lys.", "", "ø" * 4000]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("cross-encoder"))


def test_scores_are_those_of_the_model_itself(folder: Path) -> None:
    from sentence_transformers import CrossEncoder

    question = "Hvad koster aftensmaden?"
    bare = CrossEncoder(str(folder), device="cpu", max_length=512)
    scores = Reranker(folder).scores(question, PASSAGES)
    assert scores.dtype == np.float32
    assert np.allclose(scores, bare.predict([(question, passage) for passage in PASSAGES]), atol=1e-5)
    assert len(set(scores.tolist())) == len(PASSAGES)


def test_nothing_to_score_needs_no_model() -> None:
    assert Reranker("/nowhere").scores("Hvad?", []).shape == (0,)


def test_half_a_character_is_no_trouble(folder: Path) -> None:
    assert np.isfinite(Reranker(folder).scores("\ud800?", ["a\udfff"])).all()


def test_a_model_that_will_not_do_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    two = make_cross_encoder(tmp_path / "two", scores=2)
    for name, hint in (("/nowhere", "nowhere"), (tmp_path / "empty", "empty"), (two, "2 scores")):
        with pytest.raises(ModelError, match=hint) as raised:
            Reranker(name).load()
        assert "\n" not in str(raised.value)
