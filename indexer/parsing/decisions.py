"""The decisions of an item: the meeting's own, and earlier ones by other bodies quoted inside it."""

import re
from datetime import date

from indexer.minutes import Decision, SectionKind
from indexer.parsing.bodies import same_body
from indexer.parsing.dates import find_date
from indexer.parsing.lines import trimmed
from indexer.parsing.points import find_points
from indexer.parsing.sections import FoundSection
from indexer.source_text import SourceText, fold

__all__ = ["find_decisions", "is_own_decision"]

_BLOCK = re.compile(r"^[ \t]*Udvalg\s*:\s*(?P<body>\S.*?)[ \t]*$", re.MULTILINE)
_BLOCK_DATE = re.compile(r"^[ \t]*(?:Møde)?[Dd]ato\s*:\s*(?P<date>.+?)[ \t]*$", re.MULTILINE)
_BLOCK_ITEM = re.compile(r"^[ \t]*Punkt(?:nummer|nr\.?)?\s*:\s*(?P<item>\w+)[ \t]*$", re.MULTILINE)


def is_own_decision(found: FoundSection, committee: str | None, day: date | None) -> bool:
    """Whether a decision section is this meeting's: unnamed, or naming its committee and date."""
    heading = found.heading
    if heading.kind is not SectionKind.DECISION:
        return False
    if heading.body and committee and not same_body(heading.body, committee):
        return _is_generic(heading.body) and heading.date is None
    named = find_date(heading.date) if heading.date else None
    return named is None or day is None or named[0] == day


def find_decisions(
    source: SourceText, sections: list[FoundSection], committee: str | None, day: date | None
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
        if is_own_decision(found, committee, day):
            own.append(Decision(section.span, section.page, section.title, committee, day, points=points))
        else:
            named = find_date(heading.date) if heading.date else None
            prior.append(
                Decision(
                    section.span,
                    section.page,
                    section.title,
                    heading.body,
                    named[0] if named else None,
                    heading.item,
                    prior=True,
                    points=points,
                )
            )
    return (*own, *prior)


def _history_blocks(source: SourceText, found: FoundSection) -> list[Decision]:
    """Blocks of "Udvalg: / Dato: / Punktnummer:" with that body's decision under them."""
    span = found.section.span
    body = span.of(source.text)
    starts = list(_BLOCK.finditer(body))
    decisions = []
    for index, start in enumerate(starts):
        stop = starts[index + 1].start() if index + 1 < len(starts) else len(body)
        begin = start.end()
        day = _BLOCK_DATE.search(body, begin, stop)
        item = _BLOCK_ITEM.search(body, begin, stop)
        begin = max([begin, *(match.end() for match in (day, item) if match)])
        piece = trimmed(source.text, span.start + begin, span.start + stop)
        named = find_date(day["date"]) if day else None
        if len(piece):
            decisions.append(
                Decision(
                    piece,
                    source.page_at(piece.start),
                    found.section.title,
                    fold(start["body"]),
                    named[0] if named else None,
                    item["item"] if item else None,
                    prior=True,
                    points=find_points(source.text, piece),
                )
            )
    return decisions


def _is_generic(body: str) -> bool:
    """Whether a name stands for whichever body meets: "udvalget", "Byrådet" of any municipality."""
    return body.lower() in ("udvalget", "udvalg", "rådet", "bestyrelsen")
