"""Every request has an id, in its response, its problem document and the log."""

import logging

import pytest
from in_process import get


def test_a_sane_id_is_kept() -> None:
    response = get("/nowhere", {"x-request-id": "proxy-4711.a_b"})
    assert response.headers["x-request-id"] == "proxy-4711.a_b"
    assert response.json()["request_id"] == "proxy-4711.a_b"


@pytest.mark.parametrize(
    "given", ["", "kort", "x" * 65, "with space in it", "<script>alert(1)</script>", "æøåæøåæøå"]
)
def test_any_other_is_replaced(given: str) -> None:
    first, second = (get("/healthz", {"x-request-id": given.encode()}) for _ in range(2))  # type: ignore[dict-item]
    assert len(first.headers["x-request-id"]) == 32
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


def test_the_log_line_has_the_id_and_the_template_of_the_route(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "besluttet.http"):
        get("/v1/items/naboens-skilsmisse.1?q=hemmeligt", {"x-request-id": "proxy-4711"})
    [line] = [record for record in caplog.records if record.name == "besluttet.http"]
    assert (
        vars(line).items()
        >= {"request_id": "proxy-4711", "route": "/v1/items/{item_id}", "status": 503}.items()
    )
    assert "GET /v1/items/{item_id} 503" in line.getMessage()
    assert "proxy-4711" in line.getMessage()
    assert "skilsmisse" not in line.getMessage()
    assert "hemmeligt" not in line.getMessage()
    assert "203.0.113.9" not in str(vars(line))


def test_what_was_asked_and_by_whom_is_logged_only_when_switched_on(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "besluttet.http"):
        get("/v1/search?q=cykelsti%0Anext", log_questions=True, log_clients=True)
    [line] = [record for record in caplog.records if record.name == "besluttet.http"]
    assert "cykelsti" in line.getMessage()
    assert "\n" not in line.getMessage()
    assert "203.0.113.9" in line.getMessage()
