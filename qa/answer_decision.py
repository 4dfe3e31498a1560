"""Answers "what was decided": the decision, quoted, with recommendation, dissent and next step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indexer.minutes import Decision, MeetingKind, SectionKind
from indexer.naming import case_key
from indexer.source_text import Span
from indexer.stored import StoredItem
from qa.answer import DecisionDetails, Quote, Role
from qa.closed_matters import speaks_of_closed
from qa.decisions import objects, own_decisions, prior_decisions, read_decision, recommendation_of
from qa.details import details_of
from qa.dissenters import asks_for_dissent, asks_who_objected, dissent_in
from qa.draft import Draft
from qa.intents import AnswerType
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.outcomes import Outcome, outcome_of
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter
from qa.ranking import Ranked
from qa.sentences import best_sentences
from qa.surroundings import passage_around

__all__ = ["decision_draft", "decisions_asked_for", "item_quotes", "open_first", "quote_sentence"]

_LONG_DECISION = 700  # characters
_SHORT_DECISION = 80  # characters: says that something was noted, and not what
_SAME_CASE = 0.7  # of the lead's score: another meeting on the same case
_ALSO_WITHIN = 0.9  # of the lead's score: another case whose title covers the topic as well …
_SAME_TOPIC_TITLE = 0.6  # … by this share of the question's weight
_TOLD_AS_WELL = 0.15  # of the question's weight: no more of it is lacking in what a meeting decided
_LEVEL = 0.97  # of the lead's score: any other case
_OTHERS = 3
_CONSIDERED = 12
_TELLING = 0.3  # of the question's weight, met by one sentence: worth quoting beside the decision
_FINAL = (Outcome.APPROVED, Outcome.ADOPTED, Outcome.REJECTED, Outcome.WITHDRAWN)


def decision_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
) -> Draft:
    """The decision of the best item; another item just as near is quoted beside it."""
    ranked = [near for near in ranked if not _is_head(near)]
    if not ranked:
        return Draft("", ())
    ranked = open_first(question, _last_word_first(index, question, ranked))
    ranked = _own_minutes_first(question, ranked)
    lead = ranked[0]
    if lead.item is None:
        return _passages(index, quoter, words, question, matcher, ranked)
    if lead.item.item.closed:
        asked_about = lead.features.coverage > 0
        return Draft(words.closed(lead.item.item.title) if asked_about else "", (), lead=lead)
    quotes = item_quotes(index, quoter, lead.item, question)
    if asks_who_objected(question) and not any(q.role is Role.DISSENT or objects(q.text) for q in quotes):
        return Draft("", (), lead=lead)
    if not quotes:
        return _passages(index, quoter, words, question, matcher, ranked)
    quotes = _asked_part(index, quoter, question, matcher, lead, quotes)
    quotes = _with_passage(index, quoter, question, matcher, lead, quotes)
    quotes = _with_named_dissent(index, quoter, question, lead.item, quotes)
    details = details_of(index, quoter, quotes[0])
    text = _text(words, lead.item, quotes, details)
    others: list[Quote] = []
    for other in ranked[1:6]:
        if len(others) < _OTHERS and other.item and not other.item.item.closed and _as_near(lead, other):
            others += item_quotes(index, quoter, other.item, question)[:1]
    # another item's decision stands before the recommendation, so that neither is overlooked
    ordered = [*quotes[:1], *others[:1], *quotes[1:2], *others[1:], *quotes[2:]] if others else list(quotes)
    if details and details.noted:
        ordered.append(details.noted)
    text = " ".join([text, *(_beside(words, quote) for quote in others)])
    return Draft(text, tuple(ordered), lead=lead, details=details)


def decisions_asked_for(item: StoredItem, question: Question) -> tuple[Decision, ...]:
    """The decisions of an item by the body and in the time asked about; else the meeting's own."""
    own, prior = own_decisions(item), prior_decisions(item)
    names = question.committee.names if question.committee else frozenset()
    wanted = [
        decision
        for decision in (*own, *prior)
        if (not names or _body(item, decision) in names)
        and (question.period is None or question.period.holds(_day(item, decision)))
    ]
    if wanted and (names or question.period):
        return tuple(wanted)
    if names and (by_body := [decision for decision in (*own, *prior) if _body(item, decision) in names]):
        return tuple(by_body)
    return own or prior[-1:]


