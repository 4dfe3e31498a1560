"""The sentences of the best candidates, scored for how well each answers the question by itself.

Used to lead a fact answer with the one sentence that holds the fact, and to find inside a long decision
the part that is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.naming import case_key
from indexer.source_text import Span
from indexer.stored import StoredChunk, StoredItem
from qa.answer_forms import has_answer_type
from qa.counting import counted_thing, counts, is_deed
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.periods import Period
from qa.question import Question
from qa.ranking import OF_ITS_TIME, Ranked, month_word, period_words
from qa.retrieval import OWN_KINDS

__all__ = [
    "SENTENCE_WEIGHTS",
    "Sentence",
    "SentenceFeatures",
    "best_sentences",
    "sections_asked_for",
]


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What speaks for a sentence; each from 0 to 1.

    ``alone`` and ``around``: the question's weight it meets by itself, and with the sentence before it, its
    heading and title; ``words``: like ``alone``, over all words of the question, also those that only ask;
    ``near``: closeness in meaning of its chunk; ``item``: its item's score relative to the best;
    ``typed``: it has the form of answer asked for; ``counted``: a number in it counts the very thing asked
    for (0.5 where nothing is counted); ``timed``: how well it fits the time asked about; ``paper``: it is a
    title in a list of attachments; ``short``: it is hardly a sentence, or only leads in what follows; ``last``: no later meeting of those
    looked at handled the same case (1 where a time is asked about).
    """

    alone: float
    around: float
    words: float
    near: float
    item: float
    typed: float
    counted: float
    timed: float
    paper: float
    short: float
    last: float


SENTENCE_WEIGHTS: dict[str, float] = {
    "around": 4.0,
    "words": 2.5,
    "near": 6.2,
    "item": 3.9,
    "typed": 3.6,
    "counted": 4.2,
    "timed": 2.9,
    "paper": -2.4,
    "short": -2.0,
    "last": 3.5,
}
"""How much each feature counts; see docs/evaluation.md for how they were fitted. ``alone`` is evidence only."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a candidate with its place, its features and its score.

    ``passage`` is the stretch of its chunk that it stands in: what a reader needs around it.
    """

    ranked: Ranked
    span: Span
    passage: Span
    section: str
    kind: SectionKind
    features: SentenceFeatures
    score: float

    @property
    def item(self) -> StoredItem | None:
        """The item it stands in."""
        return self.ranked.item


_IN_THE_END = re.compile(
    r"\b(?:i (?:den )?sidste ende|til (?:sidst|slut)|ende(?:r|te)|(?:slutte|slut)(?:de|r)? (?:på|med)|in the end|end(?:ed)? up|finally)\b",
    re.IGNORECASE,
)
"""Words of a question for what a case came to, after all that was thought before."""
_ASKED_IN_THE_END = {"last": 3 * SENTENCE_WEIGHTS["last"]}

_SECTION_CUES: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.COMPETENCE, r"\b(?:hvem (?:træffer|afgør|bestemmer|beslutter|skal (?:afgøre|beslutte|træffe))|kompetence\w*|who decides)\b"),
    (SectionKind.ECONOMY, r"\b(?:økonomi\w*|koste\w*|udgift\w*|budget\w*|finansier\w*|besparelse\w*|bevilling\w*|penge|cost\w*|price|funding|afsat)\b"),
    (SectionKind.RECOMMENDATION, r"\b(?:indstill\w*|indstillet|anbefale\w*|foresl\w*|recommend\w*|propos\w*)\b"),
    (SectionKind.HEARING, r"\b(?:høring\w*|hørt\b|inddrag\w*|consultation)\b"),
    (SectionKind.LEGAL, r"\b(?:lov|loven|lovgrundlag\w*|hjemmel|paragraf\w*|retsgrundlag\w*|§)\b"),
    (SectionKind.PROCESS, r"\b(?:tidsplan\w*|videre proces|næste skridt|hvornår)\b"),
    (SectionKind.ATTACHMENTS, r"\b(?:bilag\w*|attachment\w*|vedlagt\w*)\b"),
)  # fmt: skip
_COMPILED_CUES = [(kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _SECTION_CUES]
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[.,]\d)")
_LABEL = re.compile(r"^\s*(?:[Aa][td]\.? ?)?(?:\d{1,2}|[A-ZÆØÅa-z])[.):]+\s+")
"""The label of a list point: a number that counts nothing."""
_CHUNKS_OF_ITEM = 6
_MAX_SENTENCE = 600  # characters; what is longer is cut, and is mostly a list or a table
_SHORT = 25  # characters
_WHOLE_ITEMS = 3
_MOST_CHUNKS = 200
_DENSE_REACH = 0.06
"""Cosine below the item's best chunk at which nearness counts for nothing; e5 cosines lie that close."""


