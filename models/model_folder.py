"""Where a model's files are, and what they say about it before it is loaded.

A model is always a folder in the end: the bundled one, a path, or a snapshot in the hub's cache. Its
small JSON files tell the vector length, how much it reads and its prompts; a sample of its weights
tells one version from another.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.bundled import BUNDLED_NAME, bundled_model
from models.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["ModelFolder", "open_model_folder"]

PASSAGE_PROMPT_NAMES = ("passage", "document", "corpus")
FORMATS_NOT_READ = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf"]


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A SentenceTransformer model on disk. ``max_tokens`` counts prompt and special tokens too."""

    path: Path
    identity: str
    dim: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str

    def tokenizer(self) -> "Tokenizer":
        """The model's own tokenizer, without transformers and torch."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.path / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer


def open_model_folder(model: str | Path | None, cache: Path | None = None) -> ModelFolder:
    """Finds (or builds, or downloads) a model and reads its small files.

    ``None`` is the bundled model, kept under ``cache``. Raises ``ModelError``.
    """
    if model is None:
        path, name = bundled_model(cache), BUNDLED_NAME
    else:
        path = _find(model)
        name = str(model) if not Path(model).is_dir() else Path(model).resolve().name
    config = _read(path / "config.json")
    prompts = _read(path / "config_sentence_transformers.json").get("prompts") or {}
    limits = [
        _read(path / "sentence_bert_config.json").get("max_seq_length"),
        config.get("max_position_embeddings"),
    ]
    return ModelFolder(
        path=path,
        identity=f"{name}@{_fingerprint(path)}",
        dim=_dimension(path, config),
        max_tokens=min([int(limit) for limit in limits if limit] or [512]),
        query_prompt=prompts.get("query") or "",
        passage_prompt=next((prompts[name] for name in PASSAGE_PROMPT_NAMES if prompts.get(name)), ""),
    )


def _find(model: str | Path) -> Path:
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    raise ModelError(f"there is no model {str(model)!r}: neither a folder nor in the hub")


def _dimension(path: Path, config: dict[str, Any]) -> int:
    """A Dense layer may end the model; else the vectors are as long as the transformer is wide."""
    widths = [
        _read(path / module["path"] / "config.json").get("out_features")
        for module in _read_list(path / "modules.json")
        if module["path"]
    ]
    width = next((width for width in reversed(widths) if width), None) or config.get("hidden_size")
    if not width:
        raise ModelError(f"{path} holds no sentence-transformers model (no hidden_size in its config.json)")
    return int(width)


def _fingerprint(path: Path) -> str:
    """Of names, sizes and a sample of every file: tells versions apart, in milliseconds."""
    digest = hashlib.blake2b(digest_size=8)
    for file in sorted(path.rglob("*")):
        if file.suffix in {".json", ".safetensors", ".bin", ".txt", ".model"} and file.is_file():
            size = file.stat().st_size
            digest.update(f"{file.relative_to(path).as_posix()} {size}\n".encode())
            with file.open("rb") as stream:
                for position in range(0, size, max(size // 64, 4096)):
                    stream.seek(position)
                    digest.update(stream.read(4096))
    return digest.hexdigest()


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot read {path}: {error}") from error
    return value if isinstance(value, dict) else {}


def _read_list(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    value: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return value
