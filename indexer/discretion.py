"""Closed items keep their number and title; everything else under them is taken out of the text.

Not hidden but gone: the stored text of a document is made without it, so that nothing downstream (index,
answers, exports, logs) can let it out. The parser knows most closed items; what it takes for open text but
a line calls closed is taken out too, with a warning: rather too much than too little.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from indexer.closed_marks import (
    AROUND_TITLE,
    BARE_CLOSED,
    CLOSED_HEADING,
    CLOSED_PART,
    CLOSED_TITLE,
    CONTENTS_ENTRY,
    IN_CONTENTS,
    LISTED,
    MARK_ONLY,
    OPEN_PART,
    STATUS_FIELD,
    heads_columns,
    says_closed_here,
)
from indexer.cpr import mask_cpr
from indexer.minutes import AgendaItem, Meeting, SectionKind
from indexer.parsing.layouts import BESIDE_CASE, CASE_LINE, OPENNESS
from indexer.parsing.section_names import is_type_label, section_heading
from indexer.source_text import SourceText, Span, fold

__all__ = ["Discreet", "masked", "without_closed"]

_LEAST_TITLE = 6  # characters: a shorter entry could be the beginning of anything
_FIELD_WITHIN = 6  # lines below a title
_ENTRY_WRAPS = 3  # lines that a contents entry may take up to its page number

_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Discreet:
    """A document without what is closed. ``closed`` counts items; ``warnings`` is Danish."""

    source: SourceText
    meeting: Meeting
    closed: int
    warnings: tuple[str, ...] = ()


def masked(source: SourceText) -> tuple[SourceText, int]:
    """The source with its CPR numbers masked (offsets stay), and how many there were."""
    text, count = mask_cpr(source.text)
    links = tuple((start, mask_cpr(url)[0]) for start, url in source.links)
    return replace(source, text=text, links=links), count


def without_closed(source: SourceText, meeting: Meeting) -> Discreet:
    """Takes the text of closed items out of a document and fits the meeting's spans to what is left.

    Where no items were recognised the returned meeting has lost its facts as well as soon as something
    was taken out: parse its source again.
    """
    lines = _lines(source.text)
    closed = {index for index, item in enumerate(meeting.items) if _is_closed(source.text, lines, item)}
    closed |= _closed_by_contents(source.text, lines, meeting, closed)
    bare = [meeting.items[index] for index in sorted(closed)]
    cuts = [(_above_title(source.text, item), _below_title(source.text, item)) for item in bare]
    stray = list(_stray(source.text, lines, meeting, closed))
    items = tuple(_bare(item) if index in closed else item for index, item in enumerate(meeting.items))
    gaps = _merged(span for span in [*chain(*cuts), *stray] if span.of(source.text).strip())
    kept = replace(meeting, items=items)
    return Discreet(
        _cut_source(source, gaps), _fitted(kept, gaps), len(closed), _warnings(source.text, cuts, stray)
    )


def _is_closed(text: str, lines: list[Span], item: AgendaItem) -> bool:
    line_end = text.find("\n", item.title_span.end)
    heading = text[item.span.start : len(text) if line_end < 0 else line_end].strip()
    if item.closed or CLOSED_TITLE.search(item.title) or CLOSED_HEADING.match(heading):
        return True
    below = [
        words
        for line in _within(lines, Span(item.title_span.end, item.span.end))
        if (words := line.of(text)).strip()
    ]
    for before, words in zip(["", *below], below[:_FIELD_WITHIN], strict=False):
        if says_closed_here(before, words) or STATUS_FIELD.match(words):
            return True
        section = section_heading(words)
        if section and section.kind is SectionKind.DECISION and not is_type_label(before):
            break  # what comes below a decision is said of another item
    for before, words, after in zip(["", *below], below, [*below[1:], ""], strict=False):
        openness = OPENNESS.match(words.strip())
        if openness and openness["closed"]:
            return not (heads_columns(before, words) or heads_columns(words, after))
        if not CASE_LINE.match(words.strip()) and not BESIDE_CASE.match(words.strip()):
            return False  # further down, "Lukket" is said of something else
    return False


def _closed_by_contents(text: str, lines: list[Span], meeting: Meeting, closed: set[int]) -> set[int]:
    """Items that are marked as closed in the contents page alone."""
    if not meeting.items:
        return set()
    known = {_comparable(meeting.items[index].title) for index in closed}
    found: set[int] = set()
    for line in _within(lines, Span(0, meeting.items[0].span.start)):
        entry = CONTENTS_ENTRY.match(line.of(text))
        title = _comparable(entry["title"]) if entry else ""
        if len(title) < _LEAST_TITLE or any(other.startswith(title) for other in known):
            continue
        found |= {i for i, item in enumerate(meeting.items) if _comparable(item.title).startswith(title)}
    return found - closed


def _comparable(title: str) -> str:
    return fold(title).casefold().strip(" .…*_")


def _bare(item: AgendaItem) -> AgendaItem:
    return AgendaItem(
        number=item.number,
        title=item.title,
        title_span=item.title_span,
        span=item.span,
        page=item.page,
        closed=True,
        url=item.url,
    )


def _below_title(text: str, item: AgendaItem) -> Span:
    """All of a closed item from the end of its title; the rest of that line stays if it is only a mark."""
    start = item.title_span.end
    line_end = text.find("\n", start)
    line_end = start + len(text[start : len(text) if line_end < 0 else line_end].rstrip())
    if line_end <= item.span.end and MARK_ONLY.match(text[start:line_end]):
        start = line_end
    return Span(start, max(start, item.span.end))


def _above_title(text: str, item: AgendaItem) -> Span:
    """What stands above the line of a closed item's title: a case number, and the mark that it is closed."""
    return Span(item.span.start, max(item.span.start, text.rfind("\n", 0, item.title_span.start) + 1))


