"""``/soeg``: passages with what was looked for marked, facets to narrow by, and ways to take them along.

The whole state is in the address, in Danish; the downloads' addresses are those of the API.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import QueryParams

from api.citation import danish_date
from api.pages.citations import Citation, citation_of
from api.pages.facet_names import FACETS, MODES, ORDERS, value_name
from api.pages.links import Query, link
from api.pages.narrowing import narrowed
from api.pages.quotations import ShownQuote, shown_quote
from api.pages.rendering import render
from api.pages.text_blocks import Piece
from api.pages.wording import OUTCOMES, OutcomeLook
from api.routes.dependencies import Room, ServerSettings
from indexer.minutes import SectionKind
from qa.archive import Archive
from qa.facets import Choices, Facet
from qa.marking import Marks
from qa.outcomes import Outcome
from qa.retrieval import Mode
from qa.searching import Finding, Findings, Order

__all__ = ["router"]

router = APIRouter()
_ON_A_PAGE = 20
_MOST_PAGES = 500
_MOST_CHOSEN = 50  # values of one facet that an address may hold; the rest is left out
_OPEN_VALUES = 6  # values of a facet shown at once, the others behind "Vis flere"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as the address has it; ``written`` are its parameters in one spelling, without the page."""

    words: str
    choices: Choices
    mode: Mode
    order: Order
    page: int
    written: dict[str, str | list[str]]
    dates: dict[str, str]
    problems: dict[str, str]

    @property
    def narrowed(self) -> bool:
        """Whether anything but the words is chosen."""
        return any(name in self.written for name, _ in FACETS.values()) or any(self.dates.values())


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A passage: quoted in pieces, some of them marked; ``recommended`` likewise, where it is a decision."""

    shown: ShownQuote
    pieces: tuple[Piece, ...]
    recommended: tuple[Piece, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class ShownItem:
    """The passages of one item that stand on this page, in their order."""

    title: tuple[Piece, ...]
    address: str
    by: str
    outcome: OutcomeLook | None
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value to tick; ``key`` makes the id of its field."""

    value: str
    name: str
    count: int
    chosen: bool
    key: str


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """One facet: the values shown at once, and those behind "Vis flere"."""

    name: str
    heading: str
    values: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results. ``pages`` are the numbers to go to, ``None`` for a gap."""

    total: int
    item_count: int
    first: int
    last: int
    items: tuple[ShownItem, ...]
    facets: tuple[ShownFacet, ...]
    page: int
    last_page: int
    pages: tuple[int | None, ...]
    download: Query


@router.get("/soeg")
async def search_page(request: Request, room: Room, settings: ServerSettings) -> HTMLResponse:
    """The field; below it what was found."""
    asked = _asked(request.query_params)
    request.state.asked = asked.words  # for the log, where the settings say so
    problems = dict(asked.problems)
    if len(asked.words) > settings.question_limit:
        problems["q"] = f"Søgningen er for lang. Skriv højst {settings.question_limit} tegn."

    def page(archive: Archive) -> HTMLResponse:
        results = _results(request, archive, asked) if asked.words and not problems else None
        return render(
            request,
            "search.html",
            status=422 if problems else 200,
            asked=asked,
            problems=problems,
            results=results,
            modes=MODES,
            orders=ORDERS,
        )

    return await room.run(page)


def _asked(given: QueryParams) -> Asked:
    period = narrowed(given)
    chosen = {facet: _several(given, name) for facet, (name, _) in FACETS.items()}
    years = [year for year in chosen[Facet.YEAR] if year.isdecimal() and 0 < int(year) <= 9999]
    outcomes = [value for value in chosen[Facet.OUTCOME] if value in set(Outcome)]
    sections = [value for value in chosen[Facet.SECTION] if value in set(SectionKind)]
    mode: Mode = _one_of(given.get("soegning"), MODES, "hybrid")
    order = _one_of(given.get("orden"), ORDERS, "relevance")
    case_no = given.get("sag", "").strip()
    words = given.get("q", "").replace("\x00", "").strip()
    written: dict[str, str | list[str]] = {
        "q": words,
        "udvalg": chosen[Facet.COMMITTEE],
        "kommune": chosen[Facet.MUNICIPALITY],
        "aar": years,
        "udfald": outcomes,
        "afsnit": sections,
        "sag": case_no,
        **period.written,
        "soegning": MODES[mode][0] if mode != "hybrid" else "",
        "orden": ORDERS[order][0] if order != "relevance" else "",
    }
    page = given.get("side", "")
    return Asked(
        words=words,
        choices=Choices(
            municipalities=frozenset(chosen[Facet.MUNICIPALITY]),
            committees=frozenset(chosen[Facet.COMMITTEE]),
            years=frozenset(map(int, years)),
            outcomes=frozenset(map(Outcome, outcomes)),
            sections=frozenset(map(SectionKind, sections)),
            date_from=period.date_from,
            date_to=period.date_to,
            case_no=case_no or None,
        ),
        mode=mode,
        order=Order(order),
        page=min(max(1, int(page)), _MOST_PAGES) if page.isdecimal() and len(page) < 6 else 1,
        written={name: value for name, value in written.items() if value},
        dates=period.written,
        problems=period.problems,
    )


def _several(given: QueryParams, name: str) -> list[str]:
    values = (value.strip() for value in given.getlist(name))
    return list(dict.fromkeys(value for value in values if value))[:_MOST_CHOSEN]


def _one_of(written: str | None, table: Mapping[_T, tuple[str, str]], otherwise: _T) -> _T:
    return next((key for key, (word, _) in table.items() if word == written), otherwise)


def _results(request: Request, archive: Archive, asked: Asked) -> Results:
    found = archive.search(
        asked.words,
        asked.choices,
        mode=asked.mode,
        order=asked.order,
        limit=_ON_A_PAGE,
        offset=_ON_A_PAGE * (asked.page - 1),
    )
    last_page = min(max(1, -(-found.total // _ON_A_PAGE)), _MOST_PAGES)
    first = _ON_A_PAGE * (asked.page - 1) + 1
    return Results(
        total=found.total,
        item_count=found.items,
        first=first,
        last=first + len(found.page) - 1,
        items=_by_item(request, found.page),
        facets=tuple(_facets(found)),
        page=asked.page,
        last_page=last_page,
        pages=_numbers(asked.page, last_page),
        download=_download(asked),
    )


def _by_item(request: Request, findings: Iterable[Finding]) -> tuple[ShownItem, ...]:
    gathered: dict[str, list[Finding]] = {}
    for finding in findings:
        source = finding.quote.source
        gathered.setdefault(source.item_id or source.document, []).append(finding)
    return tuple(_item(request, of_item) for of_item in gathered.values())


def _item(request: Request, findings: list[Finding]) -> ShownItem:
    best = findings[0]
    source = best.quote.source
    shown = tuple(_finding(request, finding) for finding in findings)
    title = source.title or "Mødet"
    by = (source.committee or source.municipality, source.date and danish_date(source.date))
    return ShownItem(
        title=_pieces(title, best.title_marks if source.title else ()),
        address=link(request, "item_page", item_id=source.item_id)
        if source.item_id
        else link(request, "minutes_page", document=source.document),
        by=", ".join(part for part in by if part),
        outcome=OUTCOMES[best.outcome] if best.outcome else None,
        findings=shown,
    )


def _finding(request: Request, finding: Finding) -> ShownFinding:
    return ShownFinding(
        shown=shown_quote(request, finding.quote),
        pieces=_pieces(finding.quote.text, finding.marks),
        recommended=_pieces(finding.recommended.text, finding.recommended_marks)
        if finding.recommended
        else (),
        citation=citation_of(request, finding.quote),
    )


def _pieces(text: str, marks: Marks) -> tuple[Piece, ...]:
    pieces = []
    at = 0
    for start, end in marks:
        pieces += [Piece(text[at:start], marked=False), Piece(text[start:end], marked=True)]
        at = end
    return tuple(piece for piece in [*pieces, Piece(text[at:], marked=False)] if piece.text)


def _facets(found: Findings) -> Iterable[ShownFacet]:
    for facet, (name, heading) in FACETS.items():
        rows = [
            FacetValue(row.value, value_name(facet, row.value), row.count, row.chosen, f"{name}-{number}")
            for number, row in enumerate(found.facets[facet], 1)
        ]
        if len(rows) > 1 or any(row.chosen for row in rows):
            open_rows = [row for n, row in enumerate(rows) if n < _OPEN_VALUES or row.chosen]
            rest = [row for row in rows if row not in open_rows]
            yield ShownFacet(name, heading, tuple(open_rows), tuple(rest))


def _numbers(page: int, last: int) -> tuple[int | None, ...]:
    """The first, the last and those around this one; ``None`` where some are left out."""
    wanted = sorted({1, last, *(n for n in range(page - 1, page + 2) if 1 <= n <= last)})
    numbers: list[int | None] = []
    for number in wanted:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return tuple(numbers)


def _download(asked: Asked) -> Query:
    """The same search as the API takes it."""
    choices = asked.choices
    return {
        "q": asked.words,
        "municipality": sorted(choices.municipalities),
        "committee": sorted(choices.committees),
        "year": [str(year) for year in sorted(choices.years)],
        "outcome": sorted(choices.outcomes),
        "kind": sorted(choices.sections),
        "from": choices.date_from.isoformat() if choices.date_from else None,
        "to": choices.date_to.isoformat() if choices.date_to else None,
        "case_no": choices.case_no,
        "mode": asked.mode if asked.mode != "hybrid" else None,
        "sort": asked.order.value if asked.order is not Order.RELEVANCE else None,
    }
