"""Facets: every count is what choosing the value would give, whatever else is chosen."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.minutes import SectionKind
from qa.archive import Archive
from qa.facets import Choices, Facet
from qa.outcomes import Outcome

FIELDS = {
    Facet.MUNICIPALITY: ("municipalities", str),
    Facet.COMMITTEE: ("committees", str),
    Facet.YEAR: ("years", int),
    Facet.OUTCOME: ("outcomes", Outcome),
    Facet.SECTION: ("sections", SectionKind),
}
CHOICES = st.builds(
    Choices,
    municipalities=st.sampled_from([frozenset(), frozenset({"tranevig"}), frozenset({"Køge"})]),
    committees=st.frozensets(
        st.sampled_from(["Byrådet", "Socialudvalget", "Teknik- og Miljøudvalget", "Økonomiudvalget"]),
        max_size=2,
    ),
    years=st.frozensets(st.integers(2021, 2025), max_size=2),
    outcomes=st.frozensets(st.sampled_from(Outcome), max_size=2),
    sections=st.frozensets(st.sampled_from(SectionKind), max_size=3),
    date_from=st.sampled_from([None, date(2023, 3, 6)]),
    date_to=st.sampled_from([None, date(2024, 10, 8)]),
    case_no=st.sampled_from([None, None, None, "2023-007002"]),
)


@settings(max_examples=40, deadline=None)
@given(choices=CHOICES, words=st.sampled_from(["skole", "budget", '"stemmer mod"']))
def test_a_count_is_what_choosing_the_value_gives(archive: Archive, choices: Choices, words: str) -> None:
    found = archive.search(words, choices, mode="keyword", limit=0)
    for facet, counted in found.facets.items():
        field, kind = FIELDS[facet]
        chosen = {str(value).casefold() for value in getattr(choices, field)}
        assert {row.value.casefold() for row in counted if row.chosen} == chosen
        for row in counted:
            alone = replace(choices, **{field: frozenset({kind(row.value)})})
            assert archive.search(words, alone, mode="keyword", limit=0).total == row.count, (facet, row)


def test_every_value_that_matches_have_is_counted(archive: Archive) -> None:
    found = archive.search("skole", limit=10_000)
    years = {row.value: row.count for row in found.facets[Facet.YEAR]}
    assert list(years) == sorted(years, reverse=True)
    assert sum(years.values()) >= found.total > 0
    committees = [row.count for row in found.facets[Facet.COMMITTEE]]
    assert committees == sorted(committees, reverse=True)
    outcomes = {row.value for row in found.facets[Facet.OUTCOME]}
    assert outcomes == {finding.outcome.value for finding in found.page if finding.outcome}


def test_two_values_of_a_facet_give_either(archive: Archive) -> None:
    def total(*years: int) -> int:
        return archive.search("skole", Choices(years=frozenset(years))).total

    one, other, both = total(2022), total(2024), total(2022, 2024)
    assert 0 < one < both
    assert both == one + other


def test_the_outcome_of_a_finding_is_read_from_its_items_decision(archive: Archive) -> None:
    rejected = archive.search("solceller", Choices(outcomes=frozenset({Outcome.REJECTED})), limit=50)
    assert {finding.quote.source.item_id for finding in rejected.page} == {
        "byraadet-2025-06-24.91",
        "teknik-og-miljoeudvalget-2022-09-21.92",
    }


@pytest.mark.parametrize("words", ["skole", "Fyrtårnet"])
def test_a_committee_and_a_year_chosen_together_are_of_one_sitting(archive: Archive, words: str) -> None:
    choices = Choices(committees=frozenset({"Socialudvalget"}), years=frozenset({2023}))
    for finding in archive.search(words, choices, limit=100).page:
        own = finding.quote.source
        sittings = {(own.committee, own.date.year), (finding.quote.body, finding.quote.body_date.year)}
        assert ("Socialudvalget", 2023) in sittings
