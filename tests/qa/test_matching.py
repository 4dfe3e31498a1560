"""How a question's words are met by a text's, and how much each of them tells."""

from datetime import date

import pytest

from qa.archive import Archive
from qa.matching import TermMatcher
from qa.question import Known, understand


def matcher(archive: Archive, question: str) -> TermMatcher:
    known = Known(municipalities=(), committees=(), meetings=())
    terms = understand(question, archive.index.danish, known, date(2026, 1, 1)).terms
    return TermMatcher(terms, archive.index.engine)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvad blev besluttet om hjemløshed?", "støtte til hjemløse"),
        ("Hvor meget stiger taksten?", "en stigning i taksten"),
        ("Hvad bruges VR-brillerne til?", "film til VR-briller"),
        ("Hvad gælder bevillingen på 1.316.000 kr.?", "der bevilges 1.316.000 kr."),
    ],
)
def test_words_meet_in_other_forms(archive: Archive, question: str, text: str) -> None:
    found = matcher(archive, question)
    assert found.coverage(archive.index.terms_of(text)) > 0.3


@pytest.mark.parametrize("text", ["en ny skole i byen", "", "hjem til jul"])
def test_other_words_do_not(archive: Archive, text: str) -> None:
    found = matcher(archive, "Hvad blev besluttet om hjemløshed?")
    assert found.coverage(archive.index.terms_of(text)) == 0.0


@pytest.mark.parametrize(
    ("question", "title", "told", "share"),
    [
        (
            "Hvad blev besluttet om parkering ved skolen?",
            "Skolens fremtid",
            "Der er plads til parkering.",
            1.0,
        ),
        ("Hvad blev besluttet om parkering ved skolen?", "Skolens fremtid", "Skolen lukker ikke.", 0.0),
        ("Hvad blev besluttet om skolen?", "Skolens fremtid", "", 1.0),  # the title says all that is asked
        ("Hvad blev besluttet om Hulbæk?", "Veje", "", 1.0),  # and names are seen elsewhere
        ("", "Veje", "", 1.0),
    ],
)
def test_what_is_asked_beyond_the_title(
    archive: Archive, question: str, title: str, told: str, share: float
) -> None:
    given, present = archive.index.terms_of(title), archive.index.terms_of(told)
    assert matcher(archive, question).coverage_beyond(given, present) == share


def test_a_part_of_what_is_asked_beyond_the_title(archive: Archive) -> None:
    found = matcher(archive, "Hvad blev besluttet om parkering og cykelhjelme ved skolen?")
    given, present = (archive.index.terms_of(text) for text in ("Skolens fremtid", "Der er parkering."))
    assert 0.0 < found.coverage_beyond(given, present) < 1.0


def test_a_common_word_tells_less_than_a_rare_one_that_the_index_never_saw(archive: Archive) -> None:
    common, rare = matcher(archive, "Hvad blev konklusionen om turbinehallen?").terms
    assert (common.known, rare.known) != (True, True)
    assert common.weight < rare.weight
