"""``besluttet remove DOCUMENT``: take a document out of the index."""

from typing import Annotated

import typer

from api.commands.options import AsJson, Data
from api.commands.output import print_json, say

__all__ = ["remove"]


def remove(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", show_default=False, help="A document's id, as `status` lists it."),
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Take a document out of the index; its file is left alone."""
    from api.settings import load_settings
    from indexer.ingest import remove as remove_from_index

    remove_from_index(document, load_settings(data=data).data)
    if as_json:
        print_json({"removed": document})
    else:
        say(f"removed {document}.")
    return 0
