"""What the tests of every room share: the language, loaded once."""

from collections.abc import Iterator

import pytest

from models.danish import Danish, danish
from models.embedding import Embedder


@pytest.fixture(scope="session")
def embedder() -> Iterator[Embedder]:
    """The bundled model, built in the user's cache the first time that tests run on a machine."""
    yield Embedder()


@pytest.fixture(scope="session")
def danish_language() -> Danish:
    """The analyser of Danish. Do not teach it words: other tests share it."""
    return danish()
