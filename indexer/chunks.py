"""The unit that is embedded and searched: a piece of one item, with what it is a piece of."""

from dataclasses import dataclass

from indexer.minutes import SectionKind
from indexer.source_text import Span, fold

__all__ = ["Chunk"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """One passage of a document.

    ``item`` is the index into ``Meeting.items``, ``None`` for the meeting's head or a document
    without items. ``spans`` are in text order; a decision's chunk holds the recommendation's span
    too. ``context`` says where the passage stands (committee, date, item title, section); it is
    embedded before the passage but never quoted.
    """

    kind: SectionKind
    item: int | None
    section: str
    spans: tuple[Span, ...]
    page: int | None
    context: str

    def body(self, text: str) -> str:
        """The passage itself, white space folded, its spans separated by line ends."""
        return "\n".join(fold(span.of(text)) for span in self.spans)

    def embedded_text(self, text: str) -> str:
        """What the embedding model reads."""
        return f"{self.context}\n{self.body(text)}"
