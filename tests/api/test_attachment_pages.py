"""A quote from an attachment leads to its words, on the page of its item and on that of the minutes."""

import asyncio
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from indexer.corpus import Corpus
from indexer.ingest import ingest
from indexer.minutes import SectionKind
from models.embedding import Embedder

MINUTES = """REFERAT Havneudvalget d. 03-02-2025

Punkt 1: Takster for bådpladser

Beslutning

Godkendt.

Punkt 2: Ny mole

Beslutning

Udsat.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    home = tmp_path_factory.mktemp("havn")
    (home / "r" / "havn bilag").mkdir(parents=True)
    (home / "r" / "havn.txt").write_text(MINUTES, "utf-8")
    (home / "r" / "havn bilag" / "Punkt 1 Brev.txt").write_text("Joller skal koste 275 kr. om året.", "utf-8")
    assert not ingest([home / "r"], home / "data", embedder).failures
    return home / "data"


def test_an_attachment_is_shown_where_it_is_quoted_and_only_there(data: Path) -> None:
    with Corpus.open(data) as corpus:
        item = corpus.item("havn.1").item
        (letter,) = [section for section in item.sections if section.kind is SectionKind.ATTACHMENT]

    async def talk() -> list[httpx.Response]:
        app = create_app(Settings(data=data))
        transport = httpx.ASGITransport(app, client=("203.0.113.9", 40_000))
        app.state.room.open()
        async with httpx.AsyncClient(transport=transport, base_url="http://besluttet.test") as client:
            for _ in range(300):
                if (await client.get("/readyz")).status_code == 200:
                    break
                await asyncio.sleep(0.1)
            marked = f"?fra={letter.span.start}&til={letter.span.end}"
            paths = (
                f"/punkter/havn.1{marked}",
                f"/referater/havn{marked}",
                "/punkter/havn.1",
                "/referater/havn",
            )
            return [await client.get(path) for path in (*paths, "/v1/items/havn.1")]

    item_page, minutes_page, plain_item, plain_minutes, record = asyncio.run(talk())
    for page in (item_page, minutes_page):
        assert page.status_code == 200
        assert "Bilag: Brev" in page.text
        assert page.text.count("Joller skal koste 275 kr. om året.") == 1
        assert page.text.index("Bilag: Brev") < page.text.index("Joller skal koste")
    for page in (plain_item, plain_minutes):
        assert page.status_code == 200
        assert "Joller" not in page.text
    assert [section["kind"] for section in record.json()["sections"]] == ["decision"]
