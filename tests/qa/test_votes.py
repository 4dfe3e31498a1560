"""How a vote fell, in the shapes that minutes tell it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.source_text import Span
from qa.answer import Side
from qa.votes import is_tally, read_votes

FOR, AGAINST, ABSTAINED = Side.FOR, Side.AGAINST, Side.ABSTAINED
Told = tuple[Side, int | None, tuple[str, ...]]


def told(sentence: str) -> list[Told]:
    return [(vote.side, vote.count, vote.parties) for vote in read_votes(sentence, Span(0, len(sentence)))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Godkendt med 13 stemmer mod 8.", [(FOR, 13, ()), (AGAINST, 8, ())]),
        ("Godkendt med stemmerne 5-1.", [(FOR, 5, ()), (AGAINST, 1, ())]),
        ("Vedtaget med 9 stemmer for og 6 imod.", [(FOR, 9, ()), (AGAINST, 6, ())]),
        ("Godkendt med 16 stemmer mod 3 (Ø og Kaj Dam (O)).", [(FOR, 16, ()), (AGAINST, 3, ("Ø", "O"))]),
        ("Forslaget forkastet med 15 stemmer mod 5 (Ø og F).", [(AGAINST, 15, ()), (FOR, 5, ("Ø", "F"))]),
        ("For stemte: A (Bo Friis, Mia Holm), F (3) og L.", [(FOR, None, ("A", "F", "L"))]),
        ("For forslaget stemte V og C.", [(FOR, None, ("V", "C"))]),
        ("Imod stemte: V, C og O.", [(AGAINST, None, ("V", "C", "O"))]),
        ("For stemte 8 (V, O, I og L).", [(FOR, 8, ("V", "O", "I", "L"))]),
        ("Ida H. Lund (I) og Poul Bro (L) stemte imod.", [(AGAINST, None, ("I", "L"))]),
        ("Mie Vang (B) undlod at stemme.", [(ABSTAINED, None, ("B",))]),
        ("Venstre og Liberal Alliance stemte for udbud.", [(FOR, None, ("Venstre", "Liberal Alliance"))]),
        (
            "14 stemte for, 3 stemte imod og 1 undlod at stemme.",
            [(FOR, 14, ()), (AGAINST, 3, ()), (ABSTAINED, 1, ())],
        ),
        (
            "A og F stemte for, mens V, C og O stemte imod.",
            [(FOR, None, ("A", "F")), (AGAINST, None, ("V", "C", "O"))],
        ),
        ("Et flertal på 4 (A, F og Ø) anbefaler det.", [(FOR, 4, ("A", "F", "Ø"))]),
        ("Godkendt.", []),
        ("Udvalget drøftede afstemningsområderne til valget.", []),
    ],
)
def test_sides_counts_and_parties(sentence: str, expected: list[Told]) -> None:
    assert told(sentence) == expected


def test_a_tally_names_nobody_and_so_is_no_dissent() -> None:
    assert is_tally("Godkendt med 13 stemmer mod 8.")
    assert not is_tally("Imod stemte: V, C og O.")
    assert not is_tally("Godkendt.")


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for vote in read_votes(text, Span(0, len(text))):
        assert all(party in text for party in vote.parties)
