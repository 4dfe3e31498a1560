"""Who was there and who was not: comma lists, and blocks of lines under a heading."""

import re
from dataclasses import dataclass

from indexer.minutes import Attendance
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
)
ABSENT_HEADINGS = (
    "afbud",
    "fraværende",
    "afbud/fraværende",
    "ikke til stede",
    "fravær",
    "afbud fra",
    "ikke mødt",
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
    rf"^(?P<name>{'|'.join(map(re.escape, _WORDS))})\s*(?P<colon>:)?(?:\s+(?P<rest>\S.*))?$", re.IGNORECASE
)
_ABSENT_MARK = re.compile(
    r"\((?:afbud|fravær(?:ende)?|ikke til stede|forfald|sygemeldt|orlov)[^)]*\)", re.IGNORECASE
)
_PARTY = re.compile(r"\((?P<party>[A-ZÆØÅ]{1,2}|[A-ZÆØÅ][\wæøå. \-]{2,40})\)")
_ROLE = re.compile(
    r"(?<!\w)(?P<role>(?:\d\. ?|næst|vice)?(?:viceborgmester|borgmester|formand)(?:en)?)(?!\w)",
    re.IGNORECASE,
)
_NAME_WORD = r"[A-ZÆØÅÜÖÄÉ][\wæøåÆØÅüöäéèßçñ.'’\-]*"
_NAME = re.compile(rf"^{_NAME_WORD}(?:\s+(?:[a-zæøå]{{1,3}}\s+)?{_NAME_WORD}){{0,6}}$")
_MAX_PEOPLE = 200


@dataclass(frozen=True, slots=True)
class _Group:
    absent: bool
    counted: bool
    pieces: tuple[tuple[int, str], ...]


def read_attendance(lines: list[Line]) -> tuple[Attendance, ...]:
    """People in the head of a meeting, as listed; secretaries and guests are left out."""
    people: list[Attendance] = []
    for group in _groups(lines):
        if not group.counted:
            continue
        for start, text in group.pieces:
            person = _person(start, text, group.absent)
            if person and len(people) < _MAX_PEOPLE:
                people.append(person)
    return tuple(people)


def _groups(lines: list[Line]) -> list[_Group]:
    groups: list[_Group] = []
    pieces: list[tuple[int, str]] | None = None
    state = (False, True)

    def close() -> None:
        if pieces is not None:
            groups.append(_Group(*state, tuple(pieces)))

    for line in lines:
        match = _HEADING.match(line.text)
        if match and (
            match["colon"] or not match["rest"] or "," in match["rest"] or _is_person(match["rest"])
        ):
            close()
            name = match["name"].lower()
            state = (name in ABSENT_HEADINGS, name not in OTHER_HEADINGS)
            pieces = []
            if match["rest"]:
                pieces += _split(line.start + match.start("rest"), match["rest"])
        elif pieces is not None and line.text:
            if re.match(r"^[\wæøå ]{3,30}:(?:\s|$)", line.text):
                close()
                pieces = None
            else:
                pieces += _split(line.start, line.text)
    close()
    return groups


def _split(start: int, text: str) -> list[tuple[int, str]]:
    """Pieces between commas that hold a name; a party or role behind a comma stays with its name."""
    found: list[tuple[int, str]] = []
    offset = 0
    for piece in re.split(r"([,;](?![^(]*\)))", text):
        bare = piece.strip(" \t,;")
        if bare and piece not in ",;":
            at = start + offset + (len(piece) - len(piece.lstrip()))
            if found and (bare.startswith("(") or (_ROLE.fullmatch(bare))):
                first, _ = found[-1]
                found[-1] = (first, text[first - start : at - start + len(piece.strip())])
            else:
                found.append((at, piece.strip()))
        offset += len(piece)
    return found


def _person(start: int, text: str, absent: bool) -> Attendance | None:
    marks = _ABSENT_MARK.search(text)
    bare = _ABSENT_MARK.sub(" ", text)
    party = _PARTY.search(bare)
    bare = _PARTY.sub(" ", bare, count=1)
    role = _ROLE.search(bare)
    name = fold(_ROLE.sub(" ", bare)).strip(" -–,:;.()•*")
    if not _NAME.match(name) or len(name) < 4 or " " not in name:
        return None
    return Attendance(
        name,
        Span(start, start + len(text)),
        role["role"].lower() if role else None,
        party["party"] if party else None,
        absent or bool(marks),
    )


def _is_person(text: str) -> bool:
    return _person(0, text, False) is not None
