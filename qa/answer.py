"""What a question gets back. Everything quoted carries its place in the stored text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qa.outcomes import Outcome

__all__ = [
    "Answer",
    "CaseHistory",
    "CaseStop",
    "Coverage",
    "DecisionDetails",
    "Intent",
    "PointDecided",
    "Quote",
    "Role",
    "SearchHit",
    "Side",
    "Source",
    "Vote",
]


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    DECISION = "decision"
    FACT = "fact"
    MEETING = "meeting"
    TIMELINE = "timeline"
    PRECEDENT = "precedent"
    LIST = "list"


class Side(StrEnum):
    """How a vote was cast."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Role(StrEnum):
    """What a quote is in its minutes."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    DISSENT = "dissent"
    PRIOR_DECISION = "prior_decision"
    PASSAGE = "passage"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quote stands. ``start`` and ``end`` are character offsets into the stored text.

    ``committee`` and ``date`` are those of the meeting whose minutes it stands in. ``item_id`` addresses the
    item (``/v1/items/{id}``).
    """

    document: str
    municipality: str | None
    committee: str | None
    date: date | None
    item: str | None
    title: str | None
    case_no: str | None
    section: str | None
    page: int | None
    start: int
    end: int
    url: str | None
    item_id: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """``text`` equals ``fold(stored_text[source.start:source.end])``, checked when it is built.

    ``body`` and ``body_date`` say who said it and when: the meeting's own committee and date, but for an
    earlier decision quoted inside an item those of the body that took it. ``outcome`` is that of a decision.
    """

    text: str
    role: Role
    source: Source
    body: str | None = None
    body_date: date | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class PointDecided:
    """One numbered point: what was decided, with the recommended point it answers where there is one."""

    label: str
    outcome: Outcome
    decided: Quote
    recommended: Quote | None


@dataclass(frozen=True, slots=True)
class Vote:
    """One side of a vote: "for", "against" or "abstained"; ``count`` and ``parties`` as far as told."""

    side: Side
    count: int | None
    parties: tuple[str, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class DecisionDetails:
    """The leading decision read closely. Every part is quoted; each may be empty.

    ``noted`` is what was taken note of, where the outcome is only that it was.
    """

    outcome: Outcome
    points: tuple[PointDecided, ...]
    votes: tuple[Vote, ...]
    dissent: tuple[Quote, ...]
    next_steps: tuple[Quote, ...]
    noted: Quote | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was searched: number of meetings, their committees, first and last date, filters used.

    ``filters`` maps a filter's name (municipality, committee, from, to, case_no) to its value as text.
    """

    meetings: int
    committees: tuple[str, ...]
    first: date | None
    last: date | None
    filters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer. ``nearest`` is filled when ``answerable`` is false. Confidence is 0..1.

    ``details`` reads the leading decision closely, where the answer leads with one.
    """

    question: str
    intent: Intent
    answerable: bool
    confidence: float
    answer: str
    quotes: tuple[Quote, ...]
    nearest: tuple[Quote, ...]
    coverage: Coverage
    details: DecisionDetails | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One hit of a search: the passage as a quote, and a score comparable only within one search."""

    quote: Quote
    score: float


@dataclass(frozen=True, slots=True)
class CaseStop:
    """One handling of a case: when, by whom, and its quotes (decision first, then recommendation).

    ``quotes`` is empty where the item is closed or tells no decision.
    """

    date: date | None
    committee: str | None
    title: str
    item_id: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """A case through time and committees, oldest first; earlier decisions quoted in items included."""

    case_no: str
    stops: tuple[CaseStop, ...]
