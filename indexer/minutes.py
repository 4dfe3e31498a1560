"""The records of a meeting: what a parser finds and everything above works with.

All are frozen. Spans are character offsets into the document's stored text. Names follow Danish
municipal practice in English: a *meeting* of a *committee* handles *agenda items*; an item has
*sections*, among them the administration's *recommendation* (indstilling) and the *decision*
(beslutning); other committees' earlier decisions may be quoted inside an item.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from indexer.source_text import Span

__all__ = [
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Decision",
    "Meeting",
    "MeetingKind",
    "Point",
    "Section",
    "SectionKind",
]


class SectionKind(StrEnum):
    """What a section of an agenda item is, whatever the municipality calls it.

    ``ATTACHMENTS`` is the list of papers in the minutes, ``ATTACHMENT`` the text of one such paper.
    The last two are of chunks only: the head of a meeting (place, attendance), and a passage of a
    document in which no items were recognised.
    """

    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    PRIOR_DECISION = "prior_decision"
    HISTORY = "history"
    PROPOSAL = "proposal"
    SUMMARY = "summary"
    BACKGROUND = "background"
    ECONOMY = "economy"
    LEGAL = "legal"
    HEARING = "hearing"
    ALTERNATIVES = "alternatives"
    PROCESS = "process"
    COMPETENCE = "competence"
    ENDORSEMENT = "endorsement"
    ABSENCE = "absence"
    ATTACHMENTS = "attachments"
    ATTACHMENT = "attachment"
    OTHER = "other"
    MEETING = "meeting"
    PASSAGE = "passage"


class MeetingKind(StrEnum):
    """Minutes hold decisions; an agenda was published before the meeting and holds none."""

    MINUTES = "minutes"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an item under one heading. ``span`` is the body, without the heading.

    ``title`` is the heading as written ("" for text before the first heading); ``page`` is where
    the body begins, ``None`` without pages.
    """

    kind: SectionKind
    title: str
    span: Span
    page: int | None


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point of a recommendation or decision; ``label`` as written, bare: "1", "A"."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """What one body decided on an item.

    ``committee`` and ``date`` are the deciding body's own: the meeting's for its own decision, the
    earlier body's for a quoted one (``prior``); they are ``None`` where the text does not say.
    ``item_number`` is the number the item had there. ``points`` is empty when undivided.
    """

    span: Span
    page: int | None
    section: str
    committee: str | None
    date: date | None
    item_number: str | None = None
    prior: bool = False
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at (or absent from) a meeting; ``span`` covers name, party, role and absence."""

    name: str
    span: Span
    role: str | None = None
    party: str | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper listed with an item (bilag); ``span`` is its title in the text."""

    title: str
    span: Span
    number: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a meeting. A closed one has a title and nothing more.

    ``number`` is as written ("70", "3a"). ``span`` runs from the heading to the next item.
    ``decisions`` holds the meeting's own first, then the earlier ones in text order.
    """

    number: str
    title: str
    title_span: Span
    span: Span
    page: int | None
    case_no: str | None = None
    closed: bool = False
    sections: tuple[Section, ...] = ()
    recommendation: tuple[Point, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    url: str | None = None

    def section_at(self, offset: int) -> Section | None:
        """The section in whose body a character offset lies; ``None`` outside every one."""
        return next((s for s in self.sections if s.span.start <= offset < s.span.end), None)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as its document tells it. ``warnings`` (Danish) is what the parser was unsure of.

    ``supplementary``: it adds to another agenda (tillægsdagsorden) of the same meeting.

    ``header`` is the span before the first item (or contents page): date, place, attendance.
    ``other_name`` is what the headings of decisions call the committee, where that is never its name in the
    head; ``ended_span`` says when the meeting ended.
    ``None`` means that the document does not say. ``layout`` names the row of the layout table.
    """

    kind: MeetingKind
    layout: str | None
    municipality: str | None
    committee: str | None
    date: date | None
    time: time | None
    place: str | None
    header: Span
    attendance: tuple[Attendance, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    url: str | None = None
    warnings: tuple[str, ...] = ()
    committee_span: Span | None = None
    date_span: Span | None = None
    place_span: Span | None = None
    ended_span: Span | None = None
    other_name: str | None = None
    supplementary: bool = False
