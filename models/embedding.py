"""Text to vectors: any sentence-transformers model, with the model's own prompts, on a CPU.

Nothing heavy is imported until a vector or a token count is asked for, so that a command that needs
no vectors starts at once. ``identity`` says which vectors belong together; it is known without
loading the model.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.model_folder import ModelFolder, open_model_folder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

__all__ = ["Embedder", "Vectors"]

Vectors = NDArray[np.float32]

BATCH_TOKENS = 4096
"""Padding included, per forward pass: enough to fill two cores, little enough to stay in their cache."""


class Embedder:
    """Embeds passages and queries with one model; safe to share between threads.

    ``model`` is a name on the Hugging Face hub or a folder; ``None`` is the bundled
    multilingual-e5-small. ``cache`` is where that one is kept. Prompts left ``None`` are the model's own.
    ``threads`` limits the threads torch uses in this process; ``None`` leaves them as they are.
    """

    def __init__(
        self,
        model: str | Path | None = None,
        *,
        cache: Path | None = None,
        threads: int | None = None,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
    ) -> None:
        self._model_name = model
        self._cache = cache
        self._threads = threads
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        self._lock = threading.RLock()
        self._folder: ModelFolder | None = None
        self._model: SentenceTransformer | None = None
        self._tokenizer: Tokenizer | None = None

    @property
    def identity(self) -> str:
        """Changes whenever the vectors would: model, weights, prompts. Does not load the model."""
        return f"{self._files.identity} query={self.query_prompt!r} passage={self.passage_prompt!r}"

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self._files.dim

    @property
    def max_tokens(self) -> int:
        """Tokens that a passage may have of its own, behind the prompt and between the special tokens."""
        overhead = len(self._fast_tokenizer().encode(self.passage_prompt).ids)
        return self._files.max_tokens - overhead

    @property
    def query_prompt(self) -> str:
        """What is written before a question."""
        return self._files.query_prompt if self._query_prompt is None else self._query_prompt

    @property
    def passage_prompt(self) -> str:
        """What is written before a passage."""
        return self._files.passage_prompt if self._passage_prompt is None else self._passage_prompt

    def load(self) -> None:
        """Loads the model now (seconds) instead of at the first vector. Raises ``ModelError``."""
        self._loaded()

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """One unit-length row per text, in the order given: float32 ``(len(texts), dim)``.

        Text beyond ``max_tokens`` is not read. ``progress(done, total)`` is called after each batch;
        an exception raised there (or Ctrl-C) ends the work between two batches.
        """
        return self._embed([self.passage_prompt + text for text in texts], progress)

    def embed_query(self, text: str) -> Vectors:
        """The unit-length vector of a question: float32 ``(dim,)``."""
        row: Vectors = self._embed([self.query_prompt + text], None)[0]
        return row

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text alone, without prompt and special tokens. Does not load the model."""
        encodings = self._fast_tokenizer().encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding.ids) for encoding in encodings]

    @property
    def _files(self) -> ModelFolder:
        with self._lock:
            if self._folder is None:
                self._folder = open_model_folder(self._model_name, self._cache)
            return self._folder

    def _fast_tokenizer(self) -> "Tokenizer":
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = self._files.tokenizer()
            return self._tokenizer

    def _loaded(self) -> "SentenceTransformer":
        with self._lock:
            if self._model is None:
                self._model = _load(self._files.path, self._threads)
            return self._model

    def _embed(self, texts: list[str], progress: Callable[[int, int], None] | None) -> Vectors:
        out = np.empty((len(texts), self.dim), np.float32)
        if not texts:
            return out
        import torch

        model = self._loaded()
        limit = self._files.max_tokens
        with self._lock, torch.inference_mode():
            ids = [_cut(encoding.ids, limit) for encoding in self._fast_tokenizer().encode_batch_fast(texts)]
            done = 0
            for batch in _batches([len(row) for row in ids]):
                features = model.tokenizer.pad({"input_ids": [ids[i] for i in batch]}, return_tensors="pt")
                vectors = model(dict(features))["sentence_embedding"].float()
                out[batch] = torch.nn.functional.normalize(vectors, dim=1).numpy()
                done += len(batch)
                if progress is not None:
                    progress(done, len(texts))
        return out


def _cut(ids: list[int], limit: int) -> list[int]:
    """At most ``limit`` ids, the closing special token kept."""
    return ids if len(ids) <= limit else [*ids[: limit - 1], ids[-1]]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices in batches of like length, longest first, so that little is padded."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        if batch and (len(batch) + 1) * lengths[batch[0]] > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _load(path: Path, threads: int | None) -> "SentenceTransformer":
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    if threads is not None:
        torch.set_num_threads(threads)
    logging.disable_progress_bar()
    try:
        model: Any = SentenceTransformer(str(path), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise ModelError(f"cannot load the model in {path}: {str(error).splitlines()[0]}") from error
    model.eval()
    return model  # type: ignore[no-any-return]
