"""Where the agenda items begin, what they are called, and which of them are closed.

Candidate lines come from the layout table. Numbered lists in running text look just like items, so
the items are the best rising chain of candidates: each proved one counts, a number that follows directly
on the one before counts extra.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, zip_longest

from rapidfuzz import fuzz

from indexer.parsing.bare_decisions import is_bare_decision, is_weak_heading
from indexer.parsing.contents import Contents
from indexer.parsing.layouts import (
    CASE_BEHIND,
    CASE_LINE,
    CLOSED_BEFORE,
    CLOSED_BEHIND,
    CLOSED_PART,
    CLOSED_WHOLE,
    CLOSED_WITHIN,
    LAST_RESORT,
    LAYOUTS,
    NOISE,
    OPEN_MARK,
    OPEN_PART,
    OPENNESS,
    Layout,
    says_closed,
)
from indexer.parsing.lines import Line, trimmed
from indexer.parsing.section_names import INLINE_HEADING, section_heading
from indexer.routine_titles import is_routine
from indexer.source_text import Span, fold

__all__ = ["FoundItem", "find_items"]

_LOOK_AHEAD = 4
_MAX_TITLE_LINES = 5
_WRAPS_FROM = 55
_SAME_TITLE = 72  # per cent of the characters alike
_COMPARED = 200  # characters of a title
_MARKUP = "*_ •◦▪·►"
_MARKS = 3  # more marks than these on one title are words
_MAX_CANDIDATES = 4000
_FARTHER = 0.5
_BLANKS = 6  # empty lines between the parts of one heading
_POINT = re.compile(
    r"[a-zæøå]|At\b|(?:Ikke )?(?:Anbefal(?:et|es)|Godkend(?:t|es)|Tiltr(?:ådt|ædes)|Vedtage(?:t|s)"
    r"|Drøfte(?:t|s)|Ud(?:sat|sættes)|Afvis(?:t|es)|Forkaste(?:t|s)|Oversend(?:t|es)"
    r"|(?:Taget )?[Tt]il efterretning|Indstillingen \w+)\b"
)
"""How a point of a recommendation or a decision goes on behind its number, and no title does."""
_UNFINISHED = re.compile(
    r"(?:[-–,/]|[(\[][^)\]]{0,40}|\b(?:og|eller|i|på|af|for|til|ved|med|om|fra|samt|under))$"
)
"""How a title line ends that cannot be the whole title."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item's heading: line indices of its first line and of the first line after its title.

    ``title_start`` and ``title_end`` are character offsets of the title without number and marks;
    ``case_line`` is the line of a case number above the title, ``case_no`` one in brackets behind it.
    """

    number: str
    title: str
    title_start: int
    title_end: int
    first: int
    after_title: int
    closed: bool
    case_line: int | None = None
    case_no: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Line indices of an item's heading: its title; the number that stands ``below`` the title; above it the
    case number (``case``; ``case_closed`` where it says so), and above all a ``mark`` such as "Lukket punkt"
    (``closed``), or the line that holds its number alone."""

    titled: int
    number: str
    order: float
    title_at: int
    weight: float
    below: int | None
    case: int | None
    mark: int | None
    closed: bool
    case_closed: bool

    @property
    def line(self) -> int:
        """Where the item begins."""
        return next(at for at in (self.mark, self.case, self.titled) if at is not None)


def find_items(lines: list[Line], contents: Contents) -> tuple[Layout | None, list[FoundItem]]:
    """The layout of the document, and the items in text order."""
    closed_part = _closed_lines(lines, contents)
    proofs, titles = _Proofs(lines), _Titles(contents)
    best: tuple[Layout, list[_Candidate]] | None = None
    for layout in LAYOUTS:
        chain = _best_chain(_candidates(lines, contents, layout, closed_part, proofs, titles))
        if chain and (best is None or _outranks(layout, chain, *best)):
            best = (layout, chain)
    if best is None and (
        chain := _best_chain(_candidates(lines, contents, LAST_RESORT, closed_part, proofs, titles))
    ):
        best = (LAST_RESORT, chain)
    if best is None:
        return None, []
    layout, chain = best
    if sum(candidate.case is not None for candidate in chain) <= len(chain) / 2:
        # they belong to the items above them
        chain = [replace(one, case=None, case_closed=False) for one in chain]
    chain = _with_own_marks(lines, chain)
    after = [*(candidate.line for candidate in chain[1:]), len(lines)]
    return layout, [
        _found(lines, titles, candidate, end, _is_shut(candidate, closed_part))
        for candidate, end in zip(chain, after, strict=True)
    ]


