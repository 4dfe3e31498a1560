"""A question taken apart: what it asks for, what it is narrowed to, and the words that carry its topic."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.danish import Danish, MentionKind
from models.english_words import in_danish
from models.verb_particles import joined_verbs
from qa.answer import Intent
from qa.committees import CommitteeAsked, find_committee
from qa.everyday_outcomes import in_minutes_words
from qa.intents import AnswerType, answer_type_of, intent_of, is_english
from qa.opinions import speaker_in
from qa.outcomes import Outcome, asked_outcome
from qa.papers import PAPER_WORDS, asks_for_papers
from qa.periods import Period, find_period
from qa.proposers import PROPOSING, asks_who_proposed

__all__ = ["Known", "Question", "Term", "understand"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the index holds that a question can be narrowed to.

    ``meetings`` are (committee, day) of every meeting, also of those known only from a decision that another
    body's minutes quote; days in rising order. ``other_names`` are those that a committee goes by in the
    headings of its decisions, each with its name in the head.
    """

    municipalities: tuple[str, ...]
    committees: tuple[str, ...]
    meetings: tuple[tuple[str | None, date], ...]
    other_names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the topic: as asked, its lemma, and the lemmas of its compound parts.

    ``name`` marks proper names, numbers and codes: an answer that does not hold them is hardly one.
    ``joined`` is what a verb is in one word with a particle behind it ("sætte … op": "opsætte").
    """

    text: str
    lemma: str
    parts: tuple[str, ...]
    name: bool
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The question as understood.

    ``danish`` is the text without its filters, everyday phrases for an outcome put into the minutes' word, an
    English one with the words put into Danish that we know.
    ``terms`` leaves out the words that only ask and those of filters; ``words`` only stop words and filters.
    ``speaker`` is the lemma of who is asked for, where that is what somebody who decides nothing thinks.
    """

    text: str
    danish: str
    intent: Intent
    answer_type: AnswerType
    english: bool
    terms: tuple[Term, ...]
    words: tuple[Term, ...]
    committee: CommitteeAsked | None
    municipality: str | None
    period: Period | None
    case_no: str | None
    item_no: str | None
    outcome: Outcome | None
    speaker: str | None

    @property
    def meant(self) -> str:
        """What is searched for by its meaning: the text, an English one as much in Danish as we know.

        Its nearest passages are then the ones that the Danish question has.
        """
        return in_danish(self.text) if self.english else self.text


