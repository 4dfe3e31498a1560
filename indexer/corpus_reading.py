"""Rows of the tables as records again; every function is a handful of queries, however many it fetches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, or_, select

from indexer import corpus_tables as t
from indexer.minutes import (
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Meeting,
    MeetingKind,
    Point,
    Section,
    SectionKind,
)
from indexer.source_text import Heading, SourceText, Span
from indexer.stored import MeetingHead, StoredChunk, StoredDocument, StoredItem, StoredMeeting

__all__ = [
    "batched",
    "read_chunks",
    "read_documents",
    "read_head",
    "read_items",
    "read_meeting",
    "read_meetings",
    "read_source",
    "read_text",
]

_MOST_IDS = 500  # in one query: SQLite allows 32,766 parameters, and short statements are cached better


def batched(ids: Iterable[Any]) -> list[list[Any]]:
    """Ids in lists short enough for one query."""
    every = list(ids)
    return [every[start : start + _MOST_IDS] for start in range(0, len(every), _MOST_IDS)]


def read_documents(connection: Connection, condition: ColumnElement[bool]) -> list[StoredDocument]:
    """The documents that meet a condition, without their text, by id."""
    d, m = t.documents.c, t.meetings.c
    enclosed_from = func.coalesce(func.json_extract(d.enclosed, "$[0]"), func.length(d.text) + 1)
    own_pages = select(func.count()).where(t.pages.c.document == d.id, t.pages.c.start < enclosed_from)
    query = (
        select(
            d.id, d.path, d.format, d.masked, d.warnings, d.indexed_at,
            m.kind, m.municipality, m.committee, m.date, m.superseded_by, m.part_of,
            own_pages.scalar_subquery().label("pages"),
            select(func.count()).where(t.items.c.document == d.id).scalar_subquery().label("items"),
            select(func.count())
            .where(t.pages.c.document == d.id, t.pages.c.ocr.is_(True))
            .scalar_subquery()
            .label("ocr_pages"),
        )
        .join(t.meetings, m.document == d.id)
        .where(condition)
        .order_by(d.id)
    )  # fmt: skip
    return [
        StoredDocument(
            id=row.id,
            path=row.path,
            format=row.format,
            pages=row.pages or None,
            ocr_pages=row.ocr_pages,
            masked=row.masked,
            warnings=tuple(row.warnings),
            indexed_at=row.indexed_at,
            kind=MeetingKind(row.kind),
            municipality=row.municipality,
            committee=row.committee,
            date=row.date,
            items=row.items,
            superseded_by=row.superseded_by,
            part_of=row.part_of,
        )
        for row in connection.execute(query)
    ]


def read_text(connection: Connection, document_id: str) -> str | None:
    """A document's text alone: most of what is asked of a document needs no more."""
    text: str | None = connection.scalar(select(t.documents.c.text).where(t.documents.c.id == document_id))
    return text


