"""The Danish names of what a search can be narrowed by. Tables: another wording is another row."""

from api.pages.wording import OUTCOMES
from indexer.minutes import SectionKind
from qa.facets import Facet
from qa.outcomes import Outcome
from qa.retrieval import Mode

__all__ = ["FACETS", "MODES", "ORDERS", "value_name"]

FACETS = {
    Facet.COMMITTEE: ("udvalg", "Udvalg"),
    Facet.YEAR: ("aar", "År"),
    Facet.OUTCOME: ("udfald", "Udfald"),
    Facet.SECTION: ("afsnit", "Del af sagen"),
    Facet.MUNICIPALITY: ("kommune", "Kommune"),
}
"""In the order they are shown: the name in an address, and the heading."""

MODES: dict[Mode, tuple[str, str]] = {
    "hybrid": ("begge", "Både ord og mening"),
    "keyword": ("ord", "Kun ordene"),
    "semantic": ("mening", "Kun meningen"),
}
ORDERS = {"relevance": ("relevans", "Det, der passer bedst, først"), "date": ("dato", "Det nyeste først")}

_SECTIONS = {
    SectionKind.RECOMMENDATION: "Indstilling",
    SectionKind.DECISION: "Beslutning",
    SectionKind.PRIOR_DECISION: "Tidligere beslutning",
    SectionKind.HISTORY: "Sagens forløb",
    SectionKind.PROPOSAL: "Forslag",
    SectionKind.SUMMARY: "Resumé",
    SectionKind.BACKGROUND: "Sagsfremstilling",
    SectionKind.ECONOMY: "Økonomi",
    SectionKind.LEGAL: "Lovgrundlag",
    SectionKind.HEARING: "Høring",
    SectionKind.ALTERNATIVES: "Alternativer",
    SectionKind.PROCESS: "Videre proces",
    SectionKind.COMPETENCE: "Hvem der beslutter",
    SectionKind.ENDORSEMENT: "Påtegning",
    SectionKind.ABSENCE: "Fravær",
    SectionKind.ATTACHMENTS: "Liste over bilag",
    SectionKind.ATTACHMENT: "Bilag",
    SectionKind.OTHER: "Andet",
    SectionKind.MEETING: "Mødets oplysninger",
    SectionKind.PASSAGE: "Tekst uden punkter",
}


def value_name(facet: Facet, value: str) -> str:
    """A facet's value as it is shown."""
    if facet is Facet.OUTCOME:
        return OUTCOMES[Outcome(value)].name
    return _SECTIONS[SectionKind(value)] if facet is Facet.SECTION else value
