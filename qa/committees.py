"""Which committee a question asks about: half-named, shortened or misspelt, against those the index knows.

A committee is a filter only where it is the one who decides ("Hvad besluttede Socialudvalget …", "… i
byrådet"); where a case is sent *to* it or *about* it, it is a word like any other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

__all__ = ["CommitteeAsked", "committees_named", "find_committee"]


@dataclass(frozen=True, slots=True)
class CommitteeAsked:
    """``names`` are the index's own names for what the question calls ``words``; empty when unknown."""

    names: frozenset[str]
    words: str
    start: int
    end: int


_COUNCIL = re.compile(
    r"^(?:byråd\w*|kommunalbestyrelse\w*|borgerrepræsentation\w*|city council|town council|municipal council|council)$",
    re.IGNORECASE,
)
_COUNCIL_NAME = re.compile(r"(?:byråd|kommunalbestyrelse|borgerrepræsentation)\w*$", re.IGNORECASE)
_UDVALG = r"udv(?:alg|lag|ag|lg|allg)(?:et|ets|s)?"
"""The word for a committee, also with one letter left out, doubled or out of its place."""
_BODY_WORD = (
    rf"(?:{_UDVALG}|udv\.?|byråd(?:et|ets|s)?|råd(?:et|ets)|kommunalbestyrelsen?s?|magistraten?s?"
    r"|borgerrepræsentationens?|committee|council)"
)
_NAME = re.compile(
    rf"(?<![\w-])(?P<name>[Uu]dvalget for [\wæøåÆØÅ\-]+(?:(?:, | og )[\wæøåÆØÅ\-]+){{0,4}}|(?:(?!(?:om|til|med|og|i|af|på|for|hos|fra|den|det|the|in|by)\b)[\wæøåÆØÅ]+-?(?:, | og | & | and | ))"
    rf"{{0,5}}?[\wæøåÆØÅ\-]*{_BODY_WORD}(?: (?:for|of|on) [\wæøåÆØÅ\-]+(?:(?:, | og | and )[\wæøåÆØÅ\-]+){{0,4}})?)(?![\wæøåÆØÅ])",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\b(?:på|ved|i|til|under|efter|fra|om|handlede|omhandlede)\s+(?:(?:det|dette|sit|sidste|seneste|nyeste|forrige|næste|et|hele)\s+)*"
    r"(?P<whole>(?P<name>[\w-]*(?:byråd|kommunalbestyrelse|[\w-]udvalg))s-?mødet?)(?![\w-])",
    re.IGNORECASE,
)
"""A committee within the word for its meeting: "på byrådsmødet"."""
_ABBREVIATION = re.compile(r"(?<![\w-])(?P<name>[A-ZÆØÅ]{1,4}U)(?![\w-])")
_GENERIC = frozenset(
    (
        "udvalg",
        "udvalget",
        "udvalgets",
        "udvalgs",
        "udv",
        "udv.",
        "rådet",
        "rådets",
        "committee",
        "the committee",
    )
)
_NOT_THE_DECIDER = re.compile(
    r"\b(?:til|over ?for|om|hos|med|mod|to|about|with|fra|indstilling\w* fra)\s+(?:det\s+|the\s+)?$",
    re.IGNORECASE,
)
_DECIDER = re.compile(
    r"\b(?:i|af|in|by|at|besluttede|beslutter|sagde|siger|mente|mener|vedtog|godkendte|afviste|anbefalede|drøftede|behandlede"
    r"|bestemte|indstillede|udsatte|gjorde|holdt|holder|har|havde|skal|kan|vil|bevilgede|stemte|did|has|orienterede|for)"
    r"\s+(?:det\s+|the\s+)?$",
    re.IGNORECASE,
)
_ENDINGS = re.compile(
    rf"(?:{_UDVALG}|udv\.?|committee|byråd(?:et|ets|s)?|kommunalbestyrelsen?s?|magistraten?s?)$"
)
_ONE_NAME = re.compile(
    r"[^\W\d][\w-]*(?:-?(?:, | og | & )[\w-]+)*(?: for [\w-]+(?:(?:, | og )[\w-]+)*)?", re.IGNORECASE
)
"""A Danish name is one word, or several with commas and "og" between. Other words before it are a sentence."""
_ENGLISH_FIELDS = {
    "building": "bygning",
    "children": "børne",
    "city": "by",
    "climate": "klima",
    "culture": "kultur",
    "economic": "økonomi",
    "economy": "økonomi",
    "education": "skole",
    "elderly": "ældre",
    "employment": "beskæftigelse",
    "environment": "miljø",
    "environmental": "miljø",
    "family": "familie",
    "finance": "økonomi",
    "health": "sundhed",
    "integration": "integration",
    "labour": "arbejdsmarked",
    "leisure": "fritid",
    "nature": "natur",
    "planning": "plan",
    "prevention": "forebyggelse",
    "school": "skole",
    "schools": "skole",
    "senior": "senior",
    "social": "social",
    "technical": "teknik",
    "technology": "teknik",
    "youth": "unge",
}
"""The fields of English committee names and how the Danish ones begin."""
_FIELD_LETTERS = 5  # "teknik" and "teknisk", "sundhed" and "sundheds-"
_LETTERS = re.compile(r"[^a-zæøå]+")
_CERTAIN_LENGTH = 3


