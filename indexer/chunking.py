"""A meeting cut into the passages that are embedded and searched.

Chunks follow the structure of the minutes. What a committee decided is one chunk with what it was
recommended, because "Godkendt" alone says nothing; every earlier decision quoted is a chunk of its own;
other sections are cut between paragraphs, then between sentences, into pieces of about ``TARGET_TOKENS``.
A list that has to be cut takes its lead-in line along. ``packing.py`` does the cutting.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from indexer.chunks import Chunk
from indexer.minutes import AgendaItem, Decision, Meeting, Section, SectionKind
from indexer.packing import Packer, Pieces
from indexer.parsing.dates import MONTHS
from indexer.source_text import SourceText, Span

__all__ = ["TARGET_TOKENS", "chunk"]

TARGET_TOKENS = 120
"""About how many tokens of its own a chunk has, to be tuned by measurement (``besluttet eval``)."""

_OF_DECISION = frozenset({SectionKind.DECISION, SectionKind.RECOMMENDATION})
_WHOLE = frozenset({SectionKind.ATTACHMENTS, SectionKind.PRIOR_DECISION})
_MOST_CONTEXT = 0.4  # of a chunk's tokens; a longer context is cut, so that there is room for the passage


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of text to be cut. ``whole`` is kept in one piece when the model can read that much.

    ``companions`` join the first piece as far as there is room, and are cut by themselves from there on.
    """

    kind: SectionKind
    item: int | None
    section: str
    context: tuple[str, ...]
    spans: tuple[Span, ...]
    whole: bool = False
    companions: tuple[Span, ...] = ()


def chunk(
    source: SourceText,
    meeting: Meeting,
    sentences: Callable[[str], list[tuple[int, int]]],
    count_tokens: Callable[[list[str]], list[int]],
    max_tokens: int,
    target: int = TARGET_TOKENS,
    keep_closed: bool = False,
) -> list[Chunk]:
    """Every passage of a meeting, in the order of its items; each item has at least one.

    ``sentences`` gives (start, end) of the sentences of a text, ``count_tokens`` the tokens of each text;
    no chunk's embedded text has more than ``max_tokens``, its context included. Of a closed item only the
    title becomes a chunk, unless the operator has said ``keep_closed``.
    """
    regions = [region for region in _regions(source, meeting, keep_closed) if region.spans]
    packer = Packer(source.text, sentences, count_tokens, max_tokens, target)
    packer.prepare(span for region in regions for span in (*region.spans, *region.companions))
    contexts = _contexts(regions, count_tokens, max_tokens)
    drafts: list[Chunk] = []
    for region, (context, size) in zip(regions, contexts, strict=True):
        for kind, spans in _pieces(region, packer, max_tokens - size - 1):
            page = source.page_at(spans[0].start)
            drafts.append(Chunk(kind, region.item, region.section, spans, page, context))
    return list(_within_limit(drafts, source.text, count_tokens, max_tokens))


def _regions(source: SourceText, meeting: Meeting, keep_closed: bool) -> Iterator[_Region]:
    place = _place(meeting.committee, meeting.date)
    if not meeting.items:
        whole = _visible(source.text, [Span(0, len(source.text))])
        yield _Region(SectionKind.PASSAGE, None, "", place, whole)
        return
    yield _Region(SectionKind.MEETING, None, "", (*place, "Mødet"), _head_spans(source.text, meeting))
    for index, item in enumerate(meeting.items):
        yield from _item_regions(source.text, index, item, place, keep_closed)


def _item_regions(
    text: str, index: int, item: AgendaItem, place: tuple[str, ...], keep_closed: bool
) -> Iterator[_Region]:
    here = (*place, item.title)
    title = _Region(SectionKind.OTHER, index, "", place, _visible(text, [item.title_span]))
    if item.closed and not keep_closed:
        yield title
        return
    regions = list(_section_regions(text, index, item, here))
    if all(section.kind is SectionKind.ATTACHMENT for section in item.sections):
        rest = _visible(text, [Span(item.title_span.end, item.span.end)])
        regions.append(_Region(SectionKind.OTHER, index, "", here, rest))
    regions = [region for region in regions if region.spans]
    yield from regions or [title]


def _section_regions(text: str, index: int, item: AgendaItem, here: tuple[str, ...]) -> Iterator[_Region]:
    earlier = [decision for decision in item.decisions if decision.prior]
    quoted = [decision.span for decision in earlier]
    yield _decision_region(text, index, item, here, quoted)
    for decision in earlier:
        spans = _visible(text, [decision.span])
        context = (*_place(decision.committee, decision.date), item.title, decision.section)
        yield _Region(SectionKind.PRIOR_DECISION, index, decision.section, context, spans, whole=True)
    attachments = [s for s in item.sections if s.kind is SectionKind.ATTACHMENTS]
    if attachments:
        yield _region_of(text, index, attachments, here, quoted)
    for section in item.sections:
        if section.kind not in _OF_DECISION and section.kind is not SectionKind.ATTACHMENTS:
            yield _region_of(text, index, [section], here, quoted)


