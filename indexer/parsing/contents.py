"""Contents pages: which lines they cover, and the titles they list.

A title in the contents tells where a wrapped title at the item ends, and proves that a numbered line is
an item. Contents may cut titles, write them differently, and wrap them over lines.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from indexer.minutes import SectionKind
from indexer.parsing.layouts import CASE_LINE, CLOSED_PART, CONTENTS, LAYOUTS, OPEN_PART, PART
from indexer.parsing.lines import Line
from indexer.parsing.section_names import section_heading

__all__ = ["Contents", "ContentsEntry", "read_contents"]

_PAGE_NUMBER = re.compile(r"(?:(?<=\s)|(?<=\.\.)|(?<=…))\d{1,4}$")
_COLUMNS = re.compile(r"^(?:(?:Nr\.?|Punkt|Pkt\.?|Sag|Emne|Titel|Overskrift)\s+){0,3}Side(?:\s?nr\.?|tal)?$")
"""What stands above the columns of a contents page: "Nr.  Punkt  Side"."""
_KINDS_OF_ITEMS = (SectionKind.RECOMMENDATION, SectionKind.DECISION, SectionKind.BACKGROUND)
_MARKUP = "-•*_# "
_OPENNESS = re.compile(r"(?:åbent|(?P<closed>lukket))(?:\s+punkt)?\s+(?=\d)", re.IGNORECASE)
_MAX_WRAPPED = 4
_MAX_PAGE = 1500  # what is higher is a year: "Mandag den 1. september 2025", "Budget 2026"
_MAX_ENTRIES = 400  # no meeting has more items


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One listed item: its number if the contents give one, the title without dots and page.

    ``closed``: it is listed below a line such as "Lukket dagsorden".
    """

    number: str | None
    title: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """``first`` and ``after`` are line indices (half-open); equal when there is no contents page."""

    first: int
    after: int
    entries: tuple[ContentsEntry, ...] = ()


def read_contents(lines: list[Line]) -> Contents:
    """The first contents page of the document, or an empty one."""
    end = _first_section(lines)
    for index, line in enumerate(lines[:end]):
        if CONTENTS.match(line.text.strip("*_ ")):
            for read in (_entries, _plain_entries):
                entries, after = read(lines, index + 1)
                if len(entries) >= 2:
                    return Contents(index, after, tuple(entries))
    return _bare_list(lines, end)


def _first_section(lines: list[Line]) -> int:
    """The line where an item's text begins for certain: no contents page comes after it."""
    for index, line in enumerate(lines):
        heading = section_heading(line.text)
        if heading and heading.kind in _KINDS_OF_ITEMS and not heading.body:
            return index
    return len(lines)


def _bare_list(lines: list[Line], end: int) -> Contents:
    """A contents list without page numbers: numbered lines in a row, each of which comes again below."""
    numbered: dict[int, ContentsEntry] = {}
    closed = False
    for index, line in enumerate(lines):
        closed = _closed_from_here(line.text, closed)
        entry = _entry(line.text, closed) if line.text else None
        if entry and entry.number:
            numbered[index] = entry
    counts = Counter((entry.number, entry.title.lower()) for entry in numbered.values())
    run: dict[str | None, int] = {}  # number → line
    for index, line in enumerate(lines[:end]):
        if index in numbered:
            entry = numbered[index]
            if counts[entry.number, entry.title.lower()] >= 2 and entry.number not in run:
                run[entry.number] = index
                continue
        elif not line.text or _heads_part(line.text):
            continue
        if len(run) >= 2:
            break
        run = {}
    if len(run) < 2:
        return Contents(0, 0)
    first, *_, last = run.values()
    while first and (not lines[first - 1].text or _heads_open_part(lines[first - 1].text)):
        first -= 1
    listed = [*run.values(), *_behind(lines, numbered, run, last + 1)]
    return Contents(first, listed[-1] + 1, tuple(numbered[at] for at in listed))


def _behind(
    lines: list[Line], numbered: Mapping[int, ContentsEntry], run: Collection[str | None], at: int
) -> Iterator[int]:
    """The entries behind those that come again: a closed item may be written otherwise, or left out."""
    for index in range(at, len(lines)):
        text = lines[index].text
        if index in numbered:
            if numbered[index].number in run or not numbered[index].closed:
                return
            yield index
        elif text and not CLOSED_PART.match(text) and not PART.match(text):
            return


def _heads_part(text: str) -> bool:
    return bool(CLOSED_PART.match(text)) or _heads_open_part(text)


def _heads_open_part(text: str) -> bool:
    return bool(OPEN_PART.match(text) or PART.match(text))


def _closed_from_here(text: str, closed: bool) -> bool:
    """Whether what follows a line is closed, given whether what comes before it is."""
    return bool(CLOSED_PART.match(text)) or (closed and not OPEN_PART.match(text))


def _entries(lines: list[Line], index: int) -> tuple[list[ContentsEntry], int]:
    entries: list[ContentsEntry] = []
    wrapped: list[str] = []
    after, page, closed = index, 0, False
    for at in range(index, len(lines)):
        text = lines[at].text
        if not text:
            if wrapped and not entries:
                break
            continue
        closed = _closed_from_here(text, closed)
        if _heads_part(text) or (not wrapped and _COLUMNS.match(text)):
            after = at + 1
            continue
        if CASE_LINE.match(text) or (section_heading(text) and not _PAGE_NUMBER.search(text)):
            break
        wrapped.append(text)
        joined = " ".join(wrapped)
        match = _PAGE_NUMBER.search(joined)
        if match and page <= int(match[0]) <= _MAX_PAGE:
            page = int(match[0])
            entries.append(_entry(joined[: match.start()], closed))
            wrapped, after = [], at + 1
        elif len(wrapped) >= _MAX_WRAPPED:
            break
        if len(entries) >= _MAX_ENTRIES:
            break
    return entries, after


def _plain_entries(lines: list[Line], index: int) -> tuple[list[ContentsEntry], int]:
    """A list below its heading without page numbers, whose titles come again without their numbers."""
    entries: list[ContentsEntry] = []
    after, closed = index, False
    for at in range(index, min(len(lines), index + 2 * _MAX_ENTRIES)):
        text = lines[at].text
        closed = _closed_from_here(text, closed)
        if text and not _heads_part(text):
            entry = _entry(text, closed)
            if entry.number is None:
                break
            entries.append(entry)
        if text:
            after = at + 1
    below = {line.text.strip(_MARKUP).lower() for line in lines[after:]}
    again = sum(entry.title.lower() in below for entry in entries)
    return (entries, after) if 2 * again > len(entries) else ([], index)


def _entry(title: str, closed: bool) -> ContentsEntry:
    title = title.strip(_MARKUP).rstrip(" .…\t")
    openness = _OPENNESS.match(title)
    if openness:
        title, closed = title[openness.end() :], closed or openness["closed"] is not None
    for layout in LAYOUTS:
        match = layout.item.match(title)
        if match and layout.title == "beside":
            return ContentsEntry(match["number"], match["title"], closed)
    return ContentsEntry(None, title, closed)
