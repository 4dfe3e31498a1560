"""``besluttet status``: what the index holds."""

from typing import TYPE_CHECKING

import typer

from api.commands.options import AsJson, Data
from api.commands.output import print_json, print_table, say

if TYPE_CHECKING:
    import datetime as dt

    from api.schemas.status import StatusOut

__all__ = ["status"]

_MOST_MISSING = 10  # meetings of a portal named at a terminal


def status(data: Data = None, as_json: AsJson = False) -> int:
    """Print what the index holds, by document, committee and year, and what is not in it."""
    from api.schemas.minutes import DocumentsOut
    from api.schemas.status import StatusOut
    from api.settings import load_settings
    from indexer.corpus import Corpus

    folder = load_settings(data=data).data
    with Corpus.open(folder) as corpus:
        figures = StatusOut.of(corpus, folder)
        documents = corpus.documents()
        failures = list(corpus.failures().values())
    if as_json:
        tree = figures.model_dump(mode="json", by_alias=True)
        tree |= {"files": DocumentsOut.of(documents).model_dump(mode="json")["documents"]}
        tree |= {"failures": [{"path": failed.path, "reason": failed.reason} for failed in failures]}
        print_json(tree)
        return 0
    print_table(
        ["document", "date", "committee", "items", "warnings", "told better by"],
        [
            [
                document.id,
                str(document.date or ""),
                document.committee or "",
                str(document.items),
                str(len(document.warnings) or ""),
                document.superseded_by or "",
            ]
            for document in documents
        ],
    )
    _print_parts(figures)
    typer.echo(
        f"\n{figures.documents} documents, {figures.items} items ({figures.closed} closed), "
        f"{figures.decisions} decisions, {figures.masked} CPR numbers masked; "
        f"{figures.meetings} meetings, {figures.superseded} documents superseded by better ones."
    )
    _print_portals(figures)
    for failed in failures:
        say(f"not taken in: {failed.path}: {failed.reason}")
    return 0


def _print_parts(figures: "StatusOut") -> None:
    headings = [
        "municipality", "committee", "year", "meetings", "agendas only", "items", "closed", "decisions",
        "with warnings", "OCR pages", "masked", "last fetch",
    ]  # fmt: skip
    rows = [
        [
            part.municipality or "",
            part.committee or "",
            str(part.year or ""),
            *(
                str(count)
                for count in (
                    part.meetings,
                    part.agendas,
                    part.items,
                    part.closed,
                    part.decisions,
                    part.with_warnings,
                    part.ocr_pages,
                    part.masked,
                )
            ),
            _moment(part.fetched),
        ]
        for part in figures.parts
    ]
    typer.echo()
    print_table(headings, rows)


def _print_portals(figures: "StatusOut") -> None:
    for portal in figures.portals:
        typer.echo(
            f"\n{portal.portal}: {portal.listed} meetings listed, {portal.missing} of them not in the index; "
            f"last asked {_moment(portal.last_fetch) or 'never'}."
        )
        for meeting in portal.newest_missing[:_MOST_MISSING]:
            why = "fetched, but not indexed" if meeting.kept else "not fetched"
            typer.echo(f"  {meeting.date or ''} {meeting.committee}: {meeting.name} ({why})")
        if portal.missing > _MOST_MISSING:
            typer.echo(f"  and {portal.missing - _MOST_MISSING} more")


def _moment(moment: "dt.datetime | None") -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""
