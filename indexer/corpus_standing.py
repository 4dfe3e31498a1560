"""Which documents stand, kept in the ``meetings`` table: settled anew for a day whenever one of its documents
changes, in the same transaction, so that no moment exists at which an item would be told twice."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select, update

from indexer import corpus_tables as t
from indexer.minutes import MeetingKind
from indexer.same_meeting import Standing, Telling, ToldItem, settle

__all__ = ["day_of", "settle_days"]


def day_of(connection: Connection, document_id: str) -> date | None:
    """The day of a document's meeting; ``None`` where there is no such document, or it has no date."""
    query = select(t.meetings.c.date).where(t.meetings.c.document == document_id)
    found: date | None = connection.execute(query).scalar()
    return found


def settle_days(connection: Connection, days: Iterable[date | None]) -> None:
    """Settles the documents of each day; those without a date or committee always stand."""
    m = t.meetings.c
    for day in {day for day in days if day is not None}:
        known = {
            row.document: Standing(row.superseded_by, row.part_of)
            for row in connection.execute(select(m.document, m.superseded_by, m.part_of).where(m.date == day))
        }
        settled = settle(_tellings(connection, day)) if len(known) > 1 else {}
        for document, before in known.items():
            now = settled.get(document, Standing())
            if now != before:
                values = {"superseded_by": now.superseded_by, "part_of": now.part_of}
                connection.execute(update(t.meetings).where(m.document == document).values(values))


def _tellings(connection: Connection, day: date) -> list[Telling]:
    m, d, i, c = t.meetings.c, t.documents.c, t.items.c, t.decisions.c
    heads = connection.execute(
        select(m.document, m.kind, m.supplementary, m.municipality, m.committee, m.time, d.path, d.format)
        .join(t.documents, d.id == m.document)
        .where(m.date == day, m.committee.is_not(None))
    ).all()
    documents = [head.document for head in heads]
    items: dict[str, list[ToldItem]] = defaultdict(list)
    rows = select(i.document, i.title, i.case_no, i.closed).where(i.document.in_(documents))
    for row in connection.execute(rows.order_by(i.document, i.position)):
        items[row.document].append(ToldItem(row.title, row.case_no, row.closed))
    own = (
        select(i.document, func.count().label("decisions"))
        .join_from(t.items, t.decisions, c.item == i.id)
        .where(i.document.in_(documents), c.prior.is_(False))
        .group_by(i.document)
    )
    scanned = set(
        connection.execute(
            select(t.pages.c.document).where(t.pages.c.document.in_(documents), t.pages.c.ocr)
        ).scalars()
    )
    decided = {row.document: row.decisions for row in connection.execute(own)}
    return [
        Telling(
            document=head.document,
            path=head.path,
            format=head.format,
            kind=MeetingKind(head.kind),
            supplementary=head.supplementary,
            municipality=head.municipality,
            committee=head.committee,
            time=head.time,
            items=tuple(items[head.document]),
            decisions=decided.get(head.document, 0),
            ocr=head.document in scanned,
        )
        for head in heads
    ]
