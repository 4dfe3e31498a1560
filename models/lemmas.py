"""Dictionary forms of Danish words, from simplemma's table and a few rows of our own.

A form is looked up without its context, so each distinct form is looked up once and remembered.
"""

from collections.abc import Mapping
from functools import cached_property

__all__ = ["Lexicon"]

IRREGULAR: Mapping[str, str] = {}
"""Lower-case form → lemma, where the table errs on words that matter in minutes."""


class Lexicon:
    """The Danish word table: lemmas of forms, and which words are words."""

    def __init__(self) -> None:
        self._lemmas: dict[str, str] = {}

    def lemma(self, form: str) -> str:
        """The lower-case dictionary form; a word that is not known keeps its form, in lower case."""
        known = self._lemmas.get(form)
        if known is None:
            known = self._lemmas[form] = self._look_up(form)
        return known

    def knows(self, form: str) -> bool:
        """Whether a lower-case form stands in the table."""
        return form.encode() in self._table

    def in_table(self, form: str) -> str | None:
        """The table's lemma of exactly this form."""
        value = self._table.get(form.encode())
        return value.decode() if value is not None else None

    def _look_up(self, form: str) -> str:
        from simplemma import lemmatize

        lower = form.lower()
        return IRREGULAR.get(lower) or self.in_table(lower) or lemmatize(form, "da").lower()

    @cached_property
    def _table(self) -> dict[bytes, bytes]:
        from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

        table: dict[bytes, bytes] = DEFAULT_DICTIONARY_FACTORY.get_dictionary("da")._dict
        return table
