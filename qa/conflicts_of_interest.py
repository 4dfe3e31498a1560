"""Who was disqualified from a case by an interest of their own ("Hvilke medlemmer har været inhabile?")."""

import re

__all__ = ["LISTS_CONFLICTS", "asks_for_conflicts", "tells_of_conflict"]

LISTS_CONFLICTS = (
    r"^(?:hvem|hvilke\b.{0,40}|i hvilke\b.{0,40}|hvor|hvornår|who|which\b.{0,40}|in which\b.{0,40})"
    r"(?!.*\b(?:sag|sagen|punktet|case|item) (?:om|on|about)\b).*\b(?:in|u)?habil\w*"
    r"(?: (?:i|siden|på|ved|in|on) [^?]*)?\W*$"
    r"|^(?:who|which members)\b.*\b(?:disqualified|conflicts? of interest)\W*$"
)
"""A question, in small letters, for all who were, whatever the case."""
_ASKS = re.compile(LISTS_CONFLICTS)
_TELLS = re.compile(r"\b(?:in|u)habil\w*", re.IGNORECASE)


def asks_for_conflicts(question: str) -> bool:
    """Whether a question wants all who were disqualified."""
    return _ASKS.search(question.strip().lower()) is not None


def tells_of_conflict(sentence: str) -> bool:
    """Whether a sentence tells that somebody was."""
    return _TELLS.search(sentence) is not None
