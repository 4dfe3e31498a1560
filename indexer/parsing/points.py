"""Numbered points: "1. …", "A) …", "At 1) …", "Ad. 1. …", also several on one line.

Only a run that starts at the first label and goes up one by one is a list of points; so "2. oktober" and
"punkt 5" inside a sentence are none.
"""

import re
from itertools import pairwise

from indexer.minutes import Point
from indexer.parsing.lines import trimmed
from indexer.source_text import Span

__all__ = ["find_label", "find_points"]

_LABEL = re.compile(
    r"^[ \t]*(?:[-•–*]\s*)?(?P<word>(?:ad|at|pkt|punkt|indstillingens punkt|vedr)\.?\s*)?"
    r"(?P<label>\d{1,2}|[a-zæøå])(?:\s?(?P<mark>[.):]+)(?=\s|$)|(?(word)(?<=\d)(?=[ \t]*$)|(?!)))\s*",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE = re.compile(
    r"(?<=[\s.;,])(?:(?:[Aa]d|[Aa]t|[Pp]kt|[Pp]unkt)\.?\s*)?(?P<label>\d{1,2}|[A-Z])[.):]+\s+(?=[A-ZÆØÅ])"
)
_FIRSTS = ("1", "a")
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_LETTERS_AFTER = dict(pairwise(_LETTERS))


def find_label(line: str) -> bool:
    """Whether a line begins with the label of a point."""
    return bool(_LABEL.match(line))


def find_points(text: str, span: Span) -> tuple[Point, ...]:
    """The points inside a section's body, in order; empty when it is not divided into points.

    A point runs to the next point, the last one to the end of its paragraph.
    """
    body = span.of(text)
    marks = [(m.start(), m.end(), m["label"]) for m in _LABEL.finditer(body)]
    if not marks or marks[0][2].lower() not in _FIRSTS:
        return ()
    marks += [(m.start(), m.end(), m["label"]) for m in _INLINE.finditer(body)]
    run: list[tuple[int, int, str]] = []
    for mark in sorted(set(marks)):
        if not run:
            if mark[2].lower() in _FIRSTS:
                run.append(mark)
        elif mark[0] >= run[-1][1] and _follows(run[-1][2], mark[2]):
            run.append(mark)
    points = []
    for index, (_, begin, label) in enumerate(run):
        stop = run[index + 1][0] if index + 1 < len(run) else _paragraph_end(body, begin)
        piece = trimmed(text, span.start + begin, span.start + stop)
        if len(piece):
            points.append(Point(label.upper() if label.isalpha() else label, piece))
    return tuple(points)


def _paragraph_end(body: str, begin: int) -> int:
    blank = re.compile(r"\n[ \t]*\n").search(body, begin)
    return blank.start() if blank and body[begin : blank.start()].strip() else len(body)


def _follows(label: str, following: str) -> bool:
    if label.isdigit() and following.isdigit():
        return int(following) == int(label) + 1
    return following.lower() == _LETTERS_AFTER.get(label.lower())
