"""Debian's chromium on a really served index of the samples; a request to any other host fails its test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.api.served import Server, serving
from tests.browser.visits import CHROMIUM, QUIETLY, SAMPLES, Visit


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def site(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The samples as a municipality would serve them."""
    settings = {
        "BESLUTTET_SITE_NAME": "Tranevig Kommune",
        "BESLUTTET_CONTACT_EMAIL": "besluttet@tranevig.example",
        "BESLUTTET_ORIGINALS": str(SAMPLES),
        "BESLUTTET_TRUSTED_PROXIES": "127.0.0.1",
        "BESLUTTET_QUESTION_LIMIT": "200",
    }
    with serving(sample_data, tmp_path_factory.mktemp("site"), **settings) as started:
        started.wait_until_ready()
        yield started


@pytest.fixture(scope="session")
def pages(site: Server) -> Iterator[httpx.Client]:
    """The pages as they are sent, without a browser."""
    with httpx.Client(base_url=site.url, timeout=60, headers={"Accept": "text/html"}) as client:
        yield client


@pytest.fixture(scope="module")  # its event loop runs until it ends, and others' tests want theirs
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"there is no chromium at {CHROMIUM} (Debian: apt install chromium)")
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
    yield started
    started.close()


@pytest.fixture
def visit(browser: Browser, site: Server) -> Visit:
    """Opens a page of its own; afterwards nothing may have gone elsewhere, broken, or left a cookie."""
    host = urlsplit(site.url).netloc

    @contextmanager
    def visit(*, width: int = 1280, javascript: bool = True) -> Iterator[Page]:
        context = browser.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            permissions=["clipboard-read", "clipboard-write"],
            locale="da-DK",
        )
        context.set_default_timeout(15_000)
        elsewhere: list[str] = []
        broken: list[str] = []
        context.on(
            "request",
            lambda request: elsewhere.append(request.url) if urlsplit(request.url).netloc != host else None,
        )
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on(
            "console",
            lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None,
        )
        yield page
        assert not elsewhere
        assert not broken
        assert not context.cookies()
        context.close()

    return visit
