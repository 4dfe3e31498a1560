"""Which meetings a run is about, and which of them the portal is asked for again.

The list tells what is new, and of a meeting it knows what it lists differently from before. A correction
that the list does not show is found by asking again:

============================================  ===============================================
minutes of the last ``_RECENT`` days          when last asked more than ``_SOON`` ago
older ones                                    when last asked more than ``_LATER`` ago
where the portal can say "unchanged" (304)    the ``_CHEAP`` longest unasked ones, at each run
============================================  ===============================================
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from indexer.naming import name_key
from indexer.portal.agenda_api import ListedMeeting
from indexer.portal.folder import Kept

__all__ = ["Choice", "due"]

_RECENT = timedelta(days=60)  # minutes are approved, and put right, at the next meeting
_SOON = timedelta(hours=12)
_LATER = timedelta(days=30)
_CHEAP = 200  # a minute of requests at the usual pace


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants of a portal: all of it, or some committees, or from a day on.

    A committee is named by any part of its name, whatever the case. ``recheck`` asks again for everything.
    """

    committees: tuple[str, ...] = ()
    since: date | None = None
    recheck: bool = False

    def takes(self, meeting: ListedMeeting) -> bool:
        """Whether a meeting is wanted. One without a date is, whatever ``since`` says."""
        if self.since and meeting.date and meeting.date < self.since:
            return False
        return not self.committees or self.takes_committee(meeting.committee)

    def takes_committee(self, name: str) -> bool:
        """Whether one of the names given is in a committee's."""
        return any(_key(wanted) in _key(name) for wanted in self.committees)


def due(
    meetings: Iterable[tuple[ListedMeeting, Kept | None]], *, recheck: bool, now: datetime
) -> list[ListedMeeting]:
    """Those meetings, in their order, that the portal is to be asked for."""
    everything = list(meetings)
    asked = {meeting.id for meeting, kept in everything if recheck or _must(meeting, kept, now)}
    cheap = [(kept.checked, meeting.id) for meeting, kept in everything if kept and kept.validators]
    asked.update(meeting_id for _, meeting_id in sorted(cheap)[:_CHEAP])
    return [meeting for meeting, _ in everything if meeting.id in asked]


def _must(meeting: ListedMeeting, kept: Kept | None, now: datetime) -> bool:
    if kept is None or kept.listed != meeting.fingerprint:
        return True
    try:
        age = now - datetime.fromisoformat(kept.checked).astimezone(UTC)
    except ValueError:
        return True
    recent = meeting.date is None or meeting.date >= (now - _RECENT).date()
    return age > (_SOON if recent else _LATER)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name_key(name))
