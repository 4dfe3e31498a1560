"""Quotes, cut from the stored text and checked against it before they leave.

The first promise of the house is kept here: a quote is a slice of the stored text with white-space runs
folded, and every one is compared with a fresh slice when an answer is built.
"""

from datetime import date

from indexer.corpus import Corpus
from indexer.minutes import Decision
from indexer.source_text import Span, fold
from indexer.stored import MeetingHead, StoredItem
from qa.answer import Quote, Role, Source
from qa.outcomes import Outcome, outcome_of

__all__ = ["QuoteMismatch", "Quoter"]


class QuoteMismatch(AssertionError):
    """A quote that is not what the stored text says: a bug of ours, never shown as an answer."""


class Quoter:
    """Cuts and checks quotes from one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def from_item(self, item: StoredItem, span: Span, role: Role, section: str | None) -> Quote:
        """A passage of an item, said by the meeting's own body."""
        return self._quote(item, span, role, section, item.meeting.committee, item.meeting.date)

    def decision(self, item: StoredItem, decision: Decision, span: Span | None = None) -> Quote:
        """A decision, or a part of it, with the outcome of the whole; said by the body that took it."""
        role = Role.PRIOR_DECISION if decision.prior else Role.DECISION
        committee = decision.committee if decision.prior else item.meeting.committee
        day = decision.date if decision.prior else item.meeting.date
        outcome = outcome_of(decision.span.of(self._corpus.text(item.document)))
        return self._quote(item, span or decision.span, role, decision.section, committee, day, outcome)

    def from_meeting(
        self, head: MeetingHead, span: Span, role: Role = Role.MEETING, section: str | None = None
    ) -> Quote:
        """A passage that belongs to no item: the head of a meeting, or a document without items."""
        text = self._corpus.text(head.document)
        source = Source(
            document=head.document,
            municipality=head.municipality,
            committee=head.committee,
            date=head.date,
            item=None,
            title=None,
            case_no=None,
            section=section,
            page=self._corpus.source(head.document).page_at(span.start),
            start=span.start,
            end=span.end,
            url=head.url,
            item_id=None,
        )
        return self._checked(Quote(fold(span.of(text)), role, source, head.committee, head.date))

    def _quote(
        self,
        item: StoredItem,
        span: Span,
        role: Role,
        section: str | None,
        committee: str | None,
        day: date | None,
        outcome: Outcome | None = None,
    ) -> Quote:
        text = self._corpus.text(item.document)
        source = Source(
            document=item.document,
            municipality=item.meeting.municipality,
            committee=item.meeting.committee,
            date=item.meeting.date,
            item=item.item.number,
            title=item.item.title,
            case_no=item.item.case_no,
            section=section or None,
            page=self._corpus.source(item.document).page_at(span.start),
            start=span.start,
            end=span.end,
            url=item.item.url or item.meeting.url,
            item_id=item.id,
        )
        return self._checked(Quote(fold(span.of(text)), role, source, committee, day, outcome))

    def _checked(self, quote: Quote) -> Quote:
        stored = self._corpus.source(quote.source.document).text
        start, end = quote.source.start, quote.source.end
        if not 0 <= start < end <= len(stored) or quote.text != " ".join(stored[start:end].split()):
            raise QuoteMismatch(f"{quote.source.document}[{start}:{end}] does not read {quote.text!r}")
        return quote
