"""What the tests of every room share: the language, loaded once, and the sample minutes, indexed once.

What a room above needs is imported in its fixture, so that the tests of a lower room do without it.
"""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.danish import Danish, danish
from models.embedding import Embedder

if TYPE_CHECKING:
    from qa.archive import Archive

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # started in the background of a script: what the tests start would ignore Ctrl-C, too
    signal.signal(signal.SIGINT, signal.default_int_handler)

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The bundled model, built in the user's cache the first time that tests run on a machine."""
    return Embedder()


@pytest.fixture(scope="session")
def danish_language() -> Danish:
    """The analyser of Danish. Do not teach it words: other tests share it."""
    return danish()


@pytest.fixture(scope="session")
def sample_data(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample minutes, indexed once. Read it, do not write to it."""
    from indexer.ingest import ingest

    data = tmp_path_factory.mktemp("samples") / "data"
    report = ingest([SAMPLES / "minutes"], data, embedder)
    assert not report.failures
    return data


@pytest.fixture(scope="session")
def archive(sample_data: Path) -> "Archive":
    """The sample minutes, opened for asking, models loaded."""
    from qa.archive import Archive

    opened = Archive.open(sample_data)
    opened.warm()
    return opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow tests last: what is wrong is mostly said by a quick one."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture(scope="module")
def monkeypatch_module() -> Iterator[pytest.MonkeyPatch]:
    """``monkeypatch`` for fixtures that a whole file shares."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch
