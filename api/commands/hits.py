"""The hits of a search, as ``search`` and ``similar`` print them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from api.commands.output import print_json

if TYPE_CHECKING:
    from qa.answer import SearchHit

__all__ = ["print_hits"]


def print_hits(hits: "Sequence[SearchHit]", *, as_json: bool) -> None:
    """Hits, best first; nothing but an empty list in JSON when there are none."""
    if as_json:
        from api.schemas.answers import HitsOut

        print_json(HitsOut.of(hits))
        return
    from api.commands.quotes import print_quotes

    print_quotes([hit.quote for hit in hits])
