"""Real minutes and the samples, whole: every item, number, decision and person that is in them."""

from collections.abc import Callable
from datetime import date, time
from functools import cache
from pathlib import Path

import pytest
from parsed import check

from indexer.minutes import AgendaItem, Meeting, MeetingKind, SectionKind
from indexer.parsing import parse
from indexer.readers import read
from indexer.source_text import SourceText, fold

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "minutes"
SAMPLES = sorted((ROOT / "samples" / "minutes").iterdir())
NAMES = ("koege-socialudvalget-2025", "koege-socialudvalget-2023", "ballerup", "aarhus", "hvidovre")


@cache
def read_and_parsed(path: Path) -> tuple[SourceText, Meeting]:
    source = read(path)
    return source, parse(source)


@pytest.fixture
def document() -> Callable[[str], tuple[SourceText, Meeting]]:
    def find(beginning: str) -> tuple[SourceText, Meeting]:
        found = sorted(SHARED.glob(f"{beginning}*"))
        if not found:
            pytest.skip(f"no real minutes {beginning}* beside this checkout")
        return read_and_parsed(found[0])

    return find


def item_of(meeting: Meeting, number: str) -> AgendaItem:
    return next(item for item in meeting.items if item.number == number)


def own(source: SourceText, meeting: Meeting) -> dict[str, list[str]]:
    return {
        item.number: [fold(d.span.of(source.text)) for d in item.decisions if not d.prior]
        for item in meeting.items
    }


@pytest.mark.parametrize("name", NAMES)
def test_real_records_are_sound(document, name: str) -> None:
    source, meeting = document(name)
    check(source, meeting)
    assert parse(source) == meeting


@pytest.mark.parametrize(
    ("name", "layout", "numbers", "closed", "cases"),
    [
        (NAMES[0], "firstagenda", range(67, 81), {"79", "80"}, 9),
        (NAMES[1], "firstagenda", range(114, 124), {"122", "123"}, 5),
        (NAMES[2], "numbered", range(1, 9), set(), 8),
        (NAMES[3], "firstagenda", range(1, 7), set(), 5),
        (NAMES[4], "firstagenda", (1, 3, 34), {"34"}, 2),
    ],
)
def test_items(document, name: str, layout: str, numbers: range, closed: set[str], cases: int) -> None:
    _, meeting = document(name)
    assert meeting.layout == layout
    assert [item.number for item in meeting.items] == [str(number) for number in numbers]
    assert {item.number for item in meeting.items if item.closed} == closed
    assert sum(item.case_no is not None for item in meeting.items) == cases


@pytest.mark.parametrize(
    ("name", "kind", "committee", "day", "hour", "place", "municipality"),
    [
        (NAMES[0], "minutes", "Socialudvalget", date(2025, 9, 1), time(17), "Byrådsstuen Niels Juel", "Køge"),
        (
            NAMES[1],
            "minutes",
            "Socialudvalget",
            date(2023, 10, 9),
            time(16, 30),
            "Boholtevej 85A, Køge",
            "Køge",
        ),
        (
            NAMES[2],
            "minutes",
            "Sundheds- og Forebyggelsesudvalget",
            date(2012, 12, 4),
            time(13),
            "Lokale 32 på Ballerup Rådhus",
            "Ballerup",
        ),
        (
            NAMES[3],
            "minutes",
            "Teknisk Udvalg",
            date(2025, 10, 1),
            time(15, 45),
            "Udvalgsværelse 398",
            "Aarhus",
        ),
        (NAMES[4], "agenda", "Økonomiudvalget", date(2026, 5, 18), time(17), "Hvidovre", "Hvidovre"),
    ],
)
def test_heads(
    document, name: str, kind: str, committee: str, day: date, hour: time, place: str, municipality: str
) -> None:
    _, meeting = document(name)
    assert meeting.kind is MeetingKind(kind)
    assert (meeting.committee, meeting.date, meeting.time) == (committee, day, hour)
    assert meeting.place is not None
    assert meeting.place.endswith(place)
    assert meeting.municipality == municipality
    assert meeting.warnings == ()


