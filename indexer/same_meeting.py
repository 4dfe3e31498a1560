"""Which documents of one day are of the same meeting, and which of them is read.

A meeting is published again and again: its agenda, a supplementary agenda, its minutes as PDF and on the
portal. Only one telling of an item may be answered from, so of the documents of one committee (and
municipality) and day the better one stands and those that tell the same are superseded by it:

1. minutes before an agenda; what is supplementary after what is not;
2. the one with more open items, then the one with more decisions of the meeting's own;
3. by format: portal answer, portal page, Word, PDF, Markdown, text; one with pages read by OCR last;
4. the first by path.

Two documents tell the same when at least half of what is particular in the lesser one is in the better one
("Eventuelt" is on every agenda and proves nothing). So an extraordinary meeting on the same day stands beside
the ordinary one. A supplementary agenda that the minutes do not hold yet stands as a part of its meeting.

All of this follows from the documents alone, whatever order they came in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from rapidfuzz import fuzz

from indexer.minutes import MeetingKind
from indexer.naming import case_key, name_key
from indexer.parsing.bodies import same_body
from indexer.routine_titles import is_routine

__all__ = ["Standing", "Telling", "ToldItem", "settle"]

FORMATS = ("json", "html", "htm", "docx", "odt", "doc", "pdf", "md", "markdown", "txt", "text")
"""File suffixes, the one that tells most of its own structure first."""

_ALIKE = 85  # per cent of two titles' characters
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class ToldItem:
    """An item as one document tells it."""

    title: str
    case_no: str | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One document about a meeting. ``decisions`` counts the meeting's own; ``format`` is a file suffix."""

    document: str
    path: str
    format: str
    kind: MeetingKind
    supplementary: bool
    municipality: str | None
    committee: str
    time: time | None
    items: tuple[ToldItem, ...]
    decisions: int
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What becomes of a document: superseded by another, a part of another's meeting, or neither."""

    superseded_by: str | None = None
    part_of: str | None = None


def settle(tellings: Iterable[Telling]) -> dict[str, Standing]:
    """For every document of one day its standing."""
    found: dict[str, Standing] = {}
    for group in _of_one_body(sorted(tellings, key=_rank)):
        standing: list[Telling] = []
        for telling in group:
            better = next((other for other in standing if _tells(other, telling)), None)
            if better is None:
                standing.append(telling)
                found[telling.document] = Standing()
            else:
                found[telling.document] = Standing(superseded_by=better.document)
        heads = [telling for telling in standing if not _is_part(telling)]
        for part in (telling for telling in standing if _is_part(telling) and heads):
            found[part.document] = Standing(part_of=_head_of(part, heads).document)
    return found


def _rank(telling: Telling) -> tuple[object, ...]:
    known = telling.format in FORMATS
    return (
        telling.kind is not MeetingKind.MINUTES,
        telling.supplementary,
        -sum(not item.closed for item in telling.items),
        -telling.decisions,
        telling.ocr,
        FORMATS.index(telling.format) if known else len(FORMATS),
        telling.path,
    )


def _of_one_body(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings by committee and municipality; one that names none is the only one's that is named."""
    committees: list[list[Telling]] = []
    for telling in tellings:
        group = next((g for g in committees if same_body(g[0].committee, telling.committee)), None)
        if group is None:
            committees.append([telling])
        else:
            group.append(telling)
    found = []
    for group in committees:
        named = {name_key(t.municipality) for t in group if t.municipality}
        if len(named) <= 1:
            found.append(group)
            continue
        found += [
            [t for t in group if name_key(t.municipality or "") == name] for name in (*sorted(named), "")
        ]
    return [group for group in found if group]


def _is_part(telling: Telling) -> bool:
    """Whether it adds to another document: a supplementary agenda, the closed part of the minutes."""
    return telling.supplementary or (bool(telling.items) and all(item.closed for item in telling.items))


def _head_of(part: Telling, heads: Sequence[Telling]) -> Telling:
    """The document of the same hour, then of the same kind, then the best."""
    return min(heads, key=lambda head: (head.time != part.time, head.kind is not part.kind))


def _tells(better: Telling, lesser: Telling) -> bool:
    """Whether the better document tells what the lesser one does."""
    if not lesser.items:  # nothing is known of it; an agenda at least decides nothing
        return lesser.kind is MeetingKind.AGENDA and better.kind is MeetingKind.MINUTES and bool(better.items)
    particular = [item for item in lesser.items if not is_routine(item.title)] or list(lesser.items)
    shared = sum(any(_is_same(item, other) for other in better.items) for item in particular)
    return shared >= _HALF * len(particular)


def _is_same(one: ToldItem, other: ToldItem) -> bool:
    if one.case_no and other.case_no and case_key(one.case_no) != case_key(other.case_no):
        return False
    first, second = _comparable(one.title), _comparable(other.title)
    if re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False  # "Lokalplan 112" and "Lokalplan 113"
    if first == second:
        return True
    return bool(first and second) and fuzz.ratio(first, second, score_cutoff=_ALIKE) > 0


def _comparable(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
