"""Answers "how many, when, who, what": leads with the one sentence that holds the fact."""

import re
from collections.abc import Sequence

from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredItem
from qa.answer import Quote, Role
from qa.answer_decision import item_quotes, open_first, quote_sentence
from qa.answer_forms import has_answer_type
from qa.draft import Draft
from qa.exclusions import names_another
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.phrases import Phrases
from qa.proposers import asks_who_proposed, proposer_in, tells_of_proposing
from qa.question import Question
from qa.quoting import Quoter
from qa.ranking import Ranked
from qa.said_by import ADMINISTRATION, said_by
from qa.sentences import Sentence, best_sentences, sections_asked_for
from qa.surroundings import passage_around

__all__ = ["fact_draft", "led_by"]

_ITEMS = 5
_PASSAGES = 3
_NEARLY = 0.6  # of the best item's score: near enough to be the proposal of the case that leads
_TELLING = 60  # characters: a decision that says more than that something was approved or noted
_CONSIDERED = 30
_ON_THE_MATTER = 0.2  # of the question's weight, in a sentence of the decision
_DECIDED = re.compile(
    r"\b(?:beslut\w+|vedtag\w+|vedtog|godkend\w+|bevilg\w+|(?:sagde|sagt|siger) ja"
    r"|(?:blev|bliver) det til|ende\w+ med)\b",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\b(?:fik|får|fået|giv(?:et|es)|gav|tildel\w+|bevilg\w+|modtog|modtager|støtte[rts]?|støttede)\b",
    re.IGNORECASE,
)
_APPLIES = re.compile(r"\b(?:(?:an)?søg(?:er|te|t)|anmod(?:er|ede|et)|ønske(?:r|de|t))\b", re.IGNORECASE)
_OF_A_SUM = (AnswerType.ANY, AnswerType.MONEY, AnswerType.SIZE)
_GIVING = {SectionKind.DECISION: 0, SectionKind.RECOMMENDATION: 1}
_OPEN = (AnswerType.ANY, AnswerType.YES_NO, AnswerType.PERSON, AnswerType.PLACE)


def fact_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
) -> Draft:
    """The best sentences over the best items; then the decision of the leading sentence's item."""
    if not ranked:
        return Draft("", ())
    ranked = open_first(question, ranked)
    if ranked[0].item and ranked[0].item.item.closed:
        asked_about = ranked[0].features.coverage > 0
        return Draft(words.closed(ranked[0].item.item.title) if asked_about else "", (), lead=ranked[0])
    if who_decides := _competence(index, quoter, question, ranked[0].item):
        return Draft(words.fact(who_decides[0]), who_decides, lead=ranked[0])
    by_whom = asks_who_proposed(question.text)
    for near in ranked if by_whom else ():
        if near.score >= _NEARLY * ranked[0].score and (
            proposed := _proposed(index, quoter, question, near.item)
        ):
            return Draft(words.fact(proposed[0]), proposed, lead=near)
    # of a closed item only the title is public, and a title tells no fact
    public = [one for one in ranked if not (one.item and one.item.item.closed)]
    sentences = best_sentences(index, question, matcher, public[:_ITEMS], _CONSIDERED)
    if question.answer_type not in _OPEN:
        # a number, a date, an age: a sentence without one does not answer
        sentences = [sentence for sentence in sentences if sentence.features.typed]
    if by_whom:
        sentences = [one for one in sentences if tells_of_proposing(_text_of(index, one))]
    sentences = [one for one in sentences if not names_another(question, _text_of(index, one))]
    if question.speaker:
        sentences = said_by(index, question.speaker, sentences)
        if question.speaker in ADMINISTRATION and ranked[0].item not in [one.item for one in sentences]:
            recommended = _recommended(index, quoter, question, ranked[0].item)
            return Draft(words.fact(recommended[0]) if recommended else "", recommended, lead=ranked[0])
    if not sentences:
        return Draft("", (), lead=ranked[0])
    return led_by(index, quoter, words, question, sentences)


def led_by(
    index: OpenIndex, quoter: Quoter, words: Phrases, question: Question, sentences: Sequence[Sentence]
) -> Draft:
    """The answer that sentences make, best first (at least one): the best alone, then what is around it."""
    sentences = _granted_first(index, question, _decided_first(question, sentences))
    told = _counting_first(sentences)
    lead = told[0]
    quotes = [quote_sentence(index, quoter, lead.ranked, lead.span, lead.section)]
    quotes += _passages(index, quoter, told)
    if lead.item is not None:
        decided = item_quotes(index, quoter, lead.item, question)[:1]
        place = _place(question, sentences, decided, len(quotes))
        quotes[place:place] = decided
    return Draft(words.fact(quotes[0]), _once(quotes), lead=lead.ranked, sentences=tuple(sentences))


