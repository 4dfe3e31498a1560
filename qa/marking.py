"""Where the words of a search stand in a passage: what a reader sees marked.

A word is marked where it stands inflected, as part of a compound or, of a misspelt one, as the index spells
it; the parts of a compound that was looked for, where all of them stand; a phrase as a whole.
"""

from collections.abc import Iterable

from models.danish import Danish, Token
from models.search_terms import mention_terms
from qa.matching import MatchedTerm
from qa.search_words import find_phrase, small

__all__ = ["Marks", "marks_in"]

Marks = tuple[tuple[int, int], ...]
"""(start, end) of what is marked in a text, in order, none touching the next."""

_LEAST_PART = 3  # letters: shorter parts of compounds are no words of their own


def marks_in(text: str, terms: Iterable[MatchedTerm], phrases: Iterable[str], danish: Danish) -> Marks:
    """What to mark in a text for the words and phrases looked for."""
    wanted = list(terms)
    found = [place for phrase in phrases for place in find_phrase(phrase, small(text))]
    if wanted:
        tokens = danish.tokens(text)
        whole = {word for matched in wanted for word in _words_of(matched)}
        whole |= _parts_standing(wanted, tokens)
        found += [(token.start, token.end) for token in tokens if whole & _terms_of(token)]
        found += [
            (mention.start, mention.end)
            for mention in danish.mentions(text)
            if whole.intersection(mention_terms(mention))
        ]
    return _joined(found)


def _words_of(matched: MatchedTerm) -> set[str]:
    return {matched.term.lemma, matched.term.text.lower(), *matched.variants}


def _terms_of(token: Token) -> set[str]:
    return set() if token.is_stop else {token.lemma, token.text.lower(), *token.parts}


def _parts_standing(wanted: Iterable[MatchedTerm], tokens: Iterable[Token]) -> set[str]:
    """The parts of those compounds that do not stand in the text themselves, but all their parts do."""
    present = {term for token in tokens for term in _terms_of(token)}
    found: set[str] = set()
    for matched in wanted:
        parts = {part for part in matched.term.parts if len(part) >= _LEAST_PART}
        if len(parts) >= 2 and parts <= present and not _words_of(matched) & present:
            found |= parts
    return found


def _joined(places: Iterable[tuple[int, int]]) -> Marks:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
