"""Whatever is wrong with a request is said in a problem document (RFC 9457)."""

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def problem(response: httpx.Response, status: int) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == status
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"]
    return told


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/v1/",
        "/v1/documents/none/text",
        "/v1/meetings/none",
        "/v1/items/none.1",
        "/v1/cases/99/99999",
        "/v1/similar/none.1",
    ],
)
def test_what_is_not_there(client: httpx.Client, path: str) -> None:
    problem(client.get(path), 404)


def test_a_wrong_method_names_the_right_ones(client: httpx.Client) -> None:
    response = client.get("/v1/ask")
    problem(response, 405)
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": ""}, "question"),
        ({"question": " \n\t "}, "question"),
        ({"question": 7}, "question"),
        ({"question": None}, "question"),
        ({"question": "Hvad?", "commitee": "Byrådet"}, "commitee"),
        ({"question": "Hvad?", "from": "i går"}, "from"),
        ({"question": "Hvad?", "to": "2023-02-30"}, "to"),
    ],
)
def test_a_question_that_cannot_be_used_names_the_field(client: httpx.Client, body: dict, field: str) -> None:
    told = problem(client.post("/v1/ask", json=body), 422)
    assert [error["where"] for error in told["errors"]] == [field]


def test_a_question_may_be_a_thousand_characters_and_no_more(client: httpx.Client) -> None:
    assert client.post("/v1/ask", json={"question": "hvad " * 200}).status_code == 200
    assert "1,000" in problem(client.post("/v1/ask", json={"question": "h" * 1001}), 422)["detail"]


def test_days_the_wrong_way_round(client: httpx.Client) -> None:
    body = {"question": "Hvad?", "from": "2025-01-01", "to": "2024-01-01"}
    problem(client.post("/v1/ask", json=body), 422)
    problem(client.get("/v1/search", params={"q": "hvad", "from": "2025-01-01", "to": "2024-01-01"}), 422)


@pytest.mark.parametrize(
    "query",
    [{}, {"q": " "}, {"q": "x", "limit": 0}, {"q": "x", "mode": "magic"}, {"q": "x", "comittee": "y"}],
)
def test_a_search_that_cannot_be_used(client: httpx.Client, query: dict) -> None:
    assert problem(client.get("/v1/search", params=query), 422)["errors"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff\xfe", b'{"question": "\\ud800"}'])
def test_a_body_that_is_no_question(client: httpx.Client, body: bytes) -> None:
    response = client.post("/v1/ask", content=body, headers={"content-type": "application/json"})
    assert problem(response, 422)["errors"][0]["where"] in {"body", "question"}


def test_a_body_without_end(client: httpx.Client) -> None:
    def endless():
        for _ in range(1000):
            yield b" " * 1024

    problem(client.post("/v1/ask", content=b" " * 70_000), 413)
    problem(client.post("/v1/ask", content=endless()), 413)


@given(st.text(min_size=1, max_size=200))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gets_an_answer_or_a_problem(client: httpx.Client, text: str) -> None:
    response = client.post("/v1/ask", json={"question": text})
    if response.status_code == 200:
        assert response.json()["question"] == text.strip()
    else:
        problem(response, 422)
        assert not text.strip()


def test_no_page_of_another_site_may_read_the_answers(client: httpx.Client) -> None:
    response = client.get("/v1/status", headers={"origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in response.headers
