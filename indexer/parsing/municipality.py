"""Whose minutes these are, when only the text can tell.

Minutes seldom name their own municipality in the head. It is the one whose name stands before
"Kommune" (or "Byråd", "Rådhus") far more often than any other; where none stands out, nothing is said.
"""

import re
from collections import Counter
from dataclasses import dataclass

__all__ = ["Municipality", "municipality_of"]

_NAME = r"[A-ZÆØÅ][\w\-]*(?: [\w\-]+){0,3}"
_SHOUTED = r"[A-ZÆØÅ][A-ZÆØÅ\-]+(?: [A-ZÆØÅ\-]+){0,2}"
_STATED = re.compile(
    rf"^[ \t]*(?:Kommune:?[ \t]+(?P<name>{_NAME})|(?:\w+ i )?(?P<before>{_NAME}) Kommune"
    rf"|(?P<shouted>{_SHOUTED}) KOMMUNE)"
    r"(?:[ \t]+Side \d+.*|[ \t]+[-–|][ \t].*)?[ \t]*$",
    re.MULTILINE,
)
_NAMED = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+|\s?og [A-ZÆØÅ][a-zæøå]+)?) "
    r"(?:Kommunes?|Byråds?|Rådhus|Kommunalbestyrelse)\b"
)
_NOT_NAMES = frozenset(
    "Den Denne Hver Alle En Din Vores Ny Af I På For Det Og Som Referat Dagsorden Protokol".split()  # noqa: SIM905
)
_GENITIVES = {"Københavns": "København", "Bornholms": "Bornholm"}
"""The municipalities that call themselves by the genitive of their name; "Aarhus" is none."""

_SHARE, _MENTIONS = 0.5, 2
_CLEAR_SHARE, _CLEAR_MENTIONS = 0.8, 3
_AS_FILED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "-", "_": "-"})
_PAGE_HEADERS = 3  # a line that comes again so often heads the pages


@dataclass(frozen=True, slots=True)
class Municipality:
    """A name without "Kommune". ``stated``: the document says so outright; ``clear``: no need to check it."""

    name: str | None
    stated: bool = False
    clear: bool = False


def municipality_of(text: str, head_end: int, name: str = "") -> Municipality:
    """What the head (up to ``head_end``) or the page headers state, else what the text most often names.

    One mention is enough of a municipality that the file's ``name`` begins with.
    """
    stated = _STATED.search(text, 0, head_end) or _page_header(text)
    if stated:
        return Municipality(_stated(stated), stated=True, clear=True)
    counts = Counter(m["name"] for m in _NAMED.finditer(text) if m["name"] not in _NOT_NAMES)
    for genitive in [name for name in counts if name.endswith("s") and name[:-1] in counts]:
        counts[genitive[:-1]] += counts.pop(genitive)
    if not counts:
        return Municipality(None)
    filed = next((known for known in counts if f"{_plain(name)}-".startswith(f"{_plain(known)}-")), None)
    if filed:
        return Municipality(_named(filed), clear=True)
    (most, count), total = counts.most_common(1)[0], counts.total()
    if count < max(_MENTIONS, _SHARE * total):
        return Municipality(None)
    return Municipality(_named(most), clear=count >= max(_CLEAR_MENTIONS, _CLEAR_SHARE * total))


def _plain(name: str) -> str:
    """A name as files spell it: "Køge" and "koege"."""
    return name.lower().translate(_AS_FILED)


def _page_header(text: str) -> re.Match[str] | None:
    matches = list(_STATED.finditer(text))
    seen = Counter(map(_stated, matches))
    return next((match for match in matches if seen[_stated(match)] >= _PAGE_HEADERS), None)


def _stated(match: re.Match[str]) -> str:
    return _named(match["name"] or match["before"] or match["shouted"].title())


def _named(name: str) -> str:
    return _GENITIVES.get(name, name)
