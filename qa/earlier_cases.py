"""Earlier cases that an item tells of in its own words: "Udvalget gav den 5. maj 2021 tilladelse til …".

Whoever looks for a precedent wants these: the minutes that decided them may be older than anything indexed.
"""

import re
from collections.abc import Iterable
from datetime import date

from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredItem
from models.mentions import Mention, MentionKind
from qa.matching import TermMatcher
from qa.open_index import OpenIndex

__all__ = ["earlier_cases"]

_SETTLED = re.compile(
    r"\b(?:(?:gav|givet)(?! (?:anledning|mulighed|udtryk|plads|problemer))|meddel(?:t|te)|bevilge(?:t|de)"
    r"|beslutte(?:t|de)|godkend(?:t|te)|afslog|afslået|afviste?|vedtog|vedtaget|imødekom\w*|dispensere(?:t|de)"
    r"|forkaste(?:t|de)|tilla(?:dt|dte|d)|afslag|dispensation|tilladelse)\b",
    re.IGNORECASE,
)
"""Words that say what came of a case."""
_BEFORE = re.compile(
    r"\b(?:tidligere (?:sag\w*|ansøgning\w*|afgørelse\w*|tilfælde)"
    r"|(?:har|er|blev|havde) (?:\w+ ){0,3}?tidligere|tidligere (?:har|er|blev|givet|meddelt)|i sin tid)\b",
    re.IGNORECASE,
)
_ELSEWHERE = (
    SectionKind.DECISION,
    SectionKind.PRIOR_DECISION,
    SectionKind.RECOMMENDATION,
    SectionKind.ATTACHMENTS,
    SectionKind.LEGAL,
)
_MOST = 700  # characters


def earlier_cases(index: OpenIndex, matcher: TermMatcher, item: StoredItem) -> Span | None:
    """The stretch of an item that tells what came of earlier cases and fits the question best, if any."""
    text = index.corpus.text(item.document)
    stretches = [
        stretch
        for section in item.item.sections
        if section.kind not in _ELSEWHERE
        for stretch in _stretches(index, text, section.span, item.meeting.date)
    ]
    return max(stretches, key=lambda span: matcher.coverage(index.terms_of(span.of(text))), default=None)


def _stretches(index: OpenIndex, text: str, section: Span, met: date | None) -> Iterable[Span]:
    """Sentences of a section that tell of earlier cases, those beside each other as one."""
    joined: list[Span] = []
    behind = False
    for start, end in index.sentences_of(section.of(text)):
        span = Span(section.start + start, section.start + end)
        tells = _tells(index, span.of(text), met)
        if tells and behind and span.end - joined[-1].start <= _MOST:
            joined[-1] = Span(joined[-1].start, span.end)
        elif tells:
            joined.append(span)
        behind = tells
    return joined


def _tells(index: OpenIndex, sentence: str, met: date | None) -> bool:
    if not _SETTLED.search(sentence):
        return False
    return _BEFORE.search(sentence) is not None or any(
        _is_past(mention, met) for mention in index.danish.mentions(sentence)
    )


def _is_past(mention: Mention, met: date | None) -> bool:
    """Whether a day, month or year lies wholly before the meeting."""
    if met is None or mention.kind not in (MentionKind.DATE, MentionKind.MONTH, MentionKind.YEAR):
        return False
    assert isinstance(mention.value, tuple)
    last = mention.value[1]
    return isinstance(last, date) and last < met
