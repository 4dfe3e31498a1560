"""The lines by which minutes say that an item, or what follows, is closed. A new form is a new row.

They are looked for in the text itself, whatever the parser made of it.
"""

import re

from indexer.parsing.layouts import CASE_LINE, OPENNESS, says_closed

__all__ = [
    "AROUND_TITLE",
    "BARE_CLOSED",
    "CLOSED_HEADING",
    "CLOSED_PART",
    "CLOSED_TITLE",
    "CONTENTS_ENTRY",
    "IN_CONTENTS",
    "LISTED",
    "MARK_ONLY",
    "OPEN_PART",
    "STATUS_FIELD",
    "heads_columns",
    "says_closed_here",
]

_CLOSED = r"(?:lukket(?:\s(?:punkt|sag|dagsordenspunkt))?|fortroligt?|ikke[- ]offentligt?)"
_NUMBER = r"(?:(?:punkt|pkt\.?|sag)\s*)?\d{1,4}[a-z]?\s*[.:)\-–]\s*"
_MARKUP = r"[#>*_\s]*"
_LABEL = r"(?:(?:[A-H]|[IVX]{1,4})[.:)]\s+)?"  # D. Lukkede sager

CLOSED_HEADING = re.compile(
    rf"^{_MARKUP}(?:{_NUMBER}\(?{_CLOSED}\s*[:)\-–]"  # Punkt 9: Lukket: …
    rf"|{_NUMBER}\S.*[(\[](?:\w{{3,20}}\s?[-–,/:]\s?)?{_CLOSED}[)\]]{_MARKUP}$"  # 9. … (Lukket punkt)
    rf"|{_NUMBER}\S.*\s[-–—]\s*{_CLOSED}{_MARKUP}$"  # 9. Eventuelt - lukket
    rf"|{_NUMBER}\S.{{0,40}}\s[-–—]\s*{_CLOSED}\s*[-–—:]\s"  # 9. BU - Lukket - …
    rf"|{_NUMBER}(?-i:LUKKET)\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))"  # 9. LUKKET Salg
    rf"|\d{{1,4}}[a-z]?\s+[(\[]{_CLOSED}[)\]]"  # 9 (Lukket) …
    rf"|(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?\d{{1,4}}[a-z]?\s*[-–,(:]?\s*{_CLOSED}\)?{_MARKUP}$"  # 9 Lukket
    rf"|{_NUMBER}{_CLOSED}{_MARKUP}$"  # 9. Lukket punkt
    rf"|\d{{1,4}}[a-z]?(?:\s+|\s*,\s*){_CLOSED}\s*[:\-–]"  # 9 Lukket: …
    rf"|(?:punkt|pkt\.?|sag)\s*\d{{1,4}}[a-z]?\s*,\s*{_CLOSED}\s*[:\-–]"  # Punkt 9, lukket: …
    rf"|{_NUMBER}[(\[](?:{_CLOSED}|(?-i:L))[)\]]\s*\S"  # 9. [Lukket] …, 9. (L) …
    rf"|{_NUMBER}\S.*[*_]{_CLOSED}[*_]+$"  # 9. … *lukket*
    rf"|\S.{{2,150}}[(\[]lukket\s(?:punkt|sag|dagsordenspunkt)[)\]]{_MARKUP}$"  # … (lukket punkt)
    rf"|\(?(?:lukket\s(?:punkt|sag|dagsordenspunkt)|lukkede\s(?:punkter|sager))\b.{{0,100}}$)",
    re.IGNORECASE,
)
"""A line that heads a closed item, also where the parser saw none."""

CLOSED_PART = re.compile(
    rf"^{_MARKUP}{_LABEL}(?:lukket\s(?:referat|dagsorden|møde|del)|(?:den\s|dagsordenens\s)?lukkede\s(?:dagsorden|del)"
    rf"|lukkede\s(?:punkter|sager|dagsordenspunkter)"
    rf"|(?:punkter|sager)\s(?:på|fra|til)\s(?:den\s|det\s)?lukke(?:t|de)\s(?:dagsorden|møde|del)"
    rf"|ikke[- ]offentlige?\s(?:punkter|del|møde|dagsorden))\b.{{0,40}}$",
    re.IGNORECASE,
)
"""A line that says that what follows is closed."""

OPEN_PART = re.compile(
    rf"^{_MARKUP}{_LABEL}(?:åbent\s(?:referat|møde)|åben\s(?:dagsorden|del)|åbne\s(?:punkter|sager|dagsordenspunkter)"
    rf"|(?:punkter|sager)\s(?:på|fra|til)\s(?:den\s|det\s)?åb(?:en|ne|ent)\s(?:dagsorden|møde)|offentlige\spunkter)\b.{{0,40}}$",
    re.IGNORECASE,
)
"""A line that says that what follows is open again."""