def read_source(connection: Connection, document_id: str) -> SourceText | None:
    """A document's text with its pages, headings and links."""
    d = t.documents.c
    query = select(d.text, d.source_warnings, d.enclosed).where(d.id == document_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    pages = _children(connection, t.pages, document_id)
    return SourceText(
        text=row.text,
        pages=tuple(page.start for page in pages),
        headings=tuple(
            Heading(_span(heading), heading.level)
            for heading in _children(connection, t.headings, document_id)
        ),
        warnings=tuple(row.source_warnings),
        links=tuple((link.start, link.url) for link in _children(connection, t.links, document_id)),
        ocr_pages=tuple(number for number, page in enumerate(pages, start=1) if page.ocr),
        enclosed=tuple(row.enclosed),
    )


def read_meetings(connection: Connection, condition: ColumnElement[bool]) -> list[StoredMeeting]:
    """The meetings that meet a condition, oldest first, with what they and their parts hold counted."""
    m, i, d = t.meetings.c, t.items.c, t.decisions.c
    part = t.meetings.alias().c
    of_meeting = or_(
        i.document == m.document, i.document.in_(select(part.document).where(part.part_of == m.document))
    )
    items = select(func.count()).where(of_meeting)
    own = select(func.count()).join_from(t.items, t.decisions, d.item == i.id)
    query = (
        select(
            *_HEAD,
            items.scalar_subquery().label("items"),
            items.where(i.closed.is_(True)).scalar_subquery().label("closed"),
            own.where(of_meeting, d.prior.is_(False)).scalar_subquery().label("decisions"),
        )
        .where(condition)
        .order_by(m.date, m.document)
    )
    return [
        StoredMeeting(_head(row), items=row.items, closed=row.closed, decisions=row.decisions)
        for row in connection.execute(query)
    ]


def read_head(connection: Connection, document_id: str) -> MeetingHead | None:
    """What is known of a meeting without its items."""
    row = connection.execute(select(*_HEAD).where(t.meetings.c.document == document_id)).first()
    return None if row is None else _head(row)


def read_meeting(connection: Connection, document_id: str) -> Meeting | None:
    """A whole meeting, as it was parsed."""
    query = select(t.meetings).where(t.meetings.c.document == document_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    items = read_items(connection, select_items().where(t.items.c.document == document_id))
    return Meeting(
        kind=MeetingKind(row.kind),
        layout=row.layout,
        municipality=row.municipality,
        committee=row.committee,
        date=row.date,
        time=row.time,
        place=row.place,
        header=Span(row.header_start, row.header_end),
        attendance=tuple(
            Attendance(a.name, _span(a), role=a.role, party=a.party, absent=a.absent)
            for a in _children(connection, t.attendance, document_id)
        ),
        items=tuple(stored.item for stored in items),
        url=row.url,
        warnings=tuple(row.warnings),
        committee_span=_optional_span(row.committee_start, row.committee_end),
        date_span=_optional_span(row.date_start, row.date_end),
        place_span=_optional_span(row.place_start, row.place_end),
        ended_span=_optional_span(row.ended_start, row.ended_end),
        other_name=row.other_name,
        supplementary=row.supplementary,
    )


def select_items() -> Select[Any]:
    """Items with the heads of their meetings, in order of date and place; for ``read_items``.

    Those of a part come behind those of the meeting it belongs to.
    """
    named = [column.label(f"item_{column.name}") for column in t.items.c if column.name != "title_terms"]
    return (
        select(*named, *_HEAD)
        .join(t.meetings, t.meetings.c.document == t.items.c.document)
        .order_by(
            t.meetings.c.date,
            func.coalesce(t.meetings.c.part_of, t.items.c.document),
            t.meetings.c.part_of,
            t.items.c.document,
            t.items.c.position,
        )
    )


def read_items(connection: Connection, query: Select[Any]) -> list[StoredItem]:
    """The items of a query made from ``select_items``, whole, in its order."""
    rows = connection.execute(query).all()
    ids = [row.item_id for row in rows]
    sections = _by_item(connection, t.sections, ids)
    decisions = _by_item(connection, t.decisions, ids)
    attachments = _by_item(connection, t.attachments, ids)
    points: dict[tuple[str, int | None], list[Point]] = defaultdict(list)
    for item_id, of_item in _by_item(connection, t.points, ids).items():
        for row in of_item:
            points[item_id, row.decision].append(Point(row.label, _span(row)))
    return [
        StoredItem(
            id=row.item_id,
            document=row.item_document,
            position=row.item_position,
            meeting=_head(row),
            item=AgendaItem(
                number=row.item_number,
                title=row.item_title,
                title_span=Span(row.item_title_start, row.item_title_end),
                span=Span(row.item_start, row.item_end),
                page=row.item_page,
                case_no=row.item_case_no,
                closed=row.item_closed,
                sections=tuple(
                    Section(SectionKind(s.kind), s.title, _span(s), s.page) for s in sections[row.item_id]
                ),
                recommendation=tuple(points[row.item_id, None]),
                decisions=tuple(
                    Decision(
                        span=_span(d),
                        page=d.page,
                        section=d.section,
                        committee=d.committee,
                        date=d.date,
                        item_number=d.item_number,
                        prior=d.prior,
                        points=tuple(points[row.item_id, d.position]),
                    )
                    for d in decisions[row.item_id]
                ),
                attachments=tuple(Attachment(a.title, _span(a), a.number) for a in attachments[row.item_id]),
                url=row.item_url,
            ),
        )
        for row in rows
    ]


def read_chunks(connection: Connection, condition: ColumnElement[bool]) -> list[StoredChunk]:
    """The chunks that meet a condition, by id."""
    c = t.chunks.c
    columns = (c.id, c.document, c.item, c.kind, c.section, c.spans, c.page, c.context, c.terms)
    query = select(*columns).where(condition).order_by(c.id)
    return [
        StoredChunk(
            id=row.id,
            document=row.document,
            item_id=row.item,
            kind=SectionKind(row.kind),
            section=row.section,
            spans=tuple(Span(start, end) for start, end in row.spans),
            page=row.page,
            context=row.context,
            terms=tuple(row.terms.split()),
        )
        for row in connection.execute(query)
    ]


_HEAD = [
    t.meetings.c[name]
    for name in ("document", "kind", "municipality", "committee", "date", "time", "place", "url", "part_of")
]


def _head(row: Any) -> MeetingHead:
    return MeetingHead(
        document=row.document,
        kind=MeetingKind(row.kind),
        municipality=row.municipality,
        committee=row.committee,
        date=row.date,
        time=row.time,
        place=row.place,
        url=row.url,
        part_of=row.part_of,
    )


def _children(connection: Connection, table: Table, document_id: str) -> Sequence[Row[Any]]:
    query = select(table).where(table.c.document == document_id).order_by(table.c.position)
    return connection.execute(query).all()


def _by_item(connection: Connection, table: Table, item_ids: list[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for some in batched(item_ids):
        query = select(table).where(table.c.item.in_(some)).order_by(table.c.item, table.c.position)
        for row in connection.execute(query):
            found[row.item].append(row)
    return found


def _span(row: Row[Any]) -> Span:
    return Span(row.start, row.end)


def _optional_span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
