"""The pairs of question and passage that the reader learns from, made of what was written in ``reading``.

``reading/*.jsonl`` holds passages in the manner of minutes, each with questions that it answers (and the
words that do) and near misses; ``reading/alike/*.jsonl`` holds cases in threes so alike that a search mixes
them up, with questions for what became of each, or for facts that it states and facts that it does not, and
questions that none of the three answers. All were written for this; no sentence is from real minutes. To
these comes what costs nothing to make: passages on other cases, at best those nearest a question in meaning
(what a search brings up when the answer is not there); the sentence that answers against one beside it; and
what was decided on a case by its title.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from random import Random

import numpy as np

from models.embedding import Embedder
from models.model_folder import open_model_folder
from models.reader import behind, headed, one_line, read_together
from models.sentences import sentence_spans

HELD_OUT = 8
"""Every so manieth passage or group of a file is never learnt from."""
_UNRELATED = 0.5  # of the passages: one of their questions is put to another passage
_NEAREST = 3  # of the passages on other cases; one of these is taken at random
_SAME_QUESTION = 0.92  # cosine of two questions; a passage that answers one may well answer the other
_TITLED = 0.9  # of the texts: headed by the title of their item, as they are read in earnest
_SENTENCES = 0.5  # of the questions: put to a sentence alone
_TOLD_TWICE = 2  # of the three cases of a group that a question none of them answers is put to


class Kind(Enum):
    """What a pair is: four that answer, and what sounds as if."""

    PASSAGE = "passage"
    SENTENCE = "sentence"
    DECISION = "decision by title"
    CASE = "case of three"
    MISS = "near miss"
    ELSEWHERE = "nearest elsewhere"
    BESIDE = "sentence beside"
    OTHER_DECISION = "decision on another case"
    SISTER = "case alike"
    NONE = "none of three"


CONTRASTS: dict[Kind, Kind] = {
    Kind.MISS: Kind.PASSAGE,
    Kind.ELSEWHERE: Kind.PASSAGE,
    Kind.BESIDE: Kind.SENTENCE,
    Kind.OTHER_DECISION: Kind.DECISION,
    Kind.SISTER: Kind.CASE,
    Kind.NONE: Kind.CASE,
}
"""Each kind that does not answer, and those that do which it is to be told from."""


@dataclass(frozen=True)
class Row:
    """A passage with its item's title (or ""), what it answers (question, answer), and near misses."""

    title: str
    passage: str
    asks: list[tuple[str, str]]
    misses: list[str]
    held_out: bool


@dataclass(frozen=True)
class Case:
    """A case with its decision, and questions that it answers and none of the two beside it does.

    ``told`` has the words that answer each, where they were written down; ``misses`` are questions on the
    case that it does not answer either.
    """

    title: str
    passage: str
    decision: str
    asks: list[str]
    told: list[tuple[str, str]]
    misses: list[str]

    @property
    def text(self) -> str:
        """What the minutes have on it."""
        return f"{self.passage} {self.decision}"


@dataclass(frozen=True)
class Group:
    """Three cases alike, and questions that none of them answers."""

    cases: list[Case]
    neither: list[str]
    held_out: bool


@dataclass(frozen=True)
class Pair:
    """Question and text as token ids; ``tags`` marks the tokens of the text that answer, if that is known."""

    ids: list[int]
    start: int
    tags: list[float] | None
    kind: Kind
    held_out: bool

    @property
    def answers(self) -> bool:
        """Whether the text answers the question."""
        return self.kind not in CONTRASTS


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


@dataclass(frozen=True)
class Drafted:
    """A question with a text that the system would read for it (``draft_pairs.py``).

    ``answer`` has the words that answer, as they stand in the text on one line, where they are known;
    ``kind`` is a ``Kind``.
    """

    question: str
    text: str
    answer: str | None
    kind: str
    held_out: bool


def drafted_pairs(
    drafted: Sequence[Drafted], rows: Sequence[Row], share: float, dice: Random
) -> Iterator[Pair]:
    """What was drafted, and a share of the passages as written."""
    for one in drafted:
        kind, start = Kind(one.kind), one.text.find(one.answer) if one.answer else -1
        if start >= 0:
            yield _pair(one.question, one.text, (start, start + len(one.answer or "")), kind, one.held_out)
        elif kind in CONTRASTS:
            yield _pair(one.question, one.text, None, kind, one.held_out)
        else:
            yield _unmarked(one.question, one.text, Kind.CASE, one.held_out)
    yield from _written([row for row in rows if not row.held_out], dice, share)


