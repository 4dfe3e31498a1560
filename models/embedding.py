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

from models.bert import BertEncoder, open_bert
from models.errors import ModelError
from models.model_folder import ModelFolder, open_model_folder
from models.precision import quick_dtype
from models.surrogates import whole_characters

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer
    from torch import Tensor

__all__ = ["Embedder", "Vectors"]

Vectors = NDArray[np.float32]

BATCH_TOKENS = 4096
"""Per forward pass, padding included; memory for activations stays below 100 MB, and larger batches were
not quicker on two cores."""


class Embedder:
    """Embeds passages and queries with one model; safe to share between threads.

    ``model`` is a name on the Hugging Face hub or a folder; ``None`` is the bundled
    multilingual-e5-small. ``cache`` is where that one is kept. Prompts left ``None`` are the model's own.
    ``threads`` sets how many threads torch uses in this process; ``None`` leaves that as it is.
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
        self._name = model
        self._cache = cache
        self._threads = threads
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        self._loading = threading.RLock()
        self._opened: ModelFolder | None = None
        self._tokenizer: Tokenizer | None = None
        self._encoder: BertEncoder | None = None
        self._has_encoder: bool | None = None
        self._model: SentenceTransformer | None = None

    @property
    def identity(self) -> str:
        """Changes whenever the vectors would: model, weights, prompts. Does not load the model."""
        folder = self._folder()
        prompts = f"{self.query_prompt!r} {self.passage_prompt!r}"
        return f"{folder.name}@{folder.fingerprint} {prompts}"

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return self._folder().dim

    @property
    def max_tokens(self) -> int:
        """Tokens that a passage may have of its own, behind the prompt and between the special tokens."""
        overhead = self._tokens().encode(self.passage_prompt).ids
        return self._folder().max_tokens - len(overhead)

    @property
    def query_prompt(self) -> str:
        """What is written before a question."""
        return self._folder().query_prompt if self._query_prompt is None else self._query_prompt

    @property
    def passage_prompt(self) -> str:
        """What is written before a passage."""
        return self._folder().passage_prompt if self._passage_prompt is None else self._passage_prompt

    def load(self) -> None:
        """Makes ready for queries now, instead of at the first. Raises ``ModelError``."""
        self.embed_query("")

    def embed_query(self, text: str) -> Vectors:
        """The unit-length vector of a question: float32 ``(dim,)``."""
        encoder = self._query_encoder()
        if encoder is None:
            alone: Vectors = self._embed([text], self.query_prompt, None)[0]
            return alone
        ids = self._tokens().encode(self.query_prompt + whole_characters(text)).ids
        return _unit(encoder.encode(_cut(ids, self._folder().max_tokens)))

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Vectors:
        """One unit-length row per text, in the order given: float32 ``(len(texts), dim)``.

        Text beyond ``max_tokens`` is not read. ``progress(done, total)`` is called after each batch;
        an exception raised there (or Ctrl-C) ends the work between two batches.
        """
        return self._embed(texts, self.passage_prompt, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text alone, without prompt and special tokens. Does not load the model."""
        whole = [whole_characters(text) for text in texts]
        encodings = self._tokens().encode_batch_fast(whole, add_special_tokens=False)
        return [len(encoding.ids) for encoding in encodings]

    def _embed(
        self, texts: Sequence[str], prompt: str, progress: Callable[[int, int], None] | None
    ) -> Vectors:
        vectors = np.empty((len(texts), self.dim), np.float32)
        if not len(texts):
            return vectors
        import torch

        model = self._sentence_transformer()
        limit = self._folder().max_tokens
        encodings = self._tokens().encode_batch_fast([prompt + whole_characters(text) for text in texts])
        ids = [_cut(encoding.ids, limit) for encoding in encodings]
        prompt_length = len(self._tokens().encode(prompt).ids) - 1
        done = 0
        for batch in _batches([len(row) for row in ids]):
            features = _padded([ids[index] for index in batch], model)
            with torch.inference_mode():
                vectors[batch] = _unit(_forward(model, {**features, "prompt_length": prompt_length}))
            done += len(batch)
            if progress is not None:
                progress(done, len(texts))
        return vectors

    def _folder(self) -> ModelFolder:
        with self._loading:
            if self._opened is None:
                self._opened = open_model_folder(self._name, self._cache)
            return self._opened

    def _tokens(self) -> "Tokenizer":
        with self._loading:
            if self._tokenizer is None:
                self._tokenizer = self._folder().tokenizer()
            return self._tokenizer

    def _query_encoder(self) -> BertEncoder | None:
        with self._loading:
            if self._has_encoder is None:
                self._set_threads()
                self._encoder = open_bert(self._folder())
                self._has_encoder = self._encoder is not None
            return self._encoder

    def _sentence_transformer(self) -> "SentenceTransformer":
        with self._loading:
            if self._model is None:
                self._set_threads()
                self._model = _load(self._folder().path)
            return self._model

    def _set_threads(self) -> None:
        if self._threads is not None:
            import torch

            torch.set_num_threads(self._threads)


def _load(path: Path) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(str(path), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise ModelError(f"cannot load the model in {path}: {str(error).strip().splitlines()[0]}") from error
    model.float().eval()
    model[0].to(
        quick_dtype()
    )  # the transformer does the work; what comes after it is a mean or a small layer
    return model


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


def _padded(rows: list[list[int]], model: "SentenceTransformer") -> "dict[str, Tensor]":
    """The rows as one matrix, filled up on the side that the model's tokenizer fills up."""
    import torch

    width = max(map(len, rows))
    ids = torch.full((len(rows), width), model.tokenizer.pad_token_id or 0)
    mask = torch.zeros((len(rows), width), dtype=torch.long)
    for number, row in enumerate(rows):
        place = slice(width - len(row), None) if model.tokenizer.padding_side == "left" else slice(len(row))
        ids[number, place] = torch.tensor(row)
        mask[number, place] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _forward(model: "SentenceTransformer", features: dict[str, Any]) -> "Tensor":
    """The vectors of a batch; from the transformer on in float32, whatever it computes in."""
    features = model[0](features)
    features = {
        name: value.float() if hasattr(value, "is_floating_point") and value.is_floating_point() else value
        for name, value in features.items()
    }
    for module in list(model)[1:]:
        features = module(features)
    vectors: Tensor = features["sentence_embedding"]
    return vectors


def _unit(vectors: "Tensor") -> Vectors:
    from torch.nn.functional import normalize

    rows: Vectors = normalize(vectors.float(), dim=-1).numpy()
    return rows
