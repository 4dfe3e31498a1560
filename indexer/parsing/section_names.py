"""What municipalities call the parts of an item. A new name is a new row here, nothing else."""

import re
from dataclasses import dataclass

from indexer.minutes import SectionKind
from indexer.parsing.bodies import BODY, NAME_LIST
from indexer.parsing.dates import DATE, MONTHS

__all__ = [
    "DECISION_WORD",
    "HISTORY_FIELD",
    "INLINE_HEADING",
    "SECTION_NAMES",
    "SECTION_PATTERNS",
    "SectionHeading",
    "is_type_label",
    "section_heading",
]

SECTION_NAMES: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.RECOMMENDATION: (
        "Indstilling",
        "Indstillinger",
        "Indstillingen",
        "Beslutningspunkter",
        "Forvaltningens indstilling",
        "Administrationens indstilling",
        "Direktionens indstilling",
        "Indstilling og sagsgang",
        "Forslag til beslutning",
        "Anbefaling",
        "Indstilling fra forvaltningen",
        "Administrativ indstilling",
        "Indstilling og beslutning",
        "Administrationens forslag",
        "Forvaltningens forslag",
        "Administrationens anbefaling",
        "Forvaltningens anbefaling",
    ),
    SectionKind.DECISION: (
        "Beslutning",
        "Beslutninger",
        "Beslutningen",
        "Udvalgets beslutning",
        "Konklusion",
        "Referat af behandlingen",
        "Beslutning i udvalget",
        "Udvalgets behandling",
        "Beslutning i byrådet",
        "Beslutning i kommunalbestyrelsen",
        "Mødets beslutning",
        "Politisk beslutning",
        "Besluttet",
        "Udvalget besluttede",
        "Byrådet besluttede",
        "Kommunalbestyrelsen besluttede",
        "Udvalgets afgørelse",
        "Sagens afgørelse",
        "Udvalgets konklusion",
    ),
    SectionKind.PROPOSAL: (
        "Beslutningsforslag",
        "Forslag",
        "Medlemsforslag",
        "Ændringsforslag",
        "Initiativret",
    ),
    SectionKind.SUMMARY: (
        "Resume",
        "Resumé",
        "Sammendrag",
        "Sagens kerne",
        "Beslutningstema",
        "Sagsresume",
        "Sagsresumé",
        "Kort resume",
        "Kort fortalt",
        "Sagstema",
        "Hvad handler sagen om",
        "Anledning",
        "Indledning",
        "Sagen kort",
        "Kort om sagen",
        "Sagens formål",
        "Tema",
    ),
    SectionKind.BACKGROUND: (
        "Baggrund",
        "Baggrund og vurdering",
        "Sagsfremstilling",
        "Supplerende sagsfremstilling",
        "Sagens indhold",
        "Problemstilling",
        "Løsning",
        "Vurdering",
        "Forvaltningens vurdering",
        "Administrationens vurdering",
        "Forvaltningens bemærkninger",
        "Administrationens bemærkninger",
        "Redegørelse",
        "Sagsbeskrivelse",
        "Beskrivelse af sagen",
        "Sagens baggrund",
        "Uddybende sagsfremstilling",
        "Faglig vurdering",
        "Sagen",
        "Sagsindhold",
        "Supplerende oplysninger",
        "Yderligere oplysninger",
        "Sagens opståen",
        "Beskrivelse",
        "Sagsfremstilling og økonomi",
        "Sagsfremstilling og vurdering",
        "Beslutningsgrundlag",
        "Beskrivelse af sagens indhold",
        "Formål og baggrund",
        "Baggrund og formål",
        "Formål",
        "Sagens baggrund og indhold",
        "Kort beskrivelse af sagen",
        "Motivering",
        "Motivation",
        "Begrundelse for forslaget",
    ),
    SectionKind.ECONOMY: (
        "Økonomi",
        "Økonomiske konsekvenser",
        "Økonomiske konsekvenser og finansiering",
        "Økonomiske forhold",
        "Økonomi og finansiering",
        "Finansiering",
        "Økonomiske og personalemæssige konsekvenser",
        "Økonomisk påvirkning",
        "Bevillingsmæssige konsekvenser",
        "Økonomi og personale",
        "Økonomisk konsekvens",
        "Bevilling",
        "Økonomiske bemærkninger",
        "Økonomiske forhold og konsekvenser",
        "Økonomi og bevilling",
        "Økonomi og tidsplan",
        "Økonomi, herunder bevillingsmæssige konsekvenser",
    ),
    SectionKind.LEGAL: (
        "Retsgrundlag",
        "Lovgrundlag",
        "Lovgrundlag mv.",
        "Lovgivning",
        "Juridiske konsekvenser",
        "Hjemmel",
        "Juridiske forhold",
        "Det juridiske grundlag",
        "Retligt grundlag",
        "Retsregler og andre forskrifter",
        "Juridiske og planmæssige forhold",
        "Lovgrundlag – link",
        "Lovgrundlag, planer mv.",
        "Love og regler",
    ),
    SectionKind.HEARING: (
        "Høring",
        "Inddragelse og høring",
        "Inddragelse",
        "Borgerinddragelse",
        "Høringssvar",
        "Kommunikation",
        "Høring og inddragelse",
        "Høringer",
        "Kommunikation og inddragelse",
        "Udtalelser",
        "Høring og sagsgang",
        "Høring, dialog og formidling",
        "Dialog og høring",
        "Borgerinddragelse og høring",
        "Indkomne bemærkninger",
        "Indkomne bemærkninger mv.",
        "Indkomne høringssvar",
        "Offentlig høring",
        "Partshøring",
        "Naboorientering",
        "Dialog/høring",
    ),
    SectionKind.ALTERNATIVES: (
        "Alternativer",
        "Politisk handlerum",
        "Handlemuligheder",
        "Alternative løsninger",
        "Alternativ indstilling",
        "Beskrivelse af alternativ indstilling",
        "Alternativer til indstillingen",
    ),
    SectionKind.PROCESS: (
        "Tidsperspektiv",
        "Videre proces",
        "Sagsgang",
        "Videre forløb",
        "Det videre forløb",
        "Sagens videre forløb",
        "Den videre proces",
        "Opfølgning",
        "Tidsplan",
        "Tidsplan og proces",
        "Næste skridt",
        "Proces",
        "Opfølgning på sagen",
        "Politisk behandling",
        "Forventet sagsgang",
        "Sagsgang og sagstype",
        "Den videre behandling",
        "Videre sagsgang",
        "Det videre arbejde",
    ),
    SectionKind.HISTORY: (
        "Historik",
        "Sagsforløb",
        "Tidligere beslutninger",
        "Tidligere behandling",
        "Sagens tidligere behandling",
        "Sagshistorik",
        "Beslutningshistorik",
        "Tidligere politisk behandling",
        "Sagens historik",
        "Sagshistorik, henvisninger",
        "Sagens forhistorie",
        "Tidligere politiske beslutninger",
        "Oversigt over politisk behandling",
        "Politisk behandling og historik",
    ),
    SectionKind.COMPETENCE: (
        "Beslutningskompetence",
        "Kompetence",
        "Beslutningen træffes af",
        "Afgørelseskompetence",
        "Kompetent organ",
        "Sagen afgøres af",
        "Hvem beslutter",
        "Sagen behandles i",
        "Kompetenceforhold",
    ),
    SectionKind.ABSENCE: (
        "Fraværende",
        "Afbud",
        "Følgende deltog ikke i behandlingen af punktet",
        "Ikke til stede",
        "Inhabilitet",
        "Deltog ikke i behandlingen",
        "Fraværende under punktet",
        "Inhabile",
        "Ej til stede",
        "Fraværende med afbud",
    ),
    SectionKind.ATTACHMENTS: ("Bilag", "Bilagsliste", "Bilagsoversigt", "Bilag til sagen", "Vedlagte bilag"),
    SectionKind.OTHER: (
        "Miljø",
        "Klima",
        "Sundhed",
        "Bæredygtighed",
        "Klima og miljø",
        "Konsekvenser for klima og miljø",
        "Sundhedsmæssige konsekvenser",
        "Andre konsekvenser",
        "Personalemæssige konsekvenser",
        "Bemærkninger",
        "Tværgående konsekvenser",
        "Miljømæssige konsekvenser",
        "Udtalelse",
        "Ligestilling",
        "Supplerende bemærkninger",
        "Øvrige konsekvenser",
        "Personale",
        "Andre forhold",
        "Bemærkninger til dagsordenen",
        "Effekt",
        "Effekter",
        "Mål og effekt",
        "Politiske beslutninger og aftaler",
        "Afledte konsekvenser",
        "Punkttype",
        "Sagstype",
    ),
}
"""Whole headings, as written; compared without case, marks and a closing colon."""

