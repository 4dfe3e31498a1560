"""Where the evidence leaves a doubt, the reader reads what would be quoted: is it said there, and where?

Counting words shows what a passage is about. Whether it states the very thing that is asked for takes
reading question and passage together, which costs some 35 ms a passage and half that a sentence; so it is
done for few, one after the other, and no further than until the answer is sure. A decision ("Ikke godkendt.")
seldom tells what it is about: it is read behind the passages of its item nearest the question.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from indexer.minutes import SectionKind
from models.reader import behind, headed
from qa.answer import Intent, Quote
from qa.answer_fact import led_by
from qa.draft import Draft
from qa.exclusions import goes_against
from qa.open_index import OpenIndex
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter
from qa.sentences import Sentence

__all__ = ["is_doubtful", "is_readable", "quotes_read", "read_over", "sentences_read"]

_READ = frozenset({Intent.FACT, Intent.DECISION})
"""Lists, timelines and meetings are what they are."""
_SENTENCES_READ = 10
_QUOTES_READ = 4
_PASSAGES_READ = 2  # of an item, each with its decision
_DECISIONS = (SectionKind.DECISION, SectionKind.PRIOR_DECISION)
_DOUBTFUL_FACT = (0.02, 0.99)
_DOUBTFUL_DECISION = (0.02, 0.96)
"""A decision surer than that would be given whatever the reader thought; of a fact it may prefer another
sentence even then."""
_CHARACTERS = 600  # of a quote; the reader itself takes in hardly more
_READ_WEIGHT = 1.0
"""What the reader's log-odds count in a sentence's score; see docs/evaluation.md."""


def is_readable(question: Question, draft: Draft) -> bool:
    """Whether reading its quotes could tell more of an answer of this kind."""
    return question.intent in _READ and bool(draft.quotes) and not draft.certain


def is_doubtful(question: Question, draft: Draft, sure: float) -> bool:
    """Whether an answer as sure as this (0..1) is worth the time of reading it."""
    least, most = _DOUBTFUL_DECISION if _is_decision(question, draft) else _DOUBTFUL_FACT
    return least < sure < most


def read_over(
    index: OpenIndex,
    words: Phrases,
    question: Question,
    draft: Draft,
    is_enough: Callable[[Sequence[float]], bool] = lambda _: False,
) -> Draft:
    """The draft with what the reader thinks of it; a fact leads with the sentence that tells it.

    How sure the answer is stays a matter of what the search brought up (``lead``, ``sentences``): that a
    reader chose among many says less of what it chose. ``is_enough`` is asked after each quote whether what
    the reader thinks so far (as ``Draft.read``) will do; reading more could only make the answer surer.
    """
    read: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()
    for passage in quotes_read(index, question, draft):
        scores += _scores(index, question, [passage])
        read = scores if _is_decision(question, draft) else (_of_the_first(draft.quotes, scores), max(scores))
        if is_enough(read):
            break
    draft = replace(draft, read=read)
    if question.intent is Intent.FACT and draft.sentences:
        told = led_by(
            index, Quoter(index.corpus), words, question, _as_told(index, question, draft.sentences)
        )
        draft = replace(draft, text=told.text, quotes=told.quotes)
    return draft


def _is_decision(question: Question, draft: Draft) -> bool:
    return question.intent is Intent.DECISION and not draft.sentences


def quotes_read(index: OpenIndex, question: Question, draft: Draft) -> list[str]:
    """What the reader is given of a draft's quotes; a decision behind the passages that it is on."""
    if _is_decision(question, draft):
        return _with_the_decision(index, draft)
    return [_passage(quote) for quote in draft.quotes[:_QUOTES_READ]]


def sentences_read(index: OpenIndex, sentences: Sequence[Sentence]) -> list[str]:
    """What the reader is given of the sentences that could lead, best first."""
    return [_text(index, sentence) for sentence in sentences[:_SENTENCES_READ]]


def _of_the_first(quotes: Sequence[Quote], scores: Sequence[float]) -> float:
    """What the reader thinks of the leading quote, or of what stands around it, as far as was read."""
    read = zip(quotes[: len(scores)], scores, strict=True)
    return max(score for quote, score in read if _overlap(quotes[0], quote))


def _as_told(index: OpenIndex, question: Question, sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences in the order of how well each fits, and of what the reader thinks of it.

    Those of items that the question rules out (another year, another number) come last.
    """
    near = {sentence.ranked.candidate.key: sentence.ranked for sentence in sentences}
    ruled_out = {key for key, ranked in near.items() if goes_against(index, question, ranked)}
    allowed = [sentence for sentence in sentences if sentence.ranked.candidate.key not in ruled_out]
    against = [sentence for sentence in sentences if sentence.ranked.candidate.key in ruled_out]
    some, rest = allowed[:_SENTENCES_READ], allowed[_SENTENCES_READ:]
    scores = _scores(index, question, sentences_read(index, some))
    order = sorted(zip(some, scores, strict=True), key=lambda pair: -(pair[0].score + _READ_WEIGHT * pair[1]))
    return [*(sentence for sentence, _ in order), *rest, *against]


def _scores(index: OpenIndex, question: Question, passages: Sequence[str]) -> tuple[float, ...]:
    return tuple(map(float, index.reader.scores(question.text, passages)))


def _with_the_decision(index: OpenIndex, draft: Draft) -> list[str]:
    """The leading quote behind each of the passages of its item that are nearest the question, else alone."""
    quote, lead = draft.quotes[0], draft.lead
    if lead is None or lead.item is None:
        return [_passage(quote)]
    title, corpus = lead.item.item.title, index.corpus
    near = [hit.chunk for hit in lead.candidate.hits if hit.chunk.kind not in _DECISIONS]
    told = [
        " ".join(span.of(corpus.text(chunk.document)) for span in chunk.spans)
        for chunk in near[:_PASSAGES_READ]
    ]
    return [behind(title, passage, quote.text) for passage in told] or [_passage(quote)]


def _passage(quote: Quote) -> str:
    """What is read for a quote: it, as far as a reader takes it in, headed by its item's title."""
    return headed(quote.source.title or "", quote.text[:_CHARACTERS])


def _overlap(one: Quote, other: Quote) -> bool:
    return one.source.document == other.source.document and (
        one.source.start < other.source.end and other.source.start < one.source.end
    )


def _text(index: OpenIndex, sentence: Sentence) -> str:
    text = index.corpus.text(sentence.ranked.candidate.document)
    return headed(sentence.item.item.title if sentence.item else "", sentence.span.of(text))
