"""axe-core finds nothing on any page in any state, nor on a narrow screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.visits import Visit

AXE = (Path(__file__).parent / "vendor" / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

STATES = {
    "first page": "/",
    "decision": "/?q=Hvad+blev+resultatet+for+solcelleparken+i+Byrådet%3F",
    "points and steps": "/?q=Blev+Hulbæk+Skole+lukket%3F",
    "fact": "/?q=Hvad+kostede+ombygningen+på+Kajgade+i+sidste+ende%3F",
    "list": "/?q=Hvilke+forslag+blev+afvist+i+2024%3F",
    "meeting": "/?q=Hvem+deltog+i+byrådsmødet+den+24.+juni+2025%3F",
    "refusal": "/?q=Hvad+blev+besluttet+om+atomkraft%3F",
    "english": "/?q=Was+the+solar+park+near+Vesterlyng+approved%3F",
    "narrowed": "/?q=Hvad+blev+besluttet+om+solceller%3F&udvalg=Byrådet&fra=2024-01-01&til=2025-12-31",
    "wrong dates": "/?q=Hvad%3F&fra=2025-01-01&til=2024-01-01",
    "item": "/punkter/byraadet-2025-06-24.91",
    "item with quote": "/punkter/byraadet-2025-06-24.91?fra=3389&til=3841#citat",
    "item, place gone": "/punkter/byraadet-2025-06-24.91?fra=9999998&til=9999999",
    "closed item": "/punkter/byraadet-2024-04-30.7",
    "item with original": "/punkter/teknik-og-miljoeudvalget-2023-09-13.3",
    "minutes": "/referater/byraadet-2024-04-30?fra=2789&til=3009#citat",
    "case": "/sager/2024-009120",
    "case over years": "/sager/2023-004410",
    "meetings": "/moeder",
    "no meetings": "/moeder?udvalg=Findesikke",
    "about": "/om",
    "statement": "/tilgaengelighed",
    "not found": "/findes-ikke",
    "bad address": "/punkter/byraadet-2025-06-24.91?fra=x",
}


ON_A_PHONE = (
    "first page",
    "points and steps",
    "wrong dates",
    "item with quote",
    "minutes",
    "case",
    "meetings",
)
"""Where a narrow page is laid out otherwise than a wide one."""


@pytest.mark.parametrize(("width", "states"), [(320, ON_A_PHONE), (1280, tuple(STATES))], ids=["320", "1280"])
def test_axe_finds_nothing(visit: Visit, width: int, states: tuple[str, ...]) -> None:
    found = {}
    with visit(width=width) as page:
        for name in states:
            page.goto(STATES[name])
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            if violations := violations_on(page):
                found[name] = violations
    assert not found


def test_axe_finds_what_is_wrong(visit: Visit) -> None:
    with visit() as page:
        page.goto("/om")
        page.evaluate("document.documentElement.removeAttribute('lang')")
        page.evaluate("document.querySelector('main p').style.color = '#ccc'")
        assert {one.split(":")[0] for one in violations_on(page)} == {"html-has-lang", "color-contrast"}


def violations_on(page: Page) -> list[str]:
    page.evaluate(AXE)
    result = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]
