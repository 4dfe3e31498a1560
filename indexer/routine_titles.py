"""Titles that stand on every agenda of a committee: they name no case, and some are over many matters."""

import re

__all__ = ["is_of_many_matters", "is_routine"]

_MANY = (
    r"meddelelser|orientering(?:er|spunkter)?$|orientering fra|nyt fra|siden sidst|aktuelle sager$"
    r"|information(?:er)? fra|eventuelt|gensidige? orientering|spørgetid|bordet rundt"
)
_MATTERS = re.compile(rf"^(?:{_MANY})", re.IGNORECASE)
_ROUTINE = re.compile(
    rf"^(?:{_MANY}|godkendelse (?:af|og)\b.{{0,40}}(?:dagsorden|referat|protokol)|underskrift|lukket"
    r"|næste møde|dagsorden)",
    re.IGNORECASE,
)


def is_routine(title: str) -> bool:
    """Whether an item by this title stands on every agenda, so that it proves nothing of a meeting.

    >>> is_routine("Godkendelse af dagsorden"), is_routine("Godkendelse af skema B")
    (True, False)
    """
    return bool(_ROUTINE.match(title))


def is_of_many_matters(title: str) -> bool:
    """Whether what stands below this title is a list of notices, of which each is a matter by itself.

    >>> is_of_many_matters("Orientering fra formanden"), is_of_many_matters("Orientering om tilsyn")
    (True, False)
    """
    return bool(_MATTERS.match(title))
