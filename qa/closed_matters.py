"""Whether a question is about what was not open to the public, and how it lists that."""

import re

__all__ = ["LISTS_CLOSED", "speaks_of_closed"]

_CLOSED = r"(?:lukke(?:t|de)|fortrolig\w*|closed|confidential)"
_HELD = r"\w*(?:punkt|sag|møde|eventuelt|del|døre|dagsorden|item|session|meeting|doors|cases)\w*"
_CLOSED_MATTERS = rf"\b{_CLOSED}\b.{{0,20}}\b{_HELD}|\bbag lukkede døre\b"
_LISTED = r"(?:punkter|sager|dagsordenspunkter|items|cases)"
_LIST = r"^(?:hvilke|vis|nævn|which|list)\b"
LISTS_CLOSED = (
    rf"{_LIST}(?: \w+){{0,3}} {_LISTED}\b.*"
    rf"(?:\b(?:for|bag|på|i) (?:de[nt] )?{_CLOSED}\b|\bbehind closed doors\b|\bin (?:a )?closed\b"
    rf"|\b(?:var|er|were|are) {_CLOSED}\b)"
    rf"|{_LIST}(?: \w+){{0,2}} {_CLOSED} {_LISTED}\b"
)
"""A question, in small letters, for a list of what was closed: the titles are public."""
_SPEAKS = re.compile(_CLOSED_MATTERS, re.IGNORECASE)


def speaks_of_closed(question: str) -> bool:
    """Whether a question speaks of a closed item, part or meeting."""
    return _SPEAKS.search(question) is not None
