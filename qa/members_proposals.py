"""Proposals by members of a council: minutes seldom call them so, but title them by who made them.

"Forslag fra Konservative: Kameraer ved genbrugspladsen" is what a question calls "et medlemsforslag". What a
committee, the administration, a council of the elderly or citizens propose is none.
"""

import re

from indexer.stored import StoredItem

__all__ = [
    "LISTS_PROPOSALS",
    "asks_for_members_proposals",
    "is_members_proposal",
    "is_proposed_in",
    "names_proposals",
]

_PROPOSALS = (
    r"(?:(?:medlems|beslutnings)forslag(?:et|ene)?|(?:medlems|initiativ)sag(?:en|er|erne)?|medlemsinitiativ\w*"
    r"|forslag(?:et|ene)? (?:fra|af|stillet af) (?:et |en |enkelte |et enkelt )?\w*medlem(?:mer)?"
    r"|members?'?s? (?:proposal|motion)s?)"
)
LISTS_PROPOSALS = (
    rf"^(?:hvilke|hvad for|list|vis|find|which|what)\b(?: \w+){{0,3}} {_PROPOSALS}\b"
    rf"|^(?:hvem|hvilke(?:t|n)? part\w+|who)\b.*"
    rf"\b(?:stille(?:t|de)|fremsat(?:te)?|rejs(?:t|te)|made)\b.*\b{_PROPOSALS}\W*$"
)
"""A pattern of questions, in small letters, that want a list of them."""
_ASKED = re.compile(rf"\b{_PROPOSALS}\b", re.IGNORECASE)
_TITLED = re.compile(
    r"^\W*(?:(?i:(?:medlems|beslutnings)forslag|initiativsag|medlemssag)\b"
    r"|(?i:forslag|sag) (?i:fra|rejst af|stillet af|optaget af|begæret af) "
    r"(?!\w*(?i:forvaltning|cent(?:er|re)|afdeling|administration|direktion|borger|udvalg|råd|forening|bestyrelse))"
    r"(?:[A-ZÆØÅ]|medlem))"
)
"""The title of such a proposal, or of the section that makes it."""
_KINDS = frozenset(
    """
    medlem parti stille fremsætte rejse medlemsforslag beslutningsforslag medlemssag
    medlemsinitiativ initiativsag
    """.split()  # noqa: SIM905
)


def asks_for_members_proposals(question: str) -> bool:
    """Whether a question is about such proposals as such ("et medlemsforslag", "forslag fra medlemmer")."""
    return _ASKED.search(question) is not None


def is_proposed_in(title: str) -> bool:
    """Whether a title tells that a member or a party proposes what it is on."""
    return _TITLED.search(title) is not None


def is_members_proposal(item: StoredItem) -> bool:
    """Whether the title of an item, or of one of its sections, tells that a member or a party proposes it."""
    titles = (item.item.title, *(section.title or "" for section in item.item.sections))
    return any(map(is_proposed_in, titles))


def names_proposals(lemma: str) -> bool:
    """Whether a word of a question says that it is about such proposals, not what they are on."""
    return lemma in _KINDS
