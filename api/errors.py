"""The errors of reaching besluttet; see ``models/errors.py`` for the root and the rules.

BesluttetError
├── BadSetting            an option or environment variable that cannot be used as given
├── BadRequest            a question or search that says something impossible
├── NotReady              the server has no index yet, or is still loading its models
├── Busy                  the server has more to do than it can take
├── TookTooLong           a question or search was given up
├── TooManyRequests       one client asked more often than it may
├── NotAllowed            an admin call without the token
└── BadUpload             a file that is not taken, for its name or size
"""

from models.errors import BesluttetError

__all__ = [
    "BadRequest",
    "BadSetting",
    "BadUpload",
    "Busy",
    "NotAllowed",
    "NotReady",
    "TooManyRequests",
    "TookTooLong",
]


class BadSetting(BesluttetError):
    """An option or environment variable has a value that cannot be used; the message names it."""


class BadRequest(BesluttetError):
    """A question or search that is well-formed and still says something impossible."""


class NotReady(BesluttetError):
    """The server cannot answer yet; the message says what it waits for."""


class Busy(BesluttetError):
    """All workers are busy, and as many as may wait do."""


class TookTooLong(BesluttetError):
    """Work was given up for the time it took."""


class TooManyRequests(BesluttetError):
    """One client asked more often than it may; ``retry_after`` seconds from now it may again."""

    def __init__(self, message: str, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NotAllowed(BesluttetError):
    """An admin call that does not show the token."""


class BadUpload(BesluttetError):
    """An uploaded file that is not taken; the message says why."""
