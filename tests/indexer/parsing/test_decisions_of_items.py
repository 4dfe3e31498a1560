"""Which decision is the meeting's own, and whose the others are."""

from datetime import date

import pytest
from parsed import body, own, parsed, prior

from indexer.minutes import AgendaItem, SectionKind


@pytest.mark.parametrize(
    "heading",
    [
        "Beslutning",
        "Beslutninger",
        "Udvalgets beslutning",
        "Beslutning den 3. februar 2025",
        "Havneudvalgets beslutning",
        "Havneudvalgets beslutning den 03.02.2025 Punkt 1",
        "Beslutning i Havneudvalget den 3/2-25",
        "Havneudvalget 3-2-2025",
    ],
)
def test_the_meetings_own(heading: str) -> None:
    text = f"Punkt 1: Ny bro\n\n{heading}\n\nGodkendt.\n"
    item = parsed(text, head=True).items[0]
    assert own(text, item) == ["Godkendt."]
    assert prior(text, item) == []
    assert (item.decisions[0].committee, item.decisions[0].date) == ("Havneudvalget", date(2025, 2, 3))
    assert item.sections[-1].kind is SectionKind.DECISION


@pytest.mark.parametrize(
    ("heading", "body", "day", "number"),
    [
        ("Skoleudvalget 4-10-2023", "Skoleudvalget", date(2023, 10, 4), None),
        ("Havneudvalget den 6. januar 2025 Punkt 9", "Havneudvalget", date(2025, 1, 6), "9"),
        ("Beslutning i Økonomiudvalget den 21-01-2025, pkt. 7", "Økonomiudvalget", date(2025, 1, 21), "7"),
        ("Beslutning den 6. januar 2025", None, date(2025, 1, 6), None),
        ("Byrådets beslutning", "Byrådet", None, None),
        ("Tidligere beslutning i Byrådet", "Byrådet", None, None),
    ],
)
def test_an_earlier_one(heading: str, body: str | None, day: date | None, number: str | None) -> None:
    text = f"Punkt 1: Ny bro\n\n{heading}\n\nUdsat.\n\nBeslutning\n\nGodkendt.\n"
    item = parsed(text, head=True).items[0]
    assert own(text, item) == ["Godkendt."]
    assert prior(text, item) == ["Udsat."]
    earlier = item.decisions[1]
    assert (earlier.committee, earlier.date, earlier.item_number) == (body, day, number)
    assert earlier.section == heading
    assert item.sections[0].kind is SectionKind.PRIOR_DECISION


@pytest.mark.parametrize("heading", ["Byrådets beslutning", "Byrådets beslutning den 3. februar 2025"])
@pytest.mark.parametrize("council", ["Byrådet", "Vigsted Byråd"])
def test_a_council_by_either_name(heading: str, council: str) -> None:
    item = parsed(f"REFERAT {council} d. 03-02-2025\n\nPunkt 1: Ny bro\n\n{heading}\n\nJa.\n").items[0]
    assert [decision.prior for decision in item.decisions] == [False]


HISTORY = """Punkt 1: Ny bro

Beslutning

Godkendt.

Sagsforløb

Udvalg: Magistraten
  Dato: 06-01-2025
Punktnummer: 12

1. Anbefales.
2. Udsat.

Udvalg: Vigsted Byråd
Dato: 13-01-2025
Punktnummer: 4a
{heading}Fremsendes til Havneudvalget.
Dato: fastsættes senere.

Udvalg: Tomt Udvalg
Dato: 14-01-2025

Bilag

Kort
"""


@pytest.mark.parametrize("heading", ["", "Beslutning\n\n", "Beslutning: ", "  Beslutning:\n"])
def test_blocks_of_a_case_history(heading: str) -> None:
    text = HISTORY.format(heading=heading)
    item = parsed(text, head=True).items[0]
    assert own(text, item) == ["Godkendt."]
    assert prior(text, item) == [
        "1. Anbefales. 2. Udsat.",
        "Fremsendes til Havneudvalget. Dato: fastsættes senere.",
    ]
    first, second = item.decisions[1:]
    assert (first.committee, first.date, first.item_number) == ("Magistraten", date(2025, 1, 6), "12")
    assert (second.committee, second.date, second.item_number) == ("Vigsted Byråd", date(2025, 1, 13), "4a")
    assert [point.label for point in first.points] == ["1", "2"]
    assert [s.kind.value for s in item.sections] == ["decision", "history", "attachments"]


def test_the_own_decision_may_follow_the_history() -> None:
    history = "Sagsforløb\n\nUdvalg: Byrådet\nDato: 13-01-2025\n\nUdsat.\n\n"
    text = f"Punkt 1: Ny bro\n\n{history}Beslutning\n\nGodkendt.\n"
    item = parsed(text, head=True).items[0]
    assert (own(text, item), prior(text, item)) == (["Godkendt."], ["Udsat."])


def test_a_decision_without_text_is_none() -> None:
    text = "Punkt 1: Ny bro\n\nBeslutning\n\nBilag\n\nKort\n"
    item = parsed(text, head=True).items[0]
    assert item.decisions == ()
    assert item.sections[0].kind is SectionKind.DECISION


