"""What the index holds: documents, meetings, items."""

import datetime as dt
from pathlib import PurePath

from pydantic import Field

from api.schemas.moments import Clock
from api.schemas.record import Record
from indexer.minutes import Attendance, Decision, Meeting, MeetingKind, Section, SectionKind
from indexer.source_text import fold
from indexer.stored import StoredDocument, StoredItem, StoredMeeting

__all__ = ["DocumentOut", "DocumentsOut", "ItemOut", "MeetingOut", "MeetingWithItemsOut", "MeetingsOut"]


class DocumentOut(Record):
    """A document of the index."""

    id: str = Field(examples=["teknik-og-miljoeudvalget-2024-03-12"])
    file: str = Field(description="The name of the file it was read from.")
    format: str = Field(examples=["pdf"])
    pages: int | None = Field(description="Null for formats without pages.")
    kind: MeetingKind
    municipality: str | None
    committee: str | None
    date: dt.date | None
    items: int
    ocr_pages: int = Field(description="Pages recognised in a picture.")
    masked: int = Field(description="CPR numbers that were masked.")
    superseded_by: str | None = Field(
        description="The document that tells the same meeting better: this one is not answered from."
    )
    part_of: str | None = Field(description="The meeting that a supplementary agenda belongs to.")
    warnings: list[str] = Field(description="In Danish: what the reader and the parser were unsure of.")
    indexed_at: dt.datetime

    @classmethod
    def of(cls, document: StoredDocument) -> "DocumentOut":
        """The document, its file without the folders that lead to it."""
        return cls(
            id=document.id,
            file=PurePath(document.path).name,
            format=document.format,
            pages=document.pages,
            kind=document.kind,
            municipality=document.municipality,
            committee=document.committee,
            date=document.date,
            items=document.items,
            ocr_pages=document.ocr_pages,
            masked=document.masked,
            superseded_by=document.superseded_by,
            part_of=document.part_of,
            warnings=list(document.warnings),
            indexed_at=document.indexed_at.replace(tzinfo=dt.UTC),  # kept so
        )


class DocumentsOut(Record):
    """All documents of the index."""

    documents: list[DocumentOut]

    @classmethod
    def of(cls, documents: list[StoredDocument]) -> "DocumentsOut":
        """The list as the corpus gives it."""
        return cls(documents=[DocumentOut.of(document) for document in documents])


class HeadOut(Record):
    """A meeting without its items. Null: the minutes do not say."""

    document: str = Field(description="Its document, which is also its id.")
    kind: MeetingKind
    municipality: str | None
    committee: str | None
    date: dt.date | None
    time: Clock | None
    place: str | None
    url: str | None = Field(description="The meeting on the municipality's own site, where known.")


class MeetingOut(HeadOut):
    """A meeting in a list."""

    id: str
    items: int
    closed: int = Field(
        description="Items treated behind closed doors: their public titles are kept, no more."
    )
    decisions: int

    @classmethod
    def of(cls, meeting: StoredMeeting) -> "MeetingOut":
        """The head and the counts side by side."""
        head = HeadOut.model_validate(meeting.head).model_dump()
        counts = {"items": meeting.items, "closed": meeting.closed, "decisions": meeting.decisions}
        return cls.model_validate({"id": meeting.id, **counts, **head})


class MeetingsOut(Record):
    """Meetings, newest first."""

    meetings: list[MeetingOut]


class PieceOut(Record):
    """A piece of a document, word for word: its stored text from `start` to `end`, white space folded."""

    text: str
    start: int
    end: int


class PersonOut(PieceOut):
    """One person at a meeting, or absent from it."""

    name: str
    role: str | None
    party: str | None
    absent: bool

    @classmethod
    def of(cls, person: Attendance, text: str) -> "PersonOut":
        """The person with what the minutes say of them."""
        return cls(
            name=person.name,
            role=person.role,
            party=person.party,
            absent=person.absent,
            text=fold(person.span.of(text)),
            start=person.span.start,
            end=person.span.end,
        )


class ItemTitleOut(Record):
    """An item in the list of its meeting."""

    id: str = Field(examples=["teknik-og-miljoeudvalget-2024-03-12.14"])
    number: str = Field(description="As written.")
    title: str
    case_no: str | None
    closed: bool

    @classmethod
    def of(cls, stored: StoredItem) -> "ItemTitleOut":
        """The item without its words."""
        item = stored.item
        return cls(
            id=stored.id, number=item.number, title=item.title, case_no=item.case_no, closed=item.closed
        )


class MeetingWithItemsOut(HeadOut):
    """A meeting with who was there and what was on the agenda."""

    id: str
    attendance: list[PersonOut]
    items: list[ItemTitleOut]

    @classmethod
    def of(
        cls, meeting_id: str, meeting: Meeting, items: list[StoredItem], text: str
    ) -> "MeetingWithItemsOut":
        """The meeting, what is said of each person cut from the document's stored text."""
        return cls(
            id=meeting_id,
            document=meeting_id,
            kind=meeting.kind,
            municipality=meeting.municipality,
            committee=meeting.committee,
            date=meeting.date,
            time=meeting.time,
            place=meeting.place,
            url=meeting.url,
            attendance=[PersonOut.of(person, text) for person in meeting.attendance],
            items=[ItemTitleOut.of(item) for item in items],
        )


class SectionOut(PieceOut):
    """A section of an item."""

    kind: SectionKind
    title: str = Field(description="The heading as written; empty before the first one.")
    page: int | None

    @classmethod
    def of(cls, section: Section, text: str) -> "SectionOut":
        """The section with its words."""
        return cls(
            kind=section.kind,
            title=section.title,
            page=section.page,
            text=fold(section.span.of(text)),
            start=section.span.start,
            end=section.span.end,
        )


class DecisionOut(PieceOut):
    """What a body decided on an item."""

    section: str
    committee: str | None
    date: dt.date | None
    item: str | None = Field(description="The item's number in that body's own minutes, where known.")
    prior: bool = Field(description="An earlier decision, quoted in these minutes.")
    page: int | None

    @classmethod
    def of(cls, decision: Decision, text: str) -> "DecisionOut":
        """The decision with its words."""
        return cls(
            section=decision.section,
            committee=decision.committee,
            date=decision.date,
            item=decision.item_number,
            prior=decision.prior,
            page=decision.page,
            text=fold(decision.span.of(text)),
            start=decision.span.start,
            end=decision.span.end,
        )


class ItemOut(Record):
    """An item with its sections and decisions. A closed one has a title and nothing more."""

    id: str
    meeting: HeadOut
    number: str
    title: str
    case_no: str | None
    closed: bool
    page: int | None
    url: str | None
    decisions: list[DecisionOut] = Field(description="The meeting's own first, then the earlier ones.")
    sections: list[SectionOut] = Field(description="Without the texts of attachments.")
    attachments: list[str] = Field(description="Titles of the papers listed with the item.")

    @classmethod
    def of(cls, stored: StoredItem, text: str) -> "ItemOut":
        """The item, its pieces cut from the document's stored text."""
        item = stored.item
        return cls(
            id=stored.id,
            number=item.number,
            title=item.title,
            case_no=item.case_no,
            closed=item.closed,
            meeting=HeadOut.model_validate(stored.meeting),
            page=item.page,
            url=item.url,
            decisions=[DecisionOut.of(decision, text) for decision in item.decisions],
            sections=[
                SectionOut.of(section, text)
                for section in item.sections
                if section.kind is not SectionKind.ATTACHMENT  # they can be books
            ],
            attachments=[attachment.title for attachment in item.attachments],
        )
