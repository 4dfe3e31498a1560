"""Days and times of day as they go over the wire, and nothing else that could be taken for them."""

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

__all__ = ["Clock", "Day"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _as_written(day: object) -> object:
    """Pydantic would read a number as seconds since 1970."""
    if not isinstance(day, dt.date | None) and not (isinstance(day, str) and _DAY.fullmatch(day)):
        raise ValueError("a day is written 2024-12-31")
    return day


Day = Annotated[dt.date, BeforeValidator(_as_written)]
"""``2024-12-31``."""

Clock = Annotated[
    dt.time,
    WithJsonSchema({"type": "string", "pattern": r"^\d\d:\d\d:\d\d$", "examples": ["16:30:00"]}),
]
"""``16:30:00``, local. JSON Schema's own ``time`` has a time zone, and minutes have none."""
