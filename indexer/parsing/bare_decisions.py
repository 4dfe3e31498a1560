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

__all__ = ["is_bare_decision", "with_bare_decision"]

_OUTCOME = (
    r"(?i:(?:enstemmigt )?(?:ikke )?(?:godkendt|tiltrådt|vedtaget|anbefal(?:es|et)"
    r"|(?:taget )?til efterretning|drøftet|udsat|udsættes"
    r"|afvist|forkastet|bevilge(?:t|s)|tilbagesend(?:es|t)|oversend(?:es|t)|imødekommet"
    r"|orienteret|trukket tilbage|taget af dagsordenen))\b"
)
_SUBJECT = (
    r"(?:Sagen|Punktet|Indstillingen|Orienteringen|Forslaget|Dagsordenen|Ansøgningen|Planen|Redegørelsen|Regnskabet)"
    r" (?:(?:er|blev|bliver) )?(?:enstemmigt )?(?:ikke )?"
)
_DECIDES = (
    r"(?:vedtog|godkend(?:te|e)|beslutte(?:de|r)|tiltr(?:ådte|æde)|tog|drøftede|udsatte|afviste|anbefal(?:ede|er)"
    r"|forkastede|bevilgede|imødekom)\b"
)
_DECIDED = re.compile(
    rf"{_OUTCOME}|{_SUBJECT}(?:{_OUTCOME}|følges|fulgt|faldt|bortfaldt)"
    rf"|{BODY} (?:(?:enstemmigt|kunne) )?{_DECIDES}|(?:Ingen|Intet)(?: \w+){{0,3}}\s*\.?$"
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


def is_bare_decision(line: str) -> bool:
    """Whether a line of its own says what was decided, in so many words: "Godkendt."."""
    return len(line) <= _SHORT and line.endswith(".") and _DECIDED.match(line) is not None


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
        page = source.page_at(told.start)
        decision = FoundSection(
            Section(SectionKind.DECISION, "", told, page), SectionHeading(SectionKind.DECISION)
        )
        before = trimmed(source.text, last.section.span.start, told.start)
        kept = [replace(last, section=replace(last.section, span=before))]
        return [
            *sections[:place],
            *(kept if last.section.title or len(before) else ()),
            decision,
            *sections[place + 1 :],
        ]
    return sections


def _decided_in(text: str, span: Span, day: date | None) -> Span | None:
    """The end of a section from where it says what was decided, if it is short and of this meeting."""
    starts = [span.start, *(gap.end() for gap in _START.finditer(text, span.start, span.end))]
    for start in starts:
        told = trimmed(text, start, span.end)
        if len(told) <= _MOST and _DECIDED.match(told.of(text)):
            named = find_date(told.of(text))
            of_before = _OF_BEFORE.search(told.of(text)) or (named and day and named[0] < day)
            return None if of_before else told
    return None
