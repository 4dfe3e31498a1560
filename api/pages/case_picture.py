"""Where everything stands in the picture of a case: bodies in rows, time in columns, a sign at every stop.

Lengths are in the picture's own units, CSS pixels at full size. Days are spread evenly: to scale, the stops
of one month would lie on top of each other beside a gap of years.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.wording import OutcomeLook

__all__ = ["CasePicture", "Stop", "case_picture"]

_NAMES = 210
"""Room for the names of the bodies, to the left."""
_COLUMN = 132
_ROW = 84
_TOP = 56
"""Room for the dates, above."""
_RIGHT = 24


@dataclass(frozen=True, slots=True)
class Stop:
    """What the picture needs to know of one handling."""

    body: str
    day: dt.date | None
    outcome: OutcomeLook | None


@dataclass(frozen=True, slots=True)
class Row:
    """A body's line."""

    y: int
    name: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A day's line; the year is told where it changes."""

    x: int
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A stop's place; ``number`` counts from 1 in order of time and is that of the table."""

    x: int
    y: int
    number: int
    outcome: OutcomeLook | None


@dataclass(frozen=True, slots=True)
class CasePicture:
    """The whole picture; ``path`` is the way from stop to stop as SVG has it."""

    width: int
    height: int
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    dots: tuple[Dot, ...]
    path: str


def case_picture(stops: Sequence[Stop]) -> CasePicture:
    """The picture of the stops, which are in order of time. Two of one body and day stand side by side."""
    bodies = list(dict.fromkeys(stop.body for stop in stops))
    places: list[tuple[dt.date | None, set[str]]] = []
    dots = []
    for number, stop in enumerate(stops, 1):
        if not places or places[-1][0] != stop.day or stop.body in places[-1][1]:
            places.append((stop.day, set()))
        places[-1][1].add(stop.body)
        dots.append(Dot(_x(len(places) - 1), _y(bodies.index(stop.body)), number, stop.outcome))
    steps = " L".join(f"{dot.x} {dot.y}" for dot in dots)
    return CasePicture(
        width=_NAMES + _COLUMN * len(places) + _RIGHT,
        height=_TOP + _ROW * len(bodies),
        rows=tuple(Row(_y(at), _two_lines(body)) for at, body in enumerate(bodies)),
        columns=tuple(_columns([day for day, _ in places])),
        dots=tuple(dots),
        path=f"M{steps}",
    )


def _x(column: int) -> int:
    return _NAMES + column * _COLUMN + _COLUMN // 2


def _y(row: int) -> int:
    return _TOP + row * _ROW + _ROW // 2


def _columns(days: Sequence[dt.date | None]) -> list[Column]:
    year = 0
    found = []
    for at, day in enumerate(days):
        if day is None:
            found.append(Column(_x(at), "uden dato", ""))
            continue
        found.append(Column(_x(at), f"{day.day}.{day.month}.", str(day.year) if day.year != year else ""))
        year = day.year
    return found


def _two_lines(name: str, longest: int = 24) -> tuple[str, ...]:
    """A body's name on two lines at most; what does not fit is told by dots (the table has all of it)."""
    lines = [""]
    for word in name.split():
        if len(lines[-1]) + 1 + len(word) <= longest or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif len(lines) == 1:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} …"
            break
    return tuple(line if len(line) <= longest + 2 else f"{line[:longest]}…" for line in lines)
