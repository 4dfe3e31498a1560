"""Answers that are several: lists of decisions by outcome or topic, timelines, precedents."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from indexer.filters import Filters
from indexer.stored import StoredItem
from qa.answer import Intent, Quote, Role, Side
from qa.answer_decision import decisions_asked_for, quote_sentence
from qa.answer_papers import papers_draft
from qa.answer_said import conflicts_draft, opinions_draft
from qa.closed_matters import CLOSED_WORDS, lists_closed
from qa.conflicts_of_interest import asks_for_conflicts
from qa.decisions import own_decisions, read_decision
from qa.dissenters import asks_for_dissent, dissent_by
from qa.draft import Draft
from qa.earlier_cases import earlier_cases
from qa.history import handlings
from qa.listing import MOST_LISTED, listing, titled
from qa.matching import MatchedTerm, TermMatcher
from qa.members_proposals import asks_for_members_proposals, is_members_proposal, names_proposals
from qa.open_index import OpenIndex
from qa.opinions import asks_which_cases
from qa.outcomes import Outcome, asked_outcome, names_outcome, outcome_of, tells_of, without_outcomes
from qa.papers import asks_for_papers
from qa.phrases import Phrases
from qa.question import Question
from qa.quoting import Quoter
from qa.ranking import Ranked
from qa.sentences import best_sentences
from qa.voted_on import asks_what_was_voted_on, may_tell_of_votes, names_voting

__all__ = ["list_draft", "precedent_draft", "timeline_draft"]

_ON_TOPIC = 0.6
_AS_MUCH = 0.85  # of the question that the best candidate covers
_MENTIONED = re.compile(r"\b(?:nævn\w+|omtal\w+|mention\w*)\b", re.IGNORECASE)
_PRECEDENTS = 8
_TOLD_OF = 3  # of the nearest items, the earlier cases that they tell of are quoted too
_BESIDE_OTHERS = (Outcome.REFERRED,)
"""What a decision may also come to: "Drøftet. Planen sendes i høring."."""


def list_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
    filters: Filters,
) -> Draft:
    """Every decision with the outcome asked for, in order of date; by topic too where one is named."""
    if asks_for_dissent(question):
        quotes = dissent_by(index, quoter, question, filters)
        text = listing(words, quotes)
        return Draft(text if quotes else "", tuple(quotes), certain=bool(quotes))
    if lists_closed(question.text):
        shut = _closed_draft(index, quoter, words, matcher, filters)
        if shut.quotes:
            return shut
    if asks_for_conflicts(question.text):
        return conflicts_draft(index, quoter, words, filters)
    if asks_for_papers(question.text):
        return papers_draft(quoter, words, ranked)
    topical = _topical(question, matcher)
    if asks_what_was_voted_on(question.text):
        return _votes_draft(index, quoter, words, matcher, topical, filters)
    if question.speaker and asks_which_cases(question.text):
        return opinions_draft(index, quoter, words, matcher, topical, question.speaker, filters)
    proposals = _members_proposals(index, question, matcher, topical, filters)
    if topical and question.outcome is None and _MENTIONED.search(question.text):
        return _mentions(index, quoter, words, question, matcher, ranked)
    if proposals:
        items, topical = proposals, []
    elif topical:
        items = [r.item for r in _on_topic(ranked) if r.item and _of_the_time(question, r.item)]
        items.sort(
            key=lambda item: (item.meeting.date.toordinal() if item.meeting.date else 0, item.position)
        )
    elif question.outcome:
        items = _told_of(index, question.outcome, filters)
    elif question.committee or question.period:
        items = index.corpus.find_items(filters)
    else:
        items = []
    quotes = _each_once(
        quote
        for item in items
        if not item.item.closed
        for quote in _outcome_quotes(index, quoter, question, item)
    )
    if not quotes:
        return Draft("", (), lead=ranked[0] if ranked else None)
    shown = quotes[:MOST_LISTED]
    text = listing(words, shown, of=len(quotes))
    lead = next((r for r in ranked if r.item and r.item.id == shown[0].source.item_id), None)
    return Draft(text, tuple(shown), lead=lead, certain=not topical)


def _topical(question: Question, matcher: TermMatcher) -> list[MatchedTerm]:
    """The words of a question that name a topic: not the outcome, nor what lists are of."""
    asked = without_outcomes(question.danish)
    return [
        m
        for m in matcher.terms
        if (m.term.text in asked or m.term.text not in question.danish) and not _only_lists(m.term.lemma)
    ]


def _told_of(index: OpenIndex, outcome: Outcome, filters: Filters) -> list[StoredItem]:
    """The items that meet the filters and whose decisions may have the outcome; only those are read."""
    passages = index.corpus.passages().values()
    ids = frozenset(p.item for p in passages if p.item and p.decision and tells_of(p.decision, outcome))
    return index.corpus.find_items(replace(filters, items=ids)) if ids else []


def _members_proposals(
    index: OpenIndex,
    question: Question,
    matcher: TermMatcher,
    topical: Sequence[MatchedTerm],
    filters: Filters,
) -> list[StoredItem]:
    """Where members' proposals are asked for, those on its topic if it names one; none where it does not."""
    if not asks_for_members_proposals(question.text):
        return []
    topic = [matched for matched in topical if not names_proposals(matched.term.lemma)]
    return [item for item in titled(index, matcher, topic, filters) if is_members_proposal(item)]


