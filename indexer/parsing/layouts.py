"""How the systems that print minutes lay out an agenda item. A new layout is a new row.

Section names and dates are the same tables for all layouts; a row holds only what tells one layout's
item headings from running text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from models.months import MONTHS

__all__ = [
    "BESIDE_CASE",
    "CASE_LINE",
    "CLOSED_BEFORE",
    "CLOSED_BEHIND",
    "CLOSED_PART",
    "CLOSED_WHOLE",
    "CLOSED_WITHIN",
    "CONTENTS",
    "LAST_RESORT",
    "LAYOUTS",
    "NOISE",
    "OPENNESS",
    "OPEN_MARK",
    "OPEN_PART",
    "STRAY_LETTER",
    "Layout",
    "says_closed",
]


@dataclass(frozen=True, slots=True)
class Layout:
    """One row. ``item`` matches an item's heading line (groups ``number`` and ``title``).

    ``proof`` says what makes such a line an item and not a numbered list in the text: ``"word"`` (the
    heading's own first word is enough), ``"context"`` (it stands in the contents, a case number or a section
    heading follows at once, or the format marks it as a heading) or ``"case"`` (it stands in the contents, or
    a case number is the very next line: numbers of pages stand alone, too). Where the title stands
    ``"above"`` or ``"below"`` the matched line, that holds the number alone.
    """

    name: str
    item: re.Pattern[str]
    proof: Literal["word", "context", "case"]
    title: Literal["beside", "above", "below"] = "beside"


_DATED = rf"(?i:{'|'.join(MONTHS)})\.?\s+\d{{4}}\b"
"""Behind a number it makes a day of it: "23. marts 2015"."""
_ITEM = r"(?:Punkt|PUNKT|Pkt\.?|PKT\.?|Sag|SAG|Dagsordenspunkt|DAGSORDENSPUNKT)"
"""In small letters it goes on with a sentence: "… under / punkt 4: …"."""
_NUMBER_ALONE = (
    rf"^(?:{_ITEM}(?:\s*(?:nr|NR)\.?)?|(?:Nr|NR)\.?)\s*(?P<number>\d{{1,4}}[a-zA-Z]?)[.:]?"
    r"(?:\s*[-–,(:]?\s*(?i:Åbent?|(?P<closed>Lukket))(?i:\s+(?:punkt|sag))?\)?)?$"
)

LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "firstagenda",
        re.compile(
            rf"^(?:{_ITEM}|(?:Åbent?|(?P<closed>Lukket))\s+(?:punkt|sag))\s+(?P<number>\d{{1,4}}[a-zA-Z]?)"
            r"\s*[:.|\-–]\s*(?P<title>\S.*)$"
        ),
        "word",
    ),
    Layout(
        "openness-first",
        re.compile(
            rf"^(?:Åbent?|ÅBENT?|(?P<closed>Lukket|LUKKET))\s+(?:{_ITEM}|punkt|sag)(?:\s*nr\.?)?"
            r"\s*(?P<number>\d{1,4}[a-zA-Z]?)\s*[:.|\-–]?\s+(?P<title>[A-ZÆØÅ\"”»].*)$"
        ),
        "word",
    ),
    Layout(
        "openness-between",
        re.compile(
            r"^(?P<number>\d{1,4}[a-zA-Z]?)[.:]?\s*[(\[]\s*"
            r"(?i:Åbent?|Offentligt?|(?P<closed>Lukket|Fortroligt?|Ikke[- ]offentligt?))"
            r"(?i:\s+(?:punkt|sag))?\s*[)\]]\s*[:\-–]?\s*(?P<title>\S.*)$"
        ),
        "word",
    ),
    Layout(
        "numbered",
        re.compile(rf"^(?P<number>\d{{1,4}}[a-zA-Z]?)[.:]\s+(?!{_DATED})(?P<title>\S.*)$"),
        "context",
    ),
    Layout(
        "numbered-bare",
        re.compile(rf"^(?P<number>\d{{1,4}})\s{{1,8}}(?!{_DATED})(?P<title>[A-ZÆØÅ\"”»].*)$"),
        "context",
    ),
    Layout(
        "numbered-tight", re.compile(r"^(?P<number>\d{1,4})[.:](?P<title>[A-ZÆØÅ][a-zæøå].*)$"), "context"
    ),
    Layout(
        "word-bare",
        re.compile(
            rf"^(?:{_ITEM}(?:\s*nr\.?)?|Nr\.?)\s*(?P<number>\d{{1,4}}[a-zA-Z]?)\s*[:.\-–]?\s+"
            r"(?P<title>[A-ZÆØÅ\"”»].*)$"
        ),
        "context",
    ),
    Layout(
        "numbered-dash",
        re.compile(rf"^(?P<number>\d{{1,4}})(?:\s?\)|\s+[-–|])\s+(?!{_DATED})(?P<title>[A-ZÆØÅ\"”»].*)$"),
        "context",
    ),
    Layout("number-below", re.compile(_NUMBER_ALONE), "context", title="above"),
    Layout("number-above", re.compile(_NUMBER_ALONE), "context", title="below"),
    Layout("bare-number-above", re.compile(r"^(?P<number>\d{1,4})[.:)]?$"), "case", title="below"),
)
"""Tried in order; of two with the same proof the one that finds more items wins, the earlier one on a tie."""

LAST_RESORT = Layout(
    "ad",
    re.compile(
        r"^(?:Ad|AD)\.?\s*(?:[Pp]kt\.?|[Pp]unkt)?\s*(?P<number>\d{1,3})\s*[:.)\-–]?\s+(?P<title>[A-ZÆØÅ\"”»].*)$"
    ),
    "word",
)
"""Tried where no other is met: elsewhere "Ad 1." begins a point of a decision."""

CONTENTS = re.compile(
    r"^(?:Indholdsfortegnelse|Indhold|Dagsorden|Dagsordenspunkter|Punkter|Emner|Sagsoversigt|Sagsliste|Punktoversigt)\s*:?$",
    re.IGNORECASE,
)
"""The heading of a contents page."""

_NOUN = r"(?:\s+(?:punkt|sag|dagsordenspunkt|pkt\.?|møde))"
_CLOSED = r"(?:Lukket(?:\s+(?:punkt|sag|dagsordenspunkt))?|Fortroligt?|Ikke[- ]offentligt?)"
CLOSED_BEFORE = re.compile(
    rf"\(?\s*{_CLOSED}\s*[:.)\-–]\s*|(?-i:LUKKET(?: PUNKT| SAG)?)\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))", re.IGNORECASE
)
"""What stands before the title of a closed item (to be matched at its beginning); no part of the title."""

CLOSED_WITHIN = re.compile(rf"\s[-–—]\s*{_CLOSED}\s*[-–—:]\s", re.IGNORECASE)
"""What stands inside the title of a closed item, behind the short name of its committee; it stays there."""

CLOSED_BEHIND = re.compile(
    r"(?:[(\[]\s*(?:(?:Beslutning|Orientering|Drøftelse|Indstilling|Godkendelse|Sag|Punkt)\s*[-–,/:]\s*)?"
    rf"{_CLOSED}\s*[)\]]|(?:\s[-–—/|]|[:,;])\s*{_CLOSED}|(?<=Eventuelt)[\s-]+{_CLOSED})$",
    re.IGNORECASE,
)
"""What stands behind the title of a closed item; no part of the title."""

_OPEN = r"\(\s*Åbent?(?:\s+(?:punkt|sag))?\s*\)"
OPEN_MARK = re.compile(rf"^{_OPEN}|{_OPEN}$", re.IGNORECASE)
"""What stands before or behind the title of an open item; no part of the title."""

CLOSED_WHOLE = re.compile(
    rf"\W*(?:{_CLOSED}(?:\s+(?:eventuelt|orientering\w*|meddelelser))?"
    r"|lukkede\s+(?:meddelelser|orienteringer|punkter|sager)|lukket\s+(?:dagsorden|del|møde))\W*$",
    re.IGNORECASE,
)
"""The title of a closed item that has no other title, or none but that of a standing item."""

_PART_LABEL = r"(?:(?:[A-H]|[IVX]{1,4})[.:)]\s+|Del [A-H1-9][.:]?\s+)?"
"""What may count the parts of an agenda: "D. Lukkede sager"."""

CLOSED_PART = re.compile(
    rf"^{_PART_LABEL}"
    r"(?:Lukket (?:referat|dagsorden|møde|del)|Lukkede (?:punkter|sager|dagsordenspunkter)"
    r"|(?:Den |Dagsordenens )?lukkede (?:dagsorden|del)(?: af dagsordenen)?"
    r"|(?:Punkter|Sager) på (?:den )?lukke(?:t|de) (?:dagsorden|møde)"
    r"|Ikke[- ]offentlige? (?:punkter|del|møde|dagsorden))\s*:?$",
    re.IGNORECASE,
)
"""A line after which every item is closed."""

PART = re.compile(
    rf"^{_PART_LABEL}"
    r"(?:(?:Sager|Punkter) til (?:afgørelse|beslutning|drøftelse|orientering|behandling|efterretning"
    r"|godkendelse|indstilling)|(?:Beslutnings|Orienterings|Drøftelses|Indstillings|Temadrøftelses)(?:sager|punkter))"
    r"(?: (?:i|for|over for) .{2,80})?\s*:?$",
    re.IGNORECASE,
)
"""A line that heads a part of an agenda by what is to be done; whether its items are open it does not say."""

OPEN_PART = re.compile(
    rf"^{_PART_LABEL}"
    r"(?:Åbent (?:referat|møde)|Åben (?:dagsorden|del)|Åbne (?:punkter|sager|dagsordenspunkter)"
    r"|(?:Punkter|Sager) på (?:den )?åb(?:en|ent|ne) (?:dagsorden|møde)|Offentlige punkter)\s*:?$",
    re.IGNORECASE,
)
"""A line after which items are open again."""

OPENNESS = re.compile(
    rf"^[(*•\-–\s]*(?:Åbent?{_NOUN}|(?P<closed>(?:Lukket|Fortroligt?){_NOUN}?))[).:*\s]*$", re.IGNORECASE
)
"""A line that says of one item whether it is open; some municipalities put it above each title."""

CASE_BEHIND = re.compile(
    r"\s*\((?:Sags?\s?-?\s?(?:nr|nummer)\.?:?\s*|J\.?\s?nr\.?:?\s*)?"
    r"(?P<case>[A-ZÆØÅ]{2,6}-\d{4}-\d{3,8}|\d{2}\.\d{2}\.\d{2}-?[A-ZÆØÅ]\d{2}-\d{1,6}(?:-\d{2})?|\d{4}-\d{5,7}|\d{2}/\d{5,7})\)$"
)
"""A case number in brackets behind a title: "(2023-0012345)"; two years ("2023-2026") are none."""

_CASE_FORMS = (
    r"[A-ZÆØÅ]{2,6}-\d{4}-\d{3,8}"  # EMN-2025-003383
    r"|\d{2}\.\d{2}\.\d{2}-?[A-ZÆØÅ]\d{2}-\d{1,6}(?:-\d{2})?"  # 00.22.04-P35-1-24 (KLE number, facet, serial)
    r"|\d{3}-\d{4}-\d{3,7}"  # 710-2023-90123 (the municipality's number before it)
    r"|\d{4}[-/]\d{3,7}"  # 2015-004285
    r"|\d{2}/\d{2,7}"  # 25/26257
)
CASE_LINE = re.compile(
    r"^\(?(?:\d{1,2}\.\s+(?=Sags))?(?:(?P<before>Åbent?|Lukket|Fortroligt?)\s+(?=Sags|J\.?\s?nr))?(?:J\.?\s?nr\.?\s*:\s*[\w.\-]{5,25}[\s,;]+(?=Sags))?(?:(?P<label>Sags?\s?-?\s?(?:nr|nummer|id|no)\.?|Sag|J(?:ournal)?\.?\s?-?(?:nr|nummer)\.?"
    r"|Acadre(?:[- ]?sag(?:snr\.?)?)?)(?:\s*[:.]\s*|\s+|(?<=\.)))?"
    rf"(?P<case>{_CASE_FORMS}|(?(label)(?=\D{{0,30}}\d)[\w./\-]{{3,30}}|(?!)))"
    r"(?(label)(?P<tail>(?:,|\s[-–|])\s*\S.{0,60}|\s+(?:Brev|Dok)\.?\s?(?:id|nr)\.?:?\s*[\w/-]{1,20}|\s+(?=.{0,120}\b(?:Åbent?|Lukket|Fortroligt?)\b).{1,140})?"
    r"|(?:(?P<openness>\s+(?:Åbent?|Lukket|Fortroligt?)(?:\s+(?:punkt|sag))?)"
    r"|,?\s+Sagsbehandler\s*:\s*\S.{0,60}|\s-\s\d{1,3})?)\s*\)?$",
    re.IGNORECASE,
)
"""A line that holds an item's case number; a label may stand before it, and behind a labelled one who handles
the case, or whether it is open."""


BESIDE_CASE = re.compile(
    r"^(?:(?:dok(?:ument)?|brev)\.?\s?(?:nr|nummer|id)?\.?[ :]|doknr|(?:sags)?initialer\b|sagsbehandler\s*:"
    r"|åben sag|åbent punkt|sagstype|udskriv$"
    r"|(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?)?\s*\d{1,4}\w?$)",
    re.IGNORECASE,
)
"""A line that may stand between a title and its text, beside the case number."""


def says_closed(case: re.Match[str]) -> bool:
    """Whether a case number's line says that its item is closed."""
    return (
        re.search(
            r"\b(?:Lukket|Fortroligt?)\b",
            case["before"] or case["tail"] or case["openness"] or "",
            re.IGNORECASE,
        )
        is not None
    )


NOISE = re.compile(
    r"^(?:Til toppen|Tilbage til toppen|Til indholdsfortegnelsen?|Print|Udskriv(?: hele dagsord(?:e)?nen)?"
    r"|Vis PDF|Hent som (?:PDF|fil):?|Kopier link|Luk alle|Åbn alle|Fold alle (?:ud|ind)|Se alle bilag"
    r"|Du er her|You are here"
    r"|Side \d+(?: af \d+)?|(?:Å\s*)+|[=_*–—-]{5,})$",
    re.IGNORECASE,
)
"""Lines of the portal or the printer that belong to no section."""

STRAY_LETTER = "Å"
"""What a scanned initials box leaves, once or several times, at the end of a line."""
