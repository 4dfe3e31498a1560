"""How often one client may ask: so many requests a minute, all at once if it likes, and then at that pace.

A bucket per client that fills at an even rate. Written here: the packages for it keep their counters in a
store of their own or in a table that grows with every address seen; this one holds a bounded number.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import TooManyRequests
from api.problems import send_error

__all__ = ["Buckets", "RateLimit"]

_FREE = ("/static/", "/healthz", "/readyz", "/metrics")
"""Not counted: files that cost nothing, and those who watch the server."""
_MOST_CLIENTS = 50_000
"""Buckets held, about 10 MB; the one untouched longest is forgotten first, and was the fullest."""
_IPV6_NETWORK = 64
"""Bits of an IPv6 address that count: who has one address has the others of its network, too."""
_MINUTE = 60.0
_ROUNDING = 1e-6  # seconds; sums of intervals are not exact


class Buckets:
    """``per_minute`` requests a minute for each client; ``clock`` gives seconds."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval = _MINUTE / per_minute
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()

    def __len__(self) -> int:
        return len(self._full_at)

    def take(self, client: str) -> float:
        """Takes one request from a client's bucket; 0.0, or the seconds until there is one to take."""
        now = self._clock()
        full_at = max(self._full_at.get(client, now), now) + self._interval
        if full_at > now + _MINUTE + _ROUNDING:  # a bucket is a minute's requests deep
            return full_at - now - _MINUTE
        self._full_at[client] = full_at
        self._full_at.move_to_end(client)
        if len(self._full_at) > _MOST_CLIENTS:
            self._full_at.popitem(last=False)
        return 0.0


class RateLimit:
    """ASGI middleware: refuses a client that asks too often, before anything is done for it."""

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self._app = app
        self._per_minute = per_minute
        self._buckets = Buckets(per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] == "http" and not _path(scope).startswith(_FREE):
            wait = self._buckets.take(_client(scope))
            if wait:
                seconds = math.ceil(wait)
                told = f"At most {self._per_minute} requests a minute; try again in {seconds} s."
                await send_error(TooManyRequests(told, seconds), scope, receive, send)
                return
        await self._app(scope, receive, send)


def _path(scope: Scope) -> str:
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def _client(scope: Scope) -> str:
    """Whose bucket it is: the address, of an IPv6 one the network."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return "unknown"  # a socket of this machine, or a proxy that tells no address
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(int(address) >> (address.max_prefixlen - _IPV6_NETWORK))
    return str(address)