def find_committee(
    question: str,
    known: Iterable[str],
    other_names: Sequence[tuple[str, str]] = (),
    *,
    of_meeting: bool = False,
) -> CommitteeAsked | None:
    """The deciding body a question names, or ``None`` where it names none or only "udvalget".

    ``known`` are the committees of the index, ``other_names`` what some of them go by in the headings of
    their decisions (that name, their own): one asked for by either name is found under both. An unknown one
    is told of only where the question clearly makes it the decider; ``of_meeting`` takes any role (questions
    about a committee's own meeting).
    """
    known = sorted({*known, *(other for other, _ in other_names)})
    asked = _find(question, known, of_meeting)
    return asked and replace(asked, names=_same_bodies(asked.names, other_names))


def committees_named(
    name: str, known: Iterable[str], other_names: Sequence[tuple[str, str]] = ()
) -> frozenset[str]:
    """The committees of the index that a name given as a filter means, exact, shortened, misspelt or in part.

    Empty where none is meant. ``known`` and ``other_names`` are as for ``find_committee``.
    """
    known = sorted({*known, *(other for other, _ in other_names)})
    if name in known:
        return _same_bodies(frozenset((name,)), other_names)
    asked = _find(name, known, of_meeting=True)
    found = asked.names if asked else _with_part(name, known) or _matches(name, known)
    return _same_bodies(found, other_names)


def _with_part(name: str, known: Sequence[str]) -> frozenset[str]:
    """Every committee that has a word beginning so; letters that all have in common ("udvalg") name none."""
    part = name.strip().casefold()
    if name.isupper() or len(_stem(part)) < _CERTAIN_LENGTH or part in _GENERIC:
        return frozenset()
    return frozenset(one for one in known if re.search(rf"\b{re.escape(part)}", one.casefold()))


