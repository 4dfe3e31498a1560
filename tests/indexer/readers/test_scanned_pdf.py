"""Pages that are pictures: their words are recognised where tesseract is installed."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.corpus import Corpus
from indexer.errors import UnreadableDocument
from indexer.ingest import ingest
from indexer.programs import TESSERACT
from indexer.readers.pdf import read
from models.embedding import Embedder

needs_tesseract = pytest.mark.skipif(
    TESSERACT.path() is None, reason="tesseract with Danish is not installed"
)

PAGE = (
    "REFERAT Havneudvalget d. 03-02-2025",
    "Mødested Lokale 2, Vigsted Rådhus",
    "",
    "Punkt 7: Ny bro over åen ved Gåsebæk",
    "25/1007",
    "Beslutning",
    "Godkendt. Udgiften på 1.250.000 kr. afholdes af anlægsrammen.",
)


@pytest.fixture
def scan(make_pdf) -> Callable[..., bytes]:
    """A PDF of pages; those that are scanned are drawn, and then taken for pictures."""
    import pypdfium2

    def make(pages: Sequence[Sequence[str]], scanned: Sequence[bool]) -> bytes:
        rows = [
            [(60, 760 - 24 * at, line, "Helvetica", 12) for at, line in enumerate(page)] for page in pages
        ]
        drawn = pypdfium2.PdfDocument(make_pdf(rows))
        buffer = BytesIO()
        canvas = Canvas(buffer, pagesize=A4, invariant=True)
        for number, page in enumerate(rows):
            if scanned[number]:
                bitmap = drawn[number].render(scale=200 / 72, grayscale=True)
                picture = Image.frombytes("L", (bitmap.width, bitmap.height), _tight(bitmap))
                canvas.drawImage(ImageReader(picture), 0, 0, *A4)
            else:
                for x, y, text, font, size in page:
                    canvas.setFont(font, size)
                    canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        drawn.close()
        return buffer.getvalue()

    return make


def _tight(bitmap) -> bytes:
    rows = bytes(bitmap.buffer)
    return b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))


@needs_tesseract
def test_the_words_of_a_scanned_page_are_read(scan) -> None:
    source = read(scan([PAGE], [True]))
    assert "Punkt 7: Ny bro over åen ved Gåsebæk" in source.text.splitlines()
    assert "1.250.000 kr." in source.text
    assert (source.pages, source.ocr_pages, source.headings) == ((0,), (1,), ())
    assert source.warnings == (
        "Side 1 er læst med tekstgenkendelse (OCR); ord og tal kan være læst forkert.",
    )


@needs_tesseract
def test_only_pages_without_text_are_recognised(scan) -> None:
    source = read(scan([["Side et"], ["Side to er scannet"], ["Side tre"]], [False, True, False]))
    assert source.ocr_pages == (2,)
    assert source.page_at(source.text.index("scannet")) == 2
    assert [line for line in source.text.splitlines() if line] == [
        "Side et",
        "Side to er scannet",
        "Side tre",
    ]


@needs_tesseract
def test_a_picture_without_words_is_said_to_be_one(scan) -> None:
    source = read(scan([["Side et"], []], [False, True]))
    assert source.ocr_pages == ()
    assert source.warnings == ("Side 2 er et billede, hvor der ikke kunne genkendes tekst.",)


@pytest.mark.slow
@needs_tesseract
def test_ocr_pages_are_counted_in_the_index(scan, tmp_path: Path, small_embedder: Embedder) -> None:
    (tmp_path / "scannet.pdf").write_bytes(scan([PAGE], [True]))
    report = ingest([tmp_path / "scannet.pdf"], tmp_path / "data", small_embedder)
    assert (report.new, report.items, report.failures) == (1, 1, ())
    with Corpus.open(tmp_path / "data") as corpus:
        assert corpus.document("scannet").ocr_pages == 1
        assert corpus.source("scannet").ocr_pages == (1,)


@pytest.fixture
def without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_the_rest_is_read_and_what_to_install_is_said(scan) -> None:
    source = read(scan([["Side et"], ["Scannet"]], [False, True]))
    assert source.text == "Side et"
    assert "tesseract-ocr-dan" in source.warnings[0]
    with pytest.raises(UnreadableDocument, match="apt install tesseract-ocr tesseract-ocr-dan"):
        read(scan([["Scannet"]], [True]))


@pytest.mark.slow
@needs_tesseract
def test_a_scan_is_read_again_once_tesseract_is_there(
    scan, tmp_path: Path, small_embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "helt.pdf").write_bytes(scan([PAGE], [True]))
    (folder / "delvis.pdf").write_bytes(scan([["Side et"], PAGE], [False, True]))
    (folder / "bin").mkdir()

    def run():
        return ingest([folder], tmp_path / "data", small_embedder)

    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(folder / "bin"))
        first, second = run(), run()
    assert (first.new, len(first.failures)) == (1, 1)
    assert (second.unchanged, second.changed, second.failures) == (1, 0, first.failures)
    third, fourth = run(), run()
    assert (third.new, third.changed, third.failures) == (1, 1, ())
    assert (fourth.unchanged, fourth.changed) == (2, 0)
