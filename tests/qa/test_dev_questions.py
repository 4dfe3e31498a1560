"""Whole questions files: the floors below which no change may bring the figures.

The real minutes and their questions are read from beside the project, never copied into it.
"""

from pathlib import Path

import pytest

from qa.archive import Archive
from qa.evaluation import Figures, Result, evaluate, figures, read_cases

SHARED = Path(__file__).parents[3] / "shared"
MINUTES = [
    "aarhus-teknisk-udvalg-2025-10-01.html",
    "ballerup-sundheds-og-forebyggelsesudvalget-2012-12-04.pdf",
    "hvidovre-firstagenda-agenda.json",
    "koege-socialudvalget-2023-10-09.md",
    "koege-socialudvalget-2025-09-01.txt",
]


@pytest.fixture(scope="session")
def dev_archive(embedder, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    from indexer.ingest import ingest

    files = [SHARED / "minutes" / name for name in MINUTES]
    if not all(file.is_file() for file in files):
        pytest.skip("the real minutes are not beside the project (../shared/minutes)")
    data = tmp_path_factory.mktemp("dev") / "data"
    assert not ingest(files, data, embedder).failures
    return Archive.open(data)


@pytest.fixture(scope="session")
def dev_results(dev_archive: Archive) -> list[Result]:
    return evaluate(dev_archive, read_cases(SHARED / "eval" / "dev.jsonl"))


def total(results: list[Result]) -> Figures:
    return figures(results)[-1]


def test_sample_questions(sample_results: list[Result]) -> None:
    found = total(sample_results)
    assert found.item_1 is not None
    assert found.item_1 >= 0.70
    assert found.quote_3 is not None
    assert found.quote_3 >= 0.70
    assert found.wrongly_answered is not None
    assert found.wrongly_answered <= 0.25


@pytest.mark.slow
def test_dev_questions(dev_results: list[Result]) -> None:
    found = total(dev_results)
    assert found.item_1 is not None
    assert found.item_1 >= 0.90
    assert found.quote_3 is not None
    assert found.quote_3 >= 0.80
    assert found.wrongly_answered is not None
    assert found.wrongly_answered <= 0.20


@pytest.mark.slow
def test_every_quote_of_the_real_minutes_is_verbatim(
    dev_archive: Archive, dev_results: list[Result], assert_verbatim
) -> None:
    quotes = [quote for r in dev_results for quote in (*r.answer.quotes, *r.answer.nearest)]
    assert len(quotes) > 100
    assert_verbatim(dev_archive, quotes)


@pytest.mark.slow
def test_the_real_minutes_are_read_whole(dev_archive: Archive) -> None:
    items = {document.id: document.items for document in dev_archive.corpus.documents()}
    assert items == {
        "aarhus-teknisk-udvalg-2025-10-01": 6,
        "ballerup-sundheds-og-forebyggelsesudvalget-2012-12-04": 8,
        "hvidovre-firstagenda-agenda": 3,
        "koege-socialudvalget-2023-10-09": 10,
        "koege-socialudvalget-2025-09-01": 14,
    }


@pytest.mark.slow
def test_the_decision_comes_with_what_was_recommended(dev_archive: Archive) -> None:
    answer = dev_archive.ask("Hvad blev besluttet om Værket?")
    assert answer.answerable
    first, second = answer.quotes[:2]
    assert (first.source.item, str(first.source.date), first.role) == ("70", "2025-09-01", "decision")
    assert (second.source.item, second.role) == ("70", "recommendation")
    assert answer.coverage.meetings == 5
