"""Starting, waiting, stopping: what an operator sees of the server."""

import concurrent.futures
import shutil
import signal
import time
from pathlib import Path

import pytest
from served import Server, serving

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
        slowest = 0.0
        while not all(one.done() for one in busy):
            begun = time.perf_counter()
            assert client.get("/healthz").status_code == 200
            slowest = max(slowest, time.perf_counter() - begun)
        assert all(one.result().status_code == 200 for one in busy)
    assert slowest < 1.0


def test_a_small_answer_is_sent_at_once(server: Server) -> None:
    """Nagle's algorithm and delayed acknowledgements together would make it 40 ms."""
    took = []
    with server.client() as client:
        for _ in range(20):
            begun = time.perf_counter()
            client.get("/healthz")
            took.append(time.perf_counter() - begun)
    assert min(took) < 0.03
