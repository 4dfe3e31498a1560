"""The first candidates put in another order by a cross-encoder, where the settings name one."""

from dataclasses import replace

from indexer.source_text import fold
from qa.open_index import OpenIndex
from qa.question import Question
from qa.ranking import Ranked

__all__ = ["reranked"]

_READ = 20
"""So many candidates are read; each costs a run of the model."""


def reranked(index: OpenIndex, question: Question, ranked: list[Ranked]) -> list[Ranked]:
    """The candidates with the first twenty in the cross-encoder's order; as they are where there is none.

    The scores stay with the places: what comes after looks at how far a place lies behind the first.
    """
    if index.reranker is None:
        return ranked
    first, rest = ranked[:_READ], ranked[_READ:]
    read = index.reranker.scores(question.text, [_passage(index, candidate) for candidate in first])
    order = sorted(range(len(first)), key=lambda place: -read[place])
    moved = [replace(first[place], score=kept.score) for place, kept in zip(order, first, strict=True)]
    return [*moved, *rest]


def _passage(index: OpenIndex, ranked: Ranked) -> str:
    """What stands for a candidate: its title and the chunk that speaks most for it."""
    text = index.corpus.text(ranked.candidate.document)
    title = ranked.item.item.title if ranked.item else ""
    hits = ranked.candidate.hits[:1]
    return "\n".join([title, *(fold(span.of(text)) for hit in hits for span in hit.chunk.spans)])
