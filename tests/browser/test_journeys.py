"""What people come for, walked from the first page on: with and without JavaScript, narrow and wide."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from indexer.source_text import fold
from tests.browser.visits import Visit

WIDTHS = (320, 768, 1280)
QUESTION = "Hvad blev resultatet for solcelleparken i Byrådet?"
CASE = "2024-009120"

everywhere = pytest.mark.parametrize("width", WIDTHS)
with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])


def ask(page: Page, question: str) -> None:
    page.get_by_label("Dit spørgsmål").fill(question)
    page.get_by_role("button", name="Spørg").click()


def fits(page: Page, width: int) -> None:
    """No page is wider than the window: nobody has to scroll sideways to read (WCAG 1.4.10)."""
    beyond = page.evaluate(
        """width => [...document.querySelectorAll("main *")].filter(one =>
            one.getBoundingClientRect().right > width + 1
            && !one.closest(".picture-frame, .table-frame, .sr-only, details:not([open])")
        ).map(one => one.outerHTML.slice(0, 200))""",
        width,
    )
    assert not beyond
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def words(quote: Locator) -> str:
    return fold(quote.text_content() or "")


@everywhere
@with_and_without
def test_politician_asks_reads_and_sees_it_in_the_minutes(
    visit: Visit, pages: httpx.Client, width: int, javascript: bool
) -> None:
    with visit(width=width, javascript=javascript) as page:
        page.goto("/")
        ask(page, QUESTION)
        answer = page.get_by_role("article")
        expect(answer.locator(".answer-sentence")).to_contain_text("Byrådet besluttede den 24. juni 2025")
        card = answer.locator(".quote-card").first
        quote = words(card.locator("blockquote"))
        assert "forkastet med 11 stemmer mod 10" in quote
        expect(card).to_contain_text("Afvist")
        expect(card).to_contain_text("Byrådet, 24. juni 2025")
        for place in ("punkt 91", "side 4", f"sag {CASE}"):
            expect(card).to_contain_text(place)
        expect(answer).to_contain_text("at Byrådet vedtager forslag til kommuneplantillæg 12")
        expect(page.get_by_role("complementary")).to_contain_text("Hvor sikkert er svaret?")
        assert parse_qs(urlsplit(page.url).query)["q"] == [QUESTION]
        fits(page, width)

        card.get_by_text("Citér dette").click()
        as_text = card.get_by_label("Citat som tekst").input_value()
        assert as_text.startswith(f"»{quote}« Beslutning: Byrådet, 24. juni 2025, punkt 91")
        permanent = as_text.rsplit(" ", 1)[1]
        if javascript:
            card.get_by_role("button", name="Kopiér citat som tekst").click()
            expect(page.get_by_role("status")).to_have_text("Kopieret")
            assert page.evaluate("navigator.clipboard.readText()") == as_text

        card.get_by_role("link", name="Se stedet i referatet").click()
        assert page.url == permanent
        expect(page.locator("#citat")).to_be_in_viewport()
        marked = fold(" ".join(page.locator("mark").all_text_contents()))
        assert marked == quote
        asked = parse_qs(urlsplit(page.url).query)
        text = pages.get("/v1/documents/byraadet-2025-06-24/text").text
        assert fold(text[int(asked["fra"][0]) : int(asked["til"][0])]) == marked
        expect(page.get_by_role("heading", name="Indstilling")).to_be_visible()
        expect(page.get_by_role("heading", name="Økonomi", exact=True)).to_be_visible()
        fits(page, width)

        page.go_back()
        expect(page.locator(".quote-card blockquote").first).to_contain_text("forkastet med 11 stemmer")


@everywhere
@with_and_without
def test_clerk_narrows_a_question_and_follows_the_case(visit: Visit, width: int, javascript: bool) -> None:
    with visit(width=width, javascript=javascript) as page:
        page.goto("/")
        page.locator("summary", has_text="Afgræns").click()
        page.get_by_label("Udvalg").select_option("Socialudvalget")
        ask(page, "Blev solcelleparken ved Vesterlyng forkastet?")
        refused = page.get_by_role("heading", name="Ikke besluttet i de referater, der er søgt i")
        expect(refused).to_be_visible()
        assert parse_qs(urlsplit(page.url).query)["udvalg"] == ["Socialudvalget"]
        fits(page, width)

        page.get_by_label("Udvalg").select_option("Byrådet")
        ask(page, "Blev solcelleparken ved Vesterlyng forkastet?")
        expect(refused).not_to_be_visible()
        page.get_by_role("link", name="Følg sagen").first.click()
        expect(page.get_by_role("img", name="Sagens vej gennem udvalgene")).to_be_visible()
        rows = page.get_by_role("table").locator("tbody tr")
        expect(rows).to_have_count(3)
        assert [words(row.locator("td").last) for row in rows.all()] == [
            "Anbefalet",
            "Sendt videre",
            "Afvist",
        ]
        rows.last.get_by_role("link").click()
        expect(page.locator("#trin-3 blockquote").first).to_be_in_viewport()
        fits(page, width)


@with_and_without
def test_researcher_finds_a_meeting_and_reads_all_of_its_minutes(visit: Visit, javascript: bool) -> None:
    with visit(javascript=javascript) as page:
        page.goto("/")
        page.get_by_role("link", name="Møder", exact=True).click()
        page.get_by_role("link", name="2024", exact=True).click()
        page.get_by_label("Udvalg").select_option("Byrådet")
        page.get_by_role("button", name="Vis møder").click()
        page.get_by_role("link", name="Byrådet, 30. april 2024").click()
        agenda = page.get_by_role("navigation", name="Punkter på mødet")
        expect(agenda.get_by_role("listitem")).to_have_count(7)
        agenda.get_by_role("link", name="Udtrædelse af Turistsamarbejdet Vestfjorden").click()
        item = page.get_by_role("region", name="6. Udtrædelse af Turistsamarbejdet Vestfjorden")
        expect(item).to_be_in_viewport()
        item.get_by_role("link", name="Punktets egen side").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Turistsamarbejdet Vestfjorden")
        expect(page.get_by_role("navigation", name="Andre punkter")).to_contain_text("Næste: punkt 7")


def test_example_questions_are_of_this_index_and_are_answered(visit: Visit) -> None:
    with visit() as page:
        page.goto("/")
        examples = page.locator(".examples a")
        assert 2 <= examples.count() <= 6
        page.get_by_role("link", name=examples.first.inner_text()).click()
        expect(page.locator(".quote-card").first).to_be_visible()


def test_keyboard_goes_past_the_menu_and_asks(visit: Visit) -> None:
    with visit() as page:
        page.goto("/")
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Gå til indhold")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        field = page.get_by_label("Dit spørgsmål")
        expect(field).to_be_focused()
        assert field.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
        page.keyboard.type(QUESTION)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Svaret er fundet.")
        expect(page.locator(".quote-card").first).to_be_in_viewport()


def test_waiting_is_told_and_then_the_answer(visit: Visit) -> None:
    with visit() as page:
        page.goto("/")
        expect(page.locator("#undervejs")).not_to_be_visible()
        held = []
        page.route("**/?q=*", lambda route: held.append(route))
        ask(page, QUESTION)
        expect(page.locator("#undervejs")).to_be_visible()
        expect(page.get_by_role("status")).to_contain_text("Søger i referaterne")
        held[0].continue_()
        expect(page.locator("#undervejs")).not_to_be_visible()
        expect(page.get_by_role("status")).to_have_text("Svaret er fundet.")


def test_an_error_in_the_form_is_told_where_it_is(visit: Visit) -> None:
    with visit() as page:
        page.goto("/?q=Hvad+blev+besluttet%3F&fra=2025-01-01&til=2024-01-01")
        expect(page.get_by_label("Fra dato")).to_have_accessible_description(
            "Fejl: Periodens første dag ligger efter den sidste. Byt om på dem."
        )
        page.get_by_label("Fra dato").fill("2023-01-01")
        ask(page, "x" * 201)
        expect(page.get_by_label("Dit spørgsmål")).to_have_accessible_description(
            "Fejl: Spørgsmålet er for langt. Skriv højst 200 tegn."
        )


def test_english_is_marked_as_english_and_its_quotes_as_danish(visit: Visit) -> None:
    with visit() as page:
        page.goto("/?q=Was+the+solar+park+near+Vesterlyng+approved%3F")
        expect(page.locator(".answer-sentence")).to_have_attribute("lang", "en")
        expect(page.locator(".answer-sentence")).to_contain_text("Byrådet decided on 24 June 2025")
        for quote in page.locator("blockquote").all():
            expect(quote).to_have_attribute("lang", "da")