def item_quotes(index: OpenIndex, quoter: Quoter, item: StoredItem, question: Question) -> tuple[Quote, ...]:
    """Decision first, then the recommendation, dissent, and other bodies' earlier decisions."""
    asked = decisions_asked_for(item, question)
    quotes = [quoter.decision(item, decision) for decision in asked]
    recommendation = recommendation_of(item)
    if recommendation is not None:
        at = min(1, len(quotes))
        quotes.insert(
            at, quoter.from_item(item, recommendation.span, Role.RECOMMENDATION, recommendation.title)
        )
    text = index.corpus.text(item.document)
    for decision in asked:
        read = read_decision(item, decision, text, index.danish)
        if len(decision.span) > sum(map(len, read.dissent)) > 0:
            quotes += [
                replace(quoter.decision(item, decision, span), role=Role.DISSENT) for span in read.dissent
            ]
    quotes += [quoter.decision(item, decision) for decision in prior_decisions(item) if decision not in asked]
    return tuple(quotes)


def _text(words: Phrases, item: StoredItem, quotes: Sequence[Quote], details: DecisionDetails | None) -> str:
    decision = quotes[0]
    span = (decision.source.start, decision.source.end)
    said = [words.decided(decision, details.outcome if details else None)]
    if decision.role is Role.RECOMMENDATION:
        said = [words.recommended(decision)]
    else:
        said += [words.recommended(q) for q in quotes[1:] if q.role is Role.RECOMMENDATION][:1]
    if _is_pending(item):
        said.insert(0, words.agenda_only())
    dissent = [q for q in quotes if q.role is Role.DISSENT and not (span[0] <= q.source.start < span[1])]
    if dissent:
        said.append(words.dissent(dissent))
    if details and details.noted and len(decision.text) <= _SHORT_DECISION:
        said.append(words.noted(details.noted))
    return " ".join(said)


def _beside(words: Phrases, quote: Quote) -> str:
    """Another item's quote in words; where only its recommendation is known, it was not decided."""
    if quote.role is Role.RECOMMENDATION:
        return f"{words.place(quote)}. {words.recommended(quote)}"
    return words.decided(quote, None)


def _asked_part(
    index: OpenIndex,
    quoter: Quoter,
    question: Question,
    matcher: TermMatcher,
    lead: Ranked,
    quotes: tuple[Quote, ...],
) -> tuple[Quote, ...]:
    """A long decision is led by the sentence of it that is asked about."""
    first = quotes[0]
    if len(first.text) <= _LONG_DECISION or lead.item is None:
        return quotes
    kinds = frozenset((SectionKind.DECISION, SectionKind.PRIOR_DECISION))
    for sentence in best_sentences(index, question, matcher, [lead], 3, kinds):
        inside = first.source.start <= sentence.span.start and sentence.span.end <= first.source.end
        if inside and sentence.features.alone > 0:
            part = quoter.from_item(lead.item, sentence.span, first.role, first.source.section)
            return (part, *quotes)
    return quotes


def _with_passage(
    index: OpenIndex,
    quoter: Quoter,
    question: Question,
    matcher: TermMatcher,
    lead: Ranked,
    quotes: tuple[Quote, ...],
) -> tuple[Quote, ...]:
    """Third, after decision and recommendation, the passage nearest the question, unless they hold it."""
    for sentence in best_sentences(index, question, matcher, [lead], 1):
        told = (q.source for q in quotes)
        if sentence.features.alone >= _TELLING and not any(
            source.start <= sentence.span.start < source.end for source in told
        ):
            passage = quote_sentence(index, quoter, lead, passage_around(index, sentence), sentence.section)
            return (*quotes[:2], passage, *quotes[2:])
    return quotes


def _with_named_dissent(
    index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem, quotes: tuple[Quote, ...]
) -> tuple[Quote, ...]:
    """Second, what the one objected to who is asked about, whichever body's decision it stands in."""
    if not asks_for_dissent(question):
        return quotes
    named = tuple(dissent_in(index, quoter, question, item))
    places = {(quote.source.start, quote.source.end) for quote in named}
    others = (quote for quote in quotes[1:] if (quote.source.start, quote.source.end) not in places)
    return (*quotes[:1], *named, *others)


def _passages(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
) -> Draft:
    """Where there is no decision to quote, the sentences nearest the question."""
    sentences = best_sentences(index, question, matcher, ranked[:3], 3)
    quotes = tuple(quote_sentence(index, quoter, s.ranked, s.span, s.section) for s in sentences)
    if not quotes:
        pending = _is_pending(ranked[0].item) and ranked[0].features.coverage > 0
        return Draft(words.agenda_only() if pending else "", (), lead=ranked[0])
    lead, said = sentences[0].ranked, words.fact(quotes[0])
    text = f"{words.agenda_only()} {said}" if _is_pending(lead.item) else said
    return Draft(text, quotes, lead=lead, sentences=tuple(sentences))


def _is_head(near: Ranked) -> bool:
    """Whether it is the head of a meeting: that has the words of many a question, and decides nothing."""
    return near.item is None and near.candidate.hits[0].chunk.kind is SectionKind.MEETING


