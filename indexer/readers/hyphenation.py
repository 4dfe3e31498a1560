"""Words broken over line ends: is the hyphen the typesetter's, or does it belong to the word?

Danish has both at once: ``kommunalbe-/styrelse`` must become one word again, ``KKR-/regi`` keeps its hyphen,
and ``Sundheds-/og Forebyggelsesudvalget`` is two words. The document itself is asked first (the word may
stand elsewhere, whole), then the look of the halves, then a word list. Where both readings are Danish
(``borger-/rettede``), it counts whether this document breaks words at line ends at all: minutes typed in
a word processor mostly do not, so there a hyphen at the line end was typed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum, auto

__all__ = ["Break", "Hyphenation"]

_CONJUNCTIONS = frozenset({"og", "eller", "samt", "til", "og/eller", "men", "både"})
_WORD = re.compile(r"\w+(?:-\w+)*")
_EDGES = re.compile(r"^\W+|\W+$")


class Break(Enum):
    """What becomes of a hyphen at a line end."""

    JOINED = auto()  # the halves are one word without it
    HYPHENATED = auto()  # they are one word with it
    SUSPENDED = auto()  # they are two words: "Sundheds- og"


class Hyphenation:
    """Decides for the line ends of one document.

    ``lines`` is the whole text; ``halves`` are all its broken words, each as (before the hyphen, after it).
    """

    def __init__(self, lines: Iterable[str], halves: Sequence[tuple[str, str]]) -> None:
        self._words: frozenset[str] = frozenset()
        if halves:
            self._words = frozenset(word.lower() for line in lines for word in _WORD.findall(line))
        verdicts = Counter(self._evident(left, right) for left, right in halves)
        self._breaks_words = verdicts[Break.JOINED] > verdicts[Break.HYPHENATED]

    def of(self, left: str, right: str) -> Break:
        """What the hyphen between two halves is; punctuation around them does not matter."""
        verdict = self._evident(left, right)
        if verdict is None:
            return Break.JOINED if self._breaks_words else Break.HYPHENATED
        return verdict

    def _evident(self, left: str, right: str) -> Break | None:
        if _EDGES.sub("", right).lower() in _CONJUNCTIONS:
            return Break.SUSPENDED
        left, right = _EDGES.sub("", left), _EDGES.sub("", right)
        if not left or not right:
            return Break.HYPHENATED
        whole = (left + right).lower()
        if whole in self._words:
            return Break.JOINED
        if f"{left}-{right}".lower() in self._words or _keeps_by_looks(left, right):
            return Break.HYPHENATED
        if _is_danish(whole):
            return Break.JOINED
        left_known, right_known = _is_danish(left.lower()), _is_danish(right)
        if left[0].isupper() and right_known and not left_known:
            return Break.HYPHENATED  # a name: "Rostock-aftalen"
        return None if left_known and right_known else Break.JOINED


def _keeps_by_looks(left: str, right: str) -> bool:
    """Numbers, letters used as words, acronyms, and a second half with a capital keep their hyphen."""
    return (
        left[-1].isdigit()
        or right[0].isdigit()
        or len(left) == 1
        or sum(letter.isupper() for letter in left) > 1
        or (right[0].isupper() and not left.isupper())
    )


def _is_danish(word: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang="da"))
