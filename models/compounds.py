"""Splits Danish compounds: ``hjemløsestrategi`` → ``hjemløse`` + ``strategi``.

Danish writes compounds as one word, often with a linking -s- or -e-, so that a question about
"strategi for hjemløse" shares no word with the text until they are split.
"""

from collections.abc import Iterable

from models.lemmas import Lexicon

__all__ = ["CompoundSplitter"]

SHORTEST_PART = 3
LINKS = ("", "s", "e")


class CompoundSplitter:
    """Splits words whose parts are known; ``learn`` makes more words known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._learned: set[str] = set()
        self._splits: dict[str, tuple[str, ...]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Adds words that may be parts of compounds."""
        self._learned.update(word.lower() for word in words if word.isalpha())
        self._splits.clear()

    def split(self, word: str) -> tuple[str, ...]:
        """The parts of a lower-case word as written, linking letters dropped; () for a simple word."""
        parts = self._splits.get(word)
        if parts is None:
            parts = self._splits[word] = self._split(word)
        return parts

    def _known(self, word: str) -> bool:
        return len(word) >= SHORTEST_PART and (self._lexicon.knows(word) or word in self._learned)

    def _split(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 * SHORTEST_PART or not word.isalpha():
            return ()
        best: tuple[int, tuple[str, ...]] | None = None
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            tail = word[cut:]
            if not self._known(tail):
                continue
            for link in LINKS:
                head = word[:cut].removesuffix(link) if link else word[:cut]
                if link and head == word[:cut]:
                    continue
                if self._known(head):
                    score = min(len(head), len(tail)) * 2 - len(link)
                    if best is None or score > best[0]:
                        best = (score, (head, tail))
        return best[1] if best else ()
