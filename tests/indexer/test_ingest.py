"""Only what changed is done, and the index is what the files are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from snapshot import snapshot
from written import Item, minutes

from indexer.corpus import Corpus
from indexer.errors import IndexLocked, IndexMissing, NotInIndex
from indexer.ingest import ingest, remove
from indexer.locking import write_lock
from indexer.report import IngestReport
from indexer.synchronise import open_engine
from models.embedding import Embedder
from models.errors import BesluttetError

ROOT = Path(__file__).parents[2]


def written(number: int, extra: str = "") -> str:
    items = [
        Item(
            f"Bro {number} over åen",
            f"25/{1000 + number}",
            recommendation="At broen bygges.",
            background=extra or None,
        ),
        Item("Eventuelt", decision="Intet."),
    ]
    return minutes(items, day=f"0{number % 9 + 1}-03-2025", first=10 * number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "referater"
    (home / "under").mkdir(parents=True)
    for number in range(3):
        (home / f"møde-{number}.txt").write_text(written(number), "utf-8")
    (home / "under" / "møde-3.md").write_text(written(3), "utf-8")
    return home


@pytest.fixture
def run(tmp_path: Path, small_embedder: Embedder):
    def run(*paths: Path, embedder: Embedder = small_embedder, **options: object) -> IngestReport:
        return ingest(list(paths), tmp_path / "data", embedder, **options)

    return run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def fresh(tmp_path: Path, folder: Path, embedder: Embedder) -> dict[str, object]:
    """What an index made at once of the folder as it is now would hold."""
    elsewhere = tmp_path / "fresh"
    shutil.rmtree(elsewhere, ignore_errors=True)
    ingest([folder], elsewhere, embedder)
    return snapshot(elsewhere)


def test_the_first_run_takes_in_everything(run, folder: Path, data: Path) -> None:
    report = run(folder)
    assert (report.new, report.changed, report.unchanged, report.failures) == (4, 0, 0, ())
    assert (report.meetings, report.items, report.decisions) == (4, 8, 8)
    assert sum(document.case_numbers for document in report.documents) == 4
    assert sorted(d.id for d in report.documents) == ["moede-0", "moede-1", "moede-2", "moede-3"]
    assert report.seconds > 0
    snapshot(data)


def test_the_second_run_does_nothing_and_loads_nothing(
    run, folder: Path, data: Path, small_model: Path
) -> None:
    run(folder)
    before = snapshot(data)
    program = f"""
