"""Polite HTTP: one host, a few requests a second, patient with failures, careful about where it is sent.

Knows nothing of portals. Every answer is read whole, within limits of size and time; redirects are followed
by hand, because each goes through the same checks.
"""

import random
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from indexer.portal.errors import NoAnswer, RedirectRefused, TryLater
from indexer.portal.manners import Manners, Pace
from indexer.portal.origin import Origin
from indexer.portal.transport import CheckedTransport
from indexer.readers import MAX_BYTES

__all__ = ["Answer", "PoliteClient", "Validators"]

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be gone a moment later (RFC 9110, RFC 6585, RFC 8470)."""
_TOO_MUCH = frozenset({429, 503})
_MOST_REDIRECTS = 10


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server told with an answer, to be asked later whether it still holds."""

    etag: str = ""
    modified: str = ""

    def __bool__(self) -> bool:
        return bool(self.etag or self.modified)

    def headers(self) -> dict[str, str]:
        """As a conditional request sends them."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, read whole. ``url`` is where it came from, after any redirects."""

    status: int
    body: bytes
    media_type: str
    validators: Validators
    url: httpx.URL

    @property
    def unchanged(self) -> bool:
        """Whether what was known still holds."""
        return self.status == httpx.codes.NOT_MODIFIED


class PoliteClient:
    """Asks one host, and those it may redirect to. Not for use from several threads.

    ``waiting`` is called with how many seconds and why before each wait that is not just the pace.
    """

    def __init__(
        self,
        origin: Origin,
        manners: Manners,
        *,
        allow_private: bool = False,
        allow_redirects_to: frozenset[str] = frozenset(),
        waiting: Callable[[float, str], None] | None = None,
    ) -> None:
        self.origin = origin
        self.requests = 0
        """How many were sent."""
        self._manners = manners
        self._pace = Pace(manners.rate)
        self._others = allow_redirects_to
        self._waiting = waiting
        self._client = httpx.Client(
            transport=CheckedTransport(allow_private=allow_private),
            timeout=manners.timeout,
            follow_redirects=False,
            headers={"User-Agent": f"besluttet/{version('besluttet')} (gathers public minutes; polite)"},
        )

    def __enter__(self) -> "PoliteClient":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, path: str, *, accept: str = "application/json", known: Validators | None = None) -> Answer:
        """The answer at a path of the host (or an address at a host it may send us to).

        Any status but the passing ones is an answer. Raises ``NoAnswer`` when none can be had,
        ``TryLater`` when the host asks for a longer wait than we have, ``RedirectRefused`` and
        ``AddressRefused``.
        """
        url = self._checked(httpx.URL(str(self.origin)).join(path))
        headers = {"Accept": accept, **(known.headers() if known else {})}
        retrying = Retrying(
            stop=stop_after_attempt(self._manners.attempts),
            wait=self._wait,
            retry=retry_if_exception_type(_Passing),
            before_sleep=self._say,
            reraise=True,
        )
        try:
            return retrying(self._follow, url, headers)
        except _Passing as error:
            raise NoAnswer(f"{self.origin.netloc} {error.reason}", error.status) from None

    def _follow(self, url: httpx.URL, headers: dict[str, str]) -> Answer:
        for _ in range(_MOST_REDIRECTS):
            answer, onward = self._once(url, headers)
            if onward is None:
                return answer
            url = self._checked(onward)
        raise NoAnswer(f"{self.origin.netloc} redirects without end", answer.status)

    def _checked(self, url: httpx.URL) -> httpx.URL:
        """An address that may be asked, encrypted where the host is. Raises ``RedirectRefused``."""
        if url.scheme in ("http", "https"):
            target = Origin.of(url)
            if target.is_downgrade_of(self.origin):
                return url.copy_with(scheme="https", port=None)
            encrypted = url.scheme == "https" or self.origin.scheme == "http"
            if self.origin.allows(target) or (encrypted and self._others & {target.host, target.netloc}):
                return url
            where = target.netloc
        else:
            where = f"{url.scheme}:"
        raise RedirectRefused(
            f"{self.origin.netloc} sends us on to {where}; "
            f"if that is right, add --allow-redirects-to {where}",
            where,
        )

    def _once(self, url: httpx.URL, headers: dict[str, str]) -> tuple[Answer, httpx.URL | None]:
        self._pace.wait()
        self.requests += 1
        try:
            request = self._client.build_request("GET", url, headers=headers)
            response = self._client.send(request, stream=True)
            try:
                body = self._body(response)
            finally:
                response.close()
        except httpx.TimeoutException:
            raise _Passing(f"did not answer within {self._manners.timeout:g} s") from None
        except (httpx.TransportError, httpx.DecodingError) as error:
            if _is_certificate(error):
                raise NoAnswer(f"{url.host} cannot prove that it is {url.host}: {_reason(error)}") from None
            raise _Passing(f"broke off ({_reason(error)})") from None
        except httpx.InvalidURL:
            raise NoAnswer(f"{self.origin.netloc} sends us on to something that is no address") from None
        if response.status_code in _PASSING:
            self._pass(response)
        told = Validators(response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""))
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        answer = Answer(response.status_code, body, kind, told, url)
        return answer, response.next_request.url if response.next_request else None

    def _body(self, response: httpx.Response) -> bytes:
        until = time.monotonic() + self._manners.answer_seconds
        body = bytearray()
        for part in response.iter_bytes():
            body += part
            if len(body) > MAX_BYTES:
                raise NoAnswer(f"an answer of more than {MAX_BYTES // 2**20} MiB", response.status_code)
            if time.monotonic() > until:
                raise httpx.ReadTimeout("too slow", request=response.request)
        return bytes(body)

    def _pass(self, response: httpx.Response) -> None:
        status = response.status_code
        if status in _TOO_MUCH:
            self._pace.slow_down()
        asked = _retry_after(response.headers.get("Retry-After", ""))
        if asked is not None and asked > self._manners.longest_wait:
            raise TryLater(
                f"{self.origin.netloc} asks for a pause of {_duration(asked)}: "
                "run the same command then, it goes on from here"
            )
        raise _Passing(f"answered with HTTP {status}", status, asked)

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, _Passing) and error.wait is not None:
            return error.wait
        manners = self._manners
        doubled = manners.first_wait * 2.0 ** (state.attempt_number - 1)
        return min(doubled * random.uniform(1, 1.5), manners.longest_wait)

    def _say(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if self._waiting and state.next_action and isinstance(error, _Passing):
            self._waiting(state.next_action.sleep, f"{self.origin.netloc} {error.reason}")


class _Passing(Exception):
    """A failure that may be gone at the next attempt, which the server may want no sooner than ``wait``."""

    def __init__(self, reason: str, status: int | None = None, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.wait = wait


def _retry_after(written: str) -> float | None:
    """Seconds from now, of a ``Retry-After`` header in either form (RFC 9110, 10.2.3)."""
    if written.strip().isdecimal():
        return float(written)
    with suppress(ValueError, OverflowError):
        moment = parsedate_to_datetime(written)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    return None


def _is_certificate(error: BaseException | None) -> bool:
    """Whether a bad certificate is behind an error: that does not pass."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error is not None


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 120 else f"{seconds / 60:.0f} minutes"
