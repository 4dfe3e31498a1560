import pytest

from models.danish import Danish


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("om- og tilbygning af hallen", "ombygning"),
        ("alkohol- eller stofbehandling", "alkoholbehandling"),
        ("teknik- og miljøområdet", "teknikområde"),
        ("børne- samt skoleudvalget", "børneudvalg"),
    ],
)
def test_a_word_cut_short_is_found_whole(danish_language: Danish, text: str, whole: str) -> None:
    assert whole in danish_language.search_terms(text)


def test_a_dash_between_words_makes_no_compound(danish_language: Danish) -> None:
    assert "forslagbudget" not in danish_language.search_terms("Forslag - og budget")
