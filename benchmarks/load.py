"""How the server bears many at once: users who ask, search and read, each as fast as answers come.

    python benchmarks/load.py DATA QUESTIONS.jsonl [--users 20] [--seconds 60] [--think 0]

Starts `besluttet serve` with its usual settings, behind a proxy as far as it can tell: every user has an
address of its own. Prints, for each kind of request, how many there were, how long they took, and what went
wrong; exits with 1 if anything did. The users run on the same machine: the figures hold their work, too.
"""

import argparse
import asyncio
import contextlib
import itertools
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx

from qa.evaluation import read_cases

READY_WITHIN = 120.0
"""Seconds that a server may take to load its models."""
SEED = 5
"""Every run asks the same."""

Request = tuple[str, str, dict[str, object]]


@dataclass
class Figures:
    """What came of one kind of request; times in milliseconds."""

    times: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument(
        "--think", type=float, default=0, help="seconds between an answer and the next request"
    )
    wanted = parser.parse_args()
    questions = [case.question for case in read_cases(wanted.questions)]
    with serving(wanted.data) as url:
        visits = what_to_visit(url)
        figures, seconds = asyncio.run(
            load(url, questions, visits, wanted.users, wanted.seconds, wanted.think)
        )
    print(
        f"{wanted.users} users, {seconds:.0f} s, {wanted.think:g} s between requests, "
        f"{os.cpu_count()} CPU cores"
    )
    print_table(figures, seconds)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"server: {children.ru_maxrss / 1024:.0f} MB at most, "
        f"{children.ru_utime + children.ru_stime:.0f} s of CPU"
    )
    sys.exit(any(one.errors for one in figures.values()))


@contextlib.contextmanager
def serving(data: Path) -> Iterator[str]:
    """The address of a ready server."""
    port = 18_000 + os.getpid() % 1000
    command = [
        str(Path(sys.executable).with_name("besluttet")),
        "serve",
        "--data",
        str(data),
        "--port",
        str(port),
    ]
    environment = os.environ | {"BESLUTTET_TRUSTED_PROXIES": "127.0.0.1"}
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, env=environment)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(url)
            yield url
        finally:
            server.terminate()
            server.wait(30)


def wait_until_ready(url: str) -> None:
    end = time.monotonic() + READY_WITHIN
    with httpx.Client(base_url=url) as client:
        while time.monotonic() < end:
            with contextlib.suppress(httpx.TransportError):  # not listening yet
                if client.get("/readyz").status_code == 200:
                    return
            time.sleep(0.2)
    sys.exit("the server did not become ready")


def what_to_visit(url: str) -> dict[str, list[str]]:
    """Addresses of pages by kind, as the index has them."""
    with httpx.Client(base_url=url, timeout=30) as client:
        meetings = [meeting["id"] for meeting in client.get("/v1/meetings").json()["meetings"]]
        items = [
            item for meeting in meetings for item in client.get(f"/v1/meetings/{meeting}").json()["items"]
        ]
    cases = sorted({item["case_no"] for item in items if item["case_no"]})
    return {
        "minutes, page": [f"/referater/{quote(meeting)}" for meeting in meetings],
        "item, page": [f"/punkter/{quote(item['id'])}" for item in items],
        "case, page": [f"/sager/{quote(case)}" for case in cases],
    }


def requests_of(user: int, questions: list[str], visits: dict[str, list[str]]) -> Iterator[Request]:
    """What a user does, without end: ask, read, search, read on."""
    chance = random.Random(SEED + user)
    makers: list[tuple[str, Callable[[str], tuple[str, dict[str, object]]]]] = [
        ("ask, API", lambda words: ("/v1/ask", {"method": "POST", "json": {"question": words}})),
        ("search, API", lambda words: ("/v1/search", {"params": {"q": words}})),
        ("ask, page", lambda words: ("/", {"params": {"q": words}})),
        ("search, page", lambda words: ("/soeg", {"params": {"q": words}})),
    ]
    for kind, make in itertools.cycle(chance.sample(makers, len(makers))):
        path, more = make(chance.choice(questions))
        yield kind, path, more
        read = chance.choice(sorted(visits))
        yield read, chance.choice(visits[read]), {}


async def load(
    url: str, questions: list[str], visits: dict[str, list[str]], users: int, seconds: float, think: float
) -> tuple[dict[str, Figures], float]:
    """Figures by kind of request, and the seconds that it took."""
    figures: dict[str, Figures] = defaultdict(Figures)
    begun = time.perf_counter()

    async def use(user: int) -> None:
        headers = {"x-forwarded-for": f"198.51.100.{user + 1}"}
        async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60) as client:
            for kind, path, more in requests_of(user, questions, visits):
                if time.perf_counter() - begun > seconds:
                    return
                await ask(client, figures[kind], path, more)
                await asyncio.sleep(think)

    await asyncio.gather(*(use(user) for user in range(users)))
    return figures, time.perf_counter() - begun


async def ask(client: httpx.AsyncClient, figures: Figures, path: str, more: dict[str, object]) -> None:
    started = time.perf_counter()
    try:
        response = await client.request(str(more.pop("method", "GET")), path, **more)  # type: ignore[arg-type]
    except httpx.HTTPError as error:
        figures.errors[type(error).__name__] += 1
        return
    figures.times.append(1000 * (time.perf_counter() - started))
    if response.status_code != 200:
        figures.errors[str(response.status_code)] += 1


def print_table(figures: dict[str, Figures], seconds: float) -> None:
    print(
        "| request | count | per second | p50 ms | p95 ms | p99 ms | errors |\n|---|---|---|---|---|---|---|"
    )
    everything = Figures()
    for kind in sorted(figures):
        print_row(kind, figures[kind], seconds)
        everything.times += figures[kind].times
        everything.errors += figures[kind].errors
    print_row("all", everything, seconds)


def print_row(kind: str, one: Figures, seconds: float) -> None:
    cuts = statistics.quantiles(one.times, n=100) if len(one.times) > 1 else [0.0] * 99
    errors = ", ".join(f"{count} × {what}" for what, count in one.errors.items()) or "0"
    shares = " | ".join(f"{cuts[share - 1]:.0f}" for share in (50, 95, 99))
    print(f"| {kind} | {len(one.times)} | {len(one.times) / seconds:.1f} | {shares} | {errors} |")


if __name__ == "__main__":
    main()
