"""The search page, walked: narrowed, by phrase, page by page, taken along; with and without JavaScript."""

import re
from urllib.parse import parse_qs, urlsplit

import feedparser
import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations_on
from tests.browser.test_journeys import everywhere, fits, with_and_without
from tests.browser.visits import Visit

STATES = {
    "empty": "/soeg",
    "results": "/soeg?q=solceller",
    "narrowed": "/soeg?q=skole&aar=2023&udfald=approved&afsnit=decision&orden=dato&fra=2023-01-01",
    "second page": "/soeg?q=skole&side=2",
    "page that is not": "/soeg?q=solceller&side=400",
    "nothing": "/soeg?q=zxcvbnm",
    "nothing, narrowed": "/soeg?q=solceller&udvalg=Findesikke",
    "wrong dates": "/soeg?q=solceller&fra=2025-01-01&til=2024-01-01",
}


def state(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@everywhere
@with_and_without
def test_researcher_narrows_a_search_and_pages_through_it(visit: Visit, width: int, javascript: bool) -> None:
    with visit(width=width, javascript=javascript) as page:
        page.goto("/")
        page.get_by_role("link", name="Søg", exact=True).click()
        page.get_by_label("Ord, du søger efter").fill("skole")
        page.get_by_role("button", name="Søg", exact=True).click()
        expect(page.locator(".result-count")).to_contain_text("steder i")
        expect(page.locator("#status")).to_contain_text("side 1 af")
        assert state(page)["q"] == ["skole"]
        expect(page.locator(".result mark").first).to_be_visible()
        fits(page, width)

        year = page.get_by_role("group", name="År").get_by_label("2023")
        counted = page.locator("label", has=page.locator(".count")).filter(has_text="2023").inner_text()
        year.check()
        page.get_by_role("group", name="Udvalg").get_by_label("Byrådet").check()
        page.get_by_role("button", name="Vis resultater").click()
        expect(page).to_have_url(re.compile("aar=2023"))
        assert (state(page)["aar"], state(page)["udvalg"]) == (["2023"], ["Byrådet"])
        assert int(page.locator(".result-count").inner_text().split()[0]) <= int(
            counted.split("(")[1].split()[0]
        )
        for place in page.locator(".result-by").all():
            assert "Byrådet" in place.inner_text()
        fits(page, width)

        page.get_by_role("link", name="Fjern afgrænsninger").click()
        page.get_by_role("link", name="Næste side").click()
        expect(page.locator("#status")).to_contain_text("side 2 af")
        expect(page.get_by_role("navigation", name="Sider").locator("[aria-current=page]")).to_have_text(
            "Side 2"
        )
        fits(page, width)


@with_and_without
def test_a_phrase_stands_marked_in_every_result_and_leads_to_its_place(
    visit: Visit, javascript: bool
) -> None:
    with visit(javascript=javascript) as page:
        page.goto("/soeg")
        page.get_by_label("Ord, du søger efter").fill('"stemmer mod"')
        page.get_by_role("button", name="Søg", exact=True).click()
        expect(page.locator(".result-passage").first).to_be_visible()
        for passage in page.locator(".result-passage").all():
            assert "stemmer mod" in passage.locator("mark").first.inner_text().lower()
        quoted = page.locator(".result-passage blockquote").first.text_content()
        page.get_by_role("link", name="Se stedet i referatet").first.click()
        expect(page.locator("#citat")).to_be_in_viewport()
        marked = "".join(page.locator("mark").all_text_contents())
        assert "".join(marked.split()) == "".join((quoted or "").split())


def test_a_citation_is_copied_or_selected(visit: Visit) -> None:
    with visit() as page:
        page.goto("/soeg?q=solceller")
        page.locator("summary", has_text="Citér dette").first.click()
        field = page.get_by_label("Citat som tekst").first
        page.get_by_role("button", name="Kopiér citat som tekst").first.click()
        expect(page.locator("#status")).to_have_text("Kopieret")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == field.input_value()
        page.goto(copied.rsplit(" ", 1)[1])
        expect(page.locator("mark").first).to_be_in_viewport()
        assert page.locator("mark").first.inner_text() in copied
    with visit(javascript=False) as page:
        page.goto("/soeg?q=solceller")
        page.locator("summary", has_text="Citér dette").first.click()
        assert page.get_by_label("Citat som tekst").first.input_value() == copied
        expect(page.get_by_role("button", name="Kopiér")).to_have_count(0)


def test_what_is_taken_along_is_what_is_shown(visit: Visit, pages: httpx.Client) -> None:
    with visit() as page:
        page.goto("/soeg?q=solceller&aar=2025&udfald=rejected")
        shown = page.locator(".result-passage").count()
        with page.expect_download() as taken:
            page.get_by_role("link", name="Regneark (CSV)").click()
        assert taken.value.suggested_filename == "soegning.csv"
        assert taken.value.path().read_text("utf-8").count("\n") >= shown + 1
        feed = page.get_by_role("link", name="Følg søgningen").get_attribute("href")
        entries = feedparser.parse(pages.get(feed or "").content).entries
        assert len(entries) == page.locator(".result").count()
        page.emulate_media(media="print")
        expect(page.locator(".facets")).to_be_hidden()
        expect(page.locator(".result").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_any_state(visit: Visit, width: int) -> None:
    found = {}
    with visit(width=width) as page:
        for name, address in STATES.items():
            page.goto(address)
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            if violations := violations_on(page):
                found[name] = violations
    assert not found


@pytest.mark.parametrize(
    "address",
    [
        "/soeg?q=solceller&aar=x&aar=99999999999999999999&udfald=måske&afsnit=alt&side=0&soegning=nej&orden=nej",
        "/soeg?q=%3Cscript%3Ealert(1)%3C/script%3E&udvalg=%22%3E%3Cimg+src%3Dx%3E",
        "/soeg?q=%00%22&side=" + "9" * 400,
        "/soeg?" + "&".join(f"udvalg={n}" for n in range(300)) + "&q=skole",
    ],
)
def test_whatever_the_address_holds_it_is_text(pages: httpx.Client, address: str) -> None:
    response = pages.get(address)
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "<img src=x>" not in response.text


def test_a_search_that_is_too_long_is_told_so(pages: httpx.Client) -> None:
    response = pages.get("/soeg", params={"q": "skole " * 100})
    assert response.status_code == 422
    assert "Søgningen er for lang" in response.text


def test_links_stay_under_the_path_of_a_proxy(pages: httpx.Client) -> None:
    page = pages.get("/soeg?q=solceller", headers={"X-Forwarded-Prefix": "/besluttet"}).text
    if "/besluttet/static/" in page:  # where the server takes the prefix from the proxy
        assert 'href="/besluttet/v1/search.csv?q=solceller"' in page
        assert 'action="/besluttet/soeg"' in page
