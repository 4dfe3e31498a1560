"""PDF: the text layer, page by page. Damaged pages are skipped and warned of, never silently.

What is here is the file: password, damage, limits. The lines of a page are ``pdf_lines``, what comes back on
every page ``running_lines``, and how lines become a text ``pdf_layout``.
"""

import threading
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from indexer.errors import UnreadableDocument
from indexer.readers.pdf_layout import laid_out
from indexer.readers.pdf_lines import Page, page_of
from indexer.readers.running_lines import without_running_lines
from indexer.source_text import SourceText

__all__ = ["MAX_PAGES", "read"]

MAX_PAGES = 2000
"""Longest document taken in (our choice): a page takes about 5 ms, so the worst one holds for ten seconds."""

_MAX_CHARACTERS = 20_000_000  # 2,000 closely set pages of 4,000 letters hold 8 million
_PDFIUM = threading.Lock()  # PDFium may only be used by one thread at a time
_OCR_FIRST = "run OCR first, e.g. ocrmypdf -l dan"


def read(data: bytes) -> SourceText:
    """The text of a PDF. Raises ``UnreadableDocument`` for damage, a password, or a scan without text."""
    with _PDFIUM:
        pages, warnings = _pages(data)
    if not any(page.lines for page in pages):
        raise UnreadableDocument(f"no text layer: {_OCR_FIRST}")
    return laid_out(without_running_lines(pages), warnings)


def _pages(data: bytes) -> tuple[list[Page], tuple[str, ...]]:
    """All pages; one that is damaged counts as empty and is warned of."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument(_why(error, data)) from None
    try:
        if len(document) > MAX_PAGES:
            raise UnreadableDocument(f"more than {MAX_PAGES} pages: split it by meeting")
        pages: list[Page] = []
        damaged: list[int] = []
        scanned: list[int] = []
        characters = 0
        for number in range(len(document)):
            page, is_scan = _page(document, number)
            pages.append(page or Page())
            if page is None:
                damaged.append(number + 1)
            elif is_scan:
                scanned.append(number + 1)
            characters += sum(len(line.text) for line in pages[-1].lines)
            if characters > _MAX_CHARACTERS:
                raise UnreadableDocument("more text than any minutes hold: split it by meeting")
    finally:
        document.close()
    if len(damaged) == len(pages):
        raise UnreadableDocument("every page is damaged: open it in a PDF program and save it again")
    return pages, _warnings(damaged, scanned)


def _page(document: pdfium.PdfDocument, number: int) -> tuple[Page | None, bool]:
    """One page and whether it is a picture without text; ``None`` for a damaged page."""
    try:
        handle = document[number]
    except pdfium.PdfiumError:
        return None, False
    try:
        page = page_of(handle)
        return page, not page.lines and _has_picture(handle)
    except pdfium.PdfiumError:
        return None, False
    finally:
        handle.close()


def _has_picture(handle: pdfium.PdfPage) -> bool:
    return any(True for _ in handle.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _why(error: pdfium.PdfiumError, data: bytes) -> str:
    if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
        return "protected by a password: save a copy without one"
    if b"%PDF-" not in data[:1024]:
        return "its name says PDF but its content is not: export it again"
    return "the PDF is damaged: open it in a PDF program and save it again"


def _warnings(damaged: Sequence[int], scanned: Sequence[int]) -> tuple[str, ...]:
    warnings = []
    if damaged:
        warnings.append(f"{_numbered(damaged)} er beskadiget og kunne ikke læses.")
    if scanned:
        warnings.append(f"{_numbered(scanned)} er et billede uden tekst og kan ikke søges i.")
    return tuple(warnings)


def _numbered(pages: Sequence[int]) -> str:
    listed = ", ".join(map(str, pages[:10])) + (" m.fl." if len(pages) > 10 else "")
    return f"Side {listed}"
