"""The tables of the corpus. A change here that an old file does not fit raises ``SCHEMA_VERSION``.

Offsets are character offsets into ``documents.text``. Children go with their parents (``ON DELETE
CASCADE``). ``vectors`` hangs on the content of a chunk instead, so that equal text is embedded once.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Time,
)

__all__ = [
    "METADATA",
    "SCHEMA_VERSION",
    "archives",
    "attachments",
    "attendance",
    "chunks",
    "decisions",
    "documents",
    "failures",
    "headings",
    "items",
    "links",
    "meetings",
    "pages",
    "points",
    "sections",
    "state",
    "vectors",
]

SCHEMA_VERSION = 3

METADATA = MetaData()


def _document() -> Column[str]:
    return Column("document", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True)


def _item() -> Column[str]:
    return Column("item", ForeignKey("items.id", ondelete="CASCADE"), nullable=False, index=True)


def _position() -> Column[int]:
    return Column("position", Integer, nullable=False)


def _span() -> tuple[Column[int], Column[int]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


state = Table(
    "state",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("generation", Integer, nullable=False),
    Column("model", Text),
)

documents = Table(
    "documents",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("path", Text, nullable=False, unique=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("recipe", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("warnings", JSON, nullable=False),
    Column("source_warnings", JSON, nullable=False),
    Column("masked", Integer, nullable=False),
    Column("enclosed", JSON, nullable=False),  # offsets at which the texts of attachments begin
    Column("indexed_at", DateTime, nullable=False),
)

pages = Table(
    "pages",
    METADATA,
    _document(),
    _position(),
    Column("start", Integer, nullable=False),
    Column("ocr", Boolean, nullable=False),  # recognised in a picture
)

headings = Table(
    "headings", METADATA, _document(), _position(), *_span(), Column("level", Integer, nullable=False)
)

links = Table(
    "links",
    METADATA,
    _document(),
    _position(),
    Column("start", Integer, nullable=False),
    Column("url", Text, nullable=False),
)

meetings = Table(
    "meetings",
    METADATA,
    Column("document", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("supplementary", Boolean, nullable=False),
    Column("layout", Text),
    Column("municipality", Text),
    Column("municipality_key", Text),
    Column("committee", Text),
    Column("committee_key", Text),
    Column("other_name", Text),
    Column("date", Date, index=True),
    Column("time", Time),
    Column("place", Text),
    Column("header_start", Integer, nullable=False),
    Column("header_end", Integer, nullable=False),
    Column("committee_start", Integer),
    Column("committee_end", Integer),
    Column("date_start", Integer),
    Column("date_end", Integer),
    Column("place_start", Integer),
    Column("place_end", Integer),
    Column("ended_start", Integer),
    Column("ended_end", Integer),
    Column("url", Text),
    Column("warnings", JSON, nullable=False),
    Column("superseded_by", Text),  # ids of documents, kept by corpus_standing.py
    Column("part_of", Text),
)

attendance = Table(
    "attendance",
    METADATA,
    _document(),
    _position(),
    Column("name", Text, nullable=False),
    *_span(),
    Column("role", Text),
    Column("party", Text),
    Column("absent", Boolean, nullable=False),
)

items = Table(
    "items",
    METADATA,
    Column("id", Text, primary_key=True),
    _document(),
    _position(),
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_start", Integer, nullable=False),
    Column("title_end", Integer, nullable=False),
    *_span(),
    Column("page", Integer),
    Column("case_no", Text),
    Column("case_key", Text, index=True),
    Column("closed", Boolean, nullable=False),
    Column("url", Text),
    Column("title_terms", Text, nullable=False),
)

sections = Table(
    "sections",
    METADATA,
    _item(),
    _position(),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    *_span(),
    Column("page", Integer),
)

decisions = Table(
    "decisions",
    METADATA,
    _item(),
    _position(),
    *_span(),
    Column("page", Integer),
    Column("section", Text, nullable=False),
    Column("committee", Text),
    Column("committee_key", Text, index=True),
    Column("date", Date),
    Column("item_number", Text),
    Column("prior", Boolean, nullable=False),
)

points = Table(
    "points",
    METADATA,
    _item(),
    Column("decision", Integer),  # the decision's position; none: a point of the recommendation
    _position(),
    Column("label", Text, nullable=False),
    *_span(),
)

attachments = Table(
    "attachments",
    METADATA,
    _item(),
    _position(),
    Column("title", Text, nullable=False),
    *_span(),
    Column("number", Text),
)

chunks = Table(
    "chunks",
    METADATA,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("item", ForeignKey("items.id", ondelete="CASCADE"), index=True),
    Column("kind", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("spans", JSON, nullable=False),  # [[start, end], …]
    Column("page", Integer),
    Column("context", Text, nullable=False),
    Column("content_hash", Text, nullable=False, index=True),
    Column("terms", Text, nullable=False),
    sqlite_autoincrement=True,  # ids are never used again: an engine may still hold the old one
)

vectors = Table(
    "vectors",
    METADATA,
    Column("content_hash", Text, primary_key=True),
    Column("model", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian
)

failures = Table(
    "failures",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("recipe", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

archives = Table(
    "archives",
    METADATA,
    Column("path", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("recipe", Text, nullable=False),
    Column("members", JSON, nullable=False),  # [[[name, …], size, sha256], …]
    Column("refused", JSON, nullable=False),  # [[[name, …], reason], …]
)

Index("items_in_order", items.c.document, items.c.position)
