"""What pages let a reader narrow a question to: municipality, committee, period. Read from the address."""

import datetime as dt
from dataclasses import dataclass, field

from starlette.datastructures import QueryParams

from qa.archive import Archive

__all__ = ["Choices", "Narrowed", "choices", "narrowed"]

_NO_DATE = "Skriv datoen som dag, måned og år, for eksempel 24-06-2025."
_BACKWARDS = "Periodens første dag ligger efter den sidste. Byt om på dem."


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose between."""

    municipalities: tuple[str, ...]
    committees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The filters that an address holds; ``written`` are the dates as written, ``problems`` by field."""

    municipality: str | None
    committee: str | None
    date_from: dt.date | None
    date_to: dt.date | None
    written: dict[str, str]
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.municipality or self.committee or any(self.written.values()))


def choices(archive: Archive) -> Choices:
    """The municipalities and committees whose minutes are here."""
    return Choices(tuple(archive.corpus.municipalities()), tuple(archive.corpus.committees()))


def narrowed(asked: QueryParams) -> Narrowed:
    """The filters of an address: ``kommune``, ``udvalg``, ``fra``, ``til``."""
    problems: dict[str, str] = {}
    written = {name: asked.get(name, "").strip() for name in ("fra", "til")}
    days = {name: _day(name, text, problems) for name, text in written.items()}
    first, last = days["fra"], days["til"]
    if first and last and first > last:
        problems["fra"] = _BACKWARDS
    return Narrowed(
        asked.get("kommune", "").strip() or None,
        asked.get("udvalg", "").strip() or None,
        first,
        last,
        written,
        problems,
    )


def _day(name: str, text: str, problems: dict[str, str]) -> dt.date | None:
    """The day as browsers send it (ISO), or as Danes write it where the browser has no field for dates."""
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m-%Y", "%d/%m/%Y"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    problems[name] = _NO_DATE
    return None
