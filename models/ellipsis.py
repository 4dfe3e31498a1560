"""Compounds that share their end: "om- og tilbygning" is also "ombygning".

Danish leaves the common end out of all but the last; a search for the whole word would miss the first.
"""

import re

from models.compounds import CompoundSplitter

__all__ = ["completed_compounds"]

_SHARED_END = re.compile(r"\b(?P<head>[^\W\d_]{2,})-\s+(?:og|eller|samt)\s+(?P<whole>[^\W\d_]{5,})")
_SHORTEST_END = 4


def completed_compounds(text: str, splitter: CompoundSplitter) -> list[str]:
    """The lemmas of the words that were cut short, made whole; in text order.

    The end is the longest one that makes a word of the table; else the last part of the whole compound.
    """
    found = []
    lexicon = splitter.lexicon
    for match in _SHARED_END.finditer(text):
        head, whole = match["head"].lower(), match["whole"].lower()
        ends = (whole[cut:] for cut in range(2, len(whole) - _SHORTEST_END + 1))
        word = next((head + end for end in ends if lexicon.in_table(head + end) is not None), None)
        if word is None:
            parts = splitter.lemmas(splitter.split(lexicon.lemma(whole)))
            word = head + parts[-1] if parts else None
        if word is not None:
            found.append(lexicon.lemma(word))
    return found
