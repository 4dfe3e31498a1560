"""Minutes of a municipality that does not exist, written to order for a test."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Item", "minutes"]


@dataclass(frozen=True)
class Item:
    """An agenda item as it stands in the text; ``closed`` writes the mark in front of its title."""

    title: str
    case_no: str | None = None
    recommendation: str | None = None
    background: str | None = None
    decision: str | None = "Godkendt."
    prior: tuple[str, str] | None = None
    closed: bool = False


def minutes(
    items: Sequence[Item],
    *,
    committee: str = "Havneudvalget",
    day: str = "03-02-2025",
    first: int = 1,
    attendance: str = "Ane Holm, Bo Lind (Afbud)",
) -> str:
    """The text of a meeting in the FirstAgenda layout."""
    lines = [f"REFERAT {committee} d. {day}", "", f"Mødedato Mandag d. {day} kl. 16:00"]
    lines += ["Mødested Lokale 2, Vigsted Rådhus", f"Mødedeltagere {attendance}", ""]
    for number, item in enumerate(items, first):
        lines += [f"Punkt {number}: {'Lukket: ' if item.closed else ''}{item.title}", ""]
        lines += [item.case_no, ""] if item.case_no else []
        sections = [
            ("Indstilling", item.recommendation),
            item.prior or ("", None),
            ("Baggrund og vurdering", item.background),
            ("Beslutning", item.decision),
        ]
        for heading, body in sections:
            lines += [heading, "", body, ""] if body else []
    return "\n".join(lines)
