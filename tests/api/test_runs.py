"""Runs that change the index: one at a time, each in a process of its own."""

import os
import time
from functools import partial
from pathlib import Path

import pytest

from api.runs import Run, Runs
from indexer.errors import IndexLocked
from indexer.ingest import Progress
from indexer.report import IngestReport

pytestmark = pytest.mark.slow


def note(file: Path, word: str, progress: Progress) -> IngestReport:
    progress("noting", 1, 2)
    with file.open("a") as notes:
        notes.write(f"{word} begins in {os.getpid()}\n")
        time.sleep(0.2)
        notes.write(f"{word} ends in {os.getpid()}\n")
    return IngestReport((), 0, (word,), (), (), 0.2)


def fail(error: Exception, _: Progress) -> None:
    raise error


def die(_: Progress) -> None:
    os._exit(9)


def ended(runs: Runs, run: Run) -> Run:
    deadline = time.monotonic() + 60
    while (now := runs.run(run.id)) is None or now.ended_at is None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return now


def test_runs_go_one_after_the_other_and_none_stops_the_next(tmp_path: Path) -> None:
    runs, notes = Runs(), tmp_path / "notes"
    started = [
        runs.start("first", partial(note, notes, "first")),
        runs.start("locked", partial(fail, IndexLocked("another besluttet index run is using it"))),
        runs.start("fault", partial(fail, ValueError("naboens hemmelighed"))),
        runs.start("killed", die),
        runs.start("last", partial(note, notes, "last")),
    ]
    assert [run.state for run in started] == ["waiting"] * 5
    first, locked, fault, killed, last = (ended(runs, run) for run in started)
    assert (first.state, last.state) == ("done", "done")
    assert last.report is not None
    assert last.report.removed == ("last",)
    assert (last.finished, last.total) == (1, 2)
    assert (locked.state, locked.error) == ("failed", "another besluttet index run is using it")
    assert fault.error == "An unexpected ValueError ended the run."
    assert killed.state == "failed"
    assert killed.error is not None
    assert "cut off" in killed.error
    words = [line.split(" in ") for line in notes.read_text().splitlines()]
    assert [what for what, _ in words] == ["first begins", "first ends", "last begins", "last ends"]
    assert str(os.getpid()) not in {process for _, process in words}
    assert [run.what for run in runs.all()] == ["last", "killed", "fault", "locked", "first"]