@pytest.mark.parametrize(
    ("name", "count", "absent"),
    [
        (NAMES[0], 7, {"Osama Aref Mohamad", "Martin Knudsen", "Kirsten Larsen"}),
        (NAMES[1], 7, {"Martin Knudsen"}),
        (NAMES[2], 8, set()),
        (NAMES[3], 0, set()),
        (NAMES[4], 2, set()),
    ],
)
def test_people(document, name: str, count: int, absent: set[str]) -> None:
    _, meeting = document(name)
    assert len(meeting.attendance) == count
    assert {person.name for person in meeting.attendance if person.absent} == absent


def test_parties_and_roles(document) -> None:
    _, meeting = document("ballerup")
    assert [(person.party, person.role) for person in meeting.attendance] == [
        ("A", "formand"),
        ("A", "næstformand"),
        ("F", None),
        ("A", None),
        ("V", None),
        ("A", None),
        ("A", None),
        (None, "sekretær"),
    ]


NOTED = "Taget til efterretning"
OWN = {
    NAMES[0]: {
        **dict.fromkeys(("69", "70", "71", "72", "76", "77"), f"{NOTED}."),
        "67": "Godkendt.",
        "68": "Forvaltningen orienterede om:",
        "73": f"1. {NOTED} 2. Drøftet",
        "74": f"1. {NOTED} 2. Drøftet. Udvalget",
        "75": f"1. {NOTED} 2. Anbefalet",
        "78": "Intet.",
    },
    NAMES[1]: {
        **dict.fromkeys(("116", "119", "120"), f"{NOTED}."),
        "114": "Godkendt.",
        "115": "Formanden orienterede om",
        "117": "Drøftet. Socialudvalget",
        "118": "1. taget til efterretning. 2. Forvaltningen",
        "121": "Intet.",
    },
    NAMES[2]: {
        **dict.fromkeys(("1", "8"), NOTED),
        **dict.fromkeys(("2", "4", "5", "6"), "Indstillingen godkendt"),
        "3": "Indstilles til godkendelse",
        "7": "Indstillingen godkendt med denne bemærkning:",
    },
    NAMES[3]: {
        "1": "Ingen bemærkninger.",
        "2": "Et flertal i udvalget",
        "3": "Der var foretræde til sagen",
        "4": "Udvalget blev orienteret om",
        "5": "Udvalget drøftede",
        "6": "Sagen blev udsat uden behandling.",
    },
    NAMES[4]: {},
}


@pytest.mark.parametrize("name", NAMES)
def test_own_decisions(document, name: str) -> None:
    source, meeting = document(name)
    said = {number: texts for number, texts in own(source, meeting).items() if texts}
    assert said.keys() == OWN[name].keys()
    for number, texts in said.items():
        assert len(texts) == 1
        expected = OWN[name][number]
        whole = expected.endswith((".", NOTED, "godkendt", "Drøftet", "Anbefalet", "godkendelse"))
        assert texts[0] == expected if whole else texts[0].startswith(expected)


def test_points_of_real_decisions_and_recommendations(document) -> None:
    _, meeting = document(NAMES[0])
    divided = {item.number for item in meeting.items if any(d.points for d in item.decisions)}
    assert divided == {"73", "74", "75"}
    for number in divided:
        item = item_of(meeting, number)
        assert (
            [p.label for p in item.recommendation]
            == [p.label for p in item.decisions[0].points]
            == ["1", "2"]
        )
    _, ballerup = document("ballerup")
    assert [[p.label for p in item.recommendation] for item in ballerup.items] == [
        [],
        ["A", "B"],
        ["A"],
        ["A", "B"],
        ["A"],
        ["A"],
        ["A", "B"],
        ["A"],
    ]


