"""Whether a question wants the papers that were before a meeting ("Hvilke bilag var der til sagen om …")."""

import re

__all__ = ["LISTS_PAPERS", "PAPER_WORDS", "asks_for_papers"]

_PAPERS = (
    r"(?:bilag(?:ene)?|attachments|appendices"
    r"|(?:dokumenter|papirer|notater|materialer|skrivelser)(?:ne)?"
    r"(?=.*\b(?:bilag\w*|vedlagt|vedhæftet|til (?:sagen|punktet|mødet))\b)"
    r"|papers(?=.*\b(?:attach\w*|to (?:the )?(?:case|item))\b))"
)
LISTS_PAPERS = (
    rf"^(?:hvilke|hvor mange|vis|nævn|find|list|which|what|how many)\b(?: \w+){{0,2}} {_PAPERS}\b"
    r"|^(?:er|var|findes|fandtes|are|were) (?:der|there) (?:\w+ )?(?:bilag|attachments)\b"
)
"""A question, in small letters, for the papers of a case."""
_ASKS = re.compile(LISTS_PAPERS)
PAPER_WORDS = frozenset(
    """
    bilag dokument papir notat materiale skrivelse vedlægge vedlagt vedhæfte vedhæftet
    attachment paper appendix attach attached
    """.split()  # noqa: SIM905
)
"""Lemmas that say that papers are wanted, not of what case."""


def asks_for_papers(question: str) -> bool:
    """Whether a question wants the papers of a case."""
    return _ASKS.search(question.strip().lower()) is not None
