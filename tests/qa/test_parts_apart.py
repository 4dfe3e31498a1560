"""A compound is not met by parts that stand nowhere together."""

from datetime import date

import pytest

from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.matching import TermMatcher
from qa.open_index import OpenIndex
from qa.parts_apart import share_apart

TODAY = date(2026, 1, 1)


def matcher_of(index: OpenIndex, question: str) -> TermMatcher:
    return TermMatcher(work_out(index, question, Narrowing(), TODAY).question.terms, index.engine)


def test_a_compound_has_no_relative_by_its_first_part_alone(archive: Archive) -> None:
    matcher = matcher_of(archive.index, "Hvad blev besluttet om skolebusserne?")
    (matched,) = matcher.terms
    assert matched.term.parts == ("skole", "bus")
    assert matcher.level(matched, {"skoledag"}) == 0.0
    assert matcher.level(matched, {"skole"}) < matcher.level(matched, {"skole", "bus"})


@pytest.mark.parametrize(
    ("sentence", "has"),
    [
        ("Busser til skolen kører oftere.", True),
        ("Skolebussen kører oftere.", True),
        ("Bussen kører.", False),
    ],
)
def test_what_has_a_compound(archive: Archive, sentence: str, has: bool) -> None:
    matcher = matcher_of(archive.index, "Hvad blev besluttet om skolebusserne?")
    assert matcher.has(matcher.terms[0], archive.index.terms_of(sentence)) is has


def test_parts_that_stand_together_count(archive: Archive) -> None:
    worked = work_out(archive.index, "Hvad blev besluttet om carportdispensationen?", Narrowing(), TODAY)
    lead = worked.draft.lead
    assert lead is not None
    assert "carport" in lead.item.item.title
    assert share_apart(archive.index, worked.matcher, lead.item) == 0.0


def test_parts_that_stand_nowhere_together_do_not(archive: Archive) -> None:
    worked = work_out(archive.index, "Hvad blev besluttet om elbilsladerne?", Narrowing(), TODAY)
    lead = worked.draft.lead
    assert lead is not None
    assert lead.item.item.title == "Ladestandere på kommunale p-pladser"
    assert 0.0 < share_apart(archive.index, worked.matcher, lead.item) < lead.features.coverage


def test_no_item_has_nothing_apart(archive: Archive) -> None:
    assert share_apart(archive.index, matcher_of(archive.index, "Hvad blev besluttet?"), None) == 0.0
