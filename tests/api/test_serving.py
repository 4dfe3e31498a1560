"""Starting, waiting, stopping: what an operator sees of the server."""

import asyncio
import concurrent.futures
import shutil
import signal
import socket
import time
from pathlib import Path

import pytest
from served import Server, serving

from api.commands.serve import _listen
from api.settings import Settings

pytestmark = pytest.mark.slow


def test_it_starts_without_an_index_says_so_and_takes_one_that_comes(
    sample_data: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    with serving(data, tmp_path) as server, server.client() as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        deadline = time.monotonic() + 30
        while "no index" not in (response := client.get("/readyz")).text:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert response.status_code == 503
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["retry-after"]
        assert client.post("/v1/ask", json={"question": "Hvad?"}).status_code == 503
        assert client.get("/v1/meetings").status_code == 503
        shutil.copytree(sample_data, data)
        server.wait_until_ready()
        assert client.get("/v1/meetings").json()["meetings"]


def test_the_log_holds_no_question_and_no_search(sample_data: Path, tmp_path: Path) -> None:
    with serving(sample_data, tmp_path, BESLUTTET_LOG_LEVEL="debug") as server:
        server.wait_until_ready()
        with server.client() as client:
            client.post("/v1/ask", json={"question": "Hvad med naboens hemmelighed?"})
            client.get("/v1/search", params={"q": "hemmelighed"})
            client.get("/v1/search", params={"q": "hemmelighed", "limit": "mange"})
            client.post("/v1/ask", content=b'{"question": "hemmelighed"')
        assert server.stop() == 0
        log = server.log.read_text()
    assert "POST /v1/ask 200" in log
    assert "GET /v1/search 422" in log
    assert "hemmelighed" not in log
    assert "Traceback" not in log


def test_it_stops_in_good_order_and_finishes_what_is_under_way(sample_data: Path, tmp_path: Path) -> None:
    with serving(sample_data, tmp_path) as server:
        server.wait_until_ready()
        with concurrent.futures.ThreadPoolExecutor() as pool, server.client() as client:
            asked = [
                pool.submit(client.post, "/v1/ask", json={"question": f"Hvad om sag {n}?"}) for n in range(8)
            ]
            concurrent.futures.wait(asked, return_when=concurrent.futures.FIRST_COMPLETED)
            assert server.stop(signal.SIGTERM) == 0
            answered = [one for one in asked if one.exception() is None]
        assert answered
        assert all(one.result().status_code == 200 for one in answered)


def test_it_answers_health_checks_while_it_works(server: Server) -> None:
    with concurrent.futures.ThreadPoolExecutor() as pool, server.client() as client:
        busy = [
            pool.submit(client.post, "/v1/ask", json={"question": f"Hvad blev besluttet om nummer {n}?"})
            for n in range(24)
        ]
        checked = 0
        while not all(one.done() for one in busy):
            assert client.get("/healthz").status_code == 200
            checked += 1
        assert all(one.result().status_code == 200 for one in busy)
    assert checked > 2 * len(busy)  # a check that waits for an answer comes once an answer


def test_a_small_answer_is_sent_at_once(tmp_path: Path) -> None:
    """Nagle's algorithm and delayed acknowledgements together would make it 40 ms."""
    accepted: asyncio.Queue[int] = asyncio.Queue()

    async def look(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = writer.get_extra_info("socket")
        await accepted.put(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    async def connect() -> int:
        with _listen(Settings(data=tmp_path, port=0)) as listening:
            async with await asyncio.start_server(look, sock=listening):
                _, writer = await asyncio.open_connection(*listening.getsockname()[:2])
                at_once = await accepted.get()
                writer.close()
        return at_once

    assert asyncio.run(connect())
