"""Lists of cases by what stands in a sentence: what somebody said on them, or who was disqualified."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredItem
from qa.answer import Role
from qa.conflicts_of_interest import tells_of_conflict
from qa.draft import Draft
from qa.listing import MOST_LISTED, listing, titled
from qa.matching import MatchedTerm, TermMatcher
from qa.open_index import OpenIndex
from qa.opinions import is_of_opinions
from qa.phrases import Phrases
from qa.quoting import Quoter
from qa.said_by import sayings

__all__ = ["conflicts_draft", "opinions_draft"]

_CONFLICTS = "inhabil inhabile inhabilitet ugild"
_MOST_CHUNKS = 500


def opinions_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    matcher: TermMatcher,
    topical: Sequence[MatchedTerm],
    speaker: str,
    filters: Filters,
) -> Draft:
    """Each case that somebody says something about, with the first sentence that does, in order of date."""
    topic = [m for m in topical if m.term.lemma != speaker and not is_of_opinions(m.term.lemma)]
    said: dict[str, Span] = {}
    for chunk, span in sayings(index, speaker, filters):
        if chunk.item_id:
            said.setdefault(chunk.item_id, span)
    whole = replace(filters, items=frozenset(said))
    return _told_draft(quoter, words, said, titled(index, matcher, topic, whole) if said else ())


def conflicts_draft(index: OpenIndex, quoter: Quoter, words: Phrases, filters: Filters) -> Draft:
    """Each case from which somebody was disqualified, with the sentence that tells it, in order of date."""
    asked = dict.fromkeys(index.terms_of(_CONFLICTS), 1.0)
    hits = index.engine.search_terms(asked, _MOST_CHUNKS, filters)
    told: dict[str, Span] = {}
    for chunk in index.corpus.chunks(sorted(hit.chunk_id for hit in hits)):
        if chunk.item_id is None or chunk.kind is SectionKind.PRIOR_DECISION:
            continue
        text = index.corpus.text(chunk.document)
        for part in chunk.spans:
            for start, end in index.sentences_of(part.of(text)):
                if tells_of_conflict(part.of(text)[start:end]):
                    told.setdefault(chunk.item_id, Span(part.start + start, part.start + end))
    items = index.corpus.find_items(replace(filters, items=frozenset(told))) if told else ()
    return _told_draft(quoter, words, told, items)


def _told_draft(
    quoter: Quoter, words: Phrases, told: Mapping[str, Span], items: Iterable[StoredItem]
) -> Draft:
    quotes = [
        quoter.from_item(item, told[item.id], Role.PASSAGE, None) for item in items if not item.item.closed
    ]
    if not quotes:
        return Draft("", ())
    return Draft(listing(words, quotes[:MOST_LISTED], len(quotes)), tuple(quotes[:MOST_LISTED]), certain=True)
