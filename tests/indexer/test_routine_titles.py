"""Titles that stand on every agenda, and those that name a case for all that they begin alike."""

import pytest

from indexer.routine_titles import is_of_many_matters, is_routine


@pytest.mark.parametrize(
    "title",
    [
        "Meddelelser",
        "Nyt fra formanden og forvaltningen",
        "Orientering fra borgmesteren",
        "Orienteringer",
        "Gensidig orientering",
        "Siden sidst",
        "Eventuelt",
        "Spørgetid for borgere",
    ],
)
def test_lists_of_notices(title: str) -> None:
    assert is_of_many_matters(title)
    assert is_routine(title)


@pytest.mark.parametrize(
    "title",
    ["Godkendelse af dagsorden", "Godkendelse af referat fra sidste møde", "Underskriftsblad", "Dagsorden"],
)
def test_one_matter_of_every_meeting(title: str) -> None:
    assert is_routine(title)
    assert not is_of_many_matters(title)


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af skema B: 18 almene boliger",
        "Godkendelse af budget",
        "Orientering om tilsyn på plejecentrene",
        "Nyt værested",
        "Aktuelle sager om dispensation",
    ],
)
def test_cases(title: str) -> None:
    assert not is_routine(title)
    assert not is_of_many_matters(title)
