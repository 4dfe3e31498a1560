"""Search without an answer: three modes, and filters that hold in each."""

from datetime import date

import pytest

from indexer.minutes import SectionKind
from qa.answer import Role

MODES = ["hybrid", "semantic", "keyword"]


@pytest.mark.parametrize("mode", MODES)
def test_hits_are_on_the_topic_best_first(archive, assert_verbatim, mode: str) -> None:
    hits = archive.search("solceller", mode=mode, limit=6)
    assert len(hits) == 6
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert {hit.quote.source.item_id for hit in hits[:3]} <= {
        "byraadet-2025-06-24.91",
        "teknik-og-miljoeudvalget-2025-03-12.25",
        "teknik-og-miljoeudvalget-2024-02-07.17",
        "teknik-og-miljoeudvalget-2022-09-21.92",
    }
    assert_verbatim(archive, [hit.quote for hit in hits])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("narrowing", "holds"),
    [
        ({"date_from": date(2024, 1, 1)}, lambda source: source.date >= date(2024, 1, 1)),
        (
            {"committee": "Socialudvalget", "date_to": date(2022, 12, 31)},
            lambda source: source.date.year == 2022,
        ),
        ({"case_no": "2023-007002"}, lambda source: source.case_no == "2023-007002"),
        ({"municipality": "Tranevig"}, lambda source: source.municipality == "Tranevig"),
    ],
)
def test_filters_hold(archive, mode: str, narrowing: dict, holds) -> None:
    hits = archive.search("skole og takst", mode=mode, limit=20, **narrowing)
    assert hits
    for hit in hits:
        source = hit.quote.source
        assert holds(source) or quotes_an_earlier_decision(archive, source.item_id), source


def quotes_an_earlier_decision(archive, item_id: str | None) -> bool:
    """An item belongs to the body and date of every earlier decision in it, too."""
    return item_id is not None and any(decision.prior for decision in archive.item(item_id).item.decisions)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("narrowing", [{"municipality": "Odense"}, {"date_to": date(2019, 1, 1)}])
def test_a_filter_that_nothing_meets_finds_nothing(archive, mode: str, narrowing: dict) -> None:
    assert archive.search("skole", mode=mode, **narrowing) == []


@pytest.mark.parametrize(
    ("kind", "role"),
    [(SectionKind.DECISION, Role.DECISION), (SectionKind.RECOMMENDATION, Role.RECOMMENDATION)],
)
def test_sections_of_one_kind(archive, kind: SectionKind, role: Role) -> None:
    hits = archive.search("skole", kinds=frozenset({kind}), limit=8)
    assert hits
    assert {hit.quote.role for hit in hits} == {role}


def test_short_and_misspelt_committees_are_the_committee(archive) -> None:
    whole = archive.search("takst", committee="Socialudvalget")
    assert whole
    for written in ("socialudv.", "Socailudvalget", "socialudvalget"):
        assert archive.search("takst", committee=written) == whole
    assert archive.search("takst", committee="Kulturudvalget") == []


def test_pages_of_hits_join_up(archive) -> None:
    whole = archive.search("budget og økonomi", limit=9)
    assert len(whole) == 9
    parts = [archive.search("budget og økonomi", limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [hit for part in parts for hit in part] == whole


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_no_words_no_hits(archive, mode: str, words: str) -> None:
    assert archive.search(words, mode=mode) == []


@pytest.mark.parametrize("words", ["xyzzy plugh", "og", "!?", "\x00", '"(', "title:x AND ~"])
def test_words_found_nowhere_are_no_keyword_hits(archive, words: str) -> None:
    assert archive.search(words, mode="keyword") == []
    for hit in archive.search(words):
        assert hit.quote.text


@pytest.mark.parametrize("words", ["hjemløs strategi", "strategi for hjemløse", "svømmehallen", "svømehal"])
def test_compounds_inflections_and_slips_are_found_by_keyword(archive, words: str) -> None:
    assert archive.search(words, mode="keyword")