TOLD = [
    ("Klima- og Miljøudvalget 12-09-2024: Udsat.", "Klima- og Miljøudvalget", date(2024, 9, 12), None),
    ("- Byudvalget den 12. september 2024: Udsat.", "Byudvalget", date(2024, 9, 12), None),
    ("• Byrådet, 12-09-2024 Punkt 4: Udsat.", "Byrådet", date(2024, 9, 12), "4"),
    ("* Byrådet d. 12/9-24, pkt. 4a: Udsat.", "Byrådet", date(2024, 9, 12), "4a"),
    ("12-09-2024 Byrådet: Udsat.", "Byrådet", date(2024, 9, 12), None),
    ("Den 12. september 2024, Byrådet: Udsat.", "Byrådet", date(2024, 9, 12), None),
    ("  - 12.09.2024 – Økonomiudvalget – Udsat.", "Økonomiudvalget", date(2024, 9, 12), None),
]


def history(*lines: str) -> tuple[str, AgendaItem]:
    told = "\n".join(lines)
    text = f"Punkt 1: Ny bro\n\nSagsforløb\n\n{told}\n\nBeslutning\n\nGodkendt.\n"
    return text, parsed(text, head=True).items[0]


@pytest.mark.parametrize(("line", "told_by", "day", "number"), TOLD)
def test_a_case_history_of_one_line_each(line: str, told_by: str, day: date, number: str | None) -> None:
    text, item = history(line, "Havneudvalget 06-01-2025: Anbefales.")
    assert (own(text, item), prior(text, item)) == (["Godkendt."], ["Udsat.", "Anbefales."])
    first, second = item.decisions[1:]
    assert (first.committee, first.date, first.item_number) == (told_by, day, number)
    assert (second.committee, second.date) == ("Havneudvalget", date(2025, 1, 6))


def test_a_line_of_a_case_history_goes_on_in_the_next() -> None:
    text, item = history("Byrådet 12-09-2024: Udsat til", "næste møde.", "Byrådet 03-10-2024: Vedtaget.")
    assert prior(text, item) == ["Udsat til næste møde.", "Vedtaget."]


@pytest.mark.parametrize(
    "line",
    [
        "Byrådet drøftede forslaget 12-09-2024: det var langt.",
        "Byrådet 12-09-2024:",
        "Bilag af 12-09-2024: Kort over havnen",
    ],
)
def test_lines_that_tell_no_decision(line: str) -> None:
    text, item = history(line)
    assert prior(text, item) == []


@pytest.mark.parametrize("absent", ["Fraværende", "Afbud", "Ikke til stede", "Ej til stede"])
def test_a_line_on_who_was_absent_takes_no_decision_with_it(absent: str) -> None:
    before = f"Punkt 1: Ny bro\n\nBeslutning\n\n{absent}: Bo Holm.\nTove Bakke.\n\nGodkendt.\n"
    behind = f"Punkt 1: Ny bro\n\nBeslutning\n\nGodkendt.\n\n{absent}: Bo Holm.\nTove Bakke.\n"
    for text in (before, behind):
        item = parsed(text, head=True).items[0]
        assert own(text, item) == ["Godkendt."]
        told = {section.kind: body(text, section.span) for section in item.sections}
        assert told == {SectionKind.DECISION: "Godkendt.", SectionKind.ABSENCE: "Bo Holm. Tove Bakke."}


def test_another_body_of_the_same_day_is_not_the_meeting() -> None:
    text = (
        "Punkt 1: Ny bro\n\nBeslutning i Økonomiudvalget den 03-02-2025\n\nAnbefales afvist.\n\n"
        "Punkt 2: Ny kaj\n\nBeslutning\n\nGodkendt.\n"
    )
    bro, kaj = parsed(text, head=True).items
    assert (own(text, bro), prior(text, bro)) == ([], ["Anbefales afvist."])
    assert own(text, kaj) == ["Godkendt."]


def test_a_committee_that_its_decisions_call_otherwise() -> None:
    text = "".join(
        f"Punkt {number}: Ny bro\n\nBeslutning i Udvalget for havne den 03-02-2025\n\nGodkendt.\n\n"
        for number in (1, 2)
    )
    meeting = parsed(text, head=True)
    assert [own(text, item) for item in meeting.items] == [["Godkendt."], ["Godkendt."]]
    assert (meeting.committee, meeting.other_name) == ("Havneudvalget", "Udvalget for havne")


@pytest.mark.parametrize("absent", ["Afbud: Bo Holm", "Ikke til stede: Bo Holm"])
def test_who_was_absent_in_the_lines_of_a_decision(absent: str) -> None:
    tight = f"Punkt 1: Ny bro\n\nBeslutning\n{absent}\nGodkendt.\n"
    assert own(tight, parsed(tight, head=True).items[0]) == ["Godkendt."]
    within = f"Punkt 1: Ny bro\n\nBeslutning\n1. Godkendt.\n{absent}\n2. Udsat.\n"
    assert own(within, parsed(within, head=True).items[0]) == [f"1. Godkendt. {absent} 2. Udsat."]


@pytest.mark.parametrize(
    "prose",
    [
        "Udvalget fik svar om\nSagen den 6. januar 2020, punkt 3\nog var enigt.",
        "Den nye lov,\nBeslutning af Lov om Havne trådte i kraft 1. januar 2020\ner læst.",
    ],
)
def test_prose_with_a_date_is_no_earlier_decision(prose: str) -> None:
    text = f"Punkt 1: Ny bro\n\nSagsfremstilling\n\n{prose}\n\nBeslutning\n\nGodkendt.\n"
    item = parsed(text, head=True).items[0]
    assert (own(text, item), prior(text, item)) == (["Godkendt."], [])
