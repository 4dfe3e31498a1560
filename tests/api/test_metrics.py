"""Figures for Prometheus."""

import httpx
import pytest
from in_process import ask_app, get
from prometheus_client.parser import text_string_to_metric_families
from served import Server


def figures(text: str) -> dict[tuple[str, ...], float]:
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_they_are_not_there_unless_they_are_switched_on() -> None:
    assert get("/metrics").status_code == 404


def test_labels_hold_templates_and_never_what_was_asked_for() -> None:
    paths = ["/v1/items/naboens-skilsmisse.1", "/v1/search?q=skilsmisse", "/skilsmisse", "/metrics"]
    asked = [("GET", path, {}) for path in paths] + [("SKILSMISSE", "/healthz", {}), ("GET", "/metrics", {})]
    text = ask_app(asked, metrics=True)[-1].text
    assert "skilsmisse" not in text.casefold()
    told = figures(text)
    assert told["besluttet_requests_total", "GET", "/v1/items/{item_id}", "503"] == 1
    assert told["besluttet_requests_total", "GET", "-", "404"] == 1
    assert told["besluttet_requests_total", "other", "/healthz", "405"] == 1
    assert told["besluttet_ready",] == 0


def test_applications_beside_each_other_count_apart() -> None:
    for _ in range(2):
        told = figures(ask_app([("GET", "/healthz", {}), ("GET", "/metrics", {})], metrics=True)[-1].text)
        assert told["besluttet_requests_total", "GET", "/healthz", "200"] == 1


@pytest.mark.slow
def test_a_server_tells_what_it_answered_and_what_it_holds(operated: Server) -> None:
    with operated.client() as client:

        def now() -> dict[tuple[str, ...], float]:
            response = client.get("/metrics")
            assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
            return figures(response.text)

        def ask(question: str) -> httpx.Response:
            return client.post("/v1/ask", json={"question": question}).raise_for_status()

        before = now()
        ask("Må brugerne have hund med i varmestuen?")
        ask("Hvad blev besluttet om den nye letbane gennem Tranevig?")
        after = now()
    yes, no = (
        sum(value for key, value in after.items() if key[:2] == ("besluttet_answers_total", said))
        - sum(value for key, value in before.items() if key[:2] == ("besluttet_answers_total", said))
        for said in ("true", "false")
    )
    assert (yes, no) == (1, 1)
    assert after["besluttet_ready",] == 1
    assert after["besluttet_index_meetings",] > 10
    assert after["besluttet_index_passages",] > 100
    assert after["besluttet_request_seconds_count", "/v1/ask"] >= 2
