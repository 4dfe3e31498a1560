"""A quote to take along: its permanent address, and its citation to paste."""

from dataclasses import dataclass

from starlette.requests import Request

from api.citation import cite_in_markdown, cite_quote
from api.pages.links import public_link
from qa.answer import Quote

__all__ = ["Citation", "citation_of", "permanent_link"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The same citation as plain text and as Markdown."""

    plain: str
    markdown: str


def citation_of(request: Request, quote: Quote) -> Citation:
    """The citation of a quote with its permanent link."""
    link = permanent_link(request, quote)
    return Citation(cite_quote(quote, link), cite_in_markdown(quote, link))


def permanent_link(request: Request, quote: Quote) -> str:
    """Where a quote can be read in its minutes, with scheme and host: to be pasted elsewhere."""
    source = quote.source
    marked = {"fra": source.start, "til": source.end}
    if source.item_id:
        return public_link(request, "item_page", marked, "citat", item_id=source.item_id)
    return public_link(request, "minutes_page", marked, "citat", document=source.document)