def test_three_committees_before_this_one(document) -> None:
    _, meeting = document(NAMES[1])
    earlier = [d for item in meeting.items for d in item.decisions if d.prior]
    assert [(d.committee, d.date, [p.label for p in d.points]) for d in earlier] == [
        (name, date(2023, 10, 4), ["1", "2"])
        for name in ("Erhvervs- og Arbejdsmarkedsudvalget", "Børneudvalget", "Skoleudvalget")
    ]
    assert all(
        not item.decisions or item.number == "118" for item in meeting.items if len(item.decisions) > 1
    )


def test_a_case_history_in_blocks(document) -> None:
    _, meeting = document("aarhus")
    assert {
        item.number: [(d.committee, d.date, d.item_number) for d in item.decisions if d.prior]
        for item in meeting.items
        if any(d.prior for d in item.decisions)
    } == {
        "2": [
            ("Magistraten", date(2025, 9, 2), "12"),
            ("Aarhus Byråd", date(2025, 9, 10), "11"),
            ("Teknisk Udvalg", date(2025, 9, 22), "2"),
        ],
        "3": [
            ("Magistraten", date(2025, 8, 19), "7"),
            ("Aarhus Byråd", date(2025, 8, 27), "10"),
            ("Teknisk Udvalg", date(2025, 9, 22), "4"),
        ],
        "6": [
            ("Magistraten", date(2025, 3, 18), "9"),
            ("Aarhus Byråd", date(2025, 3, 26), "14"),
            ("Teknisk Udvalg", date(2025, 5, 26), "6"),
            ("Teknisk Udvalg", date(2025, 8, 11), "3"),
        ],
    }


def test_earlier_decisions_under_headings_of_their_own(document) -> None:
    _, ballerup = document("ballerup")
    _, hvidovre = document("hvidovre")
    earlier = [d for meeting in (ballerup, hvidovre) for i in meeting.items for d in i.decisions if d.prior]
    sections = [
        section.title
        for meeting in (ballerup, hvidovre)
        for item in meeting.items
        for section in item.sections
        if section.kind is SectionKind.PRIOR_DECISION and len(section.span)
    ]
    assert [d.section for d in earlier] == sections
    assert ("Økonomiudvalget", date(2026, 3, 16)) == (earlier[-1].committee, earlier[-1].date)


def test_pages_of_a_pdf(document) -> None:
    source, meeting = document("ballerup")
    pages = [item.page for item in meeting.items]
    assert pages == [3, 3, 6, 7, 9, 10, 12, 14]
    assert all(s.page is not None for item in meeting.items for s in item.sections)
    assert len(source.pages) >= 14


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    source, meeting = read_and_parsed(path)
    check(source, meeting)
    assert meeting.kind is MeetingKind.MINUTES
    assert meeting.date == date.fromisoformat(path.stem[-10:])
    assert meeting.municipality is not None
    assert meeting.committee is not None
    assert meeting.attendance
    assert meeting.place
    numbers = [int(item.number) for item in meeting.items]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert all(item.decisions and not item.decisions[0].prior for item in meeting.items if not item.closed)
    assert not any("Ingen beslutning" in warning for warning in meeting.warnings)


def test_samples_are_about_one_municipality() -> None:
    assert len({read_and_parsed(path)[1].municipality for path in SAMPLES}) == 1


def test_samples_hold_all_that_is_to_be_found() -> None:
    meetings = [read_and_parsed(path)[1] for path in SAMPLES]
    items = [item for meeting in meetings for item in meeting.items]
    assert sum(item.closed for item in items) >= 15
    assert any(person.absent for meeting in meetings for person in meeting.attendance)
    assert any(d.prior and d.item_number for item in items for d in item.decisions)
    assert any(d.points and item.recommendation for item in items for d in item.decisions)
    assert any(item.attachments for item in items)
