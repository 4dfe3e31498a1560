"""Cutting a stretch of text into pieces of a size, at the best places there are.

The smallest unit is a sentence (or a list item, or a line that the sentence splitter sets apart); paragraphs
are kept together while they fit. Sizes are in tokens of the embedding model, counted once for all units.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from indexer.source_text import Span, fold

__all__ = ["Packer", "Pieces"]

Pieces = list[tuple[Span, ...]]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\f\s*")
_LIST_ITEM = re.compile(
    r"(?:[•‣▪●○◦–—*·\uf0b7-]|\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|At\s\d{1,2}\W)\s*\S", re.IGNORECASE
)
_WORD = re.compile(r"\S+")
_SMALL = 0.35  # of the target: a piece of less is joined to its neighbour
_LARGE = 1.4  # of the target: a paragraph up to this is not cut
_LEAD_SHARE = 0.4  # of the target: a longer lead-in line is not repeated
_HEADING_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence with its size. ``first`` begins a paragraph; ``listed`` is a list item.

    ``leads`` announces what follows (a line that ends with a colon, a heading inside a section).
    """

    span: Span
    tokens: int
    first: bool
    listed: bool
    leads: bool


class Packer:
    """Cuts spans of one text; ``prepare`` must have seen them."""

    def __init__(
        self,
        text: str,
        sentences: Callable[[str], list[tuple[int, int]]],
        count_tokens: Callable[[list[str]], list[int]],
        max_tokens: int,
        target: int,
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._count_tokens = count_tokens
        self._max_tokens = max_tokens
        self._target = target
        self._units: dict[Span, list[_Unit]] = {}

    def prepare(self, spans: Iterable[Span]) -> None:
        """Splits spans into sentences and counts their tokens, all in one go."""
        wanted = list(dict.fromkeys(spans))
        found = {span: self._split(span) for span in wanted}
        flat = [unit for units in found.values() for unit, _ in units]
        counts = iter(self._count_tokens([fold(unit.of(self._text)) for unit in flat]) if flat else [])
        for span in wanted:
            self._units[span] = [self._unit(unit, first, next(counts)) for unit, first in found[span]]

    def size(self, spans: Iterable[Span]) -> int:
        """About how many tokens the spans have."""
        return sum(unit.tokens + 1 for span in spans for unit in self._units[span])

    def split(self, spans: tuple[Span, ...], room: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """As many whole sentences from the beginning as there is room for, and the rest."""
        units = self._in_room(spans, room)
        sizes = accumulate(unit.tokens + 1 for unit in units)
        count = sum(size <= room for size in sizes)
        while 0 < count < len(units) and units[count - 1].leads:
            count -= 1
        beside, rest = self._spans_of(units[:count], spans), self._spans_of(units[count:], spans)
        for span in rest:
            self._units[span] = [unit for unit in units if span.start <= unit.span.start < span.end]
        return beside, rest

    def cut(self, spans: tuple[Span, ...], room: int, whole: bool) -> Pieces:
        """The spans in pieces of about the target, or in one (``whole``), none larger than ``room``."""
        room = max(1, room)
        if not spans:
            return []
        if whole and self.size(spans) <= room:
            return [spans]
        target = room if whole else min(self._target, room)
        units = self._in_room(spans, room)
        groups = _merged_small(_grouped(units, target, room), target, room)
        return [
            self._spans_of(group, spans, lead) for lead, group in _with_leads(groups, units, target, room)
        ]

    def _split(self, span: Span) -> list[tuple[Span, bool]]:
        """The sentences of a span, each with whether it begins a paragraph."""
        piece = span.of(self._text)
        found: list[tuple[Span, bool]] = []
        borders = [0, *(match.end() for match in _PARAGRAPH.finditer(piece)), len(piece)]
        for start, end in pairwise(borders):
            paragraph = piece[start:end]
            for index, (first, last) in enumerate(self._sentences(paragraph)):
                at = span.start + start
                found.append((Span(at + first, at + last), index == 0))
        return found

    def _unit(self, span: Span, first: bool, tokens: int) -> _Unit:
        piece = span.of(self._text)
        heading = first and len(piece.split()) <= _HEADING_WORDS and piece[-1:].isalnum()
        return _Unit(span, tokens, first, bool(_LIST_ITEM.match(piece)), heading or piece.endswith(":"))

    def _in_room(self, spans: tuple[Span, ...], room: int) -> list[_Unit]:
        """The units of the spans; one that has no room is cut between words."""
        units: list[_Unit] = []
        for unit in (unit for span in spans for unit in self._units[span]):
            units += [unit] if unit.tokens < max(2, room) else self._cut_words(unit, room)
        return units

    def _cut_words(self, unit: _Unit, room: int) -> list[_Unit]:
        words = [
            Span(unit.span.start + m.start(), unit.span.start + m.end())
            for m in _WORD.finditer(unit.span.of(self._text))
        ]
        counts = self._count_tokens([word.of(self._text) for word in words])
        pieces: list[_Unit] = []
        start, size = 0, 0
        for index, count in enumerate(counts):
            if size and size + count >= room:
                pieces.append(
                    _Unit(
                        Span(words[start].start, words[index - 1].end),
                        size,
                        not pieces and unit.first,
                        False,
                        False,
                    )
                )
                start, size = index, 0
            size += count
        last = Span(words[start].start, words[-1].end)
        return [*pieces, _Unit(last, size, not pieces and unit.first, False, unit.leads)]

    def _spans_of(
        self, units: list[_Unit], spans: tuple[Span, ...], lead: _Unit | None = None
    ) -> tuple[Span, ...]:
        """One span for each run of units within one of the original spans, the lead-in's before."""
        found: list[Span] = [] if lead is None else [lead.span]
        for span in spans:
            run = [unit.span for unit in units if span.start <= unit.span.start < span.end]
            if run:
                found.append(Span(run[0].start, run[-1].end))
        return tuple(found)


def _grouped(units: list[_Unit], target: int, room: int) -> list[list[_Unit]]:
    """Units in groups: paragraphs together while they fit, a paragraph too large for one cut up."""
    groups: list[list[_Unit]] = [[]]
    for paragraph in _paragraphs(units):
        size, filled = _size(paragraph), _size(groups[-1])
        joins = filled + size <= target or (filled and groups[-1][-1].leads)
        if joins and filled + size <= min(room, target * _LARGE):
            groups[-1] += paragraph
        elif size <= min(room, target * _LARGE) and not (groups[-1] and groups[-1][-1].leads):
            groups.append(paragraph)
        else:
            for unit in paragraph:
                filled = _size(groups[-1])
                if filled and filled + unit.tokens + 1 > min(room, target):
                    groups.append(_taken_leads(groups[-1]))
                groups[-1].append(unit)
    return [group for group in groups if group]


def _paragraphs(units: list[_Unit]) -> list[list[_Unit]]:
    found: list[list[_Unit]] = []
    for unit in units:
        if unit.first or not found:
            found.append([])
        found[-1].append(unit)
    return found


def _taken_leads(group: list[_Unit]) -> list[_Unit]:
    """Takes lines that announce what follows from a group's end, for the next group to begin with."""
    taken: list[_Unit] = []
    while len(group) > 1 and group[-1].leads:
        taken.insert(0, group.pop())
    return taken


def _merged_small(groups: list[list[_Unit]], target: int, room: int) -> list[list[_Unit]]:
    merged: list[list[_Unit]] = []
    for group in groups:
        small = bool(merged) and min(_size(group), _size(merged[-1])) < target * _SMALL
        if small and _size(merged[-1]) + _size(group) <= min(room, target * _LARGE):
            merged[-1] = merged[-1] + group
        else:
            merged.append(group)
    return merged


def _with_leads(
    groups: list[list[_Unit]], units: list[_Unit], target: int, room: int
) -> list[tuple[_Unit | None, list[_Unit]]]:
    """Each group with the lead-in line of the list that it goes on with, if it fits."""
    lead_of: dict[Span, _Unit] = {}
    lead: _Unit | None = None
    for unit in units:
        if unit.listed and lead is not None:
            lead_of[unit.span] = lead
        elif unit.leads:
            lead = unit
        elif unit.first:
            lead = None
    found: list[tuple[_Unit | None, list[_Unit]]] = []
    for group in groups:
        lead = lead_of.get(group[0].span)
        fits = (
            lead is not None
            and lead.tokens <= target * _LEAD_SHARE
            and lead.tokens + 1 + _size(group) <= room
        )
        found.append((lead if fits else None, group))
    return found


def _size(units: list[_Unit]) -> int:
    """Tokens with one for every join."""
    return sum(unit.tokens + 1 for unit in units)
