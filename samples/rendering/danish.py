"""Danish dates as the heads of minutes write them."""

from datetime import date

__all__ = ["MONTHS", "WEEKDAYS", "genitive", "long_date"]

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def long_date(day: date, *, pad: bool = False) -> str:
    """``4. december 2012``, or ``04. december 2012`` when padded."""
    return f"{day.day:0{2 if pad else 1}d}. {MONTHS[day.month - 1]} {day.year}"


def genitive(name: str) -> str:
    """``Byrådet`` as ``Byrådets``."""
    return f"{name}s"
