"""Where the agenda items begin, what they are called, and which of them are closed.

Candidate lines come from the layout table. Numbered lists in running text look just like items, so
the items are the best rising chain of candidates: each proved one counts, a number that follows directly
on the one before counts extra.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from indexer.parsing.contents import Contents
from indexer.parsing.layouts import (
    CASE_LINE,
    CLOSED_PART,
    CLOSED_TITLE,
    LAYOUTS,
    NOISE,
    OPEN_PART,
    Layout,
)
from indexer.parsing.lines import Line
from indexer.parsing.section_names import INLINE_HEADING, section_heading
from indexer.source_text import fold

__all__ = ["FoundItem", "find_items"]

_LOOK_AHEAD = 4
_MAX_TITLE_LINES = 5
_WRAPS_FROM = 55
_SAME_TITLE = 0.72
_MAX_CANDIDATES = 4000
_UNFINISHED = re.compile(r"(?:[-–,(/]|\b(?:og|eller|i|på|af|for|til|ved|med|om|fra|samt|under))$")
"""How a title line ends that cannot be the whole title."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item's heading: line indices of its first line and of the first line after its title.

    ``title_start`` and ``title_end`` are character offsets of the title without number and marks.
    """

    number: str
    title: str
    title_start: int
    title_end: int
    first: int
    after_title: int
    closed: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: int
    number: str
    order: float
    title_at: int
    weight: float


def find_items(lines: list[Line], contents: Contents) -> tuple[Layout | None, list[FoundItem]]:
    """The layout that finds the most items, and the items in text order."""
    closed_part = _closed_lines(lines, contents)
    best: tuple[Layout | None, list[_Candidate]] = (None, [])
    for layout in LAYOUTS:
        chain = _best_chain(_candidates(lines, contents, layout, closed_part))
        if len(chain) > len(best[1]):
            best = (layout, chain)
    found, chain = best
    return found, [_found(lines, contents, candidate, candidate.line in closed_part) for candidate in chain]


def _candidates(
    lines: list[Line], contents: Contents, layout: Layout, closed_part: set[int]
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for index, line in enumerate(lines):
        if contents.first <= index < contents.after or len(found) >= _MAX_CANDIDATES:
            continue
        match = layout.item.match(line.text)
        if not match:
            continue
        listed = _listed(match["number"], match["title"], contents)
        marked = bool(line.level) or index in closed_part or bool(CLOSED_TITLE.search(match["title"]))
        proved = listed or marked or _proof_follows(lines, index)
        if layout.proof == "word" or proved:
            order = _order(match["number"])
            weight = 1.0 + 2.0 * listed + 1.0 * proved
            found.append(_Candidate(index, match["number"], order, line.start + match.start("title"), weight))
    return found


def _listed(number: str, title: str, contents: Contents) -> bool:
    return any(
        (entry.number is None or entry.number == number) and _alike(_bare(title), _bare(entry.title))
        for entry in contents.entries
    )


def _alike(title: str, listed: str) -> bool:
    """Whether a first title line and a contents entry (either may be cut) mean the same item."""
    shared = min(len(title), len(listed))
    if shared < 3:
        return title == listed
    if title[:shared] == listed[:shared]:
        return True
    return SequenceMatcher(None, title[:shared], listed[:shared], autojunk=False).ratio() >= _SAME_TITLE


def _proof_follows(lines: list[Line], index: int) -> bool:
    """Whether a case number or section heading comes within a title's reach below the line."""
    seen = 0
    for line in lines[index + 1 :]:
        if not line.text:
            continue
        seen += 1
        if seen > _LOOK_AHEAD:
            return False
        if CASE_LINE.match(line.text) or section_heading(line.text) or INLINE_HEADING.match(line.text):
            return True
    return False


def _order(number: str) -> float:
    digits = re.match(r"\d+", number)
    suffix = number[digits.end() :] if digits else ""
    return int(digits[0] if digits else 0) + (ord(suffix[0].lower()) - 96) / 100 if suffix else int(number)


