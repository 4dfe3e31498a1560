"""Hyphens at line ends: the typesetter's or the word's."""

import pytest

from indexer.readers.hyphenation import Break, Hyphenation


def verdict(left: str, right: str, text: str = "", others: tuple[tuple[str, str], ...] = ()) -> Break:
    return Hyphenation([text], [(left, right), *others]).of(left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Sundheds", "og", Break.SUSPENDED),
        ("børne", "eller", Break.SUSPENDED),
        ("kommunalbe", "styrelsen", Break.JOINED),
        ("Udvik", "lingen,", Break.JOINED),
        ("beslut", "ning.", Break.JOINED),
        ("KKR", "regi", Break.HYPHENATED),
        ("2012", "2013", Break.HYPHENATED),
        ("6", "måneders", Break.HYPHENATED),
        ("e", "mail", Break.HYPHENATED),
        ("Nord", "Jylland", Break.HYPHENATED),
        ("Maastricht", "traktaten", Break.HYPHENATED),
        ("ikke", "planlagte", Break.HYPHENATED),
    ],
)
def test_on_its_own(left: str, right: str, expected: Break) -> None:
    assert verdict(left, right) is expected


def test_the_document_knows_its_words() -> None:
    assert verdict("vandforsynings", "plan", "en vandforsyningsplan for øen") is Break.JOINED
    assert verdict("flow", "indsatsen", "flow-indsatsen fortsætter") is Break.HYPHENATED


def test_where_both_read_as_danish_the_habit_of_the_document_counts() -> None:
    assert verdict("borger", "rettede") is Break.HYPHENATED
    breaks = (("udvik", "lingen"), ("kommunalbe", "styrelsen"))
    assert verdict("borger", "rettede", others=breaks) is Break.JOINED
