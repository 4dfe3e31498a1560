"""Answers "how many, when, who, what": leads with the one sentence that holds the fact."""

from collections.abc import Sequence

from qa.answer import Quote
from qa.answer_decision import item_quotes, open_first, quote_sentence
from qa.draft import Draft
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter
from qa.ranking import Ranked
from qa.sentences import Sentence, best_sentences

__all__ = ["fact_draft"]

_ITEMS = 5
_SENTENCES = 3
_CONSIDERED = 30
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
    ranked = open_first(ranked)
    if ranked[0].item and ranked[0].item.item.closed:
        asked_about = ranked[0].features.coverage > 0
        return Draft(words.closed(ranked[0].item.item.title) if asked_about else "", (), lead=ranked[0])
    sentences = best_sentences(index, question, matcher, ranked[:_ITEMS], _CONSIDERED)
    if question.answer_type not in _OPEN:
        # a number, a date, an age: a sentence without one does not answer
        sentences = [sentence for sentence in sentences if sentence.features.typed]
    if not sentences:
        return Draft("", (), lead=ranked[0])
    lead = sentences[0]
    # the passage around the leading sentence is quoted whole, so the others come from elsewhere
    elsewhere = [s for s in sentences[1:] if not _within(s, lead)]
    sentences = [lead, *elsewhere][:_SENTENCES]
    # what stands around a sentence is quoted with it: a sentence of minutes seldom says all by itself
    quotes = [quote_sentence(index, quoter, s.ranked, s.passage, s.section) for s in sentences]
    quotes.insert(0, quote_sentence(index, quoter, lead.ranked, lead.span, lead.section))
    if lead.item is not None:
        # an open question ("hvad", "hvorfor") is often answered by the decision itself, a number seldom
        place = 1 if question.answer_type in _OPEN else len(quotes)
        quotes[place:place] = item_quotes(index, quoter, lead.item, question)[:1]
    return Draft(words.fact(quotes[0]), _once(quotes), lead=lead.ranked, sentence=lead)


def _within(sentence: Sentence, lead: Sentence) -> bool:
    """Whether a sentence begins in the passage of the leading one."""
    same = sentence.ranked.candidate.document == lead.ranked.candidate.document
    return same and lead.passage.start <= sentence.span.start < lead.passage.end


def _once(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes without those that repeat an earlier one."""
    return tuple({(q.source.document, q.source.start, q.source.end): q for q in reversed(quotes)}.values())[
        ::-1
    ]
