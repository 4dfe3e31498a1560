"""What a search may be narrowed to. Exact on every arm of every engine."""

from dataclasses import dataclass
from datetime import date

from indexer.minutes import SectionKind

__all__ = ["Filters"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that a chunk must meet, all of them; the default meets everything.

    An item *belongs to* the committee and date of its meeting and to those of every earlier decision
    quoted inside it, so that "what did the school committee say in March" finds a decision known only
    from another committee's minutes. ``date_from`` and ``date_to`` are inclusive. ``committees`` and
    ``kinds`` and ``items`` match any of their members; empty means all. ``without_documents`` leaves
    documents out as though they were not in the index.
    """

    municipality: str | None = None
    committees: frozenset[str] = frozenset()
    date_from: date | None = None
    date_to: date | None = None
    case_no: str | None = None
    kinds: frozenset[SectionKind] = frozenset()
    items: frozenset[str] = frozenset()
    without_documents: frozenset[str] = frozenset()
