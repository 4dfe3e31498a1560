"""A model small enough to embed thousands of passages in seconds: real in every part, but not wise.

It has the bundled model's tokenizer, prompts and limits over one narrow layer of fixed random weights, so
that what is tested is the pipeline and not the patience of who tests it.
"""

import json
import shutil
from pathlib import Path

import pytest

from models.bundled import bundled_model
from models.embedding import Embedder

WIDTH = 24


@pytest.fixture(scope="session")
def small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that model, which a process of its own can load too."""
    return build_small_model(tmp_path_factory.mktemp("model") / "small", seed=1)


@pytest.fixture(scope="session")
def other_small_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another one, with other weights."""
    return build_small_model(tmp_path_factory.mktemp("model") / "other", seed=2)


@pytest.fixture(scope="session")
def small_embedder(small_model: Path) -> Embedder:
    return Embedder(small_model)


def build_small_model(folder: Path, seed: int) -> Path:
    import torch
    from transformers import BertConfig, BertModel

    shutil.copytree(bundled_model(), folder, ignore=shutil.ignore_patterns("*.safetensors"))
    config = json.loads((folder / "config.json").read_text("utf-8"))
    config |= {
        "hidden_size": WIDTH,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "intermediate_size": WIDTH,
    }
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = BertModel(BertConfig(**config))
    model.save_pretrained(folder)
    pooling = folder / "1_Pooling" / "config.json"
    pooling.write_text(
        json.dumps(json.loads(pooling.read_text("utf-8")) | {"word_embedding_dimension": WIDTH})
    )
    return folder
