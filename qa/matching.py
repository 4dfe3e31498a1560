"""How well a stretch of minutes covers the words of a question.

A question's word counts by its rarity in the index. It is met in full by the same lemma, nearly by a
near spelling or by the minutes' word for the same thing, in part by the parts of a compound ("strategi for
hjemløse" / "hjemløsestrategi").
"""

import math
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.base import SearchEngine
from models.commonness import commonness
from models.english_words import is_put_into
from models.everyday_words import minutes_words
from qa.outcomes import names_outcome
from qa.question import Term

__all__ = ["MatchedTerm", "TermMatcher"]

_MISSPELT = 0.85
_ALIKE = 0.75
_ALIKE_ASKED = 0.6
_ALL_PARTS = 0.75
_SOME_PARTS = 0.4
_HEAD_INSIDE = 0.6
_RELATED = 0.6
_MET = 0.5
_MIN_PART = 3
_STEM = 5
_ENDING = 3
_DEEDS = ("ning", "ing", "else", "sel")  # of nouns made from verbs
_LONGEST_DEED = 4
_MAX_VARIANTS = 6
_INFLECTION = re.compile(r"(?:erne|ene|ens|ets|en|et|er|ne)$")
_MISSPELT_STEM = 6
_ALSO_TOPICS = frozenset(("udsatte",))
"""Forms that name an outcome, and somebody as well: "støtte til udsatte"."""
_RARE_ZIPF = 3.0
_PER_ZIPF = 0.25
_LEAST_TELLING = 0.2
"""A word tells all it can up to the first, and a quarter less for every tenfold occurrence, down to the last.
Set by hand; together they added 0.05 to item@1 on questions never seen."""


@dataclass(frozen=True, slots=True)
class MatchedTerm:
    """A question's word as the index knows it.

    ``weight`` is its rarity in the index (inverse document frequency, natural logarithm, at least 0.3), less
    where the word is common in Danish at large; ``variants`` are spellings of the index that stand for it
    when it does not occur itself, ``alike`` the minutes' words for the same thing that occur; ``known`` tells
    whether it, one of these or one of its parts occurs at all.
    """

    term: Term
    weight: float
    variants: tuple[str, ...]
    known: bool
    alike: tuple[str, ...] = ()


class TermMatcher:
    """The words of one question, weighed against one index."""

    def __init__(
        self, terms: Sequence[Term], engine: SearchEngine, *, foreign: bool = False, as_typed: bool = False
    ) -> None:
        """``foreign``: the question is English; words unknown to index and table are left out.

        ``as_typed``: the minutes' own words for the same thing do not count.
        """
        self._as_typed = as_typed
        self._size = max(1, len(engine))
        weighed = (self._weighed(term, engine) for term in terms)
        self.terms = tuple(
            matched
            for matched in weighed
            if not foreign or matched.term.name or matched.known or is_put_into(matched.term.text)
        )
        self.total = sum(matched.weight for matched in self.terms)

    def coverage(self, present: Collection[str]) -> float:
        """The share (0..1) of the question's weight that a set of search terms meets; 0 without terms."""
        if not self.total:
            return 0.0
        return sum(matched.weight * self.level(matched, present) for matched in self.terms) / self.total

    def coverage_beyond(self, given: Collection[str], present: Collection[str]) -> float:
        """The share (0..1) that ``present`` meets of the words which are no names and ``given`` lacks.

        Where ``given`` is the title of a case, those are what is asked about it. 1 without such words.
        """
        asked = [m for m in self.terms if not m.term.name and self.level(m, given) < _MET]
        total = sum(matched.weight for matched in asked)
        return sum(m.weight * self.level(m, present) for m in asked) / total if total else 1.0

    def meets(self, term: Term, present: Collection[str]) -> bool:
        """Whether a set of search terms has a word of the question, be it spelt or formed otherwise."""
        known = next((matched for matched in self.terms if matched.term.lemma == term.lemma), None)
        return self.level(known or MatchedTerm(term, 0.0, (), True), present) >= _MET

    def in_parts(self, present: Collection[str]) -> list[MatchedTerm]:
        """The compounds of the question that a set of search terms has the parts of, but no other form."""
        return [matched for matched in self.terms if self._is_in_parts(matched, present)]

    def has(self, matched: MatchedTerm, present: Collection[str]) -> bool:
        """Whether a set of search terms has a word of the question, or all its parts."""
        return self.level(matched, present) >= _RELATED

    def owed_to_parts(self, matched: MatchedTerm) -> float:
        """The share (0..1) of ``coverage`` that a compound has by all of its parts more than by some."""
        parts = len(_parts(matched.term))
        return matched.weight * (_ALL_PARTS - _SOME_PARTS * (parts - 1) / parts) / self.total

    def _is_in_parts(self, matched: MatchedTerm, present: Collection[str]) -> bool:
        term = matched.term
        parts = _parts(term)
        written = (term.lemma, term.text.lower(), *matched.variants, *matched.alike)
        return (
            len(parts) > 1
            and not any(word in present for word in written)
            and all(part in present or _has_relative(part, present) for part in parts)
            and not _has_relative(term.lemma, present, term.lemma.rfind(parts[-1]) + _MIN_PART)
        )

    def coverages(self, holds: Callable[[str], NDArray[np.bool_]]) -> NDArray[np.float64]:
        """``coverage`` of many stretches at once; ``holds`` tells for a search term which of them have it.

        Words of the same stem do not count here: a search finds what was typed.
        """
        if not self.total:
            return np.zeros(len(holds("")))
        weighed = [matched.weight * self._levels(matched, holds) for matched in self.terms]
        return np.asarray(np.sum(weighed, axis=0) / self.total, np.float64)

    def known_share(self) -> float:
        """The share (0..1) of the question's weight that is of words which the index knows."""
        return sum(m.weight for m in self.terms if m.known) / self.total if self.total else 0.0

    def level(self, matched: MatchedTerm, present: Collection[str]) -> float:
        """How fully (0..1) one word is met by a set of search terms."""
        term = matched.term
        if term.lemma in present or term.text.lower() in present:
            return 1.0
        if any(variant in present for variant in matched.variants):
            return _MISSPELT
        if any(word in present for word in matched.alike):
            return _ALIKE
        parts = _parts(term)
        if len(parts) < 2:
            return _RELATED if not term.name and _has_relative(term.lemma, present) else 0.0
        met = sum(part in present for part in parts)
        if met == len(parts):
            return _ALL_PARTS
        if all(part in present or _has_relative(part, present) for part in parts):
            return _RELATED
        if _has_relative(term.lemma, present, term.lemma.rfind(parts[-1]) + _MIN_PART):
            return _RELATED
        return _SOME_PARTS * met / len(parts)

    def _levels(self, matched: MatchedTerm, holds: Callable[[str], NDArray[np.bool_]]) -> NDArray[np.float64]:
        """``level`` of many stretches at once."""
        term = matched.term
        parts = _parts(term)
        levels = np.zeros(len(holds(term.lemma)))
        if len(parts) >= 2:
            met = np.sum([holds(part) for part in parts], axis=0)
            levels = np.where(met == len(parts), _ALL_PARTS, _SOME_PARTS * met / len(parts))
        for variant in matched.variants:
            levels[holds(variant)] = _MISSPELT
        levels[holds(term.lemma) | holds(term.text.lower())] = 1.0
        return levels

    def query(self) -> dict[str, float]:
        """What the keyword arm is asked for: term to weight."""
        asked: dict[str, float] = {}
        for matched in self.terms:
            term = matched.term
            for word, weight in (
                (term.lemma, 1.0),
                (term.text.lower(), 1.0),
                *((variant, _MISSPELT) for variant in matched.variants),
                *((word, _ALIKE_ASKED) for word in matched.alike),
                *((part, _HEAD_INSIDE) for part in _parts(term)),
            ):
                asked[word] = max(asked.get(word, 0.0), weight)
        return asked

    def _weighed(self, term: Term, engine: SearchEngine) -> MatchedTerm:
        frequency = max(engine.document_frequency(term.lemma), engine.document_frequency(term.text.lower()))
        otherwise = (*term.joined, *minutes_words(term.text, term.lemma))
        counts = not term.name and not self._as_typed
        alike = tuple(word for word in otherwise if counts and engine.document_frequency(word))
        variants: tuple[str, ...] = ()
        if not frequency and alike:
            frequency = max(map(engine.document_frequency, alike))
        elif not frequency:
            variants = _spellings(term.lemma, engine)
            frequency = max((engine.document_frequency(variant) for variant in variants), default=0)
        known = bool(frequency)
        if not frequency and term.parts:
            known = any(engine.document_frequency(part) for part in term.parts)
        return MatchedTerm(term, self._rarity(frequency) * _telling(term), variants, known, alike)

    def _rarity(self, frequency: int) -> float:
        """BM25's inverse document frequency, floored so that a common word still counts a little."""
        return max(0.3, math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5)))


