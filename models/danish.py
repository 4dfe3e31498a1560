"""Danish, as the rest of the house needs it: sentences, words, mentions and search terms.

``danish()`` gives the one analyser of the process. Everything is in character offsets of the text
given. spaCy and the word table are loaded at the first use, not at import.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from models.mentions import Mention, MentionKind, find_mentions
from models.sentences import sentence_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Danish", "Mention", "MentionKind", "Token", "danish"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token, ``text[start:end]`` of the analysed text.

    ``lemma`` is the dictionary form in lower case; ``parts`` the dictionary forms of a compound's
    parts, ``()`` for a simple word. ``is_word`` means that it holds a letter.
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
    """Analyses Danish text; see ``danish()`` for the shared one."""

    def __init__(self) -> None:
        from models.pipeline import build_pipeline

        self._nlp: Language = build_pipeline()

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """(start, end) of each sentence, trimmed, in order; all but white space is in exactly one."""
        return sentence_spans(text)

    def mentions(self, text: str) -> list[Mention]:
        """Dates, times, sums, percents, numbers, case numbers and laws, in order, not overlapping."""
        return find_mentions(text)

    def tokens(self, text: str) -> list[Token]:
        """Every token but white space, in order."""
        return self._tokens(self._nlp(text))

    def search_terms(self, text: str) -> list[str]:
        """What a search engine indexes and is asked for, ready to compare; none holds white space.

        Of each word its lemma and those of its compound parts; of numbers, dates, case numbers and
        sections one normalised term each. No stop words.
        """
        doc = self._nlp(text)
        terms: list[str] = []
        mentions: list[Mention] = doc.user_data["mentions"]
        whole = [mention for mention in mentions if mention.kind in WHOLE_TERMS]
        following = iter([*whole, None])
        mention = next(following)
        for token in self._tokens(doc):
            while mention is not None and mention.end <= token.start:
                terms.extend(WHOLE_TERMS[mention.kind](mention.value))
                mention = next(following)
            if mention is not None and token.end > mention.start:
                continue
            if token.is_stop or not any(map(str.isalnum, token.text)):
                continue
            terms.append(token.lemma)
            terms.extend(token.parts)
        while mention is not None:
            terms.extend(WHOLE_TERMS[mention.kind](mention.value))
            mention = next(following)
        return terms

    def learn(self, words: Iterable[str]) -> None:
        """Teaches words that may be parts of compounds, from the municipality's own texts."""
        from models.pipeline import CompoundParts

        compounds = self._nlp.get_pipe("danish_compounds")
        assert isinstance(compounds, CompoundParts)
        compounds.splitter.learn(words)

    def _tokens(self, doc: "Doc") -> list[Token]:
        tokens = []
        for token in doc:
            text = token.text
            if text.isspace():
                continue
            is_word = any(map(str.isalpha, text))
            tokens.append(
                Token(
                    text=text,
                    start=token.idx,
                    end=token.idx + len(text),
                    lemma=token.lemma_,
                    parts=token._.parts if is_word else (),
                    is_word=is_word,
                    is_stop=token.is_stop,
                    is_name=bool(is_word and text[:1].isupper() and not token.is_sent_start),
                )
            )
        return tokens


@cache
def danish() -> Danish:
    """The process's one analyser (about a second, the first time)."""
    return Danish()


WHOLE_TERMS = {
    MentionKind.CASE_NO: lambda value: [str(value).lower()],
    MentionKind.LAW: lambda value: [f"§{section}" for section in value],
    MentionKind.DATE: lambda value: [value[0].isoformat()],
}
"""Mentions that become terms of their own instead of those of their tokens."""
