"""Which decision is the meeting's own, and whose the others are."""

from datetime import date

import pytest
from parsed import own, parsed, prior

from indexer.minutes import SectionKind


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
