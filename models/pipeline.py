"""The spaCy pipeline for Danish minutes, and the components it is made of.

Importing this file imports spaCy; ``models.danish`` is the way in. What a component finds out is kept
where spaCy users look for it: ``token.is_sent_start``, ``token.lemma_``, ``token._.parts``,
``token._.is_name`` and ``doc._.mentions``. The components work on whole columns of the document, and
know each distinct word form once; a meeting's minutes take milliseconds.
"""

from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.attrs import IDX, LEMMA, ORTH, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import get_installed_models

from models.compounds import CompoundSplitter
from models.lemmas import Lexicon
from models.mentions import Mention, find_mentions
from models.sentences import sentence_spans

__all__ = [
    "FOR_TERMS",
    "OURS",
    "CompoundParts",
    "DanishLemmas",
    "build_pipeline",
    "name_column",
    "word_column",
]

OURS = ("danish_sentences", "danish_lemmas", "danish_compounds", "danish_mentions")
"""Our components in the order that they run in."""
FOR_TERMS = tuple(name for name in OURS if name != "danish_lemmas")
"""Those that search terms need; each word's lemma is looked up once for all texts."""

TRAINED = "da_core_news_"
NOT_NEEDED = ["tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler"]

ACRONYM = 4
"""Letters. A longer word in capitals is a heading, not a name."""


def build_pipeline(trained: str | None = None) -> Language:
    """Our components on ``spacy.blank("da")``, or on a trained Danish pipeline for its sense of names.

    ``trained`` is the package to use, by default an installed ``da_core_news_*``, if any. Only its named
    entities are used: lemmas and sentences come out the same on every machine.
    """
    name = trained or next(
        (model for model in sorted(get_installed_models()) if model.startswith(TRAINED)), None
    )
    nlp = spacy.load(name, exclude=NOT_NEEDED) if name else spacy.blank("da")
    nlp.max_length = 1 << 31
    for component in OURS:
        nlp.add_pipe(component)
    return nlp


@Language.component("danish_sentences")
def danish_sentences(doc: Doc) -> Doc:
    """Marks the first token of every sentence."""
    starts = [start for start, _ in sentence_spans(doc.text)]
    column = np.full(len(doc), -1, np.int64)
    column[np.searchsorted(_column(doc, IDX), starts)] = 1
    column[:1] = 1
    _set(doc, SENT_START, column.astype(np.uint64))
    return doc


class DanishLemmas:
    """Gives every token its dictionary form, in lower case."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """The same document with ``lemma_`` set."""
        forms, places = np.unique(_column(doc, ORTH), return_inverse=True)
        strings = doc.vocab.strings
        lemmas = [strings.add(self.lexicon.lemma(strings[form])) for form in forms.tolist()]
        _set(doc, LEMMA, np.array(lemmas, np.uint64)[places])
        return doc


class CompoundParts:
    """Gives every token ``token._.parts``, the dictionary forms of a compound's parts."""

    def __init__(self, splitter: CompoundSplitter) -> None:
        self.splitter = splitter

    def __call__(self, doc: Doc) -> Doc:
        """The same document; the splitter travels with it, and splits a word when its parts are asked for."""
        doc.user_data["compounds"] = self.splitter
        return doc


@Language.factory("danish_lemmas")
def _make_lemmas(nlp: Language, name: str) -> DanishLemmas:  # noqa: ARG001
    return DanishLemmas()


@Language.factory("danish_compounds")
def _make_compounds(nlp: Language, name: str) -> CompoundParts:  # noqa: ARG001
    lemmas = nlp.get_pipe("danish_lemmas")
    assert isinstance(lemmas, DanishLemmas)
    return CompoundParts(CompoundSplitter(lemmas.lexicon))


@Language.component("danish_mentions")
def danish_mentions(doc: Doc) -> Doc:
    """Finds dates, sums, case numbers and the like."""
    doc.user_data["mentions"] = find_mentions(doc.text)
    return doc


def name_column(doc: Doc) -> NDArray[np.bool_]:
    """For each token whether it is (part of) a name.

    Danish writes names, and little else, with a capital letter; at the start of a sentence, where
    everything has one, a word is a name if it would be no word otherwise. Entities that a trained
    pipeline found count as well.
    """
    forms, places = np.unique(_column(doc, ORTH), return_inverse=True)
    strings = doc.vocab.strings
    lexicon = doc.user_data["compounds"].lexicon
    capital, only_name = np.zeros(len(forms), bool), np.zeros(len(forms), bool)
    for number, form in enumerate(forms.tolist()):
        text = strings[form]
        capital[number] = text[0].isupper() and not (text.isupper() and len(text) > ACRONYM)
        only_name[number] = capital[number] and lexicon.is_name_only(text)
    starts = _column(doc, SENT_START).astype(np.int64) == 1
    names: NDArray[np.bool_] = (capital[places] & ~starts) | only_name[places]
    for entity in doc.ents:
        names[entity.start : entity.end] = True
    return names


def word_column(doc: Doc) -> list[tuple[int, str]]:
    """For each token where it starts, and the token; much quicker than going through ``doc`` itself."""
    strings = doc.vocab.strings
    forms = _column(doc, ORTH).tolist()
    return [(start, strings[form]) for start, form in zip(_column(doc, IDX).tolist(), forms, strict=True)]


def _column(doc: Doc, attribute: int) -> NDArray[np.uint64]:
    return np.asarray(doc.to_array(attribute), np.uint64)


def _set(doc: Doc, attribute: int, column: NDArray[np.uint64]) -> None:
    rows: Any = column.reshape(-1, 1)
    doc.from_array([attribute], rows)


def _parts(token: Token) -> tuple[str, ...]:
    splitter: CompoundSplitter = token.doc.user_data["compounds"]
    return splitter.lemmas(splitter.split(token.lemma_))


def _mentions(doc: Doc) -> list[Mention]:
    found: list[Mention] = doc.user_data["mentions"]
    return found


def _register(holder: Any, name: str, getter: Any) -> None:
    holder.set_extension(name, getter=getter, force=True)


_register(Token, "parts", _parts)
_register(Token, "is_name", lambda token: bool(name_column(token.doc)[token.i]))
_register(Doc, "mentions", _mentions)
