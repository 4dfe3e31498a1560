"""The head of the minutes: which committee met when, where, and who was there."""

import re
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from indexer.minutes import Attendance, MeetingKind
from indexer.parsing.attendance import read_attendance
from indexer.parsing.bodies import BODY, is_body
from indexer.parsing.dates import DATE, find_date, find_time
from indexer.parsing.layouts import OPEN_PART
from indexer.parsing.lines import Line
from indexer.source_text import Span

__all__ = ["MeetingHead", "read_head"]

_WEEKDAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)"
_KINDS = {
    "referat": MeetingKind.MINUTES,
    "beslutningsprotokol": MeetingKind.MINUTES,
    "beslutningsreferat": MeetingKind.MINUTES,
    "protokol": MeetingKind.MINUTES,
    "tillægsreferat": MeetingKind.MINUTES,
    "dagsorden": MeetingKind.AGENDA,
    "tillægsdagsorden": MeetingKind.AGENDA,
}
_KIND_WORD = rf"(?:(?:Åbent|Åben|Offentligt|Endeligt)\s+)?(?P<kind>{'|'.join(_KINDS)})"
_MEETING = r"(?:(?:det )?(?:ordinært? |ekstraordinært? )?møde(?:t)? (?:i |for |af )?)?"
_TITLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_KIND_WORD}\s*(?:[:–-]\s*)?(?:fra |for |af |til )?{_MEETING}(?P<body>\S.{{2,90}}?),?"
        rf"(?:\s+{_WEEKDAY},?)?\s+(?:d\.|den|dato:?)\s*(?P<date>{DATE})",
        rf"^(?:\S.{{2,60}}? [-–] )?{_KIND_WORD}\s+(?:fra|for|af|til)\s+{_MEETING}(?P<body>\S.{{2,90}})$",
        rf"^{_KIND_WORD}\s+(?P<date>{DATE})",
        rf"^{_KIND_WORD}(?:\s*[:–-]\s*|\s+)(?P<body>(?-i:{BODY}))(?:\s*[,–-]\s.*|\s+(?:{_WEEKDAY}|den|d\.|\d).*)?$",
        rf"^{_KIND_WORD}(?:\s*[-–(]\s*(?:åbent?|offentligt?)\)?)?$",
        rf"^.{{3,90}} [-–] {_KIND_WORD}$",
    )
)
_COMMITTEE_FIELD = re.compile(
    r"^(?:Udvalg(?:/Råd)?|Forum|Mødeforum|Organ)\s*:?\s+(?P<body>\S.*)$", re.IGNORECASE
)
_NO_NAMES = re.compile(r"mødet?$|(?:mødet? )?(?:nr|nummer)\b", re.IGNORECASE)
_OF_MEETING = re.compile(
    rf"^(?:(?:for|fra|af) )?(?:det )?(?:(?:ordinær|ekstraordinær)t? )?[Mm]ødet? (?:i|for) (?P<body>{BODY})"
)
_OF_MUNICIPALITY = re.compile(rf"^(?P<body>{BODY}) i [A-ZÆØÅ][\w\- ]{{1,40}} Kommune$")
_GENITIVE = re.compile(rf"^(?P<body>{BODY})s (?:(?:ordinære|ekstraordinære) )?møde$")
_COMMITTEE_LABEL = re.compile(r"^(?:Udvalg(?:/Råd)?|Forum|Mødeforum|Organ)\s*:?$", re.IGNORECASE)
_DATE_FIELD = re.compile(
    rf"^(?:Mødedato|Dato|Mødetidspunkt|Tidspunkt|Møde den|Den|{_WEEKDAY})(?:\s|:)", re.IGNORECASE
)
_PLACE_FIELD = re.compile(
    r"^(?:(?:Mødested|Sted)\s*:?\s+|(?:Møde)?lokale(?:\s*:\s*|\s+(?=(?:Møde)?lokale\b))|(?=(?:Møde)?lokale\s))"
    r"(?P<place>\S.*)$",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(r"^(?:Mødested|Sted)\s*:?$", re.IGNORECASE)
_CLOCK = r"\d{1,2}[.:]\d{2}"
_PLACE_AFTER_TIME = re.compile(
    rf"\bkl\.?\s*{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?,?\s+(?:i|på)\s+(?P<place>\S.*)$", re.IGNORECASE
)
_PLACE_LINE = re.compile(r"^(?:i|på)\s+(?P<place>[A-ZÆØÅ].*)$")
_MAX_HEAD_LINES = 120
_NEAR = 120  # characters within which a time of day belongs to the date above it


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """What the head says; ``None`` where it does not. Spans cover the value (or its whole line)."""

    kind: MeetingKind | None
    supplementary: bool
    committee: str | None
    committee_span: Span | None
    date: date | None
    date_span: Span | None
    time: time | None
    place: str | None
    place_span: Span | None
    attendance: tuple[Attendance, ...]


def read_head(lines: list[Line], contents: tuple[int, int], text: str) -> MeetingHead:
    """Reads the lines before the first item of ``text``; ``contents`` are the contents' line indices."""
    head = [line for index, line in enumerate(lines) if not contents[0] <= index < contents[1]][
        :_MAX_HEAD_LINES
    ]
    kind_word, committee, committee_span = _title(head)
    if committee is None:
        committee, committee_span = _committee(head)
    day, day_span, hour = _date(head)
    place, place_span = _place(head)
    return MeetingHead(
        _KINDS.get(kind_word),
        kind_word.startswith("tillæg"),
        committee,
        committee_span,
        day,
        day_span,
        hour,
        place,
        place_span,
        read_attendance(head, text),
    )


def _title(head: list[Line]) -> tuple[str, str | None, Span | None]:
    """The word for what the document is, in small letters, and the committee where the title names it."""
    kind = ""
    for line in head:
        for pattern in _TITLES:
            match = pattern.match(line.text)
            if not match:
                continue
            if OPEN_PART.match(line.text) and _KINDS[match["kind"].lower()] is MeetingKind.AGENDA:
                break  # "Åben dagsorden" heads the open items of minutes too
            kind = kind or match["kind"].lower()
            body = match.groupdict().get("body")
            named = re.match(rf"^{BODY}", body) if body else None
            if body and (named or match.groupdict().get("date")):
                if _NO_NAMES.match(body):
                    break
                name = (body if match.groupdict().get("date") else named[0] if named else body).strip(" ,:")
                name = _GENITIVE.sub(r"\g<body>", name)
                at = line.start + match.start("body")
                return kind, _small_letters(name), Span(at, at + len(name))
            break
    return kind, None, None


def _committee(head: list[Line]) -> tuple[str | None, Span | None]:
    for line in head:
        field = _COMMITTEE_FIELD.match(line.text) or _OF_MEETING.match(line.text)
        if field and not find_date(field["body"]):
            at = line.start + field.start("body")
            return field["body"], Span(at, at + len(field["body"]))
    written = [line for line in head if line.text]
    for label, value in pairwise(written):
        if _COMMITTEE_LABEL.match(label.text) and re.match(BODY, value.text):
            return value.text, Span(value.start, value.end)
    for line in head:
        if of_municipality := _OF_MUNICIPALITY.match(line.text):
            at = line.start
            return of_municipality["body"], Span(at, at + of_municipality.end("body"))
        for name in map(str.strip, re.split(r"\s[-–|]\s|\s{3,}", line.text)):
            if is_body(small := _small_letters(name)):
                at = line.start + line.text.index(name)
                return small, Span(at, at + len(name))
    return None, None


def _small_letters(name: str) -> str:
    """A name shouted in capitals as it is written elsewhere: "BØRNE- OG SKOLEUDVALGET"."""
    if not name.isupper():
        return name
    return re.sub(r"\b(?!(?:og|for)\b)\w", lambda first: first[0].upper(), name.lower())


def _date(head: list[Line]) -> tuple[date | None, Span | None, time | None]:
    """The first dated line that is a date field, else the first dated line at all."""
    for only_fields in (True, False):
        for index, line in enumerate(head):
            found = find_date(line.text) if not only_fields or _DATE_FIELD.match(line.text) else None
            if found:
                timed = next((near for near in head[index : index + 4] if find_time(near.text)), None)
                timed = timed or next((other for other in head if find_time(other.text)), None)
                end = timed.end if timed and line.end <= timed.end <= line.end + _NEAR else line.end
                return found[0], Span(line.start, end), find_time(timed.text) if timed else None
    return None, None, None


def _place(head: list[Line]) -> tuple[str | None, Span | None]:
    for line in head:
        field = _PLACE_FIELD.match(line.text) or _PLACE_AFTER_TIME.search(line.text)
        if field:
            at = line.start + field.start("place")
            return field["place"], Span(at, at + len(field["place"]))
    written = [line for line in head if line.text]
    for label, value in pairwise(written):
        if _PLACE_LABEL.match(label.text) and not value.text.isupper() and not find_time(value.text):
            return value.text, Span(value.start, value.end)
    for timed, following in pairwise(written):
        match = _PLACE_LINE.match(following.text) if find_time(timed.text) else None
        if match:
            at = following.start + match.start("place")
            return match["place"], Span(at, at + len(match["place"]))
    return None, None
