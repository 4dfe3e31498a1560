"""Whose minutes these are, when only the text can tell.

Minutes seldom name their own municipality in the head. It is the one whose name stands before
"Kommune" (or "Byråd", "Rådhus") far more often than any other; where none stands out, nothing is said.
"""

import re
from collections import Counter

__all__ = ["municipality_of"]

_STATED = re.compile(
    r"^(?:Kommune:?[ \t]+(?P<name>[A-ZÆØÅ][\w\- ]{1,40})|(?P<before>[A-ZÆØÅ][\w\- ]{1,40}?)s? Kommune)"
    r"(?:[ \t]+Side \d+.*)?$",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+|\s?og [A-ZÆØÅ][a-zæøå]+)?)s? "
    r"(?:Kommunes?|Byråds?|Rådhus|Kommunalbestyrelse)\b"
)
_NOT_NAMES = frozenset(
    {"Den", "Denne", "Hver", "Alle", "En", "Din", "Vores", "Ny", "Af", "I", "På", "For", "Det", "Og", "Som"}
)
_SHARE = 0.5


def municipality_of(text: str) -> tuple[str | None, bool]:
    """The municipality's name (without "Kommune") and whether the document states it outright."""
    stated = _STATED.search(text)
    if stated:
        return (stated["name"] or stated["before"]).strip(), True
    counts = Counter(m["name"] for m in _NAMED.finditer(text) if m["name"] not in _NOT_NAMES)
    if not counts:
        return None, False
    name, count = counts.most_common(1)[0]
    return (name, False) if count >= _SHARE * counts.total() and count >= 2 else (None, False)
