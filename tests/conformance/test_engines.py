"""What every search engine must do, checked against one that is too simple to be wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.base import FIELDS, Field, Hit, Posting, SearchEngine, Sitting, Vector, sitting_meets
from indexer.engines.local import LocalEngine
from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.naming import case_key, name_key

ENGINES: dict[str, Callable[[Path], SearchEngine]] = {"local": LocalEngine}
DIM = 8
EVERYTHING = Filters()

WORDS = ["bro", "kaj", "havn", "molle", "å", "øl", "§85", "2025-09-01", "hjemløse", "strategi", "25/1001"]
COMMITTEES = ["Havneudvalget", "Byrådet", "Skole- og Børneudvalget", None]
MUNICIPALITIES = ["Vigsted", "Ørby", None]
CASES = ["25/1001", "EMN-2025-003383", None]
DAYS = [date(2023, 5, 1), date(2024, 2, 29), date(2025, 9, 1), None]
KINDS = [SectionKind.DECISION, SectionKind.BACKGROUND, SectionKind.PASSAGE]


def unit(numbers: np.ndarray) -> Vector:
    return (numbers / np.linalg.norm(numbers)).astype(np.float32)


def some_postings(count: int = 240, seed: int = 7, first: int = 1) -> list[Posting]:
    random = np.random.default_rng(seed)

    def one_of(options: list) -> object:
        return options[int(random.integers(len(options)))]

    def words(most: int) -> list[str]:
        return [str(one_of(WORDS)) for _ in range(int(random.integers(0, most)))]

    found = []
    for number in range(count):
        document = f"dok-{number // 12}"
        sittings = [Sitting(one_of(COMMITTEES), one_of(DAYS)) for _ in range(int(random.integers(1, 4)))]
        body = words(9)
        found.append(
            Posting(
                chunk_id=first + 3 * number,
                item_id=None if number % 12 == 0 else f"{document}.{number % 12 // 2}",
                document=document,
                vector=unit(random.standard_normal(DIM)),
                fields={"title": words(4), "decision": body if number % 3 == 0 else [], "body": body},
                municipality=one_of(MUNICIPALITIES),
                sittings=tuple(sittings),
                case_no=one_of(CASES),
                kind=KINDS[number % 3],
            )
        )
    return found


class Simple:
    """Looks at every posting, every time. BM25 as Lucene and tantivy reckon it (k1 1.2, b 0.75)."""

    def __init__(self, postings: Iterable[Posting]) -> None:
        self.postings = {posting.chunk_id: posting for posting in postings}

    def search_dense(self, vector: Vector, limit: int, filters: Filters) -> list[Hit]:
        hits = [
            Hit(p.chunk_id, float(p.vector @ vector)) for p in self.postings.values() if meets(p, filters)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:limit]

    def search_terms(
        self, terms: Mapping[str, float], limit: int, filters: Filters, boosts: Mapping[Field, float]
    ) -> list[Hit]:
        scores: Counter[int] = Counter()
        count = len(self.postings)
        for field, boost in boosts.items():
            texts = {p.chunk_id: Counter(p.fields.get(field, ())) for p in self.postings.values()}
            mean = sum(text.total() for text in texts.values()) / count
            for term, weight in terms.items():
                having = [chunk_id for chunk_id, text in texts.items() if text[term]]
                rarity = log(1 + (count - len(having) + 0.5) / (len(having) + 0.5))
                for chunk_id in having:
                    frequency, length = texts[chunk_id][term], texts[chunk_id].total()
                    saturated = frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean))
                    scores[chunk_id] += weight * boost * rarity * saturated
        hits = [Hit(i, score) for i, score in scores.items() if meets(self.postings[i], filters)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))[:limit]


def meets(posting: Posting, filters: Filters) -> bool:
    municipality, case_no = filters.municipality, filters.case_no
    return (
        (municipality is None or name_key(posting.municipality or "-") == name_key(municipality))
        and (case_no is None or case_key(posting.case_no or "-") == case_key(case_no))
        and (not filters.kinds or posting.kind in filters.kinds)
        and (not filters.items or posting.item_id in filters.items)
        and posting.document not in filters.without_documents
        and any(sitting_meets(sitting, filters) for sitting in posting.sittings)
    )


FILTERS = st.builds(
    Filters,
    municipality=st.sampled_from(["Vigsted", "ØRBY", " ørby ", "Ukendt", "", None]),
    committees=st.frozensets(
        st.sampled_from(["Havneudvalget", "BYRÅDET", "Skole- og  Børneudvalget", "Intet"])
    ),
    date_from=st.none() | st.dates(date(2022, 1, 1), date(2026, 1, 1)),
    date_to=st.none() | st.dates(date(2022, 1, 1), date(2026, 1, 1)),
    case_no=st.sampled_from(["25/1001", "25 / 1001", "emn-2025-003383", "", None]),
    kinds=st.frozensets(st.sampled_from(SectionKind)),
    items=st.frozensets(st.sampled_from(["dok-0.1", "dok-3.5", "dok-19.0", "findes.ikke"])),
    without_documents=st.frozensets(st.sampled_from(["dok-0", "dok-7", "findes-ikke"])),
)
VECTORS = (
    st.lists(st.floats(-1, 1, width=32), min_size=DIM, max_size=DIM).map(np.array).filter(np.any).map(unit)
)
TERMS = st.dictionaries(st.sampled_from([*WORDS, "findes-ikke", ""]), st.floats(0.125, 4), max_size=5)
BOOSTS = st.dictionaries(st.sampled_from(FIELDS), st.floats(0.25, 3), min_size=1)


@pytest.fixture(params=ENGINES)
def make(request: pytest.FixtureRequest) -> Callable[[Path], SearchEngine]:
    return ENGINES[request.param]


@pytest.fixture
def empty(make: Callable[[Path], SearchEngine], tmp_path: Path) -> Iterator[SearchEngine]:
    engine = make(tmp_path / "engine")
    yield engine
    engine.close()


@pytest.fixture(scope="module", params=ENGINES)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SearchEngine]:
    engine = ENGINES[request.param](tmp_path_factory.mktemp("engine"))
    engine.add(some_postings())
    engine.commit(5)
    yield engine
    engine.close()


SIMPLE = Simple(some_postings())


@settings(max_examples=150, deadline=None)
@given(vector=VECTORS, filters=FILTERS, limit=st.integers(0, 300))
def test_the_dense_arm_is_exact_under_every_filter(
    filled: SearchEngine, vector: Vector, filters: Filters, limit: int
) -> None:
    agree(
        filled.search_dense(vector, limit, filters),
        SIMPLE.search_dense(vector, limit, filters),
        SIMPLE.search_dense(vector, 1000, filters),
    )


@settings(max_examples=150, deadline=None)
@given(terms=TERMS, filters=FILTERS, limit=st.integers(0, 300), boosts=BOOSTS)
def test_the_keyword_arm_is_bm25_under_every_filter(
    filled: SearchEngine, terms: dict[str, float], filters: Filters, limit: int, boosts: dict[Field, float]
) -> None:
    agree(
        filled.search_terms(terms, limit, filters, boosts),
        SIMPLE.search_terms(terms, limit, filters, boosts),
        SIMPLE.search_terms(terms, 1000, filters, boosts),
    )


def agree(found: list[Hit], expected: list[Hit], every: list[Hit]) -> None:
    """The same hits in the same order, but for the last digits of scores."""
    assert len(found) == len(expected)
    assert len({hit.chunk_id for hit in found}) == len(found)
    true_score = {hit.chunk_id: hit.score for hit in every}
    assert np.allclose([hit.score for hit in found], [hit.score for hit in expected], atol=1e-4, rtol=1e-4)
    assert np.allclose(
        [hit.score for hit in found], [true_score[hit.chunk_id] for hit in found], atol=1e-4, rtol=1e-4
    )
    assert found == sorted(found, key=lambda hit: (-hit.score, hit.chunk_id))


def test_a_term_without_weight_and_a_field_without_boost_count_for_nothing(filled: SearchEngine) -> None:
    assert filled.search_terms({"bro": 0.0}, 10, EVERYTHING) == []
    assert filled.search_terms({}, 10, EVERYTHING) == []
    assert filled.search_terms({"bro": 1.0}, 10, EVERYTHING, {"title": 0.0}) == []
    only_title = {hit.chunk_id for hit in filled.search_terms({"bro": 1.0}, 300, EVERYTHING, {"title": 1.0})}
    assert only_title == {p.chunk_id for p in some_postings() if "bro" in p.fields["title"]}


def test_document_frequency_counts_chunks_not_fields(filled: SearchEngine) -> None:
    for word in [*WORDS, "findes-ikke"]:
        having = [p for p in some_postings() if any(word in terms for terms in p.fields.values())]
        assert filled.document_frequency(word) == len(having)


def test_holding_names_the_chunks_that_document_frequency_counts(filled: SearchEngine) -> None:
    for term in [*WORDS, "ukendt", ""]:
        held = filled.holding(term).tolist()
        assert held == sorted(
            p.chunk_id for p in SIMPLE.postings.values() if any(term in p.fields[f] for f in FIELDS)
        )
        assert len(held) == filled.document_frequency(term)


def test_fuzzy_terms_are_the_near_ones_nearest_first(filled: SearchEngine) -> None:
    assert filled.fuzzy_terms("strategi", 1) == ["strategi"]
    assert filled.fuzzy_terms("stretegi", 1) == ["strategi"]
    assert filled.fuzzy_terms("straetgi", 1) == ["strategi"]  # two letters changed about are one edit
    assert filled.fuzzy_terms("hjemlose", 1) == ["hjemløse"]
    assert filled.fuzzy_terms("zzzzzz", 2) == []
    assert filled.fuzzy_terms("kaj", 2)[0] == "kaj"


def test_an_empty_engine_finds_nothing(empty: SearchEngine) -> None:
    assert (len(empty), empty.generation) == (0, 0)
    assert empty.search_dense(unit(np.ones(DIM)), 5, EVERYTHING) == []
    assert empty.search_terms({"bro": 1.0}, 5, Filters(municipality="Vigsted")) == []
    assert empty.document_frequency("bro") == 0
    assert empty.fuzzy_terms("bro", 2) == []


def test_nothing_is_found_before_it_is_committed(empty: SearchEngine) -> None:
    empty.add(some_postings(5))
    assert len(empty) == 0
    assert empty.search_terms({"bro": 1.0}, 5, EVERYTHING) == []
    empty.commit(1)
    assert (len(empty), empty.generation) == (5, 1)


def test_what_is_removed_is_found_no_more(empty: SearchEngine) -> None:
    postings = some_postings(60)
    empty.add(postings)
    empty.commit(1)
    gone = [posting.chunk_id for posting in postings[::2]]
    empty.remove([*gone, 999_999])
    empty.add(some_postings(10, seed=9, first=1001))
    empty.commit(2)
    kept = {posting.chunk_id for posting in postings[1::2]} | {p.chunk_id for p in some_postings(10, 9, 1001)}
    assert set(empty.held().tolist()) == kept
    assert {hit.chunk_id for hit in empty.search_dense(unit(np.ones(DIM)), 1000, EVERYTHING)} == kept
    assert {h.chunk_id for h in empty.search_terms(dict.fromkeys(WORDS, 1.0), 1000, EVERYTHING)} <= kept
    expected = Simple(postings[1::2] + some_postings(10, 9, 1001))
    for filters in (Filters(municipality="Vigsted"), Filters(committees=frozenset({"Byrådet"}))):
        found = empty.search_dense(unit(np.ones(DIM)), 1000, filters)
        assert [h.chunk_id for h in found] == [
            h.chunk_id for h in expected.search_dense(unit(np.ones(DIM)), 1000, filters)
        ]


def test_cleared_and_filled_again_it_knows_nothing_of_before(empty: SearchEngine) -> None:
    empty.add(some_postings(30))
    empty.commit(1)
    empty.clear()
    empty.add(some_postings(4, seed=3, first=500))
    empty.commit(2)
    assert sorted(empty.held().tolist()) == [500, 503, 506, 509]
    again = Simple(some_postings(4, seed=3, first=500))
    agree(
        empty.search_terms({"bro": 1.0, "kaj": 1.0}, 10, EVERYTHING, {"body": 1.0}),
        again.search_terms({"bro": 1.0, "kaj": 1.0}, 10, EVERYTHING, {"body": 1.0}),
        again.search_terms({"bro": 1.0, "kaj": 1.0}, 10, EVERYTHING, {"body": 1.0}),
    )


def test_another_engine_on_the_same_folder_sees_a_commit_when_it_looks(
    make: Callable[[Path], SearchEngine], tmp_path: Path
) -> None:
    writer = make(tmp_path)
    writer.add(some_postings(20))
    writer.commit(1)
    reader = make(tmp_path)
    before = reader.search_dense(unit(np.ones(DIM)), 100, EVERYTHING)
    for generation in range(2, 6):
        writer.add(some_postings(5, seed=generation, first=1000 * generation))
        writer.commit(generation)
        assert reader.search_dense(unit(np.ones(DIM)), 100, EVERYTHING) == before
    assert reader.refresh()
    assert not reader.refresh()
    assert (len(reader), reader.generation) == (40, 5)
    assert len(reader.search_dense(unit(np.ones(DIM)), 100, EVERYTHING)) == 40


def test_what_was_not_committed_is_dropped(make: Callable[[Path], SearchEngine], tmp_path: Path) -> None:
    engine = make(tmp_path)
    engine.add(some_postings(20))
    engine.commit(1)
    engine.add(some_postings(5, first=1000))
    engine.close()
    again = make(tmp_path)
    assert (len(again), again.generation) == (20, 1)
    again.add(some_postings(1, first=2000))
    again.commit(2)
    assert len(again) == 21


def test_many_threads_may_search_while_another_commits(
    make: Callable[[Path], SearchEngine], tmp_path: Path
) -> None:
    engine = make(tmp_path)
    engine.add(some_postings(100))
    engine.commit(1)

    def search(turn: int) -> int:
        engine.refresh()
        dense = engine.search_dense(unit(np.ones(DIM)), 1000, Filters(date_from=date(2020, 1, 1 + turn % 28)))
        words = engine.search_terms({"bro": 1.0}, 1000, Filters(date_from=date(2020, 1, 1 + turn % 28)))
        return len(dense) + len(words)

    with ThreadPoolExecutor(4) as pool:
        results = [pool.submit(search, turn) for turn in range(60)]
        for generation in range(2, 5):
            engine.add(some_postings(10, seed=generation, first=1000 * generation))
            engine.commit(generation)
        assert all(result.result() > 0 for result in results)


@pytest.mark.parametrize("harm", ["gone", "short", "garbage", "CURRENT"])
def test_a_damaged_engine_is_an_empty_one_that_can_be_filled_again(
    harm: str, make: Callable[[Path], SearchEngine], tmp_path: Path
) -> None:
    engine = make(tmp_path)
    engine.add(some_postings(30))
    engine.commit(4)
    engine.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert len(files) > 4
    for victim in files:
        if harm == "CURRENT" and victim.name != "CURRENT":
            continue
        content = victim.read_bytes()
        if harm == "gone":
            victim.unlink()
        elif harm == "short":
            victim.write_bytes(content[: len(content) // 2])
        else:
            victim.write_bytes(b"\xff" * (len(content) + 3))
        damaged = make(tmp_path)
        assert (len(damaged), damaged.generation) == (0, 0), victim
        assert damaged.search_terms({"bro": 1.0}, 3, EVERYTHING) == []
        damaged.close()
        victim.write_bytes(content)
    for victim in files:
        victim.unlink()
    repaired = make(tmp_path)
    repaired.add(some_postings(30))
    repaired.commit(4)
    assert (len(repaired), repaired.generation) == (30, 4)
