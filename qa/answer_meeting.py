"""Answers about a meeting itself: where and when, who was there, who chaired, what was on the agenda."""

import re
from collections.abc import Sequence
from enum import StrEnum

from indexer.filters import Filters
from indexer.minutes import Attendance, Meeting, SectionKind
from indexer.source_text import Span, fold
from indexer.stored import StoredMeeting
from qa.answer import Quote, Role
from qa.draft import Draft
from qa.intents import CHAIRED
from qa.open_index import OpenIndex
from qa.parties import party_in
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter

__all__ = ["Aspect", "aspect_of", "is_about_meeting", "meeting_draft"]


class Aspect(StrEnum):
    """What of a meeting is asked about."""

    ABSENT = "absent"
    ROLE = "role"
    PLACE = "place"
    TIME = "time"
    AGENDA = "agenda"
    PRESENT = "present"
    END = "end"


_ASPECTS: tuple[tuple[Aspect, str], ...] = (
    (Aspect.ABSENT, r"\bafbud\b|\bmanglede\b|\b(?:kom|mødte|dukkede|deltog|var) ikke\b|\bblev væk\b|\bfravær\w*|\bikke til ?stede\b|\babsent\b|\budeblev\b|\bapolog\w*"),
    (Aspect.ROLE, r"\breferat for\b|\btog referat\b|\breferent\w*|\bsekretær\w*|\b(?:næst|vice)?formand\w*|\b(?:vice)?borgmester\w*|\bchair\w*|\bmayor\b|"
     rf"\b{CHAIRED}\b"),
    (Aspect.AGENDA, r"\bpå dagsordenen\b|\bon the agenda\b|\b(?:hvilke|hvor mange) punkter\b"),
    (Aspect.PRESENT, r"\bdeltog\b|\bdeltagerliste\w*|\btil ?stede\b|\bmødte (?:op|frem)?\b|\bdeltager\w*|\battended\b|\bpresent\b|\bmedlem\w*"),
    (Aspect.END, r"\b(?:sluttede|slut|endte|færdig\w*|hævet|hævede|varede|end(?:ed)?|finish(?:ed)?|over)\b"),
    (Aspect.TIME, r"^(?:hvornår|when|klokken|hvad tid|(?:at )?what time)\b|\bklokken\b|\bhvilken dato\b|\bhvilket tidspunkt\b|\bkl\b"),
    (Aspect.PLACE, r"^(?:hvor|where)\b|\bmødested\b|\blokale\w*|\badresse\b"),
)  # fmt: skip
_COMPILED = [(aspect, re.compile(pattern, re.IGNORECASE)) for aspect, pattern in _ASPECTS]
_ROLES = re.compile(r"\b(?P<role>(?:næst|vice)?(?:formand|borgmester)|sekretær|referent)\w*", re.IGNORECASE)
_ENGLISH_ROLES = {
    "vice chair": "næstformand",
    "deputy chair": "næstformand",
    "chair": "formand",
    "mayor": "borgmester",
    "secretary": "sekretær",
}
_OWN_MATTERS = frozenset(
    [
        "formand",
        "sidst",
        "stå",
        "sidde",
        "stod",
        "stille",
        "næstformand",
        "viceformand",
        "formandskab",
        "formandsstol",
        "bordende",
        "bord",
        "ende",
        "borgmester",
        "viceborgmester",
        "sekretær",
        "referent",
        "referat",
        "afbud",
        "melde",
        "fravær",
        "fraværende",
        "mangle",
        "udeblive",
        "deltage",
        "deltager",
        "deltagelse",
        "tilstede",
        "stede",
        "til",
        "være",
        "møde",
        "mødes",
        "mødested",
        "henne",
        "samle",
        "samles",
        "mødedato",
        "mødetidspunkt",
        "mødelokale",
        "lokale",
        "adresse",
        "deltagerliste",
        "ikke",
        "repræsentere",
        "represent",
        "dukke",
        "op",
        "væk",
        "hæve",
        "afslutte",
        "slut",
        "vare",
        "færdig",
        "end",
        "finish",
        "over",
        "time",
        "begin",
        "start",
        "secretary",
        "sted",
        "holde",
        "afholde",
        "foregå",
        "finde",
        "begynde",
        "starte",
        "slutte",
        "klokken",
        "klokke",
        "kl",
        "tidspunkt",
        "dato",
        "dag",
        "dagsorden",
        "dagsordenen",
        "punkt",
        "medlem",
        "politiker",
        "sidste",
        "seneste",
        "forrige",
        "næste",
        "chair",
        "chairman",
        "vice",
        "mayor",
        "attend",
        "hold",
        "held",
        "take",
        "place",
        "absent",
        "present",
        "meet",
        "tage",
        "byrådsmøde",
        "udvalgsmøde",
        "kommunalbestyrelsesmøde",
        "tid",
        "fremmødt",
        "indkalde",
        "leder",
        "lede",
        "person",
        "alle",
        "tog",
        "var",
        "blev",
    ]
)
"""Lemmas of what belongs to a meeting itself; any other word makes a question one about something else."""

_MOST_MEETINGS = 3
_MOST_ITEMS = 40
_MOST_WORDINGS = 3


def aspect_of(question: str) -> Aspect:
    """What of a meeting a question asks about; who was there when nothing else fits."""
    words = question.strip().lower()
    return next((aspect for aspect, pattern in _COMPILED if pattern.search(words)), Aspect.PRESENT)


