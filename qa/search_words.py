"""What was typed into a search: words, and phrases in quotation marks that must stand as written."""

import re
from dataclasses import dataclass

from indexer.source_text import fold

__all__ = ["SearchWords", "find_phrase", "read_search", "small"]

_QUOTED = re.compile(r'"([^"]*)"|[“„”]([^“„”]*)[“”]|»([^«»]*)«|«([^«»]*)»')


@dataclass(frozen=True, slots=True)
class SearchWords:
    """``text`` is all that was typed, without quotation marks; ``loose`` what stood outside of them.

    ``phrases`` are what stood inside: in small letters, white space folded, each with a letter or digit.
    """

    text: str
    loose: str
    phrases: tuple[str, ...]


def read_search(typed: str) -> SearchWords:
    """Reads what was typed. A quotation mark without its partner is no quotation mark."""
    found = [fold("".join(filter(None, match.groups()))) for match in _QUOTED.finditer(typed)]
    phrases = dict.fromkeys(small(phrase) for phrase in found if any(map(str.isalnum, phrase)))
    text = _QUOTED.sub(lambda match: f" {''.join(filter(None, match.groups()))} ", typed)
    return SearchWords(fold(text), fold(_QUOTED.sub(" ", typed)), tuple(phrases))


def small(text: str) -> str:
    """A text in small letters and as long as before, so that offsets hold ("İ" alone would grow)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def find_phrase(phrase: str, text: str) -> list[tuple[int, int]]:
    """(start, end) of every place where a phrase stands in a text, both in small letters already.

    Its words must stand in order and whole, with nothing but white space between them.
    """
    words = phrase.split()
    if not all(word in text for word in words):
        return []
    return [match.span() for match in _pattern(phrase).finditer(text)]


def _pattern(phrase: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if _is_of_word(phrase[0]) else ""
    after = r"(?!\w)" if _is_of_word(phrase[-1]) else ""
    return re.compile(before + r"\s+".join(map(re.escape, phrase.split())) + after)


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
