"""Asking over HTTP: the object of the contract, and quotes that anyone can check."""

import json
from pathlib import Path

import httpx
import pytest

from indexer.source_text import fold

SAMPLES = Path(__file__).parents[2] / "samples"
QUESTIONS = [
    json.loads(line) for line in (SAMPLES / "questions.jsonl").read_text("utf-8").splitlines() if line
]

ANSWER_KEYS = ["question", "intent", "answerable", "confidence", "answer", "quotes", "nearest", "coverage"]
ANSWER_KEYS += ["details"]
SOURCE_KEYS = {"document", "municipality", "committee", "date", "item", "title", "case_no", "section"}
SOURCE_KEYS |= {"page", "start", "end", "url"}


def ask(client: httpx.Client, question: str, **filters: str) -> dict:
    response = client.post("/v1/ask", json={"question": question, **filters})
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.slow
@pytest.mark.parametrize("entry", QUESTIONS, ids=lambda entry: entry["id"])
def test_every_quote_is_the_stored_text_of_its_place(
    client: httpx.Client, texts: dict[str, str], entry: dict
) -> None:
    answer = ask(client, entry["q"])
    assert list(answer) == ANSWER_KEYS
    assert answer["question"] == entry["q"]
    assert 0 <= answer["confidence"] <= 1
    assert answer["answer"]
    assert bool(answer["quotes"]) or not answer["answerable"]
    for quote in answer["quotes"] + answer["nearest"]:
        source = quote["source"]
        assert source.keys() >= SOURCE_KEYS
        text = texts[source["document"]]
        assert 0 <= source["start"] < source["end"] <= len(text)
        assert quote["text"] == fold(text[source["start"] : source["end"]])


@pytest.fixture(scope="session")
def texts(client: httpx.Client) -> dict[str, str]:
    """The stored text of every document, as the server gives it."""
    found = {}
    for document in client.get("/v1/documents").json()["documents"]:
        response = client.get(f"/v1/documents/{document['id']}/text")
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        found[document["id"]] = response.text
    assert found
    return found


def test_an_unanswerable_question_gets_coverage_and_no_quotes(client: httpx.Client) -> None:
    answer = ask(client, "Hvad kostede den nye lufthavn på Bornholm?")
    assert answer["answerable"] is False
    assert answer["quotes"] == []
    coverage = answer["coverage"]
    assert list(coverage) == ["meetings", "committees", "from", "to", "filters"]
    assert coverage["meetings"] >= 9
    assert coverage["from"] < coverage["to"]


def test_filters_reach_the_answer(client: httpx.Client) -> None:
    answer = ask(client, "Hvad blev der besluttet?", **{"from": "2023-01-01", "to": "2023-12-31"})
    assert answer["coverage"]["filters"] == {"from": "2023-01-01", "to": "2023-12-31"}
    assert answer["quotes"]
    for quote in answer["quotes"]:  # a decision of 2023 may be known from later minutes that quote it
        if quote["role"] != "prior_decision":
            assert "2023-01-01" <= quote["source"]["date"] <= "2023-12-31"


def test_search_gives_hits_best_first_page_by_page(client: httpx.Client, texts: dict[str, str]) -> None:
    def search(**query: object) -> list[dict]:
        response = client.get("/v1/search", params={"q": "cykelstier", **query})
        assert response.status_code == 200, response.text
        return response.json()["hits"]

    hits = search(limit=6)
    assert len(hits) == 6
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    assert search(limit=3) + search(limit=3, offset=3) == hits
    for hit in hits:
        place = hit["source"]
        assert hit["text"] == fold(texts[place["document"]][place["start"] : place["end"]])


@pytest.mark.parametrize("mode", ["hybrid", "semantic", "keyword"])
def test_every_mode_searches(client: httpx.Client, mode: str) -> None:
    assert client.get("/v1/search", params={"q": "budget", "mode": mode}).json()["hits"]


def test_search_for_sections_of_a_kind(client: httpx.Client) -> None:
    hits = client.get("/v1/search", params={"q": "budget", "kind": ["decision"]}).json()["hits"]
    assert hits
    assert {hit["role"] for hit in hits} == {"decision"}
