"""OpenDocument, old Word and RTF by way of LibreOffice."""

import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from docx import Document

from indexer.errors import UnreadableDocument
from indexer.limits import Limits, within
from indexer.programs import LIBREOFFICE
from indexer.readers import read_bytes

needs_libreoffice = pytest.mark.skipif(LIBREOFFICE.path() is None, reason="LibreOffice is not installed")

RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}
{\pard REFERAT Havneudvalget d. 03-02-2025\par}{\pard Punkt 1: Bro over \'e5en\par}{\pard Godkendt.\par}}"""
KIND = "application/vnd.oasis.opendocument.text"
SPACES = {"office": "office", "text": "text", "table": "table", "draw": "drawing", "svg": "svg-compatible"}
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"' for short, full in SPACES.items()
)


def odt(body: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(ZipInfo("mimetype"), KIND)
        archive.writestr(
            ZipInfo("content.xml"),
            f'<office:document-content {NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" '
            'office:version="1.2">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            ZipInfo("META-INF/manifest.xml"),
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return buffer.getvalue()


@pytest.fixture
def old_word(tmp_path: Path) -> Callable[[], bytes]:
    """A .doc as Word 97 wrote them."""

    def make() -> bytes:
        document = Document()
        document.add_heading("Punkt 1: Bro over åen", 1)
        document.add_paragraph("at bygge", style="List Number")
        document.add_paragraph("at betale", style="List Number")
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text, cells[1].text = "Udgift", "1.250.000 kr."
        document.add_paragraph("Godkendt.")
        document.save(str(tmp_path / "ny.docx"))
        profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
        program = LIBREOFFICE.path()
        assert program is not None
        convert = [program, profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path)]
        subprocess.run([*convert, str(tmp_path / "ny.docx")], check=True, capture_output=True)
        return (tmp_path / "ny.doc").read_bytes()

    return make


@needs_libreoffice
def test_opendocument_with_headings_lists_and_tables() -> None:
    source = read_bytes(
        odt(
            '<text:h text:outline-level="2">Punkt 1: Bro over åen</text:h>'
            "<text:p>Det indstilles, at broen bygges.</text:p>"
            '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>'
            "<table:table-cell><text:p>Udgift 2026</text:p></table:table-cell>"
            "<table:table-cell><text:p>1.250.000 kr.</text:p></table:table-cell>"
            "</table:table-row></table:table>"
        ),
        "referat.odt",
    )
    assert [heading.span.of(source.text) for heading in source.headings] == ["Punkt 1: Bro over åen"]
    assert "Det indstilles, at broen bygges." in source.text
    assert "Udgift 2026 | 1.250.000 kr." in source.text


@needs_libreoffice
def test_old_word_with_the_numbers_that_word_counts(old_word) -> None:
    source = read_bytes(old_word(), "referat.doc")
    lines = source.text.splitlines()
    assert {"Punkt 1: Bro over åen", "1. at bygge", "2. at betale", "Udgift | 1.250.000 kr."} <= set(lines)
    assert source.headings[0].span.of(source.text) == "Punkt 1: Bro over åen"


@needs_libreoffice
def test_rtf_whatever_it_is_called() -> None:
    for name in ("referat.rtf", "referat.doc"):
        assert "Punkt 1: Bro over åen" in read_bytes(RTF, name).text


@needs_libreoffice
def test_two_at_once_do_not_get_in_each_others_way() -> None:
    with ThreadPoolExecutor(2) as both:
        texts = [source.text for source in both.map(lambda _: read_bytes(RTF, "a.rtf"), range(2))]
    assert texts[0] == texts[1] != ""


@needs_libreoffice
def test_links_into_the_network_are_not_followed() -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        source = read_bytes(
            odt(
                '<text:p>Før<draw:frame svg:width="2cm" svg:height="2cm">'
                f'<draw:image xlink:href="{address}/a.png" xlink:type="simple" '
                'xlink:show="embed" xlink:actuate="onLoad"/>'
                "</draw:frame></text:p>"
                f'<text:section text:name="S"><text:section-source xlink:href="{address}/b.odt"/>'
                "<text:p>Efter</text:p></text:section>"
            ),
            "referat.odt",
        )
    finally:
        server.shutdown()
        server.server_close()
    assert "Før" in source.text
    assert asked == []


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "protected"),
        (b"ingen zip", "a.odt", "name says"),
        (odt("")[:-40], "a.odt", "name says"),
    ],
)
def test_refused_without_trying(data: bytes, name: str, reason: str, monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableDocument, match=reason):
        read_bytes(data, name)


def test_without_libreoffice_what_to_install_is_said(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if LIBREOFFICE.path() is not None:
        pytest.skip("LibreOffice is installed where it needs no PATH")
    with pytest.raises(UnreadableDocument, match="apt install libreoffice-writer-nogui") as refusal:
        read_bytes(RTF, "a.rtf")
    assert "\n" not in str(refusal.value)


@needs_libreoffice
def test_a_conversion_has_its_time() -> None:
    with within(Limits(seconds=0)), pytest.raises(UnreadableDocument, match="took longer than 0 s"):
        read_bytes(RTF, "a.rtf")
