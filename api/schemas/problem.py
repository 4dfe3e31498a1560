"""Errors and signs of life."""

from typing import Literal

from pydantic import Field

from api.schemas.record import Record

__all__ = ["Health", "Problem"]


class ProblemPart(Record):
    """One thing that is wrong with a request."""

    where: str = Field(description="The field.", examples=["question"])
    what: str = Field(examples=["Field required"])


class Problem(Record):
    """An error (RFC 9457, `application/problem+json`)."""

    type: str = Field(default="about:blank", description="The status says it all.")
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(description="What happened and what to do.")
    request_id: str | None = Field(
        default=None, description="Also in the header X-Request-ID and in the server's log."
    )
    errors: list[ProblemPart] | None = Field(default=None, description="With 422: each field that is wrong.")


class Health(Record):
    """One word."""

    status: Literal["ok", "ready"]
