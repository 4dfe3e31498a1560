"""Page headers and footers of plain text, where nothing tells a line's place but what it says.

A line that counts the pages ("Teknisk Udvalg den 14. november 2006    Side 3") and comes again with the next
number is one, and so are lines beside it that are the same every time. What they say is kept once, where it
stands first: the name of a municipality is often written nowhere else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from indexer.source_text import fold

__all__ = ["without_page_lines"]

_COUNTS = re.compile(
    r"(?P<said>.*?)\b(?:side|s\.)\s*(?P<page>\d{1,4})(?:\s*(?:af|ud af|/)\s*\d{1,4})?", re.IGNORECASE
)
_LEAST = 2  # pages that must be counted
_LONGEST = 160  # characters
_MOST_BESIDE = 3  # lines of one header or footer
_BLANK_BETWEEN = 3


def without_page_lines(text: str) -> str:
    """The text without its page headers and footers, but for the first copy of what they say."""
    lines = text.split("\n")
    counting: dict[str, list[tuple[int, int]]] = defaultdict(list)  # what is said → (line, page)
    for at, line in enumerate(lines):
        match = _COUNTS.fullmatch(line.strip()) if len(line) <= _LONGEST else None
        if match:
            counting[fold(match["said"]).casefold()].append((at, int(match["page"])))
    dropped: set[int] = set()
    for said, found in counting.items():
        pages = [page for _, page in found]
        if len(found) < _LEAST or pages != list(range(pages[0], pages[0] + len(pages))):
            continue
        places = [at for at, _ in found]
        dropped.update(places[1:] if said else places)
        for step in (-1, 1):
            dropped.update(_beside(lines, places, step))
    kept = (line if at not in dropped else "\f" * line.count("\f") for at, line in enumerate(lines))
    return "\n".join(kept)


def _beside(lines: list[str], places: list[int], step: int) -> Iterator[int]:
    """The lines before (``step`` -1) or behind (1) those that count pages which are the same at every page.

    Blank lines may lie between; the first copy is kept. At its ends a text has no page before or behind.
    """
    at = list(places)
    for _ in range(_MOST_BESIDE):
        at = [_next_written(lines, here, step) for here in at]
        said = {lines[here].strip("\f ") for here in at if 0 <= here < len(lines)}
        inside = [here for here in at if 0 <= here < len(lines)]
        if len(said) != 1 or len(inside) < _LEAST or len(said.pop()) > _LONGEST:
            return
        yield from inside[1:]


def _next_written(lines: list[str], at: int, step: int) -> int:
    """The next line with something in it, a few lines away at most; outside the text where there is none."""
    for distance in range(1, _BLANK_BETWEEN + 2):
        here = at + step * distance
        if not 0 <= here < len(lines):
            return len(lines)
        if lines[here].strip("\f "):
            return here
    return len(lines)
