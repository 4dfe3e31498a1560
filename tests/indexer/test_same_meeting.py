"""One meeting told by several documents is told once, by the best of them, whatever order they came in."""

import itertools
import shutil
from pathlib import Path

import pytest
from snapshot import snapshot
from written import Item, minutes

from indexer.corpus import Corpus
from indexer.filters import Filters
from indexer.ingest import ingest, remove
from indexer.minutes import MeetingKind
from indexer.same_meeting import Standing, Telling, ToldItem, settle
from models.embedding import Embedder

ITEMS = [
    Item("Godkendelse af dagsorden", decision="Godkendt."),
    Item("Ny bro over åen", "25/1001", "At broen bygges.", decision="Tiltrådt."),
    Item("Takster for bådpladser", "25/1002", "At taksten er 400 kr.", decision="Udsat."),
]
UNDECIDED = [Item(i.title, i.case_no, i.recommendation, decision=None) for i in ITEMS]
EXTRA = [Item("Ansættelse af havnefoged", "25/1003", "At stillingen slås op.", decision=None)]

MINUTES = minutes(ITEMS)
PAPERS = {
    "referat.txt": MINUTES,
    "referat-udskrift.md": MINUTES.replace("Mødested", "\nMødested"),
    "dagsorden.txt": minutes(UNDECIDED).replace("REFERAT", "DAGSORDEN"),
    "tillaeg.txt": minutes(EXTRA, first=4).replace("REFERAT", "TILLÆGSDAGSORDEN"),
    "ekstra.txt": minutes([ITEMS[0], Item("Salg af kajplads 7", "25/1009")]),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "referater"
    home.mkdir()
    return home


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text(PAPERS[name], "utf-8")


def standings(data: Path) -> dict[str, tuple[str | None, str | None]]:
    with Corpus.open(data) as corpus:
        return {d.id: (d.superseded_by, d.part_of) for d in corpus.documents()}


ALL_IN = {
    "referat": ("referat-udskrift", None),
    "referat-udskrift": (None, None),
    "dagsorden": ("referat-udskrift", None),
    "tillaeg": (None, "referat-udskrift"),
    "ekstra": (None, None),
}


def test_whatever_order_they_come_in(folder: Path, tmp_path: Path, small_embedder: Embedder) -> None:
    orders = list(itertools.permutations(PAPERS))[::40]
    for number, order in enumerate(orders):
        data = tmp_path / f"data-{number}"
        for name in order:
            put(folder, name)
            ingest([folder], data, small_embedder)
        assert standings(data) == ALL_IN, order
        snapshot(data)
        for path in folder.iterdir():
            path.unlink()


def test_what_won_goes_and_the_other_comes_back(
    folder: Path, tmp_path: Path, small_embedder: Embedder
) -> None:
    data = tmp_path / "data"
    put(folder, *PAPERS)
    report = ingest([folder], data, small_embedder)
    assert report.superseded == (("dagsorden", "referat-udskrift"), ("referat", "referat-udskrift"))
    remove("referat-udskrift", data)
    assert standings(data) == {
        "referat": (None, None),
        "dagsorden": ("referat", None),
        "tillaeg": (None, "referat"),
        "ekstra": (None, None),
    }
    (folder / "referat.txt").unlink()
    (folder / "referat-udskrift.md").unlink()
    ingest([folder], data, small_embedder)
    assert standings(data) == {
        "dagsorden": (None, None),
        "tillaeg": (None, "dagsorden"),
        "ekstra": (None, None),
    }
    with Corpus.open(data) as corpus:
        assert [m.id for m in corpus.meetings()] == ["dagsorden", "ekstra"]
        assert [i.id for i in corpus.items_of_meeting("dagsorden")][-1] == "tillaeg.4"
        assert corpus.head("tillaeg").part_of == "dagsorden"


def test_nothing_is_told_twice(folder: Path, tmp_path: Path, small_embedder: Embedder) -> None:
    data = tmp_path / "data"
    put(folder, *PAPERS)
    ingest([folder], data, small_embedder)
    with Corpus.open(data) as corpus:
        found = [i.item.title for i in corpus.find_items(Filters())]
        particular = [title for title in found if title != ITEMS[0].title]  # that one two meetings had
        assert sorted(particular) == sorted(set(particular))
        assert [i.id for i in corpus.items_of_case("25/1001")] == ["referat-udskrift.2"]
        (ordinary,) = [m for m in corpus.meetings() if m.id == "referat-udskrift"]
        assert (ordinary.items, ordinary.decisions) == (4, 3)
        held = {chunk.document for chunk in corpus.chunks(corpus.chunk_ids().tolist())}
        assert held == {"referat-udskrift", "tillaeg", "ekstra"}
        assert corpus.reach(Filters()).meetings == 2


def test_a_changed_date_leaves_the_meeting_and_joins_another(
    folder: Path, tmp_path: Path, small_embedder: Embedder
) -> None:
    data = tmp_path / "data"
    put(folder, "referat.txt", "dagsorden.txt")
    ingest([folder], data, small_embedder)
    assert standings(data)["dagsorden"] == ("referat", None)
    (folder / "referat.txt").write_text(minutes(ITEMS, day="04-02-2025"), "utf-8")
    ingest([folder], data, small_embedder)
    assert standings(data) == {"dagsorden": (None, None), "referat": (None, None)}
    fresh = tmp_path / "fresh"
    ingest([folder], fresh, small_embedder)
    assert snapshot(data) == snapshot(fresh)
    shutil.rmtree(fresh)


def telling(document: str, **said: object) -> Telling:
    given: dict[str, object] = {
        "path": f"/{document}",
        "format": "pdf",
        "kind": MeetingKind.MINUTES,
        "supplementary": False,
        "municipality": "Vigsted",
        "committee": "Havneudvalget",
        "time": None,
        "items": (ToldItem("Ny bro", "25/1", False), ToldItem("Takster", None, False)),
        "decisions": 2,
    }
    return Telling(document, **(given | said))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("better", "lesser"),
    [
        ({}, {"kind": MeetingKind.AGENDA}),
        ({"decisions": 3}, {"format": "json"}),
        ({"format": "json"}, {}),
        ({}, {"ocr": True}),
        ({}, {"format": "txt"}),
        ({}, {"items": (ToldItem("Ny bro", None, False),)}),
        ({}, {"committee": "Havneudvalg"}),
        ({}, {"municipality": None}),
        ({}, {"items": (), "kind": MeetingKind.AGENDA}),
        ({}, {"items": (ToldItem("Ny  BRO.", None, False), ToldItem("Takster", "25/9", False))}),
    ],
)
def test_the_better_one_stands(better: dict[str, object], lesser: dict[str, object]) -> None:
    both = (telling("lesser", **lesser), telling("better", **better))
    for order in (both, both[::-1]):
        assert settle(order) == {"better": Standing(), "lesser": Standing(superseded_by="better")}


