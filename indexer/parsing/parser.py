"""From the text of a document to the record of a meeting.

Head, contents page, items, sections, decisions: each step is a file of its own; here they are put together,
and what could not be made out is said in ``Meeting.warnings`` (in Danish, for the person who indexes).
"""

import re
from dataclasses import replace

from indexer.minutes import AgendaItem, Meeting, MeetingKind, Section, SectionKind
from indexer.parsing.attachments import find_attachments
from indexer.parsing.bare_decisions import with_bare_decision
from indexer.parsing.contents import Contents, read_contents
from indexer.parsing.decisions import find_decisions, own_decisions
from indexer.parsing.head import MeetingHead, read_head
from indexer.parsing.items import FoundItem, find_items
from indexer.parsing.layouts import BESIDE_CASE, CASE_LINE, CLOSED_PART, NOISE, OPEN_PART, PART, says_closed
from indexer.parsing.lines import Line, lines_of
from indexer.parsing.municipality import Municipality, municipality_of
from indexer.parsing.points import find_points
from indexer.parsing.section_names import section_heading
from indexer.parsing.sections import find_sections
from indexer.parsing.whose_decisions import (
    committee_in_name,
    day_in_name,
    deciding_body,
    deciding_day,
    other_name,
)
from indexer.source_text import SourceText, Span

__all__ = ["parse"]

_CASE_WITHIN = 4
_HEAD_LINES = 40  # where no items tell where the head ends


def parse(source: SourceText, municipality: str | None = None, name: str = "") -> Meeting:
    """Reads any text; never fails. A document without recognisable items has ``items == ()``.

    ``municipality`` is whose minutes they are, as far as the document does not state another itself;
    ``name`` is the file's, without its ending: it may tell what the text does not.
    """
    lines = lines_of(source)
    contents = read_contents(lines)
    layout, found = find_items(lines, contents)
    first_item = found[0].first if found else len(lines)
    head = read_head(lines[:first_item], (contents.first, contents.after), source.text)
    by_name: tuple[str, ...] = ()
    if found:
        head, by_name = _completed(head, lines[first_item:], name)
    ends = [*(item.first for item in found[1:]), len(lines)][: len(found)]
    links = dict(source.links)
    alias = None
    if head.kind is not MeetingKind.AGENDA:
        alias = other_name(lines[first_item:], head.committee, head.date, len(found))
    items = tuple(
        _item(source, lines, item, end, head, alias, links) for item, end in zip(found, ends, strict=True)
    )
    whose = municipality_of(
        source.text, lines[min(first_item if found else _HEAD_LINES, len(lines) - 1)].end, name
    )
    if municipality and not whose.stated:
        whose = Municipality(municipality, clear=True)
    kind = head.kind or MeetingKind.MINUTES
    header_lines = min(first_item if found else 0, contents.first if contents.after else len(lines))
    return Meeting(
        kind=kind,
        layout=layout.name if layout else None,
        municipality=whose.name,
        committee=head.committee,
        date=head.date,
        time=head.time,
        place=head.place,
        header=Span(0, len(source.text[: lines[header_lines].start].rstrip())),
        attendance=head.attendance,
        items=items,
        warnings=source.warnings + by_name + _warnings(head, items, contents, whose),
        committee_span=head.committee_span,
        date_span=head.date_span,
        place_span=head.place_span,
        other_name=alias,
        supplementary=head.supplementary,
    )


def _completed(head: MeetingHead, lines: list[Line], name: str) -> tuple[MeetingHead, tuple[str, ...]]:
    """The head with the day and committee it lacks, and warnings of what only the file's name tells."""
    day = head.date or deciding_day(lines)
    named_day = None if day else day_in_name(name)
    committee = head.committee or deciding_body(lines, day or named_day)
    named_committee = None if committee else committee_in_name(name)
    warnings = [
        f"{what} er taget fra filens navn."
        for what, named in (("Mødets dato", named_day), ("Udvalgets navn", named_committee))
        if named
    ]
    completed = replace(head, date=day or named_day, committee=committee or named_committee)
    return completed, tuple(warnings)


