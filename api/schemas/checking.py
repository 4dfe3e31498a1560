"""How one file is understood."""

import datetime as dt

from pydantic import Field

from api.schemas.minutes import DecisionOut, PersonOut, PieceOut, SectionOut
from api.schemas.record import Record
from indexer.minutes import AgendaItem, Decision, MeetingKind, Point
from indexer.source_text import fold
from indexer.understanding import Understood
from qa.outcomes import Outcome, outcome_of

__all__ = ["CheckOut", "CheckedDecisionOut", "CheckedItemOut"]


class PointOut(PieceOut):
    """One numbered point of a recommendation or decision."""

    label: str

    @classmethod
    def of(cls, point: Point, text: str) -> "PointOut":
        """The point with its words."""
        words = fold(point.span.of(text))
        return cls(label=point.label, text=words, start=point.span.start, end=point.span.end)


class DecidedPointOut(PointOut):
    """A point of a decision, with what came of it."""

    outcome: Outcome


class CheckedDecisionOut(DecisionOut):
    """A decision with how it is read."""

    outcome: Outcome
    points: list[DecidedPointOut]

    @classmethod
    def of(cls, decision: Decision, text: str) -> "CheckedDecisionOut":
        """The decision with its words."""
        points = [
            DecidedPointOut(**PointOut.of(point, text).model_dump(), outcome=outcome_of(point.span.of(text)))
            for point in decision.points
        ]
        told = DecisionOut.of(decision, text).model_dump()
        return cls(**told, outcome=outcome_of(decision.span.of(text)), points=points)


class CheckedItemOut(Record):
    """An item as it was found. A closed one has a title and nothing more."""

    number: str
    title: str
    case_no: str | None
    closed: bool
    page: int | None
    url: str | None
    sections: list[SectionOut]
    recommendation: list[PointOut] = Field(description="Its numbered points, where it has some.")
    decisions: list[CheckedDecisionOut] = Field(description="The meeting's own first, then earlier ones.")
    attachments: list[str] = Field(description="Titles of the papers listed with the item.")

    @classmethod
    def of(cls, item: AgendaItem, text: str) -> "CheckedItemOut":
        """The item, its pieces cut from the text."""
        return cls(
            number=item.number,
            title=item.title,
            case_no=item.case_no,
            closed=item.closed,
            page=item.page,
            url=item.url,
            sections=[SectionOut.of(section, text) for section in item.sections],
            recommendation=[PointOut.of(point, text) for point in item.recommendation],
            decisions=[CheckedDecisionOut.of(decision, text) for decision in item.decisions],
            attachments=[attachment.title for attachment in item.attachments],
        )


class CheckOut(Record):
    """A file as it is understood, what is closed left out and CPR numbers masked. Null: it does not say."""

    file: str
    kind: MeetingKind
    supplementary: bool = Field(description="It adds to another agenda of the same meeting.")
    layout: str | None = Field(description="The layout whose item headings were found.")
    municipality: str | None
    committee: str | None
    date: dt.date | None
    time: dt.time | None
    place: str | None
    attendance: list[PersonOut]
    items: list[CheckedItemOut]
    ocr_pages: int = Field(description="Pages recognised in a picture.")
    masked: int = Field(description="CPR numbers that were masked.")
    warnings: list[str] = Field(description="In Danish: what is unsure.")

    @classmethod
    def of(cls, file: str, known: Understood) -> "CheckOut":
        """What was understood of a file with this name."""
        meeting, text = known.meeting, known.source.text
        return cls(
            file=file,
            kind=meeting.kind,
            supplementary=meeting.supplementary,
            layout=meeting.layout,
            municipality=meeting.municipality,
            committee=meeting.committee,
            date=meeting.date,
            time=meeting.time,
            place=meeting.place,
            attendance=[PersonOut.of(person, text) for person in meeting.attendance],
            items=[CheckedItemOut.of(item, text) for item in meeting.items],
            ocr_pages=len(known.source.ocr_pages),
            masked=known.masked,
            warnings=list(known.warnings),
        )
