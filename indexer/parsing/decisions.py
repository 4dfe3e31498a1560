"""The decisions of an item: the meeting's own, and earlier ones by other bodies quoted inside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.minutes import Decision, SectionKind
from indexer.parsing.bodies import is_generic, same_body
from indexer.parsing.dates import find_date
from indexer.parsing.lines import trimmed
from indexer.parsing.points import find_points
from indexer.parsing.section_names import DECISION_WORD, HISTORY_FIELD, HISTORY_LINE, SectionHeading
from indexer.parsing.sections import FoundSection
from indexer.source_text import SourceText, Span, fold

__all__ = ["find_decisions", "own_decisions"]


def own_decisions(
    sections: Sequence[FoundSection], committee: str | None, day: date | None, alias: str | None = None
) -> frozenset[Span]:
    """The bodies of the sections that hold the meeting's own decisions.

    They are unnamed, or name the meeting's committee (or the ``alias`` its decisions go by) and date.
    """
    decisions = [found for found in sections if found.heading.kind is SectionKind.DECISION]
    names = (committee, alias) if alias else (committee,)
    return frozenset(
        found.section.span for found in decisions if any(_is_own(found, name, day) for name in names)
    )


def _day(heading: SectionHeading) -> date | None:
    named = find_date(heading.date) if heading.date else None
    return named[0] if named else None


def _is_own(found: FoundSection, committee: str | None, day: date | None) -> bool:
    heading = found.heading
    if heading.kind is not SectionKind.DECISION:
        return False
    if heading.body and committee and not same_body(heading.body, committee):
        return heading.date is None and is_generic(heading.body)
    named = _day(heading)
    return named is None or day is None or named == day


def find_decisions(
    source: SourceText,
    sections: list[FoundSection],
    committee: str | None,
    day: date | None,
    own_sections: frozenset[Span],
) -> tuple[Decision, ...]:
    """The meeting's own decisions first, then the earlier ones, each in text order."""
    own: list[Decision] = []
    prior: list[Decision] = []
    for found in sections:
        section, heading = found.section, found.heading
        if section.kind is SectionKind.HISTORY:
            prior += _history_blocks(source, found)
        if heading.kind is not SectionKind.DECISION or not len(section.span):
            continue
        points = find_points(source.text, section.span)
        if section.span in own_sections:
            own.append(Decision(section.span, section.page, section.title, committee, day, points=points))
        else:
            prior.append(
                Decision(
                    section.span,
                    section.page,
                    section.title,
                    heading.body,
                    _day(heading),
                    heading.item,
                    prior=True,
                    points=points,
                )
            )
    return (*own, *prior)


def _history_blocks(source: SourceText, found: FoundSection) -> list[Decision]:
    """Blocks of "Udvalg: / Dato: / Punktnummer:" with that body's decision under them, or all in one line."""
    span = found.section.span
    blocks: list[_Block] = []
    offset = span.start
    for raw in span.of(source.text).split("\n"):
        line, end = raw.strip(), offset + len(raw)
        field = HISTORY_FIELD.match(line)
        if told := HISTORY_LINE.match(raw):
            blocks.append(_told_in_a_line(told, offset))
        elif field and field["body"]:
            blocks.append(_Block(fold(field["body"]), offset, end))
        elif blocks and not blocks[-1].has_text and line:
            blocks[-1].take(line, field, end - len(raw.lstrip()), end)
        offset = end + 1
    ends = [*(block.start for block in blocks[1:]), span.end][: len(blocks)]
    return [
        Decision(
            piece,
            source.page_at(piece.start),
            found.section.title,
            block.body,
            block.day,
            block.item,
            prior=True,
            points=find_points(source.text, piece),
        )
        for block, end in zip(blocks, ends, strict=True)
        if len(piece := trimmed(source.text, block.text_from, end))
    ]


@dataclass
class _Block:
    """One body's block in a case history; its decision is what stands between ``text_from`` and the next."""

    body: str
    start: int
    text_from: int
    day: date | None = None
    item: str | None = None
    has_text: bool = False

    def take(self, line: str, field: re.Match[str] | None, start: int, end: int) -> None:
        """The next line: a field, the heading of the decision, or its text."""
        heading = DECISION_WORD.match(line)
        if field:
            named = find_date(field["date"]) if field["date"] else None
            self.day = named[0] if named else self.day
            self.item = field["item"] or self.item
            self.text_from = end
        elif heading:
            self.text_from = start + heading.end()
            self.has_text = heading.end() < len(line)
        else:
            self.has_text = True


def _told_in_a_line(line: re.Match[str], offset: int) -> _Block:
    named = find_date(line["date"] or line["day"])
    body = fold(line["body"] or line["by"])
    day = named[0] if named else None
    return _Block(body, offset, offset + line.end(), day, line["item"], has_text=True)
