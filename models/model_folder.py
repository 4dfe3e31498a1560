"""Where a model's files are, and what they say about it before it is loaded.

A model is always a folder in the end: the bundled one, a path, or a snapshot in the hub's cache. Its
small JSON files tell the vector length, how much it reads and its prompts; a sample of its weights
tells one version from another.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.bundled import BUNDLED_NAME, bundled_model, weights_fingerprint
from models.errors import ModelError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["ModelFolder", "open_model_folder"]

PASSAGE_PROMPT_NAMES = ("passage", "document", "corpus")
FORMATS_NOT_READ = ["onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf"]
FINGERPRINTED = {".json", ".safetensors", ".bin", ".txt", ".model"}


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A SentenceTransformer model on disk; ``name`` and ``fingerprint`` together identify it."""

    path: Path
    name: str
    fingerprint: str
    config: dict[str, Any]
    modules: list[dict[str, Any]]

    @property
    def transformer(self) -> Path:
        """Where the transformer itself lies: the folder, or (in older models) one in it."""
        return _transformer(self.path, self.modules)

    def read(self, name: str) -> dict[str, Any]:
        """One of the model's JSON files; empty where there is none. Raises ``ModelError``."""
        value = _read(self.path / name)
        return value if isinstance(value, dict) else {}

    @property
    def dim(self) -> int:
        """Length of a vector: what the last Dense module gives, else the width of the transformer."""
        widths = [
            self.read(f"{module['path']}/config.json").get("out_features")
            for module in self.modules
            if module.get("path")
        ]
        return int(next((width for width in reversed(widths) if width), None) or self.config["hidden_size"])

    @property
    def max_tokens(self) -> int:
        """How many tokens the model reads, prompt and special tokens included."""
        limits = [
            self.read(str(self.transformer / "sentence_bert_config.json")).get("max_seq_length"),
            self.config.get("max_position_embeddings"),
        ]
        return min([int(limit) for limit in limits if limit], default=512)

    @property
    def query_prompt(self) -> str:
        """The model's own prompt for questions."""
        return self._prompts().get("query") or ""

    @property
    def passage_prompt(self) -> str:
        """The model's own prompt for passages, by whichever name it goes."""
        prompts = self._prompts()
        return next((prompts[name] for name in PASSAGE_PROMPT_NAMES if prompts.get(name)), "")

    def tokenizer(self) -> "Tokenizer":
        """The model's own tokenizer, neither padding nor cutting; without transformers and torch.

        All who open the same model share one, for it may take hundreds of megabytes: do not change it
        """
        file = self.transformer / "tokenizer.json"
        if not file.is_file():
            raise ModelError(f"the model in {self.path} has no tokenizer.json; choose one that has")
        return _tokenizer(file, self.fingerprint)

    def _prompts(self) -> dict[str, str]:
        return self.read("config_sentence_transformers.json").get("prompts") or {}


@lru_cache(maxsize=2)
def _tokenizer(file: Path, fingerprint: str) -> "Tokenizer":  # noqa: ARG001 - tells a changed file from the one read
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def open_model_folder(model: str | Path | None, cache: Path | None = None) -> ModelFolder:
    """Finds (or builds, or downloads) a model and reads its small files.

    ``None`` is the bundled model, kept under ``cache``. A folder is taken as it is; any other name is
    looked up in the hub's cache and, where that does not have it, on the Hugging Face hub. Raises
    ``ModelError``.
    """
    if model is None:
        path, name, fingerprint = bundled_model(cache), BUNDLED_NAME, weights_fingerprint()
    else:
        path = _find(model)
        name = path.resolve().name if Path(model).is_dir() else str(model)
        fingerprint = _fingerprint(path)
    listed = _read(path / "modules.json")
    modules = listed if isinstance(listed, list) else []
    config = _read(_transformer(path, modules) / "config.json")
    if not isinstance(config, dict) or "hidden_size" not in config:
        raise ModelError(f"{path} holds no sentence-transformers model: its config.json names no hidden_size")
    return ModelFolder(path, name, fingerprint, config, modules)


def _transformer(path: Path, modules: list[dict[str, Any]]) -> Path:
    return path / (modules[0].get("path") or "") if modules else path


def _find(model: str | Path) -> Path:
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    if isinstance(model, Path) or model.startswith((".", "/", "~")) or model.count("/") > 1:
        raise ModelError(f"there is no model folder {str(model)!r}")
    return _from_hub(model)


def _from_hub(name: str) -> Path:
    """The snapshot in the hub's cache, downloaded first where it is missing."""
    from huggingface_hub import snapshot_download, try_to_load_from_cache
    from huggingface_hub.errors import HfHubHTTPError

    kept = try_to_load_from_cache(name, "config.json") if name.count("/") <= 1 else None
    if isinstance(kept, str) and any(Path(kept).parent.rglob("*.safetensors")):
        return Path(kept).parent
    try:
        return Path(snapshot_download(name, ignore_patterns=FORMATS_NOT_READ))
    except (OSError, ValueError, HfHubHTTPError) as error:
        raise ModelError(
            f"the model {name!r} is neither a folder nor to be had from the hub "
            f"({str(error).strip().splitlines()[0]}); leave the setting empty for the bundled model"
        ) from error


def _fingerprint(path: Path) -> str:
    """Of names, sizes and a sample of every file: tells versions apart, in milliseconds."""
    digest = hashlib.blake2b(digest_size=8)
    for file in sorted(path.rglob("*")):
        if file.suffix in FINGERPRINTED and file.is_file():
            size = file.stat().st_size
            digest.update(f"{file.relative_to(path).as_posix()} {size}\n".encode())
            with file.open("rb") as stream:
                for position in range(0, size, max(size // 64, 4096)):
                    stream.seek(position)
                    digest.update(stream.read(4096))
    return digest.hexdigest()


def _read(path: Path) -> Any:
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot read {path}: {error}") from error
