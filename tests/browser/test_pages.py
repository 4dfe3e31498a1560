"""The pages as they are sent: every quote's link, originals, errors, sub-path, caching."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
from lxml import html

from indexer.source_text import fold
from tests.api.in_process import get
from tests.api.served import Server
from tests.browser.visits import SAMPLES

QUESTIONS = (
    "Blev Hulbæk Skole lukket?",
    "Hvad kostede ombygningen på Kajgade i sidste ende?",
    "Hvilke forslag blev afvist i 2024?",
    "Hvem deltog i byrådsmødet den 24. juni 2025?",
    "Hvordan er sagen om Fyrtårnet forløbet?",
    "Må børnene have telefonen med i skole?",
    "Was the solar park near Vesterlyng approved?",
)


def tree(response: httpx.Response, status: int = 200) -> html.HtmlElement:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return html.fromstring(response.text)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quote_of_an_answer_is_marked_where_its_link_leads(pages: httpx.Client, question: str) -> None:
    answer = tree(pages.get("/", params={"q": question}))
    links = answer.xpath("//section[@id='svar']//a[contains(@class, 'source-link')]")
    assert links
    for link in links:
        quotes = link.xpath("ancestor::blockquote | ancestor::figure/blockquote")
        address = link.get("href")
        asked = parse_qs(urlsplit(address).query)
        place = tree(pages.get(address))
        marked = fold(" ".join(mark.text_content() for mark in place.xpath("//mark")))
        assert marked == fold(quotes[0].text_content())
        documents = place.xpath("//nav[@aria-label='Brødkrumme']//a[contains(@href, '/referater/')]/@href")
        document = (documents or [urlsplit(address).path])[0].rsplit("/", 1)[-1]
        text = pages.get(f"/v1/documents/{document}/text").text
        assert marked == fold(text[int(asked["fra"][0]) : int(asked["til"][0])])


@pytest.mark.parametrize(
    ("question", "decided"),
    [
        ("Hvem foreslog kameraer ved genbrugspladsen?", "Vedtaget uden afstemning"),
        ("Hvor mange kvadratmeter er carporten på Rosenvænget?", "A) Indstillingen tiltrådt"),
    ],
)
def test_what_was_decided_stands_below_a_fact(pages: httpx.Client, question: str, decided: str) -> None:
    answer = tree(pages.get("/", params={"q": question}))
    (quote,) = answer.xpath("//h3[.='Det blev besluttet']/following-sibling::*[1]//blockquote")
    assert fold(quote.text_content()).lstrip("»").startswith(decided)


def test_a_mark_may_run_over_headings_and_all_of_the_text_is_on_the_page(pages: httpx.Client) -> None:
    document = "socialudvalget-2025-09-08"
    text = pages.get(f"/v1/documents/{document}/text").text
    for start, end in ((0, len(text)), (400, 3000), (len(text) - 300, len(text))):
        page = tree(pages.get(f"/referater/{document}", params={"fra": start, "til": end}))
        marked = " ".join(mark.text_content() for mark in page.xpath("//mark"))
        assert marked.split() == text[start:end].split()


def test_an_original_is_shown_at_its_page_only_where_nothing_in_it_was_left_out(pages: httpx.Client) -> None:
    item = tree(pages.get("/punkter/teknik-og-miljoeudvalget-2023-09-13.3"))
    (address,) = item.xpath("//a[contains(., 'Originalen')]/@href")
    assert address.endswith("#page=4")
    response = pages.get(address)
    file = SAMPLES / "minutes" / "teknik-og-miljoeudvalget-2023-09-13.pdf"
    assert response.content == file.read_bytes()
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"].startswith("inline")
    assert response.headers["x-content-type-options"] == "nosniff"

    withheld = tree(pages.get("/punkter/byraadet-2025-06-24.91"))  # its PDF has text under a closed item
    assert not withheld.xpath("//a[contains(., 'Originalen')]")
    tree(pages.get("/referater/byraadet-2025-06-24/original"), 404)
    tree(pages.get("/referater/byraadet-2024-12-17/original"), 404)  # plain text: no pages to show


def test_errors_are_pages_for_people_and_problems_for_programs(pages: httpx.Client) -> None:
    assert "Siden findes ikke" in tree(pages.get("/findes-ikke"), 404).text_content()
    assert "Siden findes ikke" in tree(pages.get("/sager/0000-000000"), 404).text_content()
    refused = tree(pages.get("/punkter/byraadet-2025-06-24.91?fra=-1"), 422)
    assert "Adressen kan ikke bruges" in refused.text_content()
    for address in ("/v1/findes-ikke", "/v1/cases/0000-000000"):
        assert pages.get(address).headers["content-type"] == "application/problem+json"
    problem = pages.get("/findes-ikke", headers={"Accept": "application/json"})
    assert problem.headers["content-type"] == "application/problem+json"


def test_while_the_server_loads_the_browser_is_told_to_come_back() -> None:
    response = get("/", {"Accept": "text/html"})
    assert "Siden er ved at gøre sig klar" in tree(response, 503).text_content()
    assert response.headers["refresh"]
    assert "refresh" not in get("/v1/status").headers


def test_whose_pages_they_are_comes_from_the_settings(tmp_path: Path) -> None:
    logo = tmp_path / "vaaben.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    settings = {
        "site_name": "Søby <b>Kommune",
        "logo": logo,
        "contact_email": "web@soeby.example",
        "accessibility_statement": "https://erklaering.soeby.example/",
        "accessibility_checked": date(2026, 3, 1),
        "root_path": "/besluttet",
    }
    page = tree(get("/tilgaengelighed", **settings))
    assert page.xpath("//header//img/@alt") == ["Søby <b>Kommune"]
    assert page.xpath("//header//img/@src") == ["/besluttet/logo"]
    assert "sidst gennemgået den 1. marts 2026" in page.text_content()
    assert page.xpath("//a[@href='https://erklaering.soeby.example/']")
    assert page.xpath("//a[@href='mailto:web@soeby.example']")
    assert get("/logo", **settings).content == logo.read_bytes()
    assert get("/logo").status_code == 404


def test_every_address_on_a_page_stays_under_the_path_that_a_proxy_shows(pages: httpx.Client) -> None:
    for address in ("/", "/?q=Blev+Hulbæk+Skole+lukket%3F", "/sager/2024-009120", "/moeder", "/findes-ikke"):
        page = html.fromstring(pages.get(address, headers={"X-Forwarded-Prefix": "/besluttet"}).text)
        found = page.xpath("//@href | //@src | //@action | //@hx-get")
        ours = [one for one in found if not one.startswith(("#", "mailto:", "https://"))]
        assert ours
        assert all(one.startswith("/besluttet/") for one in ours), address


def test_nothing_on_a_page_is_inline_and_all_it_names_is_there(pages: httpx.Client) -> None:
    for address in (
        "/",
        "/?q=Blev+Hulbæk+Skole+lukket%3F",
        "/sager/2024-009120",
        "/referater/byraadet-2024-04-30",
    ):
        page = tree(pages.get(address))
        assert not page.xpath("//style | //script[not(@src)] | //@style")
        assert not [name for one in page.iter() for name in one.attrib if name.startswith(("on", "hx-on"))]
        for name in page.xpath("//script/@src | //link/@href | //*[local-name()='use']/@href"):
            assert "immutable" in pages.get(name).headers["cache-control"]
        sprite = pages.get(page.xpath("//*[local-name()='use']/@href")[0]).text
        for icon in page.xpath("//*[local-name()='use']/@href"):
            assert f'id="{icon.split("#")[1]}"' in sprite


def test_every_file_the_styles_name_is_there(pages: httpx.Client) -> None:
    base = "/static/vendor/dkfds/css/dkfds.min.css"
    names = set(re.findall(r"url\(([^)]+)\)", pages.get(base).text))
    assert names
    for name in names:
        assert pages.get(urljoin(base, name)).status_code == 200, name


def test_styles_come_compressed_and_fonts_as_they_are(pages: httpx.Client) -> None:
    styles = pages.get("/static/vendor/dkfds/css/dkfds.min.css")
    assert styles.headers["content-encoding"] == "gzip"
    font = pages.get("/static/vendor/dkfds/fonts/IBMPlexSans-Bold-Latin1.woff2")
    assert font.headers["content-type"] == "font/woff2"


def test_no_log_line_holds_a_question(pages: httpx.Client, site: Server) -> None:
    pages.get("/", params={"q": "Hvad blev der besluttet om zebrafinker?"})
    assert "zebrafinker" not in site.log.read_text()
