"""``besluttet similar ITEM``: other items like this one, for precedent."""

from typing import Annotated

import typer

from api.commands.hits import print_hits
from api.commands.options import AsJson, Data, Limit, Model
from api.commands.output import say

__all__ = ["similar"]


def similar(
    item: Annotated[
        str,
        typer.Argument(metavar="ITEM", show_default=False, help="An item's id, as answers in JSON give it."),
    ],
    limit: Limit = 10,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Print the items most like an item, best first.

    Exit code 1: there are none.
    """
    from api.settings import load_settings
    from qa.archive import Archive

    settings = load_settings(data=data, model=model)
    hits = Archive.open(settings.data, model=settings.model).similar(item, limit=limit)
    print_hits(hits, as_json=as_json)
    if not hits:
        say("no item is like that one.")
        return 1
    return 0