import sys
from pathlib import Path
from indexer.ingest import ingest
from models.embedding import Embedder
report = ingest([Path({str(folder)!r})], Path({str(data)!r}), Embedder(Path({str(small_model)!r})))
assert (report.new, report.changed, report.unchanged) == (0, 0, 4), report
heavy = {{"torch", "spacy", "faiss", "tantivy", "transformers", "sentence_transformers", "tokenizers"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert snapshot(data) == before


def test_a_changed_file_replaces_what_it_was(
    run, folder: Path, data: Path, tmp_path: Path, small_embedder
) -> None:
    run(folder)
    (folder / "møde-1.txt").write_text(written(1, "Broen er gammel."), "utf-8")
    report = run(folder)
    assert (report.new, report.changed, report.unchanged) == (0, 1, 3)
    assert report.documents[0].id == "moede-1"
    assert snapshot(data) == fresh(tmp_path, folder, small_embedder)


def test_a_file_touched_but_the_same_is_unchanged(run, folder: Path, data: Path) -> None:
    run(folder)
    before = snapshot(data)
    os.utime(folder / "møde-1.txt", (1, 1))
    assert run(folder).unchanged == 4
    assert snapshot(data) == before
    assert run(folder).unchanged == 4


def test_a_file_gone_from_a_folder_goes_from_the_index(
    run, folder: Path, data: Path, tmp_path: Path, small_embedder: Embedder
) -> None:
    run(folder)
    (folder / "under" / "møde-3.md").unlink()
    (folder / "møde-0.txt").unlink()
    (folder / "møde-9.txt").write_text(written(9), "utf-8")
    report = run(folder)
    assert (report.new, len(report.removed), report.unchanged) == (1, 2, 2)
    assert snapshot(data) == fresh(tmp_path, folder, small_embedder)


def test_a_file_outside_the_folders_named_stays(run, folder: Path, data: Path) -> None:
    run(folder)
    (folder / "møde-0.txt").unlink()
    report = run(folder / "under", folder / "møde-1.txt")
    assert (report.removed, report.unchanged) == ((), 2)
    assert run(folder / "møde-0.txt").failures[0].reason == "no such file or folder"
    with Corpus.open(data) as corpus:
        assert len(corpus.documents()) == 4


def test_a_folder_that_is_gone_takes_nothing_with_it(run, folder: Path, data: Path) -> None:
    run(folder)
    shutil.rmtree(folder)
    report = run(folder)
    assert [failure.reason for failure in report.failures] == ["no such file or folder"]
    assert report.removed == ()


def test_the_same_content_twice_is_indexed_once(run, folder: Path, data: Path) -> None:
    shutil.copy(folder / "møde-1.txt", folder / "kopi.txt")
    report = run(folder)
    assert report.new == 4
    assert len(report.duplicates) == 1
    again = run(folder)
    assert (again.new, again.unchanged, len(again.duplicates)) == (0, 4, 1)
    (folder / "kopi.txt").unlink()  # the one of the two that is indexed
    third = run(folder)
    assert (len(third.removed), third.new, third.duplicates) == (1, 1, ())
    snapshot(data)


def test_a_copy_of_a_file_that_cannot_be_read_is_not_told_as_a_copy(run, folder: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4 ingen")
    first, second, third = run(folder), run(folder), run(folder)
    assert first.duplicates == second.duplicates == ()
    assert len(first.failures) == 2
    assert sorted(second.failures, key=repr) == sorted(third.failures, key=repr) != ()
    assert {failure.path for failure in first.failures} == {failure.path for failure in third.failures}


def test_a_renamed_file_is_not_embedded_again(run, folder: Path, small_embedder: Embedder) -> None:
    run(folder)
    (folder / "møde-1.txt").rename(folder / "omdøbt.txt")
    seen: list[str] = []
    report = run(folder, progress=lambda doing, done, total: seen.append(doing))
    assert (report.new, len(report.removed)) == (1, 1)
    assert "embedding passages" not in seen


def test_a_passage_is_embedded_once_across_documents_and_runs(run, folder: Path, tmp_path: Path) -> None:
    totals: list[int] = []

    def watch(doing: str, done: int, total: int) -> None:
        if doing == "embedding passages" and done == total:
            totals.append(total)

    run(folder, progress=watch)
    (folder / "møde-1.txt").write_text(written(1, "Broen er gammel."), "utf-8")
    run(folder, progress=watch)
    assert totals[0] > 8
    assert totals[1] == 1


def test_another_instruction_does_documents_again(run, folder: Path, data: Path) -> None:
    run(folder)
    assert run(folder, municipality="Vigsted").changed == 4
    (folder / "møde-1.txt").write_text(written(1, "Broen er gammel."), "utf-8")
    report = run(folder)  # what was said stays said
    assert (report.changed, report.unchanged) == (1, 3)
    with Corpus.open(data) as corpus:
        assert {document.municipality for document in corpus.documents()} == {"Vigsted"}


def test_what_a_document_states_itself_wins_over_the_operator(run, folder: Path, data: Path) -> None:
    (folder / "møde-0.txt").write_text("Kommune: Ørby\n\n" + written(0), "utf-8")
    run(folder / "møde-0.txt", municipality="Vigsted")
    with Corpus.open(data) as corpus:
        assert corpus.document("moede-0").municipality == "Ørby"


def test_another_model_embeds_what_is_stored_anew(
    run, folder: Path, data: Path, tmp_path: Path, other_small_model: Path
) -> None:
    other = Embedder(other_small_model)
    run(folder)
    (folder / "møde-0.txt").unlink()
    (tmp_path / "andet").mkdir()
    report = run(tmp_path / "andet", embedder=other)
    assert (report.refreshed, report.new, report.removed) == (4, 0, ())
    snapshot(data)
    with Corpus.open(data) as corpus:
        assert corpus.model() == other.identity
    assert run(tmp_path / "andet", embedder=other).refreshed == 0


def test_a_change_of_model_that_was_cut_off_is_finished_by_the_next_run(
    run, folder: Path, data: Path, other_small_model: Path
) -> None:
    other = Embedder(other_small_model)
    run(folder)
    with Corpus.open(data) as corpus:
        corpus.use_model(other.identity)  # and killed here
        with pytest.raises(IndexMissing, match="besluttet index"):
            open_engine(corpus, data)
    assert run(folder, embedder=other).refreshed == 4
    snapshot(data)


def test_ctrl_c_leaves_a_sound_index_and_says_how_far_it_came(
    run, folder: Path, data: Path, tmp_path: Path, small_embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indexer.ingest._BATCH_TEXTS", 1)

    def stop(doing: str, done: int, total: int) -> None:
        if (doing, done) == ("reading", 2):
            raise KeyboardInterrupt

    report = run(folder, progress=stop)
    assert report.interrupted
    assert (report.new, report.remaining) == (2, 2)
    assert len(snapshot(data)["documents"]) == 2
    assert run(folder).new == 2
    assert snapshot(data) == fresh(tmp_path, folder, small_embedder)


def test_one_document_can_be_removed(run, folder: Path, data: Path) -> None:
    run(folder)
    remove("moede-2", data)
    assert sorted(snapshot(data)["documents"]) == ["moede-0", "moede-1", "moede-3"]
    with pytest.raises(NotInIndex, match="moede-2"):
        remove("moede-2", data)
    with pytest.raises(IndexMissing):
        remove("moede-2", data / "intet")


def test_an_engine_that_is_gone_is_made_again_by_whoever_comes_first(run, folder: Path, data: Path) -> None:
    run(folder)
    before = snapshot(data)
    shutil.rmtree(data / "engine")
    assert run(folder).unchanged == 4
    assert snapshot(data) == before
    shutil.rmtree(data / "engine")
    with Corpus.open(data) as corpus:
        open_engine(corpus, data).close()
    assert snapshot(data) == before


def test_two_writers_are_one_too_many(run, folder: Path, data: Path) -> None:
    run(folder)
    with write_lock(data):
        with pytest.raises(IndexLocked, match="another besluttet index run is using"):
            run(folder)
        with pytest.raises(IndexLocked):
            remove("moede-1", data)
    assert run(folder).unchanged == 4


def test_the_lock_dies_with_its_process(run, folder: Path, data: Path) -> None:
    program = f"""
import sys, time
from pathlib import Path
from indexer.locking import write_lock
with write_lock(Path({str(data)!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(IndexLocked):
            run(folder)
        holder.kill()
    assert run(folder).new == 4


def test_a_data_folder_that_cannot_be_written_is_said_in_one_line(
    folder: Path, small_embedder: Embedder
) -> None:
    with pytest.raises(BesluttetError, match="cannot write the index") as said:
        ingest([folder], folder / "møde-0.txt" / "data", small_embedder)
    assert "\n" not in str(said.value)


def test_the_index_itself_is_not_indexed(run, folder: Path, tmp_path: Path, small_embedder: Embedder) -> None:
    inside = folder / "data"
    assert ingest([folder], inside, small_embedder).new == 4
    (inside / "noter.txt").write_text("Noter om noget.", "utf-8")
    assert ingest([folder], inside, small_embedder).unchanged == 4
