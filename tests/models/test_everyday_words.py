"""The table of everyday words."""

import re
from importlib.resources import files

from models.everyday_words import minutes_words

ROWS = [
    line.split("\t")
    for line in files("models").joinpath("everyday_words.tsv").read_text("utf-8").splitlines()
]


def test_each_word_has_one_row() -> None:
    said = [word for word, _ in ROWS]
    assert said == sorted(set(said))


def test_no_word_stands_for_itself() -> None:
    assert not [said for said, meant in ROWS if said in meant.split("; ")]


def test_words_are_single_and_lower_case() -> None:
    words = {word for said, meant in ROWS for word in (said, *meant.split("; "))}
    assert not [word for word in words if word != word.lower() or not re.fullmatch(r"[\w-]+", word)]


def test_a_word_is_found_by_any_of_its_forms() -> None:
    assert "sygehus" in minutes_words("hospital")
    assert minutes_words("hospitalet", "hospital") == minutes_words("Hospital") == minutes_words("hospital")


def test_most_words_have_none() -> None:
    assert minutes_words("Tranevig") == ()
