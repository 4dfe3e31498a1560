"""What a question counts or asks the price of, and whether a sentence counts just that.

"Hvor mange sager …" is answered by a number that stands before "sager"; a sentence with some other number
is none. The thing counted is the first word after "hvor mange" that is no adjective before another.
"""

import re
from itertools import zip_longest

from models.danish import Token
from models.everyday_words import minutes_words
from qa.answer_forms import numbers
from qa.intents import AnswerType
from qa.measures import names_unit
from qa.open_index import OpenIndex
from qa.question import Question, Term

__all__ = ["counted_thing", "counts", "is_deed", "priced_thing"]

_HOW_MANY = re.compile(r"\b(?:hvor mange|how many)\s+(?P<rest>.*)", re.IGNORECASE)
_SOME_OF = re.compile(r"^(?:af|of)\b.*\b(?:er|var|blev|are|were)\s+(?P<what>[\wæøåÆØÅ-]{3,})", re.IGNORECASE)
"""Those counted among others: "hvor mange af stillingerne er lægers"."""
_NOT_A_THING = frozenset(
    "blev bliver var er har havde kom kommer skal skulle kan får fik der vil gange gang procent penge kroner kr mio millioner of were are was".split()  # noqa: SIM905
)
_MEASURED = frozenset("gang gange procent penge kroner kr mio millioner".split())  # noqa: SIM905
_PAST = re.compile(r"(?:ede|te|t)$")
_ADJECTIVE = re.compile(
    r"^(?:nye|flere|ekstra|andre|store|små|gamle|yderligere|ny|new|more|other)$|(?:lige|iske|ale|ive|bare|somme)$"
)
"""Words that stand before the thing counted: "hvor mange nye boliger", "hvor mange kommunale skoler"."""
_NUMBER_OF = re.compile(r"\bantal(?:let)?(?: af)?\s+(?P<what>[^.;:\d]{2,70}):?\s*$", re.IGNORECASE)
"""Behind it stands the number of what it names: "antallet af boliger øges til 54"."""
_SUM = re.compile(
    r"(?:bøde|erstatning|tilskud|udgift|leje|gebyr|gæld|overskud|underskud|besparelse|løn|takst)$"
)
_PAYING = frozenset("koste betale tjene spare bruge afsætte løbe beløbe pris will cost pay".split())  # noqa: SIM905
_REACH = 3
_LONG = 5
_LOSES_ITS_E = re.compile(r"[^aeiouyæøå]e[ln]$")
"""Lemmas such as "cykel" and "regel", of which "cyklist" and "regler" are formed."""


def counted_thing(index: OpenIndex, question: str) -> Term | None:
    """The noun (or participle: "hvor mange blev dømt") that is counted; ``None`` where nothing is."""
    match = _HOW_MANY.search(question)
    if not match:
        return None
    if some_of := _SOME_OF.search(match["rest"]):
        token = index.danish.tokens(some_of["what"])[0]
        return Term(token.text, token.lemma, token.parts, False)
    tokens = index.danish.tokens(match["rest"])
    for token, following in zip_longest(tokens[:4], tokens[1:4]):
        word = token.text.lower()
        if word in _MEASURED or word.endswith("midler") or names_unit(word):
            return None
        if _ADJECTIVE.search(word) and following and len(following.text) > 2 and _is_thing(following):
            continue
        if _is_thing(token):
            return Term(token.text, token.lemma, token.parts, False)
    return None


def _is_thing(token: Token) -> bool:
    return token.is_word and token.text.lower() not in _NOT_A_THING


def priced_thing(question: Question) -> Term | None:
    """What a question asks the price of ("hvad koster cykelstien"), or the kind of sum ("huslejen")."""
    if question.answer_type is not AnswerType.MONEY or _HOW_MANY.search(question.danish):
        return None
    things = [
        term
        for term in question.terms
        if not term.name and term.lemma not in _PAYING and not _ADJECTIVE.search(term.text.lower())
    ]
    sums = [term for term in things if _SUM.search(term.lemma)]
    return next(iter([*sums, *things]), None)


def counts(index: OpenIndex, sentence: str, thing: Term) -> bool:
    """Whether a number in the sentence stands within three words before the thing, or behind "antallet af" it."""
    for start, end in numbers(sentence):
        number_of = _NUMBER_OF.search(sentence, 0, start)
        if number_of and any(
            _same(index, word, thing) for word in re.findall(r"[\w-]+", number_of["what"])[:_REACH]
        ):
            return True
        following = re.findall(r"[\w-]+", sentence[end : end + 80])[:_REACH]
        if any(_same(index, word, thing) for word in following):
            return True
    return False


def is_deed(thing: Term) -> bool:
    """Whether what is counted is told by what they did ("hvor mange stemte"), which a text may say otherwise."""
    return bool(_PAST.search(thing.text.lower())) and thing.lemma.endswith("e")


def _same(index: OpenIndex, word: str, thing: Term) -> bool:
    terms = index.terms_of(word)
    if thing.lemma in terms or word.lower() == thing.text.lower():
        return True
    if terms.intersection(minutes_words(thing.text, thing.lemma)):
        return True
    if thing.parts and thing.parts[-1] in terms and len(thing.parts[-1]) > 2:
        return True
    stems = [thing.lemma[: max(4, len(thing.lemma) - 2)]] if len(thing.lemma) >= _LONG else []
    if _LOSES_ITS_E.search(thing.lemma):
        stems.append(thing.lemma[:-2] + thing.lemma[-1])
    return any(word.lower().startswith(stem) for stem in stems)