def _item(
    source: SourceText,
    lines: list[Line],
    found: FoundItem,
    end: int,
    head: MeetingHead,
    alias: str | None,
    links: dict[int, str],
) -> AgendaItem:
    first_line = lines[found.first]
    last = max(found.after_title, _without_part_headings(lines, found.after_title, end))
    span = Span(first_line.start, max(first_line.end, lines[last - 1].end))
    closed_or_bare = AgendaItem(
        number=found.number,
        title=found.title,
        title_span=Span(found.title_start, found.title_end),
        span=span,
        page=source.page_at(first_line.start),
        closed=found.closed,
        url=links.get(first_line.start),
    )
    if found.closed:
        return closed_or_bare
    case, body_from = _case_number(lines, found.after_title, last)
    if case is None and found.case_line is not None:
        case = CASE_LINE.match(lines[found.case_line].text)
    if case and says_closed(case):
        return replace(closed_or_bare, closed=True)
    sections = find_sections(source, lines, body_from, last)
    if head.kind is not MeetingKind.AGENDA:
        sections = with_bare_decision(source, sections, head.date)
    own = own_decisions(sections, head.committee, head.date, alias)
    return replace(
        closed_or_bare,
        case_no=case["case"] if case else found.case_no,
        sections=tuple(_labelled(section.section, own) for section in sections),
        recommendation=tuple(
            point
            for section in sections
            if section.section.kind is SectionKind.RECOMMENDATION
            for point in find_points(source.text, section.section.span)
        ),
        decisions=find_decisions(source, sections, head.committee, head.date, own),
        attachments=tuple(
            attachment
            for section in sections
            if section.section.kind is SectionKind.ATTACHMENTS
            for attachment in find_attachments(source, section)
        ),
    )


def _without_part_headings(lines: list[Line], first: int, end: int) -> int:
    """The item's last line without "Lukket referat" and the like, which head the next part."""
    while end > first:
        text = lines[end - 1].text
        if text and not any(part.match(text) for part in (CLOSED_PART, OPEN_PART, PART)):
            break
        end -= 1
    return end


def _case_number(lines: list[Line], first: int, end: int) -> tuple[re.Match[str] | None, int]:
    """The line with the case number below a title, and the line where the item's text begins."""
    case, seen = None, 0
    body_from, in_body = first, False
    for index in range(first, end):
        text = lines[index].text
        if not text or NOISE.match(text):
            continue
        seen += 1
        match = CASE_LINE.match(text) if case is None else None
        if match:
            case = match
        elif section_heading(text):
            break
        elif not BESIDE_CASE.match(text):
            in_body = True  # some pages repeat the title above the case number
        if not in_body:
            body_from = index + 1
        if seen >= _CASE_WITHIN or (in_body and case):
            break
    return case, body_from


def _labelled(section: Section, own: frozenset[Span]) -> Section:
    """A decision section of another body or day is an earlier decision."""
    if section.kind is SectionKind.DECISION and section.span not in own:
        return Section(SectionKind.PRIOR_DECISION, section.title, section.span, section.page)
    return section


def _warnings(
    head: MeetingHead,
    items: tuple[AgendaItem, ...],
    contents: Contents,
    whose: Municipality,
) -> tuple[str, ...]:
    found: list[str] = []
    if not items:
        found.append("Ingen dagsordenspunkter genkendt; dokumentet kan kun søges som løbende tekst.")
    if head.committee is None:
        found.append("Udvalgets navn er ikke fundet.")
    if head.date is None:
        found.append("Mødets dato er ikke fundet.")
    if head.kind is None and items:
        found.append("Det fremgår ikke, om det er et referat eller en dagsorden; læst som referat.")
    if whose.name is None:
        found.append("Kommunens navn er ikke fundet.")
    elif not whose.clear:
        found.append(f"Kommunen står ikke i dokumentets hoved; {whose.name} er udledt af teksten.")
    if items and contents.entries and len(contents.entries) != len(items):
        found.append(f"Indholdsfortegnelsen har {len(contents.entries)} punkter, men {len(items)} er fundet.")
    numbers = [item.number for item in items]
    doubled = sorted({number for number in numbers if numbers.count(number) > 1})
    if doubled:
        found.append(f"Punktnumre forekommer flere gange: {', '.join(doubled)}.")
    if head.kind is not MeetingKind.AGENDA:
        undecided = [i.number for i in items if not i.closed and not any(not d.prior for d in i.decisions)]
        if undecided:
            found.append(f"Ingen beslutning fundet i punkt {', '.join(undecided)}.")
    return tuple(found)
