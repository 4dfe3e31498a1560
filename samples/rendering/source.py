"""The plain notation in which the generated samples are written, and its records.

A head of ``key: value`` lines, then items: ``=== number | title``, their own keys (``case``,
``document``, ``contents``: the title as the contents page has it, ``closed``), sections ``--- heading``
and under them paragraphs, ``- `` bullets and ``| table | rows |``. A ``¬`` marks where a long word may
be hyphenated at a line's end.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Block", "Item", "Minutes", "Section", "plain", "read_source"]

BREAK = "¬"


@dataclass(frozen=True)
class Block:
    """A paragraph or bullet (``text``), or a table (``rows``, the first one its head)."""

    text: str = ""
    bullet: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading ("" for none) and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Item:
    """One agenda item as its source tells it."""

    number: str
    title: str
    contents_title: str
    case_no: str | None
    document_no: str | None
    closed: bool
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Minutes:
    """One meeting as its source tells it; ``members`` and ``absent`` as written, with party and role."""

    layout: str
    committee: str
    date: date
    time: str
    place: str
    members: tuple[str, ...]
    absent: tuple[str, ...]
    secretary: str | None
    items: tuple[Item, ...]


def plain(text: str) -> str:
    """The text without its marks for hyphenation."""
    return text.replace(BREAK, "")


def read_source(path: Path) -> Minutes:
    """Read one ``.source`` file."""
    head, *items = path.read_text("utf-8").split("\n=== ")
    keys = _keys(head)
    return Minutes(
        layout=keys["layout"][0],
        committee=keys["committee"][0],
        date=date.fromisoformat(keys["date"][0]),
        time=keys["time"][0],
        place=keys["place"][0],
        members=tuple(keys["member"]),
        absent=tuple(keys.get("absent", ())),
        secretary=keys.get("secretary", [None])[0],
        items=tuple(map(_item, items)),
    )


def _item(source: str) -> Item:
    head, *sections = source.split("\n--- ") if "\n--- " in source else source.split("\n---\n")
    if "\n---\n" in head:  # the first section has no heading
        head, body = head.split("\n---\n", 1)
        sections.insert(0, "\n" + body)
    heading, _, rest = head.partition("\n")
    number, _, title = heading.partition(" | ")
    keys = _keys(rest)
    return Item(
        number=number,
        title=title,
        contents_title=keys.get("contents", [title])[0],
        case_no=keys.get("case", [None])[0],
        document_no=keys.get("document", [None])[0],
        closed="closed" in keys,
        sections=tuple(_section(section) for section in sections),
    )


def _section(source: str) -> Section:
    heading, _, body = source.partition("\n")
    paragraphs = [piece.strip() for piece in body.split("\n\n") if piece.strip()]
    return Section(heading.strip(), tuple(map(_block, paragraphs)))


def _block(paragraph: str) -> Block:
    if paragraph.startswith("|"):
        rows = tuple(
            tuple(cell.strip() for cell in line.strip("|").split("|")) for line in paragraph.splitlines()
        )
        return Block(rows=rows)
    if paragraph.startswith("- "):
        return Block(text=paragraph[2:], bullet=True)
    return Block(text=paragraph)


def _keys(lines: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines.splitlines():
        key, colon, value = line.partition(": ")
        if colon:
            found.setdefault(key, []).append(value)
    return found
