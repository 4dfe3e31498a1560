"""Plain text: which encoding, then the text without page headers. A form feed begins a page (pdftotext).

Old Danish exports come in single-byte encodings that no mark tells apart, yet æ, ø and å sit at different
codes in each, so the encoding that turns the bytes above 127 into letters and signs of Danish print is the
right one. (On single paragraphs of real minutes charset-normalizer took about four in ten of DOS texts for
Windows ones; counting Danish letters took none.)
"""

import codecs
import re

from indexer.errors import UnreadableDocument
from indexer.readers.cleaning import clean
from indexer.readers.page_lines import without_page_lines
from indexer.source_text import SourceText

__all__ = ["decode", "read"]

_MARKS = (  # UTF-32 first: its little-endian mark begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = (  # the first wins a draw
    ("cp1252", "Windows-1252"),
    ("iso8859-1", "ISO 8859-1"),  # takes the five codes that Windows-1252 leaves open
    ("cp865", "DOS 865"),
    ("cp850", "DOS 850"),
    ("mac_roman", "Mac Roman"),
)
_DANISH_PRINT = {
    letter: weight
    for weight, letters in enumerate(("–—’‘”“»«½·•²³°\u00a0…", "éÉäöüÄÖÜ§", "ÆØÅ", "æøå"), start=1)
    for letter in letters
}
"""How strongly a character speaks for the encoding that gives it."""
_STRAY_CONTROL, _MOST_CONTROL = 8, 0.02  # control characters: so many, or this share, may stand in text

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_PAGE_END = re.compile("\n?\f")


def read(data: bytes) -> SourceText:
    """The text of a plain text file. Raises ``UnreadableDocument`` when the bytes are no text."""
    text, warnings = decode(data)
    pages = [clean(page) for page in _PAGE_END.split(without_page_lines(text))]
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()  # the form feed behind the last page begins none
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    return SourceText("\n".join(pages), pages=tuple(starts) if len(pages) > 1 else (), warnings=warnings)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes as text, with a Danish warning where the encoding had to be guessed."""
    text, warnings = _decoded(data)
    if len(_CONTROL.findall(text)) > max(_STRAY_CONTROL, _MOST_CONTROL * len(text)):
        raise UnreadableDocument("this is not text but binary data: export it as PDF, text or HTML")
    return text, warnings


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise UnreadableDocument(
                    f"marked as {encoding.upper()} but damaged at byte {error.start}: export it again"
                ) from None
    if (unmarked := _unmarked_utf16(data)) is not None:
        return unmarked, ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _single_byte(data)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: of Latin script every other byte is NUL, which no other encoding has."""
    sample = data[:4096]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(sample) >= 4 and high.count(0) > 0.8 * len(high) and sample.count(0) < 0.6 * len(sample):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _single_byte(data: bytes) -> tuple[str, tuple[str, ...]]:
    high = bytes(byte for byte in data if byte > 127)
    best, best_name, best_weight = "iso8859-1", "ISO 8859-1", -1
    for encoding, name in _SINGLE_BYTE:
        try:
            letters = high.decode(encoding)
        except UnicodeDecodeError:
            continue
        weight = sum(_DANISH_PRINT.get(letter, 0) for letter in letters)
        if weight > best_weight:
            best, best_name, best_weight = encoding, name, weight
    return data.decode(best), (f"Filen er ikke UTF-8; den er læst som {best_name}.",)
