"""Trains ``models/reader.safetensors``: whether a passage of minutes answers a question, or sounds as if.

What it learns from is told in ``reader_pairs.py``. The lower half of multilingual-e5-small stays as it is and
is run once; the upper half learns two things at a time: whether the pair fits (a logistic loss), and which
tokens answer. What changed is kept as products of thin matrices (truncated singular value decomposition).

    python benchmarks/train_reader.py --out first.safetensors
    python benchmarks/train_reader.py --start first.safetensors --rate 1e-4 --epochs 2 \
        --out second.safetensors
    python benchmarks/draft_pairs.py drafted
    python benchmarks/train_reader.py --start second.safetensors --drafted drafted/pairs.jsonl \
        --share 0.25 --rate 1e-4 --epochs 1 --out models/reader.safetensors

The first run learns from passages with their questions and near misses, and from passages on any other
case; started with those nearest in meaning, which are nearer than many an answer, it learnt nothing. The
second goes on from there with all that is hard, the third with what the search itself would quote. Every
eighth passage and group of each file is held out, and all of the files named; after each epoch the program
prints how well the held-out pairs are told apart, and saves. On two cores the first takes 40 minutes, the
second an hour, the third half an hour. The reader in the project is such a third run over the mean
(``mean_of_readers.py``) of a second run and of one made before there were cases alike, both before the
``facts_*`` files were there; docs/evaluation.md tells the difference.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from reader_pairs import (
    CONTRASTS,
    Drafted,
    Kind,
    Pair,
    drafted_pairs,
    first_pairs,
    further_pairs,
    read_groups,
    read_rows,
)
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from models.bert import read_tensors
from models.bundled import weights_fingerprint
from models.model_folder import open_model_folder
from models.precision import quick_dtype
from models.reader import HALVED, changes_in, trained

DATA = Path(__file__).with_name("reading")
LEFT_OUT = ["money", "nursing", "facts_economy"]
OUT = Path(__file__).parents[1] / "models" / "reader.safetensors"
RATE = 1.5e-4
HEAD_TIMES = 6.7  # the rate of the layers: the head begins from nothing
BATCH_TOKENS = 2048
RANK = 64
_SEED = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--leave-out", nargs="*", default=LEFT_OUT, metavar="FILE")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--drafted", type=Path, metavar="FILE", help="learn from what draft_pairs.py wrote")
    parser.add_argument("--start", type=Path, metavar="FILE", help="go on from these weights")
    parser.add_argument("--rate", type=float, default=RATE, help="the highest learning rate")
    parser.add_argument(
        "--share", type=float, default=0.6, help="of the passages as written to see again, going on"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    random.seed(_SEED)
    torch.manual_seed(_SEED)
    rows, dice = read_rows(arguments.data, arguments.leave_out), random.Random(_SEED)
    if arguments.drafted:
        drafted = [Drafted(**json.loads(line)) for line in arguments.drafted.read_text("utf-8").splitlines()]
        pairs = list(drafted_pairs(drafted, rows, arguments.share, dice))
    elif arguments.start:
        groups = read_groups(arguments.data / "alike", arguments.leave_out)
        pairs = list(further_pairs(rows, groups, arguments.share, dice))
    else:
        pairs = list(first_pairs(rows, dice))
    held_out = Counter(pair.kind.value for pair in pairs if pair.held_out)
    print(f"{len(pairs)} pairs; held out of them: {dict(held_out)}", flush=True)
    training = Training(pairs, arguments.rate, arguments.start)
    if arguments.start:
        print(f"held out, AUROC before: {training.held_out()}", flush=True)
    for epoch in range(arguments.epochs):
        loss = training.epoch(epoch, arguments.epochs)
        areas = ", ".join(f"{kind} {area:.3f}" for kind, area in training.held_out().items())
        print(f"epoch {epoch + 1}: loss {loss:.3f}; held out, AUROC against {areas}", flush=True)
        training.save(arguments.out)


class Head(nn.Module):
    """The pair's log-odds from the first token and the mean of the passage, and each token's own."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.inner = nn.Linear(2 * width, 128)
        self.outer = nn.Linear(128, 1)
        self.token = nn.Linear(width, 1)
        nn.init.constant_(self.token.bias, -2.0)

    def forward(self, states: Tensor, told: Tensor) -> tuple[Tensor, Tensor]:
        """(pairs,) and (pairs, tokens); ``told`` is 1 for the tokens of the passage."""
        mean = (states * told[..., None]).sum(1) / told.sum(1, keepdim=True)
        whole = self.drop(torch.cat([states[:, 0], mean], -1))
        pair = self.outer(torch.tanh(self.inner(whole))).squeeze(-1)
        tokens = self.token(self.drop(states)).squeeze(-1)
        return pair + tokens.masked_fill(told == 0, -30).amax(1), tokens