def _votes_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    matcher: TermMatcher,
    topical: Sequence[MatchedTerm],
    filters: Filters,
) -> Draft:
    """Every decision that somebody voted against, in order of date; on a topic where one is named."""
    passages = index.corpus.passages().values()
    ids = frozenset(p.item for p in passages if p.item and p.decision and may_tell_of_votes(p.decision))
    topic = [matched for matched in topical if not names_voting(matched.term.lemma)]
    quotes = []
    for item in titled(index, matcher, topic, replace(filters, items=ids)) if ids else ():
        text = index.corpus.text(item.document)
        quotes += [
            quoter.decision(item, decision)
            for decision in (() if item.item.closed else own_decisions(item))
            if any(
                vote.side is Side.AGAINST for vote in read_decision(item, decision, text, index.danish).votes
            )
        ]
    if not quotes:
        return Draft("", ())
    ordered = _each_once(quotes)
    return Draft(
        listing(words, ordered[:MOST_LISTED], len(ordered)), tuple(ordered[:MOST_LISTED]), certain=True
    )


def _closed_draft(
    index: OpenIndex, quoter: Quoter, words: Phrases, matcher: TermMatcher, filters: Filters
) -> Draft:
    """The titles of the closed items, in order of date; of those on a topic where one is named."""
    topic = [matched for matched in matcher.terms if matched.term.lemma not in CLOSED_WORDS]
    quotes = [
        quoter.from_item(item, item.item.title_span, Role.MEETING, None)
        for item in titled(index, matcher, topic, filters)
        if item.item.closed
    ]
    if not quotes:
        return Draft("", ())
    return Draft(listing(words, quotes[:MOST_LISTED], len(quotes)), tuple(quotes[:MOST_LISTED]), certain=True)


def _mentions(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
) -> Draft:
    """Every case that speaks of a topic, each with the sentence that does, the nearest first."""
    least = max(_ON_TOPIC, _AS_MUCH * max((r.features.coverage for r in ranked), default=0.0))
    named = any(matched.term.name for matched in matcher.terms)
    speaking = [
        r
        for r in ranked
        if r.item
        and not r.item.item.closed
        and _of_the_time(question, r.item)
        and (r.features.coverage >= least or (named and r.features.names == 1.0))
    ]
    quotes = [
        quote_sentence(index, quoter, sentence.ranked, sentence.span, sentence.section)
        for near in speaking[:MOST_LISTED]
        for sentence in best_sentences(index, question, matcher, [near], 1)
    ]
    if not quotes:
        return Draft("", (), lead=ranked[0] if ranked else None)
    text = listing(words, quotes)
    return Draft(text, tuple(quotes), lead=speaking[0])


def timeline_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    ranked: Sequence[Ranked],
) -> Draft:
    """Every handling of the case or topic, oldest first."""
    items: dict[str, StoredItem] = {}
    if question.case_no:
        items = {item.id: item for item in index.corpus.items_of_case(question.case_no)}
    else:
        for near in _on_topic(ranked):
            if near.item is None or near.item.item.closed:
                continue
            items[near.item.id] = near.item
            if near.item.item.case_no:
                items |= {item.id: item for item in index.corpus.items_of_case(near.item.item.case_no)}
    quotes = [
        quoter.decision(handling.item, handling.decision)
        for handling in handlings(items.values())
        if handling.decision is not None and not handling.item.item.closed
    ]
    lead = ranked[0] if ranked else None
    if not quotes:
        return Draft("", (), lead=lead)
    text = listing(words, quotes)
    return Draft(text, tuple(quotes), lead=lead, certain=bool(question.case_no))