def _parts(term: Term) -> list[str]:
    """The parts of a word that tell something by themselves; short ones only before a hyphen ("VR-")."""
    shortest = 2 if "-" in term.lemma else _MIN_PART
    return [part for part in term.parts if len(part) >= shortest or part.isdigit()]


def _has_relative(lemma: str, present: Collection[str], shortest: int = _STEM) -> bool:
    """Whether a word of the same stem is there: "hjemløshed" and "hjemløs", "stige" and "stigning".

    A compound's stem reaches into its last part (``shortest`` letters): "skolebus" is none of "skoledag".
    """
    if lemma.endswith("e") and any(lemma[:-1] + ending in present for ending in _DEEDS):
        return True
    stem = lemma[: max(_STEM, shortest, len(lemma) - _ENDING)]
    return len(lemma) > _STEM and any(
        word.startswith(stem) and len(word) <= max(len(stem) + 2, len(lemma)) + _LONGEST_DEED
        for word in present
    )


def _telling(term: Term) -> float:
    """How much (0..1) a word tells of a topic by how common it is in the language.

    Names tell all; what came of a case ("blev … afvist?") tells nothing of what it is about.
    """
    if term.name:
        return 1.0
    if names_outcome(term.lemma) and term.text.lower() not in _ALSO_TOPICS:
        return _LEAST_TELLING
    common = max(commonness(term.lemma), commonness(term.text.lower()))
    return min(1.0, max(_LEAST_TELLING, 1.0 - _PER_ZIPF * (common - _RARE_ZIPF)))


def _spellings(lemma: str, engine: SearchEngine) -> tuple[str, ...]:
    """Words of the index within a slip or two; short words and numbers are taken as written."""
    if len(lemma) < 5 or any(map(str.isdigit, lemma)):
        return ()
    near = engine.fuzzy_terms(lemma, 1)
    bare = _INFLECTION.sub("", lemma)
    if not near and len(bare) >= _MISSPELT_STEM:
        near = engine.fuzzy_terms(bare, 1)  # a slip in the stem hides the ending from the lemmatiser
    if not near and len(lemma) >= 8:
        near = engine.fuzzy_terms(lemma, 2)
    return tuple(word for word in near if word[:1] == lemma[:1])[:_MAX_VARIANTS]
