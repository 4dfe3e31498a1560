"""Answers, hits and case histories: whatever is made of quotes."""

import datetime as dt
from collections.abc import Iterable

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.record import Record
from qa.answer import Intent, Role, SearchHit, Side
from qa.outcomes import Outcome

__all__ = [
    "AnswerOut",
    "CaseOut",
    "CoverageOut",
    "DetailsOut",
    "HitOut",
    "HitsOut",
    "QuoteOut",
    "SourceOut",
]

_SOURCE_EXAMPLE: JsonDict = {
    "document": "teknik-og-miljoeudvalget-2024-03-12",
    "municipality": "Tranevig",
    "committee": "Teknik- og Miljøudvalget",
    "date": "2024-03-12",
    "item": "14",
    "title": "Cykelsti langs Havnevej",
    "case_no": "24/1187",
    "section": "Beslutning",
    "page": 3,
    "start": 5120,
    "end": 5143,
    "url": None,
    "item_id": "teknik-og-miljoeudvalget-2024-03-12.14",
}
_QUOTE_EXAMPLE: JsonDict = {
    "text": "Godkendt som indstillet.",
    "role": "decision",
    "body": "Teknik- og Miljøudvalget",
    "body_date": "2024-03-12",
    "outcome": "approved",
    "source": _SOURCE_EXAMPLE,
}


class SourceOut(Record):
    """Where a quote stands."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, json_schema_extra={"examples": [_SOURCE_EXAMPLE]}
    )

    document: str = Field(description="The document, as addressed by `/v1/documents/{id}`.")
    municipality: str | None = Field(description="Null where the minutes do not say.")
    committee: str | None = Field(description="The body whose minutes these are.")
    date: dt.date | None = Field(description="When that body met.")
    item: str | None = Field(description="The item's number as written; null outside items.")
    title: str | None = Field(description="The item's title.")
    case_no: str | None = Field(description="The case number as written.")
    section: str | None = Field(description="The heading of the section as written.")
    page: int | None = Field(description="Page, from 1; null for formats without pages.")
    start: int = Field(description="Where the quote begins: characters into the document's stored text.")
    end: int = Field(description="Where the quote ends (exclusive).")
    url: str | None = Field(description="The item on the municipality's own site, where known.")
    item_id: str | None = Field(description="The item, as addressed by `/v1/items/{id}`.")


class QuoteOut(Record):
    """A quote: the stored text from `start` to `end`, runs of white space folded to one space."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, json_schema_extra={"examples": [_QUOTE_EXAMPLE]}
    )

    text: str = Field(description="Word for word.")
    role: Role = Field(description="What the quote is in its minutes.")
    body: str | None = Field(
        description="The body that said it: of an earlier decision quoted, the one that took it.",
        examples=["Teknik- og Miljøudvalget"],
    )
    body_date: dt.date | None = Field(description="When that body said it.", examples=["2024-03-12"])
    outcome: Outcome | None = Field(
        description="What came of it, where the quote is a decision or a part of one.", examples=["approved"]
    )
    source: SourceOut


class CoverageOut(Record):
    """What was searched."""

    meetings: int = Field(description="Number of meetings.")
    committees: list[str] = Field(description="Their committees.")
    first: dt.date | None = Field(serialization_alias="from", description="Date of the first meeting.")
    last: dt.date | None = Field(serialization_alias="to", description="Date of the last meeting.")
    filters: dict[str, str] = Field(description="What the question and the request narrowed it to.")


class PointOut(Record):
    """One numbered point: what was decided on it."""

    label: str = Field(description="The point's number or letter as written.", examples=["2"])
    outcome: Outcome = Field(description="What came of this point.")
    decided: QuoteOut
    recommended: QuoteOut | None = Field(description="The recommended point it answers, where there is one.")


class VoteOut(Record):
    """One side of a vote."""

    side: Side
    count: int | None = Field(description="How many; null where the minutes do not say.", examples=[13])
    parties: list[str] = Field(description="Party letters or names, as far as told.", examples=[["A", "F"]])
    quote: QuoteOut


class DetailsOut(Record):
    """The leading decision read closely. Every part is quoted; each may be empty."""

    outcome: Outcome
    points: list[PointOut] = Field(description="Point for point, where the decision is divided.")
    votes: list[VoteOut] = Field(description="Who voted how.")
    dissent: list[QuoteOut] = Field(description="Reservations, minorities, and what was put on record.")
    next_steps: list[QuoteOut] = Field(description="What is to be done next, and by whom.")
    noted: QuoteOut | None = Field(description="What was taken note of, where that is the whole outcome.")


class AnswerOut(Record):
    """An answer: template words and quotes, nothing generated."""

    question: str
    intent: Intent = Field(description="What kind of answer the question was taken to ask for.")
    answerable: bool = Field(description="False: these minutes do not answer the question.")
    confidence: float = Field(ge=0, le=1, description="How sure the answer is, 0 to 1.")
    answer: str = Field(description="The answer in Danish.")
    quotes: list[QuoteOut] = Field(description="What the answer rests on, best first.")
    nearest: list[QuoteOut] = Field(description="When not answerable: the nearest passages. Not an answer.")
    coverage: CoverageOut
    details: DetailsOut | None = Field(
        description="The leading decision read closely, where the answer leads with one."
    )


class HitOut(QuoteOut):
    """One hit of a search."""

    score: float = Field(description="Comparable within one search only.")

    @classmethod
    def of(cls, hit: SearchHit) -> "HitOut":
        """The hit with its quote's fields beside the score."""
        return cls(**dict(QuoteOut.model_validate(hit.quote)), score=hit.score)


class HitsOut(Record):
    """Hits, best first. Fewer than the limit: there are no more."""

    hits: list[HitOut]

    @classmethod
    def of(cls, hits: Iterable[SearchHit]) -> "HitsOut":
        """The hits of one search."""
        return cls(hits=[HitOut.of(hit) for hit in hits])


class CaseStopOut(Record):
    """One handling of a case."""

    date: dt.date | None
    committee: str | None
    title: str
    item_id: str = Field(description="The item, as addressed by `/v1/items/{id}`.")
    quotes: list[QuoteOut] = Field(description="The decision first; empty where the item is closed.")


class CaseOut(Record):
    """A case through time and committees, oldest first."""

    case_no: str
    stops: list[CaseStopOut]
