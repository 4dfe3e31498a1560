"""Whether a question wants the cases that came to a vote ("Hvilke sager blev afgjort ved afstemning?")."""

import re

__all__ = ["LISTS_VOTES", "asks_what_was_voted_on", "may_tell_of_votes", "names_voting"]

_VOTED = (
    r"(?:(?:afgjort|besluttet|vedtaget) (?:ved|efter|med) (?:en )?afstemning"
    r"|(?:gik|kom|sat|sendt|bragt) til afstemning|(?:blev|er) (?:der )?stemt om|stemte .{0,40}\bom\W*$"
    r"|decided by (?:a )?vote|(?:went|put|came) to (?:a|the) vote)"
)
LISTS_VOTES = rf"^(?:hvilke|hvad|vis|find|list|which|what)\b.*\b{_VOTED}"
"""A question, in small letters, for a list of what came to a vote."""
_ASKS = re.compile(LISTS_VOTES)
_VOTING = frozenset("afgøre afgjort afstemning stemme vedtage sætte gå komme bringe vote decide".split())  # noqa: SIM905
_MAY_TELL = re.compile(r"stem(?:m|t)|flertal", re.IGNORECASE)


def asks_what_was_voted_on(question: str) -> bool:
    """Whether a question wants the cases that came to a vote."""
    return _ASKS.search(question.lower()) is not None


def names_voting(lemma: str) -> bool:
    """Whether a word of such a question says that it is about votes, not on what."""
    return lemma in _VOTING


def may_tell_of_votes(decision: str) -> bool:
    """Whether a decision has a word that one telling of a vote cannot do without."""
    return _MAY_TELL.search(decision) is not None