def _same_bodies(names: frozenset[str], other_names: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Names of committees, and those that they go by as well."""
    return names.union(*(pair for pair in other_names if not names.isdisjoint(pair)))


def _find(question: str, known: list[str], of_meeting: bool) -> CommitteeAsked | None:
    for match in _ABBREVIATION.finditer(question):
        names = _matches(match["name"], known)
        if names and (of_meeting or not _NOT_THE_DECIDER.search(question[: match.start()])):
            return CommitteeAsked(names, match["name"], *match.span())
    for match in _MEETING_OF.finditer(question):
        if names := _matches(match["name"], known):
            return CommitteeAsked(names, match["whole"], *match.span("whole"))
    for match in _NAME.finditer(question):
        asked = _asked(match, known, question, of_meeting)
        if asked is not None:
            return asked
    return None


def _asked(match: re.Match[str], known: list[str], question: str, of_meeting: bool) -> CommitteeAsked | None:
    """The name as matched, or what is left of it without words that only stand before it."""
    every = list(_without_leading(match["name"], match.start("name")))
    if any(words.lower().strip() in _GENERIC for words, _ in every[:1]):
        return None
    for words, start in every:
        if words.lower().strip() not in _GENERIC and (names := _matches(words, known)):
            named_to = _NOT_THE_DECIDER.search(question[:start]) and not of_meeting
            return None if named_to else CommitteeAsked(names, words, start, match.end("name"))
    for words, start in every:
        # one that the index does not know: only where it clearly decides, and is nothing but a name
        generic = words.lower().strip() in _GENERIC
        if (
            not generic
            and _DECIDER.search(question[:start])
            and _ONE_NAME.fullmatch(words)
            and not _looks_like_topic(words)
        ):
            return CommitteeAsked(frozenset(), words, start, match.end("name"))
    return None


def _without_leading(words: str, start: int) -> Iterator[tuple[str, int]]:
    """A name and its ends, cut where a word stands alone: not within "Teknik- og Miljøudvalget"."""
    yield words, start
    for gap in re.finditer(r"(?<!\bog)(?<!\band)(?<!&)(?<!-) (?!(?:og|and|&) )", words):
        yield words[gap.end() :], start + gap.end()


def _matches(words: str, known: list[str]) -> frozenset[str]:
    bare = words.strip(" .").lower()
    if _COUNCIL.match(bare) or _COUNCIL.match(bare.removesuffix("s")):
        return frozenset(name for name in known if _COUNCIL_NAME.search(name))
    if words.isupper() and 2 <= len(words) <= 5:
        return frozenset(name for name in known if words in _initials(name))
    if translated := _english(words, known):
        return translated
    wanted = _stem(words)
    if len(wanted) < _CERTAIN_LENGTH:
        return frozenset()
    exact = frozenset(name for name in known if _stem(name) == wanted)
    if exact:
        return exact
    near = [(OSA.distance(wanted, _stem(name)), name) for name in known]
    best = min((edits for edits, _ in near), default=len(wanted))
    if best <= _edits_allowed(wanted):
        return frozenset(name for edits, name in near if edits == best)
    return frozenset(name for name in known if _is_part(words, name))


def _english(words: str, known: list[str]) -> frozenset[str]:
    """The committees that have every field of an English name: "the social committee", "Health Committee"."""
    if not re.search(r"\bcommittee\b", words, re.IGNORECASE):
        return frozenset()
    fields = [
        _ENGLISH_FIELDS[word] for word in re.findall(r"[a-z]+", words.lower()) if word in _ENGLISH_FIELDS
    ]
    return frozenset(
        name for name in known if fields and all(f[:_FIELD_LETTERS] in name.lower() for f in fields)
    )


def _edits_allowed(stem: str) -> int:
    """One slip in a short name, two in a long one; none where a slip makes another name."""
    return 0 if len(stem) < 5 else 1 if len(stem) < 9 else 2


def _initials(name: str) -> tuple[str, ...]:
    """What a committee is called for short: "TMU" for Teknik- og Miljøudvalget, "SU" and "SOU" for Socialudvalget."""
    parts = [part for part in re.split(r"[\s,-]+", name) if part.lower() not in ("og", "for", "udvalget", "")]
    letters = "".join(part[0] for part in parts).upper()
    short = f"{letters}U"
    return (short, f"{parts[0][:2].upper()}U") if len(parts) == 1 else (short,)


def _is_part(words: str, name: str) -> bool:
    """Whether a half name ("miljøudvalget") is one of a longer name's own words ("Teknik- og Miljø…")."""
    wanted = _stem(words)
    parts = [_stem(part) for part in re.split(r"[\s,]+|-\s", name) if len(_stem(part)) >= _CERTAIN_LENGTH]
    return any(OSA.distance(wanted, part) <= _edits_allowed(wanted) // 2 for part in parts)


def _stem(name: str) -> str:
    """Letters only, without the word for the body and the linking -s of a compound."""
    letters = name.lower().strip()
    letters = _ENDINGS.sub("", letters).strip() or letters
    letters = re.sub(r"^(?:udvalget|committee) (?:for|on|of) ", "", letters)
    letters = re.sub(r"\b(?:og|and|samt)\b", "", letters)
    return _LETTERS.sub("", letters)


def _looks_like_topic(words: str) -> bool:
    """Councils of citizens (ældreråd, elevråd) are mostly what a case is about, not who decides it."""
    return bool(re.search(r"råd(?:et|ets)?$", words.lower())) and not re.search(r"byråd", words.lower())
