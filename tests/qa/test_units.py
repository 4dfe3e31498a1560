"""Questions for a measure are answered by a number in its units, and by nothing else."""

from datetime import date

import pytest

from qa.answer_forms import has_answer_type
from qa.archive import Archive
from qa.intents import answer_type_of
from qa.measures import measure_of, names_unit


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Hvor mange kvadratmeter bliver hallen?", "Hallen bliver på 1.200 m2.", "Hallen koster 12 mio. kr."),
        ("Hvor stort et areal fredes?", "I alt 14,5 ha fredes.", "I alt 14 grunde fredes."),
        ("Hvor mange liter løb ud?", "Der løb 3.000 liter ud.", "Der kom 30 klager."),
        ("Hvad vejer klokken?", "Klokken er på 850 kg.", "Klokken er 150 år gammel."),
        ("Hvor mange tons CO2 spares?", "Det sparer 45-50 tons om året.", "Det sparer 45 % om året."),
        ("Hvad er fartgrænsen på Engvej?", "Der må køres 40 km/t.", "Der kører 4.000 biler i døgnet."),
        ("Hvor mange kilometer er stien?", "Stien er på 2,4 km.", "Stien er fra 1974."),
        ("Hvor mange kWh giver solcellerne?", "De giver 80.000 kWh.", "Der lægges 80 paneler."),
        ("Hvor mange decibel må møllen larme?", "Støjen må højst være 39 dB.", "Der bor 39 naboer."),
        ("Hvor varmt er vandet?", "Vandet holdes på 28 grader.", "Der kommer 28 elever."),
        ("How many hectares are protected?", "I alt 14 hektar fredes.", "Der er 14 lodsejere."),
    ],
)
def test_a_measure_is_told_in_its_units(question: str, told: str, not_told: str) -> None:
    wanted = answer_type_of(question)
    assert has_answer_type(told, wanted, question)
    assert not has_answer_type(not_told, wanted, question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange boliger bygges der?",
        "Hvad vejer tungest for udvalget?",
        "Hvornår blev fartgrænsen sat ned?",
        "Hvor mange gange er sagen udsat?",
    ],
)
def test_what_asks_for_no_measure(question: str) -> None:
    assert measure_of(question) is None


def test_units_are_not_things_that_are_counted() -> None:
    assert names_unit("hektar")
    assert names_unit("m2")
    assert not names_unit("boliger")


def test_the_sentence_with_the_unit_leads(archive: Archive) -> None:
    answer = archive.ask("Hvor mange kvadratmeter er carporten på Rosenvænget?", today=date(2026, 1, 1))
    assert answer.answerable
    assert "38 m2" in answer.quotes[0].text


def test_a_measure_that_is_not_told_is_not_answered(archive: Archive) -> None:
    assert not archive.ask("Hvad vejer carporten på Rosenvænget 31?", today=date(2026, 1, 1)).answerable
