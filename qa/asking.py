"""From a question to its answer: understand, retrieve, rank, draft by intent, judge, and quote or refuse."""

from dataclasses import dataclass, replace
from datetime import date

from indexer.filters import Filters
from qa.answer import Answer, Coverage, Intent, Quote
from qa.answer_decision import decision_draft, item_quotes
from qa.answer_fact import fact_draft
from qa.answer_list import list_draft, precedent_draft, timeline_draft
from qa.answer_meeting import is_about_meeting, meeting_draft
from qa.closed_matters import CLOSED_WORDS, lists_closed, speaks_of_closed
from qa.committees import CommitteeAsked
from qa.confidence import THRESHOLD, confidence, evidence_of
from qa.draft import Draft
from qa.everyday_outcomes import in_minutes_words
from qa.exclusions import allowed_first, excluded, items_numbered, numbered_first
from qa.intents import AnswerType, intent_of
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.periods import Period
from qa.phrases import Phrases, phrases
from qa.question import Known, Question, understand
from qa.quoting import Quoter
from qa.ranking import Ranked, rank
from qa.reading import is_doubtful, is_readable, read_over
from qa.requests_to_write import asks_to_write
from qa.reranking import reranked
from qa.retrieval import Retrieved, retrieve

__all__ = ["Narrowing", "Worked", "ask", "work_out"]