_ON = r",?(?: (?:man|tirs|ons|tors|fre|lør|søn)dag)?,?(?: (?:den|d\.))?"
"""What may stand before the day of a decision: "tirsdag den 5. marts 2024"."""
_PUNKT = r"(?:,?\s*(?:[Pp]unkt|[Pp]kt\.?|[Ss]ag)\s*(?:nr\.?\s*)?(?P<item>\d+\w?))?"
SECTION_PATTERNS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.DECISION,
        rf"(?P<body>{BODY})s? (?:beslutning|behandling|indstilling|anbefaling)(?: i mødet)?"
        rf"{_ON}\s+(?P<date>{DATE}){_PUNKT}",
    ),
    (
        SectionKind.DECISION,
        rf"(?:Beslutning(?:er)?|Behandling|Behandlet)(?:,? (?:i|fra|af|truffet af|truffet i))? "
        rf"(?P<body>{BODY})(?:,? på (?:mødet|sit møde))?{_ON}\s+(?P<date>{DATE}){_PUNKT}",
    ),
    (SectionKind.DECISION, rf"(?P<body>{BODY})(?:,)?(?: (?:den|d\.))?\s+(?P<date>{DATE}){_PUNKT}"),
    (SectionKind.DECISION, rf"(?P<date>{DATE})[ ,:–-]+(?P<body>{BODY}){_PUNKT}"),
    (
        SectionKind.DECISION,
        rf"Beslutning (?:i|fra) (?P<body>{NAME_LIST}),?(?: (?:den|d\.))?\s+(?P<date>{DATE}){_PUNKT}",
    ),
    (
        SectionKind.DECISION,
        rf"(?P<body>{NAME_LIST}),?(?: (?:den|d\.))?\s+(?P<date>{DATE}),?\s*(?:[Pp]unkt|[Pp]kt\.?|[Ss]ag)"
        r"\s*(?:nr\.?\s*)?(?P<item>\d+\w?)(?P<colon>:)",
    ),
    (
        SectionKind.DECISION,
        rf"Beslutning[ ,:–-]+(?P<body>{BODY})(?:[ ,:–-]+|\s+\()(?P<date>{DATE})\)?{_PUNKT}",
    ),
    (SectionKind.DECISION, rf"Beslutning,? (?:den|d\.)?\s*(?P<date>{DATE}){_PUNKT}"),
    (SectionKind.DECISION, rf"(?:Tidligere )?[Bb]eslutning (?:i|fra|af) (?P<body>{BODY})"),
    (SectionKind.DECISION, rf"Beslutning[ ,:–-]+(?P<body>{BODY})"),
    (SectionKind.DECISION, rf"(?P<body>{BODY})s beslutning"),
    (SectionKind.RECOMMENDATION, r"Indstilling fra .{3,80}"),
    (SectionKind.RECOMMENDATION, r"[A-ZÆØÅ][\wæøåÆØÅ ,\-]{2,70}s (?:anbefaling|indstilling)"),
    (
        SectionKind.PROPOSAL,
        r"(?:Beslutningsforslag|Medlemsforslag|Forslag|Ændringsforslag) (?:fra|stillet af) .{2,80}",
    ),
    (
        SectionKind.ENDORSEMENT,
        r"[A-ZÆØÅ][\wæøåÆØÅ ,\-]{2,70}s (?:påtegning|bemærkninger|erklæring|udtalelse)",
    ),
    (SectionKind.ABSENCE, r"Følgende deltog ikke i .{3,60}"),
    (SectionKind.ATTACHMENTS, r"Bilag \(\d{1,3}(?:\s?[-–]\s?\d{1,3})?\)"),
)
"""Headings with names and dates in them (groups ``body``, ``date``, ``item``); they match a whole line, its
closing colon only where they have a group ``colon``."""

