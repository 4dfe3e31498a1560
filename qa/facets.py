"""The facets of a search: what its matches can be narrowed by, and how many each choice would leave.

A facet's own choice does not limit its own counts, those of the others do; more than one value may be
chosen in a facet. A passage counts for the body and the year of its meeting and, where it quotes an earlier
decision, for those of the body that took it; a committee and a year chosen together must be of one sitting.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.corpus_passages import Passage
from indexer.engines.base import Sitting
from indexer.minutes import SectionKind
from indexer.naming import case_key, name_key
from qa.outcomes import Outcome

__all__ = ["Choices", "Facet", "FacetCount", "Facets", "Match", "count_facets", "narrowed"]


class Facet(StrEnum):
    """What matches can be narrowed by."""

    MUNICIPALITY = "municipality"
    COMMITTEE = "committee"
    YEAR = "year"
    OUTCOME = "outcome"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that a search finds. Scores compare within one search; ``outcome`` is that of its item."""

    passage: Passage
    score: float
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What matches are narrowed to; an empty set means all. Days are inclusive.

    Names of municipalities and committees are compared without case. ``case_no`` and the days are no
    facets: they limit all counts.
    """

    municipalities: frozenset[str] = frozenset()
    committees: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    outcomes: frozenset[Outcome] = frozenset()
    sections: frozenset[SectionKind] = frozenset()
    date_from: date | None = None
    date_to: date | None = None
    case_no: str | None = None


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, and how many matches it has under the choices made in the other facets."""

    value: str
    count: int
    chosen: bool


Facets = dict[Facet, tuple[FacetCount, ...]]


def narrowed(matches: Iterable[Match], choices: Choices) -> list[Match]:
    """The matches that meet every choice, in their order."""
    narrowing = _Narrowing(choices)
    return [match for match in matches if narrowing.keeps(match)]


def count_facets(matches: Iterable[Match], choices: Choices) -> Facets:
    """For each facet its values, most matches first (years: newest first), those chosen always among them."""
    narrowing = _Narrowing(choices)
    kinds = Counter(_Kind.of(match) for match in matches if narrowing.of_case(match))
    counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
    for kind, count in kinds.items():
        for facet in Facet:
            for value in narrowing.values(kind, facet):
                counts[facet][value] += count
    return {facet: _rows(facet, counts[facet], narrowing) for facet in Facet}


def _rows(facet: Facet, counts: Counter[str], narrowing: "_Narrowing") -> tuple[FacetCount, ...]:
    chosen = narrowing.chosen[facet]
    rows = [
        FacetCount(narrowing.written.get(value, value), counts[value], value in chosen)
        for value in counts.keys() | chosen
    ]
    if facet is Facet.YEAR:
        return tuple(sorted(rows, key=lambda row: row.value, reverse=True))
    return tuple(sorted(rows, key=lambda row: (-row.count, row.value)))


@dataclass(frozen=True, slots=True)
class _Kind:
    """What matches have in common that count alike: there are far fewer of these than matches."""

    municipality: str | None
    sittings: tuple[Sitting, ...]
    sections: frozenset[SectionKind]
    outcome: Outcome | None

    @classmethod
    def of(cls, match: Match) -> "_Kind":
        passage = match.passage
        return cls(passage.municipality, passage.sittings, passage.sections, match.outcome)


class _Narrowing:
    """Choices made ready to test by: every value as the text it is compared by."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._case = None if choices.case_no is None else case_key(choices.case_no)
        self.written: dict[str, str] = {}  # names by what they are compared by
        self.chosen = {
            Facet.MUNICIPALITY: frozenset(map(self._key, sorted(choices.municipalities))),
            Facet.COMMITTEE: frozenset(map(self._key, sorted(choices.committees))),
            Facet.YEAR: frozenset(map(str, choices.years)),
            Facet.OUTCOME: frozenset(outcome.value for outcome in choices.outcomes),
            Facet.SECTION: frozenset(section.value for section in choices.sections),
        }
        self._kept: dict[_Kind, bool] = {}

    def keeps(self, match: Match) -> bool:
        """Whether a match meets every choice."""
        if not self.of_case(match):
            return False
        kind = _Kind.of(match)
        kept = self._kept.get(kind)
        if kept is None:
            kept = self._kept[kind] = self._meets_others(kind, None) and bool(self._sittings(kind, None))
        return kept

    def of_case(self, match: Match) -> bool:
        """Whether a match is of the case asked for, if one is."""
        return self._case is None or match.passage.case_key == self._case

    def values(self, kind: _Kind, facet: Facet) -> frozenset[str]:
        """The values that such matches have in a facet; none where they fail another facet's choice."""
        if not self._meets_others(kind, facet):
            return frozenset()
        sittings = self._sittings(kind, facet)
        if facet is Facet.COMMITTEE:
            return frozenset(self._key(sitting.committee) for sitting in sittings if sitting.committee)
        if facet is Facet.YEAR:
            return frozenset(str(sitting.date.year) for sitting in sittings if sitting.date)
        return self._plain(kind, facet) if sittings else frozenset()

    def _meets_others(self, kind: _Kind, facet: Facet | None) -> bool:
        others = (f for f in (Facet.MUNICIPALITY, Facet.OUTCOME, Facet.SECTION) if f is not facet)
        return all(not self.chosen[f] or self.chosen[f] & self._plain(kind, f) for f in others)

    def _plain(self, kind: _Kind, facet: Facet) -> frozenset[str]:
        if facet is Facet.SECTION:
            return frozenset(section.value for section in kind.sections)
        if facet is Facet.OUTCOME:
            return frozenset((kind.outcome.value,)) if kind.outcome else frozenset()
        return frozenset((self._key(kind.municipality),)) if kind.municipality else frozenset()

    def _sittings(self, kind: _Kind, facet: Facet | None) -> list[Sitting]:
        """The sittings within the days, committees and years chosen; ``facet``'s own choice left aside."""
        return [sitting for sitting in kind.sittings if self._admits(sitting, facet)]

    def _admits(self, sitting: Sitting, facet: Facet | None) -> bool:
        committees, years = self.chosen[Facet.COMMITTEE], self.chosen[Facet.YEAR]
        body = None if sitting.committee is None else self._key(sitting.committee)
        if facet is not Facet.COMMITTEE and committees and body not in committees:
            return False
        day, first, last = sitting.date, self._choices.date_from, self._choices.date_to
        if day is None:
            return first is None and last is None and (facet is Facet.YEAR or not years)
        if facet is not Facet.YEAR and years and str(day.year) not in years:
            return False
        return (first is None or first <= day) and (last is None or day <= last)

    def _key(self, name: str) -> str:
        key = name_key(name)
        self.written.setdefault(key, name)
        return key
