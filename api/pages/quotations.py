"""A quote as a page shows it: its words, where they stand, and the way there."""

from dataclasses import dataclass

from starlette.requests import Request

from api.citation import danish_date
from api.pages.citations import Citation, citation_of, source_link
from api.pages.links import link
from api.pages.wording import OUTCOMES, QUOTE_NAMES, OutcomeLook
from qa.answer import Quote, Role
from qa.outcomes import outcome_of

__all__ = ["ShownQuote", "shown_quote"]


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """``place`` says where a quote stands, piece by piece; ``source_link`` leads there.

    ``by`` and ``when`` are of the body that said it; ``told_in`` names the minutes where those are another's.
    ``key`` tells it from other quotes on a page.
    """

    quote: Quote
    name: str
    by: str | None
    when: str | None
    title: str | None
    told_in: str | None
    place: tuple[str, ...]
    outcome: OutcomeLook | None
    source_link: str
    case_link: str | None
    citation: Citation
    key: str


def shown_quote(request: Request, quote: Quote) -> ShownQuote:
    """The quote with its links."""
    source = quote.source
    own = quote.role is not Role.PRIOR_DECISION
    minutes = ", ".join(
        part
        for part in (source.committee or source.municipality, source.date and danish_date(source.date))
        if part
    )
    place = (
        f"punkt {source.item}" if source.item else None,
        f"afsnittet »{source.section}«" if source.section else None,
        f"side {source.page}" if source.page else None,
        f"sag {source.case_no}" if source.case_no else None,
    )
    when = quote.body_date or (source.date if own else None)
    return ShownQuote(
        quote=quote,
        name=QUOTE_NAMES[quote.role],
        by=quote.body or source.committee or source.municipality,
        when=danish_date(when) if when else None,
        title=source.title,
        told_in=None if own else minutes,
        place=tuple(part for part in place if part),
        outcome=_outcome(quote),
        source_link=source_link(request, quote),
        case_link=link(request, "case_page", case_no=source.case_no) if source.case_no else None,
        citation=citation_of(request, quote),
        key=f"{source.document}-{source.start}-{source.end}",
    )


def _outcome(quote: Quote) -> OutcomeLook | None:
    if quote.role not in (Role.DECISION, Role.PRIOR_DECISION):
        return None
    return OUTCOMES[quote.outcome or outcome_of(quote.text)]
