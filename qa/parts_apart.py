"""Compounds of a question whose parts stand in an item, but nowhere together.

"En strategi for hjemløse" is on the "hjemløsestrategi". Minutes in which "skole" and "bus" stand pages apart
say nothing of any "skolebus", though a bag of words has both.
"""

import re

from indexer.minutes import SectionKind
from indexer.stored import StoredItem
from qa.matching import MatchedTerm, TermMatcher
from qa.open_index import OpenIndex

__all__ = ["share_apart"]

_WORD = re.compile(r"[\w-]+")
_REACH = 5  # words: "strategi for unge og hjemløse"


def share_apart(index: OpenIndex, matcher: TermMatcher, item: StoredItem | None) -> float:
    """The share (0..1) by which the item's coverage of the question is too high for that."""
    if item is None:
        return 0.0
    text = index.corpus.text(item.document)
    spans = [
        item.item.title_span,
        *(s.span for s in item.item.sections if s.kind is not SectionKind.ATTACHMENT),
    ]
    whole = frozenset[str]().union(*(index.terms_of(span.of(text)) for span in spans))
    return sum(
        matcher.owed_to_parts(matched)
        for matched in matcher.in_parts(whole)
        if not any(_together(index, matcher, matched, span.of(text)) for span in spans)
    )


def _together(index: OpenIndex, matcher: TermMatcher, matched: MatchedTerm, body: str) -> bool:
    """Whether the parts of a compound stand within a few words of each other."""
    for start, end in index.sentences_of(body):
        sentence = body[start:end]
        if not matcher.has(matched, index.terms_of(sentence)):
            continue
        words = [match.span() for match in _WORD.finditer(sentence)]
        for first in range(len(words)):
            last = min(first + _REACH, len(words)) - 1
            if matcher.has(matched, index.terms_of(sentence[words[first][0] : words[last][1]])):
                return True
    return False
