"""Filters as SQL, with the meaning that ``engines.base.sitting_meets`` has for engines."""

from datetime import date

from sqlalchemy import Column, ColumnElement, and_, exists, false, or_, select, true

from indexer.corpus_tables import chunks, decisions, items, meetings
from indexer.filters import Filters
from indexer.naming import case_key, name_key

__all__ = ["item_condition", "meeting_condition", "stands"]


def stands() -> ColumnElement[bool]:
    """Over ``meetings``: the documents that no other one supersedes."""
    return meetings.c.superseded_by.is_(None)


def item_condition(filters: Filters) -> ColumnElement[bool]:
    """Over ``items`` joined with ``meetings``: the items that meet the filters."""
    quoted = exists().where(
        decisions.c.item == items.c.id,
        decisions.c.prior.is_(True),
        _sitting(filters, decisions.c.committee_key, decisions.c.date),
    )
    conditions = [
        _of_document(filters),
        or_(_sitting(filters, meetings.c.committee_key, meetings.c.date), quoted),
    ]
    if filters.case_no is not None:
        conditions.append(items.c.case_key == case_key(filters.case_no))
    if filters.items:
        conditions.append(items.c.id.in_(filters.items))
    if filters.kinds:
        of_kind = [kind.value for kind in filters.kinds]
        conditions.append(exists().where(chunks.c.item == items.c.id, chunks.c.kind.in_(of_kind)))
    return and_(*conditions)


def meeting_condition(filters: Filters, *, quoted: bool) -> ColumnElement[bool]:
    """Over ``meetings``: those that meet the filters themselves, or also through an item of theirs.

    What belongs to another document's meeting, or is superseded, is no meeting of its own.

    ``quoted`` counts a meeting whose item quotes a decision of the committee and time asked for.
    A filter on case, items or section kinds is always one on a meeting's items.
    """
    whole = meetings.c.part_of.is_(None)
    about_items = filters.case_no is not None or bool(filters.items) or bool(filters.kinds)
    with_item = exists(
        select(items.c.id).where(items.c.document == meetings.c.document, item_condition(filters))
    )
    if about_items:
        return and_(whole, with_item)
    own = and_(_of_document(filters), _sitting(filters, meetings.c.committee_key, meetings.c.date))
    return and_(whole, or_(own, with_item) if quoted else own)


def _of_document(filters: Filters) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [stands()]
    if filters.municipality is not None:
        key = name_key(filters.municipality)
        conditions.append(meetings.c.municipality_key == key if key else false())
    if filters.without_documents:
        conditions.append(meetings.c.document.not_in(filters.without_documents))
    return and_(*conditions)


def _sitting(
    filters: Filters, committee_key: Column[str | None], day: Column[date | None]
) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if filters.committees:
        conditions.append(committee_key.in_([name_key(committee) for committee in filters.committees]))
    if filters.date_from is not None:
        conditions.append(day >= filters.date_from)
    if filters.date_to is not None:
        conditions.append(day <= filters.date_to)
    return and_(*conditions)
