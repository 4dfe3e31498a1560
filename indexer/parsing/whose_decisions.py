"""Which body met and when, where the head of the minutes does not say: from decisions, or the file's name.

Web pages of single meetings often leave both to the page around them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from indexer.minutes import SectionKind
from indexer.parsing.bodies import BODY_ENDING, is_generic, same_body
from indexer.parsing.dates import find_date
from indexer.parsing.lines import Line
from indexer.parsing.section_names import section_heading

__all__ = ["committee_in_name", "day_in_name", "deciding_body", "deciding_day", "other_name"]

_LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
_NAMED = re.compile(rf"(?:[a-zæøå]+-og-|(?<![a-zæøå]))[a-zæøå]*{BODY_ENDING}(?![a-zæøå])")


def deciding_body(lines: Iterable[Line], day: date | None) -> str | None:
    """The body that most headings of decisions of the meeting's day name."""
    bodies = _deciders(lines, day)
    return bodies.most_common(1)[0][0] if bodies else None


def other_name(lines: Iterable[Line], committee: str | None, day: date | None, items: int) -> str | None:
    """The name that a committee's decisions go by where it is never the one in the head.

    That is the body which half of the ``items`` name on the meeting's day, if no decision is left unnamed.
    """
    lines = list(lines)
    if committee is None or day is None or _any_unnamed(lines):
        return None
    bodies = _deciders(lines, day)
    if not bodies or any(same_body(body, committee) for body in bodies):
        return None
    name, count = bodies.most_common(1)[0]
    return name if count >= items / 2 else None


def deciding_day(lines: Iterable[Line]) -> date | None:
    """The day that most headings of decisions name; none where any decision is left unnamed."""
    lines = list(lines)
    if _any_unnamed(lines):
        return None
    days = Counter(decided for _, decided in _named(lines))
    return max(days, key=lambda day: (days[day], day)) if days else None


def _deciders(lines: Iterable[Line], day: date | None) -> Counter[str]:
    return Counter(body for body, decided in _named(lines) if decided == day)


def _any_unnamed(lines: Iterable[Line]) -> bool:
    headings = (section_heading(line.text) for line in lines)
    return any(h and h.kind is SectionKind.DECISION and not (h.body or h.date) for h in headings)


def _named(lines: Iterable[Line]) -> Iterable[tuple[str, date]]:
    for line in lines:
        heading = section_heading(line.text)
        if heading and heading.kind is SectionKind.DECISION and heading.body and heading.date:
            decided = find_date(heading.date)
            if decided and not is_generic(heading.body):
                yield heading.body, decided[0]


def day_in_name(name: str) -> date | None:
    """The day that a file's name holds: "byraadet-2020-01-22.html", "Referat 22-01-2020.pdf"."""
    written = name.replace("_", " ")
    found = find_date(written)
    return found[0] if found and re.search(r"\d{4}", written[found[1] : found[2]]) else None


def committee_in_name(name: str) -> str | None:
    """The body that a file's name holds, written as in running text: "teknik-og-miljoeudvalget-…"."""
    danish = re.sub("ae|oe|aa", lambda pair: _LETTERS[pair[0]], name.lower())
    found = _NAMED.search(re.sub(r"[_\s]", "-", danish))
    if not found or is_generic(found[0]):
        return None
    return "- og ".join(word.capitalize() for word in found[0].split("-og-"))