def precedent_draft(
    index: OpenIndex,
    quoter: Quoter,
    words: Phrases,
    question: Question,
    matcher: TermMatcher,
    ranked: Sequence[Ranked],
    filters: Filters,
) -> Draft:
    """Items alike in substance, nearest first, each with its decision."""
    lead = ranked[0] if ranked else None
    quotes: list[Quote] = []
    proposals = _members_proposals(index, question, matcher, _topical(question, matcher), filters)
    near_items = proposals or [near.item for near in _on_topic(ranked)[:_PRECEDENTS] if near.item]
    near_items = [item for item in near_items if not item.item.closed]
    if question.outcome:
        near_items.sort(
            key=lambda item: question.outcome not in _outcomes(index, item)
        )  # stable: nearest first
    lines: list[str] = []
    for place, item in enumerate(near_items):
        decided = _outcome_quotes(index, quoter, question, item)[:1]
        quotes += decided
        lines += map(words.line, decided)
        earlier = earlier_cases(index, matcher, item) if decided and place < _TOLD_OF else None
        if earlier:
            quotes.append(quoter.from_item(item, earlier, Role.PASSAGE, None))
            lines.append(words.earlier_cases(quotes[-1]))
    if not quotes:
        return Draft("", (), lead=lead)
    text = "\n".join([words.listed(sum(quote.role is not Role.PASSAGE for quote in quotes)), *lines])
    return Draft(text, tuple(quotes), lead=lead, certain=bool(proposals))


def _of_the_time(question: Question, item: StoredItem) -> bool:
    """A list for a time holds nothing of another; a year in a title is not when something was decided."""
    period = question.period
    days = (item.meeting.date, *(decision.date for decision in item.item.decisions if decision.prior))
    return period is None or any(period.holds(day) for day in days)


def _each_once(quotes: Iterable[Quote]) -> list[Quote]:
    """Decisions by date, without the quoted ones that are there from their own minutes or quoted before."""
    every = list(quotes)
    told = {(q.body, q.body_date, q.text) for q in every if q.role is not Role.PRIOR_DECISION}
    kept: list[Quote] = []
    for quote in every:
        key = (quote.body, quote.body_date, quote.text)
        if quote.role is not Role.PRIOR_DECISION or key not in told:
            kept.append(quote)
            told.add(key)
    return sorted(kept, key=lambda quote: quote.body_date or date.min)  # stable: as on the agenda


def _on_topic(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates that cover the topic nearly as well as the best one does."""
    if not ranked:
        return []
    best = max(r.features.coverage for r in ranked)
    return [
        r
        for place, r in enumerate(ranked)
        if place == 0
        or (r.features.coverage >= max(_ON_TOPIC, _AS_MUCH * best) and r.score >= 0.6 * ranked[0].score)
    ]


def _outcomes(index: OpenIndex, item: StoredItem) -> set[Outcome]:
    """The outcomes of an item's own decision and of its points."""
    text = index.corpus.text(item.document)
    return {
        outcome_of(span.of(text))
        for decision in own_decisions(item)
        for span in (decision.span, *(point.span for point in decision.points))
    }


def _outcome_quotes(index: OpenIndex, quoter: Quoter, question: Question, item: StoredItem) -> list[Quote]:
    text = index.corpus.text(item.document)
    return [
        quoter.decision(item, decision)
        for decision in decisions_asked_for(item, question)
        if question.intent is Intent.PRECEDENT
        or question.outcome is None
        or question.outcome
        in {outcome_of(decision.span.of(text)), *(outcome_of(p.span.of(text)) for p in decision.points)}
        or (question.outcome in _BESIDE_OTHERS and tells_of(decision.span.of(text), question.outcome))
    ]


def _only_lists(lemma: str) -> bool:
    """Whether a word of the question is no topic: it names an outcome, or what lists are of."""
    return names_outcome(lemma) or asked_outcome(lemma) is not None or lemma in _OF_LISTS


_OF_LISTS = frozenset(("trække", "sende", "forslag", "proposal", "proposals", "tage", "dagsorden"))
