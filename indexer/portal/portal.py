"""One portal and what may be asked of it: the list of meetings, a meeting's agenda, a PDF.

Some hosts want a cookie before they answer: they redirect to a page that gives one (which the client
follows), or answer with that page, or refuse. Then the front page and the page for anonymous visitors are
asked for first, and the question again.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from indexer.portal.agenda_api import (
    LISTING,
    ListedMeeting,
    Paper,
    agenda_path,
    as_object,
    handshakes,
    is_agenda,
    read_listing,
    whole_paper,
)
from indexer.portal.client import Answer, PoliteClient, Validators
from indexer.portal.errors import NoAnswer, NotAPortal, RedirectRefused

__all__ = ["Agenda", "Listing", "Portal"]

_GONE = (404, 410)
_NEEDS_COOKIE = (200, 401, 403)


@dataclass(frozen=True, slots=True)
class Listing:
    """The list of meetings, and the answer it was read from."""

    meetings: tuple[ListedMeeting, ...]
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's items as answered; ``raw`` is ``None`` when what was known still holds."""

    raw: dict[str, Any] | None
    validators: Validators


class Portal:
    """Asks over a client. Every method raises what ``PoliteClient.get`` raises."""

    def __init__(self, client: PoliteClient) -> None:
        self._client = client
        self._may_shake_hands = True

    def listing(self) -> Listing:
        """All meetings the portal lists. Raises ``NotAPortal``."""
        answer, found = self._object(LISTING, None)
        meetings = read_listing(found) if found is not None else None
        if found is None or meetings is None:
            raise NotAPortal(
                f"{self._client.origin.netloc} is no FirstAgenda portal: {LISTING} gives "
                f"{_described(answer)} there; give the host on which the municipality publishes its agendas"
            )
        return Listing(meetings, found)

    def agenda(self, meeting_id: str, known: Validators | None = None) -> Agenda | None:
        """The items of a meeting; ``None`` when the portal has no such meeting (any more)."""
        answer, found = self._object(agenda_path(meeting_id), known)
        if answer.status in _GONE:
            return None
        if answer.unchanged:
            return Agenda(None, answer.validators or known or Validators())
        if found is None or not is_agenda(found):
            raise NoAnswer(f"the portal gives {_described(answer)} and no agenda", answer.status)
        return Agenda(found, answer.validators)

    def pdf(self, paper: Paper) -> bytes | None:
        """A PDF; ``None`` when the portal has none such."""
        answer = self._client.get(paper.path, accept="application/pdf, */*;q=0.1")
        if answer.status == 200 and not _is_pdf(answer.body) and answer.media_type == "text/html":
            address = whole_paper(answer.body.decode("utf-8", "replace"))
            if address:
                answer = self._client.get(str(answer.url.join(address)), accept="application/pdf")
        if answer.status in _GONE:
            return None
        if answer.status != 200 or not _is_pdf(answer.body):
            raise NoAnswer(f"the portal gives {_described(answer)} and no PDF", answer.status)
        return answer.body

    def _object(self, path: str, known: Validators | None) -> tuple[Answer, dict[str, Any] | None]:
        """An answer and the JSON object in it, after a handshake if it takes one."""
        answer = self._client.get(path, known=known)
        found = _json(answer)
        if found is None and answer.status in _NEEDS_COOKIE and self._may_shake_hands:
            for page in handshakes(str(self._client.origin)):
                with suppress(NoAnswer, RedirectRefused):  # it need not exist, if only another gives a cookie
                    self._client.get(page, accept="text/html")
                answer = self._client.get(path, known=known)
                if (found := _json(answer)) is not None:
                    break
        self._may_shake_hands = found is not None or answer.status not in _NEEDS_COOKIE
        return answer, found


def _json(answer: Answer) -> dict[str, Any] | None:
    return as_object(answer.body) if answer.status == 200 else None


def _is_pdf(body: bytes) -> bool:
    return b"%PDF-" in body[:1024]


def _described(answer: Answer) -> str:
    if answer.status != 200:
        return f"HTTP {answer.status}"
    if answer.media_type == "text/html":
        return "a web page"
    return "an answer of another shape" if as_object(answer.body) is not None else "no JSON"
