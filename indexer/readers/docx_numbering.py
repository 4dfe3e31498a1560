"""The numbers Word puts before list items, counted as Word counts (ECMA-376 part 1, section 17.9)."""

import re
from typing import Any

__all__ = ["Numbering"]

Element = Any  # lxml has no types of its own

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_BULLET = "- "


class Numbering:
    """The lists of one document and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        found = list(root) if root is not None else []
        kinds = {each.get(_W + "abstractNumId"): each for each in found if each.tag == _W + "abstractNum"}
        self._kind_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        for number in found:
            kind = number.find(_W + "abstractNumId")
            if number.tag == _W + "num" and kind is not None and kind.get(_W + "val") in kinds:
                self._kind_of[number.get(_W + "numId")] = kind.get(_W + "val")
                for override in number.findall(_W + "lvlOverride"):
                    if (start := _whole(override.find(_W + "startOverride"))) is not None:
                        depth = override.get(_W + "ilvl") or ""
                        if re.fullmatch("[0-8]", depth):
                            self._restarts[number.get(_W + "numId"), int(depth)] = start
        self._levels = {name: _levels(kind) for name, kind in kinds.items()}
        self._counts: dict[str, dict[int, int]] = {}

    def next(self, number: str, depth: int) -> str:
        """The marker of a list's next item ("2. ", "b) ", "- "); a bullet if unknown, empty if unseen."""
        kind = self._kind_of.get(number)
        level = self._levels[kind].get(depth) if kind is not None else None
        if level is not None and level[1] == "none":
            return ""
        if kind is None or level is None or level[1] == "bullet":
            return _BULLET
        counts = self._counts.setdefault(kind, {})
        restart = self._restarts.pop((number, depth), None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level[0]
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        marker = _PLACE.sub(lambda match: self._written(kind, int(match[1]) - 1), level[2]).strip()
        return f"{marker} " if marker else ""

    def _written(self, kind: str, depth: int) -> str:
        start, form, _ = self._levels[kind].get(depth, (1, "decimal", ""))
        count = self._counts[kind].get(depth, start)
        if form in ("lowerLetter", "upperLetter") and count >= 1:
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        if form in ("lowerRoman", "upperRoman") and count >= 1:
            return _roman(count) if form == "lowerRoman" else _roman(count).upper()
        return f"{count:02d}" if form == "decimalZero" else str(count)


def _levels(kind: Element) -> dict[int, tuple[int, str, str]]:
    """Depth → (where it starts, form of its numbers, pattern such as "%1.%2.")."""
    levels = {}
    for level in kind.findall(_W + "lvl"):
        depth = level.get(_W + "ilvl") or ""
        if re.fullmatch("[0-8]", depth):
            form, pattern = level.find(_W + "numFmt"), level.find(_W + "lvlText")
            levels[int(depth)] = (
                1 if (start := _whole(level.find(_W + "start"))) is None else start,
                (form.get(_W + "val") if form is not None else None) or "decimal",
                (pattern.get(_W + "val") or "") if pattern is not None else f"%{int(depth) + 1}.",
            )
    return levels


def _whole(element: Element | None) -> int | None:
    written = element.get(_W + "val") if element is not None else None
    return int(written) if written and re.fullmatch(r"\d{1,4}", written, re.ASCII) else None


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written
