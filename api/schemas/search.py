"""A search on the wire: what to look for, and one page of what was found, with counts."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from api.schemas.answers import QuoteOut
from api.schemas.asking import Dated, Words
from api.schemas.record import Record
from indexer.minutes import SectionKind
from qa.facets import Choices, Facet
from qa.outcomes import Outcome
from qa.searching import Finding, Findings, Order

__all__ = ["DownloadForm", "DownloadIn", "FindingOut", "FindingsOut", "SearchIn"]

DownloadForm = Literal["csv", "jsonl", "ris", "atom"]
_MOST_CHOSEN = 100
_Name = Annotated[str, AfterValidator(str.strip), Field(max_length=200)]


class _Wanted(Dated):
    """Words to look for, and what to narrow them to."""

    q: Words = Field(
        description='Words, in Danish; their meaning counts, not only their spelling. A phrase in "quotation '
        'marks" must stand as written, but for case and white space.',
        examples=['cykelsti "Havnevej 12"'],
    )
    municipality: list[_Name] = Field(
        default=[], max_length=_MOST_CHOSEN, description="Only these municipalities' minutes; none: all."
    )
    committee: list[_Name] = Field(
        default=[],
        max_length=_MOST_CHOSEN,
        description="Only these committees; a part of a name will do.",
        examples=[["Teknik"]],
    )
    year: list[Annotated[int, Field(ge=1, le=9999)]] = Field(
        default=[], max_length=_MOST_CHOSEN, description="Only meetings in these years.", examples=[[2024]]
    )
    outcome: list[Outcome] = Field(
        default=[], max_length=_MOST_CHOSEN, description="Only items of which this came."
    )
    kind: list[SectionKind] = Field(
        default=[], max_length=_MOST_CHOSEN, description="Only sections of these kinds; none: all."
    )
    case_no: str | None = Field(default=None, description="Only this case.", examples=["24/1187"])
    mode: Literal["hybrid", "semantic", "keyword"] = Field(
        default="hybrid", description="Search by words and meaning, by meaning alone, or by words alone."
    )
    sort: Order = Field(default=Order.RELEVANCE, description="Best first, or newest first.")

    def choices(self) -> Choices:
        """What the search is narrowed to."""
        return Choices(
            municipalities=frozenset(filter(None, self.municipality)),
            committees=frozenset(filter(None, self.committee)),
            years=frozenset(self.year),
            outcomes=frozenset(self.outcome),
            sections=frozenset(self.kind),
            date_from=self.date_from,
            date_to=self.date_to,
            case_no=self.case_no,
        )


class SearchIn(_Wanted):
    """A search, and which page of it."""

    limit: int = Field(default=10, ge=1, le=100, description="At most so many hits.")
    offset: int = Field(default=0, ge=0, le=10_000, description="Leave out so many of the best hits.")


class DownloadIn(_Wanted):
    """A search to be taken along whole."""

    limit: int = Field(default=1000, ge=1, le=10_000, description="At most so many hits.")


_MARKS = "Where words looked for stand: pairs of start and end (exclusive), in characters"


class FindingOut(QuoteOut):
    """One hit of a search: a passage as a quote, with what was looked for marked."""

    score: float = Field(description="Comparable within one search only.")
    item_outcome: Outcome | None = Field(
        description="What came of the item, or of the earlier decision quoted; null where none is told."
    )
    marks: list[tuple[int, int]] = Field(description=f"{_MARKS} of `text`.", examples=[[[0, 8]]])
    title_marks: list[tuple[int, int]] = Field(description=f"{_MARKS} of `source.title`.", examples=[[]])
    recommended: QuoteOut | None = Field(
        description="What was recommended, where the hit is the decision on it."
    )

    @classmethod
    def of(cls, finding: Finding) -> "FindingOut":
        """The finding with its quote's fields beside its own."""
        return cls(
            **dict(QuoteOut.model_validate(finding.quote)),
            score=finding.score,
            item_outcome=finding.outcome,
            marks=list(finding.marks),
            title_marks=list(finding.title_marks),
            recommended=QuoteOut.model_validate(finding.recommended) if finding.recommended else None,
        )


class FacetCountOut(Record):
    """One value to narrow a search to."""

    value: str = Field(description="As the parameter of the facet's name takes it.")
    count: int = Field(description="How many hits have it under the choices made in the other facets.")
    chosen: bool


class FacetsOut(Record):
    """What a search can be narrowed to. A facet's own choice does not limit its own counts."""

    municipality: list[FacetCountOut]
    committee: list[FacetCountOut] = Field(description="Those whose meeting it was, or whose decision.")
    year: list[FacetCountOut] = Field(description="Newest first; all other facets: most hits first.")
    outcome: list[FacetCountOut]
    kind: list[FacetCountOut] = Field(description="Kinds of section. A hit may be of two.")


class FindingsOut(Record):
    """One page of a search. `total` and the counts speak of all hits, not of the page."""

    total: int = Field(description="How many passages match.")
    items: int = Field(description="How many agenda items they are in.")
    hits: list[FindingOut] = Field(description="This page, in the order asked for.")
    facets: FacetsOut

    @classmethod
    def of(cls, found: Findings) -> "FindingsOut":
        """The page with its counts."""
        rows = {facet: [FacetCountOut.model_validate(row) for row in found.facets[facet]] for facet in Facet}
        return cls(
            total=found.total,
            items=found.items,
            hits=[FindingOut.of(finding) for finding in found.page],
            facets=FacetsOut(
                municipality=rows[Facet.MUNICIPALITY],
                committee=rows[Facet.COMMITTEE],
                year=rows[Facet.YEAR],
                outcome=rows[Facet.OUTCOME],
                kind=rows[Facet.SECTION],
            ),
        )