def _stray(text: str, lines: list[Span], meeting: Meeting, closed: set[int]) -> Iterable[Span]:
    """Closed text where the parser saw open text: below a line that says so, up to the next item."""
    if not meeting.items:
        yield from _after_closed_lines(text, lines, Span(0, len(text)), whole_document=True)
        return
    titles = frozenset(_comparable(meeting.items[index].title) for index in closed)
    yield from _after_closed_lines(text, lines, Span(0, meeting.items[0].span.start), listed=titles)
    ends = [item.span.start for item in meeting.items[1:]] + [len(text)]
    for index, (item, end) in enumerate(zip(meeting.items, ends, strict=True)):
        if index in closed:
            yield Span(item.span.end, _up_to_part(text, lines, Span(item.span.end, end)))
            continue
        attachments = [s.span for s in item.sections if s.kind is SectionKind.ATTACHMENTS]
        yield from _after_closed_lines(text, lines, Span(item.title_span.end, end), apart_from=attachments)


def _after_closed_lines(
    text: str,
    lines: list[Span],
    region: Span,
    *,
    apart_from: Iterable[Span] = (),
    listed: frozenset[str] = frozenset(),
    whole_document: bool = False,
) -> Iterable[Span]:
    before_items = region.start == 0
    cut_from: int | None = None
    inside = _within(lines, region)
    before = above = ""
    for index, line in enumerate(inside):
        words = line.of(text)
        following = next((x for line in inside[index + 1 : index + 8] if (x := line.of(text)).strip()), "")
        columns = heads_columns(before, words) or heads_columns(words, following)
        before = words if words.strip() else before
        if cut_from is not None:
            if OPEN_PART.match(words):
                yield Span(cut_from, line.start - 1)
                cut_from = None
            continue
        if columns:
            continue
        if any(span.start <= line.start < span.end for span in apart_from):
            continue
        heads_closed = (
            bool(CLOSED_HEADING.match(words))
            or (whole_document and bool(BARE_CLOSED.match(words)))
            or (not before_items and says_closed_here(above, words))
        )
        above = words if words.strip() else above
        if (
            before_items
            and heads_closed
            and (
                _in_contents(text, inside[index : index + _ENTRY_WRAPS])
                or (_bare_title(words) in listed and _is_list(text, inside[index + 1 :]))
            )
        ):
            continue
        if heads_closed or (CLOSED_PART.match(words) and (whole_document or not before_items)):
            cut_from = line.end
    if cut_from is not None and cut_from < region.end:
        yield Span(cut_from, _line_end_before(text, region.end))


