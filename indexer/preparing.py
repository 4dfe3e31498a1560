"""From what a file told to all that is stored of it but the vectors: cut up, analyse.

What a run was told (``Recipe``) is written down with each document, so that another instruction, or a newer
way of reading, makes the document be done again although its file is the same.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from indexer.attachment_files import AttachmentFile, fingerprint_of
from indexer.chunking import TARGET_TOKENS, chunk
from indexer.chunks import Chunk
from indexer.limits import Limits
from indexer.programs import is_installed
from indexer.source_text import SourceText
from indexer.stored import Fingerprint, NewChunk, NewDocument
from indexer.understanding import Understood
from models.danish import Danish
from models.embedding import Embedder

__all__ = ["Prepared", "Preparer", "Recipe"]

VERSION = 11
"""Raised whenever reading, parsing, chunking or analysis changes what is stored of the same file."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a document is to be read. ``attachments`` tells what lies beside it, ``None``: leave that alone.

    ``without`` names the programs that were missing when it was read, and that could have read more of it.
    ``limits`` is set where it could not be read: other limits are another try.
    """

    municipality: str | None = None
    keep_closed: bool = False
    attachments: str | None = ""
    without: tuple[str, ...] = ()
    limits: Limits | None = None

    def written(self) -> str:
        """As it is stored with a document and compared."""
        said: dict[str, object] = {"version": VERSION, "target": TARGET_TOKENS, "closed": self.keep_closed}
        if self.attachments:
            said["attachments"] = self.attachments
        if self.without:
            said["without"] = self.without
        if self.limits is not None:
            said["limits"] = asdict(self.limits)
        return json.dumps(said | {"municipality": self.municipality}, ensure_ascii=False)

    def beside(self, attachments: Sequence[AttachmentFile]) -> "Recipe":
        """This recipe for a file with what lies beside it now."""
        if self.attachments is None:
            return self
        return replace(self, attachments=fingerprint_of(attachments))

    def after(self, earlier: str | None) -> "Recipe":
        """This recipe for a document read before.

        A municipality it was given then holds if none is now, and what was missing then may be so still.
        """
        if earlier is None:
            return self
        before = Recipe.of(earlier)
        municipality = before.municipality if self.municipality is None else self.municipality
        without = tuple(name for name in before.without if not is_installed(name))
        return replace(self, municipality=municipality, without=without)

    def tried(self, limits: Limits) -> "Recipe":
        """This recipe as it is remembered of a file that could not be read within these limits."""
        return replace(self, limits=limits)

    @classmethod
    def of(cls, written: str) -> "Recipe":
        """What ``written`` wrote, of this version or another."""
        said = json.loads(written)
        return cls(
            said.get("municipality"),
            bool(said.get("closed")),
            said.get("attachments", ""),
            tuple(said.get("without", ())),
        )


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be stored, and the text of each chunk as the model is to read it, by hash."""

    document: NewDocument
    texts: dict[str, str]


class Preparer:
    """Prepares documents for one model."""

    def __init__(self, embedder: Embedder, language: Callable[[], Danish]) -> None:
        self._embedder = embedder
        self._language = language

    def warm(self) -> None:
        """Loads what every document needs."""
        self._language()

    def of(self, known: Understood, path: str, fingerprint: Fingerprint, recipe: Recipe) -> Prepared:
        """What a file told, cut up for the index."""
        kind = PurePath(path).suffix.lower().lstrip(".")
        document = NewDocument(
            path, kind, fingerprint, known.masked, known.warnings, known.source, known.meeting, (), ()
        )
        return self._prepared(document, recipe.keep_closed)

    def again(self, document: NewDocument, keep_closed: bool) -> Prepared:
        """Cuts up a stored document anew, for another model."""
        return self._prepared(document, keep_closed)

    def _prepared(self, document: NewDocument, keep_closed: bool) -> Prepared:
        source, meeting, language = document.source, document.meeting, self._language()
        chunks = chunk(
            source,
            meeting,
            language.sentences,
            self._embedder.count_tokens,
            self._embedder.max_tokens,
            keep_closed=keep_closed,
        )
        texts: dict[str, str] = {}
        stored = tuple(_new_chunk(piece, source, texts, language) for piece in chunks)
        titles = tuple(tuple(language.search_terms(item.title)) for item in meeting.items)
        return Prepared(replace(document, title_terms=titles, chunks=stored), texts)


def _new_chunk(piece: Chunk, source: SourceText, texts: dict[str, str], language: Danish) -> NewChunk:
    text = piece.embedded_text(source.text)
    content_hash = sha256(text.encode()).hexdigest()
    texts[content_hash] = text
    return NewChunk(piece, content_hash, tuple(language.search_terms(piece.body(source.text))))
