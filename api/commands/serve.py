"""``besluttet serve``: the HTTP API, until it is told to stop."""

import json
import os
import signal
import socket
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import AsJson, Data, Model
from api.commands.output import INTERRUPTED, say

if TYPE_CHECKING:
    import uvicorn

    from api.settings import Settings

__all__ = ["serve"]


def serve(
    host: Annotated[
        str | None,
        typer.Option("--host", metavar="ADDRESS", help="Address. Else BESLUTTET_HOST, or 127.0.0.1."),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="PORT", help="Port, 0 for a free one. Else BESLUTTET_PORT, or 8000."),
    ] = None,
    data: Data = None,
    model: Model = None,
    as_json: AsJson = False,
) -> int:
    """Serve the HTTP API.

    Ready when /readyz answers 200. With --json the address is printed as JSON.
    """
    from api.settings import load_settings

    settings = load_settings(data=data, model=model, host=host, port=port)
    listening = _listen(settings)
    address, chosen = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    url = f"http://{shown}:{chosen}{settings.root_path}"
    if as_json:
        # one line, for a program that reads on while the server runs
        typer.echo(json.dumps({"url": url, "host": address, "port": chosen}))
    stop = _Stop()
    say(f"serving on {url} (Ctrl-C stops)")
    _serve(settings, listening, stop)
    return INTERRUPTED if signal.SIGINT in stop.signals else 0


def _listen(settings: "Settings") -> socket.socket:
    from api.errors import BadSetting

    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # the protocol is named because asyncio sends small answers at once (TCP_NODELAY) only where it is:
    # without it every answer to a kept connection takes 40 ms longer
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(2048)
        return listening
    except OSError as error:
        listening.close()
        reason = error.strerror or str(error)
        raise BadSetting(f"cannot listen on {settings.host}:{settings.port}: {reason}") from None


class _Stop:
    """Keeps the signals to stop, from now on.

    As an exception, Ctrl-C would be lost where Python swallows exceptions, which importing does often.
    """

    def __init__(self) -> None:
        self.signals: list[int] = []
        self.server: uvicorn.Server | None = None
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._keep)

    def _keep(self, number: int, _: FrameType | None) -> None:
        self.signals.append(number)
        if self.server is not None:
            self.server.should_exit = True


def _serve(settings: "Settings", listening: socket.socket, stop: _Stop) -> None:
    import uvicorn

    from api.app import create_app
    from api.logs import log_config

    config = uvicorn.Config(
        create_app(settings),
        log_config=log_config(settings),
        access_log=False,  # it would hold the query string, and so the words searched for
        timeout_graceful_shutdown=settings.stop_seconds,
        server_header=False,
        proxy_headers=False,  # the application believes its own list of proxies (``api/proxies.py``)
    )
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # a client that goes away must not end the server
    stop.server = uvicorn.Server(config)
    if not stop.signals:
        # uvicorn stops in good order on a signal of its time, and then raises it again for us to keep
        stop.server.run(sockets=[listening])
