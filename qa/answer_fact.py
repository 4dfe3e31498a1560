"""Answers "how many, when, who, what": leads with the one sentence that holds the fact."""

from collections.abc import Sequence

from qa.answer_decision import item_quotes, quote_sentence
from qa.draft import Draft
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter
from qa.ranking import Ranked
from qa.sentences import best_sentences

__all__ = ["fact_draft"]

_ITEMS = 5
_SENTENCES = 3


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
    if ranked[0].item and ranked[0].item.item.closed:
        return Draft(words.closed(ranked[0].item.item.title), (), lead=ranked[0])
    sentences = best_sentences(index, question, matcher, ranked[:_ITEMS], _SENTENCES)
    if not sentences:
        return Draft("", (), lead=ranked[0])
    quotes = [quote_sentence(index, quoter, s.ranked, s.span, s.section) for s in sentences]
    lead = sentences[0]
    if lead.item is not None:
        quotes += item_quotes(index, quoter, lead.item, question)[:1]
    return Draft(words.fact(quotes[0]), tuple(quotes), lead=lead.ranked, sentence=lead)
