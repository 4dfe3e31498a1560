"""Takes the pictures in README of the really served samples: ``make screenshots``, with chromium at hand."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from indexer.ingest import ingest
from models.embedding import Embedder
from tests.api.served import serving
from tests.browser.visits import CHROMIUM, QUIETLY, SAMPLES

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
SHOTS = (
    ("wide.png", "/?q=Hvad+blev+resultatet+for+solcelleparken+i+Byrådet%3F", 1280, 860, 1.0),
    ("phone.png", "/?q=Hvad+blev+resultatet+for+solcelleparken+i+Byrådet%3F", 390, 844, 1.5),
)
"""File, page, width and height of the window in CSS pixels, pixels of the picture for each."""


def main() -> None:
    """Index the samples, serve them, and take one picture after the other."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        ingest([SAMPLES / "minutes"], data, Embedder())
        with (
            serving(data, Path(folder), BESLUTTET_SITE_NAME="Tranevig Kommune") as server,
            sync_playwright() as playwright,
        ):
            server.wait_until_ready()
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
            for name, address, width, height, scale in SHOTS:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, device_scale_factor=scale, locale="da-DK"
                )
                page.goto(server.url + address)
                page.evaluate("document.fonts.ready")
                page.screenshot(path=FOLDER / name)
                print(f"{FOLDER / name}: {(FOLDER / name).stat().st_size / 1024:.0f} KiB")
            browser.close()


if __name__ == "__main__":
    main()