_SHUT = r"(?:lukket|fortroligt?|ikke[- ]offentligt?)"
_FIELD = (
    r"(?:åbent?\s?/\s?lukket(?:\s\w+)?|lukket\s?/\s?åbent?(?:\s\w+)?|sagstype|offentlighed|punkttype"
    r"|er\s(?:sagen|punktet)\s.{0,20}\blukket\??)"
)
CLOSED_FIELD = re.compile(
    rf"^{_MARKUP}(?:{_FIELD}\s*[:?]\s*{_SHUT}\b"
    rf"|(?:dette\s|dagsordens)?punkt(?:et)?\s+er\s+{_SHUT}{_MARKUP}\.?$|sagen\s+er\s+(?-i:LUKKET)\b"
    r"|(?:dette\spunkt|(?:dagsordens)?punktet|sagen)\s+behandles\s+(?:for|bag)\s+lukkede\s+døre"
    rf"|{_SHUT}\s+(?:sags?|j\.?|dok\.?)\s?-?\s?(?:nr|nummer|id)\b)",
    re.IGNORECASE,
)
"""A line that says of the item that it stands in that it is closed, wherever it stands."""

STATUS_FIELD = re.compile(rf"^{_MARKUP}status\s*:\s*{_SHUT}\b", re.IGNORECASE)
"""The same, but only right below a title: further down, other things have a status."""

_FIELD_ALONE = re.compile(rf"^{_MARKUP}{_FIELD}\s*:?{_MARKUP}$", re.IGNORECASE)
_VALUE_ALONE = re.compile(rf"^{_MARKUP}{_SHUT}{_MARKUP}$", re.IGNORECASE)
"""A field and its value, each on a line of its own."""

_NUMBER_ALONE = re.compile(
    rf"^{_MARKUP}(?:(?:punkt|pkt\.?|sag)\s*(?:nr\.?\s*)?)?\d{{1,4}}[a-z]?[.:)]?{_MARKUP}$", re.IGNORECASE
)

CLOSED_TITLE = re.compile(
    rf"^\(?{_CLOSED}\s*[:)\-–]|^(?-i:LUKKET)\s+(?=(?-i:[A-ZÆØÅ][a-zæøå]))"
    rf"|[(\[]{_CLOSED}[)\]]\s*$|\s[-–—]\s*{_CLOSED}\s*(?:$|[-–—:]\s)",
    re.IGNORECASE,
)
"""In a title."""
BARE_CLOSED = re.compile(rf"^{_MARKUP}{_CLOSED}\s*:\s*\S", re.IGNORECASE)
"""Of a document whose items nobody recognised."""
MARK_ONLY = re.compile(rf"^[\s*_#.:,;/–—-]*(?:[(\[]?{_CLOSED}[)\]]?)?[\s*_#.:]*$", re.IGNORECASE)
"""What may stand around a title and is none of it: a mark, or nothing."""
IN_CONTENTS = re.compile(r"(?:[.…\s]|\t)\d{1,4}\s*$")
"""A page number at the end of a line."""
CONTENTS_ENTRY = re.compile(
    rf"^{_MARKUP}(?:{_NUMBER})?\(?{_CLOSED}\s*[:)\-–]\s*(?P<title>.*?)(?:[.…\s]+\d{{1,4}})?\s*$",
    re.IGNORECASE,
)
"""A closed item in a contents page."""
AROUND_TITLE = re.compile(
    rf"^{_NUMBER}|(?:^|(?<=\s))\(?{_CLOSED}\s*[:)\-–]\s*|\s*(?:[(\[]{_CLOSED}[)\]]|[-–—]\s*{_CLOSED})$"
    r"|\s*\([\w./-]*\d{4}[\w./-]*\)$",
    re.IGNORECASE,
)
"""Number and marks around the title in a line of a list."""
LISTED = re.compile(rf"^{_MARKUP}{_NUMBER}\S", re.IGNORECASE)
"""A line of a list of items."""


def says_closed_here(before: str, words: str) -> bool:
    """Whether a line says that the item it stands in is closed; ``before`` is the written line above it."""
    case = CASE_LINE.match(words.strip())
    return (
        bool(CLOSED_FIELD.match(words))
        or (case is not None and says_closed(case))
        or bool(_FIELD_ALONE.match(before) and _VALUE_ALONE.match(words))
        or bool(_NUMBER_ALONE.match(before) and BARE_CLOSED.match(words))
    )


def heads_columns(before: str, words: str) -> bool:
    """Whether two lines, one below the other, head the columns of a table: "Åbent punkt", "Lukket punkt"."""
    marks = OPENNESS.match(before.strip()), OPENNESS.match(words.strip())
    return all(marks) and [bool(mark and mark["closed"]) for mark in marks] in ([False, True], [True, False])
