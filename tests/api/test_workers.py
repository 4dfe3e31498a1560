"""Work in threads: bounded in number, in waiting, and in time."""

import asyncio
import threading

import pytest

from api.errors import Busy, TookTooLong
from api.workers import Workers


def alive() -> int:
    return sum(thread.name.startswith("worker ") for thread in threading.enumerate())


def test_work_gives_its_result_or_its_error() -> None:
    async def both() -> int:
        workers = Workers(1, 0)
        with pytest.raises(ZeroDivisionError):
            await workers.run(lambda: 1 // 0, 5)
        return await workers.run(lambda: 42, 5)

    assert asyncio.run(both()) == 42


def test_there_are_never_more_threads_than_workers_however_long_work_takes() -> None:
    release = threading.Event()
    before = alive()

    async def overload() -> Workers:
        workers = Workers(2, 3)
        outcomes = await asyncio.gather(
            *(workers.run(lambda: release.wait(30), 0.2) for _ in range(8)), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes] == [TookTooLong] * 5 + [Busy] * 3
        assert alive() - before == 2
        assert workers.unfinished == 5  # given up, and still holding their places
        with pytest.raises(Busy):
            await workers.run(lambda: None, 0.2)
        release.set()
        while workers.unfinished:
            await asyncio.sleep(0.01)
        assert await workers.run(lambda: "again", 5) == "again"
        return workers

    workers = asyncio.run(overload())
    workers.close()
    deadline = threading.Event()
    while alive() > before and not deadline.wait(0.01):
        pass
    assert alive() == before


def test_what_was_given_up_before_it_began_is_never_done() -> None:
    release = threading.Event()
    done: list[str] = []

    async def give_up() -> None:
        workers = Workers(1, 5)
        busy = asyncio.create_task(workers.run(lambda: release.wait(30), 30))
        await asyncio.sleep(0)
        with pytest.raises(TookTooLong):
            await workers.run(lambda: done.append("too late"), 0.1)
        release.set()
        await busy
        await workers.run(lambda: done.append("next"), 5)

    asyncio.run(give_up())
    assert done == ["next"]


def test_an_error_of_work_that_was_given_up_is_not_shouted_about(caplog: pytest.LogCaptureFixture) -> None:
    """It may quote a question."""
    release = threading.Event()

    def fails_late() -> None:
        release.wait(30)
        raise ValueError("naboens hemmelighed")

    async def give_up() -> None:
        workers = Workers(1, 1)
        with pytest.raises(TookTooLong):
            await workers.run(fails_late, 0.1)
        release.set()
        while workers.unfinished:
            await asyncio.sleep(0.01)

    asyncio.run(give_up())
    assert "hemmelighed" not in caplog.text