INLINE_HEADING = re.compile(
    r"^(?P<name>Indstilling|Beslutning|Beslutninger|Udvalgets beslutning|Besluttet|Konklusion|Fraværende"
    r"|Afbud|Ikke til stede|Ej til stede|(?:Administrationens|Forvaltningens) indstilling|Sagsfremstilling"
    r"|Resum[eé]|Sammendrag|Baggrund|Økonomi|Økonomiske konsekvenser|Lovgrundlag|Retsgrundlag|Høring|Bilag"
    r")\s*:\s+(?=\S)"
)
"""A heading with its text on the same line ("Beslutning: Godkendt.")."""

HISTORY_FIELD = re.compile(
    r"^(?:(?:Udvalg|Forum|Organ)\s*:\s*(?P<body>\S.*)|(?:Møde)?dato\s*:\s*(?P<date>\S.*)"
    r"|Punkt(?:nummer|nr\.?)?\s*:\s*(?P<item>\w+))$",
    re.IGNORECASE,
)
"""A line of the blocks that a case history is made of; what follows the lines is that body's decision."""

HISTORY_LINE = re.compile(
    rf"^[-*•\s]*(?:(?P<body>{BODY}),?(?: (?:den|d\.))?\s+(?P<date>{DATE}){_PUNKT}"
    rf"|(?:(?:Den|D\.) )?(?P<day>{DATE})[ ,–-]+(?P<by>{BODY}))\s*[:–-]\s+(?=\S)"
)
"""An earlier decision in one line of a case history: "Byudvalget 12-09-2024: Forprojektet blev godkendt."."""

