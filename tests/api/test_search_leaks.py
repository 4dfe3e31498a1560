"""Canaries: closed text and CPR numbers are in no answer to a search and in no file taken along."""

from pathlib import Path

import httpx
import pytest
from served import serving

from indexer.ingest import ingest
from models.embedding import Embedder

CANARY = "zebrafinkebur"
CPR = "010190-1234"
FORMS = [CANARY, CANARY.upper(), "zebrafinke", "finkebur", CPR, CPR.replace("-", ""), "99/7777"]
SECRET = f"Et {CANARY} til {CPR} købes for 7.777 kr. under sag 99/7777."
MINUTES = f"""REFERAT Havneudvalget d. 20-08-2024

Mødedato tirsdag d. 20. august 2024 kl. 17:15

Punkt 1: Bro over åen
25/1001
Baggrund
Ejeren er {CPR.replace("-", " ")}. Broen males.
Beslutning
Godkendt.

Punkt 2: Lukket: Køb af bur
99/7777
Baggrund
{SECRET}
Indstilling
{SECRET}
Beslutning
{SECRET}
"""


@pytest.mark.slow
def test_nothing_closed_and_no_cpr_number_can_be_searched_out_or_taken_along(
    tmp_path: Path, embedder: Embedder
) -> None:
    file = tmp_path / "referater" / "moede.txt"
    file.parent.mkdir()
    file.write_text(MINUTES, "utf-8")
    ingest([file], tmp_path / "data", embedder)
    with serving(tmp_path / "data", tmp_path) as server, server.client() as client:
        server.wait_until_ready()
        found = said(client, ["bro", "Køb af bur", '"køb af bur"', "ejeren", "godkendt"])
        assert "Broen males" in found
        assert "Køb af bur" in found  # its title is public
        assert [form for form in FORMS if form in found] == []
        for secret in (CANARY, CPR, "99/7777", f'"{CPR}"', "zebrafinke"):
            for mode in ("hybrid", "keyword", "semantic"):
                answer = client.get("/v1/search", params={"q": secret, "mode": mode}).json()
                assert not [form for form in FORMS if form in repr(answer)]
            assert client.get("/v1/search", params={"q": secret, "mode": "keyword"}).json()["total"] == 0
    log = server.log.read_text("utf-8")
    assert [form for form in FORMS if form in log] == []


def said(client: httpx.Client, searches: list[str]) -> str:
    """All that the searches give, in every form, and on the page."""
    addresses = ["/v1/search", *(f"/v1/search.{form}" for form in ("csv", "jsonl", "ris", "atom")), "/soeg"]
    answers = [client.get(address, params={"q": words}) for words in searches for address in addresses]
    assert {answer.status_code for answer in answers} == {200}
    return "\n".join(answer.text for answer in answers)
