"""``/referater/{document}`` and ``/punkter/{item_id}``: minutes as pages to read, a quote in them marked.

``fra`` and ``til`` are offsets into the stored text, as quotes carry them. The mark is put where they say;
nothing is searched for.
"""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.pages.originals import may_show_original
from api.pages.rendering import render
from api.pages.shown_items import ShownItem, outcome_look, shown_item
from api.pages.text_blocks import Block, TextBlocks
from api.pages.wording import OutcomeLook
from api.routes.dependencies import Room, ServerSettings
from api.settings import Settings
from indexer.minutes import Meeting
from indexer.source_text import Span
from indexer.stored import StoredItem
from qa.archive import Archive

__all__ = ["router"]

router = APIRouter()
_Offset = Annotated[int | None, Query(ge=0, lt=2**31)]


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item in the list of its meeting."""

    id: str
    number: str
    title: str
    closed: bool
    outcome: OutcomeLook | None


@dataclass(frozen=True, slots=True)
class ShownMinutes:
    """Minutes ready to be drawn. ``contents`` is the original's own list of items; ``after`` what ends it."""

    document: str
    meeting: Meeting
    has_original: bool
    agenda: tuple[AgendaLine, ...]
    header: tuple[Block, ...]
    contents: tuple[Block, ...]
    contents_marked: bool
    items: tuple[ShownItem, ...]
    after: tuple[Block, ...]
    mark_missed: bool


@router.get("/referater/{document}")
async def minutes_page(
    document: str,
    request: Request,
    room: Room,
    settings: ServerSettings,
    fra: _Offset = None,
    til: _Offset = None,
) -> HTMLResponse:
    """All of a meeting's minutes."""
    mark = _mark(fra, til)

    def page(archive: Archive) -> HTMLResponse:
        return render(request, "minutes.html", minutes=_minutes(archive, settings, document, mark))

    return await room.run(page)


@router.get("/punkter/{item_id}")
async def item_page(
    item_id: str,
    request: Request,
    room: Room,
    settings: ServerSettings,
    fra: _Offset = None,
    til: _Offset = None,
) -> HTMLResponse:
    """One item with all its sections."""
    mark = _mark(fra, til)

    def page(archive: Archive) -> HTMLResponse:
        stored = archive.corpus.item(item_id)
        text = archive.corpus.text(stored.document)
        blocks = TextBlocks(text, mark)
        neighbours = archive.corpus.items_of_document(stored.document)
        at = stored.position
        return render(
            request,
            "item.html",
            stored=stored,
            meeting=stored.meeting,
            item=shown_item(stored, text, blocks),
            has_original=may_show_original(settings, archive.corpus.document(stored.document)),
            before=neighbours[at - 1] if at > 0 else None,
            after=neighbours[at + 1] if at + 1 < len(neighbours) else None,
            mark_missed=mark is not None and not _holds_mark(stored, blocks),
        )

    return await room.run(page)


def _holds_mark(stored: StoredItem, blocks: TextBlocks) -> bool:
    """Whether the mark is in the item, or in one of its attachments behind the minutes."""
    spans = (stored.item.span, *(section.span for section in stored.item.sections))
    return any(map(blocks.holds_mark, spans))


def _mark(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None and start < end else None


def _minutes(archive: Archive, settings: Settings, document: str, mark: Span | None) -> ShownMinutes:
    corpus = archive.corpus
    text, meeting, items = corpus.text(document), corpus.meeting(document), corpus.items_of_document(document)
    blocks = TextBlocks(text, mark)
    first = items[0].item.span.start if items else len(text)
    enclosed = corpus.source(document).enclosed
    end = enclosed[0] if enclosed else len(text)
    last = items[-1].item.span.end if items else len(text)
    header_end = min(meeting.header.end, first) if items else len(text)
    contents = Span(header_end, first)
    return ShownMinutes(
        document=document,
        meeting=meeting,
        has_original=may_show_original(settings, corpus.document(document)),
        agenda=tuple(_agenda_line(stored, text) for stored in items),
        header=blocks.paragraphs(Span(0, header_end)),
        contents=blocks.paragraphs(contents),
        contents_marked=blocks.holds_mark(contents),
        items=tuple(shown_item(stored, text, blocks) for stored in items),
        after=blocks.paragraphs(Span(min(last, end), end)),
        mark_missed=mark is not None and not blocks.marks,
    )


def _agenda_line(stored: StoredItem, text: str) -> AgendaLine:
    item = stored.item
    return AgendaLine(stored.id, item.number, item.title, item.closed, outcome_look(stored, text))
