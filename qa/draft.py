"""A half-made answer: what an intent's own file found, before confidence and coverage are put to it."""

from dataclasses import dataclass

from qa.answer import DecisionDetails, Quote
from qa.ranking import Ranked
from qa.sentences import Sentence

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Quotes and sentences of an answer, and the evidence its confidence is judged by.

    ``certain`` answers (an exact case number, a meeting's own head) are not judged; a draft without quotes
    is a refusal, ``text`` then saying why when there is a reason better than "not found". ``details`` reads
    the leading decision closely. ``lead`` and ``sentences`` are what the search led with; the reader may have
    put another first among the quotes. ``read`` is what the reader thinks (log-odds that it is told there):
    of the quote that the search led with and of the best of the first, or of a decision behind each of the
    passages it is about; empty where nothing was read.
    """

    text: str
    quotes: tuple[Quote, ...]
    lead: Ranked | None = None
    sentences: tuple[Sentence, ...] = ()
    certain: bool = False
    details: DecisionDetails | None = None
    read: tuple[float, ...] = ()

    @property
    def sentence(self) -> Sentence | None:
        """The one that the search ranks first, where sentences lead."""
        return self.sentences[0] if self.sentences else None
