"""Example questions of the index's own: titles of items that were decided, put into a question.

Each is asked before it is shown, so that no example is refused. They are chosen again when the index changes.
"""

import re
from collections.abc import Iterator
from threading import Lock

from indexer.filters import Filters
from indexer.stored import StoredItem
from qa.archive import Archive
from qa.decisions import own_decisions, recommendation_of

__all__ = ["ExampleQuestions"]

_WANTED = 4
_MOST_ASKED = 12
"""Questions tried before fewer examples are shown: each takes the time of an answer."""
_LONGEST_TITLE = 60  # characters
_MOST_ITEMS = 400
"""How many of the newest items are looked at."""
_QUESTION = "Hvad blev der besluttet om {}?"
_HEAD_OF_TITLE = re.compile(r"^.*?(?=: | [-–] |$)")


class ExampleQuestions:
    """Remembers the examples of one archive."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._generation = -1
        self._questions: tuple[str, ...] = ()

    def of(self, archive: Archive) -> tuple[str, ...]:
        """A few questions that this archive answers; blocking, and slow once after each change."""
        generation = archive.corpus.generation()
        with self._lock:
            if self._generation != generation:
                self._questions = tuple(_answered(archive))
                self._generation = generation
            return self._questions


def _answered(archive: Archive) -> Iterator[str]:
    found = 0
    for asked, title in enumerate(_titles(archive)):
        if found == _WANTED or asked == _MOST_ASKED:
            return
        question = _QUESTION.format(title)
        if archive.ask(question).answerable:
            found += 1
            yield question


def _titles(archive: Archive) -> Iterator[str]:
    """Titles of decided cases, the committees in turn and the newest first, no case twice."""
    items = archive.corpus.find_items(Filters())[::-1][:_MOST_ITEMS]
    by_committee: dict[str | None, list[str]] = {}
    cases = set()
    for stored in items:
        title = _short_title(stored)
        if title and stored.item.case_no not in cases:
            cases.add(stored.item.case_no)
            by_committee.setdefault(stored.meeting.committee, []).append(title)
    while by_committee:
        for committee in list(by_committee):
            yield by_committee[committee].pop(0)
            if not by_committee[committee]:
                del by_committee[committee]


def _short_title(stored: StoredItem) -> str | None:
    """The title up to its first colon or dash; ``None`` for items that make no good example."""
    item = stored.item
    if item.closed or not item.case_no or not own_decisions(stored) or recommendation_of(stored) is None:
        return None
    found = _HEAD_OF_TITLE.match(item.title)
    title = (found[0] if found else item.title).strip().rstrip("?.")
    return title if title and len(title) <= _LONGEST_TITLE and " " in title else None
