"""Who proposed something: a title or a heading tells ("Forslag fra SF om et borgerting"), or a sentence."""

import re

from indexer.source_text import Span
from indexer.stored import StoredItem
from qa.members_proposals import is_proposed_in

__all__ = ["PROPOSING", "asks_who_proposed", "proposer_in", "tells_of_proposing"]

_ASKS = re.compile(
    r"^(?:hvem|hvilke[nt]? (?:part\w+|\w*medlem\w*|politiker\w*|gruppe\w*)|who|which (?:part|member)\w*)\b.*?"
    r"\b(?:foresl(?:og|ået)|fremsatte|fremsat|proposed|suggested"
    r"|(?:stille(?:t|de)|stod|står|var|er|kom|kommer|lavede|made|was|is)\b.{0,20}\b(?:bag|med|behind)?\b.{0,12}"
    r"(?:forslag|proposal)\w*)",
    re.IGNORECASE,
)
_TAKES_SIDES = re.compile(
    r"\b(?:stem(?:te|mer|t)|imod|for eller|mod forslag\w*|for forslag\w*|voted)\b", re.IGNORECASE
)
_PROPOSES = re.compile(
    r"\b(?:foresl\w+|\w*forslag\w*|stiller|fremsætter|fremsatte|propos\w+)\b", re.IGNORECASE
)
PROPOSING = frozenset(
    """
    foreslå forslag fremsætte stille stå bag parti medlem gruppe propose suggest proposal party member behind
    """.split()  # noqa: SIM905
)
"""Lemmas that ask who proposed, not what."""


def asks_who_proposed(question: str) -> bool:
    """Whether a question is for who made a proposal, not for who was for it or against it."""
    said = question.strip()
    return _ASKS.search(said) is not None and _TAKES_SIDES.search(said) is None


def tells_of_proposing(sentence: str) -> bool:
    """Whether a sentence tells that somebody proposes something."""
    return _PROPOSES.search(sentence) is not None


def proposer_in(item: StoredItem, text: str) -> Span | None:
    """The title of an item, or the heading of one of its sections, if it tells who proposes it.

    ``text`` is that of the item's document.
    """
    if is_proposed_in(item.item.title):
        return item.item.title_span
    for section in item.item.sections:
        at = text.rfind(section.title, item.item.span.start, section.span.start) if section.title else -1
        if at >= 0 and is_proposed_in(section.title):
            return Span(at, at + len(section.title))
    return None
