"""The invented minutes of ``benchmarks/`` are minutes: our parser finds in them what was put in."""

import json
import sys
from pathlib import Path

import pytest

from indexer.parsing import parse
from indexer.readers import read

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def crowd(monkeypatch_module):
    monkeypatch_module.syspath_prepend(str(ROOT / "benchmarks"))
    from invented.layouts import LAYOUTS
    from invented.meetings import meetings

    return LAYOUTS, meetings


def test_every_layout_is_read_back_whole(crowd, tmp_path):
    layouts, meetings = crowd
    for number, meeting in enumerate(meetings(240, seed=1)):
        file = tmp_path / "minutes.txt"
        file.write_text(layouts[number % len(layouts)](meeting), "utf-8")
        found = parse(read(file))
        assert (found.municipality, found.committee, found.date) == (
            meeting.municipality,
            meeting.committee,
            meeting.day,
        )
        assert [item.title for item in found.items] == [item.title for item in meeting.items]
        assert [item.closed for item in found.items] == [item.closed for item in meeting.items]
        for item, written in zip(found.items, meeting.items, strict=True):
            assert any(not decision.prior for decision in item.decisions) == bool(written.decision)
            assert sum(decision.prior for decision in item.decisions) == len(written.earlier)


def test_the_same_seed_gives_the_same_minutes_and_as_many_items_as_asked_for(crowd):
    _, meetings = crowd
    once, again, other = (list(meetings(500, seed)) for seed in (5, 5, 6))
    assert once == again
    assert once != other
    assert sum(len(meeting.items) for meeting in once) == 500


@pytest.mark.usefixtures("crowd")
def test_no_place_of_theirs_is_one_of_the_samples():
    samples = "\n".join(
        json.loads(line)["q"] for line in (ROOT / "samples/questions.jsonl").read_text("utf-8").splitlines()
    )
    names = sys.modules["invented.names"]
    assert not [town for town in names.MUNICIPALITIES if town in samples]
    villages = {b + e for b in names.VILLAGE_BEGINNINGS for e in names.VILLAGE_ENDINGS}
    assert not [village for village in sorted(villages) if village in samples]
