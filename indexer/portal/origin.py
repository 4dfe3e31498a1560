"""The address of a portal as a person types or pastes it, and which other addresses are the same place."""

import re
from dataclasses import dataclass
from ipaddress import ip_address

import httpx

from indexer.portal.errors import BadAddress

__all__ = ["Origin"]

_PORTS = {"https": 443, "http": 80}
_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host (ASCII, lower case, IPv6 without brackets) and port of a web server."""

    scheme: str
    host: str
    port: int

    @classmethod
    def typed(cls, written: str) -> "Origin":
        """From a host name or any address on it; raises ``BadAddress``.

        Without a scheme it is HTTPS, except for ``localhost`` and bare IP addresses: no certificate is
        issued for those.
        """
        written = written.strip()
        try:
            url = httpx.URL(written if _SCHEME.match(written) else f"https://{written}")
            origin = cls.of(url)
        except (httpx.InvalidURL, ValueError):
            raise _bad(written) from None
        number = _is_number(origin.host)
        known = number or origin.host == "localhost" or _NAME.fullmatch(origin.host)
        if url.userinfo or not known or origin.scheme not in _PORTS or not 0 < origin.port < 65536:
            raise _bad(written)
        if not _SCHEME.match(written) and (number or origin.host == "localhost"):
            return cls("http", origin.host, url.port or _PORTS["http"])
        return origin

    @classmethod
    def of(cls, url: httpx.URL) -> "Origin":
        """Of any address."""
        host = url.raw_host.decode("ascii").strip("[]").rstrip(".").lower()
        return cls(url.scheme, host, url.port or _PORTS.get(url.scheme, 0))

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def folder_name(self) -> str:
        """The host as the name of a folder on any system."""
        return re.sub(r"[^a-z0-9.-]", "_", self.netloc.replace("[", "").replace("]", ""))

    def is_downgrade_of(self, other: "Origin") -> bool:
        """Whether this is the other, without encryption: what a portal behind a proxy may say of itself."""
        return (self.scheme, self.port) == ("http", 80) and other == Origin("https", self.host, 443)

    def allows(self, other: "Origin") -> bool:
        """Whether an answer from the other is one of this host's: the same, or the same with encryption."""
        return other == self or other == Origin("https", self.host, 443)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _bad(written: str) -> BadAddress:
    return BadAddress(
        f"{written!r} is not the address of a portal; give its host name, such as dagsordener.example.dk"
    )
