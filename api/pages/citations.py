"""A quote to take along: its permanent address, and its citation to paste."""

from dataclasses import dataclass

from starlette.requests import Request

from api.citation import cite_in_markdown, cite_quote
from api.pages.links import link
from qa.answer import Quote

__all__ = ["Citation", "citation_of", "permanent_link", "source_link"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The same citation as plain text and as Markdown."""

    plain: str
    markdown: str


def citation_of(request: Request, quote: Quote) -> Citation:
    """The citation of a quote with its permanent link."""
    address = permanent_link(request, quote)
    return Citation(cite_quote(quote, address), cite_in_markdown(quote, address))


def permanent_link(request: Request, quote: Quote) -> str:
    """Where a quote can be read in its minutes, with scheme and host: to be pasted elsewhere."""
    return f"{request.url.scheme}://{request.url.netloc}{source_link(request, quote)}"


def source_link(request: Request, quote: Quote) -> str:
    """Where a quote can be read: its item's page, or the whole minutes where it is in no item."""
    source = quote.source
    marked = {"fra": source.start, "til": source.end}
    if source.item_id:
        return link(request, "item_page", marked, "citat", item_id=source.item_id)
    return link(request, "minutes_page", marked, "citat", document=source.document)
