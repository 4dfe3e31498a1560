"""English words of municipal life put into the Danish of the minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.english_words import in_danish, is_put_into


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("the solar parks near Vesterlyng", "the solcellepark near Vesterlyng"),
        ("What about the bike lanes?", "What about the cykelsti?"),  # a phrase before its words
        ("the city centre", "the bymidte"),
        ("LIBRARIES", "bibliotek"),
        ("libraries and buses", "bibliotek and bus"),
        ("the children of Solvej", "the barn of Solvej"),
        ("schoolboys", "schoolboys"),  # no word inside another
        ("a bike-lane", "a bike-lane"),
        ("Hulbæk Skole", "Hulbæk Skole"),
        ("", ""),
    ],
)
def test_what_the_table_knows(english: str, danish: str) -> None:
    assert in_danish(english) == danish


@pytest.mark.parametrize(
    ("word", "known"), [("cykelsti", True), ("Bibliotek", True), ("bike", False), ("Hulbæk", False)]
)
def test_the_words_it_puts_others_into(word: str, known: bool) -> None:
    assert is_put_into(word) is known


@given(st.text())
def test_any_text_is_put_into_danish(text: str) -> None:
    assert isinstance(in_danish(text), str)
    assert isinstance(is_put_into(text), bool)
