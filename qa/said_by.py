"""The sentences in which somebody says something: "Ældrerådet udtaler, at …", and "Rådet finder, …" behind it."""

import re
from collections.abc import Iterable, Iterator

from indexer.filters import Filters
from indexer.minutes import SectionKind
from indexer.source_text import Span
from indexer.stored import StoredChunk
from qa.open_index import OpenIndex
from qa.sentences import Sentence

__all__ = ["ADMINISTRATION", "said_by", "sayings"]

_TELLS = re.compile(
    r"\b(?:men(?:er|te)|siger|sagde|syne?s|syntes|udtal\w*|vurder\w*|svar(?:er|ede|et)|skriv\w*|skrev\w*|anfør\w*|bemærk\w*|påpeg\w*"
    r"|peg(?:er|ede|et) på|foresl\w*|finder|fandt|ønske\w*|anbefal\w*|tilslut\w*|tiltræd\w*|tage[rt]? afstand|imod|bak(?:ker|kede|ket)\b.{0,20}\bop"
    r"|støtte\w*|opfordr\w*|opmærksom\w*|bekymr\w*|glade?\b|positiv\w*|tilfreds\w*|utilfreds\w*|u?enige?|foretræk\w*|foretrak|kriti[sk]\w*"
    r"|kvitter\w*|rose[rt]|høringssvar\w*|indsigelse\w*|indvend\w*|protester\w*|beder|bedt|bad|ser (?:gerne|positivt|frem)|hilse[rt]"
    r"|noter\w*|efterretning|håber|lægge[rt]? vægt|gø(?:r|re) gældende|advar\w*|undr\w*|beklage\w*|forventer|efterlys\w*)\b",
    re.IGNORECASE,
)
_STANDS_FOR = re.compile(
    r"^(?:Rådet|Bestyrelsen|Foreningen|Udvalget|Klubben|Organisationen|De|Den|Det|Man)\b"
)
_NEAR = 300  # characters before a sentence, for whom its "Rådet" stands for
_MERELY_TOLD = re.compile(
    r"^\W*(?:\w+ ){1,3}?(?:(?:er|har|bliver|blev|vil|skal|har været) )?(?:(?:allerede|desuden|også|blive?|været) )*"
    r"(?:orientere\w*|underrette\w*|informere\w*|inddrage\w*|inviter\w*|hør(?:t|es)\b|får\b|fået\b|nedsæt\w*|vælge\w*|bestå\w*|holde\w*)",
    re.IGNORECASE,
)
_OPENING = 3  # words
ADMINISTRATION = frozenset({"forvaltning", "administration", "direktion"})
"""Who writes the minutes' cases, by whatever name: what it recommends is what it thinks."""
_MOST_CHUNKS = 500
_NO_SAYING = (SectionKind.DECISION, SectionKind.PRIOR_DECISION, SectionKind.ATTACHMENTS)


def said_by(index: OpenIndex, speaker: str, sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those of some sentences in which somebody, named by the lemma, says something."""
    return [
        sentence
        for sentence in sentences
        if sentence.kind not in _NO_SAYING
        and _is_said_by(
            index,
            speaker,
            index.corpus.text(sentence.ranked.candidate.document),
            sentence.passage,
            sentence.span,
            sentence.section,
        )
    ]


def sayings(index: OpenIndex, speaker: str, filters: Filters) -> Iterator[tuple[StoredChunk, Span]]:
    """Where in open items somebody says something, with the chunk that it stands in; in order of the index."""
    hits = index.engine.search_terms({speaker: 1.0}, _MOST_CHUNKS, filters)
    for chunk in index.corpus.chunks(sorted(hit.chunk_id for hit in hits)):
        if chunk.kind in _NO_SAYING:
            continue
        text = index.corpus.text(chunk.document)
        for part in chunk.spans:
            for start, end in index.sentences_of(part.of(text)):
                span = Span(part.start + start, part.start + end)
                if _is_said_by(index, speaker, text, part, span, ""):
                    yield chunk, span


def _is_said_by(
    index: OpenIndex, speaker: str, text: str, passage: Span, sentence: Span, heading: str
) -> bool:
    if heading and speaker in index.terms_of(heading):
        return True
    told = sentence.of(text)
    opening = " ".join(told.split()[:_OPENING])
    if speaker in index.terms_of(opening) and not _MERELY_TOLD.search(told):
        return True
    if not _TELLS.search(told):
        return False
    if speaker in index.terms_of(told):
        return True
    before = text[max(passage.start, sentence.start - _NEAR) : sentence.start]
    return _STANDS_FOR.match(told.lstrip()) is not None and speaker in index.terms_of(before)
