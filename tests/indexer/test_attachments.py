"""Attachments in a folder beside minutes: passages of their item, and never of a closed one."""

import shutil
from pathlib import Path

import pytest
from snapshot import bytes_of, snapshot
from written import Item, minutes

from indexer.attachment_files import attachments_of, is_attachment_folder, whose_attachments
from indexer.corpus import Corpus
from indexer.ingest import ingest
from indexer.minutes import SectionKind
from indexer.report import IngestReport
from models.embedding import Embedder

SECRET = "Havnefogeden fik en advarsel"
CPR = "010203-1234"
ITEMS = [
    Item("Takster for bådpladser", "25/1002", "At taksten er 400 kr.", decision="Godkendt."),
    Item("Støj fra værftet", "25/1003", decision="Drøftet."),
    Item("Personsag", closed=True),
]
LISTED = "Bilag\n\n- Bilag 1: Støjmåling ved kajen, foråret\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "referater"
    beside = home / "havn Bilag"
    (beside / "2").mkdir(parents=True)
    text = minutes(ITEMS).replace("Beslutning\n\nDrøftet.", f"Beslutning\n\nDrøftet.\n\n{LISTED}")
    (home / "havn.txt").write_text(text, "utf-8")
    (beside / "Punkt 1 Takster_2026 [a1b2c3d4].txt").write_text(
        f"En joller på land koster 210 kr. {CPR}", "utf-8"
    )
    (beside / "2" / "Klagebrev.md").write_text("# Klage\n\nVærftet larmer om natten.", "utf-8")
    (beside / "Støjmåling ved kajen.html").write_text(
        "<html><p>Måleren viste 61 decibel.</p></html>", "utf-8"
    )
    (beside / "Punkt 3 Advarsel.txt").write_text(SECRET, "utf-8")
    (beside / "Ukendt.txt").write_text(SECRET, "utf-8")
    return home


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path, data: Path, small_embedder: Embedder):
    def run(**options: bool) -> IngestReport:
        return ingest([folder], data, small_embedder, **options)

    return run


def sections(data: Path) -> dict[str, list[tuple[str, str]]]:
    """By item: the title and text of its attachments."""
    with Corpus.open(data) as corpus:
        text = corpus.text("havn")
        return {
            stored.item.number: [
                (section.title, section.span.of(text))
                for section in stored.item.sections
                if section.kind is SectionKind.ATTACHMENT
            ]
            for stored in corpus.items_of_document("havn")
        }


def test_attachments_are_sections_of_their_items(run, data: Path) -> None:
    report = run()
    assert [d.id for d in report.documents] == ["havn"]
    found = sections(data)
    assert found["1"] == [("Bilag: Takster 2026", "En joller på land koster 210 kr. ●●●●●●-●●●●")]
    assert [title for title, _ in found["2"]] == [
        "Bilag: Støjmåling ved kajen, foråret",
        "Bilag: Klagebrev",
    ]
    assert found["2"][0][1] == "Måleren viste 61 decibel."
    assert found["3"] == []
    (document,) = report.documents
    assert document.masked == 1
    assert "2 bilag hører ikke til et åbent punkt og er ikke læst." in document.warnings


def test_each_is_searched_as_a_passage_of_its_item(run, data: Path) -> None:
    run()
    with Corpus.open(data) as corpus:
        (chunk,) = [c for c in corpus.chunks_of_document("havn") if c.section == "Bilag: Takster 2026"]
        assert (chunk.item_id, chunk.kind) == ("havn.1", SectionKind.ATTACHMENT)
        assert chunk.context.endswith("Takster for bådpladser · Bilag: Takster 2026")
        assert corpus.text("havn")[chunk.spans[0].start :].startswith("En joller")
        item = corpus.item("havn.1").item
        assert [d.span.of(corpus.text("havn")) for d in item.decisions] == ["Godkendt."]


def test_nothing_of_closed_items_is_read(run, data: Path) -> None:
    run()
    for secret in (SECRET, "Advarsel", CPR):
        assert secret.encode() not in bytes_of(data)


