"""``besluttet check FILE``: how one file is understood."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data
from api.commands.output import print_json, say

if TYPE_CHECKING:
    from rich.tree import Tree

    from api.schemas.checking import CheckedItemOut, CheckOut

__all__ = ["check"]

_WIDTH = 110  # columns where nobody's terminal tells
_EXCERPT = 160  # characters of a decision or section


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="One file with minutes.")],
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar="M", help="Whose minutes these are, where they do not say."),
    ] = None,
    attachments: Annotated[
        bool | None,
        typer.Option(
            "--attachments/--no-attachments",
            show_default=False,
            help="Read the attachments in the folder beside it too. Else BESLUTTET_ATTACHMENTS, or yes.",
        ),
    ] = None,
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Show how a file is understood: its meeting, items, sections and decisions, and what is unsure.

    Needs no index and changes none. Exit code 1: no items were recognised. 2: the file cannot be read.
    """
    from api.schemas.checking import CheckOut
    from api.settings import load_settings
    from indexer.attachment_files import attachments_of
    from indexer.checking import understood_apart
    from indexer.discovery import path_key

    settings = load_settings(data=data, attachments=attachments)
    beside = attachments_of(file.absolute()) if settings.attachments else ()
    known, missing = understood_apart(file, municipality, beside, settings.limits)
    told = CheckOut.of(path_key(Path(file.name)), known)
    if as_json:
        print_json(told)
    else:
        _print(told)
        for warning in told.warnings:
            say(warning)
    for program in missing:
        say(f"{program} is not installed: part of the file stays unread.")
    return 0 if told.items else 1


def _print(told: "CheckOut") -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    kind = f"supplementary {told.kind}" if told.supplementary else str(told.kind)
    when = f"{told.date or 'no date'}{f' {told.time:%H:%M}' if told.time else ''}"
    facts = [kind, told.committee or "no committee", told.municipality or "no municipality", when]
    facts += [told.place] if told.place else []
    tree = Tree(Text(f"{told.file}: {', '.join(facts)}"))
    absent = sum(person.absent for person in told.attendance)
    tree.add(
        Text(
            f"layout {told.layout or 'not recognised'}, {len(told.items)} items, "
            f"{len(told.attendance)} people ({absent} absent), {told.masked} CPR numbers masked, "
            f"{told.ocr_pages} pages by OCR"
        )
    )
    for item in told.items:
        _add_item(tree, item)
    console = Console()
    Console(width=console.width if console.is_terminal else _WIDTH, highlight=False).print(tree)


def _add_item(tree: "Tree", item: "CheckedItemOut") -> None:
    from rich.text import Text

    marks = [mark for mark in (item.case_no, "closed" if item.closed else None) if mark]
    branch = tree.add(
        Text(f"{item.number}. {item.title}{_page(item.page)}{_in_brackets(marks)}", style="bold")
    )
    for section in item.sections:
        heading = section.title or "(no heading)"
        branch.add(
            Text(f"{heading}{_page(section.page)} [{section.kind}, {section.end - section.start} characters]")
        )
    for label in item.recommendation:
        branch.add(Text(f"recommended {label.label}: {_excerpt(label.text)}"))
    for decision in item.decisions:
        whose = [decision.committee or "?", str(decision.date or "?")]
        whose += [f"item {decision.item}"] if decision.item else []
        lead = f"EARLIER DECISION by {', '.join(whose)}" if decision.prior else "DECISION"
        twig = branch.add(
            Text(
                f"{lead}{_page(decision.page)} [{decision.outcome}]: {_excerpt(decision.text)}", style="green"
            )
        )
        for point in decision.points:
            twig.add(Text(f"{point.label} [{point.outcome}]: {_excerpt(point.text)}"))
    if item.attachments:
        branch.add(Text(f"lists {len(item.attachments)} attachments"))
    if not item.closed and not any(not decision.prior for decision in item.decisions):
        branch.add(Text("no decision found", style="yellow"))


def _page(page: int | None) -> str:
    return f", page {page}" if page else ""


def _in_brackets(marks: list[str]) -> str:
    return f" ({', '.join(marks)})" if marks else ""


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rstrip()} …"
