"""Every chunk with what searches are narrowed and counted by, read at once.

Facets count over thousands of matches, so what they count by must be at hand without reading whole items.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from indexer import corpus_tables as t
from indexer.corpus_filters import stands
from indexer.engines.base import Sitting
from indexer.minutes import SectionKind
from indexer.source_text import Span

__all__ = ["Passage", "read_passages", "read_texts"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk as it is narrowed and counted; ``spans`` are offsets into its document, ``title`` its item's.

    ``sittings`` holds its meeting's body and day and, of an earlier decision quoted, those of the body that
    took it. ``sections`` are the kinds of section it holds text of (a decision is kept with what was
    recommended). ``decision`` is the text of what came of its item: of the earlier decision that it quotes,
    else of the meeting's own; ``None`` where none is told.
    """

    id: int
    document: str
    item: str | None
    title: str | None
    spans: tuple[Span, ...]
    case_key: str | None
    municipality: str | None
    sittings: tuple[Sitting, ...]
    sections: frozenset[SectionKind]
    decision: str | None


def read_passages(connection: Connection) -> dict[int, Passage]:
    """The chunks of all documents that stand, by id, ascending."""
    decisions, recommended = _decisions(connection), _recommended(connection)
    c, i, m = t.chunks.c, t.items.c, t.meetings.c
    query = (
        select(
            c.id, c.document, c.item, c.kind,
            c.spans, i.title, i.case_key, m.municipality, m.committee, m.date,
        )
        .select_from(t.chunks)
        .join(t.meetings, m.document == c.document)
        .outerjoin(t.items, i.id == c.item)
        .where(stands())
        .order_by(c.id)
    )  # fmt: skip
    return {
        row.id: _passage(row, decisions.get(row.item, ()), recommended.get(row.item, ()))
        for row in connection.execute(query)
    }


def _passage(row: Any, decisions: Sequence["_Told"], recommended: Sequence[Span]) -> Passage:
    kind = SectionKind(row.kind)
    starts = [start for start, _ in row.spans]
    sections = {kind}
    if any(span.start <= start < span.end for span in recommended for start in starts):
        sections.add(SectionKind.RECOMMENDATION)
    sittings = [Sitting(row.committee, row.date)]
    own = next((decision for decision in decisions if not decision.prior), None)
    told = own
    if kind is SectionKind.PRIOR_DECISION:
        quoted = (d for d in decisions if d.prior and any(d.start <= start < d.end for start in starts))
        told = next(quoted, own)
        if told is not None and told is not own:
            sittings.append(Sitting(told.committee, told.date))
    return Passage(
        id=row.id,
        document=row.document,
        item=row.item,
        title=row.title,
        spans=tuple(Span(start, end) for start, end in row.spans),
        case_key=row.case_key,
        municipality=row.municipality,
        sittings=tuple(dict.fromkeys(sittings)),
        sections=frozenset(sections),
        decision=None if told is None else told.text,
    )


def read_texts(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every document's id with its stored text, one in memory at a time."""
    query = select(t.documents.c.id, t.documents.c.text).execution_options(yield_per=20)
    for row in connection.execute(query):
        yield row.id, row.text


@dataclass(frozen=True, slots=True)
class _Told:
    """A decision as far as a passage is counted by it."""

    start: int
    end: int
    text: str
    committee: str | None
    date: date | None
    prior: bool


def _decisions(connection: Connection) -> dict[str, list[_Told]]:
    d, i = t.decisions.c, t.items.c
    query = select(d.item, i.document, d.start, d.end, d.committee, d.date, d.prior).join(
        t.items, i.id == d.item
    )
    of_document: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.order_by(d.item, d.position)):
        of_document[row.document].append(row)
    found: dict[str, list[_Told]] = defaultdict(list)
    for document, text in read_texts(connection):
        for row in of_document.get(document, ()):
            told = _Told(row.start, row.end, text[row.start : row.end], row.committee, row.date, row.prior)
            found[row.item].append(told)
    return found


def _recommended(connection: Connection) -> dict[str, list[Span]]:
    s = t.sections.c
    found: dict[str, list[Span]] = defaultdict(list)
    query = select(s.item, s.start, s.end).where(s.kind == SectionKind.RECOMMENDATION)
    for row in connection.execute(query):
        found[row.item].append(Span(row.start, row.end))
    return found
