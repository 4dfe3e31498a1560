"""Markdown becomes plain text: what a reader of the rendered page would see, and where its headings are.

Heading marks, emphasis, escapes and link targets are gone, so a quote reads as prose; list markers and
numbers stay, since decisions refer to them. Converters mark headings unevenly: a paragraph that is bold from
end to end counts as one too, below all the marked ones.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.readers.cleaning import clean
from indexer.readers.composer import Composer
from indexer.readers.text import decode
from indexer.source_text import SourceText, fold

__all__ = ["read"]

_BOLD_LINE_LEVEL = 6
_INDENT = "  "
_CELL_BORDER = " | "
_DEEPEST = 60  # nesting that is still followed; markdown-it drops what lies deeper
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)

# 'code' off: an indented paragraph of minutes is prose. 'reference' off: it would swallow its line.
_MARKDOWN = (
    MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    .enable(["table", "strikethrough"])
    .disable(["code", "reference"])
)


def read(data: bytes) -> SourceText:
    """The plain text of a Markdown file. Raises ``UnreadableDocument`` when the bytes are no text."""
    text, warnings = decode(data)
    composer = Composer()
    _Page(composer).write(_MARKDOWN.parse(clean(text).replace("\f", "\n\n")))
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
                case "html_block":
                    self._composer.block(_without_tags(token.content))

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
            case "html_inline" if child.content.lower().startswith("<br"):
                words.append("\n")
    return "\n".join(line.strip() for line in "".join(words).split("\n"))


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


def _without_tags(html: str) -> str:
    return "\n".join(fold(line) for line in _TAG.sub(" ", html).split("\n") if line.strip())
