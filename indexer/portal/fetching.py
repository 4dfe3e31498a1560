"""The walk over a portal: committees, meetings, items, papers; only what is new or changed.

The list of meetings is asked for first. It says what is new, what is listed differently, and what is no
longer listed and therefore withdrawn. Each meeting is written as soon as it is there, so that a run may be
stopped at any moment and the next one goes on.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from indexer.portal.agenda_api import ListedMeeting, completed, kept_listing
from indexer.portal.choosing import Choice, due
from indexer.portal.client import PoliteClient
from indexer.portal.closed import without_closed
from indexer.portal.errors import NoAnswer, RedirectRefused, TryLater
from indexer.portal.folder import Folder, Kept
from indexer.portal.manners import Manners
from indexer.portal.origin import Origin
from indexer.portal.papers import Papers, missing_papers, remove_unnamed
from indexer.portal.places import meeting_file, meeting_key
from indexer.portal.portal import Agenda, Listing, Portal
from indexer.portal.report import FetchFailure, FetchReport
from indexer.readers.firstagenda_json import KEPT_FROM

__all__ = ["Papers", "Progress", "fetch"]

Progress = Callable[[str, int, int], None]
"""Called with what is being done (English), how many are done, and how many there are."""

_FEW = 10  # meetings that may be withdrawn at once without a second look


def fetch(
    origin: Origin,
    folder: Path,
    choice: Choice | None = None,
    *,
    papers: Papers | None = None,
    manners: Manners | None = None,
    allow_private: bool = False,
    allow_redirects_to: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> FetchReport:
    """Brings a folder into step with a portal.

    Raises ``PortalError`` when nothing can be fetched at all: no portal there, an address that is refused,
    a folder in use. What goes wrong with single meetings, and why a run ended early (also by Ctrl-C), is in
    the report.
    """
    choice = choice or Choice()
    show = _Shown(progress or _silent)
    manners = manners or Manners()
    started = time.monotonic()
    with PoliteClient(
        origin,
        manners,
        allow_private=allow_private,
        allow_redirects_to=allow_redirects_to,
        waiting=show.waiting,
    ) as client:
        portal = Portal(client)
        show.step("asking for the list of meetings", 0, 1)
        listing = portal.listing()
        with Folder.opened(folder, str(origin)) as kept:
            walk = _Walk(origin, kept, portal, choice, manners.failures_in_a_row, show)
            report = walk.over(listing, papers or Papers())
    return replace(report, requests=client.requests, seconds=time.monotonic() - started)


class _Shown:
    """Progress, with the reason of a wait beside it while one lasts."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._at = ("", 0, 1)

    def step(self, doing: str, done: int, total: int) -> None:
        self._at = (doing, done, total)
        self._progress(doing, done, total)

    def waiting(self, seconds: float, reason: str) -> None:
        _, done, total = self._at
        self._progress(f"{reason}: waiting {seconds:.0f} s", done, total)


