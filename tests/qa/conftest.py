"""Questions asked of the sample minutes, each once for all tests."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indexer.ingest import ingest
from indexer.source_text import fold
from models.embedding import Embedder
from qa.answer import Answer, Quote
from qa.archive import Archive
from qa.evaluation import Result, evaluate, read_cases

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = date(2025, 11, 22)

Ask = Callable[..., Answer]
Verbatim = Callable[[Archive, Sequence[Quote]], None]


@pytest.fixture(scope="session")
def ask(archive: Archive) -> Ask:
    """Asks the sample minutes on a fixed day; the same question is asked once only."""
    asked: dict[tuple[Any, ...], Answer] = {}

    def ask(question: str, **narrowing: Any) -> Answer:
        key = (question, *sorted(narrowing.items()))
        if key not in asked:
            asked[key] = archive.ask(question, today=TODAY, **narrowing)
        return asked[key]

    return ask


@pytest.fixture(scope="session")
def vigsted(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """One meeting in Vigsted, invented like Tranevig, with what the sample minutes have not."""
    data = tmp_path_factory.mktemp("vigsted") / "data"
    assert not ingest([Path(__file__).parent / "vigsted"], data, embedder).failures
    return Archive.open(data)


@pytest.fixture(scope="session")
def vigsted_in_march(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The next meeting there: it changes what was recommended, and only its items tell who was absent."""
    data = tmp_path_factory.mktemp("vigsted_in_march") / "data"
    assert not ingest([Path(__file__).parent / "vigsted_march"], data, embedder).failures
    return Archive.open(data)


@pytest.fixture(scope="session")
def sample_results(archive: Archive) -> list[Result]:
    """What came of every question of ``samples/questions.jsonl``."""
    return evaluate(archive, read_cases(SAMPLES / "questions.jsonl"))


@pytest.fixture(scope="session")
def assert_verbatim() -> Verbatim:
    """Checks that every quote is the stored text of its place, white space folded."""

    def assert_verbatim(archive: Archive, quotes: Sequence[Quote]) -> None:
        for quote in quotes:
            text = archive.corpus.text(quote.source.document)
            assert 0 <= quote.source.start < quote.source.end <= len(text)
            assert quote.text == fold(text[quote.source.start : quote.source.end])

    return assert_verbatim
