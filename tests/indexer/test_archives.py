"""What is in an archive is indexed as if it lay in a folder, and no archive takes more than its share."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from snapshot import snapshot
from written import Item, minutes

from indexer.archives import Member, is_archive_name, list_archive, read_file
from indexer.corpus import Corpus
from indexer.errors import UnreadableDocument
from indexer.ingest import ingest
from indexer.limits import Limits, within
from indexer.report import IngestReport
from models.embedding import Embedder


def packed(files: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def written(number: int, body: str = "Godkendt.") -> str:
    return minutes([Item(f"Bro {number}", decision=body)], day=f"0{number}-03-2025", first=number)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "referater").mkdir()
    path = tmp_path / "referater" / "2025.zip"
    inner = packed({"gammelt/møde-3.txt": written(3)})
    path.write_bytes(
        packed(
            {
                "møde-1.txt": written(1),
                "mappe/møde-2.md": written(2),
                "arkiv.zip": inner,
                "__MACOSX/._møde-1.txt": b"\x00\x05\x16\x07",
                "mappe/.skjult.txt": "x",
                "billede.png": b"\x89PNG",
            }
        )
    )
    return path


@pytest.fixture
def run(tmp_path: Path, small_embedder: Embedder):
    def run(*paths: Path) -> IngestReport:
        return ingest(list(paths or [tmp_path / "referater"]), tmp_path / "data", small_embedder)

    return run


def paths_in(data: Path) -> list[str]:
    with Corpus.open(data) as corpus:
        return sorted(document.path for document in corpus.documents())


def test_each_file_in_an_archive_is_a_document_of_its_own(run, archive: Path, tmp_path: Path) -> None:
    report = run()
    assert (report.new, report.failures) == (3, ())
    assert paths_in(tmp_path / "data") == [
        f"{archive}!/arkiv.zip!/gammelt/møde-3.txt",
        f"{archive}!/mappe/møde-2.md",
        f"{archive}!/møde-1.txt",
    ]
    assert [document.id for document in report.documents] == ["moede-3", "moede-2", "moede-1"]
    with Corpus.open(tmp_path / "data") as corpus:
        assert corpus.document("moede-2").format == "md"


def test_an_archive_is_done_again_only_where_it_has_changed(run, archive: Path, tmp_path: Path) -> None:
    run()
    before = snapshot(tmp_path / "data")
    assert (run().unchanged, run(archive).unchanged) == (3, 3)
    os.utime(archive, (1, 1))
    assert run().unchanged == 3
    assert snapshot(tmp_path / "data") == before
    archive.write_bytes(
        packed({"møde-1.txt": written(1), "mappe/møde-2.md": written(2, "Afvist."), "møde-4.txt": written(4)})
    )
    report = run(archive)
    assert (report.new, report.changed, report.unchanged, len(report.removed)) == (1, 1, 1, 1)
    with Corpus.open(tmp_path / "data") as corpus:
        assert "Afvist." in corpus.text("moede-2")
    archive.unlink()
    report = run()
    assert len(report.removed) == 3
    assert paths_in(tmp_path / "data") == []
    with Corpus.open(tmp_path / "data") as corpus:
        assert corpus.archives() == {}


def test_an_archive_that_turns_bad_keeps_what_was_read_of_it(run, archive: Path, tmp_path: Path) -> None:
    run()
    archive.write_bytes(archive.read_bytes()[:200])
    for _ in range(2):
        (failure,) = run().failures
        assert failure.kept
        assert "damaged" in failure.reason
    assert len(paths_in(tmp_path / "data")) == 3


def test_the_same_content_in_an_archive_and_beside_it_is_one_document(run, archive: Path) -> None:
    (archive.parent / "kopi.txt").write_text(written(1), "utf-8")
    report = run()
    assert report.new == 3
    assert len(report.duplicates) == 1


def test_what_cannot_be_read_in_an_archive_is_named_and_remembered(
    run, archive: Path, tmp_path: Path
) -> None:
    link = zipfile.ZipInfo("henvisning.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as more:
        more.writestr("../ude.txt", written(5))
        more.writestr("C:\\ude.txt", written(6))
        more.writestr(link, "/etc/passwd")
        more.writestr("tom.txt", "")
        more.writestr("ødelagt.pdf", b"%PDF-1.4 intet")
        more.writestr("forkert.zip", b"ingen arkiv")
    for _ in range(2):
        report = run()
        reasons = {failure.path.rpartition("!/")[2]: failure.reason for failure in report.failures}
        assert set(reasons) == {
            "../ude.txt",
            "C:\\ude.txt",
            "henvisning.txt",
            "tom.txt",
            "ødelagt.pdf",
            "forkert.zip",
        }
        assert "leads out" in reasons["../ude.txt"]
        assert "link" in reasons["henvisning.txt"]
        assert "empty" in reasons["tom.txt"]
        assert "damaged" in reasons["forkert.zip"]
        assert not any("\n" in reason for reason in reasons.values())
    assert len(paths_in(tmp_path / "data")) == 3
    assert not (tmp_path / "ude.txt").exists()


def test_an_archive_is_killed_and_goes_on(run, archive: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("indexer.ingest._BATCH_TEXTS", 1)

    def stop(doing: str, done: int, total: int) -> None:
        if (doing, done) == ("reading", 2):
            raise KeyboardInterrupt

    monkeypatch.setattr("indexer.ingest._silent", stop)
    assert run().interrupted
    monkeypatch.undo()
    assert (run().new, len(paths_in(tmp_path / "data"))) == (1, 3)


def test_a_cpr_number_in_a_name_is_stored_nowhere(run, tmp_path: Path) -> None:
    (tmp_path / "referater").mkdir()
    (tmp_path / "referater" / "a.zip").write_bytes(packed({"sag 010190-1234.txt": written(1)}))
    assert run().new == 1
    assert run().unchanged == 1
    assert b"010190-1234" not in b"".join(file.read_bytes() for file in (tmp_path / "data").glob("corpus*"))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bombe.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stor.txt", b"0" * (3 * 2**20))
        archive.writestr("god.txt", "Godkendt.")
    with within(Limits(megabytes=1)):
        listing = list_archive(bomb)
        assert [member.names for member in listing.members] == [("god.txt",)]
        assert listing.refused == ((("stor.txt",), "larger than 1 MiB: split it by meeting"),)
        with pytest.raises(UnreadableDocument, match="larger than 1 MiB"):
            read_file(Member(bomb, ("stor.txt",)))
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(70):
                archive.writestr(f"{number}.txt", b"0" * 2**20)
        with pytest.raises(UnreadableDocument, match="unpacks to more than 64 MiB"):
            list_archive(bomb)


def test_a_size_that_is_a_lie_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(packed({"stor.txt": b"0" * (3 * 2**20)}))
    size = (3 * 2**20).to_bytes(4, "little")
    path = tmp_path / "løgn.zip"
    path.write_bytes(data.replace(size, (9).to_bytes(4, "little")))
    with within(Limits(megabytes=1)):
        listing = list_archive(path)
    assert all(member.size <= 2**20 for member in listing.members)


def test_archives_within_archives_end_somewhere(tmp_path: Path) -> None:
    content = packed({"møde.txt": written(1)})
    for depth in range(6):
        content = packed({f"{depth}.zip": content})
    path = tmp_path / "dyb.zip"
    path.write_bytes(content)
    listing = list_archive(path)
    assert listing.members == ()
    assert "deep" in listing.refused[0][1]


def test_attachments_in_an_archive_are_not_taken_for_minutes(tmp_path: Path) -> None:
    path = tmp_path / "møder.zip"
    path.write_bytes(packed({"møde.txt": written(1), "møde bilag/a.txt": "x", "møde bilag/b/c.txt": "y"}))
    listing = list_archive(path)
    assert [member.names for member in listing.members] == [("møde.txt",)]
    assert [names for names, _ in listing.refused] == [("møde bilag",)]
    assert "unpack" in listing.refused[0][1]


def test_names_of_danish_programs_without_unicode(tmp_path: Path) -> None:
    data = packed({"m_de.txt": written(1)}).replace(b"m_de.txt", "møde.txt".encode("cp865"))
    path = tmp_path / "dos.zip"
    path.write_bytes(data)
    (member,) = list_archive(path).members
    assert member.names == ("møde.txt",)
    assert "Bro 1" in read_file(Member(path, member.names)).text


@settings(deadline=None)
@given(
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=20)), min_size=1, max_size=6
    )
)
def test_a_damaged_archive_is_listed_or_refused(
    cuts: list[tuple[float, int, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = packed({"a.txt": written(1), "b/c.zip": packed({"d.md": written(2)})})
    for place, removed, put in cuts:
        at = int(place * len(data))
        data = data[:at] + put + data[at + removed :]
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(data)
    try:
        listing = list_archive(path)
        for member in listing.members:
            read_file(Member(path, member.names))
    except UnreadableDocument:
        return


def test_which_names_are_archives() -> None:
    assert is_archive_name(Path("Referater.ZIP"))
    assert not is_archive_name(Path(".skjult.zip"))
    assert not is_archive_name(Path("referat.docx"))