_ASKING = frozenset(
    [
        "beslutte",
        "beslutning",
        "bestemme",
        "bestemt",
        "vedtage",
        "vedtagelse",
        "godkende",
        "afgøre",
        "afgørelse",
        "behandle",
        "behandling",
        "sag",
        "sagen",
        "sagsnummer",
        "sagsnr",
        "resultat",
        "resultatet",
        "ske",
        "skete",
        "ende",
        "udfald",
        "sige",
        "mene",
        "komme",
        "blive",
        "være",
        "have",
        "få",
        "gøre",
        "give",
        "findes",
        "finde",
        "orientere",
        "hedde",
        "møde",
        "punkt",
        "dagsorden",
        "dagsordenspunkt",
        "udvalg",
        "udvalget",
        "medlem",
        "politiker",
        "folkevalgt",
        "byrådsmedlem",
        "udvalgsmedlem",
        "byråd",
        "kommunalbestyrelse",
        "kommune",
        "tidligere",
        "hidtil",
        "lignende",
        "tilsvarende",
        "træffe",
        "gang",
        "gange",
        "måde",
        "hvordan",
        "hvornår",
        "hvorfor",
        "hvem",
        "hvad",
        "hvor",
        "hvilken",
        "hvilke",
        "hvilket",
        "mange",
        "meget",
        "stor",
        "stort",
        "høj",
        "lang",
        "år",
        "årene",
        "penge",
        "længe",
        "ofte",
        "gammel",
        "gennem",
        "forløb",
        "historik",
        "referat",
        "minutes",
        "what",
        "which",
        "who",
        "whom",
        "when",
        "where",
        "why",
        "how",
        "did",
        "does",
        "do",
        "is",
        "are",
        "was",
        "were",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "about",
        "and",
        "or",
        "with",
        "by",
        "has",
        "have",
        "had",
        "be",
        "been",
        "being",
        "committee",
        "council",
        "decide",
        "decided",
        "decision",
        "decisions",
        "approve",
        "approved",
        "case",
        "cases",
        "item",
        "items",
        "meeting",
        "municipality",
        "there",
        "many",
        "much",
        "any",
        "it",
        "its",
        "that",
        "this",
        "over",
        "years",
        "happened",
        "outcome",
        "vise",
        "vis",
        "fortilfælde",
        "tilfælde",
        "afgive",
        "foretage",
        "fremsætte",
        "liste",
        "nævne",
        "nævner",
        "mention",
        "mentions",
        "mentioned",
        "omtale",
        "omhandle",
        "handle",
        "fortælle",
        "gerne",
        "lige",
        "egentlig",
        "måske",
        "please",
        "show",
        "list",
        "tell",
        "me",
        "us",
        "we",
        "they",
        "their",
        "his",
        "her",
        "give",
        "giv",
        "hel",
        "hele",
        "helt",
        "delvis",
        "delvist",
        "mig",
        "os",
        "nogensinde",
        "nogen",
        "noget",
        "alle",
        "alt",
        "tage",
        "tal",
        "antal",
        "blevet",
        "bliver",
        "endelig",
        "endeligt",
        "ja",
        "nej",
        "før",
        "siden",
    ]
)
_OF_EVERY_MEETING = frozenset(("dagsorden", "referat"))
"""Words that only ask, unless there are no others: "Blev dagsordenen godkendt?"."""
_MINUTES_THEMSELVES = re.compile(
    r"(?<!\bi )(?<!\baf )(?<!\bfra )(?<!\bifølge )\b(?:referatet|dagsordenen)\b(?! (?:om|fra|for)\b)"
    r"|\b(?:mod|til) referatet\b",
    re.IGNORECASE,
)
"""Minutes or an agenda that a question is about, not where it wants to be answered from."""
_OF_ANY_MEETING = frozenset(
    """
    drøfte foregå opsummere opsummering resumé resume sammendrag overblik give handle dagsorden møde mødes byrådsmøde
    udvalgsmøde tage tog oppe behandle ske punkt emne discuss happen summarise meeting
    """.split()  # noqa: SIM905
)
"""Words that ask for all of a meeting where no others stand beside the body or the day: "Hvad blev drøftet …"."""
_GENITIVE = re.compile(r"(?<=[A-Za-z])['’]s\b")
_CASE_WORD = re.compile(
    r"\b(?:sags?(?:nr\.?|nummer)?|case(?: no\.?| number)?|j\.?nr\.?)\s*:?\s*(?P<no>[\w./\-]*\d[\w./\-]*)",
    re.IGNORECASE,
)
_ITEM_WORD = re.compile(
    r"\b(?:punkt|pkt\.?|dagsordenspunkt|item)\s*(?:nr\.?|nummer|no\.?)?\s*(?P<no>\d{1,4}[a-z]?)\b",
    re.IGNORECASE,
)
_SHORT_FORM_FIRST = re.compile(r"[A-ZÆØÅ]{1,5}-[a-zæøå]")
"""A common word behind a short form: "VR-briller", "P-plads"; no name, for all its capitals."""
_FORMULA_FIRST = re.compile(r"(?:CO2|NO2|SO2|N2O|CH4|H2O|H2S|O3|PM10|PM2)-[a-zæøå]{3}", re.IGNORECASE)
"""A common word behind a formula: "CO2-udledning"; neither a name nor a number."""
_MUNICIPALITY_AFTER = re.compile(r"^\s?kommunes?\b", re.IGNORECASE)


def understand(
    text: str, danish: Danish, known: Known, today: date, intent: Intent | None = None
) -> Question:
    """Takes a question apart against what the index knows. Any text is accepted.

    ``intent`` is what the question turned out to ask for, where that is not what its words say.
    """
    said = in_minutes_words(text)
    intent = intent or intent_of(said)
    case_no, case_span = _case_number(text, danish)
    item_no, item_span = _item_number(text)
    committee = find_committee(text, known.committees, known.other_names, of_meeting=intent is Intent.MEETING)
    speaker, committee = _speaker(text, danish, committee)
    if speaker and intent is Intent.DECISION:
        intent = Intent.FACT
    municipality, municipality_span = _municipality(text, known.municipalities)
    names = committee.names if committee else frozenset()
    days = [day for body, day in known.meetings if not names or body in names]
    period = find_period(_blanked(text, [case_span]), today, days)
    spans = [case_span, item_span, municipality_span]
    if committee:
        spans.append((committee.start, committee.end))
    if period:
        spans.append((period.start, period.end))
    left = in_minutes_words(_GENITIVE.sub("  ", _blanked(text, spans)))
    english = is_english(text)
    if english:
        left = in_danish(left)
    outcome = asked_outcome(said) if intent in (Intent.LIST, Intent.PRECEDENT) else None
    asking = _ASKING | PAPER_WORDS if asks_for_papers(text) else _ASKING
    if asks_who_proposed(text):
        asking = asking | PROPOSING
    asked = asking - _OF_EVERY_MEETING if _MINUTES_THEMSELVES.search(text) else asking
    terms = _terms(left, danish, asked) or _terms(left, danish, asking - _OF_EVERY_MEETING)
    form = answer_type_of(text)
    whole = intent in (Intent.DECISION, Intent.LIST) or (intent is Intent.FACT and form is AnswerType.ANY)
    if whole and (committee or period) and all(term.lemma in _OF_ANY_MEETING for term in terms):
        intent, terms = Intent.DECISION if intent is Intent.FACT else intent, ()
    return Question(
        text=text,
        danish=left,
        intent=intent,
        answer_type=form,
        english=english,
        terms=terms,
        words=_terms(left, danish, frozenset()),
        committee=committee,
        municipality=municipality,
        period=period,
        case_no=case_no,
        item_no=item_no,
        outcome=outcome,
        speaker=speaker,
    )


