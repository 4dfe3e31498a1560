"""An answer as the page shows it: the sentence, the leading quote set apart, and what hangs on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request

from api.citation import describe_coverage
from api.pages.quotations import ShownQuote, shown_quote
from api.pages.wording import INTENT_NOTES, OUTCOMES, SIDES, OutcomeLook, sureness
from qa.answer import Answer, DecisionDetails, Intent, Quote, Role, Vote
from qa.intents import is_english
from qa.phrases import phrases

__all__ = ["ShownAnswer", "shown_answer"]

_ROWS = frozenset({Intent.LIST, Intent.TIMELINE, Intent.PRECEDENT})
"""Answers that are a row of decisions, none of which leads."""


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One point of a decision beside the recommended point that it answers."""

    label: str
    outcome: OutcomeLook
    decided: ShownQuote
    recommended: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownVote:
    """What one quote tells of a vote, in words: "For: 10 stemmer", "Imod: V, C"."""

    sides: tuple[str, ...]
    quote: ShownQuote


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What the page draws.

    ``sentence`` leads into the first quote and is in the question's language, ``english`` or Danish.
    ``leading`` is that quote; ``None`` where a row of quotes (``row``) is the answer.
    ``decided`` is what came of the case where something else in it leads; ``others`` are further decisions
    in the case, ``passages`` further places that tell of it.
    """

    english: bool
    answerable: bool
    sentence: str
    sure: str
    sure_means: str
    row_heading: str
    leading: ShownQuote | None
    row: tuple[ShownQuote, ...]
    decided: ShownQuote | None
    noted: ShownQuote | None
    recommendation: ShownQuote | None
    points: tuple[ShownPoint, ...]
    votes: tuple[ShownVote, ...]
    dissent: tuple[ShownQuote, ...]
    next_steps: tuple[ShownQuote, ...]
    others: tuple[ShownQuote, ...]
    passages: tuple[ShownQuote, ...]
    nearest: tuple[ShownQuote, ...]
    coverage: str


def shown_answer(request: Request, answer: Answer) -> ShownAnswer:
    """The answer, its quotes sorted by what they are to the first of them."""

    def shown(quotes: Iterable[Quote]) -> tuple[ShownQuote, ...]:
        return tuple(shown_quote(request, quote) for quote in quotes)

    sure, sure_means = sureness(answer.confidence)
    in_row = answer.intent in _ROWS and len(answer.quotes) > 0
    leading = None if in_row or not answer.quotes else answer.quotes[0]
    rest = () if in_row else answer.quotes[1:]
    details = answer.details
    decided = _decision_on(leading, rest)
    recommendation = _recommendation_on(leading, rest)
    told_as_votes = {(v.quote.source.start, v.quote.source.end) for v in details.votes} if details else set()
    dissent = (
        details.dissent
        if details
        else tuple(q for q in rest if q.role is Role.DISSENT and _same_item(leading, q))
    )
    return ShownAnswer(
        english=is_english(answer.question),
        answerable=answer.answerable,
        sentence=_sentence(answer),
        sure=sure,
        sure_means=sure_means,
        row_heading=INTENT_NOTES.get(answer.intent.value, ""),
        leading=shown_quote(request, leading) if leading else None,
        row=shown(answer.quotes) if in_row else (),
        decided=shown_quote(request, decided) if decided else None,
        noted=shown_quote(request, details.noted) if details and details.noted else None,
        recommendation=shown_quote(request, recommendation) if recommendation else None,
        points=_points(request, details),
        votes=_votes(request, details),
        dissent=shown(q for q in dissent if (q.source.start, q.source.end) not in told_as_votes),
        next_steps=shown(details.next_steps) if details else (),
        others=shown(_further_decisions(leading, rest)),
        passages=shown(q for q in rest if q.role in (Role.PASSAGE, Role.MEETING)),
        nearest=shown(answer.nearest),
        coverage=describe_coverage(answer.coverage),
    )


def _sentence(answer: Answer) -> str:
    """The answer's template words up to its first quote; on one line, all of it where none is in it."""
    first_line = answer.answer.split("\n", 1)[0]
    if not answer.quotes:
        return first_line
    words = phrases(is_english(answer.question))
    return first_line.split(words.quoted(answer.quotes[0].text), 1)[0].rstrip(" :–") + ":"


def _decision_on(leading: Quote | None, rest: tuple[Quote, ...]) -> Quote | None:
    if leading is None or leading.role in (Role.DECISION, Role.PRIOR_DECISION):
        return None
    return next((q for q in rest if q.role is Role.DECISION and _same_item(leading, q)), None)


def _recommendation_on(leading: Quote | None, rest: tuple[Quote, ...]) -> Quote | None:
    return next((q for q in rest if q.role is Role.RECOMMENDATION and _same_item(leading, q)), None)


def _same_item(leading: Quote | None, quote: Quote) -> bool:
    return leading is not None and quote.source.item_id == leading.source.item_id


def _further_decisions(leading: Quote | None, rest: tuple[Quote, ...]) -> list[Quote]:
    """Other bodies' and other days' decisions, oldest first, each body and day once."""
    if leading is None:
        return []
    seen = {(leading.body, leading.body_date)}
    found = []
    for quote in rest:
        key = (quote.body, quote.body_date)
        if quote.role in (Role.DECISION, Role.PRIOR_DECISION) and key not in seen:
            seen.add(key)
            found.append(quote)
    return sorted(found, key=lambda q: (q.body_date is not None, q.body_date))


def _points(request: Request, details: DecisionDetails | None) -> tuple[ShownPoint, ...]:
    return tuple(
        ShownPoint(
            point.label,
            OUTCOMES[point.outcome],
            shown_quote(request, point.decided),
            shown_quote(request, point.recommended) if point.recommended else None,
        )
        for point in (details.points if details else ())
    )


def _votes(request: Request, details: DecisionDetails | None) -> tuple[ShownVote, ...]:
    by_quote: dict[Quote, list[Vote]] = {}
    for vote in details.votes if details else ():
        by_quote.setdefault(vote.quote, []).append(vote)
    return tuple(
        ShownVote(tuple(map(_side, votes)), shown_quote(request, quote)) for quote, votes in by_quote.items()
    )


def _side(vote: Vote) -> str:
    stemmer = "stemme" if vote.count == 1 else "stemmer"
    told = (f"{vote.count} {stemmer}" if vote.count is not None else "", ", ".join(vote.parties))
    return ": ".join(part for part in (SIDES[vote.side], " – ".join(filter(None, told))) if part)
