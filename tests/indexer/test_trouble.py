"""A folder of everything that can be wrong with files is indexed to the end, and each is named."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from snapshot import snapshot
from written import Item, minutes

from indexer.corpus import Corpus
from indexer.filters import Filters
from indexer.ingest import ingest
from indexer.report import IngestReport
from indexer.synchronise import open_engine
from models.embedding import Embedder

ROOT = Path(__file__).parents[2]
TINY = int(os.environ.get("TINY_FILES", "800"))
"""How many tiny files; 5,000 take about half a minute more."""


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trouble") / "minutes"
    (folder / "tiny").mkdir(parents=True)
    for number in range(TINY):
        (folder / "tiny" / f"note-{number}.txt").write_text(f"Note {number} om havnen.", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "blank.md").write_text(" \n \n", "utf-8")
    with (folder / "large.txt").open("wb") as large:
        large.truncate(200 * 2**20)
    (folder / "binary.pdf").write_bytes(bytes(range(256)) * 100)
    encrypted = Canvas(str(folder / "encrypted.pdf"), encrypt=StandardEncryption("hemmelig", canPrint=0))
    encrypted.drawString(50, 700, "Kan ikke ses")
    encrypted.save()
    textless = Canvas(str(folder / "textless.pdf"))
    textless.rect(50, 50, 100, 100)
    textless.save()
    latin = minutes([Item("Færge på åen", "25/2001", decision="Godkendt på mødet.")])
    (folder / "latin.txt").write_bytes(latin.encode("latin-1"))
    (folder / "loop").symlink_to(folder)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    (folder / "nowhere.txt").symlink_to(folder / "no-such-file")
    os.mkfifo(folder / "pipe.txt")
    (folder / os.fsdecode(b"navn-\xff.txt")).write_text("En fil med et sært navn.", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture(scope="module")
def indexed(
    troubled: Path, tmp_path_factory: pytest.TempPathFactory, small_embedder: Embedder
) -> tuple[Path, IngestReport]:
    data = tmp_path_factory.mktemp("trouble") / "data"
    return data, ingest([troubled], data, small_embedder)


@pytest.mark.slow
def test_the_good_ones_are_in(indexed: tuple[Path, IngestReport]) -> None:
    data, report = indexed
    assert report.new == TINY + 2
    with Corpus.open(data) as corpus:
        assert len(corpus.documents()) == TINY + 2
        assert "Godkendt på mødet." in corpus.text("latin")
        assert corpus.document("latin").warnings
        engine = open_engine(corpus, data)
        assert engine.search_terms({"havn": 1.0}, 9999, Filters())
        engine.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("empty.txt", "empty"),
        ("blank.md", "empty"),
        ("large.txt", "larger than 64 MiB"),
        ("binary.pdf", "PDF"),
        ("encrypted.pdf", "password"),
        ("textless.pdf", "no text"),
        ("loop", "link back"),
        ("itself.txt", "symbolic links"),
        ("nowhere.txt", "No such file"),
        ("pipe.txt", "not a regular file"),
    ],
)
def test_each_bad_one_is_named_with_its_reason(
    indexed: tuple[Path, IngestReport], troubled: Path, name: str, reason: str
) -> None:
    reasons = {failure.path: failure.reason for failure in indexed[1].failures}
    assert reason.lower() in reasons[str(troubled / name)].lower()
    assert "\n" not in reasons[str(troubled / name)]
    assert len(reasons) == 10


@pytest.mark.slow
def test_the_next_run_reads_none_of_them_again_but_names_them_all(
    indexed: tuple[Path, IngestReport], troubled: Path, small_model: Path
) -> None:
    data, first = indexed
    seen: list[str] = []
    again = ingest([troubled], data, Embedder(small_model), progress=lambda doing, _d, _t: seen.append(doing))
    assert (again.new, again.changed, again.unchanged) == (0, 0, TINY + 2)
    assert {f.path for f in again.failures} == {f.path for f in first.failures}
    # what can be tried again at no cost (a pipe, a link) has no digest to know it again by
    assert seen
    assert seen.count("reading") <= len(first.failures)


def test_a_file_that_turns_bad_keeps_its_last_good_version(tmp_path: Path, small_embedder: Embedder) -> None:
    file, data = tmp_path / "møde.txt", tmp_path / "data"
    file.write_text(minutes([Item("Bro")]), "utf-8")
    ingest([file], data, small_embedder)
    file.write_bytes(b"")
    for _ in range(2):
        (failure,) = ingest([file], data, small_embedder).failures
        assert failure.kept
    with Corpus.open(data) as corpus:
        assert "Bro" in corpus.text("moede")
        assert list(corpus.failures()) == [str(file)]
    file.write_text(minutes([Item("Kaj")]), "utf-8")
    assert ingest([file], data, small_embedder).changed == 1
    with Corpus.open(data) as corpus:
        assert not corpus.failures()


@pytest.mark.slow
def test_killed_at_any_point_the_next_run_goes_on(
    tmp_path: Path, small_model: Path, small_embedder: Embedder
) -> None:
    folder, data = tmp_path / "minutes", tmp_path / "data"
    folder.mkdir()
    for number in range(24):
        body = f"Broen nummer {number} er gammel. " * 9
        text = minutes(
            [Item(f"Bro {number}", f"25/{number:04}", background=body), Item("Eventuelt")], first=number
        )
        (folder / f"møde-{number:02}.txt").write_text(text, "utf-8")
    program = f"""
import os, signal
from pathlib import Path
import faiss, sentence_transformers, tantivy, torch  # once, before the forks; nothing has used a thread yet
import indexer.ingest
from models.danish import danish
from models.embedding import Embedder
danish()
indexer.ingest._BATCH_TEXTS = 12

def killed(stage, left):
    def progress(doing, done, total):
        nonlocal left
        left -= doing == stage
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    embedder = Embedder(Path({str(small_model)!r}))
    indexer.ingest.ingest([Path({str(folder)!r})], Path({str(data)!r}), embedder, progress=progress)

for stage, left in [
    ("looking for changes", 0), ("reading", 9), ("embedding passages", 0), ("embedding passages", 1),
    ("reading", 5), ("building the search index", 0),
]:
    child = os.fork()
    if not child:
        killed(stage, left)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, stage
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    report = ingest([folder], data, small_embedder)
    assert report.unchanged == 24  # everything was stored before the last kill
    undisturbed = tmp_path / "undisturbed"
    ingest([folder], undisturbed, small_embedder)
    assert snapshot(data) == snapshot(undisturbed)
    assert len(snapshot(data)["documents"]) == 24
    assert len(list((data / "engine").iterdir())) == 2  # CURRENT and what it names
