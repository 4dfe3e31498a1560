"""The errors of reaching besluttet; see ``models/errors.py`` for the root and the rules.

BesluttetError
├── BadSetting            an option or environment variable that cannot be used as given
├── BadRequest            a question or search that says something impossible
└── NotReady              the server has no index yet, or is still loading its models
"""

from models.errors import BesluttetError

__all__ = ["BadRequest", "BadSetting", "NotReady"]


class BadSetting(BesluttetError):
    """An option or environment variable has a value that cannot be used; the message names it."""


class BadRequest(BesluttetError):
    """A question or search that is well-formed and still says something impossible."""


class NotReady(BesluttetError):
    """The server cannot answer yet; the message says what it waits for."""
