"""Questions that look answerable and are not: one thing in a good one is changed, or too much is asked.

Each way of spoiling a question is a row of ``SPOILERS``. What it puts in is checked against the index: a
changed name, number or attribute must occur nowhere in what answered the question before.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from indexer.filters import Filters
from indexer.stored import StoredItem
from qa.archive import Archive
from qa.evaluation import Case

__all__ = ["Spoilt", "gold_items", "spoilt"]


@dataclass(frozen=True)
class Spoilt:
    """A question that its index no longer answers, and how it came about."""

    question: str
    how: str


_YEAR = re.compile(r"\b20[0-3]\d\b")
_NUMBER = re.compile(r"(?<![\d.,-])\b(?!20[0-3]\d\b)\d{1,4}\b(?![\d.,-])")
_NAME = re.compile(r"(?<!^)(?<![.?!] )\b(?!\w*(?:udvalg|råd|bestyrelse))[A-ZÆØÅ][a-zæøå]{4,}\b")
_BODY = re.compile(r"\b[A-ZÆØÅ]\w*(?: [A-ZÆØÅ]\w*-?| og)*udvalget\b", re.IGNORECASE)
_OTHER_NAMES = ("Pilekær", "Mejlgade", "Tornsminde", "Havdrup", "Vibeholm", "Krageris", "Ulvedal", "Sandager")
_OTHER_BODIES = (
    "Folkeoplysningsudvalget", "Beskæftigelsesudvalget", "Landdistriktsudvalget", "Erhvervsudvalget",
    "Havneudvalget", "Integrationsudvalget",
)  # fmt: skip

ATTRIBUTES: tuple[tuple[str, str], ...] = (
    ("Hvem er arkitekt på {}?", r"arkitekt"),
    ("Hvad er telefonnummeret vedrørende {}?", r"telefon|tlf"),
    ("Hvilken farve får {}?", r"farve|rød|grøn|blå|gul|sort|hvid"),
    ("Hvor mange træer plantes der i forbindelse med {}?", r"træer|plant"),
    ("Hvornår brændte {}?", r"brand|brænd"),
    ("Hvor mange kilometer er der til {}?", r"kilometer|\bkm\b"),
    ("Hvad vejer {}?", r"\bton|\bkg\b|kilo|vej(?:er|ede)"),
    ("Hvor gammel er lederen af {}?", r"\d+ år|årig"),
    ("Hvilket firma tegner forsikringen for {}?", r"forsikring"),
    ("Hvor mange klager kom der over støj fra {}?", r"klage|støj"),
    ("Hvem klippede snoren ved åbningen af {}?", r"snor|indvi"),
    ("Hvor mange procent af vælgerne er imod {}?", r"vælger"),
    ("Hvad tjener medarbejderne i {}?", r"\bløn|tjene"),
    ("Hvor mange turister kommer der til {}?", r"turis|gæster|besøg"),
)
"""A question on something that an item may leave unsaid, and what its text would hold if it did not."""


def spoilt(archive: Archive, case: Case, topic: str | None, dice: Random) -> list[Spoilt]:
    """What can be made of one answerable case; ``topic`` is what its item is about, for what is unsaid."""
    texts = _texts_of_cases(archive, case)
    found = []
    for how, spoil in SPOILERS.items():
        question = spoil(archive, case.question, texts, dice)
        if question and question != case.question:
            found.append(Spoilt(question, how))
    if topic:
        unsaid = [form for form, said in ATTRIBUTES if not re.search(said, texts, re.IGNORECASE)]
        if unsaid:
            found.append(Spoilt(dice.choice(unsaid).format(topic), "something that is not stated"))
    return found


def gold_items(archive: Archive, case: Case) -> list[StoredItem]:
    """The items that answer a case, and every other of the same cases."""
    own = [
        stored
        for stored in _all_items(archive)
        if str(stored.meeting.date) in case.gold or f"{stored.meeting.date}#{stored.item.number}" in case.gold
    ]
    of_case = [
        other
        for stored in own
        if stored.item.case_no
        for other in archive.corpus.items_of_case(stored.item.case_no)
    ]
    return list({stored.id: stored for stored in (*own, *of_case)}.values())


@cache
def _all_items(archive: Archive) -> tuple[StoredItem, ...]:
    return tuple(archive.corpus.find_items(Filters()))


def _texts_of_cases(archive: Archive, case: Case) -> str:
    return "\n".join(
        stored.item.span.of(archive.corpus.text(stored.document)) for stored in gold_items(archive, case)
    )


def _another_year(archive: Archive, question: str, texts: str, dice: Random) -> str | None:
    held = {str(year) for year in archive.corpus.years()}
    others = [str(year) for year in range(2005, 2026) if str(year) not in held and str(year) not in texts]
    return _YEAR.sub(dice.choice(others), question, count=1) if others else None


def _another_number(_: Archive, question: str, texts: str, dice: Random) -> str | None:
    others = [str(n) for n in dice.sample(range(3, 400), 20) if not re.search(rf"\b{n}\b", texts)]
    return _NUMBER.sub(others[0], question, count=1) if others else None


def _another_name(_: Archive, question: str, __: str, dice: Random) -> str | None:
    return _NAME.sub(dice.choice(_OTHER_NAMES), question, count=1)


def _another_body(archive: Archive, question: str, texts: str, dice: Random) -> str | None:
    other_names = (other for other, _ in archive.corpus.other_names())
    held = {*archive.corpus.committees(), *archive.corpus.prior_committees(), *other_names}
    free = [body for body in _OTHER_BODIES if body not in held and body not in texts]
    return _BODY.sub(dice.choice(free), question, count=1) if free else None


SPOILERS: Mapping[str, Callable[[Archive, str, str, Random], str | None]] = {
    "another year": _another_year,
    "another number": _another_number,
    "another name": _another_name,
    "another committee": _another_body,
}
