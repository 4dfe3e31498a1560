"""Search without an answer: what matches, in three modes, under filters that hold in each, page by page."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from indexer.minutes import SectionKind
from indexer.source_text import fold
from qa.answer import Quote, Role
from qa.archive import Archive
from qa.facets import Choices
from qa.matches import terms_of
from qa.matching import MatchedTerm, TermMatcher
from qa.search_words import read_search
from qa.searching import Finding, Order

MODES = ["hybrid", "semantic", "keyword"]
EVERYTHING = 100_000

Verbatim = Callable[[Archive, Sequence[Quote]], None]


def every(archive: Archive, words: str, choices: Choices = Choices(), **how: object) -> list[Finding]:  # noqa: B008
    return list(archive.search(words, choices, limit=EVERYTHING, **how).page)


@pytest.mark.parametrize("mode", MODES)
def test_findings_are_on_the_topic_best_first(archive: Archive, assert_verbatim: Verbatim, mode: str) -> None:
    found = archive.search("solceller", mode=mode, limit=6).page
    assert len(found) == 6
    scores = [finding.score for finding in found]
    assert scores == sorted(scores, reverse=True)
    assert {finding.quote.source.item_id for finding in found[:3]} <= {
        "byraadet-2025-06-24.91",
        "teknik-og-miljoeudvalget-2025-03-12.25",
        "teknik-og-miljoeudvalget-2024-02-07.17",
        "teknik-og-miljoeudvalget-2022-09-21.92",
    }
    assert_verbatim(archive, [finding.quote for finding in found])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("choices", "holds"),
    [
        (Choices(date_from=date(2024, 1, 1)), lambda quote: quote.body_date >= date(2024, 1, 1)),
        (
            Choices(committees=frozenset({"Socialudvalget"}), date_to=date(2022, 12, 31)),
            lambda quote: quote.body_date.year == 2022 and quote.body == "Socialudvalget",
        ),
        (Choices(case_no="2023-007002"), lambda quote: quote.source.case_no == "2023-007002"),
        (Choices(municipalities=frozenset({"TRANEVIG"})), lambda q: q.source.municipality == "Tranevig"),
    ],
)
def test_choices_hold(archive: Archive, mode: str, choices: Choices, holds: Callable[[Quote], bool]) -> None:
    found = every(archive, "skole og takst", choices, mode=mode)
    assert found or mode == "semantic"  # few passages may hold nothing near in meaning
    for finding in found:
        quoted_by = finding.quote.role is Role.PRIOR_DECISION  # counts for the meeting it is told at, too
        assert holds(finding.quote) or quoted_by, finding.quote


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "choices", [Choices(municipalities=frozenset({"Odense"})), Choices(date_to=date(2019, 1, 1))]
)
def test_a_choice_that_nothing_meets_finds_nothing(archive: Archive, mode: str, choices: Choices) -> None:
    found = archive.search("skole", choices, mode=mode)
    assert (found.total, found.items, found.page) == (0, 0, ())


@pytest.mark.parametrize(
    ("kind", "role"),
    [(SectionKind.DECISION, Role.DECISION), (SectionKind.RECOMMENDATION, Role.RECOMMENDATION)],
)
def test_sections_of_one_kind(archive: Archive, kind: SectionKind, role: Role) -> None:
    found = every(archive, "skole", Choices(sections=frozenset({kind})))
    assert found
    assert {finding.quote.role for finding in found} == {role}


def test_short_and_misspelt_committees_are_the_committee(archive: Archive) -> None:
    whole = every(archive, "takst", Choices(committees=frozenset({"Socialudvalget"})))
    assert whole
    for written in ("socialudv.", "Socailudvalget", "socialudvalget"):
        assert every(archive, "takst", Choices(committees=frozenset({written}))) == whole
    assert every(archive, "takst", Choices(committees=frozenset({"Kulturudvalget"}))) == []


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("mode", MODES)
def test_pages_join_up_to_all_that_is_counted(archive: Archive, mode: str, order: Order) -> None:
    words = "budget for skolerne"
    whole = archive.search(words, mode=mode, order=order, limit=EVERYTHING)
    assert len(whole.page) == whole.total > 8
    pages = [archive.search(words, mode=mode, order=order, limit=4, offset=at) for at in range(0, 400, 4)]
    assert [finding for page in pages for finding in page.page] == list(whole.page)
    assert {(page.total, page.items) for page in pages} == {(whole.total, whole.items)}
    assert all(len(page.page) == 4 for page in pages[: whole.total // 4])


def test_by_date_the_newest_come_first(archive: Archive) -> None:
    by_date = every(archive, "skole", order=Order.DATE)
    days = [finding.quote.body_date for finding in by_date]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) > 3
    by_relevance = every(archive, "skole")
    assert sorted(map(hash, by_date)) == sorted(map(hash, by_relevance))


@pytest.mark.parametrize(
    "words", ["solceller", "budget for skolerne", "hjemløs strategi", "takst madservice 2025", "skolevej"]
)
def test_keyword_matches_are_the_passages_that_hold_half_of_the_words(archive: Archive, words: str) -> None:
    index = archive.index
    matcher = TermMatcher(terms_of(index, words), index.engine, foreign=True)
    expected = 0
    for document in archive.corpus.documents():
        for chunk in archive.corpus.chunks_of_document(document.id):
            title = archive.corpus.item(chunk.item_id).item.title if chunk.item_id else ""
            present = {*chunk.terms, *index.danish.search_terms(title)}
            met = sum(matched.weight * level(matched, present) for matched in matcher.terms)
            expected += met >= 0.5 * matcher.total
    assert archive.search(words, mode="keyword").total == expected > 0


def level(matched: MatchedTerm, present: set[str]) -> float:
    """How fully a word is met: itself, a near spelling of one that is not there, or its compound parts."""
    term = matched.term
    if {term.lemma, term.text.lower()} & present:
        return 1.0
    if set(matched.variants) & present:
        return 0.85
    parts = [part for part in term.parts if len(part) >= 3]
    there = sum(part in present for part in parts)
    if len(parts) < 2:
        return 0.0
    return 0.75 if there == len(parts) else 0.4 * there / len(parts)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("words", ["", "   ", "\n", "!?", "🙂", '""'])
def test_no_words_no_findings(archive: Archive, mode: str, words: str) -> None:
    assert archive.search(words, mode=mode).total == 0


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("words", ["xyzzy plugh", "blorf snivel gnarp", "zxcvbnm", "dinosaurer", "qqqq 🙂"])
def test_words_of_nothing_find_nothing(archive: Archive, mode: str, words: str) -> None:
    assert archive.search(words, mode=mode).total == 0


@pytest.mark.parametrize("words", ["og", "!?", "\x00", '"(', "title:x AND ~"])
def test_words_that_tell_nothing_are_no_keyword_matches(archive: Archive, words: str) -> None:
    assert archive.search(words, mode="keyword").total == 0


@pytest.mark.parametrize(
    ("words", "among"),
    [
        ("sikker skolevej", "boerne-og-skoleudvalget-2024-10-08"),
        ("mobiltelefoner i timerne", "boerne-og-skoleudvalget-2024-10-08.73"),
        ("billigere bus for unge", "byraadet-2023-12-19.192"),
        ("mad til ældre", "socialudvalget-2024-11-11.85"),
    ],
)
def test_other_words_for_the_same_find_it(archive: Archive, words: str, among: str) -> None:
    found = archive.search(words, mode="semantic").page
    assert any((finding.quote.source.item_id or "").startswith(among) for finding in found)


@pytest.mark.parametrize("words", ["hjemløs strategi", "strategi for hjemløse", "svømmehallen", "svømehal"])
def test_compounds_inflections_and_slips_are_found_by_keyword(archive: Archive, words: str) -> None:
    assert archive.search(words, mode="keyword").total


def test_a_word_the_index_does_not_know_does_not_hide_the_others(archive: Archive) -> None:
    assert (
        archive.search("solceller xyzzyplugh", mode="keyword").total
        == archive.search("solceller", mode="keyword").total
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "phrase", ["stemmer mod", "Indstillingen Blev  forkastet", "på prøve", "punkt 2", "i"]
)
def test_a_phrase_stands_as_written_in_every_finding(archive: Archive, mode: str, phrase: str) -> None:
    found = every(archive, f'"{phrase}"', mode=mode)
    plain = fold(phrase).casefold()
    expected = set()
    for document in archive.corpus.documents():
        text = archive.corpus.text(document.id)
        for chunk in archive.corpus.chunks_of_document(document.id):
            title = archive.corpus.item(chunk.item_id).item.title if chunk.item_id else ""
            for piece in (title, *(span.of(text) for span in chunk.spans)):
                if f" {plain} " in spaced(piece):
                    expected.add(chunk.id)
    assert len(found) == len(expected) > 0
    for finding in found:
        said = f"{finding.quote.text} | {finding.quote.source.title}"
        assert f" {plain} " in spaced(said)


def spaced(text: str) -> str:
    """A text's words between single spaces, without case."""
    kept = "".join(
        letter if letter.isalnum() or letter in "_" else f" {letter} " for letter in text.casefold()
    )
    return f" {' '.join(kept.split())} "


