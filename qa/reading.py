"""Where the evidence leaves a doubt, the reader reads what would be quoted: is it said there, and where?

Counting words shows what a passage is about. Whether it states the very thing that is asked for takes
reading question and passage together, which costs some 35 ms a passage; so it is done for few. A decision
("Ikke godkendt.") seldom tells what it is about: it is read behind the passages of its item nearest the
question.
"""

from collections.abc import Sequence
from dataclasses import replace

from indexer.minutes import SectionKind
from qa.answer import Intent, Quote, Role
from qa.draft import Draft
from qa.open_index import OpenIndex
from qa.phrases import Phrases
from qa.question import Question

__all__ = ["is_doubtful", "is_readable", "read_over"]

_READ = frozenset({Intent.FACT, Intent.DECISION})
"""Lists, timelines and meetings are what they are."""
_QUOTES_READ = 4  # of an answer to a question for a fact
_PASSAGES_READ = 2  # of an item, each with its decision
_PASSAGE, _DECISION = 300, 250  # characters of either: the reader has to see the decision
_DECISIONS = (SectionKind.DECISION, SectionKind.PRIOR_DECISION)
_DOUBTFUL = (0.02, 0.99)
_CHARACTERS = 600  # of a quote; the reader itself takes in hardly more
_PLACE_WEIGHT = 0.7
"""What one place further up among the quotes is worth, in log-odds of the reader; see docs/evaluation.md."""


def is_readable(question: Question, draft: Draft) -> bool:
    """Whether reading its quotes could tell more of an answer of this kind."""
    return question.intent in _READ and bool(draft.quotes) and not draft.certain


def is_doubtful(sure: float) -> bool:
    """Whether an answer as sure as this is worth the time of reading it."""
    return _DOUBTFUL[0] < sure < _DOUBTFUL[1]


def read_over(index: OpenIndex, words: Phrases, question: Question, draft: Draft) -> Draft:
    """The draft with what the reader thinks of it; a fact leads with the quote that tells it."""
    if question.intent is Intent.DECISION and draft.sentence is None:
        return replace(draft, read=_scores(index, question, _with_the_decision(index, draft)))
    first, rest = draft.quotes[:_QUOTES_READ], draft.quotes[_QUOTES_READ:]
    scores = _scores(index, question, [_passage(quote) for quote in first])
    if question.intent is not Intent.FACT:
        return replace(draft, read=scores)
    lead, *others = _groups_in_order(first, scores)
    places = [*lead, *(max(group, key=lambda place: len(first[place].text)) for group in others)]
    quotes = (*(first[place] for place in places), *rest)
    read = tuple(max(scores[place] for place in group) for group in (lead, *others))
    return replace(draft, text=words.fact(quotes[0]), quotes=quotes, read=read)


def _scores(index: OpenIndex, question: Question, passages: Sequence[str]) -> tuple[float, ...]:
    return tuple(map(float, index.reader.scores(question.text, passages)))


def _with_the_decision(index: OpenIndex, draft: Draft) -> list[str]:
    """The leading quote behind each of the passages of its item that are nearest the question, else alone."""
    quote, lead = draft.quotes[0], draft.lead
    if lead is None or lead.item is None:
        return [_passage(quote)]
    title, corpus = f"{lead.item.item.title}. ", index.corpus
    near = [hit.chunk for hit in lead.candidate.hits if hit.chunk.kind not in _DECISIONS]
    told = [
        _flat(" ".join(span.of(corpus.text(chunk.document)) for span in chunk.spans))
        for chunk in near[:_PASSAGES_READ]
    ]
    decision = _flat(quote.text)[:_DECISION]
    return [f"{title}{passage[:_PASSAGE]} {decision}" for passage in told] or [_passage(quote)]


def _groups_in_order(quotes: Sequence[Quote], scores: Sequence[float]) -> list[list[int]]:
    """The places of quotes, best first: by what the reader thinks, and by where they stood.

    A sentence and the passage around it are one group; where it does not lead, its passage tells it.
    A decision that leads does so because it was asked for, and keeps the lead.
    """
    groups: list[list[int]] = []
    for place, quote in enumerate(quotes):
        beside = next((group for group in groups if any(_overlap(quotes[at], quote) for at in group)), None)
        if beside is None:
            groups.append([place])
        else:
            beside.append(place)
    kept = groups[:1] if quotes[0].role is Role.DECISION else []
    free = groups[len(kept) :]
    free.sort(key=lambda group: _PLACE_WEIGHT * group[0] - max(scores[place] for place in group))
    return [*kept, *free]


def _overlap(one: Quote, other: Quote) -> bool:
    return one.source.document == other.source.document and (
        one.source.start < other.source.end and other.source.start < one.source.end
    )


def _passage(quote: Quote) -> str:
    """What is read for a quote: the title of its item, and the quote as far as a reader takes it in."""
    title = f"{quote.source.title}. " if quote.source.title else ""
    return title + _flat(quote.text[:_CHARACTERS])


def _flat(text: str) -> str:
    return " ".join(text.split())
