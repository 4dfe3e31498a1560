"""A file may kill the process that reads it, and nothing else: not the run, not the next file."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from snapshot import snapshot
from written import Item, minutes

from indexer.ingest import ingest
from indexer.leash import leashed, let_go
from indexer.limits import Limits
from indexer.worker import Done, Failed, Job, Refused, Worker
from models.embedding import Embedder

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc"
)
PLANTED = """
import os, signal, sys
sys.path.insert(0, {root!r})
import indexer.understanding as understanding
read_file = understanding.read_file

def odd(file):
    name = getattr(file, "name", "")
    if "segfault" in name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "endless" in name:
        import re
        re.match(r"(a+)+$", "a" * 60 + "b")  # holds the interpreter's lock: no thread could stop it
    if "greedy" in name:
        return [b"x" * 2**20 for _ in range(2**20)]
    if "tripping" in name:
        raise ZeroDivisionError("hemmeligt")
    if "children" in name:
        import subprocess
        subprocess.Popen(["sleep", "98731"])
        subprocess.run(["sleep", "98732"])
    return read_file(file)

understanding.read_file = odd
"""
"""Goes before the worker's own imports: the only way to have readers that go wrong in every way there is."""


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers in which files of certain names bring about what their name says."""
    folder = tmp_path / "planted"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(PLANTED.format(root=str(ROOT)), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


def written(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(names, 1):
        (folder / name).write_text(minutes([Item(f"Bro {number}")], first=number), "utf-8")
    return [folder / name for name in names]


def running(words: str) -> list[Path]:
    """The processes whose command line holds ``words``, but for those that have ended already."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            line = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue  # it has ended meanwhile
        if words in line:
            found.append(process)
    return found


def gone(words: str) -> bool:
    """Whether such processes end, within ten seconds."""
    for _ in range(200):
        if not running(words):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
@pytest.mark.usefixtures("planted")
def test_files_that_kill_their_reader_are_named_and_the_others_are_in(
    tmp_path: Path, small_embedder: Embedder
) -> None:
    names = ("a.txt", "b-endless.txt", "c-segfault.txt", "d-greedy.txt", "e-tripping.txt", "f.txt")
    written(tmp_path / "minutes", *names)
    limits = Limits(seconds=4, memory=512)
    report = ingest([tmp_path / "minutes"], tmp_path / "data", small_embedder, limits=limits)
    reasons = {Path(failure.path).name: failure.reason for failure in report.failures}
    assert sorted(document.id for document in report.documents) == ["a", "f"]
    assert "took longer than 4 s" in reasons["b-endless.txt"]
    assert "SIGSEGV" in reasons["c-segfault.txt"]
    assert "more than 512 MiB" in reasons["d-greedy.txt"]
    assert "ZeroDivisionError" in reasons["e-tripping.txt"]
    assert not any("\n" in reason or "hemmeligt" in reason for reason in reasons.values())
    snapshot(tmp_path / "data")
    doing: list[str] = []
    again = ingest(
        [tmp_path / "minutes"],
        tmp_path / "data",
        small_embedder,
        limits=limits,
        progress=lambda step, _done, _total: doing.append(step),
    )
    assert (again.unchanged, "reading" in doing) == (2, False)  # none of them is tried again …
    monkey = Limits(seconds=4, memory=600)
    other = ingest([tmp_path / "minutes"], tmp_path / "data", small_embedder, limits=monkey)
    assert "more than 600 MiB" in " ".join(
        failure.reason for failure in other.failures
    )  # … but within others


def test_a_worker_goes_on_from_file_to_file_and_is_not_there_before(tmp_path: Path) -> None:
    first, second = written(tmp_path, "a.txt", "b.txt")
    with Worker(Limits()) as worker:
        assert worker._process is None
        replies = [worker.do(Job("understand", {"file": file})) for file in (first, second, tmp_path / "no")]
        process = worker._process
        assert process is not None
        assert [type(reply) for reply in replies] == [Done, Done, Refused]
        assert process.poll() is None
    assert process.poll() is not None
    assert replies[0].result.meeting.items[0].title == "Bro 1"


@pytest.mark.usefixtures("planted")
def test_a_job_can_be_ended_with_all_that_it_started(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    (file,) = written(tmp_path, "children.txt")
    with ThreadPoolExecutor(1) as ahead, Worker(Limits()) as worker:
        reading = ahead.submit(worker.do, Job("understand", {"file": file}))
        while len(running("sleep 9873")) < 2:
            assert not reading.done()
            time.sleep(0.02)
    assert isinstance(reading.result(), Refused | Failed)
    assert gone("sleep 9873")


@pytest.mark.slow
@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_leaves_no_process_and_no_folder(
    tmp_path: Path, small_model: Path, how: signal.Signals
) -> None:
    written(tmp_path / "minutes", "a.txt", "b-children.txt")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    program = f"""
from pathlib import Path
from indexer.ingest import ingest
from models.embedding import Embedder
report = ingest([Path({str(tmp_path / "minutes")!r})], Path({str(tmp_path / "data")!r}),
                Embedder(Path({str(small_model)!r})))
assert report.interrupted
"""
    environment = {**os.environ, "TMPDIR": str(scratch)}
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, env=environment) as run:
        while len(running("sleep 9873")) < 2:
            assert run.poll() is None
            time.sleep(0.05)
        run.send_signal(how)
        assert run.wait(60) == (-signal.SIGKILL if how == signal.SIGKILL else 0)
    assert gone("sleep 9873")
    assert gone(str(scratch))
    assert not list(scratch.glob("besluttet-*"))


def test_a_leash_tells_how_its_command_ended(tmp_path: Path) -> None:
    for command, code in (("exit 3", 3), ("kill -9 $$", 128 + signal.SIGKILL), ("ulimit -c", 0)):
        scratch = tmp_path / "scratch"
        scratch.mkdir()
        process = leashed(
            ["sh", "-c", f"echo $TMPDIR; {command}"],
            str(scratch),
            memory=2**30,
            output=subprocess.PIPE,
            environment=dict(os.environ),
        )
        assert process.stdout is not None
        printed = process.stdout.read().decode().split()
        assert let_go(process) == code
        assert printed[0] == str(scratch)
        assert printed[1:] in ([], ["0"])  # no core dumps
        assert not scratch.exists()
