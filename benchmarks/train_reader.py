"""Trains ``models/reader.safetensors``: whether a passage of minutes answers a question, or sounds as if.

The data is ``reading/*.jsonl``: passages in the manner of minutes, their cases made up,
each with questions that it answers (and the words that do) and near misses, which it does not. All were
written for this; no sentence is from real minutes. To these the program adds passages on other cases, at last
those nearest to a question in meaning: what a search brings up when the answer is not there. The lower half
of multilingual-e5-small stays as it is and is run once; the upper half learns two things at a time: whether
the pair fits (a logistic loss), and which tokens answer. What changed is kept as products of thin matrices
(truncated singular value decomposition).

    python benchmarks/train_reader.py
    python benchmarks/train_reader.py --start models/reader.safetensors --epochs 1 --rate 6e-5
    python benchmarks/train_reader.py --start models/reader.safetensors --epochs 1 --rate 6e-5 --share 0.35

The first run learns from the near misses and from passages on any other case; started with those nearest in
meaning, which are nearer than many an answer, it learnt nothing. The second goes on from there with them, the
third with what was decided on each case ("Hvad blev besluttet om …?", made from its title). The weights here
came of three such runs, the second of them before questions for decisions were made.
Every eighth passage of each file is held out, and all of the files named; after each epoch the program prints
how well the held-out pairs are told apart, and saves. On two cores it takes an hour.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from models.bert import read_tensors
from models.bundled import weights_fingerprint
from models.embedding import Embedder
from models.model_folder import open_model_folder
from models.reader import HALVED, changes_in, read_together, trained

DATA = Path(__file__).with_name("reading")
OUT = Path(__file__).parents[1] / "models" / "reader.safetensors"
RATE = 1.5e-4
HEAD_TIMES = 6.7  # the rate of the layers: the head begins from nothing
BATCH_TOKENS = 2048
RANK = 64
_SEED = 3
_HELD_OUT = 8
_UNRELATED = 0.5  # of the passages: one of their questions is put to another passage
_NEAREST = 3  # of the passages on other cases; one of these is taken at random
_SAME_QUESTION = 0.92  # cosine of two questions; a passage that answers one may well answer the other
_TITLED = 0.9


@dataclass(frozen=True)
class Row:
    """A passage with its item's title (or ""), what it answers (question, answer), and near misses."""

    title: str
    passage: str
    asks: list[tuple[str, str]]
    misses: list[str]
    held_out: bool


@dataclass(frozen=True)
class Pair:
    """Question and passage as token ids; ``tags`` marks the tokens of the passage that answer."""

    ids: list[int]
    start: int
    tags: list[float]
    kind: str
    held_out: bool

    @property
    def answers(self) -> bool:
        """Whether the passage answers the question."""
        return self.kind == _ANSWERS


