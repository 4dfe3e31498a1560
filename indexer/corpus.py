"""The truth: every document with its text, meeting, items, decisions, chunks and vectors, in one SQLite file.

Engines are filled from here and can be thrown away. Each document is written in one transaction that also
raises the *generation*, by which engines and caches see that something has changed. Readers use a
snapshot of their own (WAL), so a server goes on answering while another process writes.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    create_engine,
    delete,
    event,
    exists,
    extract,
    func,
    insert,
    select,
    true,
    update,
)
from sqlalchemy.exc import DatabaseError

from indexer import corpus_tables as t
from indexer.archives import Listed, Listing
from indexer.corpus_filters import item_condition, meeting_condition, stands
from indexer.corpus_passages import Passage, read_passages, read_texts
from indexer.corpus_postings import has_vector, read_postings
from indexer.corpus_reading import (
    batched,
    read_chunks,
    read_documents,
    read_head,
    read_items,
    read_meeting,
    read_meetings,
    read_source,
    read_text,
    select_items,
)
from indexer.corpus_standing import day_of, settle_days
from indexer.corpus_writing import document_slug, insert_document, insert_vectors
from indexer.engines.base import Posting
from indexer.errors import IndexMissing, NotInIndex
from indexer.filters import Filters
from indexer.minutes import Meeting, SectionKind
from indexer.naming import case_key
from indexer.source_text import SourceText
from indexer.stored import (
    FailedFile,
    Fingerprint,
    ListedArchive,
    MeetingHead,
    NewDocument,
    Reach,
    StoredChunk,
    StoredDocument,
    StoredItem,
    StoredMeeting,
)

__all__ = ["Corpus"]

FILE_NAME = "corpus.sqlite"
_BUSY_SECONDS = 30.0  # how long a statement waits for another connection's lock
_POSTINGS_AT_A_TIME = 1000
_MOST_REMEMBERED = 5000  # records of each sort kept in memory
_MOST_LISTS = 32  # lists of meetings, each of which may hold all there are

_Key = TypeVar("_Key")
_Record = TypeVar("_Record")


class Corpus:
    """The corpus in one data folder. Reading is safe from any number of threads; writing is for one.

    Everything read is a frozen record, and is remembered until the corpus changes.
    """

    def __init__(self, file: Path) -> None:
        self._engine = create_engine(
            URL.create("sqlite", database=str(file)),
            connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
            pool_size=8,
            max_overflow=-1,
            hide_parameters=True,  # an error must not carry the text of a document into a log
        )
        event.listen(self._engine, "connect", _prepare_connection)
        event.listen(self._engine, "begin", _begin)
        self._watch: Any = None  # a connection that only looks whether another one has committed
        self._watching = Lock()
        self._remembered = _Remembered(-1)

    @classmethod
    def open(cls, data: Path, *, create: bool = False) -> Self:
        """Opens the corpus of a data folder. Raises ``IndexMissing`` when there is none to read."""
        file = data / FILE_NAME
        if create:
            data.mkdir(parents=True, exist_ok=True)
        elif not file.is_file():
            raise IndexMissing(f"there is no index in {data}: run `besluttet index PATH...` first")
        corpus = cls(file)
        try:
            corpus._check_schema(create)
        except DatabaseError as error:
            corpus.close()
            raise IndexMissing(
                f"{file} is not a corpus of besluttet: move it away and index again"
            ) from error
        except IndexMissing:
            corpus.close()
            raise
        return corpus

    def close(self) -> None:
        """Lets go of the file."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
            self._remembered = _Remembered(-1)
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading documents and meetings

    def generation(self) -> int:
        """Grows with every change that was committed; 0 is an empty corpus."""
        with self._engine.connect() as connection:
            return _generation(connection)

    def model(self) -> str | None:
        """The identity of the embedding model whose vectors are kept; ``None`` before the first document."""
        with self._engine.connect() as connection:
            found: str | None = connection.execute(select(t.state.c.model)).scalar_one()
            return found

    def documents(self) -> list[StoredDocument]:
        """All documents, by id."""
        with self._engine.connect() as connection:
            return read_documents(connection, true())

    def superseded(self) -> dict[str, str]:
        """The documents whose meeting another one tells better, and which."""
        m = t.meetings.c
        with self._engine.connect() as connection:
            query = select(m.document, m.superseded_by).where(~stands()).order_by(m.document)
            rows = connection.execute(query)
            return {row.document: row.superseded_by for row in rows}

    def document(self, document_id: str) -> StoredDocument:
        """One document. Raises ``NotInIndex``."""
        with self._engine.connect() as connection:
            found = read_documents(connection, t.documents.c.id == document_id)
        if not found:
            raise _no_document(document_id)
        return found[0]

    def source(self, document_id: str) -> SourceText:
        """The stored text with its pages, headings and links. Raises ``NotInIndex``."""
        return self._one(lambda kept: kept.sources, document_id, read_source)

    def text(self, document_id: str) -> str:
        """The stored text, of which every quote is a slice. Raises ``NotInIndex``."""
        return self._one(lambda kept: kept.texts, document_id, read_text)

    def meeting(self, document_id: str) -> Meeting:
        """The meeting whose minutes a document is. Raises ``NotInIndex``."""
        return self._one(lambda kept: kept.meetings, document_id, read_meeting)

    def head(self, document_id: str) -> MeetingHead:
        """A meeting without its items. Raises ``NotInIndex``."""
        return self._one(lambda kept: kept.heads, document_id, read_head)

    def meetings(self, filters: Filters = Filters(), *, quoted: bool = False) -> list[StoredMeeting]:  # noqa: B008
        """The meetings that meet the filters, each once, oldest first, undated ones before.

        ``quoted`` counts in a meeting that only quotes a decision of the committee and time asked for.
        """

        def read() -> tuple[StoredMeeting, ...]:
            with self._engine.connect() as connection:
                return tuple(read_meetings(connection, meeting_condition(filters, quoted=quoted)))

        found = self._kept(lambda kept: kept.agendas, (filters, quoted), read, _MOST_LISTS)
        return list(found)

    def reach(self, filters: Filters) -> Reach:
        """How much there is under these filters, meetings that only quote included."""
        return self._kept(lambda kept: kept.reaches, filters, lambda: self._read_reach(filters))

    def committees(self, municipality: str | None = None) -> list[str]:
        """The committees whose own minutes are here."""
        return self._names(t.meetings.c.committee, municipality, stands())

    def prior_sittings(self) -> tuple[tuple[str | None, date | None], ...]:
        """The (committee, day) of every earlier decision quoted inside items, each once, oldest first."""
        d = t.decisions.c
        standing = select(t.items.c.id).join(t.meetings, t.meetings.c.document == t.items.c.document)
        quoted = select(d.committee, d.date).where(d.prior.is_(True), d.item.in_(standing.where(stands())))

        def read() -> tuple[tuple[str | None, date | None], ...]:
            with self._engine.connect() as connection:
                found = connection.execute(quoted.distinct().order_by(d.date, d.committee))
                return tuple((row.committee, row.date) for row in found)

        return self._kept(lambda kept: kept.sittings, None, read)

    def prior_committees(self) -> list[str]:
        """The committees that earlier decisions quoted inside items are of."""
        return sorted({committee for committee, _ in self.prior_sittings() if committee is not None})

    def other_names(self) -> tuple[tuple[str, str], ...]:
        """What headings of decisions call a committee, each with its name in the head of those minutes.

        A name under which other minutes stand is not among them: that is another body.
        """
        m = t.meetings.c
        own = select(m.committee).where(m.committee.is_not(None), stands())
        named = select(m.other_name, m.committee).where(
            m.other_name.is_not(None), m.committee.is_not(None), m.other_name.not_in(own)
        )

        def read() -> tuple[tuple[str, str], ...]:
            with self._engine.connect() as connection:
                found = connection.execute(named.where(stands()).distinct().order_by(*named.selected_columns))
                return tuple((row.other_name, row.committee) for row in found)

        return self._kept(lambda kept: kept.other_names, None, read)

    def municipalities(self) -> list[str]:
        """The municipalities whose minutes are here."""
        return self._names(t.meetings.c.municipality, None, stands())

    def years(self) -> list[int]:
        """The years that meetings were held in."""
        year = extract("year", t.meetings.c.date)
        with self._engine.connect() as connection:
            query = select(year).where(t.meetings.c.date.is_not(None), stands()).distinct().order_by(year)
            return [int(found) for found in connection.execute(query).scalars()]

    # Reading items and chunks

    def item(self, item_id: str) -> StoredItem:
        """One item. Raises ``NotInIndex``."""
        found = self.items([item_id])
        if not found:
            raise NotInIndex(f"there is no item {item_id!r} in the index")
        return found[item_id]

    def items(self, item_ids: Iterable[str]) -> dict[str, StoredItem]:
        """Items by id; ids that the corpus does not hold are left out."""

        def read(connection: Connection, missing: list[str]) -> dict[str, StoredItem]:
            query = select_items().where(t.items.c.id.in_(missing))
            return {stored.id: stored for stored in read_items(connection, query)}

        return self._many(lambda kept: kept.items, item_ids, read)

    def items_of_case(self, case_no: str) -> list[StoredItem]:
        """Every item of a case, by date; case numbers are compared without white space and case."""
        key = case_key(case_no)
        return self._items_where((t.items.c.case_key == key) & stands()) if key else []

    def items_of_document(self, document_id: str) -> list[StoredItem]:
        """The items of a document in their order; none when there is no such document."""
        return self._items_where(t.items.c.document == document_id)

    def items_of_meeting(self, document_id: str) -> list[StoredItem]:
        """The items of a meeting in their order, then those of its parts, which are other documents."""
        part = (t.meetings.c.part_of == document_id) & stands()
        return self._items_where((t.items.c.document == document_id) | part)

    def find_items(self, filters: Filters) -> list[StoredItem]:
        """The items that meet the filters, by date and place on the agenda."""
        return self._items_where(item_condition(filters))

    def chunks(self, chunk_ids: Sequence[int]) -> list[StoredChunk]:
        """Chunks in the order of their ids given; ids that the corpus does not hold are left out."""

        def read(connection: Connection, missing: list[int]) -> dict[int, StoredChunk]:
            return {chunk.id: chunk for chunk in read_chunks(connection, t.chunks.c.id.in_(missing))}

        found = self._many(lambda kept: kept.chunks, chunk_ids, read)
        return [found[chunk_id] for chunk_id in chunk_ids if chunk_id in found]

    def chunks_of_item(self, item_id: str) -> list[StoredChunk]:
        """The chunks of one item, in text order."""
        return list(self.chunks_of_items([item_id])[item_id])

    def chunks_of_items(self, item_ids: Iterable[str]) -> dict[str, tuple[StoredChunk, ...]]:
        """The chunks of items in text order, by item; an item that there is not has none.

        Those of attachments, which may be thousands, are left out.
        """

        def read(connection: Connection, missing: list[str]) -> dict[str, tuple[StoredChunk, ...]]:
            found: dict[str, list[StoredChunk]] = {item_id: [] for item_id in missing}
            own = t.chunks.c.kind != SectionKind.ATTACHMENT.value
            for chunk in read_chunks(connection, t.chunks.c.item.in_(missing) & own):
                if chunk.item_id is not None:
                    found[chunk.item_id].append(chunk)
            return {item_id: tuple(chunks) for item_id, chunks in found.items()}

        return self._many(lambda kept: kept.chunks_by_item, item_ids, read)

    def chunks_of_document(self, document_id: str) -> list[StoredChunk]:
        """The chunks of a document, in text order."""
        with self._engine.connect() as connection:
            return read_chunks(connection, t.chunks.c.document == document_id)

    def holds_attachments(self) -> bool:
        """Whether the text of any attachment is here. Read once per generation."""
        return self._kept(lambda kept: kept.attached, None, self._read_attached)

    def vocabulary(self) -> Mapping[str, int]:
        """Every search term of the texts with the number of chunks it is in. Read once per generation."""
        return self._kept(lambda kept: kept.vocabularies, None, self._read_vocabulary)

    def passages(self) -> Mapping[int, Passage]:
        """Every chunk by id, ascending, as it is narrowed and counted. Read once per generation."""
        return self._kept(lambda kept: kept.passages, None, self._read_passages)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every document's id with its stored text, one in memory at a time."""
        with self._engine.connect() as connection:
            yield from read_texts(connection)

    # Filling an engine

    def chunk_ids(self) -> NDArray[np.int64]:
        """The ids of the chunks of all documents that stand, ascending."""
        query = select(t.chunks.c.id).join(t.meetings, t.meetings.c.document == t.chunks.c.document)
        with self._engine.connect() as connection:
            ids = connection.execute(query.where(stands()).order_by(t.chunks.c.id)).scalars().all()
            return np.array(ids, np.int64)

    def postings(self, chunk_ids: Sequence[int]) -> Iterator[Posting]:
        """Chunks as engines take them, in the order given, a thousand in memory at a time.

        A chunk without a vector of the present model is left out (see ``without_vectors``).
        """
        for start in range(0, len(chunk_ids), _POSTINGS_AT_A_TIME):
            with self._engine.connect() as connection:
                yield from read_postings(connection, chunk_ids[start : start + _POSTINGS_AT_A_TIME])

    def without_vectors(self) -> int:
        """How many chunks have no vector of the present model: more than none while the model changes."""
        with self._engine.connect() as connection:
            query = select(func.count()).select_from(t.chunks).where(~has_vector())
            return int(connection.execute(query).scalar_one())

    # Writing

    def fingerprints(self) -> dict[str, tuple[str, Fingerprint]]:
        """For every path the id of its document and what its file was like when it was read."""
        d = t.documents.c
        with self._engine.connect() as connection:
            rows = connection.execute(select(d.path, d.id, d.size, d.mtime_ns, d.sha256, d.recipe))
            return {r.path: (r.id, Fingerprint(r.size, r.mtime_ns, r.sha256, r.recipe)) for r in rows}

    def touch(self, document_id: str, fingerprint: Fingerprint) -> None:
        """Notes that a document's file is the same after all, though its time has changed."""
        values = {"size": fingerprint.size, "mtime_ns": fingerprint.mtime_ns}
        with self._writing(changes=False) as connection:
            connection.execute(update(t.documents).where(t.documents.c.id == document_id).values(values))

    def known_vectors(self, model: str, content_hashes: Iterable[str]) -> set[str]:
        """Those of the hashes for which there is a vector of the model already."""
        known: set[str] = set()
        with self._engine.connect() as connection:
            for some in batched(content_hashes):
                query = select(t.vectors.c.content_hash).where(
                    t.vectors.c.model == model, t.vectors.c.content_hash.in_(some)
                )
                known.update(connection.execute(query).scalars())
        return known

    def documents_lacking_vectors(self, model: str) -> set[str]:
        """The documents with a chunk that has no vector of the model."""
        hashes = select(t.vectors.c.content_hash).where(t.vectors.c.model == model)
        query = select(t.chunks.c.document).where(t.chunks.c.content_hash.not_in(hashes)).distinct()
        with self._engine.connect() as connection:
            return set(connection.execute(query).scalars())

    def save(
        self,
        new: NewDocument,
        model: str,
        vectors: Mapping[str, NDArray[np.float32]],
        *,
        as_id: str | None = None,
    ) -> str:
        """Stores a document, in place of what its path held before, in one transaction; returns its id.

        ``vectors`` (float32 ``(dim,)``, by content hash) holds those that are not stored yet; a chunk
        without a vector is refused. ``as_id`` keeps the id of a document whose path is known.
        """
        with self._writing() as connection:
            old = connection.execute(select(t.documents.c.id).where(t.documents.c.path == new.path)).scalar()
            kept_id = as_id or old
            days = [new.meeting.date]
            if kept_id is not None:
                days.append(day_of(connection, kept_id))
                connection.execute(delete(t.documents).where(t.documents.c.id == kept_id))
            document_id = kept_id or document_slug(new.path, lambda slug: _is_taken(connection, slug))
            connection.execute(update(t.state).values(model=model))
            insert_vectors(connection, model, vectors)
            insert_document(connection, document_id, new)
            settle_days(connection, days)
            connection.execute(delete(t.failures).where(t.failures.c.path == new.path))
            lacking = select(func.count()).where(t.chunks.c.document == document_id, ~has_vector())
            if connection.execute(lacking).scalar_one():
                raise ValueError(f"{document_id} has chunks without a vector")
        return document_id

    def remove(self, document_id: str) -> None:
        """Forgets a document and everything that hangs on it. Raises ``NotInIndex``."""
        with self._writing() as connection:
            day = day_of(connection, document_id)
            gone = connection.execute(delete(t.documents).where(t.documents.c.id == document_id))
            if not gone.rowcount:
                raise _no_document(document_id)
            settle_days(connection, [day])

    def use_model(self, model: str) -> None:
        """From now on vectors of this model are the ones that count."""
        if self.model() != model:
            with self._writing() as connection:
                connection.execute(update(t.state).values(model=model))

    def tidy(self) -> None:
        """Drops vectors that no chunk needs any more, and folds the write-ahead log into the file."""
        with self._writing(changes=False) as connection:
            used = select(t.chunks.c.content_hash)
            connection.execute(delete(t.vectors).where(t.vectors.c.content_hash.not_in(used)))
            model = select(t.state.c.model).scalar_subquery()
            if not connection.execute(
                select(func.count()).select_from(t.chunks).where(~has_vector())
            ).scalar():
                connection.execute(delete(t.vectors).where(t.vectors.c.model != model))
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def failures(self) -> dict[str, FailedFile]:
        """The files that could not be taken in, by path."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(t.failures).order_by(t.failures.c.path))
            return {
                r.path: FailedFile(r.path, Fingerprint(r.size, r.mtime_ns, r.sha256, r.recipe), r.reason)
                for r in rows
            }

    def save_failures(self, failed: Iterable[FailedFile], forgotten: Iterable[str]) -> None:
        """Notes files that could not be taken in, and forgets paths that are gone or good now."""
        rows = [
            {
                "path": f.path,
                "size": f.fingerprint.size,
                "mtime_ns": f.fingerprint.mtime_ns,
                "sha256": f.fingerprint.sha256,
                "recipe": f.fingerprint.recipe,
                "reason": f.reason,
            }
            for f in failed
        ]
        with self._writing(changes=False) as connection:
            for some in batched([*forgotten, *(row["path"] for row in rows)]):
                connection.execute(delete(t.failures).where(t.failures.c.path.in_(some)))
            if rows:
                connection.execute(insert(t.failures), rows)

    def archives(self) -> dict[str, ListedArchive]:
        """The archives that were listed, by path."""
        with self._engine.connect() as connection:
            return {
                row.path: ListedArchive(
                    row.path,
                    Fingerprint(row.size, row.mtime_ns, "", row.recipe),
                    Listing(
                        tuple(Listed(tuple(names), size, sha256) for names, size, sha256 in row.members),
                        tuple((tuple(names), reason) for names, reason in row.refused),
                    ),
                )
                for row in connection.execute(select(t.archives))
            }

    def save_archives(self, listed: Iterable[ListedArchive], forgotten: Iterable[str]) -> None:
        """Notes what archives hold, and forgets those that are gone."""
        rows = [
            {
                "path": archive.path,
                "size": archive.fingerprint.size,
                "mtime_ns": archive.fingerprint.mtime_ns,
                "recipe": archive.fingerprint.recipe,
                "members": [[list(each.names), each.size, each.sha256] for each in archive.listing.members],
                "refused": [[list(names), reason] for names, reason in archive.listing.refused],
            }
            for archive in listed
        ]
        with self._writing(changes=False) as connection:
            for some in batched([*forgotten, *(row["path"] for row in rows)]):
                connection.execute(delete(t.archives).where(t.archives.c.path.in_(some)))
            if rows:
                connection.execute(insert(t.archives), rows)

    # How it is done

    @contextmanager
    def _writing(self, *, changes: bool = True) -> Iterator[Connection]:
        """One transaction; ``changes`` says whether it raises the generation."""
        with (
            self._engine.connect().execution_options(besluttet_writes=True) as connection,
            connection.begin(),
        ):
            yield connection
            if changes:
                connection.execute(update(t.state).values(generation=t.state.c.generation + 1))

    def _check_schema(self, create: bool) -> None:
        with self._engine.connect() as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if version == t.SCHEMA_VERSION:
            return
        if version != 0 or not create:
            raise IndexMissing(
                f"the index was made by another version of besluttet (schema {version}, this one has "
                f"{t.SCHEMA_VERSION}): delete corpus.sqlite and engine in the data folder (keep uploads and "
                "fetched: they are originals), and index again"
            )
        with self._writing(changes=False) as connection:
            t.METADATA.create_all(connection)
            connection.execute(insert(t.state).values(id=1, generation=0, model=None))
            connection.exec_driver_sql(f"PRAGMA user_version = {t.SCHEMA_VERSION}")

    def _items_where(self, condition: ColumnElement[bool]) -> list[StoredItem]:
        with self._engine.connect() as connection:
            return read_items(connection, select_items().where(condition))

    def _names(self, column: ColumnElement[Any], municipality: str | None, *conditions: Any) -> list[str]:
        query = select(column).where(column.is_not(None), *conditions).distinct().order_by(column)
        if municipality is not None:
            query = query.where(meeting_condition(Filters(municipality=municipality), quoted=False))

        def read() -> tuple[str, ...]:
            with self._engine.connect() as connection:
                return tuple(connection.execute(query).scalars())

        found = self._kept(lambda kept: kept.names, (str(column), municipality), read)
        return list(found)

    def _read_reach(self, filters: Filters) -> Reach:
        m = t.meetings.c
        query = select(m.committee, m.date).where(meeting_condition(filters, quoted=True))
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
        dates: list[date] = [row.date for row in found if row.date is not None]
        committees = sorted({row.committee for row in found if row.committee is not None})
        return Reach(len(found), tuple(committees), min(dates, default=None), max(dates, default=None))

    def _read_attached(self) -> bool:
        of_attachment = exists().where(t.chunks.c.kind == SectionKind.ATTACHMENT.value)
        with self._engine.connect() as connection:
            return bool(connection.execute(select(of_attachment)).scalar())

    def _read_vocabulary(self) -> Mapping[str, int]:
        counts: Counter[str] = Counter()
        with self._engine.connect() as connection:
            query = select(t.chunks.c.terms).join(t.meetings, t.meetings.c.document == t.chunks.c.document)
            for terms in connection.execute(query.where(stands())).scalars():
                counts.update(set(terms.split()))
        return MappingProxyType(counts)

    def _read_passages(self) -> Mapping[int, Passage]:
        with self._engine.connect() as connection:
            return MappingProxyType(read_passages(connection))

    def _memory(self) -> "_Remembered":
        """The records in memory, emptied as soon as anyone has committed since they were read."""
        with self._watching:
            if self._watch is None:
                self._watch = self._engine.raw_connection()
            version = self._watch.cursor().execute("PRAGMA data_version").fetchone()[0]
            if self._remembered.version != version:
                self._remembered = _Remembered(version)
            return self._remembered

    def _one(
        self,
        shelf: Callable[["_Remembered"], dict[str, _Record]],
        document_id: str,
        read: Callable[[Connection, str], _Record | None],
    ) -> _Record:
        kept = shelf(self._memory())
        found = kept.get(document_id)
        if found is None:
            with self._engine.connect() as connection:
                found = read(connection, document_id)
            if found is None:
                raise _no_document(document_id)
            _remember(kept, {document_id: found})
        return found

    def _many(
        self,
        shelf: Callable[["_Remembered"], dict[_Key, _Record]],
        ids: Iterable[_Key],
        read: Callable[[Connection, list[_Key]], dict[_Key, _Record]],
    ) -> dict[_Key, _Record]:
        kept = shelf(self._memory())
        wanted = list(dict.fromkeys(ids))
        found = {key: record for key in wanted if (record := kept.get(key)) is not None}
        if len(found) < len(wanted):
            with self._engine.connect() as connection:
                for some in batched([key for key in wanted if key not in found]):
                    fresh = read(connection, some)
                    found |= fresh
                    _remember(kept, fresh)
        return {key: found[key] for key in wanted if key in found}

    def _kept(
        self,
        shelf: Callable[["_Remembered"], dict[_Key, _Record]],
        key: _Key,
        read: Callable[[], _Record],
        most: int = _MOST_REMEMBERED,
    ) -> _Record:
        kept = shelf(self._memory())
        found = kept.get(key)
        if found is None:
            found = read()
            _remember(kept, {key: found}, most)
        return found


class _Remembered:
    """Records read since the corpus last changed; ``version`` is SQLite's count of others' commits."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.sources: dict[str, SourceText] = {}
        self.texts: dict[str, str] = {}
        self.heads: dict[str, MeetingHead] = {}
        self.meetings: dict[str, Meeting] = {}
        self.items: dict[str, StoredItem] = {}
        self.chunks: dict[int, StoredChunk] = {}
        self.chunks_by_item: dict[str, tuple[StoredChunk, ...]] = {}
        self.agendas: dict[tuple[Filters, bool], tuple[StoredMeeting, ...]] = {}
        self.names: dict[tuple[str, str | None], tuple[str, ...]] = {}
        self.reaches: dict[Filters, Reach] = {}
        self.sittings: dict[None, tuple[tuple[str | None, date | None], ...]] = {}
        self.other_names: dict[None, tuple[tuple[str, str], ...]] = {}
        self.attached: dict[None, bool] = {}
        self.vocabularies: dict[None, Mapping[str, int]] = {}
        self.passages: dict[None, Mapping[int, Passage]] = {}


def _remember(kept: dict[_Key, _Record], fresh: Mapping[_Key, _Record], most: int = _MOST_REMEMBERED) -> None:
    if len(kept) + len(fresh) > most:
        kept.clear()
    kept.update(fresh)


def _is_taken(connection: Connection, document_id: str) -> bool:
    query = select(t.documents.c.id).where(t.documents.c.id == document_id)
    return connection.execute(query).scalar() is not None


def _generation(connection: Connection) -> int:
    return int(connection.execute(_GENERATION).scalar_one())


_GENERATION = select(t.state.c.generation)


def _no_document(document_id: str) -> NotInIndex:
    return NotInIndex(f"there is no document {document_id!r} in the index: `besluttet status` lists them")


def _prepare_connection(raw: Any, _record: Any) -> None:
    """Our own BEGIN (see ``_begin``); what is deleted is overwritten in the file, not only let go."""
    raw.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once, so that it cannot fail half-way; a reader gets one snapshot."""
    writes = connection.get_execution_options().get("besluttet_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
