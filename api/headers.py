"""What every response tells the browser: what it may load, where it may be shown, how long it may be kept.

The pages load scripts, styles, fonts and pictures from this server only, and hold none of their own: markup
that somebody plants in minutes stays text, and would do nothing if it did not.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["SecurityHeaders"]

_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For HTML. ``data:`` pictures are the arrows and ticks in the style sheet of the design system."""
_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""A browser shows a PDF in a page of its own making, which this must let through."""
_SVG = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""A drawing may colour itself, and do nothing else."""
_OTHER = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""Data, pictures and files: nothing in them runs, also when somebody opens one by its address."""

_POLICIES = {"text/html": _PAGE, "application/pdf": _PDF, "image/svg+xml": _SVG}

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # an address holds the question; no other site gets it
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_KEPT_BY_NOBODY_ELSE = "private, no-cache"
"""What is asked is between the asker and the server: no cache on the way keeps an answer."""


class SecurityHeaders:
    """ASGI middleware. A header that a response sets itself is left as it is.

    ``hsts_seconds``: over https, for how long browsers shall come back by https only; 0 leaves it untold.
    """

    def __init__(self, app: ASGIApp, hsts_seconds: int) -> None:
        self._app = app
        self._hsts_seconds = hsts_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), secure=scope["scheme"] == "https")
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _add(self, headers: MutableHeaders, *, secure: bool) -> None:
        kind = headers.get("Content-Type", "").split(";")[0]
        headers.setdefault("Content-Security-Policy", _POLICIES.get(kind, _OTHER))
        headers.setdefault("Cache-Control", _KEPT_BY_NOBODY_ELSE)
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        if secure and self._hsts_seconds:
            headers.setdefault("Strict-Transport-Security", f"max-age={self._hsts_seconds}")
