"""The description of the API that the server gives of itself."""

import httpx
import pytest


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict:
    return client.get("/openapi.json").json()


def operations(document: dict) -> list[tuple[str, dict]]:
    return [
        (f"{method.upper()} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_all_addresses_are_described(document: dict) -> None:
    assert {name for name, _ in operations(document)} == {
        "POST /v1/ask",
        "GET /v1/search",
        "GET /v1/search.{form}",
        "GET /v1/similar/{item_id}",
        "GET /v1/cases/{case_no}",
        "GET /v1/meetings",
        "GET /v1/meetings/{meeting_id}",
        "GET /v1/items/{item_id}",
        "GET /v1/documents",
        "GET /v1/documents/{document_id}/text",
        "GET /v1/status",
        "GET /healthz",
        "GET /readyz",
    }
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["description"], name
        assert operation["tags"], name


def test_errors_are_described_as_problems_and_nothing_else(document: dict) -> None:
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            kind = "application/problem+json" if status != "200" else None
            assert kind is None or list(response["content"]) == [kind], (name, status)
    assert "HTTPValidationError" not in document["components"]["schemas"]
    assert "Problem" in document["components"]["schemas"]


def test_the_answer_is_described_as_it_is_sent(document: dict) -> None:
    schemas = document["components"]["schemas"]
    assert {"from", "to"} <= schemas["CoverageOut"]["properties"].keys()
    assert {"question", "municipality", "committee", "from", "to"} == schemas["AskIn"]["properties"].keys()
    assert schemas["QuoteOut"]["examples"]
    for reference in _references(document):
        assert reference.removeprefix("#/components/schemas/") in schemas


def _references(tree: object) -> list[str]:
    if isinstance(tree, dict):
        own = [tree["$ref"]] if isinstance(tree.get("$ref"), str) else []
        return own + [found for value in tree.values() for found in _references(value)]
    if isinstance(tree, list):
        return [found for value in tree for found in _references(value)]
    return []
