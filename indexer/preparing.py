"""From one file to all that is stored of it but the vectors: read, mask, parse, leave out, cut up, analyse.

What a run was told (``Recipe``) is written down with each document, so that another instruction, or a newer
way of reading, makes the document be done again although its file is the same.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from indexer.chunking import TARGET_TOKENS, chunk
from indexer.chunks import Chunk
from indexer.discretion import masked, without_closed
from indexer.parsing import parse
from indexer.readers import read
from indexer.source_text import SourceText
from indexer.stored import Fingerprint, NewChunk, NewDocument
from models.danish import Danish
from models.embedding import Embedder

__all__ = ["Prepared", "Preparer", "Recipe"]

VERSION = 3
"""Raised whenever reading, parsing, chunking or analysis changes what is stored of the same file."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a document is to be read."""

    municipality: str | None = None
    keep_closed: bool = False

    def written(self) -> str:
        """As it is stored with a document and compared."""
        said = {"version": VERSION, "target": TARGET_TOKENS, "closed": self.keep_closed}
        return json.dumps(said | {"municipality": self.municipality}, ensure_ascii=False)

    def after(self, earlier: str | None) -> "Recipe":
        """This recipe for a document read before: a municipality it was given then holds if none is now."""
        if earlier is None or self.municipality is not None:
            return self
        return replace(self, municipality=Recipe.of(earlier).municipality)

    @classmethod
    def of(cls, written: str) -> "Recipe":
        """What ``written`` wrote, of this version or another."""
        said = json.loads(written)
        return cls(municipality=said.get("municipality"), keep_closed=bool(said.get("closed")))


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

    def from_file(self, file: Path, path: str, fingerprint: Fingerprint, recipe: Recipe) -> Prepared:
        """Reads a file. Raises ``UnreadableDocument``, and whatever a reader or parser trips over."""
        source, count = masked(read(file))
        meeting = parse(source, recipe.municipality)
        warnings: tuple[str, ...] = ()
        if not recipe.keep_closed:
            discreet = without_closed(source, meeting)
            warnings = discreet.warnings
            if discreet.source.text != source.text and not meeting.items:
                meeting = parse(discreet.source, recipe.municipality)
            else:
                meeting = discreet.meeting
            source = discreet.source
        warnings = tuple(dict.fromkeys((*source.warnings, *meeting.warnings, *warnings)))
        kind = file.suffix.lower().lstrip(".")
        return self._prepared(
            NewDocument(path, kind, fingerprint, count, warnings, source, meeting, (), ()), recipe.keep_closed
        )

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