def _speaker(
    text: str, danish: Danish, committee: CommitteeAsked | None
) -> tuple[str | None, CommitteeAsked | None]:
    """The lemma of whose opinion is asked for, and the committee; one with minutes of its own decides there."""
    named = speaker_in(text)
    if named is None:
        return None, committee
    if committee and named[0] < committee.end and committee.start < named[1]:
        if committee.names:
            return None, committee
        committee = None
    return danish.tokens(text[slice(*named)])[0].lemma, committee


def _terms(text: str, danish: Danish, left_out: frozenset[str]) -> tuple[Term, ...]:
    found: list[Term] = []
    seen: set[str] = set()
    section = ""
    tokens = danish.tokens(text)
    lemmas = [token.lemma for token in tokens]
    for place, token in enumerate(tokens):
        lemma = token.lemma
        written, section = section + token.text, "§ " if token.text == "§" else ""
        countable = token.is_word or any(map(str.isdigit, token.text))
        if (
            not countable
            or token.is_stop
            or lemma in left_out
            or token.text.lower() in left_out
            or lemma in seen
        ):
            continue
        seen.add(lemma)
        if any(map(str.isdigit, token.text)) and not _FORMULA_FIRST.match(token.text):
            found += _numbered(written, danish, left_out)
            continue
        proper = token.is_name or token.text[1:] != token.text[1:].lower()
        name = proper and not (_SHORT_FORM_FIRST.match(token.text) or _FORMULA_FIRST.match(token.text))
        joined = () if name else joined_verbs(lemmas, place)
        found.append(Term(token.text, lemma, token.parts, name, joined))
    return tuple(found)


def _numbered(text: str, danish: Danish, left_out: frozenset[str]) -> list[Term]:
    """A number, or several in one ("3.-4."), spelt as the index spells them, and a word behind ("18-puljen")."""
    spelt = tuple(danish.search_terms(text))
    numbers = tuple(word for word in spelt if any(map(str.isdigit, word))) or spelt
    words = [word for word in spelt if word not in numbers and word not in left_out]
    one = len(numbers) == 1
    number = Term(text, numbers[0] if one else text.lower(), () if one else numbers, True)
    return [number, *(Term(word, word, (), False) for word in words)]


def _case_number(text: str, danish: Danish) -> tuple[str | None, tuple[int, int]]:
    for mention in danish.mentions(text):
        if mention.kind is MentionKind.CASE_NO:
            return str(mention.value), (mention.start, mention.end)
    match = _CASE_WORD.search(text)
    if match and len(match["no"]) >= 4:
        return match["no"].rstrip(".-/"), match.span()
    return None, (0, 0)


def _item_number(text: str) -> tuple[str | None, tuple[int, int]]:
    match = _ITEM_WORD.search(text)
    return (match["no"], match.span()) if match else (None, (0, 0))


def _municipality(text: str, known: Sequence[str]) -> tuple[str | None, tuple[int, int]]:
    """A municipality of the index named as such: "Køge Kommune", "i Køge", "besluttede Køge"."""
    for name in sorted(known, key=len, reverse=True):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", text):
            after = _MUNICIPALITY_AFTER.match(text[match.end() :])
            followed_by_name = re.match(r"\s[A-ZÆØÅ]", text[match.end() :]) and not after
            if after:
                return name, (match.start(), match.end() + after.end())
            if not followed_by_name:
                return name, match.span()
    return None, (0, 0)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
