"""What a caller may send: a question, a search, and what to narrow it to."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from indexer.minutes import SectionKind

__all__ = ["AskIn", "MeetingsIn", "SearchIn"]

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Narrowing(BaseModel):
    """The filters that questions, searches and lists of meetings share."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    municipality: str | None = Field(default=None, description="Only this municipality's minutes.")
    committee: str | None = Field(
        default=None, description="Only this committee; a part of its name will do.", examples=["Teknik"]
    )
    date_from: dt.date | None = Field(
        default=None, alias="from", description="Only meetings on this day or later.", examples=["2024-01-01"]
    )
    date_to: dt.date | None = Field(
        default=None, alias="to", description="Only meetings on this day or earlier.", examples=["2025-12-31"]
    )


class AskIn(_Narrowing):
    """A question, in Danish, about what was decided."""

    question: _Words = Field(
        description="The question. The server sets a limit on its length (1,000 characters by default).",
        examples=["Hvad blev der besluttet om cykelstien langs Havnevej?"],
    )


class SearchIn(_Narrowing):
    """Words to search for, and what to narrow the search to."""

    q: _Words = Field(description="Words, in Danish; their meaning counts, not only their spelling.")
    case_no: str | None = Field(default=None, description="Only this case.", examples=["24/1187"])
    kind: list[SectionKind] = Field(default=[], description="Only sections of these kinds; none: all.")
    mode: Literal["hybrid", "semantic", "keyword"] = Field(
        default="hybrid", description="Search by words and meaning, by meaning alone, or by words alone."
    )
    limit: int = Field(default=10, ge=1, le=100, description="At most so many hits.")
    offset: int = Field(default=0, ge=0, le=10_000, description="Leave out so many of the best hits.")


class MeetingsIn(_Narrowing):
    """Which meetings to list."""

    limit: int = Field(default=100, ge=1, le=1000, description="At most so many.")
    offset: int = Field(default=0, ge=0, description="Leave out so many of the newest.")
