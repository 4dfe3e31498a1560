"""A played portal, and fetching from it without the waits of good manners."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from played_portal import QUICK, PlayedPortal, playing

from indexer.portal import Choice, FetchReport, Origin
from indexer.portal import fetch as fetch_from


@pytest.fixture
def portal() -> Iterator[PlayedPortal]:
    with playing() as played:
        yield played


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def fetch(portal: PlayedPortal, folder: Path) -> Callable[..., FetchReport]:
    return partial(_fetch, portal, folder)


def _fetch(
    portal: PlayedPortal, folder: Path, choice: Choice | None = None, **options: object
) -> FetchReport:
    given = {"manners": QUICK, "allow_private": True} | options
    return fetch_from(Origin.typed(portal.address), folder, choice, **given)  # type: ignore[arg-type]
