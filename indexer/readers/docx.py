"""Word documents (.docx): paragraphs, headings, tables, and the numbers that Word counts itself.

A list's numbers stand nowhere in the file, only the rule that makes them (``docx_numbering``), yet decisions
refer to "indstillingens punkt 2"; so they are counted here. The parts are read straight from the archive:
what Word's reviewers struck out is left out, what stands in content controls is kept.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from indexer.errors import UnreadableDocument
from indexer.readers.composer import Composer
from indexer.readers.docx_numbering import Numbering
from indexer.source_text import SourceText, fold

__all__ = ["MAX_PART", "read"]

Element = Any  # lxml has no types of its own

MAX_PART = 128 * 1024 * 1024
"""Bytes of XML in one part; an archive that unpacks to more is a trap."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same words again
_STRUCK_OUT = frozenset({_W + "del", _W + "moveFrom", _W + "delText", _FALLBACK})
_OF_ITS_OWN = frozenset({_W + "pPr", _W + "rPr", _W + "instrText", _W + "txbxContent"})
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_HEADING_STYLE = re.compile(r"(?:heading|overskrift)\s*([1-9])$", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"(?:title|titel)$", re.IGNORECASE)
_BOLD_LINE_LEVEL = 6  # as in Markdown and HTML
_LONGEST_BOLD_HEADING = 200  # characters
_CELL_BORDER = " | "
_INDENT = "  "
_DEEPEST = 20  # tables within tables


def read(data: bytes) -> SourceText:
    """The text of a Word document. Raises ``UnreadableDocument`` when the archive is damaged or another's."""
    document, styles, numbering = _parts(data)
    body = document.find(_W + "body")
    composer = Composer()
    if body is not None:
        _Document(composer, _Styles(styles), Numbering(numbering)).write(body, 0)
    return composer.source()


def _parts(data: bytes) -> tuple[Element, Element | None, Element | None]:
    """The roots of the text, the styles and the numbering; the last two may be missing."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise UnreadableDocument("an Office file, but no Word document: save it as .docx or PDF")
            names = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
            document, styles, numbering = (_part(archive, name) for name in names)
            return document, styles, numbering
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise UnreadableDocument("the Word document is damaged: open it in Word and save it again") from None
    except etree.XMLSyntaxError:
        raise UnreadableDocument("the Word document is damaged: open it in Word and save it again") from None


def _part(archive: ZipFile, name: str) -> Element | None:
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > MAX_PART:
        raise UnreadableDocument("unpacks to more than any minutes hold: save it as PDF")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(archive.read(name), parser)


class _Styles:
    """What the paragraph styles say of headings and lists, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(_W + "style") if root is not None else []
        self._styles = {style.get(_W + "styleId"): style for style in found}

    def level(self, paragraph: Element) -> int | None:
        """The heading level of a paragraph, 1 to 6, by its own outline level or its style's name."""
        own = _value(paragraph, "pPr", "outlineLvl")
        if own is not None:
            return _level(own)
        style_id = _value(paragraph, "pPr", "pStyle") or ""
        for style in self._inherited(style_id):
            name = _value(style, "name") or ""
            named = _HEADING_STYLE.fullmatch(name)
            if named:
                return min(int(named[1]), 6)
            if _TITLE_STYLE.fullmatch(name):
                return 1
            if (outline := _value(style, "pPr", "outlineLvl")) is not None:
                return _level(outline)
        named = _HEADING_STYLE.fullmatch(style_id)  # a document without its styles
        return min(int(named[1]), 6) if named else None

    def numbering(self, paragraph: Element) -> tuple[str, int] | None:
        """(list, depth from 0) of a paragraph that Word numbers or marks with a bullet."""
        for holder in (paragraph, *self._inherited(_value(paragraph, "pPr", "pStyle") or "")):
            number = _value(holder, "pPr", "numPr", "numId")
            if number is not None:
                depth = _value(holder, "pPr", "numPr", "ilvl") or "0"
                return (number, int(depth)) if number != "0" and re.fullmatch("[0-8]", depth) else None
        return None

    def _inherited(self, style_id: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = _value(self._styles[style_id], "basedOn") or ""


class _Document:
    """Walks the blocks of a document."""

    def __init__(self, composer: Composer, styles: _Styles, numbering: Numbering) -> None:
        self._composer = composer
        self._styles = styles
        self._numbering = numbering

    def write(self, parent: Element, depth: int) -> None:
        for child in _blocks(parent):
            if child.tag == _W + "p":
                self._paragraph(child, depth)
            elif depth < _DEEPEST:
                self._table(child, depth)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        text = "".join(_words(paragraph))
        place = self._styles.numbering(paragraph)
        marker = self._numbering.next(*place) if place and text.strip() else ""
        level = self._styles.level(paragraph)
        if not text.strip():
            pass
        elif level is not None:
            self._composer.heading(marker + text, level)
        elif place and marker:
            self._composer.block(_INDENT * place[1] + marker + text.strip(), tight=True)
        elif _is_bold(paragraph) and len(text) <= _LONGEST_BOLD_HEADING and "\n" not in text.strip():
            self._composer.heading(text, _BOLD_LINE_LEVEL)
        else:
            self._composer.block(text.strip(" \t"))
        if depth < _DEEPEST:
            for box in paragraph.iter(_W + "txbxContent"):
                above = list(box.iterancestors())
                own = next(each for each in above if each.tag == _W + "p") is paragraph
                if own and not any(each.tag in _STRUCK_OUT for each in above):
                    self.write(box, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        """A row of short cells is a line; cells of several paragraphs are layout and follow each other."""
        self._composer.gap()
        for row in _within(table, "tr"):
            cells = list(_within(row, "tc"))
            if len(cells) > 1 and all(_is_short(cell) for cell in cells):
                words = [fold("".join(_words(cell))) for cell in cells]
                self._composer.block(_CELL_BORDER.join(words) if any(words) else "", tight=True)
            else:
                for cell in cells:
                    self.write(cell, depth + 1)
        self._composer.gap()


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a part, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "moveTo"):
            yield from _blocks(child)


def _within(parent: Element, name: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == _W + name:
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml"):
            yield from _within(child, name)


def _is_short(cell: Element) -> bool:
    blocks = [block for block in _blocks(cell) if block.tag == _W + "tbl" or "".join(_words(block)).strip()]
    return len(blocks) <= 1 and all(block.tag == _W + "p" for block in blocks)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _STRUCK_OUT or child.tag in _OF_ITS_OWN:
            continue
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _words(child)


def _is_bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(_W + "r") if "".join(_words(run)).strip()]
    return bool(runs) and all(_is_on(run.find(f"{_W}rPr/{_W}b")) for run in runs)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(_W + "val", "1") not in ("0", "false", "off")


def _value(element: Element, *path: str) -> str | None:
    found = element.find("/".join(_W + step for step in path))
    return None if found is None else found.get(_W + "val")


def _level(outline: str) -> int | None:
    """An outline level counts from 0; 9 is body text."""
    return min(int(outline) + 1, 6) if re.fullmatch("[0-8]", outline) else None