DECISION_WORD = re.compile(r"Beslutning(?:en)?\s*(?::\s*|$)", re.IGNORECASE)
"""What may stand before the decision in such a block."""

_EXACT = {name.lower(): kind for kind, names in SECTION_NAMES.items() for name in names}
_COMPILED = [(kind, re.compile(rf"^{pattern}$")) for kind, pattern in SECTION_PATTERNS]
_MAX_HEADING = 140
_DASHES = "-–"
_BULLETS = f"•◦▪{_DASHES}"
_BULLETED = frozenset(
    (
        SectionKind.RECOMMENDATION,
        SectionKind.DECISION,
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.ATTACHMENTS,
    )
)
"""Sections that pages with folding lists head with a bullet; "• Økonomi" is more often a point of a list, and
behind a dash so is every name without a date."""


_TYPE_LABEL = re.compile(r"^(?:Punkt|Sags|Dagsordenspunkt)type\s*:?$", re.IGNORECASE)
_STAY_SMALL = frozenset(
    [
        *("og", "for", "vedr.", "den", "d.", "i", "på", "af", "fra", "til", "mødet", "møde", "sit"),
        "truffet",
        *("beslutning", "behandling", "indstilling", "anbefaling", "punkt", "pkt."),
        *MONTHS,
    ]
)
"""What is no name in a heading in capitals."""


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A recognised heading: its kind, and body, date (as written) and item number where it names them."""

    kind: SectionKind
    body: str | None = None
    date: str | None = None
    item: str | None = None


def _in_small_letters(shouted: str) -> str:
    """A heading in capitals as it is written elsewhere ("Beslutning Byrådet den 1. maj")."""
    first, *others = shouted.lower().split(" ")
    small = (word if word in _STAY_SMALL else word[:1].upper() + word[1:] for word in others)
    return " ".join([first[:1].upper() + first[1:], *small])


def is_type_label(line: str) -> bool:
    """Whether a line asks of what type an item is; "Beslutning" right below it heads no decision."""
    return _TYPE_LABEL.match(line.strip(" \t*_#")) is not None


def section_heading(line: str) -> SectionHeading | None:
    """What section a line opens, or ``None`` when it is no heading we know."""
    name = line.strip(" \t*_#").rstrip(":").strip()
    if not name or len(name) > _MAX_HEADING:
        return None
    if name[0] in _BULLETS:
        listed = section_heading(name.lstrip(f"{_BULLETS} "))
        heads = listed is not None and (listed.date or (name[0] not in _DASHES and listed.kind in _BULLETED))
        return listed if heads else None
    kind = _EXACT.get(name.lower())
    if kind is not None:
        return SectionHeading(kind)
    if name.isupper():
        name = _in_small_letters(name)
    written = f"{name}:" if line.rstrip(" \t*_#").endswith(":") else name
    for kind, pattern in _COMPILED:
        match = pattern.match(written) if "colon" in pattern.groupindex else pattern.match(name)
        if match:
            parts = match.groupdict()
            body = parts.get("body")
            if body and body.lower() in _EXACT:  # "Indstilling 9. januar 2023, pkt. 4:" names no body
                body = None
            return SectionHeading(kind, body, parts.get("date"), parts.get("item"))
    return None