_CERTAIN = 0.95
_SURE_ENOUGH = 0.8
"""An answer surer than this is not read further."""
_BY_THE_BODY_ASKED = (Intent.DECISION, Intent.LIST, Intent.MEETING)
"""What only the body asked about can answer. A fact on its work may stand in another's minutes."""
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Filters given beside the question (not in its words); always kept to."""

    municipality: str | None = None
    committees: frozenset[str] = frozenset()
    date_from: date | None = None
    date_to: date | None = None
    without_documents: frozenset[str] = frozenset()

    def filters(self) -> Filters:
        """The same as filters of the index."""
        return Filters(
            municipality=self.municipality,
            committees=self.committees,
            date_from=self.date_from,
            date_to=self.date_to,
            without_documents=self.without_documents,
        )


@dataclass(frozen=True, slots=True)
class Worked:
    """Everything between question and answer, for evaluation and for fitting the confidence."""

    question: Question
    matcher: TermMatcher
    found: Retrieved
    ranked: tuple[Ranked, ...]
    draft: Draft
    coverage: Coverage
    reason: str


def ask(index: OpenIndex, text: str, narrowing: Narrowing, today: date) -> Answer:
    """The whole way for one question."""
    return _answer(index, work_out(index, text, narrowing, today))


def work_out(index: OpenIndex, text: str, narrowing: Narrowing, today: date, *, read: bool = True) -> Worked:
    """Everything up to the draft of the answer; ``read``: also what the reader thinks of it, if in doubt."""
    given = narrowing.filters()
    question = _understood(index, text, given, today)
    if narrowing.committees and question.committee is None:
        # a committee or a time given beside the question is the one asked about
        asked = CommitteeAsked(narrowing.committees, ", ".join(sorted(narrowing.committees)), 0, 0)
        question = replace(question, committee=asked)
    if (narrowing.date_from or narrowing.date_to) and question.period is None:
        named = f"{narrowing.date_from or ''} – {narrowing.date_to or ''}".strip()
        period = Period(narrowing.date_from, narrowing.date_to, 0, 0, named)
        question = replace(question, period=period)
    words = phrases(question.english)
    filters = _filters(question, given)
    coverage = _coverage(index, question, given, filters)
    matcher = TermMatcher(question.terms, index.engine, foreign=question.english)
    nothing = Retrieved([], 0.0, 0.0, 0.0)
    unmet = _unmet(index, question, given, filters, words)
    if unmet:
        nearest = retrieve(index, question, matcher, given)
        ranked = rank(index, question, matcher, nearest)
        return Worked(question, matcher, nothing, tuple(ranked), Draft("", ()), coverage, unmet)
    found = retrieve(
        index, question, matcher, replace(filters, date_from=given.date_from, date_to=given.date_to)
    )
    if question.period is not None:
        found = _merged(found, retrieve(index, question, matcher, filters))
    ranked = reranked(index, question, rank(index, question, matcher, found))
    ranked = allowed_first(index, question, ranked)
    if question.item_no:
        ranked = numbered_first(index, question, matcher, filters, ranked)
    draft = _draft(index, question, matcher, ranked, filters, words)
    reason = excluded(index, question, draft)
    if reason:
        draft = replace(draft, text="", quotes=())
        reason = words.no_meetings(reason, coverage)
    if read and is_readable(question, draft):
        evidence = evidence_of(index, question, matcher, draft)
        if is_doubtful(question, draft, confidence(evidence)):
            draft = read_over(
                index, words, question, draft, lambda read: confidence(evidence, read) > _SURE_ENOUGH
            )
    return Worked(question, matcher, found, tuple(ranked), draft, coverage, reason)


def _understood(index: OpenIndex, text: str, given: Filters, today: date) -> Question:
    known = _known(index, given)
    question = understand(text, index.danish, known, today)
    if question.intent is Intent.MEETING and not is_about_meeting(index, question, _filters(question, given)):
        # "Hvem er formand for spejderne?": something else has a chairman, a meeting or a place too
        otherwise = intent_of(in_minutes_words(text), but=Intent.MEETING)
        return understand(text, index.danish, known, today, otherwise)
    return question


def _draft(
    index: OpenIndex,
    question: Question,
    matcher: TermMatcher,
    ranked: list[Ranked],
    filters: Filters,
    words: Phrases,
) -> Draft:
    quoter = Quoter(index.corpus)
    match question.intent:
        case Intent.MEETING:
            draft = meeting_draft(index, quoter, words, question, filters)
            return draft if draft.text else Draft("", (), lead=ranked[0] if ranked else None)
        case Intent.LIST:
            return list_draft(index, quoter, words, question, matcher, ranked, filters)
        case Intent.TIMELINE:
            return timeline_draft(index, quoter, words, question, ranked)
        case Intent.PRECEDENT:
            return precedent_draft(index, quoter, words, question, matcher, ranked, filters)
        case Intent.FACT:
            return fact_draft(index, quoter, words, question, matcher, ranked)
        case Intent.DECISION:
            if _is_of_whole_meeting(question):
                return list_draft(index, quoter, words, question, matcher, ranked, filters)
            draft = decision_draft(index, quoter, words, question, matcher, ranked)
            return (
                replace(draft, certain=bool(draft.quotes))
                if _addressed(index, question, filters, draft)
                else draft
            )


def _is_of_whole_meeting(question: Question) -> bool:
    """Whether a question names no topic, but a body or a time: all that was decided then and there."""
    no_topic = not question.terms and not question.case_no and not question.item_no
    return no_topic and bool(question.committee or question.period)


def _addressed(index: OpenIndex, question: Question, filters: Filters, draft: Draft) -> bool:
    """Whether the question names what it asks about: by case number, or by item number and meeting."""
    if question.case_no:
        return True
    if not question.item_no or not (question.committee or question.period) or not draft.lead:
        return False
    numbered = {item.id for item in items_numbered(index, question, filters)}
    return draft.lead.item is not None and draft.lead.item.id in numbered


def _answer(index: OpenIndex, worked: Worked) -> Answer:
    question, draft = worked.question, worked.draft
    words = phrases(question.english)
    if draft.certain:
        sure = _CERTAIN
    elif draft.quotes:
        sure = confidence(evidence_of(index, question, worked.matcher, draft), draft.read)
    else:
        sure = 0.0
    answerable = bool(draft.quotes) and sure >= THRESHOLD
    if answerable:
        return Answer(
            question.text,
            question.intent,
            True,
            sure,
            draft.text,
            draft.quotes,
            (),
            worked.coverage,
            draft.details,
        )
    said = worked.reason or (draft.text if not draft.quotes else "") or words.refusal(worked.coverage)
    nearest = _nearest(index, question, worked.ranked) if worked.matcher.terms or worked.reason else ()
    return Answer(question.text, question.intent, False, sure, said, (), nearest, worked.coverage)


def _nearest(index: OpenIndex, question: Question, ranked: tuple[Ranked, ...]) -> tuple[Quote, ...]:
    """The first quote of each of the nearest items, shown as near and never as the answer."""
    quoter = Quoter(index.corpus)
    found: list[Quote] = []
    for near in ranked:
        if near.item is not None and not near.item.item.closed and near.features.coverage > 0:
            found += item_quotes(index, quoter, near.item, question)[:1]
        if len(found) >= _NEAREST:
            break
    return tuple(found)


def _known(index: OpenIndex, given: Filters) -> Known:
    corpus = index.corpus
    sittings = [(stored.head.committee, stored.head.date) for stored in corpus.meetings(given)]
    # a decision known only from another body's minutes was taken on a day too
    sittings += corpus.prior_sittings()
    return Known(
        municipalities=tuple(corpus.municipalities()),
        committees=tuple(sorted({*corpus.committees(), *corpus.prior_committees()})),
        other_names=corpus.other_names(),
        meetings=tuple(
            sorted(((body, day) for body, day in sittings if day), key=lambda sitting: sitting[1])
        ),
    )


def _filters(question: Question, given: Filters) -> Filters:
    """The filters of the question's words on top of those given beside it."""
    names = question.committee.names if question.committee else frozenset()
    period = question.period
    first = max(filter(None, (given.date_from, period.first if period else None)), default=None)
    last = min(filter(None, (given.date_to, period.last if period else None)), default=None)
    return replace(
        given,
        municipality=given.municipality or question.municipality,
        committees=given.committees or (names if question.intent in _BY_THE_BODY_ASKED else frozenset()),
        date_from=first,
        date_to=last,
        case_no=question.case_no,
    )


