"""An item's lines divided into sections, each with its kind.

A section runs from its heading to the next heading we know; headings we do not know stay in the
text of the section they stand in.
"""

import re
from dataclasses import dataclass, replace

from indexer.minutes import Section, SectionKind
from indexer.parsing.layouts import NOISE, STRAY_LETTER
from indexer.parsing.lines import Line, trimmed
from indexer.parsing.points import find_label
from indexer.parsing.section_names import (
    DECISION_WORD,
    HISTORY_FIELD,
    INLINE_HEADING,
    SectionHeading,
    section_heading,
)
from indexer.source_text import SourceText, Span

__all__ = ["FoundSection", "find_sections"]


_RECOMMENDS = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ ,&\-]{2,100}?\s+indstiller(?:\s+til\s[^.:]{3,150}?)?"
    r"\s*(?:[,:]\s*)?(?:at\b|følgende\b|\d\s?[.)])"
)
"""How an item's text begins that has no heading for it: "Direktionen indstiller til byrådet, at"."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n\s*")
_STILL_POINTS = re.compile(r"(?:[-•–]|\(?[a-zæøå\d]{1,2}[.)])\s|at\b", re.IGNORECASE)


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
    for index in range(first, after):
        line = lines[index]
        if line.section_break:
            opened.append(_Opened("", SectionHeading(SectionKind.OTHER), line.start, line.end))
            continue
        if put_off and index >= put_off[1]:
            opened.append(replace(put_off[0], start=line.start, body=line.start))
            put_off = None
        inline = INLINE_HEADING.match(line.text)
        title = inline["name"] if inline else line.text
        heading = section_heading(title)
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
            recommended = None if found or section.title else _recommended(source.text, span)
            if recommended:
                kept = Section(SectionKind.RECOMMENDATION, "", recommended, source.page_at(span.start))
                found.append(FoundSection(kept, SectionHeading(SectionKind.RECOMMENDATION)))
                span = trimmed(source.text, recommended.end, span.end)
                if not len(span):
                    continue
            kept = Section(section.heading.kind, section.title, span, source.page_at(span.start))
            found.append(FoundSection(kept, section.heading))
    return found


def _recommended(text: str, span: Span) -> Span | None:
    """The first paragraph of an item, with the points below it, if it recommends something."""
    if not _RECOMMENDS.match(span.of(text)):
        return None
    for gap in _PARAGRAPH_END.finditer(text, span.start, span.end):
        if not _STILL_POINTS.match(text, gap.end()):
            return trimmed(text, span.start, gap.start())
    return span


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
