"""``besluttet text DOCUMENT``: the stored text, so that anyone can check a quote."""

import sys
from typing import Annotated

import typer

from api.commands.options import AsJson, Data
from api.commands.output import print_json

__all__ = ["text"]


def text(
    document: Annotated[
        str,
        typer.Argument(metavar="DOCUMENT", show_default=False, help="A document's id, as quotes give it."),
    ],
    data: Data = None,
    as_json: AsJson = False,
) -> int:
    """Print the stored text of a document: characters start to end of it are the quote."""
    from api.settings import load_settings
    from indexer.corpus import Corpus

    stored = Corpus.open(load_settings(data=data).data).text(document)
    if as_json:
        print_json({"document": document, "text": stored})
    else:
        # to the byte: no line end added, none translated
        sys.stdout.buffer.write(stored.encode())
        sys.stdout.buffer.flush()
    return 0
