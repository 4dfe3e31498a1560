"""The command line in this process, and one server over the sample minutes for all tests."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from served import Server, serving

from api.cli import run
from api.settings import PREFIX, Settings


@pytest.fixture(autouse=True)
def without_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


@dataclass
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def besluttet(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs one command line in this process, as the installed command does."""

    def besluttet(*arguments: str | Path) -> Ran:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(code, *capfd.readouterr())

    return besluttet


@pytest.fixture(scope="session")
def server(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over the sample minutes that is ready."""
    with serving(sample_data, tmp_path_factory.mktemp("server")) as started:
        started.wait_until_ready()
        yield started


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as client:
        yield client


ADMIN_TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def operated(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A ready server as on the net: behind a proxy, with admin calls, figures and JSON logs, over a copy."""
    folder = tmp_path_factory.mktemp("operated")
    data = folder / "data"
    shutil.copytree(sample_data, data)
    settings = {
        "BESLUTTET_ADMIN_TOKEN": ADMIN_TOKEN,
        "BESLUTTET_LOG_FORMAT": "json",
        "BESLUTTET_METRICS": "true",
        "BESLUTTET_TRUSTED_PROXIES": "127.0.0.1",
        "BESLUTTET_HSTS_SECONDS": "3600",
    }
    with serving(data, folder, **settings) as started:
        started.wait_until_ready()
        yield started


@pytest.fixture(scope="session")
def operator(operated: Server) -> Iterator[httpx.Client]:
    """A client that shows the admin token."""
    with operated.client() as client:
        client.headers["authorization"] = f"Bearer {ADMIN_TOKEN}"
        yield client
