"""What people call things, and what minutes call them: "tvangsovertage" is "ekspropriere" there.

``everyday_words.tsv`` has a word a row and the words that minutes may use for the same thing, all in their
dictionary form. It is ours, written field by field of what a municipality does, not question by question;
a new word is a new row.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["minutes_words"]


def minutes_words(*forms: str) -> tuple[str, ...]:
    """The words that minutes may have for what a question calls so in any of these forms; none for most.

    >>> "ekspropriere" in minutes_words("tvangsovertage")
    True
    """
    table = _table()
    return tuple(dict.fromkeys(word for form in forms for word in table.get(form.lower(), ())))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    rows = files("models").joinpath("everyday_words.tsv").read_text("utf-8").splitlines()
    return {said: tuple(meant.split("; ")) for said, meant in (row.split("\t") for row in rows)}
