"""One file understood by itself, without an index, in the same process of its own that indexing uses."""

from collections.abc import Sequence
from pathlib import Path

from indexer.attachment_files import AttachmentFile
from indexer.errors import UnreadableDocument
from indexer.limits import Limits
from indexer.understanding import Understood
from indexer.worker import Done, Failed, Job, Worker

__all__ = ["understood_apart"]


def understood_apart(
    file: Path, municipality: str | None, attachments: Sequence[AttachmentFile], limits: Limits
) -> tuple[Understood, tuple[str, ...]]:
    """What a file tells, and the programs without which part of it stays unread.

    Raises ``UnreadableDocument``, which names the file.
    """
    arguments = {"file": file.absolute(), "municipality": municipality, "attachments": tuple(attachments)}
    with Worker(limits) as worker:
        reply = worker.do(Job("understand", arguments))
    if isinstance(reply, Done):
        return reply.result, reply.missing
    why = f"could not be parsed ({reply.error})" if isinstance(reply, Failed) else reply.reason
    raise UnreadableDocument(f"{file}: {why}")
