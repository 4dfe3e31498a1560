"""Splits Danish compounds: ``hjemløsestrategi`` → ``hjemløse`` + ``strategi``.

Danish writes compounds as one word, often with a linking -s- between, so that a question about
"strategi for hjemløse" shares no word with the text until they are split. There is no list of word
frequencies to go by; what tells a real part from a chance one is its *family*: how many words of the
table begin with it, or end with it (``arbejds…`` 338, ``…valg`` 186, ``…syder`` 1).
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from math import log1p

from models.compound_table import (
    ENDINGS_OR_WORDS,
    NOT_HEADS,
    NOT_TAILS,
    SHORT_PARTS,
    SIMPLE_WORDS,
    WHOLE_WITH_S,
)
from models.lemmas import Lexicon

__all__ = ["CompoundSplitter"]

LONG_PART = 4
"""Letters; a shorter part must stand in the table of short ones."""

STEM_FAMILY = 6
"""Words of the table that must begin with a part that has no inflection to show that it is a word: a stem
(``billed…``), an indeclinable (``hjemme…``)."""

NAME_HEAD, NAME_TAIL = 4, 5
"""Letters that the parts of a capitalised word must have: Social|udvalg, but not Mølle|gård."""


class CompoundSplitter:
    """Splits words whose parts are known; ``learn`` makes more words known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._learned: set[str] = set()
        self._splits: dict[str, tuple[str, ...]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Adds words that may be parts of compounds, in any form; those of fewer than four letters not."""
        lemmas = (self.lexicon.lemma(word) for word in words if word.isalpha() and len(word) >= LONG_PART)
        self._learned.update(lemmas)
        self._splits.clear()

    def split(self, word: str) -> tuple[str, ...]:
        """The two parts of a lower-case lemma as written, without the linking -s-; () for a simple word.

        A hyphenated word has as many parts as it has hyphenated pieces.
        """
        parts = self._splits.get(word)
        if parts is None:
            parts = self._splits[word] = self._hyphenated(word) if "-" in word else self._split(word)
        return parts

    def split_name(self, word: str) -> tuple[str, ...]:
        """As ``split``, but leaves words alone that are more likely names of people and places."""
        parts = self.split(word)
        if parts and "-" not in word and (len(parts[0]) < NAME_HEAD or len(parts[-1]) < NAME_TAIL):
            return ()
        return parts

    def lemmas(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """The dictionary forms of parts: ``("børne", "have")`` → ``("barn", "have")``."""
        return tuple(self.lexicon.lemma(part) for part in parts)

    def all_parts(self, parts: tuple[str, ...]) -> list[str]:
        """The dictionary forms of parts, and of the parts of those, each once."""
        found: dict[str, None] = {}
        waiting = list(reversed(parts))
        while waiting:
            lemma = self.lexicon.lemma(waiting.pop())
            if lemma not in found:
                found[lemma] = None
                waiting += reversed(self.split(lemma))
        return list(found)

    def _hyphenated(self, word: str) -> tuple[str, ...]:
        pieces = tuple(p for p in word.split("-") if len(p) > 1 and p.isalnum() and p[0].isalpha())
        return pieces if len(pieces) > 1 else ()

    def _split(self, word: str) -> tuple[str, ...]:
        if not word.isalpha() or word in SIMPLE_WORDS:
            return ()
        best: tuple[str, ...] = ()
        best_score = -1.0
        for cut in range(2, len(word) - 2):
            tail, written_head = word[cut:], word[:cut]
            if not self._is_tail(tail, word) or (head := self._head(written_head)) is None:
                continue
            score = log1p(self._beginning_with(written_head)) + log1p(self._ending_with(tail))
            score -= max(0, LONG_PART - len(tail)) + max(0, LONG_PART - len(written_head))
            if score > best_score:
                best, best_score = (head, tail), score
        return best

    def _is_tail(self, tail: str, word: str) -> bool:
        if len(tail) < LONG_PART:
            return tail in SHORT_PARTS
        if tail in ENDINGS_OR_WORDS:
            return not self.lexicon.weight(word)
        return tail not in NOT_TAILS and self._is_word(tail)

    def _head(self, written: str) -> str | None:
        """The word that a first part stands for, its linking -s- taken off; ``None`` if it is no word."""
        if written in NOT_HEADS:
            return None
        if len(written) < LONG_PART:
            return written if written in SHORT_PARTS else None
        stem = written.removesuffix("s")
        if stem in NOT_HEADS:
            return None
        if written in WHOLE_WITH_S:
            return written
        if stem != written and (self._is_word(stem) or stem in SHORT_PARTS):
            return stem
        if self._is_word(written) or self._is_indeclinable(written):
            return written
        if stem != written and self._is_word(stem + "e"):
            return stem + "e"
        return written if self._is_form(written) or self._is_stem(written) else None

    def _is_word(self, word: str) -> bool:
        return len(word) >= LONG_PART and (self.lexicon.weight(word) > 2 or word in self._learned)

    def _is_form(self, form: str) -> bool:
        """An inflected form of a word: ``blomster`` in ``blomsterbed``."""
        lemma = self.lexicon.in_table(form)
        return lemma is not None and lemma != form and self._is_word(lemma)

    def _is_indeclinable(self, word: str) -> bool:
        return self.lexicon.weight(word) > 0 and self._beginning_with(word) >= STEM_FAMILY

    def _is_stem(self, stem: str) -> bool:
        """A word with its ending dropped (``billed``), changed (``akvarie``) or lengthened (``birke``)."""
        return (
            (self._is_word(stem + "e") and self._beginning_with(stem) >= STEM_FAMILY)
            or (stem.endswith("ie") and self._is_word(stem[:-1] + "um"))
            or (stem.endswith("e") and self._is_word(stem[:-1]))
        )

    def _beginning_with(self, part: str) -> int:
        words = self.lexicon.words
        return bisect_left(words, part + "\uffff") - bisect_left(words, part)

    def _ending_with(self, part: str) -> int:
        reverse = part[::-1]
        return bisect_left(self._reversed, reverse + "\uffff") - bisect_left(self._reversed, reverse)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(word[::-1] for word in self.lexicon.words)
