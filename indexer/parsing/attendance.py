"""Who was there and who was not: comma lists, and blocks of lines under a heading."""

import re
from dataclasses import dataclass

from indexer.minutes import Attendance
from indexer.parsing.bodies import is_body
from indexer.parsing.lines import Line
from indexer.source_text import Span, fold

__all__ = ["ABSENT_HEADINGS", "OTHER_HEADINGS", "PRESENT_HEADINGS", "read_attendance"]

PRESENT_HEADINGS = (
    "mødedeltagere",
    "deltagere",
    "tilstede",
    "til stede",
    "tilstedeværende",
    "deltog",
    "medlemmer",
    "fremmødte",
    "fremmødte medlemmer",
    "tilstedeværende medlemmer",
)
ABSENT_HEADINGS = (
    "afbud",
    "fraværende",
    "afbud/fraværende",
    "ikke til stede",
    "fravær",
    "afbud fra",
    "ikke mødt",
    "ikke fremmødte",
)
OTHER_HEADINGS = (
    "sekretær",
    "fra forvaltningen",
    "øvrige deltagere",
    "andre deltagere",
    "referent",
    "gæster",
    "fra administrationen",
    "administration",
)

_WORDS = sorted((*PRESENT_HEADINGS, *ABSENT_HEADINGS, *OTHER_HEADINGS), key=len, reverse=True)
_HEADING = re.compile(
    rf"^(?P<name>{'|'.join(map(re.escape, _WORDS))})(?: var)?\s*(?P<colon>:)?(?:\s+(?P<rest>\S.*))?$",
    re.IGNORECASE,
)
_ABSENT_MARK = re.compile(
    r"\((?:afbud|fravær(?:ende)?|ikke til stede|forfald|sygemeldt|orlov)[^)]*\)"
    r"|\b(?:med|uden) (?:lovligt )?(?:afbud|forfald)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\((?P<party>[A-ZÆØÅ]{1,2}|[A-ZÆØÅ][\wæøå. \-]{2,40})\)")
_ROLE = re.compile(
    r"(?<!\w)(?P<role>(?:\d\. ?|næst|vice)?(?:viceborgmester|borgmester|formand)(?:en)?)(?!\w)",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"^(?:(?:byråds|kommunalbestyrelses|udvalgs)?medlem|(?P<office>[\wæøå-]*(?:direktør|chef|leder|konsulent|sekretær|rådgiver)))"
    r"\s+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
"""What somebody is, written before the name: "Medlem Ida Skov", "Direktør Kaj Broe"."""
_NAME_WORD = r"[A-ZÆØÅÜÖÄÉ][\wæøåÆØÅüöäéèßçñ.'’\-]*"
_NAME = re.compile(rf"^{_NAME_WORD}(?:\s+(?:[a-zæøå]{{1,3}}\s+)?{_NAME_WORD}){{0,6}}$")
_MAX_PEOPLE = 200
_ABSENT_WORDS = frozenset(("afbud", "fraværende", "fravær"))


@dataclass
class _Group:
    """Lines under one heading: ``absent`` people, or holders of a ``role`` beside the members."""

    absent: bool
    role: str | None
    spans: list[Span]


def read_attendance(lines: list[Line], text: str) -> tuple[Attendance, ...]:
    """People in the head of a meeting, as listed; those under "Sekretær" have that as their role.

    Who is listed among the members and again among the absent is absent. Words in capitals
    without a party or a role are a heading, unless all names are.
    """
    people: list[Attendance] = []
    for group in _groups(lines):
        for start, piece in _pieces(text, group.spans):
            person = _person(start, piece, group.absent, group.role)
            if person and len(people) < _MAX_PEOPLE:
                people.append(person)
    if not all(person.name.isupper() for person in people):
        people = [p for p in people if p.party or p.role or not p.name.isupper()]
    away = {person.name for person in people if person.absent}
    return tuple(person for person in people if person.absent or person.name not in away)


def _groups(lines: list[Line]) -> list[_Group]:
    groups: list[_Group] = []
    inside = on_heading_line = False
    for line in lines:
        match = _HEADING.match(line.text)
        if match and (
            match["colon"] or not match["rest"] or "," in match["rest"] or _is_person(match["rest"])
        ):
            name = match["name"].lower()
            groups.append(_Group(name in ABSENT_HEADINGS, name if name in OTHER_HEADINGS else None, []))
            inside = on_heading_line = True
            if match["rest"]:
                groups[-1].spans.append(Span(line.start + match.start("rest"), line.end))
            else:
                on_heading_line = False
        elif not line.text:
            inside = inside and not on_heading_line
        elif inside:
            if re.match(r"^[\wæøå ]{3,30}:(?:\s|$)", line.text):
                inside = False
            else:
                groups[-1].spans.append(Span(line.start, line.end))
    return groups


def _pieces(text: str, spans: list[Span]) -> list[tuple[int, str]]:
    """One piece a person: between commas where the first line is a running list, else a line each."""
    if not spans:
        return []
    if spans[0].of(text).count(",") >= 2:
        whole = Span(spans[0].start, spans[-1].end)
        return _split(whole.start, whole.of(text))
    return [piece for span in spans for piece in _split(span.start, span.of(text))]


def _split(start: int, text: str) -> list[tuple[int, str]]:
    """Pieces between commas that hold a name; a party or role behind a comma stays with its name."""
    found: list[tuple[int, str]] = []
    offset = 0
    for piece in re.split(r"([,;](?![^(]*\)))", text):
        bare = fold(piece.strip(" \t\n,;"))
        if bare and piece not in ",;":
            at = start + offset + (len(piece) - len(piece.lstrip()))
            words = _ROLE.sub("", _ABSENT_MARK.sub("", _PARTY.sub("", bare))).strip(" -–")
            if found and (not words or words.lower() in _ABSENT_WORDS):
                first, _ = found[-1]
                found[-1] = (first, text[first - start : at - start + len(piece.strip())])
            else:
                found.append((at, piece.strip()))
        offset += len(piece)
    return found


def _person(start: int, text: str, absent: bool, role_of_group: str | None = None) -> Attendance | None:
    said = fold(text)
    marks = _ABSENT_MARK.search(said) or re.search(r",\s*afbud\b", said, re.IGNORECASE)
    bare = re.sub(r",\s*(?:afbud|fraværende)\b", " ", _ABSENT_MARK.sub(" ", said), flags=re.IGNORECASE)
    party = _PARTY.search(bare)
    bare = _PARTY.sub(" ", bare, count=1)
    role = _ROLE.search(bare)
    name = fold(_ROLE.sub(" ", bare)).strip(" -–,:;.()•*")
    standing = _STANDING.match(name)
    name = name[standing.end() :] if standing else name
    office = standing["office"].lower() if standing and standing["office"] else role_of_group
    if not _NAME.match(name) or len(name) < 4 or " " not in name or is_body(name):
        return None
    return Attendance(
        name,
        Span(start, start + len(text)),
        role["role"].lower() if role else office,
        party["party"] if party else None,
        absent or bool(marks),
    )


def _is_person(text: str) -> bool:
    return _person(0, text, absent=False) is not None
