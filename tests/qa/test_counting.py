"""What a "hvor mange" question counts, and the sentences that count it."""

from datetime import date

import pytest

from qa.archive import Archive
from qa.counting import counted_thing, counts, priced_thing
from qa.question import Known, understand


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hvor mange sager fik de?", "sager"),
        ("Hvor mange stemte for?", "stemte"),
        ("Hvor mange blev dømt?", "dømt"),
        ("Og hvor mange høringssvar kom der?", "høringssvar"),
        ("How many members are there?", "members"),
        ("Hvor mange nye boliger bygges der?", "boliger"),
        ("Hvor mange kommunale skoler er der?", "skoler"),
        ("Hvor mange nye kommunale skoler er der?", "skoler"),
        ("How many new homes are there?", "homes"),
        ("Hvor mange ansatte har kommunen?", "ansatte"),  # no adjective, for all its ending
        ("Hvor mange nye?", "nye"),  # nothing behind it to count
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


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("Antallet af boliger øges til 54.", True),
        ("Antallet af nye boliger øges fra 40 til 54.", True),
        ("I 2023 var antallet af boliger 54.", True),
        ("Antal boliger: 54", True),
        ("Antallet af børn øges til 54.", False),
        ("Antallet af boliger øges i 2023.", False),
        ("Antallet af boliger er ukendt. Der kom 54 svar.", False),
    ],
)
def test_a_number_behind_the_number_of_the_thing_counts_it(
    archive: Archive, sentence: str, does: bool
) -> None:
    thing = counted_thing(archive.index, "Hvor mange boliger er der?")
    assert thing is not None
    assert counts(archive.index, sentence, thing) is does


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hvad koster cykelstien?", "cykelstien"),
        ("Hvor meget koster broen ved skolen?", "broen"),
        ("Hvad er huslejen i boligerne?", "huslejen"),
        ("Hvor meget får klubben i tilskud?", "tilskud"),  # the kind of sum goes before who gets it
        ("Hvor stor er bøden for parkering?", "bøden"),
        ("Hvad vil det beløbe sig til?", None),
        ("Hvad betaler Hulbæk Klub?", None),  # names only
        ("Hvor mange kroner får klubben?", None),
        ("Hvor mange boliger er der?", None),
        ("Hvad blev besluttet om cykelstien?", None),
    ],
)
def test_the_thing_paid_for(archive: Archive, question: str, thing: str | None) -> None:
    asked = understand(question, archive.index.danish, Known((), (), ()), date(2026, 1, 1))
    found = priced_thing(asked)
    assert (found.text if found else None) == thing


@pytest.mark.parametrize(
    ("question", "sentence", "does"),
    [
        ("Hvor mange cykler dagligt?", "Der kommer 210 cyklister om dagen.", True),
        ("Hvor mange regler gælder?", "De 12 reglers ordlyd er vedlagt.", True),
        ("Hvor mange cykler dagligt?", "Der kommer 210 bilister om dagen.", False),
        ("Hvor mange busser kører?", "Der er 12 buske.", False),
        ("Hvor mange elever er der?", "Der er 3 elevatorer.", False),
        ("Hvor mange planer er der?", "Der sættes 200 planter.", False),
    ],
)
def test_a_stem_that_loses_its_e_is_known_again(
    archive: Archive, question: str, sentence: str, does: bool
) -> None:
    thing = counted_thing(archive.index, question)
    assert thing is not None
    assert counts(archive.index, sentence, thing) is does
