"""Behind a reverse proxy: who the client is, whether it came by https, and under which path we are shown.

A proxy tells that in headers, which anybody can send. They are believed only from addresses that the
settings name; from all others they are as good as not sent.
"""

import re
from ipaddress import ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

__all__ = ["BehindProxy"]

_PREFIX = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
"""What ``X-Forwarded-Prefix`` may be: it goes into every link of a page."""


class BehindProxy:
    """ASGI middleware. ``root_path`` is what the settings say the path is; a trusted proxy's word wins."""

    def __init__(self, app: ASGIApp, trusted: tuple[str, ...], root_path: str) -> None:
        self._app = app
        self._networks = [ip_network(network) for network in trusted]
        self._root_path = root_path
        # uvicorn's, for the chain of X-Forwarded-For: the last address that is no proxy of ours
        self._with_client = ProxyHeadersMiddleware(app, list(trusted))  # type: ignore[arg-type]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if not self._trusts(scope):
            _show_under(self._root_path, scope)
            await self._app(scope, receive, send)
            return
        prefix = Headers(scope=scope).get("X-Forwarded-Prefix", "").rstrip("/")
        _show_under(prefix if prefix and _PREFIX.fullmatch(prefix) else self._root_path, scope)
        await self._with_client(scope, receive, send)  # type: ignore[arg-type]

    def _trusts(self, scope: Scope) -> bool:
        try:
            peer = ip_address(scope["client"][0])
        except (KeyError, TypeError, ValueError):
            return False  # no address: a socket of this machine
        return any(peer in network for network in self._networks)


def _show_under(root_path: str, scope: Scope) -> None:
    """Note the path we are shown under. By ASGI's rules the whole path begins with it, stripped or not."""
    if not root_path:
        return
    path: str = scope["path"]
    if path != root_path and not path.startswith(root_path + "/"):
        scope["path"] = root_path + path
        scope["raw_path"] = root_path.encode() + scope.get("raw_path", path.encode())
    scope["root_path"] = root_path