@pytest.mark.parametrize(
    "other",
    [
        {"municipality": "Tranevig"},
        {"committee": "Byrådet"},
        {
            "items": (
                ToldItem("Ny bro", "25/2", False),
                ToldItem("Salg", None, False),
                ToldItem("Køb", None, False),
            )
        },
        {"items": (ToldItem("Eventuelt", None, False), ToldItem("Lokalplan 12", None, False))},
        {"items": ()},
    ],
)
def test_others_stand_beside_it(other: dict[str, object]) -> None:
    assert set(settle([telling("one"), telling("other", **other)]).values()) == {Standing()}


def test_plans_that_differ_by_a_number_are_two() -> None:
    def of(number: int) -> tuple[ToldItem, ...]:
        return (ToldItem(f"Forslag til lokalplan {number} for havnen", None, False),)

    assert set(settle([telling("a", items=of(112)), telling("b", items=of(113))]).values()) == {Standing()}


def test_closed_minutes_are_a_part() -> None:
    closed = telling("closed", items=(ToldItem("Køb af grund", None, True),), decisions=0)
    assert settle([closed, telling("open")])["closed"] == Standing(part_of="open")


def test_a_nameless_municipality_is_no_bridge_between_two() -> None:
    three = [telling("a"), telling("b", municipality="Tranevig"), telling("c", municipality=None)]
    assert set(settle(three).values()) == {Standing()}