def _coverage(index: OpenIndex, question: Question, given: Filters, filters: Filters) -> Coverage:
    searched = replace(given, municipality=filters.municipality, committees=filters.committees)
    reach = index.corpus.reach(searched)
    if not reach.meetings:
        reach = index.corpus.reach(given)
    shown = {
        "municipality": filters.municipality,
        "committee": ", ".join(sorted(filters.committees))
        or (question.committee.words if question.committee else None),
        "from": filters.date_from.isoformat() if filters.date_from else None,
        "to": filters.date_to.isoformat() if filters.date_to else None,
        "case_no": filters.case_no,
    }
    return Coverage(
        reach.meetings,
        reach.committees,
        reach.first,
        reach.last,
        {name: value for name, value in shown.items() if value},
    )


def _unmet(index: OpenIndex, question: Question, given: Filters, filters: Filters, words: Phrases) -> str:
    """Why nothing in the index can answer: a request, a filter it has nothing for, closed doors; or empty."""
    coverage = _coverage(index, question, given, filters)
    if asks_to_write(question.text):
        return words.nothing_invented(coverage)
    named = []
    if not coverage.meetings and coverage.filters:
        return words.no_meetings(", ".join(coverage.filters.values()), coverage)
    if question.committee and question.intent in (*_BY_THE_BODY_ASKED, Intent.TIMELINE):
        named.append(question.committee.words)
        if not question.committee.names:
            return words.no_meetings(", ".join(named), coverage)
    if question.case_no:
        named.append(f"{'case' if words.english else 'sag'} {question.case_no}")
        if not index.corpus.find_items(replace(given, case_no=question.case_no)):
            return words.no_meetings(", ".join(named), coverage)
    if question.period and not question.terms and not question.case_no:
        named.append(question.period.words)
        if not index.corpus.reach(filters).meetings:
            return words.no_meetings(", ".join(named), coverage)
    if (
        question.item_no
        and (question.committee or question.period)
        and not items_numbered(index, question, filters)
    ):
        named.append(f"{'item' if words.english else 'punkt'} {question.item_no}")
        return words.no_meetings(", ".join(named), coverage)
    return words.closed_doors() if _asks_what_closed_meetings_did(question) else ""


def _asks_what_closed_meetings_did(question: Question) -> bool:
    """Whether a question names nothing but that something was closed, and wants more than its titles."""
    of_titles = question.intent is Intent.MEETING or lists_closed(question.text)
    if of_titles or question.case_no or question.item_no or question.answer_type is AnswerType.NUMBER:
        return False
    only_closed = question.terms and all(term.lemma in CLOSED_WORDS for term in question.terms)
    return bool(only_closed) and speaks_of_closed(question.text)


def _merged(one: Retrieved, other: Retrieved) -> Retrieved:
    candidates = {candidate.key: candidate for candidate in (*one.candidates, *other.candidates)}
    return Retrieved(
        list(candidates.values()),
        one.dense_floor,
        max(one.dense_best, other.dense_best),
        max(one.keyword_best, other.keyword_best),
    )
