"""Markup that somebody planted in minutes stays text: on every page, in the API, in exports and feeds.

The content security policy would keep most of it from working; here it is not let in to begin with.
"""

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree, html
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from indexer.ingest import ingest
from models.embedding import Embedder

pytestmark = pytest.mark.slow

PLANTED = """<script>planted(1)</script><img src=x onerror="planted(2)">"'><planted-tag>{{1117*7}}${1117*7}"""
MINUTES = f"""\
Tranevig Kommune

Referat af møde i Plantningsudvalget
Mødedato: 03-02-2025 kl. 16:00
Mødested: Drivhuset {PLANTED}

Punkt 1: Plantning af bøgetræer {PLANTED}

Sagsnr.: 2025-000777

Indstilling
Centret indstiller, at der plantes bøgetræer på torvet. {PLANTED}

Beslutning
Plantning af bøgetræer godkendt. {PLANTED}

Bilag
Plan over bøgetræer {PLANTED}

Punkt 2: =HYPERLINK("http://planted.example";"bøgetræer")

Beslutning
=2+5+cmd|'/c planted'!A1 bøgetræer
"""
QUESTION = "Hvad blev besluttet om plantning af bøgetræer?"


@pytest.fixture(scope="module")
def client(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("planted")
    file = folder / """referat <img src=x onerror="planted(3)"> {{1117*7}}.txt"""
    file.write_text(MINUTES, "utf-8")
    report = ingest([file], folder / "data", embedder)
    assert [document.items for document in report.documents] == [2]
    with TestClient(create_app(Settings(data=folder / "data", rate_limit=0))) as client:
        deadline = time.monotonic() + 120
        while client.get("/readyz").status_code != 200:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield client


def test_on_no_page_that_links_lead_to(client: TestClient) -> None:
    waiting = [f"/?q={QUESTION}", "/?q=<script>planted(4)</script>", "/moeder", "/sager/2025-000777"]
    waiting += [
        "/sager/<script>planted(5)</script>",
        "/soeg?q=bøgetræer",
        "/soeg?q=<script>planted(6)</script>",
    ]
    seen: set[str] = set()
    shown = 0
    while waiting and len(seen) < 60:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address, headers={"accept": "text/html"})
        if not response.headers["content-type"].startswith("text/html"):
            continue
        page = html.fromstring(response.content)
        assert not page.xpath("//script[not(@src)] | //planted-tag | //img[@src='x'] | //style"), address
        assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style | //@srcdoc"), address
        assert not page.xpath("//@href[starts-with(., 'javascript:')]"), address
        assert "7819" not in response.text, f"a template was filled in on {address}"
        shown += "planted(1)" in page.text_content()
        for link in page.xpath("//@href | //@hx-get"):
            parts = urlsplit(urljoin(f"http://testserver{address}", link))
            if parts.hostname == "testserver" and not parts.path.startswith("/static"):
                waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    assert shown >= 3, "the planted words are on no page, so nothing was tested"


def test_json_says_what_it_is_and_is_never_taken_for_a_page(client: TestClient) -> None:
    answer = client.post("/v1/ask", json={"question": QUESTION})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "planted(1)" in json.dumps(answer.json()["quotes"])
    document = answer.json()["quotes"][0]["source"]["document"]
    text = client.get(f"/v1/documents/{document}/text")
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert PLANTED in text.text
    problem = client.get("/v1/cases/<script>planted(7)</script>")
    assert problem.headers["content-type"] == "application/problem+json"


def test_a_document_is_addressed_by_a_tame_name(client: TestClient) -> None:
    [document] = client.get("/v1/documents").json()["documents"]
    assert re.fullmatch(r"[a-z0-9.-]+", document["id"])


def test_a_spreadsheet_finds_no_formula_in_the_table(client: TestClient) -> None:
    response = client.get("/v1/search.csv", params={"q": "bøgetræer"})
    assert response.headers["content-type"].startswith("text/csv")
    assert "attachment" in response.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(response.text.removeprefix("\ufeff"))))
    cells = [cell for row in rows for cell in row]
    assert any("planted(1)" in cell for cell in cells)
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]
    assert not [cell for cell in cells if cell.startswith("-") and not re.fullmatch(r"-?\d+([.,]\d+)?", cell)]


def test_a_feed_holds_it_as_text(client: TestClient) -> None:
    response = client.get("/v1/search.atom", params={"q": "bøgetræer"})
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(response.content)
    assert {etree.QName(element).namespace for element in feed.iter("*")} == {"http://www.w3.org/2005/Atom"}
    assert "planted(1)" in "".join(feed.itertext())
    for element in feed.iter("{*}title", "{*}summary", "{*}content"):
        if element.get("type") == "html":
            assert not html.fromstring(f"<div>{element.text}</div>").xpath(
                ".//script | .//img | .//planted-tag"
            )


@pytest.mark.parametrize("format_name", ["jsonl", "ris"])
def test_other_downloads_are_whole(client: TestClient, format_name: str) -> None:
    response = client.get(f"/v1/search.{format_name}", params={"q": "bøgetræer"})
    assert response.status_code == 200
    assert "attachment" in response.headers["content-disposition"]
    if format_name == "jsonl":
        assert all(json.loads(line) for line in response.text.splitlines())
    else:
        assert all(
            re.match(r"[A-Z][A-Z0-9]  - ", line) for line in response.text.splitlines() if line.strip()
        )
