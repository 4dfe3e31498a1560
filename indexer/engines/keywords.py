"""The keyword arm of the local engine: BM25 over ready terms, in tantivy.

Terms are joined by spaces and split there again, nothing else: the analysis is ours. Nothing is stored
and no positions are kept, so the files hold which terms a chunk has, not its text. tantivy's commit is
atomic in itself; the folder it works in is a generation of its own all the same (``generations.py``).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from indexer.engines.attributes import Attributes, excluded_tokens, filter_tokens, required_tokens
from indexer.engines.base import FIELDS, Field, Hit, Posting
from indexer.filters import Filters

__all__ = ["KeywordReader", "KeywordWriter"]

_ID = "chunk"
_FILTER = "filter"
_WRITER_MEMORY = 64_000_000  # bytes; tantivy's least is 15 million
_TIES = 64  # so many more are fetched than asked for, to put equal scores in order of chunk id


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field(_ID, indexed=True, fast=True)
    builder.add_text_field(_FILTER, tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class KeywordWriter:
    """Writes to the tantivy index in ``folder``, made when it is not there."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        index = tantivy.Index(_schema(), str(folder))
        self._writer = index.writer(heap_size=_WRITER_MEMORY, num_threads=1)

    def add(self, posting: Posting) -> None:
        """Takes in one chunk."""
        terms = {field: " ".join(posting.fields.get(field, ())) for field in FIELDS}
        self._writer.add_document(
            tantivy.Document(**{_ID: posting.chunk_id, _FILTER: filter_tokens(posting)}, **terms)
        )

    def remove(self, chunk_ids: Iterable[int]) -> None:
        """Forgets chunks."""
        for chunk_id in chunk_ids:
            self._writer.delete_documents_by_term(_ID, chunk_id)

    def clear(self) -> None:
        """Forgets everything."""
        self._writer.delete_all_documents()

    def finish(self) -> None:
        """Commits and waits until the files are as they will stay; the writer is then used up."""
        self._writer.commit()
        self._writer.garbage_collect_files()
        self._writer.wait_merging_threads()

    def abandon(self) -> None:
        """Drops what was not committed; the writer is then used up."""
        self._writer.rollback()
        self._writer.wait_merging_threads()


class KeywordReader:
    """Searches the tantivy index in ``folder`` as it is now. Raises ``ValueError`` when it is damaged."""

    def __init__(self, folder: Path) -> None:
        self._schema = _schema()
        self._searcher = tantivy.Index.open(str(folder)).searcher()

    def __len__(self) -> int:
        return self._searcher.num_docs

    def search(
        self,
        terms: Mapping[str, float],
        limit: int,
        filters: Filters,
        attributes: Attributes,
        boosts: Mapping[Field, float],
    ) -> list[Hit]:
        """See ``SearchEngine.search_terms``."""
        wanted = self._any_of(terms, boosts)
        if wanted is None or limit < 1:
            return []
        clauses = [(tantivy.Occur.Must, wanted)]
        for tokens in required_tokens(attributes, filters):
            allowed = tantivy.Query.term_set_query(self._schema, _FILTER, tokens)
            clauses.append((tantivy.Occur.Must, tantivy.Query.const_score_query(allowed, 0.0)))
        if excluded := excluded_tokens(filters):
            barred = tantivy.Query.term_set_query(self._schema, _FILTER, excluded)
            clauses.append((tantivy.Occur.MustNot, barred))
        query = tantivy.Query.boolean_query(clauses) if len(clauses) > 1 else wanted
        found = self._searcher.search(query, limit + _TIES, count=False).hits
        ids: list[Any] = self._searcher.fast_field_values(_ID, [address for _, address in found])
        hits = [Hit(int(chunk), float(score)) for chunk, (score, _) in zip(ids, found, strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:limit]

    def document_frequency(self, term: str) -> int:
        """See ``SearchEngine.document_frequency``."""
        query = self._any_of({term: 1.0}, dict.fromkeys(FIELDS, 1.0))
        if query is None:
            return 0
        found: Any = self._searcher.search(query, 1, count=True)  # tantivy's own types forget ``count``
        return int(found.count)

    def holding(self, term: str) -> NDArray[np.int64]:
        """See ``SearchEngine.holding``."""
        query = self._any_of({term: 1.0}, dict.fromkeys(FIELDS, 1.0))
        if query is None or not len(self):
            return np.empty(0, np.int64)
        found = self._searcher.search(
            tantivy.Query.const_score_query(query, 0.0), len(self), count=False
        ).hits
        ids: list[Any] = self._searcher.fast_field_values(_ID, [address for _, address in found])
        return np.sort(np.array(ids, np.int64))

    def fuzzy_terms(self, term: str, distance: int) -> list[str]:
        """See ``SearchEngine.fuzzy_terms``."""
        frequencies = self._vocabulary
        near = process.extract_iter(
            term,
            [word for word in frequencies if abs(len(word) - len(term)) <= distance],
            scorer=OSA.distance,
            score_cutoff=distance,
        )
        return [word for _, _, word in sorted((d, -frequencies[word], word) for word, d, _ in near)]

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        """Every term with the largest number of chunks that have it in one field."""
        largest: dict[str, int] = {}
        for field in FIELDS:
            for term, count in self._searcher.terms_with_prefix(field, ""):
                largest[term] = max(count, largest.get(term, 0))
        return largest

    def _any_of(self, terms: Mapping[str, float], boosts: Mapping[Field, float]) -> tantivy.Query | None:
        parts: list[tuple[tantivy.Occur, tantivy.Query]] = []
        for term, weight in terms.items():
            for field, boost in boosts.items():
                if term and weight * boost > 0:
                    query = tantivy.Query.term_query(self._schema, field, term, index_option="freq")
                    parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(query, weight * boost)))
        return tantivy.Query.boolean_query(parts) if parts else None
