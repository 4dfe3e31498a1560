"""PDF: the text layer, page by page. Damaged pages are skipped and warned of, never silently.

What is here is the file: password, damage, limits, and pages that are a picture only, whose words are
recognised (``ocr``). The lines of a page are ``pdf_lines``, what comes back on every page ``running_lines``,
and how lines become a text ``pdf_layout``.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from indexer.errors import UnreadableDocument
from indexer.limits import limits, still_at_work
from indexer.programs import TESSERACT
from indexer.readers.ocr import DPI, Picture, can_recognise, recognise
from indexer.readers.pdf_layout import laid_out
from indexer.readers.pdf_lines import Page, page_of
from indexer.readers.running_lines import without_running_lines
from indexer.source_text import SourceText

__all__ = ["read"]

_MAX_CHARACTERS = 20_000_000  # 2,000 closely set pages of 4,000 letters hold 8 million
_PDFIUM = threading.Lock()  # PDFium may only be used by one thread at a time
_MOST_DOTS = 40_000_000  # of one page as a picture: A2 at the resolution that OCR wants
_INSTALL = f"install tesseract with Danish (Debian and Ubuntu: apt install {TESSERACT.packages})"


def read(data: bytes) -> SourceText:
    """The text of a PDF. Raises ``UnreadableDocument`` for damage, a password, or an unread scan."""
    with _PDFIUM:
        found = _Found()
        _read_pages(data, found)
    if not any(page.lines for page in found.pages):
        if found.pictures and not found.unrecognised:
            raise UnreadableDocument(f"a scan, no text layer: {_INSTALL}, or run OCR first")
        raise UnreadableDocument("no text layer, and no text was recognised in it: scan it again")
    source = laid_out(without_running_lines(found.pages), _warnings(found))
    return replace(source, ocr_pages=tuple(found.recognised))


@dataclass(slots=True)
class _Found:
    """What has been found in a file: its pages, and the numbers (from 1) of those out of the ordinary.

    ``pictures`` are pages without text that could not be given to OCR, ``unrecognised`` those in which it
    found nothing.
    """

    pages: list[Page] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    unrecognised: list[int] = field(default_factory=list)


def _read_pages(data: bytes, found: _Found) -> None:
    """All pages; one that is damaged counts as empty."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(_why(error, data)) from None
    try:
        if len(document) > limits().pages:
            raise UnreadableDocument(f"more than {limits().pages} pages: split it by meeting")
        characters = 0
        for index in range(len(document)):
            page = _page(document, index, found)
            if page is None:
                found.damaged.append(index + 1)
            found.pages.append(page or Page())
            characters += sum(len(line.text) for line in found.pages[-1].lines)
            if characters > _MAX_CHARACTERS:
                raise UnreadableDocument("more text than any minutes hold: split it by meeting")
    finally:
        document.close()
    if len(found.damaged) == len(found.pages):
        raise UnreadableDocument("every page is damaged: open it in a PDF program and save it again")


def _page(document: pdfium.PdfDocument, index: int, found: _Found) -> Page | None:
    """One page, its words recognised where it is a picture without text; ``None`` when it is damaged."""
    try:
        handle = document[index]
    except pdfium.PdfiumError:
        return None
    try:
        page = page_of(handle)
        if page.lines or not _has_picture(handle):
            return page
        if not can_recognise():
            found.pictures.append(index + 1)
            return page
        page = Page(recognise(_picture(handle)), 0.0, handle.get_height())
    except pdfium.PdfiumError:
        return None
    finally:
        handle.close()
    (found.recognised if page.lines else found.unrecognised).append(index + 1)
    still_at_work()
    return page


def _picture(handle: pdfium.PdfPage) -> Picture:
    """A page as it looks, at the resolution that OCR wants, or less where that would be too many dots."""
    width, height = handle.get_size()
    scale = min(DPI / 72, (_MOST_DOTS / max(width * height, 1.0)) ** 0.5)
    bitmap = handle.render(scale=scale, grayscale=True)
    try:
        rows = bytes(bitmap.buffer)
        starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
        dots = b"".join(rows[start : start + bitmap.width] for start in starts)
        return Picture(bitmap.width, bitmap.height, dots, dpi=max(1, round(72 * scale)))
    finally:
        bitmap.close()


def _has_picture(handle: pdfium.PdfPage) -> bool:
    return any(True for _ in handle.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _why(error: pdfium.PdfiumError, data: bytes) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return "protected by a password: save a copy without one"
    if b"%PDF-" not in data[:1024]:
        return "its name says PDF but its content is not: export it again"
    return "the PDF is damaged: open it in a PDF program and save it again"


def _warnings(found: _Found) -> tuple[str, ...]:
    said = (
        (found.damaged, "er beskadiget og kunne ikke læses."),
        (found.recognised, "er læst med tekstgenkendelse (OCR); ord og tal kan være læst forkert."),
        (found.unrecognised, "er et billede, hvor der ikke kunne genkendes tekst."),
        (
            found.pictures,
            "er et billede uden tekst og kan ikke søges i; installér tesseract med dansk "
            f"({TESSERACT.packages}), og indeksér igen.",
        ),
    )
    return tuple(f"{_numbered(pages)} {what}" for pages, what in said if pages)


def _numbered(pages: Sequence[int]) -> str:
    listed = ", ".join(map(str, pages[:10])) + (" m.fl." if len(pages) > 10 else "")
    return f"Side {listed}"