def read_rows(folder: Path, left_out: Sequence[str]) -> list[Row]:
    """The passages of a folder; of the files left out, all are held out."""
    rows = []
    for file, number, read in _lines(folder):
        held_out = file in left_out or number % HELD_OUT == HELD_OUT - 1
        asks = [(asked["q"], one_line(asked["a"])) for asked in read["asks"]]
        rows.append(Row(read["title"], one_line(read["passage"]), asks, read["misses"], held_out))
    return rows


def read_groups(folder: Path, left_out: Sequence[str]) -> list[Group]:
    """The cases alike of a folder; of the files left out, all are held out."""
    groups = []
    for file, number, read in _lines(folder):
        held_out = file in left_out or number % HELD_OUT == HELD_OUT - 1
        groups.append(Group([_case(**case) for case in read["cases"]], read["neither"], held_out))
    return groups


def _case(
    title: str, passage: str, decision: str, asks: list[str | dict[str, str]], misses: Sequence[str] = ()
) -> Case:
    """A case as its file has it: a question with the words that answer it, or alone."""
    told = [(asked["q"], one_line(asked["a"])) for asked in asks if not isinstance(asked, str)]
    every = [asked if isinstance(asked, str) else asked["q"] for asked in asks]
    return Case(title, one_line(passage), one_line(decision), every, told, list(misses))


def facts_of(groups: Sequence[Group]) -> list[Row]:
    """The cases of which the words that answer were written down, each by itself."""
    return [
        Row(case.title, case.text, case.told, case.misses, group.held_out)
        for group in groups
        for case in group.cases
        if case.told
    ]


def _lines(folder: Path) -> Iterator[tuple[str, int, dict]]:
    for file in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(file.read_text("utf-8").splitlines()):
            yield file.stem, number, json.loads(line)


def first_pairs(rows: Sequence[Row], dice: Random) -> Iterator[Pair]:
    """What a reader that knows nothing learns from: what was written, and passages on any other case."""
    yield from _written(rows, dice, 1.0)
    for row in rows:
        if not row.held_out and row.asks and dice.random() < _UNRELATED:
            other = dice.choice([other for other in rows if other is not row and not other.held_out])
            yield _pair(row.asks[0][0], _text(other, dice), None, Kind.ELSEWHERE, held_out=False)
    yield from _elsewhere([row for row in rows if row.held_out], dice)


def further_pairs(rows: Sequence[Row], groups: Sequence[Group], share: float, dice: Random) -> Iterator[Pair]:
    """What it goes on with: all that is hard, and a share of what it has seen before."""
    facts = facts_of(groups)
    yield from _written(rows, dice, share)
    yield from _written(facts, dice, 1.0)
    for held_out in (False, True):
        yield from _elsewhere([row for row in (*rows, *facts) if row.held_out == held_out], dice)
        # not the cases with facts: they have a decision of their own
        yield from _by_title([row for row in rows if row.held_out == held_out and row.title], dice)
    yield from _sentences([*rows, *facts], dice)
    yield from _alike(groups, dice)


def _written(rows: Sequence[Row], dice: Random, share: float) -> Iterator[Pair]:
    for row in rows:
        text = _text(row, dice)
        before = len(text) - len(row.passage)
        for question, answer in row.asks:
            start = before + row.passage.index(answer)
            if row.held_out or dice.random() < share:
                yield _pair(question, text, (start, start + len(answer)), Kind.PASSAGE, row.held_out)
        for question in row.misses:
            if row.held_out or dice.random() < share:
                yield _pair(question, text, None, Kind.MISS, row.held_out)


def _elsewhere(rows: Sequence[Row], dice: Random) -> Iterator[Pair]:
    """Each question that has an answer, with one of the passages nearest to it that do not hold it."""
    embedder = Embedder()
    passages = embedder.embed_passages([f"{row.title}. {row.passage}" for row in rows])
    asked = [(question, row.held_out) for row in rows for question, _ in row.asks]
    own = np.array([place for place, row in enumerate(rows) for _ in row.asks])
    questions = np.stack([embedder.embed_query(question) for question, _ in asked])
    for place, (question, held_out) in enumerate(asked):
        near = passages @ questions[place]
        near[own[questions @ questions[place] > _SAME_QUESTION]] = -1.0  # among them its own
        other = rows[dice.choice(np.argsort(-near)[:_NEAREST].tolist())]
        yield _pair(question, _text(other, dice), None, Kind.ELSEWHERE, held_out)


