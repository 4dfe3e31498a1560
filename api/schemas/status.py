"""What an index holds, in figures."""

import datetime as dt

from pydantic import Field

from api.schemas.record import Record
from indexer.corpus import Corpus
from indexer.filters import Filters

__all__ = ["StatusOut"]


class StatusOut(Record):
    """An index in figures."""

    documents: int
    meetings: int = Field(description="Documents that are the minutes or the agenda of a meeting.")
    items: int
    closed: int = Field(
        description="Items treated behind closed doors: their public titles are kept, no more."
    )
    decisions: int
    masked: int = Field(description="CPR numbers that were masked.")
    unreadable: int = Field(description="Files that could not be taken in.")
    municipalities: list[str]
    committees: list[str]
    first: dt.date | None = Field(serialization_alias="from", description="Date of the first meeting.")
    last: dt.date | None = Field(serialization_alias="to", description="Date of the last meeting.")
    model: str | None = Field(description="The embedding model, its prompts included.")

    @classmethod
    def of(cls, corpus: Corpus) -> "StatusOut":
        """The figures of a corpus as it is now."""
        documents, meetings, reach = corpus.documents(), corpus.meetings(), corpus.reach(Filters())
        return cls(
            documents=len(documents),
            meetings=len(meetings),
            items=sum(meeting.items for meeting in meetings),
            closed=sum(meeting.closed for meeting in meetings),
            decisions=sum(meeting.decisions for meeting in meetings),
            masked=sum(document.masked for document in documents),
            unreadable=len(corpus.failures()),
            municipalities=corpus.municipalities(),
            committees=corpus.committees(),
            first=reach.first,
            last=reach.last,
            model=corpus.model(),
        )
