"""Markdown becomes plain text: what a reader of the rendered page would see, and where its headings are.

Heading marks, emphasis, escapes and link targets are gone, so a quote reads as prose; list markers and
numbers stay, since decisions refer to them. Converters mark headings unevenly: a paragraph that is bold from
end to end counts as one too, below all the marked ones.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.errors import UnreadableDocument
from indexer.readers.cleaning import clean
from indexer.readers.composer import Composer
from indexer.readers.text import decode
from indexer.source_text import SourceText, fold

__all__ = ["read"]

_BOLD_LINE_LEVEL = 6
_INDENT = "  "
_CELL_BORDER = " | "
_DEEPEST = 60  # nesting that is still followed; markdown-it drops what lies deeper
_MAX_CHARACTERS = 8_000_000  # about a minute of parsing; minutes hold a hundredth of it

_UNSEEN = re.compile(r"<!--|<script\b|<style\b", re.IGNORECASE)
_END_OF = {
    "<!--": re.compile("-->"),
    "<script": re.compile(r"</script\b[^<>]*>?", re.IGNORECASE),
    "<style": re.compile(r"</style\b[^<>]*>?", re.IGNORECASE),
}
_CELL_END = re.compile(r"</t[dh]\s*>\s*<t[dh]\b[^<>]*>", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\b[^<>]*>|</(?:p|div|tr|li)\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:[\s/][^<>]*)?>")
_BREAK = (
    "\x1f"  # stands for a line break of HTML while the Markdown is parsed; ``clean`` leaves none in a text
)

# 'code' off: an indented paragraph of minutes is prose. 'reference' off: it would swallow its line.
# HTML off: it is taken out before, in one pass, where markdown-it would search the page anew at every "<!--".
_MARKDOWN = (
    MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "html": False})
    .enable(["table", "strikethrough"])
    .disable(["code", "reference"])
)


def read(data: bytes) -> SourceText:
    """The plain text of a Markdown file. Raises ``UnreadableDocument`` when the bytes are no text."""
    text, warnings = decode(data)
    if len(text) > _MAX_CHARACTERS:
        raise UnreadableDocument("too long for one meeting's minutes: split it by meeting")
    composer = Composer()
    _Page(composer).write(_MARKDOWN.parse(_without_html(clean(text).replace("\f", "\n\n"))))
    return composer.source(warnings)


class _Page:
    """Walks the tokens of a page: which list item or table row the words at hand belong to."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._marker: str | None = None  # of the list item that waits for its first words
        self._lists = 0
        self._heading: int | None = None
        self._tight = False
        self._row: list[str] | None = None

    def write(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            match token.type:
                case "heading_open":
                    self._heading = int(token.tag[1])
                case "heading_close":
                    self._heading = None
                case "paragraph_open":
                    self._tight = token.hidden
                case "bullet_list_open" | "ordered_list_open":
                    self._lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    self._lists -= 1
                case "list_item_open":
                    self._marker = f"{token.info}{token.markup} " if token.info else "- "
                case "list_item_close":
                    self._marker = None
                case "table_open" | "table_close":
                    self._composer.gap()
                case "tr_open":
                    self._row = []
                case "tr_close":
                    self._composer.block(_CELL_BORDER.join(self._row or []), tight=True)
                    self._row = None
                case "inline":
                    self._words(token)
                case "fence" | "code_block":
                    self._composer.block(token.content)

    def _words(self, token: Token) -> None:
        children = token.children or []
        text = _plain(children)
        if self._row is not None:
            self._row.append(fold(text))
        elif self._heading is not None:
            self._composer.heading((self._marker or "") + text, self._heading)
            self._marker = None
        elif self._lists:
            indent = _INDENT * (self._lists - 1)
            first, rest = (self._marker, _INDENT) if self._marker else (_INDENT, _INDENT)
            lines = text.split("\n")
            lines = [indent + first + lines[0], *(indent + rest + line for line in lines[1:])]
            self._composer.block("\n".join(lines) if text.strip() else "", tight=self._tight)
            self._marker = None
        elif _is_bold_line(children):
            self._composer.heading(text, _BOLD_LINE_LEVEL)
        else:
            self._composer.block(text)


def _plain(children: Sequence[Token]) -> str:
    words: list[str] = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "image":  # of an image, the words that stand for it
                words.append(child.content)
            case "softbreak" | "hardbreak":
                words.append("\n")
    return "\n".join(line.strip() for line in "".join(words).replace(_BREAK, "\n").split("\n"))


def _is_bold_line(children: Sequence[Token]) -> bool:
    depth = 0
    bold = False
    for child in children:
        if child.type == "strong_open":
            depth, bold = depth + 1, True
        elif child.type == "strong_close":
            depth -= 1
        elif child.type in ("softbreak", "hardbreak") or (not depth and child.content.strip()):
            return False
    return bold


def _without_html(text: str) -> str:
    """The words of HTML inside Markdown; comments, scripts and styles go with what is in them."""
    kept: list[str] = []
    position = 0
    unclosed: set[str] = set()  # what has no end further on, so that it is looked for once only
    while found := _UNSEEN.search(text, position):
        opening = found.group().lower()
        end = None if opening in unclosed else _END_OF[opening].search(text, found.end())
        if end is None:
            unclosed.add(opening)
            kept.append(text[position : found.end()])
            position = found.end()
        else:
            kept.append(text[position : found.start()])
            position = end.end()
    text = "".join(kept) + text[position:]
    return _TAG.sub("", _LINE_BREAK.sub(_BREAK, _CELL_END.sub(_CELL_BORDER, text)))
