"""What the log may hold, whatever happens: driven as the server drives it, against routes that fail."""

import asyncio
import logging
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request

from api.guard import Guard
from api.metrics import Metrics
from api.problems import add_problem_handlers
from api.settings import Settings

SECRET = "naboens-skilsmisse"


def make_app() -> FastAPI:
    app = FastAPI()

    @app.get("/fails")
    async def fails(q: str) -> None:
        raise RuntimeError(f"cannot understand {q}")

    @app.post("/takes")
    async def takes(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    add_problem_handlers(app)
    app.add_middleware(Guard, settings=Settings(body_limit=1024), metrics=Metrics())
    return app


def send(method: str, path: str, content: bytes | AsyncIterator[bytes] | None = None) -> httpx.Response:
    async def once() -> httpx.Response:
        transport = httpx.ASGITransport(make_app())
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.request(method, path, content=content)

    return asyncio.run(once())


def test_a_fault_is_a_problem_and_neither_it_nor_the_log_repeats_the_question(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        response = send("GET", f"/fails?q={SECRET}")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["title"] == "Internal Server Error"
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("besluttet"))
    assert "unexpected RuntimeError" in ours
    assert "in fails" in ours  # the frame: enough to find the fault
    assert "GET /fails 500" in ours
    assert SECRET not in response.text + ours


def test_a_body_within_the_limit_is_taken() -> None:
    assert send("POST", "/takes", b"x" * 1024).json() == {"bytes": 1024}


def test_a_larger_body_is_refused() -> None:
    response = send("POST", "/takes", b"x" * 1025)
    assert response.status_code == 413
    assert response.json()["detail"] == "The body is larger than 1,024 bytes."


def test_a_body_of_untold_length_is_refused_too() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(10_000):
            yield b"x" * 512

    assert send("POST", "/takes", endless()).status_code == 413
