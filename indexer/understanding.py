"""One file understood: read, masked, parsed, what is closed left out, its attachments put behind it.

No model and no index is needed for this; indexing goes on from here, and ``besluttet check`` shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from indexer.archives import Member, read_file
from indexer.attaching import attach
from indexer.attachment_files import AttachmentFile
from indexer.discretion import masked, without_closed
from indexer.limits import still_at_work
from indexer.minutes import Meeting
from indexer.parsing import parse
from indexer.parsing.ending import find_ending
from indexer.readers import read
from indexer.source_text import SourceText

__all__ = ["Understood", "understand"]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file tells: its text without what may not be told, and the meeting found in it.

    ``masked`` counts CPR numbers; ``warnings`` is Danish.
    """

    source: SourceText
    meeting: Meeting
    masked: int
    warnings: tuple[str, ...]


def understand(
    file: Path | Member,
    municipality: str | None = None,
    *,
    keep_closed: bool = False,
    attachments: Sequence[AttachmentFile] = (),
) -> Understood:
    """Reads a file. Raises ``UnreadableDocument``, and whatever a reader or parser trips over."""
    source, count = masked(read_file(file))
    name = PurePath(file.name).stem
    meeting = parse(source, municipality, name)
    warnings: tuple[str, ...] = ()
    if not keep_closed:
        discreet = without_closed(source, meeting)
        warnings = discreet.warnings
        if discreet.source.text != source.text and not meeting.items:
            meeting = parse(discreet.source, municipality, name)
        else:
            meeting = discreet.meeting
        source = discreet.source
    # in what is left: an hour in a closed item is none of ours
    meeting = replace(meeting, ended_span=find_ending(source.text, meeting.date_span))
    warnings = tuple(dict.fromkeys((*source.warnings, *meeting.warnings, *warnings)))
    understood = Understood(source, meeting, count, warnings)
    if not attachments:
        return understood
    attached = attach(source, meeting, attachments, _read_attachment)
    return Understood(
        attached.source, attached.meeting, count + attached.masked, (*warnings, *attached.warnings)
    )


def _read_attachment(file: Path) -> SourceText:
    try:
        return read(file)
    finally:
        still_at_work()
