"""Searching over HTTP: counts, choices, marks, and files read by real readers of each form."""

import csv
import io
import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import feedparser
import httpx
import pytest
import rispy

from indexer.source_text import fold

FOUND = {"q": "solceller"}


def found(client: httpx.Client, **query: object) -> dict:
    response = client.get("/v1/search", params={**FOUND, **query})
    assert response.status_code == 200, response.text
    return response.json()


def taken(client: httpx.Client, form: str, **query: object) -> httpx.Response:
    response = client.get(f"/v1/search.{form}", params={**FOUND, **query})
    assert response.status_code == 200, response.text
    return response


def test_counts_speak_of_all_hits_and_are_what_choosing_gives(client: httpx.Client) -> None:
    whole = found(client, limit=100)
    assert len(whole["hits"]) == whole["total"] == found(client, limit=1)["total"]
    assert whole["items"] == len({hit["source"]["item_id"] for hit in whole["hits"]})
    for name, rows in whole["facets"].items():
        for row in rows:
            chosen = found(client, **{name: row["value"]})
            assert chosen["total"] == row["count"], (name, row)
            assert {"value": row["value"], "count": row["count"], "chosen": True} in chosen["facets"][name]


def test_more_than_one_value_may_be_chosen(client: httpx.Client) -> None:
    years = found(client, year=[2022, 2024], limit=100)
    assert {hit["body_date"][:4] for hit in years["hits"]} == {"2022", "2024"}
    assert len(years["facets"]["year"]) > 2


def test_marks_are_places_in_the_text(client: httpx.Client) -> None:
    marked = 0
    for hit in found(client, limit=100, mode="keyword")["hits"]:
        for text, marks in ((hit["text"], hit["marks"]), (hit["source"]["title"], hit["title_marks"])):
            for start, end in marks:
                assert "sol" in text[start:end].lower()
                marked += 1
    assert marked > 10


def test_newest_first(client: httpx.Client) -> None:
    days = [hit["body_date"] for hit in found(client, sort="date", limit=100)["hits"]]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    "query", [{"year": "i fjor"}, {"outcome": "måske"}, {"sort": "tal"}, {"limit": 101}, {"offset": -1}]
)
def test_a_choice_that_there_is_not_is_refused(client: httpx.Client, query: dict) -> None:
    assert client.get("/v1/search", params={**FOUND, **query}).status_code == 422


def test_csv_is_read_by_a_csv_reader(client: httpx.Client) -> None:
    response = taken(client, "csv")
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="soegning.csv"'
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"), newline="")))
    hits = found(client, limit=100)["hits"]
    assert [row["text"].removeprefix("'") for row in rows] == [hit["text"] for hit in hits]
    for row, hit in zip(rows, hits, strict=True):
        assert int(row["start"]) == hit["source"]["start"]
        assert not row["text"].startswith(("=", "+", "-", "@"))
        assert_leads_to(client, row["link"], hit)


def test_json_lines_are_the_hits_themselves(client: httpx.Client) -> None:
    lines = taken(client, "jsonl", limit=4).text.splitlines()
    hits = [json.loads(line) for line in lines]
    links = [hit.pop("link") for hit in hits]
    assert hits == found(client, limit=4)["hits"]
    for link, hit in zip(links, hits, strict=True):
        assert_leads_to(client, link, hit)


def test_ris_is_read_by_a_reader_of_references(client: httpx.Client) -> None:
    entries = rispy.loads(taken(client, "ris").content.decode())
    hits = found(client, limit=100)["hits"]
    assert len(entries) == len(hits)
    for entry, hit in zip(entries, hits, strict=True):
        assert entry["type_of_reference"] == "GOVDOC"
        assert entry["title"] == hit["source"]["title"]
        assert entry["authors"] == [hit["body"]]
        assert entry["abstract"] == hit["text"]
        assert entry["year"] == hit["body_date"][:4]
        assert_leads_to(client, entry["urls"][0], hit)


def assert_leads_to(client: httpx.Client, link: str, hit: dict) -> None:
    """The permanent link is on this server and marks the characters that are quoted."""
    address = urlsplit(link)
    assert link.startswith(str(client.base_url).rstrip("/"))
    place = parse_qs(address.query)
    text = client.get(f"/v1/documents/{hit['source']['document']}/text").text
    assert fold(text[int(place["fra"][0]) : int(place["til"][0])]) == hit["text"]


def test_the_feed_is_read_by_a_feed_reader(client: httpx.Client) -> None:
    response = taken(client, "atom")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title == "Besluttet: solceller"
    assert feed.feed.author
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0]
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == found(client)["items"]
    assert feed.entries[0].title.startswith("Solcellepark ved Vesterlyng: Kommuneplantillæg 12")
    assert "Indstillingen blev forkastet" in feed.entries[0].summary
    assert date.fromisoformat(days[0][:10]) == date(2025, 6, 24)
    for entry in feed.entries:
        assert client.get(entry.link).status_code == 200


def test_the_feed_knows_its_entries_again(client: httpx.Client) -> None:
    one, again = (feedparser.parse(taken(client, "atom").content) for _ in range(2))
    narrower = feedparser.parse(taken(client, "atom", year=2025).content)
    assert one.feed.id == again.feed.id != narrower.feed.id
    assert {entry.id for entry in narrower.entries} < {entry.id for entry in one.entries}
    ordered = feedparser.parse(taken(client, "atom", year=[2024, 2025]).content)
    reordered = feedparser.parse(taken(client, "atom", year=[2025, 2024]).content)
    assert ordered.feed.id == reordered.feed.id


def test_a_search_without_hits_gives_files_without_entries(client: httpx.Client) -> None:
    nothing = {"q": "zxcvbnm qqqq"}
    assert taken(client, "csv", **nothing).text.count("\n") == 1
    assert taken(client, "jsonl", **nothing).text == ""
    assert taken(client, "ris", **nothing).text == ""
    feed = feedparser.parse(taken(client, "atom", **nothing).content)
    assert not feed.bozo
    assert feed.entries == []
    assert client.get("/v1/search.pdf", params=nothing).status_code in {404, 422}
