"""What every reader must pass: its table row, clean text, offsets in bounds, and one kind of error.

A new format needs a row in ``READERS`` and a sample in ``SAMPLES`` here.
"""

import unicodedata
from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from indexer.errors import UnreadableDocument
from indexer.programs import LIBREOFFICE
from indexer.readers import READERS, Format, is_readable_name, read, read_bytes
from indexer.source_text import SourceText

SHARED = Path(__file__).parents[3] / "shared" / "minutes"
REAL = sorted(path for path in SHARED.glob("*-*") if is_readable_name(path))


def _pdf() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for number in (1, 2, 3):
        canvas.drawString(60, 800, "Kulturudvalget i Nordby")
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(60, 700, f"Punkt {number}: Ærø og Åby")
        canvas.setFont("Helvetica", 10)
        for at, line in enumerate(("Udvalget drøftede kommunalbe-", "styrelsens svar.", "", "Godkendt.")):
            canvas.drawString(60, 660 - 12 * at, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _docx() -> bytes:
    document = Document()
    document.core_properties.created = document.core_properties.modified = datetime(2012, 12, 4)
    document.add_heading("Punkt 1: Ærø og Åby", 1)
    document.add_paragraph("at bygge", style="List Number")
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Udgift", "1.250.000 kr."
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_MARKDOWN = """# REFERAT Kulturudvalget d. 04-12-2012

## Punkt 1: Ærø og Åby

###

1. et
2. to

| Post | Beløb |
|---|---|
| Udgift | 1.250.000 kr. |

**Punkt 2: Lukket: Salg**
"""

_HTML = """<!DOCTYPE html><html><head><title>x</title></head><body><nav>menu</nav><main>
<h1>REFERAT Kulturudvalget d. 04-12-2012</h1><h2>Punkt 1: Ærø og Åby</h2><ol><li>et</li><li>to</li></ol>
<table><tr><td>Udgift</td><td>1.250.000 kr.</td></tr></table><p><b>Beslutning</b></p>
<p>Godkendt.<br>Enigt.</p></main></body></html>
"""

_JSON = """{"Udvalg":{"Navn":"Kulturudvalget"},"Moede":{"Navn":"Referat","Dato":"2012-12-04T16:00:00+01:00"},
"Dagsordenpunkter":[{"Punktnummer":"1","Navn":"Ærø og Åby","IsOpen":true,"Felter":[{"Html":
"<table><tr><td>Udgift</td><td>1.250.000 kr.</td></tr></table><h3>Beslutning</h3><p>Godkendt.</p><h3></h3>","Link":"https://referater.koege.dk/x"}],
"Bilag":[{"Navn":"Kort"}]}]}"""

_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
<text:h text:outline-level="1">Punkt 1: Ærø og Åby</text:h><text:p>Godkendt.</text:p>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell>
<text:p>Udgift</text:p></table:table-cell><table:table-cell><text:p>1.250.000 kr.</text:p></table:table-cell>
</table:table-row></table:table></office:text></office:body></office:document-content>
"""


def _odt() -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(ZipInfo("mimetype"), kind)
        archive.writestr(ZipInfo("content.xml"), _ODT)
        archive.writestr(
            ZipInfo("META-INF/manifest.xml"),
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
    return buffer.getvalue()


SAMPLES: dict[str, Callable[[], bytes]] = {
    "pdf": _pdf,
    "markdown": _MARKDOWN.encode,
    "html": _HTML.encode,
    "firstagenda_json": _JSON.encode,
    "docx": _docx,
    "office": _odt,
    "text": "REFERAT Kulturudvalget\r\n\r\nPunkt 1: Ærø\r\n\fPunkt 2: Åby\r\n".encode,
}

_NEEDS = {"office": LIBREOFFICE}
_WITHOUT_TABLES = ("pdf", "text")
_DAMAGED = {"office": 2}  # examples: LibreOffice takes a second over each


def _parameter(row: Format) -> object:
    program = _NEEDS.get(row.module)
    missing = program is not None and program.path() is None
    reason = f"{program.name} is not installed" if program else ""
    return pytest.param(row, id=row.module, marks=pytest.mark.skipif(missing, reason=reason))


every_reader = pytest.mark.parametrize("row", [_parameter(row) for row in READERS])


@cache
def sample_of(row: Format) -> bytes:
    return SAMPLES[row.module]()


def read_as(row: Format, data: bytes) -> SourceText:
    source: SourceText = import_module(f"indexer.readers.{row.module}").read(data)
    return source


def check(source: SourceText) -> None:
    """What everyone above relies on."""
    text = source.text
    assert not any(
        character in text
        for character in ("\r", "\x00", "\ufffe", "\uffff", "\u00ad", "\ufeff", "\f", "\u2028")
    )
    assert unicodedata.is_normalized("NFC", text)
    text.encode("utf-8")
    assert list(source.pages) == sorted(source.pages)
    assert not source.pages or source.pages[0] == 0
    assert all(0 <= page <= len(text) for page in source.pages)
    starts = [heading.span.start for heading in source.headings]
    assert starts == sorted(starts)
    for heading in source.headings:
        assert 0 <= heading.span.start <= heading.span.end <= len(text)
        assert 1 <= heading.level <= 6
        words = heading.span.of(text)
        assert words == words.strip()
        assert "\n" not in words
        if words:  # a heading is a whole line
            assert heading.span.start == 0 or text[heading.span.start - 1] == "\n"
            assert heading.span.end == len(text) or text[heading.span.end] == "\n"
    for offset, address in source.links:
        assert 0 <= offset < len(text)
        assert address.startswith("http")
    assert all(warning.endswith(".") for warning in source.warnings)


def check_or_refused(row: Format, data: bytes) -> None:
    """Any other exception than a refusal comes through and fails the test."""
    reason = "refused"
    try:
        check(read_as(row, data))
    except UnreadableDocument as refusal:
        reason = str(refusal)
    assert reason
    assert "\n" not in reason


def test_every_row_has_a_sample() -> None:
    assert {row.module for row in READERS} == set(SAMPLES)


@every_reader
def test_row_is_sound(row: Format) -> None:
    assert row.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in row.suffixes)
    others = [other for other in READERS if other is not row]
    assert not set(row.suffixes) & {suffix for other in others for suffix in other.suffixes}
    assert not any(other.sniff(sample_of(row)[:2048]) for other in others)


@every_reader
def test_sample_is_read_by_its_own_reader(row: Format, tmp_path: Path) -> None:
    path = tmp_path / f"referat{row.suffixes[0].upper()}"
    path.write_bytes(sample_of(row))
    source = read(path)
    check(source)
    assert source == read_as(row, sample_of(row))
    assert "Punkt 1: Ærø" in source.text


@every_reader
def test_the_numbers_of_a_table_stand_beside_what_they_are_of(row: Format) -> None:
    if row.module in _WITHOUT_TABLES:
        pytest.skip("the format has no tables")
    lines = read_as(row, sample_of(row)).text.splitlines()
    assert any("Udgift" in line and "1.250.000 kr." in line for line in lines)


@every_reader
def test_the_same_bytes_give_the_same_text(row: Format) -> None:
    assert read_as(row, sample_of(row)) == read_as(row, sample_of(row))


@every_reader
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.binary(min_size=1, max_size=400)
    | st.text(min_size=1).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_bytes_are_read_or_refused(row: Format, data: bytes) -> None:
    check_or_refused(row, data)


@every_reader
def test_a_damaged_sample_is_read_or_refused(row: Format) -> None:
    @settings(deadline=None, max_examples=_DAMAGED.get(row.module, settings().max_examples))
    @given(
        cuts=st.lists(
            st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=6
        )
    )
    def damage(cuts: list[tuple[float, int, bytes]]) -> None:
        data = sample_of(row)
        for place, removed, put in cuts:
            at = int(place * len(data))
            data = data[:at] + put + data[at + removed :]
        check_or_refused(row, data)

    damage()


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:20])
def test_real_minutes(path: Path) -> None:
    source = read_bytes(path.read_bytes(), path.name)
    check(source)
    assert len(source.text) > 1000


def test_real_minutes_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("no real minutes beside this checkout")
    assert len(REAL) >= 3