def _is_pending(item: StoredItem | None) -> bool:
    """Whether an item is known only from an agenda, so that nothing can have been decided on it yet."""
    return item is not None and item.meeting.kind is MeetingKind.AGENDA and not own_decisions(item)


def quote_sentence(
    index: OpenIndex, quoter: Quoter, ranked: Ranked, span: Span, section: str | None
) -> Quote:
    """A sentence as a quote, in the role of the section it stands in."""
    item = ranked.item
    if item is None:
        chunk = ranked.candidate.hits[0].chunk
        head = index.corpus.head(chunk.document)
        role = Role.MEETING if chunk.kind is SectionKind.MEETING else Role.PASSAGE
        return quoter.from_meeting(head, span, role, section)
    for decision in item.item.decisions:
        if decision.span.start <= span.start and span.end <= decision.span.end:
            return quoter.decision(item, decision, span)
    stands_in = item.item.section_at(span.start)
    recommended = stands_in is not None and stands_in.kind is SectionKind.RECOMMENDATION
    return quoter.from_item(item, span, Role.RECOMMENDATION if recommended else Role.PASSAGE, section)


def _last_word_first(index: OpenIndex, question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where a case came up at several meetings and none is named, the one that settled it leads.

    A recommendation to another body, a postponement or a talk about it settles nothing; where nothing did,
    the newest leads. "Blev skolen lukket?" is not told by a later decision on its board: there only meetings
    count at which that was recommended or decided, where it was at some.
    """
    lead = ranked[0]
    if lead.item is None or question.committee or question.period or question.item_no:
        return ranked
    same = [r for r in ranked[:_CONSIDERED] if r.score >= _SAME_CASE * lead.score and _one_case(lead, r)]
    if question.answer_type is AnswerType.YES_NO:
        told = max(map(_told, same), default=0.0)
        same = [r for r in same if _told(r) >= told - _TOLD_AS_WELL]
    settled = [r for r in same if r.item and _settles(index, r.item)]
    if lead in settled or not same:
        return ranked
    first = max(settled or same, key=lambda r: r.item.meeting.date or date.min if r.item else date.min)
    return [first, *(r for r in ranked if r is not first)]


def _told(near: Ranked) -> float:
    """How far (0..1) the question is met by what was recommended and decided at a meeting, or by the title."""
    return max(near.features.title, near.features.decision)


def _own_minutes_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Where an earlier decision is asked for that later minutes quote, the minutes that it was made in lead."""
    lead = ranked[0]
    if lead.item is None or lead.item.item.closed:
        return ranked
    asked = next(iter(decisions_asked_for(lead.item, question)), None)
    if asked is None or not asked.prior or asked.date is None:
        return ranked
    told_at = (lead.item.meeting.municipality, asked.committee, asked.date)
    for other in ranked[1:_CONSIDERED]:
        if other.item is None or not _one_case(lead, other) or not own_decisions(other.item):
            continue
        met = other.item.meeting
        if (met.municipality, met.committee, met.date) == told_at:
            return [other, *(r for r in ranked if r is not other)]
    return ranked


def open_first(question: Question, ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Of a closed item and an open one that is asked about as well ("Eventuelt" is often both), the open.

    Unless it is the closed one that the question names.
    """
    lead = ranked[0]
    if lead.item is None or not lead.item.item.closed or speaks_of_closed(question.text):
        return ranked
    for other in ranked[1:]:
        as_well = other.features.coverage >= lead.features.coverage and other.score >= _SAME_CASE * lead.score
        if as_well and other.item is not None and not other.item.item.closed:
            return [other, *(r for r in ranked if r is not other)]
    return ranked


def _settles(index: OpenIndex, item: StoredItem) -> bool:
    text = index.corpus.text(item.document)
    return any(outcome_of(decision.span.of(text)) in _FINAL for decision in own_decisions(item))


def _one_case(lead: Ranked, other: Ranked) -> bool:
    if lead.item is None or other.item is None or other.item.item.closed:
        return False
    one, two = lead.item.item.case_no, other.item.item.case_no
    return bool(one and two and case_key(one) == case_key(two))


def _as_near(lead: Ranked, other: Ranked) -> bool:
    """Whether another item belongs beside the lead: the same case, or a topic titled alike and as near."""
    if _one_case(lead, other):
        return other.score >= _SAME_CASE * lead.score
    near = other.score >= _ALSO_WITHIN * lead.score
    both_titled = min(lead.features.title, other.features.title) >= _SAME_TOPIC_TITLE
    return near and (both_titled or other.score >= _LEVEL * lead.score)


def _body(item: StoredItem, decision: Decision) -> str | None:
    return decision.committee if decision.prior else item.meeting.committee


def _day(item: StoredItem, decision: Decision) -> date | None:
    return decision.date if decision.prior else item.meeting.date
