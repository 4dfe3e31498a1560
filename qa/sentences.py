"""The sentences of the best candidates, scored for how well each answers the question by itself.

Used to lead a fact answer with the one sentence that holds the fact, and to find inside a long decision
the part that is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.minutes import Section, SectionKind
from indexer.source_text import Span
from indexer.stored import StoredChunk, StoredItem
from models.danish import Danish
from models.mentions import MentionKind, find_mentions
from qa.counting import NUMBER_WORD, counted_thing, counts
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.question import Question
from qa.ranking import Ranked, period_words

__all__ = ["Sentence", "best_sentences", "has_answer_type", "sections_asked_for"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it covers of the question (0..1): alone, and with its surroundings.

    ``typed`` tells whether it has the form of answer asked for (a number for "hvor mange"), ``counted``
    whether a number in it counts the very thing asked for (``None`` where the question counts nothing),
    ``timed`` how well it fits the time asked about (0..1; 1 where none is).
    """

    ranked: Ranked
    span: Span
    section: str
    kind: SectionKind
    alone: float
    around: float
    typed: bool
    counted: bool | None
    timed: float
    score: float

    @property
    def item(self) -> StoredItem | None:
        """The item it stands in."""
        return self.ranked.item


_PERSON = re.compile(
    r"\b[A-ZÆØÅ][\wæøåé\-]+ (?:[A-ZÆØÅ]\.? )?[A-ZÆØÅ][\wæøåé\-]+|\b\w*(?:udvalget|byrådet|forvaltningen|chef|direktør|kommunalbestyrelsen)\b|\([A-ZÆØÅ]\)"
)
_DURATION = re.compile(r"\b\d+[\wæøå-]*[- ]?(?:år|måned|uge|dag|time|minut)\w*", re.IGNORECASE)
_WANTED: dict[AnswerType, frozenset[MentionKind]] = {
    AnswerType.NUMBER: frozenset((MentionKind.COUNT, MentionKind.PERCENT, MentionKind.MONEY)),
    AnswerType.MONEY: frozenset((MentionKind.MONEY,)),
    AnswerType.PERCENT: frozenset((MentionKind.PERCENT,)),
    AnswerType.DATE: frozenset((MentionKind.DATE, MentionKind.MONTH, MentionKind.YEAR, MentionKind.TIME)),
}
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
_CHUNKS_OF_ITEM = 6
_MAX_SENTENCE = 600
_SHORT = 25
_DENSE_REACH = 0.06
"""Cosine below the item's best chunk at which nearness counts for nothing; e5 cosines lie that close."""
_IN_TITLE = 0.7
"""The least ``Features.period`` of an item that is itself of the time asked about (``period_level``)."""


def sections_asked_for(question: str) -> frozenset[SectionKind]:
    """The kinds of section that a question's words point at."""
    return frozenset(kind for kind, pattern in _COMPILED_CUES if pattern.search(question))


def has_answer_type(text: str, wanted: AnswerType) -> bool:
    """Whether a text holds anything of the form asked for."""
    if wanted in (AnswerType.ANY, AnswerType.YES_NO, AnswerType.PLACE):
        return True
    if wanted is AnswerType.PERSON:
        return bool(_PERSON.search(text))
    kinds = {mention.kind for mention in find_mentions(text)}
    if kinds & _WANTED[wanted]:
        return True
    return wanted is AnswerType.NUMBER and bool(NUMBER_WORD.search(text) or _DURATION.search(text))


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
    scorer = _Scorer(index, question, matcher, max(r.score for r in ranked))
    best: dict[tuple[str, int], Sentence] = {}
    for candidate in ranked:
        hits = candidate.candidate.hits[:_CHUNKS_OF_ITEM]
        top = max((hit.dense for hit in candidate.candidate.hits), default=0.0)
        for hit in hits:
            if kinds and hit.chunk.kind not in kinds:
                continue
            near = 1.0 - min(1.0, (top - hit.dense) / _DENSE_REACH) if hit.dense else 0.0
            for sentence in scorer.of_chunk(candidate, hit.chunk, near):
                key = (candidate.candidate.document, sentence.span.start)
                if key not in best or best[key].score < sentence.score:
                    best[key] = sentence
    return sorted(best.values(), key=lambda s: (-s.score, s.span))[:limit]


class _Scorer:
    """Scores sentences for one question."""

    def __init__(self, index: OpenIndex, question: Question, matcher: TermMatcher, best_item: float) -> None:
        self._index = index
        self._question = question
        self._matcher = matcher
        self._best_item = best_item
        self._asked = sections_asked_for(question.text)
        self._thing = counted_thing(index, question.text)

    def of_chunk(self, ranked: Ranked, chunk: StoredChunk, near: float) -> Iterable[Sentence]:
        """The sentences of one chunk; ``near`` (0..1) is how close the chunk is in meaning."""
        index, matcher = self._index, self._matcher
        text = index.corpus.text(chunk.document)
        title = index.terms_of(ranked.item.item.title) if ranked.item else frozenset()
        spans = [span for part in chunk.spans for span in _sentences(index.danish, text, part)]
        terms = [index.terms_of(text[span.start : span.end]) for span in spans]
        passage = " ".join(text[span.start : span.end] for span in chunk.spans)
        for position, span in enumerate(spans):
            body = text[span.start : span.end]
            before = terms[position - 1] if position else frozenset()
            section = _section(ranked.item, span)
            kind = section.kind if section else chunk.kind
            heading = section.title if section else chunk.section
            alone = matcher.coverage(terms[position])
            around = matcher.coverage(terms[position] | before | title | index.terms_of(heading))
            typed = has_answer_type(body, self._question.answer_type)
            counted = counts(index, body, self._thing) if self._thing else None
            timed = self._timed(ranked, body, passage)
            score = (
                1.2 * alone
                + 0.9 * around
                + (0.6 if typed else -0.3)
                + (0.0 if counted is None else 0.9 if counted else -0.1)
                + 0.6 * near
                + 1.2 * ranked.score / self._best_item
                + 0.7 * timed
                + (0.5 if kind in self._asked else 0.0)
                - (0.5 if kind is SectionKind.ATTACHMENTS and kind not in self._asked else 0.0)
                - (0.4 if len(body) < _SHORT and not typed else 0.0)
            )
            yield Sentence(ranked, span, heading, kind, alone, around, typed, counted, timed, score)

    def _timed(self, ranked: Ranked, body: str, passage: str) -> float:
        """1 where the sentence itself is of the time asked about, less where only its surroundings are."""
        period = self._question.period
        if period is None:
            return 1.0
        words = period_words(period)
        if any(word in body.lower() for word in words):
            return 1.0
        if any(word in passage.lower() for word in words):
            return 0.8
        return 0.9 * ranked.features.period if ranked.features.period >= _IN_TITLE else 0.0


def _sentences(danish: Danish, text: str, part: Span) -> list[Span]:
    body = part.of(text)
    return [
        Span(part.start + start, part.start + min(end, start + _MAX_SENTENCE))
        for start, end in danish.sentences(body)
    ]


def _section(item: StoredItem | None, span: Span) -> Section | None:
    if item is None:
        return None
    return next((s for s in item.item.sections if s.span.start <= span.start < s.span.end), None)
