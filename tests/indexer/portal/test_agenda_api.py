"""What a portal answers, in all its versions and out of shape; and what of it may be written down."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from played_portal import PlayedPortal, guid

from indexer.parsing import parse
from indexer.portal.agenda_api import (
    as_object,
    completed,
    is_agenda,
    kept_listing,
    papers_of,
    read_listing,
    whole_paper,
)
from indexer.portal.choosing import Choice
from indexer.portal.closed import is_closed_item, is_closed_meeting, without_closed
from indexer.readers import read

SHARED = Path(__file__).parents[4] / "shared" / "minutes"
KEYS = st.sampled_from(
    [
        "Udvalg",
        "Moeder",
        "Id",
        "Navn",
        "Dato",
        "MeetingBeginUtc",
        "Dagsordenpunkter",
        "Bilag",
        "IsOpen",
        "Moede",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=25,
)


@given(st.dictionaries(KEYS, TREES))
def test_whatever_is_answered_is_read_or_refused(answer: dict[str, Any]) -> None:
    meetings = read_listing(answer)
    kept_listing(answer)
    for meeting in meetings or ():
        assert completed(answer, meeting)
        assert Choice(committees=("a",)).takes(meeting) in (True, False)
    papers_of(answer, "x", minutes=True, attachments=True)
    without_closed(answer)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_whatever_bytes_are_an_object_or_not(body: bytes) -> None:
    found = as_object(body)
    assert found is None or isinstance(found, dict)


def test_json_out_of_reason_is_no_object() -> None:
    assert as_object(b'{"a":' * 400 + b"1" + b"}" * 400) is None
    assert as_object(b"[" * 100_000) is None
    assert as_object(b'{"a": ' + b"9" * 5000 + b"}") is None
    assert as_object(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_a_list_without_terms_and_with_doubles() -> None:
    entry = {"Id": guid(1), "Navn": "Referat", "Dato": "2024-06-30T22:30:00Z"}
    committee = {"Id": guid(2), "Navn": "Byrådet", "Moeder": [entry, entry, {"Id": None}, {"Id": "../x"}]}
    meetings = read_listing({"Udvalg": [committee]})
    assert meetings is not None
    assert [(each.id, each.committee, str(each.date)) for each in meetings] == [
        (guid(1), "Byrådet", "2024-07-01")
    ]


def test_what_is_listed_differently_has_another_fingerprint() -> None:
    def fingerprint(**changes: Any) -> str:
        entry = {"Id": guid(1), "Navn": "Dagsorden", "Afsluttet": False} | changes
        (meeting,) = read_listing({"Udvalg": {"Nu": [{"Navn": "Byrådet", "Moeder": [entry]}]}}) or ()
        return meeting.fingerprint

    assert fingerprint() == fingerprint()
    assert len({fingerprint(), fingerprint(Navn="Referat"), fingerprint(Afsluttet=True)}) == 3


@pytest.mark.parametrize(
    "item",
    [
        {"IsOpen": False, "Navn": "Salg"},
        {"IsOpen": "false", "Navn": "Salg"},
        {"IsOpen": 0, "Navn": "Salg"},
        {"IsOpen": True, "Navn": "Lukket: Salg"},
        {"IsOpen": True, "Navn": "(Lukket) Salg"},
        {"IsOpen": True, "Navn": "Salg (Lukket punkt)"},
        {"IsOpen": True, "Caption": "Fortroligt: Salg"},
        {"Navn": "Ikke-offentligt: Salg"},
    ],
)
def test_closed_in_every_way_a_portal_says_it(item: dict[str, Any]) -> None:
    assert is_closed_item(item)
    secret = {"Felter": [{"Html": "hemmeligt"}], "ItemDecision": "hemmeligt", "Nyt": {"a": "hemmeligt"}}
    kept = without_closed({"Dagsordenpunkter": [item | secret]})
    assert "hemmeligt" not in json.dumps(kept)
    assert kept["Dagsordenpunkter"][0]["IsOpen"] is False


@pytest.mark.parametrize("title", ["Ny lukkelov", "Åbningstider", "Lukketider i daginstitutioner", ""])
def test_open_titles_are_open(title: str) -> None:
    assert not is_closed_item({"IsOpen": True, "Navn": title})
    assert not is_closed_meeting("Referat")
    assert is_closed_meeting("Lukket referat")


def test_closed_attachments_of_open_items_are_left_out() -> None:
    papers = [{"Id": guid(1), "Navn": "Kort"}, {"Id": guid(2), "Navn": "Lukket: Notat"}]
    item = {"Navn": "Salg", "IsOpen": True, "Bilag": papers}
    kept = without_closed({"Dagsordenpunkter": [item]})
    assert kept["Dagsordenpunkter"][0]["Bilag"] == papers[:1]


def test_nothing_else_of_an_answer_is_touched() -> None:
    answer = {"Nyt": [1, {"a": None}], "Dagsordenpunkter": [{"Navn": "Salg", "Felter": [{"Html": "<p>"}]}]}
    before = deepcopy(answer)
    assert without_closed(answer) == before == answer


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ('<iframe src="https://a.example/x?a=1&amp;b=2">', "https://a.example/x?a=1&b=2"),
        ("<p>Ingen</p>", None),
        ("", None),
        ("<!-- -->", None),
    ],
)
def test_the_pdf_behind_a_page_for_viewing(page: str, address: str | None) -> None:
    assert whole_paper(page) == address


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared minutes are not beside this checkout")
def test_a_real_answer_through_the_portal(fetch: Callable, folder: Path, portal: PlayedPortal) -> None:
    real = as_object((SHARED / "hvidovre-firstagenda-agenda.json").read_bytes())
    assert real is not None
    assert is_agenda(real)
    portal.withdraw(guid("meeting", 0))
    portal.meetings = {real["Id"]: real["Moede"] | {"Id": real["Id"]}}
    portal.committee_of = {real["Id"]: "Økonomiudvalget"}
    portal.agendas = {real["Id"]: real}
    assert fetch().new == 1
    (path,) = folder.glob("meetings/oekonomiudvalget/oekonomiudvalget-2026-05-18-*.json")
    kept = json.loads(path.read_bytes())
    assert kept["Dagsordenpunkter"][:2] == real["Dagsordenpunkter"][:2]
    assert set(kept["Dagsordenpunkter"][2]) <= {
        "Id", "Navn", "Caption", "Punktnummer", "Number", "Sorting", "IsOpen", "Felter", "Bilag",
    }  # fmt: skip
    meeting = parse(read(path))
    assert [(item.number, item.closed) for item in meeting.items] == [
        ("1", False),
        ("3", False),
        ("34", True),
    ]
    assert meeting.kind == "agenda"
    assert all(
        item.url and item.url.endswith(f"punktid={item_id}")
        for item, item_id in zip(
            meeting.items, [each["Id"] for each in real["Dagsordenpunkter"]], strict=True
        )
    )