def sections_asked_for(question: str) -> frozenset[SectionKind]:
    """The kinds of section that a question's words point at."""
    return frozenset(kind for kind, pattern in _COMPILED_CUES if pattern.search(question))


def best_sentences(
    index: OpenIndex,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
    limit: int,
    kinds: frozenset[SectionKind] = frozenset(),
) -> list[Sentence]:
    """The ``limit`` best sentences of the candidates given, best first; ``kinds`` narrows the sections."""
    if not ranked:
        return []
    scorer = _Scorer(index, question, matcher, ranked)
    whole = [r for r in ranked if r.item is not None][:_WHOLE_ITEMS]
    cosines = _cosines(index, question, whole)
    top = max(cosines.values(), default=0.0)
    best: dict[tuple[str, int], Sentence] = {}
    for candidate in ranked:
        chunks = [hit.chunk for hit in candidate.candidate.hits[:_CHUNKS_OF_ITEM]]
        if candidate in whole and candidate.item is not None:
            chunks = candidate.candidate.chunks(index)
        found_at = {hit.chunk.id: hit.dense for hit in candidate.candidate.hits}
        for chunk in chunks:
            if kinds and chunk.kind not in kinds:
                continue
            cosine = cosines.get(chunk.id) or found_at.get(chunk.id, 0.0)
            near = 1.0 - min(1.0, max(0.0, top - cosine) / _DENSE_REACH) if cosine else 0.0
            for sentence in scorer.of_chunk(candidate, chunk, near):
                key = (candidate.candidate.document, sentence.span.start)
                if key not in best or best[key].score < sentence.score:
                    best[key] = sentence
    return sorted(best.values(), key=lambda s: (-s.score, s.span))[:limit]


def _cosines(index: OpenIndex, question: Question, items: Sequence[Ranked]) -> dict[int, float]:
    """The cosine of every chunk of some items (but of their attachments), also of those that the search did not bring up."""
    ids = frozenset(r.item.id for r in items if r.item)
    if not ids:
        return {}
    vector = index.embed(question.meant)
    kinds = OWN_KINDS if index.corpus.holds_attachments() else frozenset()
    hits = index.engine.search_dense(vector, _MOST_CHUNKS, Filters(items=ids, kinds=kinds))
    return {hit.chunk_id: hit.score for hit in hits}


def _last_days(ranked: Sequence[Ranked]) -> dict[str, date]:
    """The day on which each case was last handled, as far as these candidates tell."""
    days: dict[str, date] = {}
    for item in (r.item for r in ranked):
        if item is not None and item.item.case_no and item.meeting.date:
            key = case_key(item.item.case_no)
            days[key] = max(days.get(key, item.meeting.date), item.meeting.date)
    return days


