"""Recommendations and decisions in points, however they are labelled; and numbers that are no points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.parsing.points import find_points
from indexer.source_text import Span, fold


def points(text: str) -> list[tuple[str, str]]:
    return [(p.label, fold(p.span.of(text))) for p in find_points(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "1. Ja\n2. Nej",
        "1) Ja\n2) Nej",
        "1: Ja\n2: Nej",
        "Det indstilles,\n1. Ja\n\n2. Nej",
        "Ad. 1. Ja\n\nAd. 2. Nej",
        "ad 1: Ja\nad 2: Nej",
        "At 1) Ja\nAt 2) Nej",
        "Punkt 1: Ja\nPunkt 2: Nej",
        "Indstillingens punkt 1: Ja\nIndstillingens punkt 2: Nej",
        "- 1. Ja\n- 2. Nej",
        "1. Ja 2. Nej",
        "Ad 1. Ja Ad 2. Nej",
        "1.\nJa\n2.\nNej",
        "1. Ja\n2. Nej\n\nUdvalget takkede for sagen.",
    ],
)
def test_two_points(text: str) -> None:
    assert points(text) == [("1", "Ja"), ("2", "Nej")]


@pytest.mark.parametrize("text", ["A) Ja\nB) Nej", "a. Ja\nb. Nej", "A: Ja\nB: Nej"])
def test_two_letters(text: str) -> None:
    assert points(text) == [("A", "Ja"), ("B", "Nej")]


def test_letters_inside_numbers_and_wrapped_lines() -> None:
    text = "1. Broen bygges af\nkommunen.\na) i stål\n2. Den males.\n3. Den åbnes 1. maj 2026."
    assert points(text) == [
        ("1", "Broen bygges af kommunen. a) i stål"),
        ("2", "Den males."),
        ("3", "Den åbnes 1. maj 2026."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Godkendt.",
        "Se punkt 1. Det er godt.",
        "2. Nej\n3. Ja",
        "1.000 kr.\n2.000 kr.",
        "Den\n3. maj",
        "§ 1. Byen",
    ],
)
def test_no_points(text: str) -> None:
    assert points(text) == []


def test_an_empty_point_is_left_out() -> None:
    assert points("1.\n2. Nej") == [("2", "Nej")]


@given(st.text("12345. )\nabcAÆadAt:-İſ ", max_size=80), st.integers(0, 10), st.integers(0, 10))
def test_points_lie_in_the_span_one_after_the_other(text: str, before: int, behind: int) -> None:
    span = Span(min(before, len(text)), max(min(before, len(text)), len(text) - behind))
    end = span.start
    for point in find_points(text, span):
        assert end <= point.span.start < point.span.end <= span.end
        end = point.span.end


@given(st.lists(st.sampled_from(("Godkendt", "Udsat", "Nej tak.")), min_size=1, max_size=30))
def test_as_many_points_as_were_written(said: list[str]) -> None:
    text = "\n".join(f"{number}. {words}" for number, words in enumerate(said, 1))
    assert points(text) == [(str(number), words) for number, words in enumerate(said, 1)]
