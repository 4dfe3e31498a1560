"""Dictionary forms of Danish words, from simplemma's table and a few rows of our own.

A form is looked up without its context, so each distinct form is looked up once and remembered.
simplemma's own guesses at unknown words are not used: they cut up names (Larsen → Lars). An unknown
word here is a compound whose last part is known, a genitive, or itself.
"""

import re
from collections import Counter
from functools import cached_property

from models.lemma_table import OVERRIDES

__all__ = ["Lexicon"]

SHORTEST_TAIL = 4
GENITIVE_LENGTH = 5
"""A shorter unknown word on -s is as likely to be a name that ends so (Jens, Lars, Mads)."""


_SHORT_FORM_GENITIVE = re.compile(r"^[A-ZÆØÅ]{2,5}['’]?s$")
"""SFs, KL's."""


class Lexicon:
    """The Danish word table: the lemma of a form, and how much the table knows about a word."""

    def __init__(self) -> None:
        self._remembered: dict[str, str] = {}

    def lemma(self, form: str) -> str:
        """The dictionary form, in lower case; an unknown word keeps its form, in lower case."""
        known = self._remembered.get(form)
        if known is None:
            known = self._remembered[form] = self._find(form)
        return known

    def in_table(self, form: str) -> str | None:
        """The lemma that the table gives for exactly this form, or ``None``."""
        value = self._table.get(form.encode())
        return None if value is None else value.decode()

    def weight(self, lemma: str) -> int:
        """How many forms the table has of a lemma; a common noun has up to eight, no word 0."""
        return self._weights.get(lemma, 0)

    def is_name_only(self, form: str) -> bool:
        """Whether a capitalised form is in the table as a name, or in no way at all."""
        lower = form.lower()
        if lower in OVERRIDES or self.in_table(lower) is not None:
            return False
        return self.in_table(form) is not None or self._of_compound(lower) is None

    @cached_property
    def words(self) -> list[str]:
        """Every lemma that is a lower-case word, sorted."""
        return sorted(lemma for lemma in self._weights if lemma.isalpha() and lemma.islower())

    def _find(self, form: str) -> str:
        if _SHORT_FORM_GENITIVE.match(form):
            form = form.rstrip("s").rstrip("'’")
        lower = form.lower()
        found = OVERRIDES.get(lower) or self.in_table(lower) or self.in_table(lower.capitalize())
        if found is not None:
            return found.lower()
        word = lower.rstrip("-")
        if word != lower and word:
            return self.lemma(word)
        return self._of_compound(word) or self._of_genitive(word) or self._of_linked_stem(word) or word

    def _of_compound(self, word: str) -> str | None:
        """``velfærdsforvaltningens`` → ``velfærdsforvaltning``: the longest known end decides.

        An end that is shorter than its lemma is an imperative, which does not end compounds.
        """
        hyphen = word.rfind("-") + 1
        for cut in range(max(hyphen, 3), len(word) - SHORTEST_TAIL + 1):
            tail = word[cut:]
            lemma = OVERRIDES.get(tail) or self.in_table(tail)
            if lemma is not None and lemma.islower() and len(lemma) <= len(tail) and self.weight(lemma) > 1:
                return word[:cut] + lemma
        return None

    def _of_genitive(self, word: str) -> str | None:
        if len(word) >= GENITIVE_LENGTH and word.endswith(("'s", "’s")):
            return self.lemma(word[:-2])
        if len(word) >= GENITIVE_LENGTH and word.endswith("s") and word[-2] not in "sxz'’" and word.isalpha():
            return self.lemma(word[:-1])
        return None

    def _of_linked_stem(self, word: str) -> str | None:
        """``børne`` (of ``Børne- og Ungeudvalget``) → ``barn``: a first part with its linking -e-."""
        if word.endswith("e") and (lemma := self.in_table(word[:-1])) is not None and lemma.islower():
            return lemma
        return None

    @cached_property
    def _table(self) -> dict[bytes, bytes]:
        """UTF-8 form → UTF-8 lemma (788,000 forms, simplemma 2.0)."""
        from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

        mapping = DEFAULT_DICTIONARY_FACTORY.get_dictionary("da")
        table: dict[bytes, bytes] | None = getattr(mapping, "_dict", None)
        # The public view decodes at every step; going through the bytes beneath it saves a second.
        return table if table is not None else {k.encode(): v.encode() for k, v in mapping.items()}

    @cached_property
    def _weights(self) -> dict[str, int]:
        return {lemma.decode(): count for lemma, count in Counter(self._table.values()).items()}
