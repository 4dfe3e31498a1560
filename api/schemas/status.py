"""What an index holds, in figures."""

import datetime as dt
from pathlib import Path

from pydantic import Field

from api.schemas.record import Record
from indexer.corpus import Corpus
from indexer.filters import Filters
from indexer.overview import FETCHED, PortalOverview, overview

__all__ = ["StatusOut"]

_MOST_MISSING = 100


class PartOut(Record):
    """One committee's year. Null: the minutes do not say."""

    municipality: str | None
    committee: str | None
    year: int | None
    meetings: int
    agendas: int = Field(description="Meetings of which only the agenda is here.")
    items: int
    closed: int
    decisions: int
    documents: int
    with_warnings: int = Field(description="Documents with warnings.")
    ocr_pages: int = Field(description="Pages recognised in a picture.")
    masked: int = Field(description="CPR numbers that were masked.")
    fetched: dt.datetime | None = Field(description="When a portal was last asked for any of it (UTC).")


class UnindexedOut(Record):
    """A meeting that a portal lists and the index does not hold."""

    committee: str
    date: dt.date | None
    name: str = Field(description="What the portal says there is of it, such as Referat.")
    kept: bool = Field(description="It was fetched, but is not indexed.")


class PortalOut(Record):
    """One portal that was fetched from, as it was then."""

    portal: str
    listed: int
    last_fetch: dt.datetime | None
    missing: int = Field(description="Meetings that it lists and the index does not hold.")
    newest_missing: list[UnindexedOut]

    @classmethod
    def of(cls, portal: PortalOverview) -> "PortalOut":
        """The portal with the newest of what is missing."""
        newest = [UnindexedOut.model_validate(each) for each in portal.missing[:_MOST_MISSING]]
        return cls(
            portal=portal.portal,
            listed=portal.listed,
            last_fetch=portal.last_fetch,
            missing=len(portal.missing),
            newest_missing=newest,
        )


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
    superseded: int = Field(description="Documents whose meeting another document tells better.")
    parts: list[PartOut] = Field(description="By municipality, committee and year.")
    portals: list[PortalOut]

    @classmethod
    def of(cls, corpus: Corpus, data: Path) -> "StatusOut":
        """The figures of the corpus in a data folder as it is now."""
        told = overview(corpus, data / FETCHED)
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
            superseded=sum(document.superseded_by is not None for document in documents),
            parts=[PartOut.model_validate(part) for part in told.parts],
            portals=[PortalOut.of(portal) for portal in told.portals],
        )
