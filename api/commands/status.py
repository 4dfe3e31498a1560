"""``besluttet status``: what the index holds."""

import typer

from api.commands.options import AsJson, Data
from api.commands.output import print_json, print_table, say

__all__ = ["status"]


def status(data: Data = None, as_json: AsJson = False) -> int:
    """Print what the index holds, document by document, and which files could not be taken in."""
    from api.schemas.minutes import DocumentsOut
    from api.schemas.status import StatusOut
    from api.settings import load_settings
    from indexer.corpus import Corpus

    with Corpus.open(load_settings(data=data).data) as corpus:
        figures = StatusOut.of(corpus)
        documents = corpus.documents()
        failures = list(corpus.failures().values())
    if as_json:
        tree = figures.model_dump(mode="json", by_alias=True)
        tree |= {"files": DocumentsOut.of(documents).model_dump(mode="json")["documents"]}
        tree |= {"failures": [{"path": failed.path, "reason": failed.reason} for failed in failures]}
        print_json(tree)
        return 0
    print_table(
        ["document", "date", "committee", "items", "warnings"],
        [
            [
                document.id,
                str(document.date or ""),
                document.committee or "",
                str(document.items),
                str(len(document.warnings) or ""),
            ]
            for document in documents
        ],
    )
    typer.echo(
        f"\n{figures.documents} documents, {figures.items} items ({figures.closed} closed), "
        f"{figures.decisions} decisions, {figures.masked} CPR numbers masked."
    )
    for failed in failures:
        say(f"not taken in: {failed.path}: {failed.reason}")
    return 0
