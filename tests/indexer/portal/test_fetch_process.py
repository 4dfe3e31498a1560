"""The installed ``besluttet fetch`` as a process of its own: into the index, stopped, killed, continued."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from played_portal import MEETINGS, QUICK, SECRET, Fault, PlayedPortal, guid, playing
from snapshot import bytes_of, snapshot

from indexer.corpus import Corpus
from indexer.discovery import find_files, path_key
from indexer.ingest import ingest
from indexer.portal import Origin
from indexer.portal import fetch as fetch_from
from models.embedding import Embedder

BESLUTTET = Path(sys.executable).with_name("besluttet")
WORDS = ("cykelsti", "godkende", "beslutte")


@pytest.fixture
def portal() -> Iterator[PlayedPortal]:
    with playing() as played:
        yield played


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(portal: PlayedPortal, data: Path, small_model: Path) -> Run:
    """Runs ``besluttet fetch`` over the portal as quickly as the command lets one."""

    def run(*options: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(portal, data, small_model, *options), capture_output=True, text=True)

    return run


def command(portal: PlayedPortal, data: Path, model: Path, *options: str | Path) -> list[str | Path]:
    given = ["--allow-private", "--rate", "10", "--data", data, "--model", model]
    return [BESLUTTET, "fetch", portal.address, *given, *options]


def kept_in(data: Path, portal: PlayedPortal) -> Path:
    return data / "fetched" / f"127.0.0.1_{portal.port}"


@pytest.mark.slow
def test_fetched_and_indexed_is_what_its_files_give_without_the_portal(
    run: Run, portal: PlayedPortal, data: Path, tmp_path: Path, small_embedder: Embedder
) -> None:
    ran = run("--json", "--municipality", "Tranevig")
    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    assert (told["fetched"]["new"], told["indexed"]["new"]) == (MEETINGS, MEETINGS)
    assert told["fetched"]["folder"] == str(kept_in(data, portal))

    from_disk = tmp_path / "other"
    report = ingest([kept_in(data, portal)], from_disk, small_embedder, municipality="Tranevig")
    assert (report.new, report.failures) == (MEETINGS, ())
    assert snapshot(data, words=WORDS) == snapshot(from_disk, words=WORDS)
    assert SECRET.encode() not in bytes_of(data)
    with Corpus.open(data) as corpus:
        items = [item for d in corpus.documents() for item in corpus.meeting(d.id).items]
    assert len(items) == 3 * MEETINGS
    assert all(item.url and item.url.startswith(f"https://127.0.0.1:{portal.port}/vis?id=") for item in items)
    assert sum(item.closed for item in items) == MEETINGS

    portal.change_item(guid("meeting", 5), "<h3>Beslutning</h3><p>Udsat til efter sommerferien.</p>")
    portal.withdraw(guid("meeting", 7))
    again = fetch_from(Origin.typed(portal.address), kept_in(data, portal), allow_private=True, manners=QUICK)
    assert (again.changed, again.removed) == (1, 1)
    report = ingest([again.meetings], data, small_embedder)
    assert (report.changed, len(report.removed)) == (1, 1)
    assert (
        ingest([kept_in(data, portal)], tmp_path / "third", small_embedder, municipality="Tranevig").new == 39
    )
    assert snapshot(data, words=WORDS) == snapshot(tmp_path / "third", words=WORDS)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_stopped_half_way_and_continued_is_as_if_never_stopped(
    run: Run, portal: PlayedPortal, data: Path, small_model: Path, tmp_path: Path, how: signal.Signals
) -> None:
    started = subprocess.Popen(
        command(portal, data, small_model, "--no-index"),
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    while len(portal.asked_meetings()) < 12:
        assert started.poll() is None
        time.sleep(0.01)
    started.send_signal(how)
    _, err = started.communicate(timeout=20)
    if how is signal.SIGINT:
        assert started.returncode == 130
        assert "meetings are left; the same command goes on with them." in err
        assert "Traceback" not in err
    asked = set(portal.asked_meetings())
    assert 12 <= len(asked) < MEETINGS

    portal.forget()
    ran = run("--no-index")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(set(portal.asked_meetings()) & asked) <= 1
    assert len(portal.asked_meetings()) >= MEETINGS - len(asked)
    whole = tmp_path / "whole"
    fetch_from(Origin.typed(portal.address), whole, allow_private=True, manners=QUICK)
    assert contents(kept_in(data, portal)) == contents(whole)


def test_what_went_wrong_is_one_line_each(run: Run, portal: PlayedPortal) -> None:
    social = ("--committee", "social", "--since", "2000", "--no-index")
    assert run(*social).returncode == 0

    missing = f"/api/agenda/dagsorden/{guid('meeting', 1)}"
    portal.answers[missing] = Fault(status=302, headers={"Location": "https://login.example.org/"})
    ran = run("--committee", "teknik", "--no-index")
    assert ran.returncode == 2
    assert ran.stderr.startswith("besluttet: not fetched: Teknik- og Miljøudvalget 20")
    assert ran.stderr.count("\n") == 1

    ran = run("--committee", "Havneudvalget", "--no-index")
    assert ran.returncode == 1
    assert ran.stderr.startswith("besluttet: no such meetings there; its committees are: Byrådet, Social")

    portal.answers["/api/agenda/udvalgsliste"] = Fault(status=404)
    ran = run("--no-index")
    assert ran.returncode == 2
    assert "is no FirstAgenda portal" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_a_private_address_is_refused(portal: PlayedPortal, data: Path) -> None:
    ran = subprocess.run([BESLUTTET, "fetch", portal.address, "--data", data], capture_output=True, text=True)
    assert ran.returncode == 2
    assert ran.stderr.endswith("if that is meant, add --allow-private\n")
    assert portal.log == []
    assert not data.exists()


def test_indexing_around_the_index_leaves_what_was_fetched_into_it(tmp_path: Path) -> None:
    data = tmp_path / "besluttet-data"
    with playing(2) as portal:
        report = fetch_from(
            Origin.typed(portal.address), data / "fetched" / "a", allow_private=True, manners=QUICK
        )
    fetched = find_files([report.meetings], data).files
    around = find_files([tmp_path], data)
    assert (len(fetched), around.files) == (2, [])
    assert not any(around.is_gone(path_key(file), set()) for file in fetched)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
