"""Closed items: known by their title or by the part they stand in, and nothing but a title ever after."""

import pytest
from parsed import parsed, titles

from indexer.discretion import without_closed
from indexer.parsing import parse
from indexer.source_text import SourceText

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
        ("Punkt 2: Lukket punkt. Salg af grund", "Salg af grund"),
        ("Punkt 2: Lukket. Salg af grund", "Salg af grund"),
        ("2. Lukket punkt. Salg af grund", "Salg af grund"),
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


OPEN = "\n\nSagsfremstilling\n\nKajen er slidt.\n\nBeslutning\n\nGodkendt.\n\n"
LISTED = {
    "with pages": (
        "Indhold\n\nPunkt 1: Ny bro ..... 2\nPunkt 2: Kaj ..... 3\n{part}\n"
        "Punkt 3: Salg af grund ..... 4\nPunkt 4: Ansættelse ..... 5\n\n",
        "Punkt {}: ",
    ),
    "titles cut and wrapped": (
        "Indhold\n\nPunkt 1: Ny bro ..... 2\nPunkt 2: Kaj ..... 3\n{part}\n"
        "Punkt 3: Salg af gr... 4\nPunkt 4:\nAnsættelse ..... 5\n\n",
        "Punkt {}: ",
    ),
    "without numbers": (
        "Indhold\n\nNy bro ..... 2\nKaj ..... 3\n{part}\nSalg af grund ..... 4\nAnsættelse ..... 5\n\n",
        "{}. ",
    ),
    "without pages": ("1. Ny bro\n2. Kaj\n{part}\n3. Salg af grund\n4. Ansættelse\n\n", "{}. "),
    "without pages, named": (
        "Punkt 1: Ny bro\nPunkt 2: Kaj\n{part}\nPunkt 3: Salg af grund\nPunkt 4: Ansættelse\n\n",
        "Punkt {}: ",
    ),
    "with both parts named": (
        "Dagsorden\nÅbne punkter\n1. Ny bro\n2. Kaj\n{part}\n3. Salg af grund\n4. Ansættelse\n\n",
        "{}. ",
    ),
}


@pytest.mark.parametrize("part", ["Lukket dagsorden", "LUKKEDE PUNKTER:", "Punkter på lukket dagsorden"])
@pytest.mark.parametrize(("contents", "heading"), LISTED.values(), ids=LISTED)
def test_what_the_contents_list_as_closed_is_closed_and_nothing_else(
    contents: str, heading: str, part: str
) -> None:
    written = ("Ny bro", "Kaj", "Salg af grund", "Ansættelse")
    below = "".join(f"{heading.format(number)}{title}{OPEN}" for number, title in enumerate(written, 1))
    meeting = parsed(contents.format(part=part) + below, head=True)
    assert [item.title for item in meeting.items] == [*written]
    assert [item.closed for item in meeting.items] == [False, False, True, True]
    assert [len(item.decisions) for item in meeting.items] == [1, 1, 0, 0]


def test_a_part_that_opens_again_in_the_contents() -> None:
    contents = "Indhold\nLukket dagsorden\nPunkt 1: Salg ..... 2\nÅben dagsorden\nPunkt 2: Kaj ..... 3\n\n"
    meeting = parsed(f"{contents}Punkt 1: Salg{OPEN}Punkt 2: Kaj{OPEN}", head=True)
    assert [(item.title, item.closed) for item in meeting.items] == [("Salg", True), ("Kaj", False)]


def test_of_two_items_of_one_title_the_one_listed_as_closed() -> None:
    contents = (
        "Indhold\nPunkt 1: Kaj ..... 2\nPunkt 2: Eventuelt ..... 3\n"
        "Lukkede punkter\nPunkt 3: Eventuelt ..... 4\n\n"
    )
    below = f"Punkt 1: Kaj{OPEN}Punkt 2: Eventuelt{OPEN}Punkt 3: Eventuelt{OPEN}"
    assert [item.closed for item in parsed(contents + below).items] == [False, False, True]


@pytest.mark.parametrize("below", ["", "3. Lukket punkt\n\n4. Lukket punkt\n"])
def test_closed_items_that_do_not_come_again_take_no_open_one_with_them(below: str) -> None:
    contents = "1. Ny bro\n2. Kaj\nLukket dagsorden\n3. Salg af grund\n4. Ansættelse\n\n"
    meeting = parsed(f"{contents}1. Ny bro{OPEN}2. Kaj{OPEN}{below}", head=True)
    assert [item.closed for item in meeting.items[:2]] == [False, False]
    assert all(item.closed for item in meeting.items[2:])


@pytest.mark.parametrize("page", ["", " ..... 4"])
def test_a_number_that_only_closed_items_have_closes_whatever_the_title_below(page: str) -> None:
    contents = f"Indhold\n\n1. Ny bro{page}\n2. Kaj{page}\nLukket dagsorden\n3. Salg af ejendom{page}\n\n"
    below = f"1. Ny bro{BELOW}2. Kaj{BELOW}3. Havnevej 4 overdrages{BELOW}"
    assert [item.closed for item in parsed(contents + below).items] == [False, False, True]


HEAD = "REFERAT Havneudvalget d. 03-02-2025\n\nKommune Vigsted\n\n"
OPEN_BODY = "Indstilling\n\nat båden males\n\nBeslutning\n\nGodkendt.\n\n"
CLOSED_BODY = "Indstilling\n\nat HEMMELIG grund sælges\n\nBeslutning\n\nHEMMELIG.\n\n"


