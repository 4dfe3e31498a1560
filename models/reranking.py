"""A cross-encoder reads question and passage together: slower than comparing vectors, and often finer.

Optional, and never bundled: whoever wants one names it in the settings. Nothing heavy is imported until
scores are asked for.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.errors import ModelError
from models.model_folder import open_model_folder
from models.surrogates import whole_characters

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

__all__ = ["Reranker"]

_MOST_TOKENS = 512  # of question and passage together, unless the model itself reads less


class Reranker:
    """A sentence-transformers cross-encoder with one score; safe to share between threads.

    ``model`` is a folder or a name on the Hugging Face hub.
    """

    def __init__(self, model: str | Path) -> None:
        self._name = model
        self._working = threading.Lock()
        self._model: CrossEncoder | None = None

    def load(self) -> None:
        """Makes ready now, instead of at the first question. Raises ``ModelError``."""
        self.scores("", [""])

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """How well each passage answers the question, float32 ``(len(passages),)``; only their order tells.

        Raises ``ModelError`` where the model cannot be had or gives more than one score.
        """
        pairs = [(whole_characters(question), whole_characters(passage)) for passage in passages]
        if not pairs:
            return np.empty(0, np.float32)
        with self._working:  # a tokenizer that pads and cuts is not for two threads at once
            if self._model is None:
                self._model = _load(self._name)
            found = self._model.predict(pairs, show_progress_bar=False)
        return np.asarray(found, np.float32)


def _load(name: str | Path) -> "CrossEncoder":
    from sentence_transformers import CrossEncoder
    from transformers.utils import logging

    folder = open_model_folder(name)
    path, limit = folder.path, min(folder.max_tokens, _MOST_TOKENS)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model: CrossEncoder = CrossEncoder(str(path), device="cpu", local_files_only=True, max_length=limit)
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as error:
        raise ModelError(
            f"cannot load the cross-encoder in {path}: {str(error).strip().splitlines()[0]}"
        ) from error
    if model.num_labels != 1:
        raise ModelError(f"{path} is no cross-encoder for ranking: it gives {model.num_labels} scores, not 1")
    return model
