"""Behind a reverse proxy: whose word is believed, and pages under a sub-path."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from in_process import get
from reverse_proxy import proxied
from served import Server

PROXY = "10.0.0.1"
TOLD = {"x-forwarded-prefix": "/besluttet", "x-forwarded-proto": "https"}


def servers(**asked: object) -> list[dict[str, str]]:
    described = get("/openapi.json", **asked).json()  # type: ignore[arg-type]
    return described.get("servers", [])


def test_the_path_is_taken_from_the_settings_or_from_a_trusted_proxy() -> None:
    assert servers() == []
    assert servers(root_path="/svar") == [{"url": "/svar"}]
    assert servers(headers=TOLD, client=PROXY, trusted_proxies=PROXY) == [{"url": "/besluttet"}]
    assert servers(headers=TOLD, client=PROXY, trusted_proxies=PROXY, root_path="/svar") == [
        {"url": "/besluttet"}
    ]


def test_anybody_else_who_says_so_is_not_believed() -> None:
    assert servers(headers=TOLD) == []
    assert servers(headers=TOLD, client="192.0.2.7", trusted_proxies=PROXY) == []


@pytest.mark.parametrize(
    "prefix", ["//evil.example", '/a"><script>', "https://evil.example", "besluttet", "/a/../b c"]
)
def test_a_path_that_could_lead_elsewhere_is_not_taken_from_a_proxy_either(prefix: str) -> None:
    assert servers(headers={"x-forwarded-prefix": prefix}, client=PROXY, trusted_proxies=PROXY) == []


@pytest.mark.parametrize("path", ["/tilgaengelighed", "/besluttet/tilgaengelighed"])
def test_a_proxy_may_strip_the_path_or_leave_it(path: str) -> None:
    page = get(path, root_path="/besluttet")
    assert page.status_code == 200
    assert 'href="/besluttet/static/' in page.text


@pytest.fixture(scope="module")
def shown(operated: Server) -> Iterator[httpx.Client]:
    told = {
        "x_forwarded_prefix": "/kommune/besluttet",
        "x_forwarded_proto": "https",
        "x_forwarded_for": "192.0.2.1",
    }
    with (
        proxied(operated.url, "/kommune/besluttet", **told) as address,
        httpx.Client(base_url=address, timeout=60) as client,
    ):
        yield client


@pytest.mark.slow
def test_the_api_answers_under_a_path(shown: httpx.Client) -> None:
    answer = shown.post("/v1/ask", json={"question": "Må brugerne have hund med i varmestuen?"}).json()
    assert answer["answerable"]
    document = answer["quotes"][0]["source"]["document"]
    assert shown.get(f"/v1/documents/{document}/text").status_code == 200
    assert shown.get("/openapi.json").json()["servers"] == [{"url": "/kommune/besluttet"}]
    assert shown.get("/healthz").headers["strict-transport-security"] == "max-age=3600"


@pytest.mark.slow
def test_every_link_of_the_pages_leads_on_under_the_path(shown: httpx.Client) -> None:
    """From the first page on, to every kind of page that the links lead to."""
    waiting, seen, kinds = ["/kommune/besluttet/", "/kommune/besluttet/?q=hund+i+varmestuen"], set(), set()
    while waiting:
        address = waiting.pop()
        kind = re.sub(r"\d+", "0", urlsplit(address).path), bool(urlsplit(address).query)
        if address in seen or kind in kinds:
            continue
        seen.add(address)
        kinds.add(kind)
        response = shown.get(str(shown.base_url.join(address)))
        assert response.status_code == 200, address
        if not response.headers["content-type"].startswith("text/html"):
            continue
        for link in re.findall(r"""(?:href|src|action|hx-get)=["']([^"']*)["']""", response.text):
            link = urljoin(f"http://shown{address}", link.replace("&amp;", "&"))
            parts = urlsplit(link)
            if parts.hostname == "shown":
                assert parts.path.startswith("/kommune/besluttet/"), f"{link} on {address}"
                waiting.append(link.removeprefix("http://shown").partition("#")[0])
    assert len(kinds) > 4
