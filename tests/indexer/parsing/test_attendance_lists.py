"""Who was there: running lists and blocks of lines, parties and roles, absence in all its forms."""

import pytest
from parsed import parsed

from indexer.minutes import Attendance


def people(head: str) -> list[tuple[str, str | None, str | None, bool]]:
    meeting = parsed(
        f"REFERAT Havneudvalget d. 03-02-2025\n\n{head}\n\nPunkt 1: Ny bro\n\nBeslutning\n\nJa.\n"
    )
    assert all(isinstance(person, Attendance) for person in meeting.attendance)
    return [(person.name, person.party, person.role, person.absent) for person in meeting.attendance]


@pytest.mark.parametrize(
    "mark", ["(Afbud)", "(afbud)", "(Fravær)", "(Fraværende)", "(Afbud pga. sygdom)", "(orlov)"]
)
def test_a_running_list_over_lines(mark: str) -> None:
    assert people(f"Mødedeltagere Ane Holm, Bo Lind {mark}, Cai\nDahl, Dea von Ek") == [
        ("Ane Holm", None, None, False),
        ("Bo Lind", None, None, True),
        ("Cai Dahl", None, None, False),
        ("Dea von Ek", None, None, False),
    ]


def test_lines_with_parties_and_roles_and_those_who_are_not_there() -> None:
    head = (
        "Deltagere:\nAne Holm, (A)\nBo Lind (Venstre), formand\nnæstformand Cai Dahl (Ø)\n\n"
        "Afbud:\nDea Ek (V)\n\nSekretær:\nEva Friis\n\nBemærkninger:\nMødet blev holdt i Havnehuset"
    )
    assert people(head) == [
        ("Ane Holm", "A", None, False),
        ("Bo Lind", "Venstre", "formand", False),
        ("Cai Dahl", "Ø", "næstformand", False),
        ("Dea Ek", "V", None, True),
        ("Eva Friis", None, "sekretær", False),
    ]


def test_the_absent_on_a_line_of_their_own() -> None:
    assert people("Til stede: Ane Holm, Bo Lind, Cai Dahl\nFraværende: Dea Ek, Eva Friis") == [
        ("Ane Holm", None, None, False),
        ("Bo Lind", None, None, False),
        ("Cai Dahl", None, None, False),
        ("Dea Ek", None, None, True),
        ("Eva Friis", None, None, True),
    ]


def test_absence_behind_a_comma() -> None:
    assert people("Deltagere: Ane Holm, Bo Lind, afbud, Cai Dahl") == [
        ("Ane Holm", None, None, False),
        ("Bo Lind", None, None, True),
        ("Cai Dahl", None, None, False),
    ]


@pytest.mark.parametrize(
    "head", ["Afbud:\nIngen", "Fraværende", "Deltagere: 7 medlemmer", "Medlemmerne mødte op"]
)
def test_words_that_are_no_people(head: str) -> None:
    assert people(head) == []


def test_people_inside_an_item_were_not_counted() -> None:
    head = "Deltagere: Ane Holm, Bo Lind, Cai Dahl\n\n"
    meeting = parsed(head + "Punkt 1: Ny bro\n\nFraværende:\nDea Ek\n\nBeslutning\n\nJa.\n")
    assert len(meeting.attendance) == 3
    assert meeting.items[0].sections[0].title == "Fraværende"


@pytest.mark.parametrize("mark", ["med afbud", "uden afbud", "med lovligt forfald", "(afbud)"])
def test_who_is_listed_twice_is_absent(mark: str) -> None:
    head = f"Medlemmer: Ane Holm (A), formand\n           Bo Lind (V)\n\nFraværende: Bo Lind (V) {mark}"
    assert people(head) == [("Ane Holm", "A", "formand", False), ("Bo Lind", "V", None, True)]


def test_a_heading_in_capitals_is_nobody() -> None:
    head = "AFBUD\nBo Lind (V)\n\nBEMÆRKNINGER TIL DELTAGELSE\nBo Lind var syg."
    assert people(head) == [("Bo Lind", "V", None, True)]
    assert [name for name, *_ in people("Deltagere: ANE HOLM, BO LIND, CAI DAHL")] == [
        "ANE HOLM",
        "BO LIND",
        "CAI DAHL",
    ]


def test_one_in_capitals_with_a_role_is_somebody() -> None:
    assert [name for name, *_ in people("Deltagere:\nHANS HOLM (formand)\nIda Berg")] == [
        "HANS HOLM",
        "Ida Berg",
    ]