def test_words_beside_a_phrase_narrow_it(archive: Archive) -> None:
    alone = archive.search('"stemmer mod"', mode="keyword").total
    beside = every(archive, '"stemmer mod" solceller', mode="keyword")
    assert 0 < len(beside) < alone
    assert all("stemmer mod" in finding.quote.text for finding in beside)


def test_what_was_typed_is_read(archive: Archive) -> None:
    read = read_search('støj »fra  Vindmøller« og ”på\nhavet“ samt "naboer')
    assert read.phrases == ("fra vindmøller", "på havet")
    assert read.loose == 'støj og samt "naboer'
    assert read.text == 'støj fra Vindmøller og på havet samt "naboer'


def test_a_decision_is_shown_with_what_was_recommended(archive: Archive, assert_verbatim: Verbatim) -> None:
    found = every(archive, "hund varmestue", Choices(sections=frozenset({SectionKind.DECISION})))
    first = found[0]
    assert first.quote.role is Role.DECISION
    assert first.quote.outcome is first.outcome is not None
    assert first.recommended is not None
    assert first.recommended.role is Role.RECOMMENDATION
    assert_verbatim(archive, [first.recommended])


def test_items_alike_are_other_items_with_decisions(archive: Archive) -> None:
    hits = archive.similar("teknik-og-miljoeudvalget-2025-03-12.25", limit=3)
    assert hits[0].quote.source.item_id == "byraadet-2025-06-24.91"
    assert all(hit.quote.role in {Role.DECISION, Role.PRIOR_DECISION} for hit in hits)