def _place(question: Question, sentences: Sequence[Sentence], decided: Sequence[Quote], last: int) -> int:
    """Where among the quotes the decision stands.

    An open question ("hvad", "hvorfor") is often answered by the decision itself; a number, a sum or a day
    where the decision has one too, for it may have changed what was recommended.
    """
    lead = sentences[0]
    if question.answer_type in _OPEN:
        tells = question.answer_type is AnswerType.YES_NO or any(len(q.text) >= _TELLING for q in decided)
        return 1 if tells else 2
    return 2 if any(_is_decided(question, sentence, lead) for sentence in sentences) else last


def _decided_first(question: Question, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Where a body's decision is asked for, what the decision says comes before what was recommended."""
    if question.answer_type in _OPEN or not (question.committee or _DECIDED.search(question.danish)):
        return sentences
    return sorted(sentences, key=lambda sentence: not _is_decided(question, sentence, sentences[0]))


def _granted_first(index: OpenIndex, question: Question, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Where it is asked what somebody got, not what they applied for: what was granted, then recommended."""
    lead = sentences[0]
    asked = question.answer_type in _OF_A_SUM and _GOT.search(question.danish)
    if not asked or not _APPLIES.search(_text_of(index, lead)):
        return sentences

    def order(one: Sentence) -> int:
        told = _text_of(index, one)
        if one.item != lead.item or not has_answer_type(told, AnswerType.MONEY, question.text):
            return 3
        return _GIVING.get(one.kind, 2)

    return sorted(sentences, key=order)


def _counting_first(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """Where the first counts something else, those of its item that count the thing asked for lead.

    How sure the answer is stays a matter of what fits the question best (``Draft.sentence``).
    """
    lead = sentences[0]
    if lead.features.counted > 0.0:
        return sentences
    return sorted(sentences, key=lambda one: not (one.item == lead.item and one.features.counted == 1.0))


def _is_decided(question: Question, sentence: Sentence, lead: Sentence) -> bool:
    """Whether a sentence of the lead item's decision has what is asked for."""
    found = sentence.features
    on_the_matter = (
        found.counted == 1.0
        or question.answer_type is AnswerType.MONEY
        or (found.counted > 0.0 and found.alone >= _ON_THE_MATTER)
    )
    return sentence.item == lead.item and sentence.kind is SectionKind.DECISION and on_the_matter


def _competence(
    index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem | None
) -> tuple[Quote, ...]:
    """The section that says who decides a case and what was decided, where the first is asked."""
    if item is None or SectionKind.COMPETENCE not in sections_asked_for(question.text):
        return ()
    for section in item.item.sections:
        if section.kind is SectionKind.COMPETENCE and len(section.span):
            quote = quoter.from_item(item, section.span, Role.PASSAGE, section.title)
            return (quote, *item_quotes(index, quoter, item, question))
    return ()


def _proposed(
    index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem | None
) -> tuple[Quote, ...]:
    """The title or heading that says who proposed a case, and what was decided."""
    if item is None or item.item.closed:
        return ()
    told = proposer_in(item, index.corpus.text(item.document))
    if told is None:
        return ()
    return (quoter.from_item(item, told, Role.PASSAGE, None), *item_quotes(index, quoter, item, question))


def _text_of(index: OpenIndex, sentence: Sentence) -> str:
    return sentence.span.of(index.corpus.text(sentence.ranked.candidate.document))


def _recommended(
    index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem | None
) -> tuple[Quote, ...]:
    """What was recommended, whole, and what was decided."""
    sections = item.item.sections if item else ()
    for section in sections:
        if item and section.kind is SectionKind.RECOMMENDATION and len(section.span):
            quote = quoter.from_item(item, section.span, Role.RECOMMENDATION, section.title)
            return _once((quote, *item_quotes(index, quoter, item, question)))
    return ()


def _passages(index: OpenIndex, quoter: Quoter, sentences: Sequence[Sentence]) -> list[Quote]:
    """What stands around the best sentences, each passage once."""
    told: dict[str, list[Span]] = {}
    quotes: list[Quote] = []
    for sentence in sentences:
        here = told.setdefault(sentence.ranked.candidate.document, [])
        if any(span.start <= sentence.span.start < span.end for span in here):
            continue
        passage = passage_around(index, sentence, here)
        here.append(passage)
        quotes.append(quote_sentence(index, quoter, sentence.ranked, passage, sentence.section))
        if len(quotes) == _PASSAGES:
            break
    return quotes


def _once(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes without those that repeat an earlier one."""
    kept: dict[tuple[str, int, int], Quote] = {}
    for quote in quotes:
        kept.setdefault((quote.source.document, quote.source.start, quote.source.end), quote)
    return tuple(kept.values())
