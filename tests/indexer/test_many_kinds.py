"""Files of all kinds in one run that is killed at random points end in the index of an undisturbed run.

``MANY_FILES=500`` is what the project promises; a small number is enough to be told every day.
"""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from kinds import write_minutes
from snapshot import snapshot

from indexer.ingest import ingest
from models.embedding import Embedder

ROOT = Path(__file__).parents[2]
FILES = int(os.environ.get("MANY_FILES", "30"))
KILLS = 3 + FILES // 50
SEED = random.Random(int(os.environ.get("MANY_SEED", "4")))

PROGRAM = """
import os, signal, sys, time
from pathlib import Path
import faiss, sentence_transformers, tantivy, torch  # once, before the forks; nothing has used a thread yet
import indexer.ingest
from models.danish import danish
from models.embedding import Embedder
danish()
indexer.ingest._BATCH_TEXTS = 24
folder, data, model, *waits = sys.argv[1:]
for wait in map(float, waits):
    child = os.fork()
    if not child:
        indexer.ingest.ingest([Path(folder)], Path(data), Embedder(Path(model)))
        os._exit(0)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.mark.slow
def test_killed_at_random_points_it_ends_in_the_same_index(
    tmp_path: Path, small_model: Path, small_embedder: Embedder
) -> None:
    folder, data, scratch = tmp_path / "minutes", tmp_path / "data", tmp_path / "scratch"
    write_minutes(folder, FILES)
    scratch.mkdir()
    undisturbed = tmp_path / "undisturbed"
    first = ingest([folder], undisturbed, small_embedder)
    assert first.new > FILES * 0.7
    assert {failure.reason.partition(":")[0] for failure in first.failures} <= {
        "the PDF is damaged",
        "the file is empty",
        ".odt is read by way of LibreOffice, which is not installed",
    }
    waits = [f"{SEED.uniform(0.05, 0.4 * first.seconds):.2f}" for _ in range(KILLS)]
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(data), str(small_model), *waits],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "-9" in run.stdout
    last = ingest([folder], data, small_embedder)
    assert last.unchanged + last.new == first.new
    assert snapshot(data) == snapshot(undisturbed)
    again = ingest([folder], data, small_embedder)
    assert (again.new, again.changed, again.unchanged) == (0, 0, first.new)
    assert {f.path for f in again.failures} == {f.path for f in first.failures}
    assert not list(scratch.glob("besluttet-*"))
