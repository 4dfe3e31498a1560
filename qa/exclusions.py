"""What a question rules out: an answer from another time, with another number, or under another item.

The second promise of the house: what the question excludes is not offered as its answer. These are the
exact conditions; how likely an answer is otherwise is ``qa/confidence.py``.
"""

import re
from dataclasses import replace

from indexer.filters import Filters
from indexer.source_text import fold
from indexer.stored import StoredItem
from qa.answer import Intent
from qa.draft import Draft
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.question import Question
from qa.ranking import OF_ITS_TIME, Ranked, rank
from qa.retrieval import retrieve

__all__ = ["allowed_first", "excluded", "goes_against", "items_numbered", "names_another", "numbered_first"]

_IDENTIFIER = re.compile(
    r"\b(?P<what>(?<!^)[A-ZÆØÅ][\wæøåÆØÅ]+|(?:lokalplan|kommuneplantillæg|tillæg|matrikel|etape|skema|nr)\w*\.?)\s+(?P<number>\d[\w.]*\b)"
)
"""A name or a kind of plan with its number: "Solvej 6", "lokalplan 1221"; another number is another thing."""
_HAPPENED = re.compile(
    r"^(?:hvad|hvor\w*|hvem|hvilke[nt]?|what|how|who|which)\b.{0,40}?\b(?:blev|var|viste|sagde|skete|kom|fik|gik|deltog|mødte|vedtog|bestemte|godkendte|\w{4,}ede|was|were|did|happened)\b",
    re.IGNORECASE,
)
"""A question in the past tense. Of a whole year it may be a budget's: "Hvad blev taksten i 2026?"."""
_NEARLY = 0.6  # of the best candidate's score


def excluded(index: OpenIndex, question: Question, draft: Draft) -> str:
    """What of the question the drafted answer goes against, in the question's words; empty when nothing."""
    if not draft.quotes or draft.certain or draft.lead is None:
        return ""
    return goes_against(index, question, draft.lead)


def allowed_first(index: OpenIndex, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """The candidates with those that the question rules out behind the others that are nearly as near."""
    near = [r for r in ranked if r.score >= _NEARLY * ranked[0].score]
    against = [r for r in near if goes_against(index, question, r)]
    if len(against) == len(near):
        return ranked
    return [*(r for r in ranked if r not in against), *against]


def goes_against(index: OpenIndex, question: Question, lead: Ranked) -> str:
    """What of the question an answer led by this candidate would go against; empty when nothing."""
    if lead.item is None:
        return ""
    if _after_it(question, lead.item):
        return question.period.words if question.period else ""
    about_decision = question.intent in (Intent.DECISION, Intent.PRECEDENT)
    if question.period and about_decision and lead.features.period < OF_ITS_TIME:
        return question.period.words
    if question.period and not question.period.vague and lead.features.period == 0.0:
        return question.period.words  # neither met then, nor a word on that time
    text = fold(lead.item.item.span.of(index.corpus.text(lead.item.document))).lower()
    for match in _IDENTIFIER.finditer(_without_period(question)):
        number = re.escape(match["number"].rstrip(".").lower())
        if not re.search(rf"(?<![\w.]){number}(?![\w])", text):
            return match[0]
    return ""


def names_another(question: Question, sentence: str) -> bool:
    """Whether a sentence is of another number of what is asked about: "Klitvej 31" instead of 27."""
    for match in _IDENTIFIER.finditer(_without_period(question)):
        what, number = re.escape(match["what"].rstrip(".")), re.escape(match["number"].rstrip("."))
        named = re.findall(rf"\b{what}\.?\s+(\d[\w.]*\b)", sentence, re.IGNORECASE)
        if named and not any(re.fullmatch(number, other.rstrip("."), re.IGNORECASE) for other in named):
            return True
    return False


def _after_it(question: Question, item: StoredItem) -> bool:
    """Whether a question asks what happened on a day or in a month after an item's meeting."""
    period, met = question.period, item.meeting.date
    if period is None or met is None or period.first is None or period.last is None:
        return False
    a_month = (period.first.year, period.first.month) == (period.last.year, period.last.month)
    return a_month and period.first > met and bool(_HAPPENED.search(question.text))


def items_numbered(index: OpenIndex, question: Question, filters: Filters) -> list[StoredItem]:
    """The items of the meetings asked about that have the number asked for."""
    wanted = (question.item_no or "").lower()
    return [item for item in index.corpus.find_items(filters) if item.item.number.lower() == wanted]


def numbered_first(
    index: OpenIndex, question: Question, matcher: TermMatcher, filters: Filters, ranked: list[Ranked]
) -> list[Ranked]:
    """The candidates with those first that have the item number asked for, searched for if need be."""
    items = frozenset(item.id for item in items_numbered(index, question, filters))
    if not items:
        return ranked
    found = rank(index, question, matcher, retrieve(index, question, matcher, replace(filters, items=items)))
    chosen = {near.candidate.key for near in found}
    return [*found, *(near for near in ranked if near.candidate.key not in chosen)]


def _without_period(question: Question) -> str:
    period = question.period
    if period is None:
        return question.text
    return question.text[: period.start] + " " * (period.end - period.start) + question.text[period.end :]
