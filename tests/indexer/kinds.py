"""A folder of minutes of every kind that can be read, and of some that cannot, made for a test."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from written import Item, minutes

__all__ = ["packed_word", "packed_writer", "uncompressed_pdf", "write_minutes"]

_RARE = 25  # one file in so many is of a kind that takes a second or more
_ODT = "application/vnd.oasis.opendocument.text"
_ODT_TEXT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:text>{}</office:text></office:body></office:document-content>"
)
_ODT_PARTS = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_minutes(folder: Path, count: int) -> None:
    """``count`` files of all kinds, numbered, in folders of a hundred; the same ones every time."""
    for number in range(count):
        home = folder / f"{number // 100}"
        home.mkdir(parents=True, exist_ok=True)
        kinds = _RARELY if number % _RARE == _RARE - 1 else _OFTEN
        suffix, make = kinds[number // (_RARE if kinds is _RARELY else 1) % len(kinds)]
        (home / f"møde-{number:03}{suffix}").write_bytes(make(number))


def _text_of(number: int) -> str:
    items = [
        Item(f"Bro {number} over åen", f"25/{1000 + number}", "At broen bygges.", f"Bro {number} er gammel."),
        Item(f"Salg {number}", closed=True, decision="Godkendt i fortrolighed."),
        Item("Eventuelt", decision="Intet."),
    ]
    day = f"{number % 28 + 1:02}-{number // 28 % 12 + 1:02}-{2020 + number // 336}"
    return minutes(items, day=day, first=10 * number)


def _text(number: int) -> bytes:
    return _text_of(number).encode()


def _latin(number: int) -> bytes:
    return _text_of(number).encode("latin-1")


def _markdown(number: int) -> bytes:
    return _text_of(number).replace("Punkt ", "## Punkt ").encode()


def _html(number: int) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in _text_of(number).splitlines() if line)
    return f"<!DOCTYPE html><html><body><nav>menu</nav><main>{lines}</main></body></html>".encode()


def _json(number: int) -> bytes:
    html = "<h3>Indstilling</h3><p>At broen bygges.</p><h3>Beslutning</h3><p>Godkendt.</p>"
    item = {"Navn": f"Bro {number} over åen", "IsOpen": True, "Felter": [{"Html": html}]}
    moment = f"{2020 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}T16:00:00+01:00"
    answer = {
        "Udvalg": {"Navn": "Havneudvalget"},
        "Moede": {"Navn": "Referat", "Dato": moment},
        "Dagsordenpunkter": [item | {"Punktnummer": str(10 * number)}],
    }
    return json.dumps(answer, ensure_ascii=False).encode()


def uncompressed_pdf(text: str) -> bytes:
    """A PDF whose words stand in the file as they are; each item begins a page."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, pageCompression=0)
    at = 800
    for line in text.splitlines():
        if line.startswith("Punkt "):
            canvas.showPage()
            at = 800
        canvas.drawString(60, at, line)
        at -= 14
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _pdf(number: int) -> bytes:
    return uncompressed_pdf(_text_of(number))


def _scan(number: int) -> bytes:
    import pypdfium2
    from PIL import Image

    drawn = pypdfium2.PdfDocument(_pdf(number))
    bitmap = drawn[1].render(scale=150 / 72, grayscale=True)
    rows = bytes(bitmap.buffer)
    dots = b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
    picture = Image.frombytes("L", (bitmap.width, bitmap.height), dots)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    canvas.drawString(60, 800, f"Scannet bilag {number}")
    canvas.showPage()
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    canvas.showPage()
    canvas.save()
    drawn.close()
    return buffer.getvalue()


def packed_word(text: str) -> bytes:
    """A .docx, its items under headings."""
    document = Document()
    for line in filter(None, text.splitlines()):
        if line.startswith("Punkt "):
            document.add_heading(line, 1)
        else:
            document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _docx(number: int) -> bytes:
    return packed_word(_text_of(number))


def packed_writer(text: str) -> bytes:
    """An .odt, a line a paragraph."""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.splitlines() if line)
    content = _ODT_TEXT.format(lines)
    return _zipped({"mimetype": _ODT, "content.xml": content, "META-INF/manifest.xml": _ODT_PARTS})


def _odt(number: int) -> bytes:
    return packed_writer(_text_of(number))


def _zip(number: int) -> bytes:
    inner = _zipped({"referat.md": _markdown(20_000 + number)})
    return _zipped({"mappe/referat.txt": _text(10_000 + number), "tom.txt": b"", "ældre.zip": inner})


def _zipped(files: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _again(number: int) -> bytes:
    return _text(number // 20)


def _damaged(number: int) -> bytes:
    return _pdf(number)[:300]


_Kind = tuple[str, Callable[[int], bytes]]
_OFTEN: tuple[_Kind, ...] = (
    (".txt", _text),
    (".pdf", _pdf),
    (".md", _markdown),
    (".html", _html),
    (".json", _json),
    (".docx", _docx),
    (".txt", _latin),
    (".txt", _text),
    (".zip", _zip),
    (".text", _again),
    (".pdf", _damaged),
)
_RARELY: tuple[_Kind, ...] = ((".odt", _odt), (".pdf", _scan))
