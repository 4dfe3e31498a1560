"""An item's lines divided into sections, each with its kind.

A section runs from its heading to the next heading we know; headings we do not know stay in the
text of the section they stand in.
"""

import re
from dataclasses import dataclass, replace

from indexer.minutes import Section, SectionKind
from indexer.parsing.ending import without_ending
from indexer.parsing.layouts import NOISE, STRAY_LETTER
from indexer.parsing.lines import Line, trimmed
from indexer.parsing.points import find_label
from indexer.parsing.recommendations import recommended_in
from indexer.parsing.section_names import (
    DECISION_WORD,
    HISTORY_FIELD,
    INLINE_HEADING,
    SectionHeading,
    is_type_label,
    section_heading,
)
from indexer.source_text import SourceText, Span

__all__ = ["FoundSection", "find_sections"]


_TELL = (
    SectionKind.OTHER,
    SectionKind.SUMMARY,
    SectionKind.BACKGROUND,
    SectionKind.ECONOMY,
    SectionKind.LEGAL,
    SectionKind.HEARING,
)
"""Sections that a recommendation without a heading may stand at the end of."""


_NOTICE = re.compile(r"^(?P<letter>[a-z])[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section with what its heading names (body, date, item number of an earlier decision)."""

    section: Section
    heading: SectionHeading


@dataclass(frozen=True, slots=True)
class _Opened:
    """A section's heading: offsets of its line and of the body behind it."""

    title: str
    heading: SectionHeading
    start: int
    body: int


def find_sections(source: SourceText, lines: list[Line], first: int, after: int) -> list[FoundSection]:
    """The sections between two line indices, in order; text before any heading is one of kind OTHER."""
    opened: list[_Opened] = []
    if first < after:
        opened.append(_Opened("", SectionHeading(SectionKind.OTHER), lines[first].start, lines[first].start))
    in_block = False  # between the fields of a case history's block and its text
    # a decision written behind the list of who was absent, and the line where it begins
    put_off: tuple[_Opened, int] | None = None
    notice = ""  # the letter of the last notice: "b. Konference den …"
    for index in range(first, after):
        line = lines[index]
        lettered = _NOTICE.match(line.text)
        if lettered and _is_next_notice(notice, lettered["letter"], opened[-1]):
            if opened[-1].heading.kind is SectionKind.ATTACHMENTS:
                opened.append(_Opened("", SectionHeading(SectionKind.OTHER), line.start, line.start))
            notice = lettered["letter"]
            continue
        if line.section_break:
            opened.append(_Opened("", SectionHeading(SectionKind.OTHER), line.start, line.end))
            continue
        if put_off and index >= put_off[1]:
            opened.append(replace(put_off[0], start=line.start, body=line.start))
            put_off = None
        inline = INLINE_HEADING.match(line.text)
        title = inline["name"] if inline else line.text
        heading = None if _is_type(source.text, opened[-1], line) else section_heading(title)
        if heading and inline and _is_aside(source.text, opened[-1], heading, lines[index : index + 2]):
            heading = None
        if heading is None:
            in_block = opened[-1].heading.kind is SectionKind.HISTORY and (
                bool(HISTORY_FIELD.match(line.text)) or (in_block and not line.text)
            )
            continue
        if in_block and DECISION_WORD.match(line.text):
            in_block = False  # it heads the decision of that block, not this meeting's
            continue
        in_block = False
        body = line.start + inline.end() if inline else line.end
        section = _Opened(title.strip("•◦▪*_# ").rstrip(":").strip(), heading, line.start, body)
        put_off = None
        if (inline or line.text.endswith(":")) and _hides_decision(source.text, opened[-1], section):
            put_off = opened[-1], _goes_on_at(lines, index + (inline is None), after)
            section = replace(section, start=opened.pop().start)
        opened.append(section)
    ends = [*(section.start for section in opened[1:]), lines[after - 1].end if after > first else 0]
    found: list[FoundSection] = []
    for section, end in zip(opened, ends, strict=False):
        span = _without_noise(source.text, section.body, end)
        if section.title or len(span):
            kept = Section(section.heading.kind, section.title, span, source.page_at(span.start))
            found.append(FoundSection(kept, section.heading))
    return _with_recommendation(source, found)


def _is_next_notice(before: str, letter: str, inside: _Opened) -> bool:
    """Whether a lettered line goes on with an item's notices; the papers of one may stand above the next."""
    if inside.heading.kind is SectionKind.ATTACHMENTS:
        return bool(before) and ord(letter) == ord(before) + 1
    return (
        not inside.title
        and inside.heading.kind is SectionKind.OTHER
        and letter == chr(ord(before or "`") + 1)
    )


def _is_type(text: str, before: _Opened, line: Line) -> bool:
    """Whether a line says of what type the item is, not what follows."""
    return is_type_label(before.title) and not text[before.body : line.start].strip()


def _with_recommendation(source: SourceText, found: list[FoundSection]) -> list[FoundSection]:
    """The sections; where none is headed so, the paragraph that recommends something is one of its own."""
    if any(one.section.kind is SectionKind.RECOMMENDATION for one in found):
        return found
    for place, one in enumerate(found):
        told = one.section.kind in _TELL and recommended_in(source.text, one.section.span)
        if not told:
            continue
        kept = Section(SectionKind.RECOMMENDATION, "", told, source.page_at(told.start))
        before = trimmed(source.text, one.section.span.start, told.start)
        behind = trimmed(source.text, told.end, one.section.span.end)
        around = [
            replace(
                one, section=replace(one.section, title=title, span=span, page=source.page_at(span.start))
            )
            for title, span in ((one.section.title, before), ("", behind))
            if title or len(span)
        ]
        first = [part for part in around if part.section.span.start <= told.start]
        middle = FoundSection(kept, SectionHeading(SectionKind.RECOMMENDATION))
        return [*found[:place], *first, middle, *around[len(first) :], *found[place + 1 :]]
    return found


def _is_aside(text: str, before: _Opened, heading: SectionHeading, lines: list[Line]) -> bool:
    """Whether a line tells who was absent in the middle of a decision that goes on right below it."""
    return (
        heading.kind is SectionKind.ABSENCE
        and before.heading.kind is SectionKind.DECISION
        and bool(text[before.body : lines[0].start].strip())
        and len(lines) == 2
        and find_label(lines[1].text)
    )


def _hides_decision(text: str, before: _Opened, section: _Opened) -> bool:
    """Whether a line tells who was absent from a decision whose text has not begun."""
    return (
        section.heading.kind is SectionKind.ABSENCE
        and before.heading.kind is SectionKind.DECISION
        and not text[before.body : section.start].strip()
    )


def _goes_on_at(lines: list[Line], absent: int, after: int) -> int:
    """The line where a decision begins below the list of who was absent, behind a blank one if any is."""
    text_at = next((at for at in range(absent, after) if lines[at].text), after)
    for at in range(text_at + 1, after):
        if section_heading(lines[at].text):
            break
        if lines[at].text and not lines[at - 1].text:
            return at
    return text_at + 1


def _without_noise(text: str, start: int, end: int) -> Span:
    """The body without the portal's and the printer's lines at its end."""
    span = trimmed(text, start, end)
    span = Span(span.start, span.start + len(without_ending(span.of(text))))
    while len(span):
        last_line = max(text.rfind("\n", span.start, span.end) + 1, span.start)
        if NOISE.match(text[last_line : span.end].strip()):
            span = trimmed(text, span.start, last_line)
            continue
        bare = _without_stray_letters(text[last_line : span.end])
        if last_line + bare == span.end:
            return span
        span = trimmed(text, span.start, last_line + bare)
    return span


def _without_stray_letters(line: str) -> int:
    """The length of a line without letters that stand alone at its end."""
    kept = len(line.rstrip(f"{STRAY_LETTER} \t"))
    if not line[:kept].endswith("."):
        kept += len(line[kept:]) - len(line[kept:].lstrip(STRAY_LETTER))
    return kept if all(word == STRAY_LETTER for word in line[kept:].split()) else len(line)
