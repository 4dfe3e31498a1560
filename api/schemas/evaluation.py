"""The figures of ``besluttet eval``, and what came of every question."""

from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import Field

from api.schemas.record import Record
from qa.evaluation import Result, figures

__all__ = ["EvaluationOut"]


class FiguresOut(Record):
    """The figures of one kind of question; shares are 0 to 1, null where the kind has no such questions.

    ``intervals``: the 95 % interval (Wilson's) of each share that there is.
    """

    kind: str
    count: int
    item_1: float | None = Field(serialization_alias="item@1")
    quote_1: float | None = Field(serialization_alias="quote@1")
    quote_3: float | None = Field(serialization_alias="quote@3")
    wrongly_refused: float | None
    wrongly_answered: float | None
    p50_ms: float
    p95_ms: float
    intervals: Mapping[str, tuple[float, float]]


class ResultOut(Record):
    """What came of one question. Ranks count from 1; null: never."""

    id: str
    kind: str
    answerable: bool
    confidence: float
    item_rank: int | None
    quote_rank: int | None
    ms: float

    @classmethod
    def of(cls, result: Result) -> "ResultOut":
        """The result without the answer itself."""
        return cls(
            id=result.case.id,
            kind=result.case.kind,
            answerable=result.answer.answerable,
            confidence=result.answer.confidence,
            item_rank=result.item_rank,
            quote_rank=result.quote_rank,
            ms=1000 * result.seconds,
        )


class EvaluationOut(Record):
    """Figures by kind, the last row for all, and the questions one by one, as asked on ``today``."""

    today: date
    figures: list[FiguresOut]
    questions: list[ResultOut]

    @classmethod
    def of(cls, results: Sequence[Result], today: date) -> "EvaluationOut":
        """The figures and the results of one run."""
        return cls(
            today=today,
            figures=[FiguresOut.model_validate(row) for row in figures(results)],
            questions=[ResultOut.of(result) for result in results],
        )
