"""An item as it is read: its heading and sections, cut from the stored text at the offsets of the records."""

from dataclasses import dataclass

from api.pages.text_blocks import Block, Piece, TextBlocks
from api.pages.wording import OUTCOMES, OutcomeLook
from indexer.minutes import Section, SectionKind
from indexer.source_text import Span, fold
from indexer.stored import StoredItem
from qa.decisions import own_decisions
from qa.outcomes import Outcome, outcome_of

__all__ = ["ShownItem", "ShownSection", "outcome_look", "shown_item"]

_LINES_OF_HEADING = 4
"""The most lines that a section's heading is taken to run over."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with its heading; ``heading`` is ``None`` for text before the first one.

    ``before`` are lines between the section before and the heading, such as case numbers.
    """

    kind: str
    before: tuple[Block, ...]
    heading: Block | None
    page: int | None
    body: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item ready to be drawn; ``after`` is what follows the last section."""

    id: str
    number: str
    title: str
    heading: Block
    case_no: str | None
    closed: bool
    page: int | None
    url: str | None
    outcome: OutcomeLook | None
    sections: tuple[ShownSection, ...]
    after: tuple[Block, ...]


def shown_item(stored: StoredItem, text: str, blocks: TextBlocks) -> ShownItem:
    """The item; every character of its span is in one block or another. Of attachments that with the mark."""
    item = stored.item
    cursor = item.title_span.end
    sections = []
    for section in sorted(item.sections, key=lambda s: s.span):
        if section.kind is SectionKind.ATTACHMENT:
            if blocks.holds_mark(section.span):  # else it would be a book that nobody asked for
                sections.append(_attachment(section, blocks))
            continue
        if section.span.start < cursor:
            continue
        sections.append(_section(section, cursor, text, blocks))
        cursor = section.span.end
    return ShownItem(
        id=stored.id,
        number=item.number,
        title=item.title,
        heading=blocks.heading(Span(item.span.start, item.title_span.end)),
        case_no=item.case_no,
        closed=item.closed,
        page=item.page,
        url=item.url,
        outcome=outcome_look(stored, text),
        sections=tuple(sections),
        after=blocks.paragraphs(Span(cursor, max(cursor, item.span.end))),
    )


def outcome_look(stored: StoredItem, text: str) -> OutcomeLook | None:
    """What the meeting itself made of an item; ``None`` where it tells no outcome."""
    for decision in own_decisions(stored):
        outcome = outcome_of(decision.span.of(text))
        return None if outcome is Outcome.NONE else OUTCOMES[outcome]
    return None


def _section(section: Section, cursor: int, text: str, blocks: TextBlocks) -> ShownSection:
    heading = _heading(Span(cursor, section.span.start), section.title, text)
    return ShownSection(
        kind=section.kind.value,
        before=blocks.paragraphs(Span(cursor, heading.start if heading else section.span.start)),
        heading=blocks.heading(heading) if heading else None,
        page=section.page,
        body=blocks.paragraphs(section.span),
    )


def _attachment(section: Section, blocks: TextBlocks) -> ShownSection:
    """An attachment stands behind the minutes; its title is the list's, or its file's."""
    heading = Block(((Piece(section.title, marked=False),),))
    return ShownSection(section.kind.value, (), heading, section.page, blocks.paragraphs(section.span))


def _heading(gap: Span, title: str, text: str) -> Span | None:
    """Where in the gap before a section its heading stands: the last lines that make up the title."""
    if not title or not gap.of(text).strip():
        return None
    start = gap.end
    for _ in range(_LINES_OF_HEADING):
        end = len(text[gap.start : start].rstrip()) + gap.start
        start = max(text.rfind("\n", gap.start, end) + 1, gap.start)
        if fold(text[start : gap.end]).endswith(fold(title)) or start == gap.start:
            break
    return Span(start, gap.end)