_ON_A_DECISION = (
    "Hvad blev besluttet om {}?",
    "Hvad blev der besluttet om {}?",
    "Hvad blev det til med {}?",
    "Hvad sagde udvalget til {}?",
    "Hvad endte sagen om {} med?",
    "Hvordan gik det med {}?",
    "Blev {} godkendt?",
    "Er {} vedtaget?",
    "Er sagen om {} sendt videre til byrådet?",
    "What was decided about {}?",
)
_DECIDED = (
    "Godkendt.",
    "Indstillingen blev tiltrådt.",
    "Taget til efterretning.",
    "Drøftet.",
    "Udsat.",
    "Anbefales.",
    "Ikke godkendt.",
    "1. Godkendt. 2. Taget til efterretning.",
    "Ad 1. Taget til efterretning. Ad 2. Anbefales over for byrådet.",
    "Forslaget blev forkastet.",
)
_ANSWERS, _MISSES, _ELSEWHERE = "answers", "misses", "elsewhere"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--leave-out", nargs="*", default=["money"], metavar="FILE")
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER")
    parser.add_argument("--start", type=Path, metavar="FILE", help="go on from these weights")
    parser.add_argument("--rate", type=float, default=RATE, help="the highest learning rate")
    parser.add_argument(
        "--share", type=float, default=1.0, help="of the pairs not made from titles to learn from"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    random.seed(_SEED)
    torch.manual_seed(_SEED)
    rows = read_rows(arguments.data, arguments.leave_out)
    pairs = list(pairs_of(rows, nearest=arguments.start is not None, share=arguments.share))
    held_out = Counter(pair.kind for pair in pairs if pair.held_out)
    print(f"{len(pairs)} pairs; held out of them: {dict(held_out)}", flush=True)
    training = Training(pairs, arguments.rate, arguments.start)
    if arguments.start:
        print(f"held out, AUROC before: {training.held_out()}", flush=True)
    for epoch in range(arguments.epochs):
        loss = training.epoch(epoch, arguments.epochs)
        areas = ", ".join(f"{kind} {area:.3f}" for kind, area in training.held_out().items())
        print(f"epoch {epoch + 1}: loss {loss:.3f}; held out, AUROC against {areas}", flush=True)
        training.save(arguments.out)


def read_rows(folder: Path, left_out: Sequence[str]) -> list[Row]:
    rows = []
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            read = json.loads(line)
            held_out = file.stem in left_out or number % _HELD_OUT == _HELD_OUT - 1
            asks = [(asked["q"], asked["a"]) for asked in read["asks"]]
            rows.append(Row(read["title"], read["passage"], asks, read["misses"], held_out))
    return rows


def pairs_of(rows: Sequence[Row], *, nearest: bool, share: float) -> Iterator[Pair]:
    """Pairs to learn from, all or a share of those that were written, and pairs held out.

    With ``nearest``, passages on other cases are those nearest a question, and decisions are asked for, too.
    """
    dice = random.Random(_SEED)
    if nearest:
        yield from _decision_pairs(rows, dice)
    for pair in _written_pairs(rows, dice, nearest=nearest):
        if pair.held_out or dice.random() < share:
            yield pair


def _written_pairs(rows: Sequence[Row], dice: random.Random, *, nearest: bool) -> Iterator[Pair]:
    """Every question with its passage, and some with one on another case: a near one, or any."""
    for row in rows:
        text = _text(row, dice)
        before = len(text) - len(row.passage)
        for question, answer in row.asks:
            start = before + row.passage.index(answer)
            yield _pair(question, text, (start, start + len(answer)), _ANSWERS, row.held_out)
        for question in row.misses:
            yield _pair(question, text, None, _MISSES, row.held_out)
    for held_out in (False, True):
        some = [row for row in rows if row.held_out == held_out]
        near = nearest or held_out
        for question, others in nearest_elsewhere(some) if near else any_elsewhere(some, dice):
            yield _pair(question, _text(dice.choice(others), dice), None, _ELSEWHERE, held_out)


def nearest_elsewhere(rows: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Each question that has an answer, with the passages nearest to it that do not hold it."""
    embedder = Embedder()
    passages = embedder.embed_passages([f"{row.title}. {row.passage}" for row in rows])
    asked = [question for row in rows for question, _ in row.asks]
    own = np.array([place for place, row in enumerate(rows) for _ in row.asks])
    questions = np.stack([embedder.embed_query(question) for question in asked])
    for place, question in enumerate(asked):
        near = passages @ questions[place]
        near[own[questions @ questions[place] > _SAME_QUESTION]] = -1.0  # among them its own
        yield question, [rows[other] for other in np.argsort(-near)[:_NEAREST]]


def _decision_pairs(rows: Sequence[Row], dice: random.Random) -> Iterator[Pair]:
    """What was decided on a case by its title: told by a decision behind a passage on it, and on no other."""
    for held_out in (False, True):
        titled = [row for row in rows if row.title and row.held_out == held_out]
        topics = [_topic(row.title) for row in titled]
        embedder = Embedder()
        passages = embedder.embed_passages([row.passage for row in titled])
        for place, (row, topic) in enumerate(zip(titled, topics, strict=True)):
            near = passages @ passages[place]
            near[place] = -1.0
            other = titled[dice.choice(np.argsort(-near)[:_NEAREST].tolist())]
            for one, kind in ((row, _ANSWERS), (other, _ELSEWHERE)):
                decision = dice.choice(_DECIDED)
                text = f"{one.title}. " if dice.random() < _TITLED else ""
                text += f"{one.passage[:450]} {decision}"
                question = dice.choice(_ON_A_DECISION).format(topic)
                answer = (len(text) - len(decision), len(text)) if kind == _ANSWERS else None
                yield _pair(question, text, answer, kind, held_out)


def _topic(title: str) -> str:
    """What a title is about, as one would say it: without what stands behind a dash or before a colon."""
    topic = title.rpartition(": ")[2].partition(" - ")[0]
    return topic if topic[:2].isupper() else topic[0].lower() + topic[1:]


def any_elsewhere(rows: Sequence[Row], dice: random.Random) -> Iterator[tuple[str, list[Row]]]:
    """One question of every other passage, with a passage that does not hold its answer."""
    for row in rows:
        if row.asks and dice.random() < _UNRELATED:
            yield row.asks[0][0], [dice.choice([other for other in rows if other is not row])]


def _text(row: Row, dice: random.Random) -> str:
    """The passage, mostly with its item's title before it, as it is read in earnest."""
    return f"{row.title}. {row.passage}" if row.title and dice.random() < _TITLED else row.passage


def _pair(question: str, text: str, answer: tuple[int, int] | None, kind: str, held_out: bool) -> Pair:
    tokenizer = _TOKENIZER
    ids, start = read_together(tokenizer, question, text)
    offsets = tokenizer.encode(text, add_special_tokens=False).offsets[: len(ids) - start - 1]
    tags = [float(answer is not None and end > answer[0] and begin < answer[1]) for begin, end in offsets]
    return Pair(ids, start, tags, kind, held_out)


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
                with torch.autocast("cpu", torch.bfloat16):
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
            tags = torch.zeros_like(tokens)
            for row, index in enumerate(batch):
                one = self._pairs[index]
                tags[row, one.start : one.start + len(one.tags)] = torch.tensor(one.tags)
            found = functional.binary_cross_entropy_with_logits(
                tokens, tags, weight=told, reduction="sum", pos_weight=torch.tensor(3.0)
            )
            loss = functional.binary_cross_entropy_with_logits(pair, answers) + found / told.sum()
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
        found: dict[str, list[float]] = {_ANSWERS: [], _MISSES: [], _ELSEWHERE: []}
        with torch.inference_mode():
            places = [i for i, pair in enumerate(self._pairs) if pair.held_out]
            for batch in self._batches(places, 2 * BATCH_TOKENS):
                for index, score in zip(batch, self._forward(batch)[0].tolist(), strict=True):
                    found[self._pairs[index].kind].append(score)
        answers = np.array(found.pop(_ANSWERS))[:, None]
        return {kind: float((answers > np.array(scores)).mean()) for kind, scores in found.items()}

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
            left, strength, right = torch.linalg.svd(change, full_matrices=False)
            root = strength[:RANK].sqrt()
            changes[f"{full}.left"] = (left[:, :RANK] * root).half().contiguous()
            changes[f"{full}.right"] = (root[:, None] * right[:RANK]).half().contiguous()
        for name, tensor in self._head.state_dict().items():
            changes[f"head.{name}"] = tensor.half().contiguous()
        save_file(changes, out, metadata={"weights": weights_fingerprint()})

    def _forward(self, batch: list[int]) -> tuple[Tensor, Tensor, Tensor]:
        mask = self._mask(batch)
        told = torch.zeros_like(mask)
        states = torch.zeros(*mask.shape, self._below[batch[0]].shape[1], dtype=torch.bfloat16)
        for row, index in enumerate(batch):
            length = len(self._pairs[index].ids)
            states[row, :length] = self._below[index]
            told[row, self._pairs[index].start : length - 1] = 1
        with torch.autocast("cpu", torch.bfloat16):
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


def _through(layers: nn.ModuleList, states: Tensor, mask: Tensor) -> Tensor:
    shut = ((1 - mask)[:, None, None, :] * -1e4).to(states.dtype)
    for layer in layers:
        states = layer(states, attention_mask=shut)
        states = states[0] if isinstance(states, tuple) else states
    return states


_TOKENIZER = open_model_folder(None).tokenizer()

if __name__ == "__main__":
    main()