@dataclass(slots=True)
class _Tally:
    """What a run has done so far."""

    new: int = 0
    changed: int = 0
    asked_unchanged: int = 0
    unpublished: int = 0
    removed: int = 0
    papers: int = 0
    remaining: int = 0
    failures: list[FetchFailure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stopped: str | None = None
    interrupted: bool = False


class _Walk:
    """One run over one portal, by the holder of the folder."""

    def __init__(
        self, origin: Origin, folder: Folder, portal: Portal, choice: Choice, patience: int, show: _Shown
    ) -> None:
        self._portal = portal
        self._origin = origin
        self._folder = folder
        self._choice = choice
        self._patience = patience
        self._show = show
        self._tally = _Tally()

    def over(self, listing: Listing, papers: Papers) -> FetchReport:
        chosen = [meeting for meeting in listing.meetings if self._choice.takes(meeting)]
        known = [(meeting, self._folder.kept(meeting_key(meeting.id))) for meeting in chosen]
        asked = due(known, recheck=self._choice.recheck, now=datetime.now(UTC))
        tally = self._tally
        try:
            self._folder.write_listing(kept_listing(listing.raw))
            self._remove_withdrawn(listing)
            self._fetch_agendas(asked)
            if papers and tally.stopped is None:
                self._fetch_papers(chosen, papers)
        except KeyboardInterrupt:
            tally.interrupted = True
        except TryLater as error:
            tally.stopped = str(error)
        return FetchReport(
            portal=str(self._origin),
            folder=self._folder.root,
            listed=len(listing.meetings),
            chosen=len(chosen),
            new=tally.new,
            changed=tally.changed,
            unchanged=len(chosen) - len(asked) + tally.asked_unchanged,
            unpublished=tally.unpublished,
            removed=tally.removed,
            papers=tally.papers,
            remaining=tally.remaining,
            failures=tuple(tally.failures),
            warnings=tuple(tally.warnings),
            committees=tuple(sorted({meeting.committee for meeting in listing.meetings})),
            stopped=tally.stopped,
            interrupted=tally.interrupted,
        )

    def _remove_withdrawn(self, listing: Listing) -> None:
        """Removes what is kept of meetings that are no longer listed.

        A list that has lost many at once may be a slip of the portal's: then each is asked for.
        """
        known = self._folder.meetings()
        gone = sorted(known - {meeting.id for meeting in listing.meetings})
        doubtful = len(gone) > max(_FEW, len(known) // 2) or not listing.meetings
        for number, meeting_id in enumerate(gone):
            if doubtful:
                self._show.step("asking for meetings no longer listed", number, len(gone))
                if self._is_given_out(meeting_id):
                    continue
            self._remove(meeting_id)
        if left := self._folder.meetings() & set(gone):
            self._tally.warnings.append(
                f"{len(left)} meetings are no longer listed, "
                "but the portal still gives them out: they are kept"
            )

    def _is_given_out(self, meeting_id: str) -> bool:
        try:
            return self._portal.agenda(meeting_id) is not None
        except (NoAnswer, RedirectRefused):
            return True  # nobody said that it is withdrawn

    def _remove(self, meeting_id: str) -> None:
        for kept in self._folder.of_meeting(meeting_id):
            self._folder.remove(kept)
        self._tally.removed += 1

    def _fetch_agendas(self, asked: list[ListedMeeting]) -> None:
        tally = self._tally
        in_a_row = 0
        for number, meeting in enumerate(asked):
            tally.remaining = len(asked) - number
            self._show.step("fetching meetings", number, len(asked))
            try:
                self._fetch_agenda(meeting)
            except (NoAnswer, RedirectRefused) as error:
                tally.failures.append(FetchFailure(meeting.label, str(error)))
                in_a_row += 1
                if in_a_row >= self._patience:
                    tally.remaining = len(asked) - number - 1
                    raise TryLater(
                        f"{self._origin.netloc} has failed {in_a_row} times in a row: "
                        "run the same command later, it goes on from here"
                    ) from None
            else:
                in_a_row = 0
        tally.remaining = 0

    def _fetch_agenda(self, meeting: ListedMeeting) -> None:
        before = self._folder.kept(meeting_key(meeting.id))
        agenda = self._portal.agenda(meeting.id, before.validators if before else None)
        tally = self._tally
        if agenda is None:
            tally.unpublished += 1
            if self._folder.of_meeting(meeting.id):
                self._remove(meeting.id)
            return
        kept = _kept(meeting, agenda)
        if agenda.raw is None:
            assert before is not None
            self._folder.note(replace(kept, file=before.file, sha256=before.sha256))
            tally.asked_unchanged += 1
            return
        content = _content(self._origin, meeting, agenda.raw)
        remove_unnamed(self._folder, meeting, json.loads(content))
        if not self._folder.write(kept, content):
            tally.asked_unchanged += 1
        elif before is None:
            tally.new += 1
        else:
            tally.changed += 1

    def _fetch_papers(self, meetings: list[ListedMeeting], papers: Papers) -> None:
        missing = missing_papers(self._folder, meetings, papers)
        for number, wanted in enumerate(missing):
            self._show.step("fetching PDFs", number, len(missing))
            try:
                content = self._portal.pdf(wanted.paper)
            except RedirectRefused as error:  # all the others lie there too
                self._tally.failures.append(FetchFailure(f"{len(missing) - number} PDFs", str(error)))
                return
            except NoAnswer as error:
                what = f"{wanted.meeting.label}, {wanted.paper.kind} {wanted.paper.id}"
                self._tally.failures.append(FetchFailure(what, str(error)))
                continue
            if content is not None:
                self._folder.write(wanted.file, content)
                self._tally.papers += 1


def _kept(meeting: ListedMeeting, agenda: Agenda) -> Kept:
    return Kept(
        key=meeting_key(meeting.id),
        meeting=meeting.id,
        file=meeting_file(meeting),
        sha256="",
        listed=meeting.fingerprint,
        checked=datetime.now(UTC).isoformat(timespec="seconds"),
        etag=agenda.validators.etag,
        modified=agenda.validators.modified,
    )


def _content(origin: Origin, meeting: ListedMeeting, raw: dict[str, Any]) -> bytes:
    """What is kept of an answer: all of it but what is closed, and where it came from."""
    answer = without_closed(completed(raw, meeting), closed_meeting=meeting.closed)
    answer.pop(KEPT_FROM, None)
    kept = {KEPT_FROM: {"address": str(origin), "meeting": meeting.id}, **answer}
    return (json.dumps(kept, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _silent(_doing: str, _done: int, _total: int) -> None:
    """Nobody is watching."""