class _Scorer:
    """Scores sentences for one question."""

    def __init__(
        self, index: OpenIndex, question: Question, matcher: TermMatcher, ranked: Sequence[Ranked]
    ) -> None:
        self._index = index
        self._question = question
        self._matcher = matcher
        self._best_item = max(r.score for r in ranked)
        self._last_days = _last_days(ranked)
        self._asked = sections_asked_for(question.text)
        self._thing = counted_thing(index, question.danish)
        self._words = TermMatcher(question.words, index.engine, foreign=question.english)
        self._weights = SENTENCE_WEIGHTS | (_ASKED_IN_THE_END if _IN_THE_END.search(question.text) else {})

    def of_chunk(self, ranked: Ranked, chunk: StoredChunk, near: float) -> Iterable[Sentence]:
        """The sentences of one chunk; ``near`` (0..1) is how close the chunk is in meaning."""
        index, matcher = self._index, self._matcher
        text = index.corpus.text(chunk.document)
        title = index.terms_of(ranked.item.item.title) if ranked.item else frozenset()
        spans = [span for part in chunk.spans for span in _sentences(index, text, part, ranked.item)]
        terms = [index.terms_of(text[span.start : span.end]) for span in spans]
        passage = " ".join(text[span.start : span.end] for span in chunk.spans)
        for position, span in enumerate(spans):
            body = _LABEL.sub("", text[span.start : span.end])
            before = terms[position - 1] if position else frozenset()
            section = ranked.item.item.section_at(span.start) if ranked.item else None
            kind = section.kind if section else chunk.kind
            heading = section.title if section else chunk.section
            features = SentenceFeatures(
                alone=matcher.coverage(terms[position]),
                around=matcher.coverage(terms[position] | before | title | index.terms_of(heading)),
                words=self._words.coverage(terms[position]),
                near=near,
                item=ranked.score / self._best_item,
                typed=float(has_answer_type(body, self._question.answer_type, self._question.text)),
                counted=self._counted(body),
                timed=self._timed(ranked, body, passage),
                paper=float(kind is SectionKind.ATTACHMENTS and kind not in self._asked),
                short=float(len(body) < _SHORT or body.rstrip().endswith(":")),
                last=self._last(ranked.item),
            )
            score = sum(weight * float(getattr(features, name)) for name, weight in self._weights.items())
            yield Sentence(ranked, span, _holding(chunk, span), heading, kind, features, score)

    def _last(self, item: StoredItem | None) -> float:
        if self._question.period or item is None or not item.item.case_no or item.meeting.date is None:
            return 1.0
        return float(item.meeting.date >= self._last_days[case_key(item.item.case_no)])

    def _counted(self, body: str) -> float:
        thing = self._thing
        if thing is None:
            return 0.5
        if counts(self._index, body, thing):
            return 1.0
        return 0.5 if is_deed(thing) else 0.0

    def _timed(self, ranked: Ranked, body: str, passage: str) -> float:
        """1 where the sentence itself is of the time asked about, less where only its surroundings are."""
        period = self._question.period
        if period is None:
            return 1.0
        words = period_words(period)
        if any(word in body.lower() for word in words):
            return 1.0
        if _of_another_year(body, period):
            return 0.0
        met = ranked.item.meeting.date if ranked.item else None
        month = month_word(period)
        if met and month and period.first and met.year == period.first.year and month in body.lower():
            return 1.0  # "ved udgangen af juni" in the minutes of that year
        if any(word in passage.lower() for word in words):
            return 0.8
        return 0.9 * ranked.features.period if ranked.features.period >= OF_ITS_TIME else 0.0


def _of_another_year(body: str, period: Period) -> bool:
    """Whether a sentence names years and none of those asked about; a number that only looks like one is rare."""
    named = [date(int(year), 7, 1) for year in _YEAR.findall(body)]
    year = replace(
        period,
        first=period.first and period.first.replace(month=1, day=1),
        last=period.last and period.last.replace(month=12, day=31),
    )
    return bool(named) and not any(map(year.holds, named))


def _sentences(index: OpenIndex, text: str, part: Span, item: StoredItem | None) -> list[Span]:
    """The sentences that begin in a part of the text.

    They are found over the whole section, whose lines show how wide wrapped text is; an attachment is too
    long for that.
    """
    section = item.item.section_at(part.start) if item else None
    whole = section.span if section and section.kind is not SectionKind.ATTACHMENT else part
    return [
        Span(whole.start + start, whole.start + min(end, start + _MAX_SENTENCE))
        for start, end in index.sentences_of(whole.of(text))
        if part.start <= whole.start + start < part.end
    ]


def _holding(chunk: StoredChunk, sentence: Span) -> Span:
    """The part of a chunk that a sentence begins in, wide enough to hold it whole."""
    part = next(part for part in chunk.spans if part.start <= sentence.start < part.end)
    return Span(part.start, max(part.end, sentence.end))
