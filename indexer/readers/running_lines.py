"""Page headers and footers: lines that come back at the same place on most pages.

Care is taken not to eat the minutes: an agenda of short items, each on a page of its own, has ``Beslutning``
and ``Godkendt.`` at the same height on most pages. So a running line must stand in the margin, be reached
from the page's edge through running lines only, and say the same on every page; numbers may differ
only where they count the pages. What it says is kept once, where it stands first: a committee's name
and the date of the meeting are often written nowhere else.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from statistics import median

from indexer.readers.pdf_lines import Line, Page
from indexer.source_text import fold

__all__ = ["without_running_lines"]

_HEADER_ABOVE, _FOOTER_BELOW = 0.8, 0.12  # of the page height
_LEAST_SHARE = 0.5  # of the pages that have text
_SAME_PLACE = 6.0  # points
_NUMBER = re.compile(r"\d+")
_PAGE_COUNT = re.compile(
    r"\b(?:side|s\.|page|pag\.?)\s*#(?:\s*(?:ud af|af|of|/)\s*#)?|#\s*(?:af|of|/)\s*#|^[\W_]*#[\W_]*$"
)
"""Where a line counts pages, after lower-casing and with ``#`` for each number."""


def without_running_lines(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page without header and footer, but for the first copy of what they say."""
    running = _running_keys(pages)
    kept: set[str] = set()
    bodies = []
    for page in pages:
        taken = _edge(_header(page), running) | _edge(_footer(page), running)
        body = []
        for index, line in enumerate(page.lines):
            key = _key(line)
            if index not in taken or not (key in kept or _says_only_the_page(key)):
                body.append(line)
            if index in taken:
                kept.add(key)
        bodies.append(body)
    return bodies


def _header(page: Page) -> list[tuple[int, Line]]:
    """The lines in the top margin with their indices, from the edge inwards."""
    margin = [entry for entry in enumerate(page.lines) if page.height_of(entry[1]) > _HEADER_ABOVE]
    return sorted(margin, key=lambda entry: -entry[1].y)


def _footer(page: Page) -> list[tuple[int, Line]]:
    """The lines in the bottom margin with their indices, from the edge inwards."""
    margin = [entry for entry in enumerate(page.lines) if page.height_of(entry[1]) < _FOOTER_BELOW]
    return sorted(margin, key=lambda entry: entry[1].y)


def _edge(margin: Sequence[tuple[int, Line]], running: Collection[str]) -> set[int]:
    """The indices of the running lines at one edge, up to the first line that is none."""
    taken: set[int] = set()
    for index, line in margin:
        if _key(line) not in running:
            break
        taken.add(index)
    return taken


def _running_keys(pages: Sequence[Page]) -> set[str]:
    places: dict[str, dict[int, float]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for _, line in (*_header(page), *_footer(page)):
            places[_key(line)].setdefault(number, line.y)
    least = max(2, round(_LEAST_SHARE * sum(bool(page.lines) for page in pages)))
    return {key for key, heights in places.items() if _at_one_place(heights.values()) >= least}


def _at_one_place(heights: Collection[float]) -> int:
    middle = median(heights)
    return sum(abs(height - middle) <= _SAME_PLACE for height in heights)


def _key(line: Line) -> str:
    """What a line says, with ``#`` for the numbers that count pages and all other numbers kept."""
    text = fold(line.text).casefold()
    bare = _NUMBER.sub("#", text)
    counting: set[int] = set()
    for match in _PAGE_COUNT.finditer(bare):
        first = bare.count("#", 0, match.start())
        counting.update(range(first, first + match.group().count("#")))
    if not counting:
        return text
    numbers = ("#" if at in counting else digits for at, digits in enumerate(_NUMBER.findall(text)))
    return _NUMBER.sub(lambda _: next(numbers), text)


def _says_only_the_page(key: str) -> bool:
    return "#" in key and not any(letter.isalnum() for letter in _PAGE_COUNT.sub("", key))
