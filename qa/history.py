"""One case through time and committees: every decision on it, oldest first.

A decision may be known twice: from the minutes of the body that took it, and quoted in another's. Then
its own minutes are taken. One known only from another document's history section counts like any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indexer.minutes import Decision
from indexer.parsing.bodies import same_body
from indexer.stored import StoredItem
from qa.answer import CaseHistory, CaseStop, Quote, Role
from qa.decisions import own_decisions, prior_decisions, recommendation_of
from qa.quoting import Quoter

__all__ = ["Handling", "case_history", "handlings"]


@dataclass(frozen=True, slots=True)
class Handling:
    """One body's handling of a case on one day; ``decision`` is ``None`` where none is told."""

    item: StoredItem
    committee: str | None
    date: date | None
    decision: Decision | None


def handlings(items: Iterable[StoredItem]) -> list[Handling]:
    """All handlings found in the items, oldest first, each body and day once."""
    every = list(items)
    found: list[Handling] = []
    for item in every:
        own = own_decisions(item)
        head = item.meeting
        found += [Handling(item, head.committee, head.date, decision) for decision in own or (None,)]
    for item in every:
        for decision in prior_decisions(item):
            known = any(
                h.decision is not None
                and h.date == decision.date
                and same_body(h.committee, decision.committee)
                for h in found
            )
            if not known:
                found.append(Handling(item, decision.committee, decision.date, decision))
    return sorted(
        found,
        key=lambda h: (h.date or date.min, h.item.id, h.decision.span if h.decision else h.item.item.span),
    )


def case_history(case_no: str, items: Iterable[StoredItem], quoter: Quoter) -> CaseHistory:
    """The history of one case, quoted."""
    stops = []
    for handling in handlings(items):
        quotes: list[Quote] = []
        if handling.decision is not None:
            quotes.append(quoter.decision(handling.item, handling.decision))
            recommendation = recommendation_of(handling.item)
            if recommendation is not None and not handling.decision.prior:
                quotes.append(
                    quoter.from_item(
                        handling.item, recommendation.span, Role.RECOMMENDATION, recommendation.title
                    )
                )
        stops.append(
            CaseStop(
                handling.date, handling.committee, handling.item.item.title, handling.item.id, tuple(quotes)
            )
        )
    return CaseHistory(case_no, tuple(stops))