def _left(text: str) -> tuple[str, list[tuple[str, bool]]]:
    source = SourceText(text)
    discreet = without_closed(source, parse(source))
    return discreet.source.text, [(item.title, item.closed) for item in discreet.meeting.items]


@pytest.mark.parametrize(
    "mark",
    [
        "Lukket punkt",
        "Lukket sag",
        "LUKKET PUNKT",
        "Lukket punkt:",
        "(Lukket punkt)",
        "• Lukket punkt",
        "Lukket",
        "Fortroligt punkt",
        "Lukket dagsordenspunkt",
        "Lukket punkt\n\nTil toppen",
        "Lukket punkt\n\n\n\n",
    ],
)
@pytest.mark.parametrize("open_mark", ["Åbent punkt\n\n", ""])
def test_a_mark_above_the_title(mark: str, open_mark: str) -> None:
    text, items = _left(
        f"{HEAD}{open_mark}1. Ny båd\n\n{OPEN_BODY}{mark}\n\n2. Salg af grund\n\n{CLOSED_BODY}"
        f"{open_mark}3. Eventuelt\n\n{OPEN_BODY}"
    )
    assert "HEMMELIG" not in text
    assert items == [("Ny båd", False), ("Salg af grund", True), ("Eventuelt", False)]
    assert text.count("Godkendt.") == 2


@pytest.mark.parametrize(
    "line",
    [
        "Sagsnr.: 25/1234 Lukket punkt",
        "J.nr. 25/1234 (Lukket punkt)",
        "Acadre: 25/1234 Lukket",
        "Sagsnr. 410079 Havneudvalget Lukket punkt",
        "Sagsid.: 25/1234 Fortroligt punkt.",
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_a_case_number_that_says_so(line: str, above: bool) -> None:
    def item(case: str, title: str, rest: str) -> str:
        return f"{case}\n\n{title}\n\n{rest}" if above else f"{title}\n\n{case}\n\n{rest}"

    text, items = _left(
        HEAD
        + item("Sagsnr.: 25/1111 Åbent punkt", "1. Ny båd", OPEN_BODY)
        + item(line, "2. Salg af grund", CLOSED_BODY)
        + item("Sagsnr.: 25/3333 Åbent punkt", "3. Eventuelt", OPEN_BODY)
    )
    assert "HEMMELIG" not in text
    assert "1234" not in text
    assert "410079" not in text
    assert items == [("Ny båd", False), ("Salg af grund", True), ("Eventuelt", False)]


def test_lines_of_a_closed_item_are_no_title_of_the_next() -> None:
    text, items = _left(
        f"{HEAD}Ny båd\nSag nr. 1\n\n{OPEN_BODY}Køb af en mark\nSag nr. 2\nLukket punkt\n\n"
        f"Sælgeren er HEMMELIG\nNyt tag\nSag nr. 3\n\n{OPEN_BODY}"
    )
    assert "HEMMELIG" not in text
    assert items == [("Ny båd", False), ("Køb af en mark", True), ("Nyt tag", False)]


@pytest.mark.parametrize(
    "body",
    [
        "Mandag\nLukket\nTirsdag\n10-17\n",
        "Der er sag om at holde hallen lukket\n",
        "Åbent punkt\n\nLukket punkt\n\nHavneudvalget\n",
        "Lukket punkt\n\nÅbent punkt\n\nHavneudvalget\n",
    ],
)
def test_open_text_that_speaks_of_closed_things_stays(body: str) -> None:
    text, items = _left(f"{HEAD}1. Åbningstider\n\n25/1234\n\n{body}\n{OPEN_BODY}2. Eventuelt\n\n{OPEN_BODY}")
    assert items == [("Åbningstider", False), ("Eventuelt", False)]
    assert text.count("Godkendt.") == 2


@pytest.mark.parametrize(
    "shut",
    [
        "3.\nPersonalesag (Lukket)",
        "3.\nLukket punkt: Personalesag",
        "Lukkede punkter\n\n3.\nPersonalesag",
    ],
)
def test_a_closed_item_below_its_bare_number_needs_no_case_number(shut: str) -> None:
    below = "\n\nSagsfremstilling\n\nHemmeligt\n\nBeslutning\n\nHemmeligt afsked\n"
    text = "1.\nNy bro\nSagsnr. 24/1001\n\nBeslutning\n\nJa.\n\n"
    text += "2.\nNy vej\nSagsnr. 24/1002\n\nBeslutning\n\nNej.\n\n"
    meeting = parsed(text + shut + below, head=True)
    assert [item.closed for item in meeting.items] == [False, False, True]
    assert len(meeting.items[1].decisions) == 1


def test_a_sentence_that_goes_on_with_a_closed_item_is_none() -> None:
    text = (
        "Åbent punkt 1 Ny bro\n\nSagsfremstilling\n\nSagen hænger sammen med\n"
        "lukket punkt 2 Salg af havnen fra sidste møde.\n\nBeslutning\n\nJa.\n\n"
        "Åbent punkt 2 Vej\n\nBeslutning\n\nNej.\n"
    )
    meeting = parsed(text, head=True)
    assert [(item.title, item.closed) for item in meeting.items] == [("Ny bro", False), ("Vej", False)]
