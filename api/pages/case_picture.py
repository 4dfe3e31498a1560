"""Where everything stands in the picture of a case: bodies in rows, time in columns, a sign at every stop.

Lengths are in the picture's own units, CSS pixels at full size. Days are spread evenly: to scale, the stops
of one month would lie on top of each other beside a gap of years.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.wording import OutcomeLook

__all__ = ["CasePicture", "Stop", "case_picture"]

_COLUMN = 108
_ROW = 108
"""Each body's name stands above its line, so that three stops fit on a phone."""
_LINE = 62
"""From the top of a row down to its line."""
_TOP = 48
"""Room for the dates, above."""
_NARROWEST = 320


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
    name: str


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
        width=max(_COLUMN * len(places), _NARROWEST),
        height=_TOP + _ROW * len(bodies),
        rows=tuple(Row(_y(at), body) for at, body in enumerate(bodies)),
        columns=tuple(_columns([day for day, _ in places])),
        dots=tuple(dots),
        path=f"M{steps}",
    )


def _x(column: int) -> int:
    return column * _COLUMN + _COLUMN // 2


def _y(row: int) -> int:
    return _TOP + row * _ROW + _LINE


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
