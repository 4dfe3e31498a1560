"""The one open archive under load: bounded waiting, bounded time, one look for a newer index at a time."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.errors import TookTooLong
from api.reading_room import ReadingRoom
from api.settings import Settings
from qa.archive import Archive

pytestmark = pytest.mark.slow


@asynccontextmanager
async def ready(app: FastAPI) -> AsyncIterator[tuple[httpx.AsyncClient, ReadingRoom]]:
    """A client of an application in this process, once its archive is open; and its reading room."""
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://besluttet.test", timeout=60) as client,
    ):
        async with asyncio.timeout(120):
            while (await client.get("/readyz")).status_code != 200:
                await asyncio.sleep(0.05)
        yield client, app.state.room


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not true():
            await asyncio.sleep(0.01)


def test_what_cannot_wait_is_refused_and_what_takes_too_long_is_given_up(sample_data: Path) -> None:
    release = threading.Event()
    settings = Settings(data=sample_data, workers=1, queue_limit=1, answer_seconds=2, metrics=True)

    async def overload() -> None:
        async with ready(create_app(settings)) as (client, room):
            held = asyncio.create_task(room.run(lambda _: release.wait(60)))
            await until(lambda: room.unfinished == 1)
            waits = asyncio.create_task(client.get("/v1/status"))
            await until(lambda: room.unfinished == 2)
            refused = await client.get("/v1/status")
            assert refused.status_code == 503
            assert int(refused.headers["retry-after"]) > 0
            assert refused.headers["content-type"] == "application/problem+json"
            assert (await client.get("/healthz")).status_code == 200
            assert "besluttet_unfinished 2.0" in (await client.get("/metrics")).text
            given_up = await waits
            assert given_up.status_code == 504
            assert "2 seconds" in given_up.json()["detail"]
            with pytest.raises(TookTooLong):
                await held
            release.set()
            await until(lambda: room.unfinished == 0)
            assert (await client.get("/v1/status")).status_code == 200

    asyncio.run(overload())


def test_a_newer_index_is_taken_up_by_one_while_the_others_go_on(
    sample_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, release = [], threading.Event()
    take_up = Archive.refresh

    def slowly(archive: Archive) -> None:
        looking.append(threading.current_thread().name)
        release.wait(60)
        take_up(archive)

    async def ask() -> None:
        async with ready(create_app(Settings(data=sample_data, workers=4, rate_limit=0))) as (client, _):
            monkeypatch.setattr(Archive, "refresh", slowly)
            first = asyncio.create_task(client.get("/v1/status"))
            await until(lambda: len(looking) == 1)
            others: list[Awaitable[httpx.Response]] = [client.get("/v1/status") for _ in range(9)]
            assert {response.status_code for response in await asyncio.gather(*others)} == {200}
            assert len(looking) == 1
            release.set()
            assert (await first).status_code == 200
            await client.get("/v1/status")
            assert len(looking) == 2

    asyncio.run(ask())
