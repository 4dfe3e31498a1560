"""What a caller may send: a question, and what to narrow it or a list of meetings to."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.schemas.moments import Day

__all__ = ["AskIn", "Dated", "MeetingsIn", "Words"]

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Dated(BaseModel):
    """The days that questions, searches and lists of meetings are narrowed to."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    date_from: Day | None = Field(
        default=None, alias="from", description="Only meetings on this day or later.", examples=["2024-01-01"]
    )
    date_to: Day | None = Field(
        default=None, alias="to", description="Only meetings on this day or earlier.", examples=["2025-12-31"]
    )


class _Narrowing(Dated):
    """The filters that questions and lists of meetings share."""

    municipality: str | None = Field(default=None, description="Only this municipality's minutes.")
    committee: str | None = Field(
        default=None,
        description="Only this committee; a part of its name will do, or its initials.",
        examples=["Teknik"],
    )


class AskIn(_Narrowing):
    """A question, in Danish, about what was decided."""

    question: Words = Field(
        description="The question. The server sets a limit on its length (1,000 characters by default).",
        examples=["Hvad blev der besluttet om cykelstien langs Havnevej?"],
    )


class MeetingsIn(_Narrowing):
    """Which meetings to list."""

    limit: int = Field(default=100, ge=1, le=1000, description="At most so many.")
    offset: int = Field(default=0, ge=0, description="Leave out so many of the newest.")
