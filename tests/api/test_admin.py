"""Uploading, removing and re-indexing over HTTP, for who shows the token."""

import json
import time
from pathlib import Path

import httpx
import pytest
from in_process import ask_app, get
from served import Server

from indexer.locking import write_lock

TOKEN = "0123456789abcdef0123456789abcdef"
MINUTES = """\
# Referat af møde i Kulturudvalget den 3. februar 2025

Mødedato: mandag den 3. februar 2025 kl. 16:00

## Punkt 1: Svævebane til Fyrtårnet

Sagsnr.: 2025-000123

### Indstilling

Centret indstiller, at der bygges en svævebane fra havnen.

### Beslutning

Udsat til budgetforhandlingerne.

## Punkt 2: Lukket: Køb af jord til svævebanen

### Beslutning

Jorden købes af Hr. Hemmeligmand.
"""

CALLS = [
    ("PUT", "/v1/admin/files/a.txt"),
    ("GET", "/v1/admin/files"),
    ("DELETE", "/v1/admin/files/a.txt"),
    ("DELETE", "/v1/admin/documents/a"),
    ("POST", "/v1/admin/reindex"),
    ("GET", "/v1/admin/runs"),
    ("GET", "/v1/admin/runs/a"),
]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_without_a_token_in_the_settings_there_is_nothing(method: str, path: str) -> None:
    shown = {"authorization": f"Bearer {TOKEN}"}
    [response, described] = ask_app([(method, path, {"headers": shown}), ("GET", "/openapi.json", {})])
    assert response.status_code == 404
    assert "admin" not in str(described.json()["paths"])


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_without_the_token_nothing_is_done_and_nothing_told(method: str, path: str) -> None:
    shown = [
        "",
        "Bearer",
        "Bearer x",
        f"Basic {TOKEN}",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        "Bearer æ",
    ]
    asked = [(method, path, {"headers": {"authorization": text.encode()}, "content": b"x"}) for text in shown]
    for response in ask_app(asked, admin_token=TOKEN):
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "Bearer"
        assert response.headers["content-type"] == "application/problem+json"
        assert TOKEN not in response.text


def test_a_file_that_is_too_large_or_no_minutes_is_refused(tmp_path: Path) -> None:
    headers = {"authorization": f"Bearer {TOKEN}"}
    asked = [
        ("PUT", "/v1/admin/files/a.txt", {"headers": headers, "content": b"x" * 2049}),
        ("PUT", "/v1/admin/files/a.txt", {"headers": headers, "content": b""}),
        ("PUT", "/v1/admin/files/a.exe", {"headers": headers, "content": b"x"}),
        ("PUT", "/v1/admin/files/..%2Fa.txt", {"headers": headers, "content": b"x"}),
        ("PUT", "/v1/admin/files/..%5Ca.txt", {"headers": headers, "content": b"x"}),
    ]
    data = tmp_path / "data"
    responses = ask_app(asked, data=data, admin_token=TOKEN, body_limit=1024, upload_limit=2048)
    assert [response.status_code for response in responses] == [413, 422, 422, 404, 422]
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_nothing_is_there_before_anything_came(tmp_path: Path) -> None:
    shown = {"authorization": f"Bearer {TOKEN}"}
    assert get("/v1/admin/files", shown, data=tmp_path, admin_token=TOKEN).json() == {"files": []}
    assert get("/v1/admin/runs", shown, data=tmp_path, admin_token=TOKEN).json() == {"runs": []}
    assert get("/v1/admin/runs/none", shown, data=tmp_path, admin_token=TOKEN).status_code == 404


def ended(operator: httpx.Client, started: httpx.Response) -> dict:
    assert started.status_code == 202, started.text
    deadline = time.monotonic() + 400  # of a niced process, on a machine that has other work
    while (run := operator.get(f"/v1/admin/runs/{started.json()['id']}").json())["ended_at"] is None:
        assert time.monotonic() < deadline, run
        time.sleep(0.1)
    return run


@pytest.mark.slow
def test_an_uploaded_file_is_answered_from_until_it_is_deleted(
    operated: Server, operator: httpx.Client
) -> None:
    def ask() -> dict:
        with operated.client() as anyone:
            return anyone.post("/v1/ask", json={"question": "Hvad blev besluttet om svævebanen?"}).json()

    before = operator.get("/v1/documents").json()
    assert not ask()["answerable"]
    content = MINUTES.encode() + b"\n" * 70_000  # more than other bodies may be
    run = ended(operator, operator.put("/v1/admin/files/kultur.md", content=content))
    assert (run["state"], run["report"]["new"], run["report"]["failures"]) == ("done", 1, [])
    [document] = [one["id"] for one in run["report"]["documents"]]
    answer = ask()
    assert answer["answerable"]
    assert answer["quotes"][0]["source"]["document"] == document
    text = operator.get(f"/v1/documents/{document}/text").text
    assert "Udsat til budgetforhandlingerne." in text
    assert "Hemmeligmand" not in text + json.dumps(answer)
    [file] = operator.get("/v1/admin/files").json()["files"]
    assert (file["name"], file["bytes"]) == ("kultur.md", len(content))

    run = ended(operator, operator.delete("/v1/admin/files/kultur.md"))
    assert (run["state"], len(run["report"]["removed"])) == ("done", 1)
    assert not ask()["answerable"]
    assert operator.get("/v1/documents").json() == before
    assert operator.delete("/v1/admin/files/kultur.md").status_code == 404
    assert "svævebane" not in operated.log.read_text().casefold()


@pytest.mark.slow
def test_a_removal_waits_for_no_other_writer_and_says_so(operated: Server, operator: httpx.Client) -> None:
    document = operator.get("/v1/documents").json()["documents"][0]["id"]
    with write_lock(operated.data):
        run = ended(operator, operator.delete(f"/v1/admin/documents/{document}"))
    assert run["state"] == "failed"
    assert "another besluttet index run" in run["error"]
    run = ended(operator, operator.delete(f"/v1/admin/documents/{document}"))
    assert run["state"] == "done"
    assert operator.get(f"/v1/documents/{document}/text").status_code == 404
    assert operator.delete("/v1/admin/documents/none").status_code == 404
    run = ended(operator, operator.post("/v1/admin/reindex"))
    assert (run["state"], run["report"]["new"], run["report"]["removed"]) == ("done", 0, [])
    assert run["report"]["unchanged"] > 10


@pytest.mark.slow
def test_log_lines_are_json_with_the_same_fields(operated: Server, operator: httpx.Client) -> None:
    operator.get("/v1/status", headers={"x-request-id": "proxy-4711"})
    deadline = time.monotonic() + 30
    while "proxy-4711" not in operated.log.read_text():  # it is written after the answer was sent
        assert time.monotonic() < deadline
        time.sleep(0.05)
    lines = [json.loads(line) for line in operated.log.read_text().splitlines() if line.startswith("{")]
    [line] = [line for line in lines if line.get("request_id") == "proxy-4711"]
    assert line.items() >= {"level": "INFO", "method": "GET", "route": "/v1/status", "status": 200}.items()
    assert line["ms"] > 0
    assert line["timestamp"].startswith("20")
    assert not any("127.0.0.1" in json.dumps(line) for line in lines)
    assert len(lines) >= len(operated.log.read_text().splitlines()) - 1  # uvicorn has no other line
