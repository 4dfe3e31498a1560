"""How often one client may ask."""

from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from in_process import ask_app, get

from api import rates
from api.rates import Buckets


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def statuses(
    count: int, *, client: str = "203.0.113.9", headers: list[str] | None = None, **settings: Any
) -> list[int]:
    forwarded = headers or []
    requests = [
        ("GET", "/nowhere", {"headers": {"x-forwarded-for": forwarded[n]} if forwarded else {}})
        for n in range(count)
    ]
    return [response.status_code for response in ask_app(requests, client, **settings)]


def test_a_client_may_ask_so_often_and_is_then_told_when_it_may_again() -> None:
    responses = ask_app([("GET", "/nowhere", {})] * 4, rate_limit=3)
    assert [response.status_code for response in responses] == [404, 404, 404, 429]
    refused: httpx.Response = responses[-1]
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["title"] == "Too Many Requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert refused.headers["x-request-id"] == refused.json()["request_id"]
    assert refused.headers["x-content-type-options"] == "nosniff"


def test_zero_is_no_limit() -> None:
    assert set(statuses(50, rate_limit=0)) == {404}


def test_who_watches_the_server_and_the_files_of_pages_are_not_counted() -> None:
    paths = ["/healthz", "/readyz", "/static/besluttet.css"] * 3
    assert 429 not in {r.status_code for r in ask_app([("GET", path, {}) for path in paths], rate_limit=1)}


def test_clients_behind_a_trusted_proxy_are_told_apart() -> None:
    everyone = [f"198.51.100.{n}" for n in range(5)]
    settings = {"rate_limit": 1, "trusted_proxies": "10.0.0.0/8"}
    assert set(statuses(5, client="10.1.2.3", headers=everyone, **settings)) == {404}


def test_a_header_of_anybody_else_is_not_believed() -> None:
    everyone = [f"198.51.100.{n}" for n in range(3)]
    assert statuses(3, headers=everyone, rate_limit=1, trusted_proxies="10.0.0.0/8") == [404, 429, 429]
    # what a client itself sent stands before what the proxy added: only the last counts
    chains = [f"198.51.100.{n}, 192.0.2.1" for n in range(3)]
    assert statuses(3, client="10.1.2.3", headers=chains, rate_limit=1, trusted_proxies="10.0.0.0/8") == [
        404,
        429,
        429,
    ]


def test_one_network_of_ipv6_is_one_client() -> None:
    everyone = [
        "2001:db8:1:2::1",
        "2001:db8:1:2:ffff::2",
        "2001:db8:1:3::1",
        "::ffff:198.51.100.1",
        "198.51.100.1",
    ]
    settings = {"rate_limit": 1, "trusted_proxies": "10.0.0.0/8"}
    assert statuses(5, client="10.1.2.3", headers=everyone, **settings) == [404, 429, 404, 404, 429]


@given(st.integers(1, 1000), st.lists(st.floats(0, 90), max_size=60))
@settings(deadline=None)
def test_never_more_than_two_minutes_worth_in_any_minute(per_minute: int, pauses: list[float]) -> None:
    clock = Clock()
    buckets = Buckets(per_minute, clock)
    taken: list[float] = []
    for pause in pauses:
        clock.now += pause
        wait = buckets.take("a")
        if wait:
            assert 0 < wait <= 60 / per_minute + 1e-6
        else:
            taken.append(clock.now)
    for begin in taken:
        assert sum(begin <= moment < begin + 60 for moment in taken) <= 2 * per_minute


def test_a_bucket_fills_again_at_an_even_pace() -> None:
    clock = Clock()
    buckets = Buckets(60, clock)
    assert [buckets.take("a") for _ in range(60)] == [0.0] * 60
    assert buckets.take("a") == pytest.approx(1.0)
    clock.now += 1.0
    assert buckets.take("a") == 0.0
    assert buckets.take("a") > 0
    assert buckets.take("b") == 0.0


def test_the_number_of_clients_that_are_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "_MOST_CLIENTS", 100)
    buckets = Buckets(1, Clock())
    for number in range(1000):
        buckets.take(str(number))
    assert len(buckets) == 100
    assert buckets.take("999") > 0


def test_an_address_that_is_none_is_a_client_too() -> None:
    assert get("/nowhere", client="testclient", rate_limit=1).status_code == 404
