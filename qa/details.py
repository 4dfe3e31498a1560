"""A leading decision told closely, every part quoted: points, votes, dissent, next steps, what was noted."""

from collections.abc import Iterator
from dataclasses import replace

from indexer.minutes import Decision, Section, SectionKind
from indexer.source_text import Span, fold
from indexer.stored import StoredItem
from qa.answer import DecisionDetails, PointDecided, Quote, Role, Vote
from qa.decisions import DecisionRead, own_decisions, prior_decisions, read_decision, recommendation_of
from qa.open_index import OpenIndex
from qa.outcomes import Outcome
from qa.quoting import Quoter

__all__ = ["details_of"]

_TELLS_WHAT = (
    SectionKind.SUMMARY,
    SectionKind.PROPOSAL,
    SectionKind.BACKGROUND,
    SectionKind.HISTORY,
    SectionKind.OTHER,
)
"""The sections that tell what a case is about, the likeliest first."""
_SENTENCE_WORDS = 5
"""What is shorter is a heading or a label."""


def details_of(index: OpenIndex, quoter: Quoter, leading: Quote) -> DecisionDetails | None:
    """The decision that a quote is (or is a part of), read closely; ``None`` where it is no decision."""
    if leading.source.item_id is None or leading.role not in (Role.DECISION, Role.PRIOR_DECISION):
        return None
    item = index.corpus.item(leading.source.item_id)
    decision = _holding(item, leading)
    if decision is None:
        return None
    text = index.corpus.text(item.document)
    read = read_decision(item, decision, text, index.danish)

    def quoted(span: Span) -> Quote:
        return quoter.decision(item, decision, span)

    return DecisionDetails(
        outcome=read.outcome,
        points=tuple(_points(quoter, item, decision, read)),
        votes=tuple(Vote(v.side, v.count, v.parties, quoted(v.span)) for v in read.votes),
        dissent=tuple(replace(quoted(span), role=Role.DISSENT) for span in read.dissent),
        next_steps=tuple(quoted(span) for span in read.next_steps),
        noted=_noted(index, quoter, item) if read.outcome is Outcome.NOTED and not decision.prior else None,
    )


def _holding(item: StoredItem, quote: Quote) -> Decision | None:
    start, end = quote.source.start, quote.source.end
    every = (*own_decisions(item), *prior_decisions(item))
    return next((d for d in every if d.span.start <= start and end <= d.span.end), None)


def _points(
    quoter: Quoter, item: StoredItem, decision: Decision, read: DecisionRead
) -> Iterator[PointDecided]:
    section = recommendation_of(item)
    for decided in read.points:
        beside = decided.recommended
        yield PointDecided(
            label=decided.point.label,
            outcome=decided.outcome,
            decided=quoter.decision(item, decision, decided.point.span),
            recommended=quoter.from_item(item, beside.span, Role.RECOMMENDATION, section.title)
            if beside and section
            else None,
        )


def _noted(index: OpenIndex, quoter: Quoter, item: StoredItem) -> Quote | None:
    """What was taken note of: the sentence with which the case is told."""
    text = index.corpus.text(item.document)
    for kind in _TELLS_WHAT:
        for section in item.item.sections:
            if section.kind is kind and (span := _first_sentence(index, section, text)):
                return quoter.from_item(item, span, Role.PASSAGE, section.title or None)
    return None


def _first_sentence(index: OpenIndex, section: Section, text: str) -> Span | None:
    for start, end in index.sentences_of(section.span.of(text)):
        span = Span(section.span.start + start, section.span.start + end)
        if len(fold(span.of(text)).split()) >= _SENTENCE_WORDS:
            return span
    return None
