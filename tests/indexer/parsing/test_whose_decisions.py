"""Which body met and when, where the head does not say: told by its decisions, or by the file's name."""

from datetime import date

import pytest
from parsed import check

from indexer.minutes import Meeting
from indexer.parsing import parse
from indexer.parsing.whose_decisions import committee_in_name, day_in_name
from indexer.source_text import SourceText

DAY = date(2020, 1, 22)
TWO = "{head}Punkt 1: Ny bro\n\n{first}\n\nGodkendt.\n\nPunkt 2: Ny kaj\n\n{second}\n\nUdsat.\n"
NAMED = "Beslutning i Havneudvalget den 22-01-2020"


def read(first: str, second: str, *, head: str = "", name: str = "") -> Meeting:
    source = SourceText(TWO.format(head=head, first=first, second=second))
    meeting = parse(source, None, name)
    check(source, meeting)
    return meeting


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (NAMED, NAMED),
        ("Havneudvalget 22-01-2020", "Havneudvalgets beslutning den 22. januar 2020"),
        ("Byrådet 06-01-2020\n\nUdsat.\n\nHavneudvalget 22-01-2020", NAMED),  # the day most of them name
        ("Byrådet 06-01-2020", NAMED),  # of two days named as often the later one
    ],
)
def test_named_decisions_tell_body_and_day(first: str, second: str) -> None:
    meeting = read(first, second)
    assert (meeting.committee, meeting.date) == ("Havneudvalget", DAY)
    assert [decision.prior for decision in meeting.items[1].decisions] == [False]
    assert not any("Udvalg" in warning or "dato" in warning for warning in meeting.warnings)


@pytest.mark.parametrize("unnamed", ["Beslutning", "Udvalgets beslutning"])
def test_named_decisions_are_earlier_ones_where_any_is_unnamed(unnamed: str) -> None:
    meeting = read(NAMED, unnamed)
    assert (meeting.committee, meeting.date) == (None, None)


def test_named_decisions_go_before_the_files_name() -> None:
    meeting = read(NAMED, NAMED, name="byraadet-2021-05-05")
    assert (meeting.committee, meeting.date) == ("Havneudvalget", DAY)


def test_the_head_goes_before_both() -> None:
    meeting = read(NAMED, NAMED, head="REFERAT Byrådet d. 03-02-2025\n\n", name="skoleudvalget-2021-05-05")
    assert (meeting.committee, meeting.date) == ("Byrådet", date(2025, 2, 3))


@pytest.mark.parametrize(
    ("name", "committee", "day"),
    [
        ("havneudvalget-2020-01-22", "Havneudvalget", DAY),
        ("Referat Havneudvalget 22-01-2020", "Havneudvalget", DAY),
        ("Referat 22-01-2020", None, DAY),
        ("havneudvalget", "Havneudvalget", None),
        ("referat", None, None),
        ("", None, None),
    ],
)
def test_the_files_name_tells_what_the_text_does_not(
    name: str, committee: str | None, day: date | None
) -> None:
    meeting = read("Beslutning", "Beslutning", name=name)
    assert (meeting.committee, meeting.date) == (committee, day)
    assert (meeting.committee_span, meeting.date_span) == (None, None)
    own = [(decision.committee, decision.date) for item in meeting.items for decision in item.decisions]
    assert own == [(committee, day)] * 2


def test_a_text_without_items_is_not_told_by_its_name() -> None:
    meeting = parse(SourceText("Kære alle"), None, "havneudvalget-2020-01-22")
    assert (meeting.committee, meeting.date) == (None, None)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("byraadet-2020-01-22", DAY),
        ("Referat 22-01-2020", DAY),
        ("referat_22._januar_2020", DAY),
        ("byraadet-2020", None),
        ("bilag-7", None),
    ],
)
def test_a_day_in_a_name(name: str, day: date | None) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("name", "committee"),
    [
        ("byraadet-2020-01-22", "Byrådet"),
        ("teknik-og-miljoeudvalget-2020-01-22", "Teknik- og Miljøudvalget"),
        ("teknik_og_miljoeudvalget_2020", "Teknik- og Miljøudvalget"),
        ("Referat Økonomiudvalget", "Økonomiudvalget"),
        ("2020-01-22 socialudvalg", "Socialudvalg"),
        ("raadhuset-2020", None),
        ("referat", None),
    ],
)
def test_a_body_in_a_name(name: str, committee: str | None) -> None:
    assert committee_in_name(name) == committee