class Training:
    """The upper layers and the head, and the pairs as the lower layers leave them."""

    def __init__(self, pairs: list[Pair], rate: float, start: Path | None) -> None:
        self._pairs = pairs
        self._rate = rate
        model = AutoModel.from_pretrained(str(open_model_folder(None).path)).eval().requires_grad_(False)
        self._lower, self._upper = model.encoder.layer[:HALVED], model.encoder.layer[HALVED:]
        self._head = Head(model.config.hidden_size)
        self._below = self._run_lower(model)
        if start:
            self._go_on_from(start)
        self._upper.requires_grad_(True)
        self._learning = [i for i, pair in enumerate(pairs) if not pair.held_out]
        self._optimiser = torch.optim.AdamW(
            [
                {"params": list(self._upper.parameters())},
                {"params": self._head.parameters()},
            ],
            lr=rate,
            weight_decay=0.01,
        )

    def _go_on_from(self, start: Path) -> None:
        """Sets layers and head to what an earlier run left them as."""
        tensors = trained(read_tensors(open_model_folder(None)), changes_in(start))
        for name, parameter in self._upper.named_parameters():
            number, _, rest = name.partition(".")
            parameter.data.copy_(tensors[f"encoder.layer.{int(number) + HALVED}.{rest}"])
        for name, parameter in self._head.named_parameters():
            parameter.data.copy_(tensors[f"head.{name}"])

    def _run_lower(self, model: nn.Module) -> list[Tensor]:
        """What the lower layers make of each pair: bfloat16 (tokens, width)."""
        below = [torch.empty(0)] * len(self._pairs)
        with torch.inference_mode():
            for batch in self._batches(range(len(self._pairs)), 4 * BATCH_TOKENS):
                mask = self._mask(batch)
                ids = torch.zeros(mask.shape, dtype=torch.long)
                for row, index in enumerate(batch):
                    ids[row, : len(self._pairs[index].ids)] = torch.tensor(self._pairs[index].ids)
                with _quickly():
                    states = _through(self._lower, model.embeddings(input_ids=ids), mask)
                for row, index in enumerate(batch):
                    below[index] = states[row, : len(self._pairs[index].ids)].bfloat16().clone()
        return below

    def epoch(self, number: int, epochs: int) -> float:
        """Goes through all pairs once, batches in a new order; the mean loss."""
        self._upper.train()
        self._head.train()
        batches = self._batches(self._learning, BATCH_TOKENS)
        random.shuffle(batches)
        losses = []
        for done, batch in enumerate(batches):
            self._set_rate((number + done / len(batches)) / epochs)
            pair, tokens, told = self._forward(batch)
            answers = torch.tensor([float(self._pairs[index].answers) for index in batch])
            tags, known = torch.zeros_like(tokens), told.clone()
            for row, index in enumerate(batch):
                one = self._pairs[index]
                if one.tags is None:
                    known[row] = 0.0
                else:
                    tags[row, one.start : one.start + len(one.tags)] = torch.tensor(one.tags)
            found = functional.binary_cross_entropy_with_logits(
                tokens, tags, weight=known, reduction="sum", pos_weight=torch.tensor(3.0)
            )
            loss = functional.binary_cross_entropy_with_logits(pair, answers)
            loss = loss + found / known.sum().clamp(min=1.0)
            self._optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self._upper.parameters(), 1.0)
            self._optimiser.step()
            losses.append(float(loss.detach()))
        return float(np.mean(losses))

    def _set_rate(self, way: float) -> None:
        """Warm up over the first sixteenth of the way (0 to 1), then fall in a straight line."""
        share = min(1.0, 16 * way + 0.01) * max(0.03, 1.0 - way)
        for group, times in zip(self._optimiser.param_groups, (1.0, HEAD_TIMES), strict=True):
            group["lr"] = share * times * self._rate

    def held_out(self) -> dict[str, float]:
        """How often a held-out answer scores above one that is none (AUROC), by kind of the latter."""
        self._upper.eval()
        self._head.eval()
        found: dict[Kind, list[float]] = {kind: [] for kind in Kind}
        with torch.inference_mode():
            places = [i for i, pair in enumerate(self._pairs) if pair.held_out]
            for batch in self._batches(places, 2 * BATCH_TOKENS):
                for index, score in zip(batch, self._forward(batch)[0].tolist(), strict=True):
                    found[self._pairs[index].kind].append(score)
        return {
            kind.value: float((np.array(found[answering])[:, None] > np.array(found[kind])).mean())
            for kind, answering in CONTRASTS.items()
            if found[kind] and found[answering]
        }

    def save(self, out: Path) -> None:
        """Writes what training changed, and the head."""
        base = read_tensors(open_model_folder(None))
        changes: dict[str, Tensor] = {}
        for name, tensor in self._upper.state_dict().items():
            number, _, rest = name.partition(".")
            full = f"encoder.layer.{int(number) + HALVED}.{rest}"
            change = tensor.float() - base[full]
            if change.ndim == 1:
                changes[full] = change.half()
                continue
            changes |= thin(full, change)
        for name, tensor in self._head.state_dict().items():
            changes[f"head.{name}"] = tensor.half().contiguous()
        save_file(changes, out, metadata={"weights": weights_fingerprint()})

    def _forward(self, batch: list[int]) -> tuple[Tensor, Tensor, Tensor]:
        mask = self._mask(batch)
        told = torch.zeros_like(mask)
        states = torch.zeros(*mask.shape, self._below[batch[0]].shape[1], dtype=quick_dtype())
        for row, index in enumerate(batch):
            length = len(self._pairs[index].ids)
            states[row, :length] = self._below[index]
            told[row, self._pairs[index].start : length - 1] = 1
        with _quickly():
            states = _through(self._upper, states, mask)
        return *self._head(states.float(), told), told

    def _mask(self, batch: list[int]) -> Tensor:
        lengths = torch.tensor([len(self._pairs[index].ids) for index in batch])
        return (torch.arange(int(lengths.max()))[None] < lengths[:, None]).float()

    def _batches(self, places: Sequence[int], most: int) -> list[list[int]]:
        """The pairs at some places in batches of like length."""
        batches: list[list[int]] = [[]]
        for place in sorted(places, key=lambda place: len(self._pairs[place].ids)):
            if batches[-1] and (len(batches[-1]) + 1) * len(self._pairs[place].ids) > most:
                batches.append([])
            batches[-1].append(place)
        return batches


def thin(name: str, change: Tensor) -> dict[str, Tensor]:
    """What changed in a matrix as the product of two thin ones, as the reader keeps it."""
    left, strength, right = torch.linalg.svd(change, full_matrices=False)
    root = strength[:RANK].sqrt()
    return {
        f"{name}.left": (left[:, :RANK] * root).half().contiguous(),
        f"{name}.right": (root[:, None] * right[:RANK]).half().contiguous(),
    }


def _quickly() -> torch.autocast:
    """bfloat16 where the processor computes in it: emulated, it takes fifty times as long."""
    return torch.autocast("cpu", torch.bfloat16, enabled=quick_dtype() is torch.bfloat16)


def _through(layers: nn.ModuleList, states: Tensor, mask: Tensor) -> Tensor:
    shut = ((1 - mask)[:, None, None, :] * -1e4).to(states.dtype)
    for layer in layers:
        states = layer(states, attention_mask=shut)
        states = states[0] if isinstance(states, tuple) else states
    return states


if __name__ == "__main__":
    main()