def _is_shut(candidate: _Candidate, closed_part: set[int]) -> bool:
    """Whether what stands above an item's title says that it is closed."""
    return candidate.closed or candidate.case_closed or candidate.titled in closed_part


def _with_own_marks(lines: list[Line], chain: list[_Candidate]) -> list[_Candidate]:
    """The items with the marks above them that are theirs, and not of an item above without other text.

    Where open items are marked so, what has no mark inside a closed one is a list in its text.
    """
    marked = any(candidate.mark is not None and not candidate.closed for candidate in chain)
    kept: list[_Candidate] = []
    for candidate in chain:
        before = kept[-1] if kept else None
        if marked and before and before.closed and candidate.mark is None:
            continue
        others = before is not None and candidate.mark is not None and not _has_text(lines, before, candidate)
        if others and not marked:
            candidate = replace(candidate, mark=None, closed=False)
        kept.append(candidate)
    return kept


def _has_text(lines: list[Line], item: _Candidate, following: _Candidate) -> bool:
    """Whether anything but a case number stands between an item's title and the mark above the next one."""
    after = (item.titled if item.below is None else item.below) + 1
    between = lines[after : following.mark]
    return any(
        line.text and not CASE_LINE.match(line.text) and not NOISE.match(line.text) for line in between
    )


def _outranks(layout: Layout, chain: list[_Candidate], best: Layout, items: list[_Candidate]) -> bool:
    """Whether a later layout's chain is the agenda, and the best one so far only a list inside it.

    Numbered points of an item whose heading has its own word are many, but begin below it; "Punkt 1: …"
    in the decision of a numbered item stands between that item and the next.
    """
    if layout.proof == best.proof:
        return len(chain) > len(items)
    first, last = items[0].line, items[-1].line
    between = any(one.line < first and last < next_one.line for one, next_one in pairwise(chain))
    return chain[0].line < first and (between or len(chain) > len(items))


class _Proofs:
    """Where a case number or section heading comes within a title's reach below a line."""

    def __init__(self, lines: list[Line]) -> None:
        self._proving = [
            index
            for index, line in enumerate(lines)
            if line.text
            and (
                CASE_LINE.match(line.text)
                or OPENNESS.match(line.text)
                or section_heading(line.text)
                or INLINE_HEADING.match(line.text)
            )
        ]
        self._written = list(accumulate(bool(line.text) and not NOISE.match(line.text) for line in lines))

    def below(self, index: int) -> int | None:
        """The line that proves, if it comes within reach."""
        at = bisect_right(self._proving, index)
        if at == len(self._proving):
            return None
        line = self._proving[at]
        return line if self._written[line] - self._written[index] <= _LOOK_AHEAD else None


class _Titles:
    """The titles of the contents page, bare, by the number of their item where they have one."""

    def __init__(self, contents: Contents) -> None:
        self._listed: dict[str | None, list[str]] = {}
        self._closed = {(entry.number, _bare(entry.title)) for entry in contents.entries if entry.closed}
        numbers = [{e.number for e in contents.entries if e.closed is closed} for closed in (True, False)]
        self._closed_numbers = numbers[0] - numbers[1]
        for entry in contents.entries:
            self._listed.setdefault(entry.number, []).append(_bare(entry.title))

    def of(self, number: str, first_line: str) -> str | None:
        """The listed title of the item with this number and first title line."""
        bare = _bare(first_line) if self._listed else ""
        titles: list[str] = [*self._listed.get(number, ()), *self._listed.get(None, ())]
        return next((listed for listed in titles if _alike(bare, listed)), None)

    def closed(self, number: str, first_line: str) -> bool:
        """Whether the contents list the item as closed: by its title, or by a number of closed ones only."""
        listed = self.of(number, first_line)
        if listed is None:
            return number in self._closed_numbers
        return bool(self._closed & {(number, listed), (None, listed)})


