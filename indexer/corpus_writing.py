"""A document's records as rows of the tables, inserted in one go; ``corpus.py`` holds the transaction."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.sqlite import insert as insert_or

from indexer import corpus_tables as t
from indexer.minutes import AgendaItem, Meeting
from indexer.naming import case_key, name_key
from indexer.source_text import Span
from indexer.stored import NewDocument

__all__ = ["document_slug", "insert_document", "insert_vectors", "item_ids"]

_Row = dict[str, Any]
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def document_slug(path: str, is_taken: Callable[[str], bool]) -> str:
    """An id made of the file's name; where another has that, with a short hash of the whole path."""
    slug = _slug(PurePath(path).stem) or "dokument"
    return slug if not is_taken(slug) else f"{slug}-{sha256(path.encode()).hexdigest()[:8]}"


def item_ids(document: str, items: Sequence[AgendaItem]) -> list[str]:
    """``<document>.<number>`` for each item; a number that comes again gets ``-2``, ``-3``, …"""
    ids: list[str] = []
    for position, item in enumerate(items):
        stem = f"{document}.{_slug(item.number) or f'p{position + 1}'}"
        name, turn = stem, 2
        while name in ids:
            name, turn = f"{stem}-{turn}", turn + 1
        ids.append(name)
    return ids


def insert_document(connection: Connection, document_id: str, new: NewDocument) -> None:
    """Every row of a document but its vectors."""
    print_ = new.fingerprint
    row: _Row = {
        "id": document_id,
        "path": new.path,
        "size": print_.size,
        "mtime_ns": print_.mtime_ns,
        "sha256": print_.sha256,
        "recipe": print_.recipe,
        "format": new.format,
        "text": new.source.text,
        "warnings": list(new.warnings),
        "source_warnings": list(new.source.warnings),
        "masked": new.masked,
        "enclosed": list(new.source.enclosed),
        "indexed_at": datetime.now(UTC).replace(tzinfo=None),
    }
    ids = item_ids(document_id, new.meeting.items)
    _insert(connection, t.documents, [row])
    pages = enumerate(new.source.pages, start=1)
    marked = ({"start": start, "ocr": number in new.source.ocr_pages} for number, start in pages)
    _insert(connection, t.pages, _numbered(document_id, marked))
    headings = ({**_span(heading.span), "level": heading.level} for heading in new.source.headings)
    _insert(connection, t.headings, _numbered(document_id, headings))
    links = ({"start": start, "url": url} for start, url in new.source.links)
    _insert(connection, t.links, _numbered(document_id, links))
    _insert_meeting(connection, document_id, new.meeting)
    _insert_items(connection, document_id, ids, new)
    chunks = [
        {
            "document": document_id,
            "item": None if (index := chunk.chunk.item) is None else ids[index],
            "kind": chunk.chunk.kind.value,
            "section": chunk.chunk.section,
            "spans": [[span.start, span.end] for span in chunk.chunk.spans],
            "page": chunk.chunk.page,
            "context": chunk.chunk.context,
            "content_hash": chunk.content_hash,
            "terms": " ".join(chunk.terms),
        }
        for chunk in new.chunks
    ]
    _insert(connection, t.chunks, chunks)


def insert_vectors(connection: Connection, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
    """Vectors by content hash; those that are there already stay."""
    rows = [
        {"content_hash": content_hash, "model": model, "vector": vector.astype("<f4").tobytes()}
        for content_hash, vector in vectors.items()
    ]
    if rows:
        connection.execute(insert_or(t.vectors).on_conflict_do_nothing(), rows)


def _insert_meeting(connection: Connection, document_id: str, meeting: Meeting) -> None:
    row: _Row = {
        "document": document_id,
        "kind": meeting.kind.value,
        "supplementary": meeting.supplementary,
        "layout": meeting.layout,
        "municipality": meeting.municipality,
        "municipality_key": _key(meeting.municipality),
        "committee": meeting.committee,
        "committee_key": _key(meeting.committee),
        "other_name": meeting.other_name,
        "date": meeting.date,
        "time": meeting.time,
        "place": meeting.place,
        "url": meeting.url,
        "warnings": list(meeting.warnings),
        **_span(meeting.header, "header_"),
        **_span(meeting.committee_span, "committee_"),
        **_span(meeting.date_span, "date_"),
        **_span(meeting.place_span, "place_"),
        **_span(meeting.ended_span, "ended_"),
    }
    _insert(connection, t.meetings, [row])
    present = (
        {"name": a.name, **_span(a.span), "role": a.role, "party": a.party, "absent": a.absent}
        for a in meeting.attendance
    )
    _insert(connection, t.attendance, _numbered(document_id, present))


def _insert_items(connection: Connection, document_id: str, ids: list[str], new: NewDocument) -> None:
    rows: dict[str, list[_Row]] = {
        name: [] for name in ("items", "sections", "decisions", "points", "attachments")
    }
    numbered = zip(ids, new.meeting.items, new.title_terms, strict=True)
    for position, (item_id, item, terms) in enumerate(numbered):
        rows["items"].append(
            {
                "id": item_id,
                "document": document_id,
                "position": position,
                "number": item.number,
                "title": item.title,
                **_span(item.title_span, "title_"),
                **_span(item.span),
                "page": item.page,
                "case_no": item.case_no,
                "case_key": case_key(item.case_no) if item.case_no else None,
                "closed": item.closed,
                "url": item.url,
                "title_terms": " ".join(terms),
            }
        )
        for place, section in enumerate(item.sections):
            rows["sections"].append(
                {
                    "item": item_id,
                    "position": place,
                    "kind": section.kind.value,
                    "title": section.title,
                    **_span(section.span),
                    "page": section.page,
                }
            )
        _take_points(rows["points"], item_id, None, item.recommendation)
        for place, decision in enumerate(item.decisions):
            rows["decisions"].append(
                {
                    "item": item_id,
                    "position": place,
                    **_span(decision.span),
                    "page": decision.page,
                    "section": decision.section,
                    "committee": decision.committee,
                    "committee_key": _key(decision.committee),
                    "date": decision.date,
                    "item_number": decision.item_number,
                    "prior": decision.prior,
                }
            )
            _take_points(rows["points"], item_id, place, decision.points)
        for place, attachment in enumerate(item.attachments):
            title = {"title": attachment.title, "number": attachment.number}
            rows["attachments"].append(
                {"item": item_id, "position": place, **title, **_span(attachment.span)}
            )
    for name, table_rows in rows.items():
        _insert(connection, t.METADATA.tables[name], table_rows)


def _take_points(rows: list[_Row], item_id: str, decision: int | None, points: Sequence[Any]) -> None:
    for place, point in enumerate(points):
        of = {"item": item_id, "decision": decision, "position": place}
        rows.append({**of, "label": point.label, **_span(point.span)})


def _insert(connection: Connection, table: Table, rows: list[_Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _numbered(document_id: str, rows: Any) -> list[_Row]:
    return [{"document": document_id, "position": position, **row} for position, row in enumerate(rows)]


def _span(span: Span | None, prefix: str = "") -> _Row:
    start, end = (None, None) if span is None else (span.start, span.end)  # an empty span is false
    return {f"{prefix}start": start, f"{prefix}end": end}


def _key(name: str | None) -> str | None:
    return name_key(name) if name else None


def _slug(name: str) -> str:
    """Lower-case ASCII letters, figures and hyphens: safe in an address and on a command line."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_DANISH)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
