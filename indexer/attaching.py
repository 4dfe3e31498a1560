"""The texts of attachments put behind the minutes they belong to, each as a section of its item.

The stored text of a document is then the minutes followed by its attachments, so that a quote from an
attachment is a slice of it like any other; its section is called "Bilag: <title>" and its pages count from 1.
Only attachments of open items are opened at all, and of those that are closed not even the title is told.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.attachment_files import AttachmentFile
from indexer.discretion import masked
from indexer.errors import UnreadableDocument
from indexer.minutes import AgendaItem, Meeting, Section, SectionKind
from indexer.source_text import SourceText, Span

__all__ = ["Attached", "attach"]

_CLOSED = re.compile(r"\W*(?:lukket|fortroligt?|ikke[- ]offentligt?)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:åben\s+)?bilag\s*\d*\w?\b[\s._:–-]*", re.IGNORECASE)
_CUT = 15  # characters of a file's title that is taken for the beginning of a listed one
_MOST_CHARACTERS = 5_000_000  # of all attachments of a meeting: some 2,000 pages
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Attached:
    """A document with its attachments. ``masked`` counts the CPR numbers in these; ``warnings`` is Danish."""

    source: SourceText
    meeting: Meeting
    masked: int
    warnings: tuple[str, ...]


def attach(
    source: SourceText,
    meeting: Meeting,
    attachments: Sequence[AttachmentFile],
    read: Callable[[Path], SourceText],
) -> Attached:
    """Reads the attachments of open items; ``read`` raises ``UnreadableDocument`` for what it cannot read."""
    sections: dict[int, list[Section]] = {}
    warnings: list[str] = []
    count = elsewhere = left_out = 0
    room = len(source.text) + _MOST_CHARACTERS
    for attachment in attachments:
        place = _item_of(meeting, attachment)
        if place is None or _CLOSED.match(attachment.title):
            elsewhere += 1
            continue
        title = _listed_title(meeting.items[place], attachment)
        try:
            paper, numbers = masked(read(attachment.file))
        except UnreadableDocument as error:
            warnings.append(f"Bilaget »{title}« kunne ikke læses ({error}).")
            continue
        if len(source.text) + len(paper.text) > room:
            left_out += 1
            continue
        source, span = _behind(source, paper)
        count += numbers
        section = Section(SectionKind.ATTACHMENT, f"Bilag: {title}", span, source.page_at(span.start))
        sections.setdefault(place, []).append(section)
        warnings += [f"Bilaget »{title}«: {warning}" for warning in paper.warnings]
    if elsewhere:
        warnings.append(f"{elsewhere} bilag hører ikke til et åbent punkt og er ikke læst.")
    if left_out:
        warnings.append(f"{left_out} bilag er udeladt, fordi mødets bilag tilsammen er for store.")
    items = tuple(
        replace(item, sections=(*item.sections, *sections.get(place, ())))
        for place, item in enumerate(meeting.items)
    )
    return Attached(source, replace(meeting, items=items), count, tuple(warnings))


def _item_of(meeting: Meeting, attachment: AttachmentFile) -> int | None:
    """The place of the open item an attachment belongs to; ``None`` where there is none, or more than one."""
    if attachment.item is not None:
        found = [n for n, item in enumerate(meeting.items) if _key(item.number) == _key(attachment.item)]
    else:
        found = [n for n, item in enumerate(meeting.items) if _lists(item, attachment) is not None]
    return found[0] if len(found) == 1 and not meeting.items[found[0]].closed else None


def _listed_title(item: AgendaItem, attachment: AttachmentFile) -> str:
    """The title as the minutes list it, where they do; file names are cut and lack signs."""
    return _lists(item, attachment) or attachment.title


def _lists(item: AgendaItem, attachment: AttachmentFile) -> str | None:
    wanted = _comparable(attachment.title)
    for listed in (each.title for each in item.attachments):
        for known in (_comparable(listed), _comparable(_NUMBERED.sub("", listed))):
            if wanted and (known == wanted or (len(wanted) >= _CUT and known.startswith(wanted))):
                return _NUMBERED.sub("", listed) or listed
    return None


def _behind(source: SourceText, paper: SourceText) -> tuple[SourceText, Span]:
    begins = len(source.text) + len(_BETWEEN)
    whole = replace(
        source,
        text=source.text + _BETWEEN + paper.text,
        pages=(*source.pages, *_moved(paper.pages, begins)),
        enclosed=(*source.enclosed, begins),
        ocr_pages=(*source.ocr_pages, *_moved(paper.ocr_pages, len(source.pages))),
    )
    return whole, Span(begins, len(whole.text))


def _moved(places: Iterable[int], by: int) -> list[int]:
    return [place + by for place in places]


def _key(number: str) -> str:
    return number.casefold().lstrip("0")


def _comparable(title: str) -> str:
    return "".join(re.findall(r"\w+", title.casefold()))
