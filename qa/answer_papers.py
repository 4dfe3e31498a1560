"""Answers which papers were before a meeting by the titles that its minutes list ("Hvilke bilag …")."""

from collections.abc import Sequence

from qa.answer import Role
from qa.draft import Draft
from qa.phrases import Phrases
from qa.quoting import Quoter
from qa.ranking import Ranked

__all__ = ["papers_draft"]

_AS_MUCH = 0.85  # of the question that the best candidate covers
_ON_TOPIC = 0.8
_MOST = 50


def papers_draft(quoter: Quoter, words: Phrases, ranked: Sequence[Ranked]) -> Draft:
    """The titles of the papers of the item nearest the question; of several as near, of one that has any."""
    open_ones = [one for one in ranked if one.item and not one.item.item.closed]
    if not open_ones:
        return Draft("", (), lead=ranked[0] if ranked else None)
    best = max(one.features.coverage for one in open_ones)
    near = [one for one in open_ones if one.features.coverage >= _AS_MUCH * best]
    lead = next((one for one in near if one.item and one.item.item.attachments), near[0])
    item = lead.item
    if item is None or not item.item.attachments:
        return Draft(words.no_papers(item) if item and best >= _ON_TOPIC else "", (), lead=lead)
    papers = item.item.attachments
    quotes = tuple(quoter.from_item(item, paper.span, Role.PASSAGE, None) for paper in papers[:_MOST])
    text = "\n".join([words.papers(len(papers), quotes[0]), *(words.quoted(q.text) for q in quotes)])
    return Draft(text, quotes, lead=lead)
