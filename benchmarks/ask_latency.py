"""How long an answer takes over HTTP: starts `besluttet serve`, asks every question, prints p50 and p95.

    python benchmarks/ask_latency.py DATA QUESTIONS.jsonl [ROUNDS]

The first round warms the caches and is reported apart from the others.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import httpx

from qa.evaluation import read_cases

READY_WITHIN = 120.0
"""Seconds that a server may take to load its models."""


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    data, cases = Path(sys.argv[1]), read_cases(Path(sys.argv[2]))
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    port = 18_000 + os.getpid() % 1000
    command = [
        str(Path(sys.executable).with_name("besluttet")),
        "serve",
        "--data",
        str(data),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            wait_until_ready(client)
            for number in range(rounds):
                times = [ask(client, case.question) for case in cases]
                print(f"round {number + 1}{' (cold)' if number == 0 else ''}: {line(times)}")
    finally:
        server.terminate()
        server.wait(20)


def wait_until_ready(client: httpx.Client) -> None:
    end = time.monotonic() + READY_WITHIN
    while time.monotonic() < end:
        try:
            if client.get("/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass  # not listening yet
        time.sleep(0.2)
    sys.exit("the server did not become ready")


def ask(client: httpx.Client, question: str) -> float:
    """Milliseconds until the whole answer is there."""
    started = time.perf_counter()
    client.post("/v1/ask", json={"question": question}).raise_for_status()
    return 1000 * (time.perf_counter() - started)


def line(times: list[float]) -> str:
    times = sorted(times)
    return (
        f"p50 {statistics.median(times):.0f} ms, p95 {times[int(0.95 * (len(times) - 1))]:.0f} ms, "
        f"most {times[-1]:.0f} ms over {len(times)} questions"
    )


if __name__ == "__main__":
    main()
