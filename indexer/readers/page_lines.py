"""Page headers and footers of plain text, where nothing tells a line's place but what it says.

A line that counts the pages ("Teknisk Udvalg den 14. november 2006    Side 3") and comes again with the next
number is one, and so is a line beside it that is the same every time. What they say is kept once, where it
stands first: the name of a municipality is often written nowhere else.
"""

import re
from collections import defaultdict

from indexer.source_text import fold

__all__ = ["without_page_lines"]

_COUNTS = re.compile(
    r"(?P<said>.*?)\b(?:side|s\.)\s*(?P<page>\d{1,4})(?:\s*(?:af|ud af|/)\s*\d{1,4})?", re.IGNORECASE
)
_LEAST = 2  # pages that must be counted
_LONGEST = 160  # characters


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
            beside = [lines[at + step].strip("\f ") if 0 <= at + step < len(lines) else "" for at in places]
            if beside[0] and len(set(beside)) == 1:
                dropped.update(at + step for at in places[1:])
    kept = (line if at not in dropped else "\f" * line.count("\f") for at, line in enumerate(lines))
    return "\n".join(kept)