def _up_to_part(text: str, lines: list[Span], region: Span) -> int:
    """Where the text behind a closed item ends: at the line that begins the next part, or the next item."""
    for line in _within(lines, region):
        if line.start > region.start and (OPEN_PART.match(line.of(text)) or CLOSED_PART.match(line.of(text))):
            return line.start - 1
    return max(region.start, _line_end_before(text, region.end))


def _line_end_before(text: str, offset: int) -> int:
    """The offset of the line end in front of a line that begins at ``offset``, so that it stays one."""
    return offset - 1 if 0 < offset < len(text) and text[offset - 1] == "\n" else offset


def _in_contents(text: str, entry: list[Span]) -> bool:
    return any(IN_CONTENTS.search(line.of(text)) for line in entry)


def _bare_title(line: str) -> str:
    """The title in a line of a list of items, without number and mark."""
    without = AROUND_TITLE.sub("", line.strip(" #>*_"))
    return _comparable(without)


def _is_list(text: str, lines: list[Span]) -> bool:
    """Whether nothing but the numbers and titles of items follows."""
    return all(LISTED.match(words) for line in lines if (words := line.of(text)).strip())


def _warnings(text: str, cuts: list[tuple[Span, Span]], stray: list[Span]) -> tuple[str, ...]:
    found = []
    with_text = sum(any(span.of(text).strip() for span in of_item) for of_item in cuts)
    if with_text:
        noun = "lukket punkt" if with_text == 1 else "lukkede punkter"
        found.append(f"Teksten under {with_text} {noun} er udeladt; kun titlen er med.")
    if any(span.of(text).strip() for span in stray):
        found.append(
            "En linje siger, at det følgende er lukket, uden at punktet er genkendt; teksten er udeladt."
        )
    return tuple(found)


def _lines(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def _within(lines: list[Span], region: Span) -> list[Span]:
    """The lines that begin inside a region, and what is left of the one it begins in the middle of."""
    first = max(0, bisect_right(lines, region.start, key=lambda line: line.start) - 1)
    found = []
    for line in lines[first:]:
        if line.start >= region.end:
            break
        found.append(Span(max(line.start, region.start), line.end))
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _cut_source(source: SourceText, gaps: list[Span]) -> SourceText:
    if not gaps:
        return source
    kept, at = [], 0
    for gap in gaps:
        kept.append(source.text[at : gap.start])
        at = gap.end
    kept.append(source.text[at:])
    headings = (heading for heading in source.headings if not _inside(heading.span, gaps))
    return replace(
        source,
        text="".join(kept),
        pages=tuple(_moved(start, gaps) for start in source.pages),
        headings=tuple(_fitted(heading, gaps) for heading in headings),
        links=tuple((_moved(at, gaps), url) for at, url in source.links if not _inside(Span(at, at), gaps)),
    )


def _fitted(record: _Record, gaps: list[Span]) -> _Record:
    """The record with every span in it moved; parts of it that lie in a gap are left out of its tuples."""
    if not gaps:
        return record
    changed = {field.name: _fitted_value(getattr(record, field.name), gaps) for field in fields(record)}  # type: ignore[arg-type]
    return replace(record, **changed)  # type: ignore[type-var]


def _fitted_value(value: Any, gaps: list[Span]) -> Any:
    if isinstance(value, Span):
        return Span(_moved(value.start, gaps), _moved(value.end, gaps))
    if isinstance(value, tuple):
        return tuple(
            _fitted_value(part, gaps)
            for part in value
            if not (hasattr(part, "span") and _inside(part.span, gaps))
        )
    if is_dataclass(value) and not isinstance(value, type):
        return _fitted(value, gaps)
    return value


def _inside(span: Span, gaps: list[Span]) -> bool:
    """Whether nothing of a span is left. An empty one at a gap's very beginning is still at its place."""
    return any(gap.start <= span.start and span.end <= gap.end and span.end > gap.start for gap in gaps)


def _moved(offset: int, gaps: list[Span]) -> int:
    taken = 0
    for gap in gaps:
        if gap.start >= offset:
            break
        taken += min(offset, gap.end) - gap.start
    return offset - taken