def _best_chain(candidates: list[_Candidate]) -> list[_Candidate]:
    """The chain of rising numbers with the greatest weight (dynamic programming over text order)."""
    scores: list[float] = []
    previous: list[int] = []
    window = 400  # an item's predecessor is never this many candidates away; keeps long lists linear
    for index, candidate in enumerate(candidates):
        best, best_from = 0.0, -1
        for earlier in range(max(0, index - window), index):
            step = candidate.order - candidates[earlier].order
            if step > 0:
                score = scores[earlier] + (1.0 if step <= 1 else -0.02 * min(step, 40))
                if score > best:
                    best, best_from = score, earlier
        scores.append(best + candidate.weight)
        previous.append(best_from)
    chain: list[_Candidate] = []
    at = max(range(len(candidates)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(candidates[at])
        at = previous[at]
    return chain[::-1]


def _closed_lines(lines: list[Line], contents: Contents) -> set[int]:
    """Indices of the lines that stand in a closed part of the document."""
    closed, inside = set(), False
    for index, line in enumerate(lines):
        if contents.first <= index < contents.after:
            continue
        if CLOSED_PART.match(line.text):
            inside = True
        elif OPEN_PART.match(line.text):
            inside = False
        if inside:
            closed.add(index)
    return closed


def _found(lines: list[Line], contents: Contents, candidate: _Candidate, in_closed_part: bool) -> FoundItem:
    first = lines[candidate.line]
    pieces = [first.text[candidate.title_at - first.start :]]
    closed = in_closed_part or bool(CLOSED_TITLE.search(pieces[0]))
    last = candidate.line
    goal = _contents_title(candidate.number, pieces[0], contents)
    for index in range(candidate.line + 1, min(candidate.line + _MAX_TITLE_LINES, len(lines))):
        if not _goes_on(lines, index, pieces, goal, closed):
            break
        pieces.append(lines[index].text)
        closed = closed or bool(CLOSED_TITLE.search(lines[index].text))
        last = index
    end = lines[last].end
    start, end = _without_marks(candidate.title_at, " ".join(pieces), end)
    title = _title_text(pieces)
    return FoundItem(candidate.number, title, start, end, candidate.line, last + 1, closed)


def _goes_on(lines: list[Line], index: int, pieces: list[str], goal: str | None, closed: bool) -> bool:
    """Whether the line still belongs to the title: by the contents if they list it, else by its form.

    A closed item's title goes on only as far as the public contents page shows it: what follows may
    be what nobody outside should read.
    """
    text, before = lines[index].text, lines[index - 1]
    if not text or lines[index].section_break or NOISE.match(text):
        return False
    if lines[index].level and lines[index].level != before.level:
        return False
    if (
        CASE_LINE.match(text)
        or section_heading(text)
        or INLINE_HEADING.match(text)
        or CLOSED_PART.match(text)
    ):
        return False
    if re.match(r"^(?:Sagsnr|Dok\.?\s?nr|Sagsbehandler|Åbent?/lukket)", text):
        return False
    if any(layout.proof == "word" and layout.item.match(text) for layout in LAYOUTS):
        return False
    so_far = _bare(" ".join(pieces))
    if goal is not None and len(so_far) < len(goal):
        return _alike(_bare(" ".join([*pieces, text])), goal)
    if closed:
        return False
    return (
        bool(lines[index].level)
        or bool(_UNFINISHED.search(pieces[-1]))
        or (goal is None and len(pieces[-1]) >= _WRAPS_FROM and not pieces[-1].endswith((".", ":")))
    )


def _contents_title(number: str, first_line: str, contents: Contents) -> str | None:
    for entry in contents.entries:
        if entry.number in (None, number) and _alike(_bare(first_line), _bare(entry.title)):
            return _bare(entry.title)
    return None


def _bare(title: str) -> str:
    return fold(CLOSED_TITLE.sub(" ", title)).strip("*_ .…:-").lower()


def _without_marks(start: int, joined: str, end: int) -> tuple[int, int]:
    """Offsets of the title without a leading "Lukket:" and a trailing "(Lukket punkt)"."""
    for match in CLOSED_TITLE.finditer(joined):
        if match.start() == 0:
            start += match.end()
        elif match.end() == len(joined):
            end -= match.end() - match.start()
    return start, max(start, end)


def _title_text(pieces: list[str]) -> str:
    return fold(CLOSED_TITLE.sub(" ", " ".join(pieces))).strip("*_ ")
