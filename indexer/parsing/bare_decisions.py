"""Decisions that no heading announces: a last paragraph "Taget til efterretning."."""

import re
from dataclasses import replace
from datetime import date

from indexer.minutes import Section, SectionKind
from indexer.parsing.bodies import BODY
from indexer.parsing.dates import find_date
from indexer.parsing.lines import trimmed
from indexer.parsing.section_names import SectionHeading
from indexer.parsing.sections import FoundSection
from indexer.source_text import SourceText, Span

__all__ = ["is_bare_decision", "is_weak_heading", "with_bare_decision"]

_OUTCOME = (
    r"(?i:(?:enstemmigt )?(?:ikke )?(?:godkendt|tiltrådt|vedtaget|anbefal(?:es|et)"
    r"|(?:taget )?til efterretning|drøftet|udsat|udsættes"
    r"|afvist|forkastet|bevilge(?:t|s)|tilbagesend(?:es|t)|oversend(?:es|t)|imødekommet"
    r"|orienteret|trukket tilbage|taget af dagsordenen))\b"
)
_SUBJECT = (
    r"(?:Sagen|Punktet|Referatet|Indstillingen|Orienteringen|Forslaget|Dagsordenen|Ansøgningen|Planen|Redegørelsen|Regnskabet)"
    r" (?:(?:er|blev|bliver) )?(?:enstemmigt )?(?:ikke )?"
)
_DECIDES = (
    r"(?:vedtog|godkend(?:te|e)|beslutte(?:de|r)|tiltr(?:ådte|æde)|tog|drøftede|udsatte|afviste|anbefal(?:ede|er)"
    r"|forkastede|bevilgede|imødekom)\b"
)
_SAYS = (
    r"(?:afgiver|afgav|opfordrer|opfordrede|beder|bad|støtter|støttede|ønsker|ønskede|bemærker|bemærkede|udtaler"
    r"|udtalte|foreslår|foreslog|noterede|konstaterede)\b"
)
"""What councils do that only advise."""
_DECIDED = re.compile(
    rf"{_OUTCOME}|{_SUBJECT}(?:{_OUTCOME}|følges|fulgt|faldt|bortfaldt)"
    rf"|{BODY} (?:(?:enstemmigt|kunne) )?{_DECIDES}|(?:Rådet|Udvalget|Bestyrelsen) {_SAYS}"
    r"|(?:Ingen|Intet)(?: \w+){0,3}\s*\.?$"
)
"""How minutes begin a decision; a noun alone ("Afslag") heads too much else."""
_OF_BEFORE = re.compile(
    r"\b(?:tidligere|dengang|i sin tid|(?:på|ved) (?:det )?(?:sidste|forrige))\b", re.IGNORECASE
)
_NOT_AFTER = (SectionKind.ATTACHMENTS, SectionKind.ABSENCE)
_NOT_IN = (SectionKind.HISTORY, SectionKind.COMPETENCE, SectionKind.PRIOR_DECISION)
_START = re.compile(r"\n[ \t]*\n\s*|(?<=[.:!?])[ \t]*\n\s*")
_MOST = 600  # characters
_SHORT = 100
_WEAK_HEADING = re.compile(
    r"^[ \t*_#]*(?P<title>(?:Møder|R)eferat|Protokol(?:lat)?|Afgørelse|Tilførsel)[ \t*_]*(?::[ \t*_]*|$)",
    re.MULTILINE,
)
"""What heads a decision where nothing else does; elsewhere it names a paper or an authority's ruling."""


def is_bare_decision(line: str) -> bool:
    """Whether a line of its own says what was decided, in so many words: "Godkendt."."""
    return len(line) <= _SHORT and line.endswith(".") and _DECIDED.match(line) is not None


def is_weak_heading(line: str) -> bool:
    """Whether a line begins as the heading of a decision does in minutes of the plainest form: "Referat:"."""
    return _WEAK_HEADING.match(line) is not None


def with_bare_decision(
    source: SourceText, sections: list[FoundSection], day: date | None
) -> list[FoundSection]:
    """The sections; where none is headed as a decision, what the last of them ends with as one of its own."""
    if any(one.heading.kind is SectionKind.DECISION for one in sections):
        return sections
    for place in range(len(sections) - 1, -1, -1):
        last = sections[place]
        if last.section.kind in _NOT_AFTER:
            continue
        told = None if last.section.kind in _NOT_IN else _decided_in(source.text, last.section.span, day)
        if told is None:
            break
        title, start, span = told
        decision = FoundSection(
            Section(SectionKind.DECISION, title, span, source.page_at(span.start)),
            SectionHeading(SectionKind.DECISION),
        )
        before = trimmed(source.text, last.section.span.start, start)
        kept = [replace(last, section=replace(last.section, span=before))]
        return [
            *sections[:place],
            *(kept if last.section.title or len(before) else ()),
            decision,
            *sections[place + 1 :],
        ]
    return sections


def _decided_in(text: str, span: Span, day: date | None) -> tuple[str, int, Span] | None:
    """The decision at the end of a section: its heading, where that begins, and its text.

    That is what stands below a weak heading, else the text from where it says what was decided, if it is
    short and of this meeting.
    """
    for heading in _WEAK_HEADING.finditer(text, span.start, span.end):
        told = trimmed(text, heading.end(), span.end)
        if len(told):
            return heading["title"], heading.start(), told
    starts = [span.start, *(gap.end() for gap in _START.finditer(text, span.start, span.end))]
    for start in starts:
        told = trimmed(text, start, span.end)
        if len(told) <= _MOST and _DECIDED.match(told.of(text)):
            named = find_date(told.of(text))
            of_before = _OF_BEFORE.search(told.of(text)) or (named and day and named[0] < day)
            return None if of_before else ("", start, told)
    return None
