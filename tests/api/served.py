"""The real server in a process of its own, over any data folder."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

BESLUTTET = Path(sys.executable).with_name("besluttet")
START_SECONDS = 30.0
READY_SECONDS = 120.0


@dataclass
class Server:
    url: str
    process: subprocess.Popen[str]
    log: Path
    data: Path

    def client(self) -> httpx.Client:
        """Each request on a connection of its own: a server busy with loading may have closed an idle one."""
        return httpx.Client(base_url=self.url, timeout=60, headers={"Connection": "close"})

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        with self.client() as client:
            while (response := client.get("/readyz")).status_code != 200:
                assert time.monotonic() < deadline, response.text
                time.sleep(0.1)

    def stop(self, sent: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(sent)
        return self.process.wait(30)


@contextmanager
def serving(data: Path, folder: Path, **environment: str) -> Iterator[Server]:
    """A started server over a data folder; ``folder`` takes its log."""
    log = folder / "server.log"
    with log.open("w") as stderr:
        process = subprocess.Popen(
            [BESLUTTET, "serve", "--data", data, "--port", "0", "--json"],
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            env=os.environ | {"BESLUTTET_RATE_LIMIT": "0"} | environment,  # tests ask faster than people
        )
    assert process.stdout is not None
    try:
        readable, _, _ = select.select([process.stdout], [], [], START_SECONDS)
        told = process.stdout.readline() if readable else ""
        assert told, log.read_text()
        yield Server(json.loads(told)["url"], process, log, data)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
