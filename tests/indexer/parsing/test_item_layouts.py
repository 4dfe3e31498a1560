"""Where items begin and what they are called, in every layout, among lists that look the same."""

import pytest
from parsed import HEAD, own, parsed, titles

from indexer.minutes import SectionKind
from indexer.parsing import parse
from indexer.source_text import Heading, SourceText, Span


@pytest.mark.parametrize(
    "word", ["Punkt 7:", "Punkt 7 -", "Pkt. 7:", "Sag 7:", "Dagsordenspunkt 7.", "Punkt 7 –"]
)
def test_a_word_of_its_own_is_proof_enough(word: str) -> None:
    meeting = parsed(f"{word} Ny bro\n\nBroen er gammel.\n")
    assert meeting.layout == "firstagenda"
    assert titles(meeting) == [("7", "Ny bro")]


@pytest.mark.parametrize(
    ("heading", "layout"),
    [("7. Ny bro", "numbered"), ("7: Ny bro", "numbered"), ("7  Ny bro", "numbered-bare")],
)
@pytest.mark.parametrize("proof", ["25/1234", "Sagsnr.: 2025-1234", "Indstilling", "Beslutning: Godkendt."])
def test_a_bare_number_is_an_item_where_an_item_follows(heading: str, layout: str, proof: str) -> None:
    meeting = parsed(f"{heading}\n\n{proof}\n\nBeslutning\n\nGodkendt.\n")
    assert meeting.layout == layout
    assert titles(meeting) == [("7", "Ny bro")]


def test_a_numbered_list_in_running_text_is_no_agenda() -> None:
    meeting = parsed(
        "Der er to ønsker:\n1. en bro\n2. en kaj\nog mange penge.\nSå er der mere tekst.\nOg mere.\n"
    )
    assert meeting.items == ()
    assert meeting.layout is None
    assert any("Ingen dagsordenspunkter" in warning for warning in meeting.warnings)


def test_a_line_that_the_format_marks_as_heading_is_an_item() -> None:
    text = "Forord\n3. Ny bro\nBroen er gammel og smal og skal rives ned.\n"
    marked = parse(SourceText(text, headings=(Heading(Span(7, 16), 2),)))
    assert titles(marked) == [("3", "Ny bro")]
    assert parse(SourceText(text)).items == ()


def test_points_of_one_item_do_not_become_the_agenda() -> None:
    text = (
        "Punkt 1: Ny bro\n\nIndstilling\n\n1. at broen bygges\n2. at den males\n3. at den åbnes\n\n"
        "Beslutning\n\nGodkendt.\n"
    )
    meeting = parsed(text, head=True)
    assert titles(meeting) == [("1", "Ny bro")]
    assert [point.label for point in meeting.items[0].recommendation] == ["1", "2", "3"]
    assert own(text, meeting.items[0]) == ["Godkendt."]


def test_points_of_a_decision_do_not_become_the_agenda_either() -> None:
    text = "".join(
        f"{number}. Sag om kaj {number}\n\nSagsnr.: 25/100{number}\n\nBeslutning\n\n{decision}\n\n"
        for number, decision in enumerate(
            ("Godkendt.", "Punkt 1: Godkendt\nPunkt 2: Udsat\nPunkt 3: Nej\nPunkt 4: Ja", "Drøftet."), 1
        )
    )
    meeting = parsed(text)
    assert meeting.layout == "numbered"
    assert [item.case_no for item in meeting.items] == ["25/1001", "25/1002", "25/1003"]


def test_a_list_before_the_first_item_does_not_hide_the_agenda() -> None:
    text = "1. Ny bro\n2. Ny kaj\n\n" + "".join(
        f"Punkt {n}: Ny {what}\n\n25/100{n}\n\nBeslutning\n\nGodkendt.\n\n"
        for n, what in ((1, "bro"), (2, "kaj"), (3, "mole"))
    )
    assert [item.number for item in parsed(text).items] == ["1", "2", "3"]


def test_numbers_go_up_and_letters_stand_between_them() -> None:
    text = "".join(f"Punkt {n}: Sag {n}\n\nBeslutning\n\nGodkendt.\n\n" for n in ("3", "3a", "4", "12"))
    assert [item.number for item in parsed(text).items] == ["3", "3a", "4", "12"]


def test_a_title_goes_on_over_lines_up_to_what_is_no_title() -> None:
    text = (
        "Punkt 1: Tillæg til lokalplan for området mellem havnen, banen og\n   den gamle bydel i Vigsted\n"
        "25/1234\n\nPunkt 2: Ny bro\nBroen er gammel.\n"
    )
    meeting = parsed(text)
    assert titles(meeting) == [
        ("1", "Tillæg til lokalplan for området mellem havnen, banen og den gamle bydel i Vigsted"),
        ("2", "Ny bro"),
    ]
    assert meeting.items[0].case_no == "25/1234"


