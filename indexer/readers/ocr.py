"""Words in a picture of a page, as tesseract recognises them: lines with places, like those of a PDF's text.

tesseract itself and not ocrmypdf, which would bring Ghostscript and write a second PDF only for us to read
the text back out of it. What it recognised is laid out by the same rules as printed text, but no line is a
heading: sizes measured on a scan differ from line to line.
"""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from indexer.programs import TESSERACT, run
from indexer.readers.cleaning import clean
from indexer.readers.pdf_lines import Line
from indexer.source_text import fold

__all__ = ["DPI", "Picture", "can_recognise", "recognise"]

DPI = 300
"""Dots per inch that tesseract's models were trained on, by its documentation."""

_SURE = 50  # per cent: a line in which tesseract is less sure of every word is a stamp, a logo or dirt
_TYPE_SIZE = 10.0  # points; all lines are given the same
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline -?[\d.]+ (-?[\d.]+)")
_CONFIDENCE = re.compile(r"x_wconf (\d+)")
_LINES = "//*[@class='ocr_line' or @class='ocr_header' or @class='ocr_textfloat' or @class='ocr_caption']"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in shades of grey: a byte for each of ``width`` × ``height`` dots, rows from the top."""

    width: int
    height: int
    dots: bytes
    dpi: int = DPI


def can_recognise() -> bool:
    """Whether tesseract is installed with its Danish model."""
    return TESSERACT.path() is not None


def recognise(picture: Picture, body_size: float = _TYPE_SIZE) -> tuple[Line, ...]:
    """The lines of text in a picture, in reading order, all said to be set in ``body_size`` points.

    Raises ``UnreadableDocument`` when tesseract takes longer than one file may.
    """
    program = TESSERACT.path()
    assert program is not None, "ask can_recognise() first"
    with tempfile.TemporaryDirectory(prefix="besluttet-", ignore_cleanup_errors=True) as name:
        page = Path(name) / "page.pgm"
        page.write_bytes(b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.dots)
        command = [program, str(page), "stdout", "-l", TESSERACT.answer, "--dpi", str(picture.dpi), "hocr"]
        found = run(command, Path(name), OMP_THREAD_LIMIT="1")  # its threads cost more than they bring
    return tuple(_lines(found, picture, body_size))


def _lines(hocr: str, picture: Picture, size: float) -> list[Line]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(hocr.encode(), parser)
    if root is None:
        return []
    lines = []
    for element in root.xpath(_LINES):
        words = element.xpath(".//*[@class='ocrx_word']")
        sure = [int(found[1]) for word in words if (found := _CONFIDENCE.search(word.get("title", "")))]
        text = fold(clean(" ".join("".join(word.itertext()) for word in words)))
        box = _BOX.search(element.get("title", ""))
        if not text or box is None or max(sure, default=0) < _SURE:
            continue
        baseline = _BASELINE.search(element.get("title", ""))
        bottom = int(box[4]) + (float(baseline[1]) if baseline else 0.0)
        points = 72 / picture.dpi
        lines.append(Line(text, int(box[1]) * points, (picture.height - bottom) * points, size, bold=False))
    return lines
