"""The spaCy pipeline for Danish minutes, and the components it is made of.

Importing this file imports spaCy; ``models.danish`` is the way in. What a component finds out is kept
where spaCy users look for it: ``token.is_sent_start``, ``token.lemma_``, ``token._.parts`` and
``doc.spans["mentions"]`` (``span.label_`` the kind, ``doc.user_data["mentions"]`` the records).
"""

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from models.compounds import CompoundSplitter
from models.lemmas import Lexicon
from models.mentions import Mention, find_mentions
from models.sentences import sentence_spans

__all__ = ["MENTIONS", "CompoundParts", "DanishLemmas", "build_pipeline"]

MENTIONS = "mentions"


def build_pipeline() -> Language:
    """``spacy.blank("da")`` with sentences, lemmas, compound parts and mentions."""
    nlp = spacy.blank("da")
    nlp.max_length = 1 << 31
    nlp.add_pipe("danish_sentences")
    nlp.add_pipe("danish_lemmas")
    nlp.add_pipe("danish_compounds")
    nlp.add_pipe("danish_mentions")
    return nlp


@Language.component("danish_sentences")
def danish_sentences(doc: Doc) -> Doc:
    """Marks the first token of every sentence."""
    starts = {start for start, _ in sentence_spans(doc.text)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


class DanishLemmas:
    """Gives every token its dictionary form, in lower case."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()

    def __call__(self, doc: Doc) -> Doc:
        """The same document with ``lemma_`` set."""
        for token in doc:
            token.lemma_ = self.lexicon.lemma(token.text)
        return doc


class CompoundParts:
    """Gives every token ``token._.parts``: the parts of its lemma, found when asked for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.splitter = CompoundSplitter(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """The same document; the splitter travels with it for ``token._.parts``."""
        doc.user_data["compounds"] = self.splitter
        return doc


@Language.factory("danish_lemmas")
def _make_lemmas(nlp: Language, name: str) -> DanishLemmas:  # noqa: ARG001
    return DanishLemmas()


@Language.factory("danish_compounds")
def _make_compounds(nlp: Language, name: str) -> CompoundParts:  # noqa: ARG001
    lemmas = nlp.get_pipe("danish_lemmas")
    assert isinstance(lemmas, DanishLemmas)
    return CompoundParts(lemmas.lexicon)


@Language.component("danish_mentions")
def danish_mentions(doc: Doc) -> Doc:
    """Finds dates, sums, case numbers and the like."""
    mentions: list[Mention] = find_mentions(doc.text)
    doc.user_data[MENTIONS] = mentions
    return doc


def _parts(token: Token) -> tuple[str, ...]:
    splitter: CompoundSplitter = token.doc.user_data["compounds"]
    return splitter.split(token.lemma_)


Token.set_extension("parts", getter=_parts, force=True)
