"""Danish, as the rest of the house needs it: sentences, words, mentions and search terms.

``danish()`` gives the one analyser of the process. Everything is in character offsets of the text
given. spaCy and the word table are loaded at the first use, not at import.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from models.ellipsis import completed_compounds
from models.mentions import Mention, MentionKind, find_mentions
from models.search_terms import mention_terms
from models.sentences import sentence_spans
from models.stop_words import stop_words
from models.surrogates import whole_characters

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from models.compounds import CompoundSplitter

__all__ = ["Danish", "Mention", "MentionKind", "Token", "danish"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token, ``text[start:end]`` of the analysed text.

    ``lemma`` is the dictionary form in lower case; ``parts`` the dictionary forms of a compound's two
    parts, ``()`` for a simple word. ``is_word`` means that it holds a letter. ``is_name`` means that it
    is written as a name: with a capital letter that its place in the sentence does not explain.
    """

    text: str
    start: int
    end: int
    lemma: str
    parts: tuple[str, ...]
    is_word: bool
    is_stop: bool
    is_name: bool


class Danish:
    """Analyses Danish text; see ``danish()`` for the shared one. Safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._terms: dict[tuple[str, bool], tuple[str, ...]] = {}

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """(start, end) of each sentence, trimmed, in order; all but white space is in exactly one."""
        return sentence_spans(text)

    def mentions(self, text: str) -> list[Mention]:
        """Dates, times, sums, percents, numbers, case numbers and laws, in order, not overlapping."""
        return find_mentions(text)

    def tokens(self, text: str) -> list[Token]:
        """Every token but white space, in order."""
        from models.pipeline import name_column

        with self._lock:
            doc = self._nlp(whole_characters(text))
            splitter, stops = self._splitter, self._stop_words
            tokens = []
            for token, is_name in zip(doc, name_column(doc).tolist(), strict=True):
                word, lemma = token.text, token.lemma_
                if word.isspace():
                    continue
                is_word = any(map(str.isalpha, word))
                split = splitter.split_name if is_name else splitter.split
                tokens.append(
                    Token(
                        text=text[token.idx : token.idx + len(word)],
                        start=token.idx,
                        end=token.idx + len(word),
                        lemma=lemma,
                        parts=splitter.lemmas(split(lemma)) if is_word else (),
                        is_word=is_word,
                        is_stop=word.lower() in stops,
                        is_name=is_name,
                    )
                )
        return tokens

    def search_terms(self, text: str) -> list[str]:
        """What a search engine indexes and is asked for, ready to compare; none holds white space.

        Of each word its lemma and those of its compound parts, and of theirs; of numbers, dates, case
        numbers and sections one spelling each. No stop words. In text order, with repetitions; words that
        were cut short ("om- og tilbygning") come whole at the end.
        """
        from models.pipeline import FOR_TERMS, name_column, word_column

        with self._lock:
            doc: Doc = self._nlp.make_doc(whole_characters(text))
            for name in FOR_TERMS:
                doc = self._nlp.get_pipe(name)(doc)
            names = name_column(doc).tolist()
            mentions = iter(doc.user_data["mentions"])
            mention = next(mentions, None)
            terms: list[str] = []
            for (start, word), is_name in zip(word_column(doc), names, strict=True):
                while mention is not None and mention.end <= start:
                    terms += mention_terms(mention)
                    mention = next(mentions, None)
                if mention is None or mention.start >= start + len(word):
                    terms += self._terms_of(word, is_name)
                elif (behind := word[max(0, mention.end - start) :].lstrip("-–.0123456789")).isalpha():
                    terms += self._terms_of(behind, False)  # "18-puljen", "0-6-årige"
        while mention is not None:
            terms += mention_terms(mention)
            mention = next(mentions, None)
        for lemma in completed_compounds(text, self._splitter):
            terms += self._terms_of(lemma, False)
        return terms

    def learn(self, words: Iterable[str]) -> None:
        """Teaches words that may be parts of compounds, such as those of the municipality's own texts."""
        with self._lock:
            self._splitter.learn(map(whole_characters, words))
            self._terms.clear()

    def _terms_of(self, word: str, is_name: bool) -> tuple[str, ...]:
        known = self._terms.get((word, is_name))
        if known is None:
            known = self._terms[word, is_name] = self._find_terms(word, is_name)
        return known

    def _find_terms(self, word: str, is_name: bool) -> tuple[str, ...]:
        if word.lower() in self._stop_words or not any(map(str.isalnum, word)):
            return ()
        splitter = self._splitter
        lemma = splitter.lexicon.lemma(word)
        parts = splitter.split_name(lemma) if is_name else splitter.split(lemma)
        return tuple("".join(term.split()) for term in (lemma, *splitter.all_parts(parts)))

    @cached_property
    def _nlp(self) -> "Language":
        from models.pipeline import build_pipeline

        return build_pipeline()

    @cached_property
    def _splitter(self) -> "CompoundSplitter":
        from models.pipeline import CompoundParts

        compounds = self._nlp.get_pipe("danish_compounds")
        assert isinstance(compounds, CompoundParts)
        return compounds.splitter

    @cached_property
    def _stop_words(self) -> frozenset[str]:
        return stop_words()


@cache
def danish() -> Danish:
    """The process's one analyser. Loading, at its first use, takes about a second besides spaCy's import."""
    return Danish()
