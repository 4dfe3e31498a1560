"""A portal's JSON: one meeting in the form of the portal's PDFs, whatever is missing in it."""

import json
from typing import Any

import pytest

from indexer.errors import UnreadableDocument
from indexer.readers.firstagenda_json import read

MEETING, ITEM = "0cad2b4d-c4a2-4583-a053-60704b2da0e5", "9522c689-370b-4c16-a653-39b02b010cae"


def answer(**changes: Any) -> bytes:
    return json.dumps(
        {
            "Id": MEETING,
            "Udvalg": {"Navn": "Kulturudvalget"},
            "Moede": {
                "Navn": "Referat",
                "MeetingBeginUtc": "2024-12-04T16:00:00+01:00",
                "Sted": "Salen ",
                "Moededeltagere": [
                    {"Name": "Ane  Juul"},
                    {"Name": "Bo Kjær", "ParticipationCancelled": True},
                    {"Name": "Cilla Dam", "Absent": True},
                ],
            },
            "Dagsordenpunkter": [item(Sorting=2, Punktnummer="2", Navn="Eventuelt"), item()],
        }
        | changes
    ).encode()


def item(**changes: Any) -> dict[str, Any]:
    return {
        "Id": ITEM,
        "Punktnummer": "1",
        "Navn": "Ny svømmehal",
        "Sorting": 1,
        "IsOpen": True,
        "SagsNummer": "24/1234",
        "Felter": [
            {
                "Navn": "",
                "Html": "<div><h3>Indstilling</h3><span><title>Word</title><p>Det indstilles</p>"
                "<ol><li>at bygge</li></ol></span><h3></h3><p>Kort.</p></div>",
                "Link": "https://referater.koege.dk/vis/pdf/bilag/x",
            }
        ],
        "Bilag": [{"Navn": "Tegning", "Order": 2}, {"Navn": "Kort", "Order": 1}],
    } | changes


def test_written_out_in_order() -> None:
    source = read(answer())
    assert source.text.split("\n\n")[:13] == [
        "REFERAT Kulturudvalget d. 04-12-2024",
        "Kommune Køge",
        "Mødedato onsdag den 4. december 2024 kl. 16.00",
        "Mødested Salen",
        "Mødedeltagere Ane Juul, Bo Kjær (Afbud), Cilla Dam (Fravær)",
        "Punkt 1: Ny svømmehal",
        "24/1234",
        "Indstilling",
        "Det indstilles",
        "1. at bygge",
        "Kort.",
        "Bilag",
        "- Kort",
    ]
    assert "Punkt 2: Eventuelt" in source.text
    assert source.links[0] == (
        source.text.index("Punkt 1:"),
        f"https://referater.koege.dk/vis?id={MEETING}&punktid={ITEM}",
    )
    assert sum(not len(heading.span) for heading in source.headings) == 2


@pytest.mark.parametrize(
    ("name", "word"), [("Dagsorden", "DAGSORDEN"), ("Tillægsdagsorden", "TILLÆGSDAGSORDEN")]
)
def test_an_agenda_is_called_one(name: str, word: str) -> None:
    assert read(answer(Moede={"Navn": name})).text.startswith(f"{word} Kulturudvalget\n")


def test_utc_becomes_danish_time() -> None:
    summer = read(answer(Moede={"Navn": "Referat", "MeetingBeginUtc": "2024-06-30T22:30:00Z"})).text
    assert "Mødedato mandag den 1. juli 2024 kl. 00.30" in summer


@pytest.mark.parametrize(
    "closed",
    [item(IsOpen=False, Navn="Salg"), item(IsOpen=False, Navn="Lukket: Salg"), item(Navn="Lukket: Salg")],
)
def test_a_closed_item_is_a_title_only(closed: dict[str, Any]) -> None:
    source = read(answer(Dagsordenpunkter=[closed]))
    assert source.text.endswith("Punkt 1: Lukket: Salg")


def test_sections_in_fields_of_their_own_and_a_decision_beside_them() -> None:
    fields = [{"Navn": "Resume", "Html": "<p>Kort.</p>"}, {"Navn": "Økonomi", "Tekst": "Ingen."}]
    source = read(answer(Dagsordenpunkter=[item(Felter=fields, ItemDecision="<p>Tiltrådt.</p>")]))
    assert "Resume\n\nKort.\n\nØkonomi\n\nIngen.\n\nBeslutning\n\nTiltrådt." in source.text


def test_missing_and_odd_values_are_no_error() -> None:
    odd = [{}, {"Navn": None, "Felter": "x", "Bilag": [1]}, 7, item(Punktnummer=None, Id=5, Sorting="x")]
    source = read(answer(Dagsordenpunkter=odd, Moede=None, Udvalg=[], Id=None))
    assert "Ny svømmehal" in source.text
    assert "\ud800" not in read(answer(Udvalg={"Navn": "A\ud800"})).text


@pytest.mark.parametrize(
    "data", [b'{"Udvalg": {}}', b"[1, 2]", b'{"Dagsordenpunkter": 3}', b"{", b"[" * 100_000]
)
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="JSON"):
        read(data)


def test_real_answer(real) -> None:
    source = read(real("hvidovre").read_bytes())
    titles = [h.span.of(source.text) for h in source.headings if h.level == 2]
    assert [title.split(":")[0] for title in titles] == ["Punkt 1", "Punkt 3", "Punkt 34"]
    assert source.text.startswith("DAGSORDEN ")
    assert source.text.count("Lukket") == 1
    assert len(source.links) == 3
    assert source.text.split("\n\n")[1] == "Kommune Hvidovre"
