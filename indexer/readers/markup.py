"""HTML as a reader of the page sees it: block after block into a ``Composer``.

Shared by the web pages and by the HTML that portals send inside JSON, which is full of what Word leaves
behind. lxml parses it: the most used of the parsers, quick, and the .docx reader brings it along anyway.
"""

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from indexer.errors import UnreadableDocument
from indexer.readers.cleaning import clean
from indexer.readers.composer import Composer
from indexer.source_text import fold

__all__ = ["parse_html", "text_of", "write_html"]

_UNSEEN_TAGS = """
head title meta link style script noscript template object embed iframe svg canvas audio video map
input select textarea option datalist dialog
"""
_BLOCK_TAGS = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
form header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_UNSEEN, _BLOCKS = frozenset(_UNSEEN_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD_LINE_LEVEL = 6  # as in Markdown: a paragraph that is bold from end to end
_LONGEST_BOLD_HEADING = 200  # characters; longer is emphasis
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile("[ \t\n\r\f]+")  # what HTML folds; a no-break space stays
_CELL_BORDER = " | "
_INDENT = "  "
_DEEPEST = 120  # nesting that is followed element by element; what lies deeper is taken as one block
_LAYOUT = "self::table or self::h1 or self::h2 or self::h3 or self::h4 or self::ul or self::ol"

Element = Any  # lxml has no types of its own


def parse_html(html: str) -> Element | None:
    """The root element of a page or a fragment of one; ``None`` where there is nothing in it.

    Raises ``UnreadableDocument`` where the parser gave up half-way: no part of a text may be lost in silence.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(clean(html).replace("\f", " ").encode(), parser)
    except etree.XMLSyntaxError:  # no element at all
        root = None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadableDocument("its HTML is nested thousands deep: save the page again")
    return root


def text_of(element: Element | None) -> str:
    """All words of an element on one line; empty for ``None``."""
    if element is None:
        return ""
    return fold(" ".join(element.itertext()))


def write_html(
    element: Element, composer: Composer, *, left_out: Iterable[Element] = (), breaks: bool = False
) -> None:
    """Writes what an element shows. ``left_out`` are elements of it that are not wanted.

    With ``breaks`` an empty heading is a break between sections, as portals mean it.
    """
    writer = _Writer(composer, frozenset(left_out), breaks)
    writer.walk(element, 0)
    writer.flush()


class _Writer:
    """Gathers inline words until a block ends, and knows which list item they stand in."""

    def __init__(self, composer: Composer, left_out: frozenset[Element], breaks: bool) -> None:
        self._composer = composer
        self._left_out = left_out
        self._breaks = breaks
        self._words: list[tuple[str, bool]] = []  # with whether they are bold
        self._bold = 0
        self._lists = 0
        self._marker: str | None = None

    def walk(self, element: Element, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSEEN or element in self._left_out:
            return
        if tag == "br":
            self._words.append(("\n", False))
            return
        if depth > _DEEPEST:
            self._add(" ".join(element.itertext()))
            return
        if tag in _HEADINGS:
            self.flush()
            words = text_of(element)
            if words or self._breaks:
                self._composer.heading(words, _HEADINGS[tag])
        elif tag == "table" and not element.xpath(f"boolean(.//*[{_LAYOUT}])"):
            self.flush()
            self._rows(element)
        elif tag in ("ul", "ol"):
            self._list(element, depth)
        elif tag in _BLOCKS:
            self.flush()
            self._children(element, depth)
            self.flush()
        else:
            bold = tag in ("b", "strong") or _BOLD_STYLE.search(element.get("style") or "") is not None
            self._bold += bold
            self._children(element, depth)
            self._bold -= bold

    def flush(self) -> None:
        """Ends the block at hand."""
        text = "".join(words for words, _ in self._words)
        bold = all(is_bold for words, is_bold in self._words if words.strip())
        self._words = []
        lines = [_SPACE.sub(" ", line).strip(" ") for line in text.split("\n")]
        text = "\n".join(lines).strip("\n")
        if not text.strip():
            return
        if self._lists:
            indent = _INDENT * (self._lists - 1)
            first = self._marker if self._marker is not None else _INDENT
            lines = text.split("\n")
            lines = [indent + first + lines[0], *(indent + _INDENT + line for line in lines[1:])]
            self._composer.block("\n".join(lines), tight=True)
            self._marker = None
        elif bold and "\n" not in text and len(text) <= _LONGEST_BOLD_HEADING:
            self._composer.heading(text, _BOLD_LINE_LEVEL)
        else:
            self._composer.block(text)

    def _children(self, element: Element, depth: int) -> None:
        self._add(element.text)
        for child in element:
            self.walk(child, depth + 1)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._words.append((_SPACE.sub(" ", text), bool(self._bold)))

    def _list(self, element: Element, depth: int) -> None:
        self.flush()
        if not self._lists:
            self._composer.gap()
        self._lists += 1
        number = _whole(element.get("start"), 1)
        for child in element:
            if child.tag == "li" and child not in self._left_out:
                number = _whole(child.get("value"), number)
                self._marker = _marker(element, number)
                number += 1
                self._children(child, depth + 1)
                self.flush()
                self._marker = None
            else:
                self.walk(child, depth + 1)
            self._add(child.tail)
        self.flush()
        self._lists -= 1
        if not self._lists:
            self._composer.gap()

    def _rows(self, table: Element) -> None:
        self._composer.gap()
        for row in table.iter("tr", "caption"):
            if row.tag == "caption":
                self._composer.block(text_of(row))
                continue
            cells = [text_of(cell) for cell in row if cell.tag in ("td", "th")]
            self._composer.block(_CELL_BORDER.join(cells) if any(cells) else "", tight=True)
        self._composer.gap()


def _marker(element: Element, number: int) -> str:
    if element.tag == "ul":
        return "- "
    kind = element.get("type") or "1"
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}. "
    return f"{number}. "


def _whole(written: str | None, default: int) -> int:
    return int(written) if written and re.fullmatch(r"\d{1,6}", written, re.ASCII) else default