def test_a_title_does_not_run_into_the_next_item() -> None:
    meeting = parsed("4. Salg af grund og\n5. Køb af grund\nBeslutning\nGodkendt.\n")
    assert [item.number for item in meeting.items][-1] == "5"
    assert len({item.span.start for item in meeting.items}) == len(meeting.items)


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("2025-004285", "2025-004285"),
        ("25/26257", "25/26257"),
        ("EMN-2025-003383", "EMN-2025-003383"),
        ("00.22.04-P35-1-24", "00.22.04-P35-1-24"),
        ("Sagsnr.: 12/27845", "12/27845"),
        ("Sags id: 4711-a", "4711-a"),
        ("Journalnr. 99.1", "99.1"),
        ("Åben sag\nSagsnr. 25/1", "25/1"),
        ("Dok.nr.: 12345\nSagsnr.: 25/1234", "25/1234"),
    ],
)
def test_case_numbers(line: str, case: str) -> None:
    meeting = parsed(f"Punkt 1: Ny bro\n{line}\n\nIndstilling\n\nDet indstilles.\n", head=True)
    assert meeting.items[0].case_no == case
    assert [section.kind for section in meeting.items[0].sections] == [SectionKind.RECOMMENDATION]


@pytest.mark.parametrize("heading", ["Sagsfremstilling", "Sagsforløb", "Sagens kerne", "Sagsgang", "Sagen"])
def test_a_heading_that_begins_like_a_case_number_is_none(heading: str) -> None:
    item = parsed(f"Punkt 1: Ny bro\n\n{heading}\n\nBroen er gammel.\n", head=True).items[0]
    assert item.case_no is None
    assert [section.title for section in item.sections] == [heading]


@pytest.mark.parametrize(
    "line", ["Sag nummer tre", "I 2025 kom der 25/1234 nye både", "2025", "Punkt 25/1234 udgår", "12-13"]
)
def test_lines_that_are_no_case_numbers(line: str) -> None:
    assert parsed(f"Punkt 1: Ny bro\n{line}\n\nIndstilling\n\nJa.\n").items[0].case_no is None


def test_pages_and_addresses_come_from_the_reader() -> None:
    text = HEAD + "Punkt 1: Ny bro\n\nBeslutning\n\nGodkendt.\n\nPunkt 2: Kaj\n\nBeslutning\n\nUdsat.\n"
    second = text.index("Punkt 2")
    source = SourceText(text, pages=(0, second - 3), links=((second, "https://vigsted.example/2"),))
    first, last = parse(source).items
    assert (first.page, first.url, last.page, last.url) == (1, None, 2, "https://vigsted.example/2")
    assert (first.decisions[0].page, last.decisions[0].page) == (1, 2)


def test_a_document_says_when_items_lack_decisions_or_come_twice() -> None:
    undecided = parsed(
        "Punkt 1: Ny bro\n\nIndstilling\n\nJa.\n\nPunkt 2: Kaj\n\nBeslutning\n\nNej.\n", head=True
    )
    assert undecided.warnings == ("Ingen beslutning fundet i punkt 1.",)
    agenda = parsed(
        "DAGSORDEN Havneudvalget d. 03-02-2025\nKommune Vigsted\nPunkt 1: Ny bro\n\nIndstilling\n\nJa.\n"
    )
    assert agenda.warnings == ()


@pytest.mark.parametrize("last_point", ["3. Ikke tiltrådt. Broen bliver.", "3. Anbefales over for byrådet."])
def test_the_last_point_of_a_decision_is_not_the_next_item(last_point: str) -> None:
    decision = f"1. Godkendt.\n2. Godkendt.\n{last_point}"
    text = (
        "1. Ny kaj\n\nSagsnr.: 25/1\n\nBeslutning\n\nGodkendt.\n\n"
        f"2. Ny bro\n\nSagsnr.: 25/2\n\nBeslutning\n\n{decision}\n\n"
        "3. Ny sti\n\nSagsnr.: 25/3\n\nBeslutning\n\nGodkendt.\n"
    )
    meeting = parsed(text, head=True)
    assert titles(meeting) == [("1", "Ny kaj"), ("2", "Ny bro"), ("3", "Ny sti")]
    assert own(text, meeting.items[1]) == [decision.replace("\n", " ")]


@pytest.mark.parametrize("number", ["PUNKT {}", "Punkt {}", "Punkt {}:", "Pkt. {}", "PUNKT NR. {}", "SAG {}"])
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_the_title_stands_below_a_line_with_the_number(number: str, below: str) -> None:
    item = (
        "{number}{below}{title}\nSagsid.: 25/{n}\n\nBESLUTNING\nGodkendt.\n\nSAGSFREMSTILLING\nHer er {n}\n\n"
    )
    heads = ["Ny bro ved havnen", "Forslag fra Venstre om en kaj", "Ny sti"]
    text = "".join(
        item.format(number=number.format(n), below=below, title=title, n=n)
        for n, title in enumerate(heads, 1)
    )
    text += f"{number.format(4)}{below}LUKKET PUNKT: Salg af en grund\n\nBudet er højt.\n"
    meeting = parsed(text, head=True)
    assert meeting.layout == "number-above"
    assert [item.title for item in meeting.items] == [*heads, "Salg af en grund"]
    assert [item.number for item in meeting.items] == ["1", "2", "3", "4"]
    assert [item.closed for item in meeting.items] == [False, False, False, True]
    assert [own(text, item) for item in meeting.items[:3]] == [["Godkendt."]] * 3
    assert [item.case_no for item in meeting.items[:3]] == ["25/1", "25/2", "25/3"]


def test_a_heading_with_its_word_in_capitals() -> None:
    meeting = parsed("PUNKT 7: Ny bro\n\nBroen er gammel.\n")
    assert meeting.layout == "firstagenda"
    assert titles(meeting) == [("7", "Ny bro")]