def _sentences(rows: Sequence[Row], dice: Random) -> Iterator[Pair]:
    """A question with the sentence that answers it alone, and with another of the same passage."""
    for row in rows:
        spans = sentence_spans(row.passage)
        for question, answer in row.asks:
            start = row.passage.index(answer)
            holding = [span for span in spans if span[0] <= start and start + len(answer) <= span[1]]
            beside = [span for span in spans if answer not in row.passage[slice(*span)]]
            if not (holding and beside) or dice.random() > _SENTENCES:
                continue
            for span, kind in ((holding[0], Kind.SENTENCE), (dice.choice(beside), Kind.BESIDE)):
                text = headed(_title(row.title, dice), row.passage[slice(*span)])
                begins = len(text) - (span[1] - span[0]) + start - span[0]
                told = (begins, begins + len(answer)) if kind is Kind.SENTENCE else None
                yield _pair(question, text, told, kind, row.held_out)


def _by_title(titled: Sequence[Row], dice: Random) -> Iterator[Pair]:
    """What was decided on a case by its title: told by a decision behind a passage on it, and on no other."""
    passages = Embedder().embed_passages([row.passage for row in titled])
    for place, row in enumerate(titled):
        near = passages @ passages[place]
        near[place] = -1.0
        other = titled[dice.choice(np.argsort(-near)[:_NEAREST].tolist())]
        for one, kind in ((row, Kind.DECISION), (other, Kind.OTHER_DECISION)):
            decision = dice.choice(_DECIDED)
            text = behind(_title(one.title, dice), one.passage, decision)
            question = dice.choice(_ON_A_DECISION).format(_topic(row.title))
            told = (len(text) - len(decision), len(text)) if kind is Kind.DECISION else None
            yield _pair(question, text, told, kind, row.held_out)


def _alike(groups: Sequence[Group], dice: Random) -> Iterator[Pair]:
    """Every question with its own case and one of the two beside it; those for none with two of three.

    Where the words that answer were written down, a question is put to its own case with these.
    """
    for group in groups:
        texts = [headed(_title(case.title, dice), case.text) for case in group.cases]
        for place, case in enumerate(group.cases):
            for question in case.asks:
                sister = dice.choice([text for other, text in enumerate(texts) if other != place])
                if not case.told:
                    yield _unmarked(question, texts[place], Kind.CASE, group.held_out)
                yield _unmarked(question, sister, Kind.SISTER, group.held_out)
        for question in group.neither:
            for text in dice.sample(texts, _TOLD_TWICE):
                yield _unmarked(question, text, Kind.NONE, group.held_out)


def _topic(title: str) -> str:
    """What a title is about, as one would say it: without what stands behind a dash or before a colon."""
    topic = title.rpartition(": ")[2].partition(" - ")[0]
    return topic if topic[:2].isupper() else topic[0].lower() + topic[1:]


def _title(title: str, dice: Random) -> str:
    return title if dice.random() < _TITLED else ""


def _text(row: Row, dice: Random) -> str:
    return headed(_title(row.title, dice), row.passage)


def _pair(question: str, text: str, answer: tuple[int, int] | None, kind: Kind, held_out: bool) -> Pair:
    ids, start = read_together(_TOKENIZER, question, text)
    offsets = _TOKENIZER.encode(text, add_special_tokens=False).offsets[: len(ids) - start - 1]
    tags = [float(answer is not None and end > answer[0] and begin < answer[1]) for begin, end in offsets]
    return Pair(ids, start, tags, kind, held_out)


def _unmarked(question: str, text: str, kind: Kind, held_out: bool) -> Pair:
    """A pair of which nobody wrote down the words that answer; where nothing answers, that is known."""
    ids, start = read_together(_TOKENIZER, question, text)
    tags = None if kind is Kind.CASE else [0.0] * (len(ids) - start - 1)
    return Pair(ids, start, tags, kind, held_out)


_TOKENIZER = open_model_folder(None).tokenizer()
