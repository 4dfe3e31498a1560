"""Closed items: known by their title or by the part they stand in, and nothing but a title ever after."""

import pytest
from parsed import parsed, titles

BELOW = "\n25/1234\n\nIndstilling\n\n1. at grunden sælges\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nKort\n\n"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Punkt 2: Lukket: Salg af grund", "Salg af grund"),
        ("Punkt 2: LUKKET - Salg af grund", "Salg af grund"),
        ("Punkt 2: (Lukket) Salg af grund", "Salg af grund"),
        ("Punkt 2: Lukket punkt: Salg af grund", "Salg af grund"),
        ("Punkt 2: Fortroligt: Salg af grund", "Salg af grund"),
        ("Punkt 2: Ikke-offentligt: Salg af grund", "Salg af grund"),
        ("Punkt 2: Salg af grund (Lukket punkt)", "Salg af grund"),
        ("Punkt 2: Salg af grund [lukket]", "Salg af grund"),
        ("Punkt 2: Salg af grund (lukket\n   punkt)", "Salg af grund"),
        ("Punkt 2: Lukket: Salg af grund (Lukket sag)", "Salg af grund"),
        ("Punkt 2: **Lukket: Salg af grund**", "Salg af grund"),
        ("Punkt 2: Lukket punkt", "Lukket punkt"),
        ("Punkt 2: Lukket", "Lukket"),
        ("Punkt 2: (Lukket sag)", "(Lukket sag)"),
        ("Punkt 2: Lukket:", "Lukket:"),
        ("2. Salg af grund (Lukket punkt)", "Salg af grund"),
    ],
)
def test_marks_in_titles(heading: str, title: str) -> None:
    first = "1. Ny bro" if heading.startswith("2.") else "Punkt 1: Ny bro"
    meeting = parsed(f"{first}{BELOW}{heading}{BELOW}")
    assert titles(meeting) == [("1", "Ny bro"), ("2", title)]
    assert [item.closed for item in meeting.items] == [False, True]
    assert meeting.items[0].case_no == "25/1234"


@pytest.mark.parametrize(
    "title",
    [
        "Lukkethed i forvaltningen",
        "Vejen til havnen lukkes",
        "Lukkedage i dagtilbud",
        "Fortrolighed: en drøftelse",
    ],
)
def test_words_that_close_nothing(title: str) -> None:
    meeting = parsed(f"Punkt 1: {title}{BELOW}")
    assert [(item.title, item.closed) for item in meeting.items] == [(title, False)]


@pytest.mark.parametrize(
    "part",
    [
        "Lukket referat",
        "LUKKEDE PUNKTER:",
        "Punkter på lukket dagsorden",
        "Lukket møde",
        "Ikke-offentlige punkter",
    ],
)
def test_every_item_of_a_closed_part(part: str) -> None:
    closed = f"{part}\n\nPunkt 2: Salg{BELOW}Punkt 3: Køb{BELOW}Åbne punkter\n\n"
    text = f"Punkt 1: Ny bro{BELOW}{closed}Punkt 4: Kaj{BELOW}"
    meeting = parsed(text)
    assert titles(meeting) == [("1", "Ny bro"), ("2", "Salg"), ("3", "Køb"), ("4", "Kaj")]
    assert [item.closed for item in meeting.items] == [False, True, True, False]
    assert part not in meeting.items[0].span.of(text)
    assert "Åbne punkter" not in meeting.items[2].span.of(text)


def test_numbered_lines_of_a_closed_part_are_items_without_more_proof() -> None:
    text = f"1. Ny bro{BELOW}Lukkede punkter\n2. Salg\n3. Køb\n"
    assert [(i.number, i.closed) for i in parsed(text).items] == [("1", False), ("2", True), ("3", True)]


def test_a_closed_title_goes_no_further_than_the_contents_show_it() -> None:
    contents = "Indhold\nPunkt 1: Ny bro ..... 2\nPunkt 2: Lukket: Salg af grunden på ..... 3\n\n"
    closed = "Punkt 2: Lukket: Salg af grunden på\nHavnevej til Ane Holm for en krone\n"
    listed = parsed(f"{contents}Punkt 1: Ny bro{BELOW}{closed}")
    assert titles(listed)[1] == ("2", "Salg af grunden på")
    assert titles(parsed(closed)) == [("2", "Salg af grunden på")]
