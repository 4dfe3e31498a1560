"""A small reverse proxy that shows a server under a path, as nginx or Caddy would: it strips the path."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

_OWN = {"connection", "content-length", "date", "host", "server", "transfer-encoding"}


@contextmanager
def proxied(server: str, prefix: str, **told: str) -> Iterator[str]:
    """The address under which ``server`` is shown; ``told`` are headers it adds, ``_`` for ``-``."""
    added = {name.replace("_", "-"): value for name, value in told.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def forward(self) -> None:
            path = self.path.removeprefix(prefix)
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if path == self.path or not path.startswith("/"):
                self.send_error(404, "not under the path")
                return
            headers = {name: value for name, value in self.headers.items() if name.lower() not in _OWN}
            answer = client.request(self.command, path, headers=headers | added, content=body)
            self.send_response(answer.status_code)
            for name, value in answer.headers.items():
                if name not in _OWN | {"content-encoding"}:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

        do_GET = do_POST = do_PUT = do_DELETE = forward  # noqa: N815 - so the class wants them named

        def log_message(self, *_: object) -> None:
            """The tests say what went wrong."""

    with httpx.Client(base_url=server, timeout=60) as client:
        listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        listening.daemon_threads = True
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.server_port}{prefix}"
        finally:
            listening.shutdown()
            listening.server_close()
            thread.join()
