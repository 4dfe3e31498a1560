"""Answers, hits and case histories: whatever is made of quotes."""

import datetime as dt
from collections.abc import Iterable

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from api.schemas.record import Record
from qa.answer import Intent, Role, SearchHit

__all__ = ["AnswerOut", "CaseOut", "CoverageOut", "HitOut", "HitsOut", "QuoteOut", "SourceOut"]

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
_QUOTE_EXAMPLE: JsonDict = {"text": "Godkendt som indstillet.", "role": "decision", "source": _SOURCE_EXAMPLE}


class SourceOut(Record):
    """Where a quote stands."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, json_schema_extra={"examples": [_SOURCE_EXAMPLE]}
    )

    document: str = Field(description="The document, as addressed by `/v1/documents/{id}`.")
    municipality: str | None = Field(description="Null where the minutes do not say.")
    committee: str | None = Field(description="The body that said it.")
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
    source: SourceOut


class CoverageOut(Record):
    """What was searched."""

    meetings: int = Field(description="Number of meetings.")
    committees: list[str] = Field(description="Their committees.")
    first: dt.date | None = Field(serialization_alias="from", description="Date of the first meeting.")
    last: dt.date | None = Field(serialization_alias="to", description="Date of the last meeting.")
    filters: dict[str, str] = Field(description="What the question and the request narrowed it to.")


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


class HitOut(QuoteOut):
    """One hit of a search."""

    score: float = Field(description="Comparable within one search only.")

    @classmethod
    def of(cls, hit: SearchHit) -> "HitOut":
        """The hit with its quote's fields beside the score."""
        quote = QuoteOut.model_validate(hit.quote)
        return cls(text=quote.text, role=quote.role, source=quote.source, score=hit.score)


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