def _candidates(
    lines: list[Line],
    contents: Contents,
    layout: Layout,
    closed_part: set[int],
    proofs: _Proofs,
    titles: _Titles,
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for index, line in enumerate(lines):
        if contents.first <= index < contents.after or len(found) >= _MAX_CANDIDATES:
            continue
        lead = len(line.text) - len(line.text.lstrip(_MARKUP))
        match = layout.item.match(line.text[lead:])
        titled = _title_line(lines, index, layout) if match else None
        if not match or titled is None:
            continue
        beside = layout.title == "beside"
        title_at = line.start + lead + match.start("title") if beside else lines[titled].start
        title = lines[titled].text[title_at - lines[titled].start :]
        case = _case_above(lines, titled)
        mark = index if layout.title == "below" else _written_above(lines, titled if case is None else case)
        openness = OPENNESS.match(lines[mark].text) if mark is not None else None
        listed = titles.of(match["number"], title) is not None
        shut = bool(match.groupdict().get("closed"))
        marked = shut or bool(lines[titled].level) or index in closed_part or _is_closed(title)
        follows = proofs.below(max(index, titled)) is not None and (
            not _POINT.match(title) or _case_next(lines, max(index, titled))
        )
        follows = follows or (_set_apart(lines, index) and _stands_alone(lines, max(index, titled), title))
        proved = listed or marked or follows or case is not None or openness is not None
        if layout.proof == "case":
            proved = listed or marked or openness is not None or _case_next(lines, titled)
        if layout.proof == "word" or proved:
            order = _order(match["number"])
            weight = 1.0 + 2.0 * listed + 1.0 * proved + 2.0 * bool(lines[titled].level)
            found.append(
                _Candidate(
                    titled,
                    match["number"],
                    order,
                    title_at,
                    weight,
                    below=index if layout.title == "above" else None,
                    case=case,
                    mark=mark if openness or layout.title == "below" else None,
                    closed=shut or bool(openness and openness["closed"]),
                    case_closed=case is not None and _says_closed(lines[case].text),
                )
            )
    return _nearest_to_proof(found, proofs)


def _nearest_to_proof(found: list[_Candidate], proofs: _Proofs) -> list[_Candidate]:
    """The candidates, each a little lighter that has another between itself and what proves it.

    The last point of a decision ("3. Godkendt.") stands as near the next item's case number as "3. Skolen".
    """
    lighter: list[_Candidate] = []
    for one, following in zip_longest(found, found[1:]):
        proof = proofs.below(one.titled if one.below is None else one.below)
        between = following is not None and proof is not None and following.titled < proof
        lighter.append(replace(one, weight=one.weight - _FARTHER) if between else one)
    return lighter


def _title_line(lines: list[Line], index: int, layout: Layout) -> int | None:
    """The line where the title begins that belongs to a line with a number."""
    if layout.title == "beside":
        return index
    if layout.title == "above":
        return _title_above(lines, index)
    near = range(index + 1, min(len(lines), index + 2 + _BLANKS))
    below = next((at for at in near if lines[at].text and not NOISE.match(lines[at].text)), None)
    if below is None or CASE_LINE.match(lines[below].text):
        return None
    # "Forslag fra Venstre" may be a section or an item; with a case number below it is an item
    text = lines[below].text
    return below if _is_title(text) or is_routine(text) or _case_next(lines, below) else None


def _title_above(lines: list[Line], index: int) -> int | None:
    """The first line of the title that stands above a line with nothing but its number."""
    first = last = _written_above(lines, index)
    if first is None or last is None or not _is_title(lines[last].text):
        return None
    while first > 0 and last - first < _MAX_TITLE_LINES and _wraps(lines[first - 1].text, lines[first].text):
        first -= 1
    return first


def _wraps(text: str, following: str) -> bool:
    """Whether a title goes on from one line to the next; a sentence above it is none of it."""
    return _is_title(text) and (following[0].islower() or bool(_UNFINISHED.search(text)))


def _is_title(text: str) -> bool:
    heads = (
        CASE_LINE.match(text) or OPENNESS.match(text) or section_heading(text) or INLINE_HEADING.match(text)
    )
    return bool(text) and not heads and not NOISE.match(text) and not text.endswith((".", ":", ";", ","))


def _set_apart(lines: list[Line], index: int) -> bool:
    return index == 0 or not lines[index - 1].text


def _stands_alone(lines: list[Line], titled: int, title: str) -> bool:
    """Whether an item has neither case number nor headings: a routine title, or a decision soon below."""
    if not _is_title(title) or _POINT.match(title):
        return False
    below = [line.text for line in lines[titled + 1 : titled + 1 + _LOOK_AHEAD] if line.text]
    return is_routine(title) or any(is_bare_decision(text) or is_weak_heading(text) for text in below)


def _says_closed(case_line: str) -> bool:
    case = CASE_LINE.match(case_line)
    return case is not None and says_closed(case)


def _case_next(lines: list[Line], index: int) -> bool:
    """Whether the next line written below is a case number: not even a list of points has that."""
    below = next((line.text for line in lines[index + 1 : index + 2 + _BLANKS] if line.text), "")
    return bool(CASE_LINE.match(below))


def _written_above(lines: list[Line], index: int) -> int | None:
    """The nearest line above that is not empty, if few empty ones lie between."""
    near = range(index - 1, max(-1, index - 2 - _BLANKS), -1)
    return next((at for at in near if lines[at].text and not NOISE.match(lines[at].text)), None)


def _case_above(lines: list[Line], titled: int) -> int | None:
    """The line with the case number, where it stands above the title and none comes below."""
    above = _written_above(lines, titled)
    if above is None or not CASE_LINE.match(lines[above].text):
        return None
    below = [line.text for line in lines[titled + 1 : titled + 1 + _LOOK_AHEAD + _BLANKS] if line.text]
    for text in below[:_LOOK_AHEAD]:
        if CASE_LINE.match(text):
            return None
        if section_heading(text) or INLINE_HEADING.match(text):
            break  # what comes behind a section is the next item's
    return above


def _alike(title: str, listed: str) -> bool:
    """Whether a first title line and a contents entry (either may be cut) mean the same item."""
    shared = min(len(title), len(listed), _COMPARED)
    if shared < 3:
        return title == listed
    return fuzz.ratio(title[:shared], listed[:shared], score_cutoff=_SAME_TITLE) > 0


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


def _found(
    lines: list[Line], titles: _Titles, candidate: _Candidate, end: int, in_closed_part: bool
) -> FoundItem:
    """``end`` is the line of the next item."""
    first = lines[candidate.titled]
    pieces = [first.text[candidate.title_at - first.start :]]
    written = pieces[0]
    last = candidate.titled
    goal = titles.of(candidate.number, written)
    closed = in_closed_part or titles.closed(candidate.number, written)
    stop = min(last + _MAX_TITLE_LINES, end) if candidate.below is None else candidate.below
    for index in range(last + 1, stop):
        above_number = candidate.below is not None and bool(lines[index].text)
        shut = closed or _is_closed(written)
        if not (above_number or _goes_on(lines, index, pieces, goal, shut)):
            break
        pieces.append(lines[index].text)
        written += " " * (lines[index].start - lines[last].end) + pieces[-1]  # keeps its offsets
        last = index
    bare = _without_marks(written)
    return FoundItem(
        candidate.number,
        fold(bare.of(written)),
        candidate.title_at + bare.start,
        candidate.title_at + bare.end,
        candidate.line,
        (last if candidate.below is None else candidate.below) + 1,
        closed or _is_closed(written),
        candidate.case,
        _case_behind(written, bare),
    )


def _case_behind(written: str, bare: Span) -> str | None:
    """The case number in brackets that a title was freed of."""
    bracket, closing, _ = written[bare.end :].partition(")")
    found = CASE_BEHIND.match(bracket + closing)
    return found["case"] if found else None


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


def _bare(title: str) -> str:
    return fold(_without_marks(title).of(title)).strip("*_ .…:-").lower()


def _is_closed(title: str) -> bool:
    title = CASE_BEHIND.sub("", title.strip(_MARKUP))
    marks = (CLOSED_WHOLE.match(title), CLOSED_BEFORE.match(title), CLOSED_BEHIND.search(title))
    return any(marks) or CLOSED_WITHIN.search(title) is not None


def _without_marks(title: str) -> Span:
    """The title without "Lukket:" before it and "(Lukket punkt)" behind it; all of it where it is no more."""
    start, end = 0, len(title)
    for _ in range(_MARKS):
        bare = title[start:end].strip(_MARKUP)
        start = title.index(bare, start) if bare else end
        end = start + len(bare)
        before, behind = CLOSED_BEFORE.match(bare), CLOSED_BEHIND.search(bare) or CASE_BEHIND.search(bare)
        is_open = OPEN_MARK.search(bare)
        if behind:
            end = start + behind.start()
        elif before:
            start += before.end()
        elif is_open and is_open.start():
            end = start + is_open.start()
        elif is_open:
            start += is_open.end()
    span = trimmed(title, start, end)
    return span if span.of(title).strip(_MARKUP) else trimmed(title, 0, len(title))
