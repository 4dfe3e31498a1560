"""The sentences of the best candidates, scored for how well each answers the question by itself.

Used to lead a fact answer with the one sentence that holds the fact, and to find inside a long decision
the part that is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredChunk, StoredItem
from models.danish import Danish
from models.mentions import MentionKind, find_mentions
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.question import Question
from qa.ranking import Ranked

__all__ = ["Sentence", "best_sentences", "has_answer_type", "sections_asked_for"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it covers of the question (0..1): alone, and with its surroundings.

    ``typed`` tells whether it has the form of answer asked for (a number for "hvor mange").
    """

    ranked: Ranked
    span: Span
    section: str
    kind: SectionKind
    alone: float
    around: float
    typed: bool
    score: float

    @property
    def item(self) -> StoredItem | None:
        """The item it stands in."""
        return self.ranked.item


_NUMBER_WORD = re.compile(
    r"\b(?:nul|ét|én|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|tyve|tredive|fyrre|hundrede|tusind"
    r"|halvdelen|halv|tredjedel|fjerdedel|flertal|ingen|samtlige|dobbelt\w*|begge|million\w*)\b",
    re.IGNORECASE,
)
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
    return wanted is AnswerType.NUMBER and bool(_NUMBER_WORD.search(text) or _DURATION.search(text))


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
    best_item = max(r.score for r in ranked)
    asked = sections_asked_for(question.text)
    found: list[Sentence] = []
    for candidate in ranked:
        chunks = [hit.chunk for hit in candidate.candidate.hits[:_CHUNKS_OF_ITEM]]
        dense = {hit.chunk.id: hit.dense for hit in candidate.candidate.hits}
        top = max(dense.values(), default=0.0)
        for chunk in chunks:
            if kinds and chunk.kind not in kinds:
                continue
            near = 1.0 - min(1.0, (top - dense[chunk.id]) / 0.06) if dense[chunk.id] else 0.0
            found += _of_chunk(
                index, question, matcher, candidate, chunk, candidate.score / best_item, near, asked
            )
    best: dict[tuple[str, int], Sentence] = {}
    for sentence in found:
        key = (sentence.ranked.candidate.document, sentence.span.start)
        if key not in best or best[key].score < sentence.score:
            best[key] = sentence
    return sorted(best.values(), key=lambda s: (-s.score, s.span))[:limit]


def _of_chunk(
    index: OpenIndex,
    question: Question,
    matcher: TermMatcher,
    ranked: Ranked,
    chunk: StoredChunk,
    item_score: float,
    near: float,
    asked: frozenset[SectionKind],
) -> Iterable[Sentence]:
    text = index.corpus.text(chunk.document)
    title = index.terms_of(ranked.item.item.title) if ranked.item else frozenset()
    spans = [span for part in chunk.spans for span in _sentences(index.danish, text, part)]
    terms = [index.terms_of(text[span.start : span.end]) for span in spans]
    frame = title | index.terms_of(chunk.section)
    for position, span in enumerate(spans):
        alone = matcher.coverage(terms[position])
        before = terms[position - 1] if position else frozenset()
        around = matcher.coverage(terms[position] | before | frame)
        body = text[span.start : span.end]
        typed = has_answer_type(body, question.answer_type)
        section = _section_kind(ranked.item, span) or chunk.kind
        score = (
            1.2 * alone
            + 0.9 * around
            + (0.6 if typed else -0.3)
            + 0.6 * near
            + 1.2 * item_score
            + (0.5 if section in asked else 0.0)
            - (0.5 if section is SectionKind.ATTACHMENTS and section not in asked else 0.0)
            - (0.4 if len(body) < 25 and not typed else 0.0)
        )
        yield Sentence(
            ranked,
            span,
            _section_title(ranked.item, span) or chunk.section,
            section,
            alone,
            around,
            typed,
            score,
        )


def _sentences(danish: Danish, text: str, part: Span) -> list[Span]:
    body = part.of(text)
    return [
        Span(part.start + start, part.start + min(end, start + _MAX_SENTENCE))
        for start, end in danish.sentences(body)
    ]


def _section_kind(item: StoredItem | None, span: Span) -> SectionKind | None:
    return (
        next((s.kind for s in item.item.sections if s.span.start <= span.start < s.span.end), None)
        if item
        else None
    )


def _section_title(item: StoredItem | None, span: Span) -> str | None:
    return (
        next((s.title for s in item.item.sections if s.span.start <= span.start < s.span.end), None)
        if item
        else None
    )
