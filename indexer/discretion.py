"""Closed items keep their number and title; everything else under them is taken out of the text.

Not hidden but gone: the stored text of a document is made without it, so that nothing downstream (index,
answers, exports, logs) can let it out. The parser knows most closed items; what it takes for open text but
a line calls closed is taken out too, with a warning: rather too much than too little.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from indexer.cpr import mask_cpr
from indexer.minutes import AgendaItem, Meeting, SectionKind
from indexer.parsing.layouts import BESIDE_CASE, CASE_LINE, OPENNESS
from indexer.source_text import SourceText, Span, fold

__all__ = ["Discreet", "masked", "without_closed"]

_CLOSED = r"(?:lukket(?:\s(?:punkt|sag|dagsordenspunkt))?|fortroligt?|ikke[- ]offentligt?)"
_NUMBER = r"(?:(?:punkt|pkt\.?|sag)\s*)?\d{1,4}[a-z]?\s*[.:)\-–]\s*"
_MARKUP = r"[#>*_\s]*"
_LABEL = r"(?:(?:[A-H]|[IVX]{1,4})[.:)]\s+)?"  # D. Lukkede sager

CLOSED_HEADING = re.compile(
    rf"^{_MARKUP}(?:{_NUMBER}\(?{_CLOSED}\s*[:)\-–]"  # Punkt 9: Lukket: …
    rf"|{_NUMBER}\S.*[(\[](?:\w{{3,20}}\s?[-–,/:]\s?)?{_CLOSED}[)\]]{_MARKUP}$"  # 9. … (Lukket punkt)
    rf"|{_NUMBER}\S.*\s[-–—]\s*{_CLOSED}{_MARKUP}$"  # 9. Eventuelt - lukket
    rf"|{_NUMBER}\S.{{0,40}}\s[-–—]\s*{_CLOSED}\s*[-–—:]\s"  # 9. BU - Lukket - …
    rf"|{_NUMBER}(?-i:LUKKET)\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))"  # 9. LUKKET Salg
    rf"|\d{{1,4}}[a-z]?\s+[(\[]{_CLOSED}[)\]]"  # 9 (Lukket) …
    rf"|(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d{{1,4}}[a-z]?\s*[-–,(:]?\s*{_CLOSED}\)?{_MARKUP}$"  # 9 Lukket
    rf"|\(?(?:lukket\s(?:punkt|sag|dagsordenspunkt)|lukkede\s(?:punkter|sager))\b.{{0,100}}$)",
    re.IGNORECASE,
)
"""A line that heads a closed item, also where the parser saw none."""

CLOSED_PART = re.compile(
    rf"^{_MARKUP}{_LABEL}(?:lukket\s(?:referat|dagsorden|møde|del)|(?:den\s)?lukkede\s(?:dagsorden|del)"
    rf"|lukkede\s(?:punkter|sager|dagsordenspunkter)"
    rf"|(?:punkter|sager)\s(?:på|fra|til)\s(?:den\s|det\s)?lukke(?:t|de)\s(?:dagsorden|møde|del)"
    rf"|ikke[- ]offentlige?\s(?:punkter|del|møde|dagsorden))\b.{{0,40}}$",
    re.IGNORECASE,
)
"""A line that says that what follows is closed."""

OPEN_PART = re.compile(
    rf"^{_MARKUP}{_LABEL}(?:åbent\s(?:referat|møde)|åben\s(?:dagsorden|del)|åbne\s(?:punkter|sager|dagsordenspunkter)"
    rf"|(?:punkter|sager)\s(?:på|fra|til)\s(?:den\s|det\s)?åb(?:en|ne|ent)\s(?:dagsorden|møde)|offentlige\spunkter)\b.{{0,40}}$",
    re.IGNORECASE,
)
"""A line that says that what follows is open again."""

CLOSED_FIELD = re.compile(
    rf"^{_MARKUP}(?:åbent?\s?/\s?lukket(?:\s\w+)?|sagstype|offentlighed|punkttype|status)\s*:\s*"
    rf"(?:lukket|fortroligt?|ikke[- ]offentligt?)\b"
    rf"|^{_MARKUP}(?:(?:dagsordens)?punktet|sagen)\s+er\s+(?:lukket|fortroligt?|ikke[- ]offentligt?)"
    rf"{_MARKUP}\.?$"
    rf"|^{_MARKUP}(?:lukket|fortroligt?)\s+(?:sags?|j\.?|dok\.?)\s?-?\s?(?:nr|nummer|id)\b",
    re.IGNORECASE,
)
"""A line below a title that says that this item is closed."""

_CLOSED_TITLE = re.compile(
    rf"^\(?{_CLOSED}\s*[:)\-–]|^(?-i:LUKKET)\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))"
    rf"|[(\[]{_CLOSED}[)\]]\s*$|\s[-–—]\s*{_CLOSED}\s*(?:$|[-–—:]\s)",
    re.IGNORECASE,
)
_BARE_CLOSED = re.compile(rf"^{_MARKUP}{_CLOSED}\s*:\s*\S", re.IGNORECASE)
_MARK_ONLY = re.compile(rf"^[\s*_#.:,;/–—-]*(?:[(\[]?{_CLOSED}[)\]]?)?[\s*_#.:]*$", re.IGNORECASE)
_IN_CONTENTS = re.compile(r"(?:[.…\s]|\t)\d{1,4}\s*$")
_CONTENTS_ENTRY = re.compile(
    rf"^{_MARKUP}(?:{_NUMBER})?\(?{_CLOSED}\s*[:)\-–]\s*(?P<title>.*?)(?:[.…\s]+\d{{1,4}})?\s*$",
    re.IGNORECASE,
)
_AROUND_TITLE = re.compile(
    rf"^{_NUMBER}|(?:^|(?<=\s))\(?{_CLOSED}\s*[:)\-–]\s*|\s*(?:[(\[]{_CLOSED}[)\]]|[-–—]\s*{_CLOSED})$"
    r"|\s*\([\w./-]*\d{4}[\w./-]*\)$",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"^{_MARKUP}{_NUMBER}\S", re.IGNORECASE)
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
    if item.closed or _CLOSED_TITLE.search(item.title):
        return True
    below = [
        words
        for line in _within(lines, Span(item.title_span.end, item.span.end))
        if (words := line.of(text)).strip()
    ]
    if any(CLOSED_FIELD.match(words) for words in below[:_FIELD_WITHIN]):
        return True
    for before, words, after in zip(["", *below], below, [*below[1:], ""], strict=False):
        openness = OPENNESS.match(words.strip())
        if openness and openness["closed"]:
            return not (_heads_columns(before, words) or _heads_columns(words, after))
        if not CASE_LINE.match(words.strip()) and not BESIDE_CASE.match(words.strip()):
            return False  # further down, "Lukket" is said of something else
    return False


def _heads_columns(before: str, words: str) -> bool:
    """Whether two lines, one below the other, head the columns of a table: "Åbent punkt", "Lukket punkt"."""
    marks = OPENNESS.match(before.strip()), OPENNESS.match(words.strip())
    return all(marks) and [bool(mark and mark["closed"]) for mark in marks] in ([False, True], [True, False])


def _closed_by_contents(text: str, lines: list[Span], meeting: Meeting, closed: set[int]) -> set[int]:
    """Items that are marked as closed in the contents page alone."""
    if not meeting.items:
        return set()
    known = {_comparable(meeting.items[index].title) for index in closed}
    found: set[int] = set()
    for line in _within(lines, Span(0, meeting.items[0].span.start)):
        entry = _CONTENTS_ENTRY.match(line.of(text))
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
    if line_end <= item.span.end and _MARK_ONLY.match(text[start:line_end]):
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
    before = ""
    for index, line in enumerate(inside):
        words = line.of(text)
        following = next((x for line in inside[index + 1 : index + 8] if (x := line.of(text)).strip()), "")
        columns = _heads_columns(before, words) or _heads_columns(words, following)
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
        heads_closed = bool(CLOSED_HEADING.match(words)) or (
            whole_document and bool(_BARE_CLOSED.match(words))
        )
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
    return any(_IN_CONTENTS.search(line.of(text)) for line in entry)


def _bare_title(line: str) -> str:
    """The title in a line of a list of items, without number and mark."""
    without = _AROUND_TITLE.sub("", line.strip(" #>*_"))
    return _comparable(without)


def _is_list(text: str, lines: list[Span]) -> bool:
    """Whether nothing but the numbers and titles of items follows."""
    return all(_LISTED.match(words) for line in lines if (words := line.of(text)).strip())


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
