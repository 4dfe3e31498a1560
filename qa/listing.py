"""What all lists share: which items are on a topic by their titles, and a line for each quote."""

from collections.abc import Iterator, Sequence

from indexer.filters import Filters
from indexer.stored import StoredItem
from qa.answer import Quote
from qa.matching import MatchedTerm, TermMatcher
from qa.open_index import OpenIndex
from qa.phrases import Phrases

__all__ = ["MOST_LISTED", "listing", "titled"]

MOST_LISTED = 50
_IN_TITLE = 0.4  # how fully a title meets each word of the topic


def titled(
    index: OpenIndex, matcher: TermMatcher, topic: Sequence[MatchedTerm], filters: Filters
) -> Iterator[StoredItem]:
    """The items whose titles have every word of a topic."""
    for item in index.corpus.find_items(filters):
        title = index.terms_of(item.item.title)
        if all(matcher.level(matched, title) >= _IN_TITLE for matched in topic):
            yield item


def listing(words: Phrases, quotes: Sequence[Quote], of: int | None = None) -> str:
    """How many there are (``of``, where more than are shown), and a line for each."""
    return "\n".join([words.listed(of or len(quotes)), *(words.line(quote) for quote in quotes)])