def is_about_meeting(index: OpenIndex, question: Question, filters: Filters) -> bool:
    """Whether nothing is left of a question but a meeting's own matters and people who were there."""
    by_party = aspect_of(question.text) is Aspect.PRESENT
    party = " ".join(party_in(question.text)).split() if by_party else []
    left = [term for term in question.terms if term.lemma not in _OWN_MATTERS and term.text not in party]
    if not left:
        return True
    if not all(term.name for term in left):
        return False
    asked = question.text.lower()
    return any(
        person.name.lower() in asked
        for stored in index.corpus.meetings(filters)
        for person in index.corpus.meeting(stored.id).attendance
    )


def meeting_draft(
    index: OpenIndex, quoter: Quoter, words: Phrases, question: Question, filters: Filters
) -> Draft:
    """Quotes the heads of the meetings asked about, newest first; empty when they do not say."""
    aspect = aspect_of(question.text)
    meetings = [stored for stored in index.corpus.meetings(filters) if stored.head.date]
    quotes: list[Quote] = []
    answered = 0
    for stored in reversed(meetings):
        found = _quotes(index, quoter, question, stored, aspect)
        quotes += found
        answered += bool(found)
        if answered >= (_MOST_MEETINGS if question.period else 1):
            break
    if not quotes:
        return Draft(_nobody_absent(index, words, question, meetings) if aspect is Aspect.ABSENT else "", ())
    lines = [f"{words.place(quote)}: {words.quoted(quote.text)}" for quote in quotes[:_MOST_ITEMS]]
    return Draft(" · ".join(lines), tuple(quotes), certain=True)


def _nobody_absent(
    index: OpenIndex, words: Phrases, question: Question, meetings: Sequence[StoredMeeting]
) -> str:
    """That the last of some meetings lists who was there and nobody as absent; empty where it lists nobody."""
    for stored in reversed(meetings):
        meeting = index.corpus.meeting(stored.id)
        if meeting.attendance and not _named(meeting, question.text):
            return words.nobody_absent(stored.head)
    return ""


def _quotes(
    index: OpenIndex, quoter: Quoter, question: Question, stored: StoredMeeting, aspect: Aspect
) -> list[Quote]:
    meeting = index.corpus.meeting(stored.id)
    text = index.corpus.text(stored.id)

    def quote(span: Span) -> Quote:
        return quoter.from_meeting(stored.head, span, Role.MEETING)

    if aspect is Aspect.AGENDA:
        return [quote(item.title_span) for item in meeting.items if len(item.title_span)]
    if aspect is Aspect.PLACE:
        return [quote(meeting.place_span)] if meeting.place_span else []
    if aspect is Aspect.END:
        return [quote(meeting.ended_span)] if meeting.ended_span else []
    if aspect is Aspect.TIME:
        return [quote(meeting.date_span)] if meeting.date_span else []
    people = _people(meeting, aspect, question.text)
    if not people:
        return [quote(span) for span in _absences(meeting, text)] if aspect is Aspect.ABSENT else []
    if aspect is Aspect.ROLE or _named(meeting, question.text) or party_in(question.text):
        return [quote(person.span) for person in people]
    listing = Span(min(p.span.start for p in meeting.attendance), max(p.span.end for p in meeting.attendance))
    if aspect is Aspect.ABSENT and len(people) <= 2:
        return [*(quote(person.span) for person in people), quote(listing)]
    return [quote(listing)] if len(fold(listing.of(text))) < 4000 else [quote(p.span) for p in people]


def _absences(meeting: Meeting, text: str) -> list[Span]:
    """What the items say of who was absent, each wording once: some minutes tell it nowhere else."""
    told: dict[str, Span] = {}
    for section in (section for item in meeting.items for section in item.sections):
        if section.kind is SectionKind.ABSENCE and len(section.span):
            told.setdefault(fold(section.span.of(text)), section.span)
    return list(told.values())[:_MOST_WORDINGS]


def _people(meeting: Meeting, aspect: Aspect, question: str) -> tuple[Attendance, ...]:
    named = _named(meeting, question)
    if named:
        return named
    if aspect is Aspect.ABSENT:
        return tuple(person for person in meeting.attendance if person.absent)
    if aspect is Aspect.ROLE:
        wanted = _role(question)
        return tuple(p for p in meeting.attendance if p.role and wanted and _same_role(p.role, wanted))
    if party := party_in(question):
        return tuple(person for person in meeting.attendance if person.party in party and not person.absent)
    return meeting.attendance


def _named(meeting: Meeting, question: str) -> tuple[Attendance, ...]:
    """The people whom the question names in full."""
    return tuple(person for person in meeting.attendance if person.name.lower() in question.lower())


def _role(question: str) -> str | None:
    match = _ROLES.search(question)
    if match:
        return match["role"].lower()
    if re.search(rf"\b{CHAIRED}\b", question, re.IGNORECASE):
        return "formand"
    if re.search(r"\btog referat\b|\breferat for\b", question, re.IGNORECASE):
        return "sekretær"
    return next((role for word, role in _ENGLISH_ROLES.items() if word in question.lower()), None)


def _same_role(role: str, wanted: str) -> bool:
    return role.removesuffix("en").replace(" ", "").lstrip("0123456789.") == wanted
