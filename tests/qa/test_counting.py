"""What a "hvor mange" question counts, and the sentences that count it."""

import pytest

from qa.archive import Archive
from qa.counting import counted_thing, counts


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hvor mange sager fik de?", "sager"),
        ("Hvor mange stemte for?", "stemte"),
        ("Hvor mange blev dømt?", "dømt"),
        ("Og hvor mange høringssvar kom der?", "høringssvar"),
        ("How many members are there?", "members"),
        ("Hvornår åbner skolen?", None),
        ("Hvor mange penge?", None),
        ("Hvor mange?", None),
        ("", None),
    ],
)
def test_the_thing_counted(archive: Archive, question: str, thing: str | None) -> None:
    found = counted_thing(archive.index, question)
    assert (found.text if found else None) == thing


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("Der kom 118 høringssvar.", True),
        ("Der kom i alt 118 skriftlige høringssvar.", True),
        ("Kommunen fik tre høringssvar.", True),
        ("Ingen høringssvar kom ind.", True),
        ("Høringssvarene fylder 118 sider.", False),
        ("Der kom høringssvar i 2023.", False),
        ("Der kom mange høringssvar.", False),
        ("Høringen er slut.", False),
        ("", False),
    ],
)
def test_a_number_before_the_thing_counts_it(archive: Archive, sentence: str, does: bool) -> None:
    thing = counted_thing(archive.index, "Hvor mange høringssvar kom der?")
    assert thing is not None
    assert counts(archive.index, sentence, thing) is does
