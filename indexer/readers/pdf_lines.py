"""The lines of a PDF page, each with its place and type.

PDFium's own text has no places; its character list has, so the text is put together from that. Everything
is in page units (1/72 inch) from the bottom left corner, as PDF counts.
"""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from indexer.readers.cleaning import clean

__all__ = ["SOFT_BREAK", "Line", "Page", "page_of"]

SOFT_BREAK = "\u00ad"
"""Stands at the end of a line that PDFium says ends in the middle of a word."""

_PDFIUM_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})  # a hyphen it saw a word continue behind
_LEAST_BOLD = 600  # CSS weight: semi-bold
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # font descriptor flag, ISO 32000-1 table 123
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_SYMBOL_BULLETS = {0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF02D: "-", 0xF0FC: "•"}  # Symbol and Wingdings
_TRANSLATED = _LIGATURES | _SYMBOL_BULLETS
_BREAKS = re.compile(r"[\n\f\t]")  # of fonts whose letters are mapped to odd places
_SAME_LINE = 0.4  # of the type size: two baselines closer than this are one line


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: the origin of its first letter, its type size in points, whether all is bold."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in PDFium's reading order (none where it has no text), and where its edges are."""

    lines: tuple[Line, ...] = ()
    bottom: float = 0.0
    top: float = 0.0

    def height_of(self, line: Line) -> float:
        """How high a line stands: 0 at the bottom edge, 1 at the top."""
        return (line.y - self.bottom) / (self.top - self.bottom or 1.0)


def page_of(page: pdfium.PdfPage) -> Page:
    """Reads one page. Raises ``PdfiumError`` where its objects are damaged."""
    textpage = page.get_textpage()
    try:
        _, bottom, _, top = page.get_bbox()
        return Page(tuple(_lines(textpage)), bottom, top)
    finally:
        textpage.close()


def _lines(textpage: pdfium.PdfTextPage) -> list[Line]:
    lines: list[Line] = []
    line: list[tuple[int, int]] = []
    for index in range(max(0, pdfium_c.FPDFText_CountChars(textpage))):
        code = pdfium_c.FPDFText_GetUnicode(textpage, index)
        if code in (0x0A, 0x0D):
            _close(textpage, line, lines, broken=False)
            line = []
        elif code in _PDFIUM_HYPHENS:
            _close(textpage, line, lines, broken=True)
            line = []
        else:
            line.append((index, code))
    _close(textpage, line, lines, broken=False)
    return lines


def _close(
    textpage: pdfium.PdfTextPage, line: list[tuple[int, int]], lines: list[Line], *, broken: bool
) -> None:
    """Ends a line; a piece that stands beside the line before it, with nothing between, goes on with that."""
    letters = [index for index, code in line if code > 0x20]
    text = _BREAKS.sub(" ", clean(_decoded([code for _, code in line]))).strip()
    if not letters or not text:
        return
    x, y = _origin(textpage, letters[0])
    size = _size(textpage, letters[0])
    sample = {letters[0], letters[len(letters) // 2], letters[-1]}
    this = Line(
        text + (SOFT_BREAK if broken else ""),
        x,
        y,
        size,
        all(_is_bold(textpage, letter) for letter in sample),
    )
    before = lines[-1] if lines else None
    if (
        before
        and abs(before.y - y) < _SAME_LINE * size
        and (before.text.endswith(SOFT_BREAK) or _is_marker(before))
    ):
        glue = "-" if before.text.endswith(SOFT_BREAK) else " "  # a hyphen within a line is a hyphen
        lines[-1] = Line(
            before.text.rstrip(SOFT_BREAK) + glue + this.text, before.x, y, size, before.bold and this.bold
        )
    else:
        lines.append(this)


_MARKER = re.compile(r"[•·▪◦○–-]|\(?\d{1,3}[.)]|[A-Za-zÆØÅæøå][.)]")


def _is_marker(line: Line) -> bool:
    return _MARKER.fullmatch(line.text) is not None


def _decoded(codes: list[int]) -> str:
    text = "".join(_TRANSLATED.get(code) or chr(code) for code in codes if 0 < code <= 0x10FFFF)
    if any("\ud800" <= letter <= "\udfff" for letter in text):  # two halves of one character
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _origin(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(textpage, index, x, y)
    return x.value, y.value


def _size(textpage: pdfium.PdfTextPage, index: int) -> float:
    """Type size on the page: the font's own times what the text matrix makes of it."""
    matrix = pdfium_c.FS_MATRIX()
    scale = 1.0
    if pdfium_c.FPDFText_GetMatrix(textpage, index, matrix):
        scale = float((matrix.c**2 + matrix.d**2) ** 0.5)
    return round(float(pdfium_c.FPDFText_GetFontSize(textpage, index)) * scale, 1)


def _is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    if pdfium_c.FPDFText_GetFontWeight(textpage, index) >= _LEAST_BOLD:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(textpage, index, name, len(name), flags)
    return (
        bool(flags.value & _FORCE_BOLD)
        or _BOLD_NAME.search(name.value.decode("utf-8", "replace")) is not None
    )
