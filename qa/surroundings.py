"""What a reader needs around a sentence: as much of its section, before and behind, as a paragraph holds.

A sentence of minutes seldom says all by itself ("Det svarer til 4 pct."), and what is asked for often stands
in the one beside it.
"""

from collections.abc import Sequence

from indexer.minutes import SectionKind
from indexer.source_text import Span
from qa.open_index import OpenIndex
from qa.sentences import Sentence

__all__ = ["passage_around"]

_PARAGRAPH = 700  # characters; read on a phone without scrolling twice
_RUNNING_TEXT_NOT = (
    SectionKind.DECISION,
    SectionKind.PRIOR_DECISION,
    SectionKind.ATTACHMENTS,
    SectionKind.ATTACHMENT,
)


def passage_around(index: OpenIndex, sentence: Sentence, told: Sequence[Span] = ()) -> Span:
    """The stretch that the sentence was found in, widened by the sentences nearest it in its section.

    Decisions and attachments are quoted as they were cut: what stands beside them is another matter. What is
    ``told`` already (stretches of the same document that do not hold the sentence) is left out.
    """
    here, item = sentence.span, sentence.item
    passage = _without(told, here, sentence.passage)
    section = item.item.section_at(sentence.span.start) if item else None
    if section is None or section.kind in _RUNNING_TEXT_NOT:
        return passage
    text = index.corpus.text(sentence.ranked.candidate.document)
    start, end = passage.start, passage.end
    spans = [
        Span(section.span.start + first, section.span.start + last)
        for first, last in index.sentences_of(section.span.of(text))
    ]
    before = [span for span in spans if span.end <= start]
    behind = [span for span in spans if span.start >= end]
    for span in sorted(
        (*before, *behind), key=lambda span: max(here.start - span.start, span.end - here.end)
    ):
        wider = Span(min(start, span.start), max(end, span.end))
        if len(wider) > _PARAGRAPH or wider != _without(told, here, wider):
            break
        start, end = wider.start, wider.end
    return Span(start, end)


def _without(told: Sequence[Span], here: Span, passage: Span) -> Span:
    """The part of a passage around a place that lies between the stretches told."""
    start = max((span.end for span in told if passage.start < span.end <= here.start), default=passage.start)
    end = min((span.start for span in told if here.end <= span.start < passage.end), default=passage.end)
    return Span(start, end)
