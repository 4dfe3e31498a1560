"""What is marked in a passage: the words looked for, however they are inflected or compounded."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.archive import Archive
from qa.marking import marks_in
from qa.matches import terms_of
from qa.matching import TermMatcher
from qa.search_words import find_phrase, read_search, small


def marked(archive: Archive, typed: str, text: str) -> list[str]:
    words = read_search(typed)
    matcher = TermMatcher(terms_of(archive.index, words.loose), archive.index.engine)
    marks = marks_in(text, matcher.terms, words.phrases, archive.index.danish)
    assert all(start < end for start, end in marks)
    assert all(end < after for (_, end), (after, _) in pairwise(marks))
    return [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("skole", "Skolerne og skolens elever", ["Skolerne", "skolens"]),
        ("skole", "Hulbæk Skolebestyrelse", ["Skolebestyrelse"]),
        ("hjemløsestrategi", "en strategi for hjemløse", ["strategi", "hjemløse"]),
        ("hjemløsestrategi", "en strategi for unge", []),
        ("vedtage", "Byrådet vedtog planen", ["vedtog"]),
        ("og", "bro og kaj", []),
        ("2015-004285", "jf. sag 2015-004285.", ["2015-004285"]),
        ("2023", "Mødet d. 9. oktober 2023", ["d. 9. oktober 2023"]),
        ('"på prøve"', "Godkendt på  prøve, på en prøve", ["på  prøve"]),
        ('"bro" kaj', "Broen, en bro og kajen", ["bro", "kajen"]),
        ("svømehal", "i svømmehallen", ["svømmehallen"]),
    ],
)
def test_what_was_looked_for_is_marked(archive: Archive, typed: str, text: str, expected: list[str]) -> None:
    assert marked(archive, typed, text) == expected


@settings(max_examples=60, deadline=None)
@given(typed=st.text(max_size=40), text=st.text(max_size=120))
def test_any_text_can_be_marked(archive: Archive, typed: str, text: str) -> None:
    for piece in marked(archive, typed, text):
        assert piece


@given(text=st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    assert len(small(text)) == len(text)


WORDS = st.text(st.sampled_from("aæbÅ9_-. \nİ"), min_size=1, max_size=8)


@settings(max_examples=300)
@given(phrase=WORDS, text=st.text(st.sampled_from("aæbÅ9_-. \nİ"), max_size=60))
def test_a_phrase_is_found_where_its_words_stand_in_order(phrase: str, text: str) -> None:
    found = read_search(f'"{phrase}"').phrases
    for wanted in found:
        for start, end in find_phrase(wanted, small(text)):
            assert small(" ".join(text[start:end].split())) == wanted
            assert not (start and text[start - 1].isalnum() and text[start].isalnum())
            assert not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
        if wanted == small(" ".join(text.split())):
            assert find_phrase(wanted, small(text))
