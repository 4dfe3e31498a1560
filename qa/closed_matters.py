"""Whether a question is about what was not open to the public, or wants it listed: the titles are public."""

import re

__all__ = ["CLOSED_WORDS", "LISTS_CLOSED", "lists_closed", "speaks_of_closed"]

_CLOSED = r"(?:lukke(?:t|de)|fortrolig\w*|closed|confidential)"
_HELD = r"\w*(?:punkt|sag|møde|eventuelt|del|døre|dagsorden|item|session|meeting|doors|cases)\w*"
_SPEAKS = re.compile(
    rf"(?<!hvornår )(?<!hvorfor )(?<!hvordan )(?<!hvem )\b{_CLOSED}\b.{{0,20}}\b{_HELD}|\bbag lukkede døre\b",
    re.IGNORECASE,
)
_LISTED = r"(?:punkter|sager|dagsordenspunkter|items|cases)"
_LIST = r"^(?:hvilke|vis|nævn|which|list|hvad (?:er|var|hedder|hed) (?:overskrift|titl|navn)\w*)\b"
_WAY = (
    rf"(?:(?:for|bag) lukkede døre|(?:på|i) (?:de[nt] |et )?{_CLOSED} (?:møde|del|dagsorden)\w*"
    r"|behind closed doors|in (?:a )?closed (?:session|meeting)s?)"
)
_ON = r"(?: om [\w-]+(?: [\w-]+)?)?"
LISTS_CLOSED = (
    rf"{_LIST}(?: \w+){{0,4}} {_LISTED}\b.*\b{_WAY}"
    rf"|{_LIST}(?: \w+){{0,4}} {_LISTED}{_ON}(?:,? (?:der|som|that))? (?:var|er|were|are) {_CLOSED}"
    r"(?=\W*$| (?:på|i|den|in|on|at)\b)"
    rf"|{_LIST}(?: \w+){{0,2}} {_CLOSED} {_LISTED}\b"
)
"""A question, in small letters, for a list of what was closed."""
_LISTS = re.compile(LISTS_CLOSED)
CLOSED_WORDS = frozenset(
    """
    overskrift titel lukke lukket dør del under fortrolig drøfte diskutere discuss discussed closed
    confidential behind door session part
    """.split()  # noqa: SIM905
)
"""Lemmas that say that something was closed, and not what it was about."""


def speaks_of_closed(question: str) -> bool:
    """Whether a question speaks of a closed item, part or meeting."""
    return _SPEAKS.search(question) is not None


def lists_closed(question: str) -> bool:
    """Whether a question wants to know which items were closed."""
    return _LISTS.search(question.strip().lower()) is not None
