"""The errors of fetching; see ``models/errors.py`` for the root and the rules.

PortalError
├── BadAddress            what was typed is not the address of a portal
├── AddressRefused        the name leads to a private or loopback address
├── NotAPortal            something answers there, but no FirstAgenda portal
├── TryLater              the portal is down, or asks us to come back another time
├── FolderRefused         the folder is in use, or holds what came from another portal
├── RedirectRefused       an answer lies at another host
└── NoAnswer              this one answer cannot be had (the rest of the run goes on)
"""

from models.errors import BesluttetError

__all__ = [
    "AddressRefused",
    "BadAddress",
    "FolderRefused",
    "NoAnswer",
    "NotAPortal",
    "PortalError",
    "RedirectRefused",
    "TryLater",
]


class PortalError(BesluttetError):
    """Root of what can go wrong between us and a portal."""


class BadAddress(PortalError):
    """What was typed cannot be the address of a portal."""


class AddressRefused(PortalError):
    """A host name leads to an address that is not public."""


class NotAPortal(PortalError):
    """The host answers, but not as a FirstAgenda portal does."""


class TryLater(PortalError):
    """Going on now would be pointless or impolite; what was fetched is kept."""


class FolderRefused(PortalError):
    """The folder cannot take what this run would write."""


class RedirectRefused(PortalError):
    """An answer lies at another host, ``host``, which was not allowed."""

    def __init__(self, message: str, host: str) -> None:
        super().__init__(message)
        self.host = host


class NoAnswer(PortalError):
    """One answer cannot be had; the message is the reason. ``status`` is the portal's last one, if any."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status
