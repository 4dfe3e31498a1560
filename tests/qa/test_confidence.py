"""What speaks for an answer, seen on small questions to the sample minutes."""

from dataclasses import replace
from datetime import date

import pytest

from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.confidence import Evidence, confidence, evidence_of

LEADER = "Hvad hedder den nye skoleleder for Hulbæk Skole?"


def evidence(archive: Archive, question: str) -> Evidence:
    worked = work_out(archive.index, question, Narrowing(), date(2025, 11, 22))
    assert worked.draft.quotes
    return evidence_of(archive.index, worked.question, worked.matcher, worked.draft)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev der besluttet om Hulbæk Skole?",  # nothing is asked beyond the title
        "Hvad koster en vuggestueplads i 2024?",
        "Hvor mange underskrifter samlede borgerforeningen i Hulbæk?",
        LEADER,
    ],
)
def test_what_is_asked_about_the_case_is_told(archive: Archive, question: str) -> None:
    assert evidence(archive, question).told == 1.0


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("Hvad blev besluttet om parkering ved Hulbæk Skole?", 0.0),
        ("Hvem tegnede solcelleparken?", 0.0),
        ("Hvad blev der besluttet om elevernes cykelhjelme på Hulbæk Skole?", 0.5),
    ],
)
def test_what_is_asked_about_the_case_is_not_told(archive: Archive, question: str, most: float) -> None:
    found = evidence(archive, question)
    assert found.told <= most
    assert found.names == 1.0  # that the case is the right one is not enough
    assert confidence(found) < confidence(replace(found, told=1.0))


@pytest.mark.parametrize(
    ("question", "untyped"),
    [
        ("Hvem bor i Stenløkke Park?", 1.0),  # what stands there names nobody but the park
        ("Hvem bruger svømmehallen?", 0.0),  # a club
        ("Hvad blev der besluttet om Hulbæk Skole?", 0.0),  # of a decision no form is asked
    ],
)
def test_an_answer_without_the_form_asked_for(archive: Archive, question: str, untyped: float) -> None:
    found = evidence(archive, question)
    assert found.untyped == untyped
    assert confidence(replace(found, untyped=1.0)) < confidence(replace(found, untyped=0.0))


@pytest.mark.parametrize(
    ("question", "name"),
    [(LEADER, 1.0), ("Hvem er leder af Brodal Skole?", 1.0), ("Hvem bruger svømmehallen?", 0.0)],
)
def test_a_name_is_asked_for(archive: Archive, question: str, name: float) -> None:
    assert evidence(archive, question).name == name


@pytest.mark.parametrize(
    ("question", "untold"),
    [
        ("Hvor mange cykelhjelme fik Hulbæk Skole?", 1.0),  # other things are counted there
        ("Hvad koster parkering ved Hulbæk Skole?", 1.0),  # another price
        ("Hvor mange underskrifter samlede borgerforeningen i Hulbæk?", 0.0),
        ("Hvad koster en vuggestueplads i 2024?", 0.0),
        ("Hvem bruger svømmehallen?", 0.0),  # nothing is counted or paid for
        ("Hvad blev besluttet om Hulbæk Skole?", 0.0),
    ],
)
def test_what_is_to_be_counted_or_paid_for_is_named(archive: Archive, question: str, untold: float) -> None:
    found = evidence(archive, question)
    assert found.untold == untold
    assert confidence(replace(found, untold=1.0)) < confidence(replace(found, untold=0.0))


def test_two_notices_of_one_item_are_not_one_case(archive: Archive) -> None:
    one = evidence(archive, "Hvad blev der orienteret om med den nye fejemaskine?")
    two = evidence(archive, "Hvad blev der orienteret om med fejemaskinen på stien mod fyret?")
    assert (one.coverage, one.chunk, one.alone) == (1.0, 1.0, 1.0)
    assert max(two.coverage, two.chunk, two.alone) < 0.8
    assert confidence(two) < confidence(one)