def test_only_what_changed_is_done_again(
    run, folder: Path, data: Path, tmp_path: Path, small_embedder
) -> None:
    run()
    assert run().unchanged == 1
    (folder / "havn Bilag" / "2" / "Klagebrev.md").unlink()
    (folder / "havn Bilag" / "Punkt 2 Svar.txt").write_text("Værftet lukker klokken seks.", "utf-8")
    assert run().changed == 1
    assert [title for title, _ in sections(data)["2"]] == [
        "Bilag: Svar",
        "Bilag: Støjmåling ved kajen, foråret",
    ]
    ingest([folder], tmp_path / "fresh", small_embedder)
    assert snapshot(data) == snapshot(tmp_path / "fresh")


def test_off_and_on(run, folder: Path, data: Path) -> None:
    run(attachments=False)
    assert not any(sections(data).values())
    assert run(attachments=False).unchanged == 1
    assert run().changed == 1
    assert any(sections(data).values())
    shutil.rmtree(folder / "havn Bilag")
    assert run().changed == 1
    assert run(attachments=False).unchanged == 1


def test_an_attachment_that_cannot_be_read_is_named(run, folder: Path) -> None:
    (folder / "havn Bilag" / "Punkt 1 Kort.pdf").write_bytes(b"%PDF-1.4 og ikke mere")
    (document,) = run().documents
    assert any(warning.startswith("Bilaget »Kort« kunne ikke læses (") for warning in document.warnings)


def test_attachments_of_nothing_are_told(run, folder: Path) -> None:
    stray = folder / "gammel bilag"
    stray.mkdir()
    (stray / "Punkt 1 Kort.txt").write_text("Kort", "utf-8")
    (failure,) = run().failures
    assert failure.path == str(stray)
    assert "name it as one of those" in failure.reason


def test_pages_of_attachments_count_from_one(run, folder: Path, data: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(folder / "havn Bilag" / "Punkt 1 Plan.pdf"))
    for page in ("Plan for kajen", "Anden side om broen"):
        canvas.drawString(72, 720, page)
        canvas.showPage()
    canvas.save()
    run()
    with Corpus.open(data) as corpus:
        source = corpus.source("havn")
        assert source.page_at(0) is None
        assert source.page_at(source.text.index("Plan for kajen")) == 1
        assert source.page_at(source.text.index("Anden side")) == 2
        assert source.page_at(source.text.index("En joller")) is None
        assert corpus.document("havn").pages is None


@pytest.mark.parametrize(
    ("name", "attachments"),
    [
        ("havn bilag", True),
        ("havn_Bilag", True),
        ("havn.bilag", True),
        ("BILAG", True),
        ("bilagene", False),
        ("afbilag", False),
    ],
)
def test_names_of_folders(name: str, attachments: bool) -> None:
    assert is_attachment_folder(name) is attachments


@pytest.mark.parametrize(
    ("file", "item", "title"),
    [
        ("Punkt 63 Takster.txt", "63", "Takster"),
        ("pkt. 7a - Oversigt.txt", "7a", "Oversigt"),
        ("Punkt nr. 4: Kort.txt", "4", "Kort"),
        ("63/Takster.txt", "63", "Takster"),
        ("Punkt 63 Takster/Bilag 1.txt", "63", "Bilag 1"),
        ("63 Takster.txt", None, "63 Takster"),
        ("2026/Punkt 5.txt", "5", "Punkt 5"),
        (f"Punkt 1 Brev {CPR}.txt", "1", "Brev ●●●●●●-●●●●"),
    ],
)
def test_names_of_files(tmp_path: Path, file: str, item: str | None, title: str) -> None:
    (tmp_path / "møde.txt").write_text("x")
    path = tmp_path / "bilag" / file
    path.parent.mkdir(parents=True)
    path.write_text("x")
    (found,) = attachments_of(tmp_path / "møde.txt")
    assert (found.item, found.title) == (item, title)


@pytest.mark.parametrize("folder", ["havn bilag", "Havn - Bilag", "havn_bilag", "havn.bilag"])
def test_folders_of_one_of_several(folder: str) -> None:
    files = [Path("havn.txt"), Path("havn-2.txt")]
    assert whose_attachments(folder, files) == files[0]
    assert whose_attachments("bilag", files) is None
    assert whose_attachments("bilag", files[1:]) == files[1]
    assert whose_attachments("mole bilag", files) is None