def _decision_region(
    text: str, index: int, item: AgendaItem, here: tuple[str, ...], quoted: list[Span]
) -> _Region:
    """The item's own decision with the recommendation, or what there is of the two."""
    sections = [section for section in item.sections if section.kind in _OF_DECISION]
    recommended = [s.span for s in sections if s.kind is SectionKind.RECOMMENDATION]
    own = [decision for decision in item.decisions if not decision.prior]
    decided = [s.span for s in sections if s.kind is SectionKind.DECISION]
    decided += [decision.span for decision in own]
    companions = _visible(text, _without(_joined(recommended), quoted))
    spans = _visible(text, _without(_without(_joined(decided), quoted), list(companions)))
    if not spans:
        title = _title_of(sections, SectionKind.RECOMMENDATION, own)
        context = (*here, title)
        return _Region(SectionKind.RECOMMENDATION, index, title, context, companions, whole=True)
    title = _title_of(sections, SectionKind.DECISION, own)
    context = (*here, title)
    return _Region(SectionKind.DECISION, index, title, context, spans, whole=True, companions=companions)


def _title_of(sections: list[Section], kind: SectionKind, decisions: list[Decision]) -> str:
    titles = [section.title for section in sections if section.kind is kind]
    titles += [decision.section for decision in decisions]
    return next((title for title in titles if title), "")


def _region_of(
    text: str, index: int, sections: list[Section], here: tuple[str, ...], quoted: list[Span]
) -> _Region:
    kind, title = sections[0].kind, sections[0].title
    spans = _visible(text, _without(_joined(section.span for section in sections), quoted))
    return _Region(kind, index, title, (*here, title), spans, whole=kind in _WHOLE)


def _head_spans(text: str, meeting: Meeting) -> tuple[Span, ...]:
    """The head of the document, and the attendance where it stands elsewhere."""
    elsewhere = _without(_joined(person.span for person in meeting.attendance), [meeting.header])
    return _visible(text, sorted([meeting.header, *elsewhere]))


def _place(committee: str | None, day: date | None) -> tuple[str, ...]:
    written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}" if day else ""
    return committee or "", written


def _pieces(region: _Region, packer: Packer, room: int) -> Iterator[tuple[SectionKind, tuple[Span, ...]]]:
    """The pieces of a region, each with its kind; ``room`` is in tokens."""
    if not region.companions:
        for spans in packer.cut(region.spans, room, region.whole):
            yield region.kind, spans
        return
    size = packer.size(region.spans)
    beside, rest = packer.split(region.companions, room - size)
    if size <= room and beside:
        yield region.kind, tuple(sorted([*beside, *region.spans]))
    else:
        rest = region.companions
        for spans in packer.cut(region.spans, room, region.whole):
            yield region.kind, spans
    for spans in packer.cut(rest, room, whole=True):
        yield SectionKind.RECOMMENDATION, spans


def _contexts(
    regions: list[_Region], count_tokens: Callable[[list[str]], list[int]], max_tokens: int
) -> list[tuple[str, int]]:
    """The context of each region with its size in tokens, cut at a word where it would take the room."""
    most = int(max_tokens * _MOST_CONTEXT)
    texts = [" · ".join(part for part in region.context if part) for region in regions]
    found = []
    for text, size in zip(texts, count_tokens(texts), strict=True):
        while size > most:
            text = text[: len(text) * 2 // 3].rpartition(" ")[0]
            size = count_tokens([text])[0]
        found.append((text, size))
    return found


def _within_limit(
    drafts: list[Chunk], text: str, count_tokens: Callable[[list[str]], list[int]], max_tokens: int
) -> Iterator[Chunk]:
    """What counts in the end is the number of tokens of the whole; a chunk beyond the limit is halved."""
    sizes = count_tokens([draft.embedded_text(text) for draft in drafts]) if drafts else []
    for draft, size in zip(drafts, sizes, strict=True):
        if size <= max_tokens or not any(map(_can_halve, draft.spans)):
            yield draft
            continue
        halves: Pieces = [draft.spans[: len(draft.spans) // 2], draft.spans[len(draft.spans) // 2 :]]
        if len(draft.spans) == 1:
            halves = [(half,) for half in _halved(text, draft.spans[0])]
        smaller = [replace(draft, spans=half) for half in halves if half]
        yield from _within_limit(smaller, text, count_tokens, max_tokens)


def _can_halve(span: Span) -> bool:
    return len(span) > 1


def _halved(text: str, span: Span) -> list[Span]:
    """Two spans, cut at white space near the middle, or in the middle of an endless word."""
    middle = (span.start + span.end) // 2
    at = max(text.rfind(" ", span.start + 1, middle), text.rfind("\n", span.start + 1, middle))
    at = middle if at < 0 else at
    return list(_visible(text, [Span(span.start, at), Span(at, span.end)]))


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in text order, those that touch or overlap made one."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """What is left of the spans when the holes are taken out."""
    for hole in holes:
        left: list[Span] = []
        for span in spans:
            if hole.end <= span.start or span.end <= hole.start:
                left.append(span)
                continue
            left += [Span(span.start, hole.start), Span(hole.end, span.end)]
        spans = [span for span in left if span.start < span.end]
    return spans


def _visible(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without white space at their ends; those that hold no letter or figure are left out."""
    found = []
    for span in spans:
        piece = span.of(text)
        start = span.start + len(piece) - len(piece.lstrip())
        if any(map(str.isalnum, piece)):
            found.append(Span(start, start + len(piece.strip())))
    return tuple(found)
