"""Parties by every name that minutes and people use for them, and nothing else by these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.parties import named


@pytest.mark.parametrize(
    ("asked", "sentence", "found"),
    [
        ("SF", "Faisal Nazari (F) stemte imod.", "(F)"),
        ("SF", "Socialistisk Folkeparti stemte imod.", "Socialistisk Folkeparti"),
        ("Socialistisk Folkeparti", "SF stemte imod.", "SF"),
        ("Venstre", "Niels Holm (V) tog forbehold.", "(V)"),
        ("venstre", "Niels Holm (V) tog forbehold.", "(V)"),
        ("De Konservative", "Anja Krogsdal (C) stemte imod.", "(C)"),
        ("De Konservative", "Det Konservative Folkeparti stemte imod.", "Det Konservative Folkeparti"),
        ("DF", "Dansk Folkepartis gruppe stemte imod.", "Dansk Folkepartis"),
        ("Radikale", "Det Radikale Venstre stemte imod.", "Det Radikale Venstre"),
        ("Lone Hedemark", "Lone Hedemarks forbehold", "Lone Hedemarks"),
        ("Lone Hedemark", "LONE HEDEMARK stemte imod.", "LONE HEDEMARK"),
    ],
)
def test_by_any_of_its_names(asked: str, sentence: str, found: str) -> None:
    match = named(asked).search(sentence)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("SF", "SFO'en bør være gratis."),
        ("SF", "Niels Holm (V) tog forbehold."),
        ("V", "se punkt v i bilaget"),
        ("LA", "la-la"),
        ("Venstre", "Venstresvingende skal vente."),
        ("Lone Hedemark", "Lone Hede stemte imod."),
    ],
)
def test_not_by_what_only_looks_like_one(asked: str, sentence: str) -> None:
    assert named(asked).search(sentence) is None


@given(st.text(min_size=1))
def test_any_name_can_be_looked_for(name: str) -> None:
    named(name).search(f"{name} stemte imod.")


@pytest.mark.parametrize(
    ("asked", "sentence", "there"),
    [
        ("Alternativet", "Alt i alt stemte fire imod.", False),
        ("Enhedslisten", "Udgiften til el stiger, og to stemte imod.", False),
        ("Venstre", "Det Radikale Venstre stemte imod.", False),
        ("Venstre", "Svinget til venstre spærres; en stemte imod.", False),
        ("SF", "Imod stemte: A, F, Ø, I og L.", True),
        ("SF", "Forkastet med 15 stemmer mod 5 (Ø og F).", True),
        ("Venstre", "For stemte A og V.", False),
    ],
)
def test_a_party_is_its_name_and_not_a_word(asked: str, sentence: str, there: bool) -> None:
    assert bool(named(asked).search(sentence)) is there
