"""Chunks of the corpus as postings: what an engine is filled with."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, select

from indexer import corpus_tables as t
from indexer.corpus_reading import batched
from indexer.engines.base import Posting, Sitting
from indexer.minutes import SectionKind

__all__ = ["has_vector", "read_postings"]

_DECISION_KINDS = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION, SectionKind.PRIOR_DECISION})


def has_vector() -> ColumnElement[bool]:
    """Over ``chunks``: those with a vector of the model in use."""
    model = select(t.state.c.model).scalar_subquery()
    hashes = select(t.vectors.c.content_hash).where(t.vectors.c.model == model)
    return t.chunks.c.content_hash.in_(hashes)


def read_postings(connection: Connection, chunk_ids: Sequence[int]) -> list[Posting]:
    """Postings in the order of the ids; chunks that are gone or have no vector are left out."""
    c, i, m = t.chunks.c, t.items.c, t.meetings.c
    ids = [int(chunk_id) for chunk_id in chunk_ids]
    model = select(t.state.c.model).scalar_subquery()
    query = (
        select(
            c.id, c.document, c.item, c.kind, c.terms, t.vectors.c.vector,
            i.title_terms, i.case_no, m.municipality, m.committee, m.date,
        )
        .select_from(t.chunks)
        .join(t.vectors, (t.vectors.c.content_hash == c.content_hash) & (t.vectors.c.model == model))
        .join(t.meetings, m.document == c.document)
        .outerjoin(t.items, i.id == c.item)
    )  # fmt: skip
    rows = {}
    quoted: dict[str, list[Sitting]] = {}
    for some in batched(ids):
        for row in connection.execute(query.where(c.id.in_(some))):
            rows[row.id] = row
    d = t.decisions.c
    earlier = select(d.item, d.committee, d.date).where(d.prior.is_(True)).order_by(d.item, d.position)
    for some in batched({row.item for row in rows.values() if row.item is not None}):
        for decision in connection.execute(earlier.where(d.item.in_(some))):
            quoted.setdefault(decision.item, []).append(Sitting(decision.committee, decision.date))
    return [_posting(rows[i], quoted.get(rows[i].item, [])) for i in ids if i in rows]


def _posting(row: Any, quoted: list[Sitting]) -> Posting:
    kind = SectionKind(row.kind)
    terms = tuple(row.terms.split())
    return Posting(
        chunk_id=row.id,
        item_id=row.item,
        document=row.document,
        vector=np.frombuffer(row.vector, "<f4"),
        fields={
            "title": tuple((row.title_terms or "").split()),
            "decision": terms if kind in _DECISION_KINDS else (),
            "body": terms,
        },
        municipality=row.municipality,
        sittings=tuple(dict.fromkeys([Sitting(row.committee, row.date), *quoted])),
        case_no=row.case_no,
        kind=kind,
    )
