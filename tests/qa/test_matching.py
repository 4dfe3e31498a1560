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
        ("Hvad blev besluttet om fordelngen?", "en fordeling af pladser"),
        ("Hvad blev besluttet om takstrne?", "en ny takst"),
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


@pytest.mark.parametrize("outcome", ["afvist", "udsat", "drøftet", "nedstemt", "anbefalet"])
def test_what_came_of_a_case_tells_less_than_what_it_is_about(archive: Archive, outcome: str) -> None:
    found = matcher(archive, f"Blev skimmelsvampen {outcome}?")
    topic, came_of_it = found.terms
    assert came_of_it.weight < 0.3 * topic.weight
    assert found.coverage(archive.index.terms_of("Skimmelsvamp i børnehaven")) > 0.8


def test_who_is_vulnerable_is_a_topic(archive: Archive) -> None:
    (vulnerable,) = matcher(archive, "Hvad blev besluttet om udsatte?").terms
    (postponed,) = matcher(archive, "Hvad blev udsat?").terms
    assert vulnerable.weight > postponed.weight


@pytest.mark.parametrize(
    ("written", "meant"),
    [("fordelngen", "fordeling"), ("takstrne", "takst"), ("strategen", "strategi")],
)
def test_a_misspelt_inflected_word_stands_for_the_word_meant(
    archive: Archive, written: str, meant: str
) -> None:
    (term,) = matcher(archive, f"Hvad blev besluttet om {written}?").terms
    assert term.known
    assert meant in term.variants


@pytest.mark.parametrize(
    ("thing", "text", "does"),
    [
        ("cykelstien", "Der anlægges en cykelsti.", True),
        ("cykelstien", "En sti for cykler.", True),  # by its parts
        ("fordelngen", "Fordelingen er skæv.", True),  # misspelt
        ("hjemløshed", "Støtte til hjemløse.", True),  # of the same stem
        ("cykelstien", "Der anlægges en bro.", False),
        ("cykelstien", "", False),
    ],
)
def test_a_word_of_the_question_is_met(archive: Archive, thing: str, text: str, does: bool) -> None:
    found = matcher(archive, f"Hvad koster {thing}?")
    term = next(matched.term for matched in found.terms if matched.term.text == thing)
    assert found.meets(term, archive.index.terms_of(text)) is does


def test_a_word_that_is_none_of_the_terms_is_met_as_it_stands(archive: Archive) -> None:
    found = matcher(archive, "Hvad blev besluttet om skolen?")
    term = matcher(archive, "Hvad koster cykelstien?").terms[-1].term
    assert term not in {matched.term for matched in found.terms}
    assert found.meets(term, archive.index.terms_of("Der anlægges en cykelsti."))
    assert not found.meets(term, archive.index.terms_of("Skolen lukker."))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Blev skolen lukket?", "at skolen nedlægges"),
        ("Hvor mange ansatte er der?", "360 medarbejdere"),
        ("Hvad blev besluttet om bostederne?", "22 botilbud"),
    ],
)
def test_the_minutes_have_another_word_for_it(archive: Archive, question: str, text: str) -> None:
    found = matcher(archive, question)
    present = archive.index.terms_of(text)
    assert any(0.5 < found.level(matched, present) < 1.0 for matched in found.terms if matched.alike)


def test_a_name_stands_for_itself(archive: Archive) -> None:
    assert not [m.alike for m in matcher(archive, "Hvad blev besluttet om Lukke Hospital?").terms if m.alike]
