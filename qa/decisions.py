"""A decision read closely: outcome, point by point beside what was recommended, dissent, votes, next steps."""

import re
from dataclasses import dataclass

from indexer.minutes import Decision, Point, Section, SectionKind
from indexer.source_text import Span, fold
from indexer.stored import StoredItem
from models.danish import Danish
from qa.outcomes import Outcome, outcome_of
from qa.votes import VoteRead, is_tally, read_votes

__all__ = [
    "DecidedPoint",
    "DecisionRead",
    "objects",
    "own_decisions",
    "prior_decisions",
    "read_decision",
    "recommendation_of",
]


@dataclass(frozen=True, slots=True)
class DecidedPoint:
    """One point of a decision with its outcome, and the recommended point of the same label."""

    point: Point
    outcome: Outcome
    recommended: Point | None


@dataclass(frozen=True, slots=True)
class DecisionRead:
    """A decision with what its sentences say; spans are offsets into the stored text."""

    decision: Decision
    outcome: Outcome
    points: tuple[DecidedPoint, ...]
    dissent: tuple[Span, ...]
    votes: tuple[VoteRead, ...]
    next_steps: tuple[Span, ...]


_DISSENT = re.compile(
    r"\bforbehold\b|\b(?:stemte|stemmer|stemt)\b.{0,60}\b(?:i ?mod|nej|mod)\b|\b(?:i ?mod|for og imod) stemte\b|\bkunne ikke (?:tiltræde|godkende|støtte|anbefale)\b"
    r"|\bkan ikke (?:tiltræde|godkende|støtte|anbefale)\b|\bundlod at stemme\b|\bundlader at stemme\b|\bhverken for eller imod\b|\bført til protokol\w*|\bprotokoltilført\w*|\bmindretal\w*"
    r"|\bønskede? (?:ikke|at få tilført)\b|\bvar imod\b|\bimod:|\bundlod:|\bdissens\b|\bafviger\b",
    re.IGNORECASE,
)
_BY_POINT = re.compile(
    r"(?:indstillingens\s+)?(?:punkt|pkt\.)\s+(?P<label>\d{1,2}|[A-ZÆØÅ])\b", re.IGNORECASE
)
"""A sentence on one point of the recommendation: "Indstillingens punkt 2 blev nedstemt"."""
_NEXT_STEP = re.compile(
    r"\b(?:forvaltningen|administrationen|direktionen|borgmesteren|formanden|udvalget|kommunaldirektøren)\b.{0,60}\b(?:udarbejder|skal|bedes|anmodes|pålægges|undersøger"
    r"|vender tilbage|fremlægger|indkalder|arbejder videre|orienterer|følger op|tager kontakt|afdækker)\b"
    r"|\bder (?:til|på|ved|skal|udarbejdes|fremlægges|arbejdes|følges|indkaldes|tages|igangsættes)\b.{0,80}|\bfremlægges\b|\bgenoptages\b|\bforelægges\b|\boversendes\b|\bindarbejdes\b"
    r"|\b(?:pålægger|beder|bad|anmoder|bemyndiger)\b.{0,40}\b(?:forvaltningen|administrationen|direktionen|borgmesteren)\b"
    r"|\bmed henblik på\b",
    re.IGNORECASE,
)


def objects(text: str) -> bool:
    """Whether a text tells of dissent, a reservation, or a vote with two sides."""
    return bool(_DISSENT.search(text)) or is_tally(text)


def own_decisions(item: StoredItem) -> tuple[Decision, ...]:
    """What the meeting itself decided."""
    return tuple(decision for decision in item.item.decisions if not decision.prior)


def prior_decisions(item: StoredItem) -> tuple[Decision, ...]:
    """What other bodies had decided before, as quoted in the item; oldest first, undated first."""
    prior = (decision for decision in item.item.decisions if decision.prior)
    return tuple(sorted(prior, key=lambda d: (d.date.toordinal() if d.date else 0, d.span.start)))


def recommendation_of(item: StoredItem) -> Section | None:
    """The section that says what was recommended; the first one with text."""
    sections = (s for s in item.item.sections if s.kind is SectionKind.RECOMMENDATION and len(s.span))
    return next(sections, None)


def read_decision(item: StoredItem, decision: Decision, text: str, danish: Danish) -> DecisionRead:
    """Reads one decision of an item; ``text`` is the stored text of the document."""
    recommended = {point.label: point for point in item.item.recommendation}
    dissent: list[Span] = []
    votes: list[VoteRead] = []
    by_point: dict[str, Point] = {}
    steps: list[Span] = []
    for start, end in danish.sentences(decision.span.of(text)):
        span = Span(decision.span.start + start, decision.span.start + end)
        sentence = fold(span.of(text))
        votes += read_votes(sentence, span)
        if (named := _BY_POINT.match(sentence)) and (label := named["label"].upper()) in recommended:
            by_point.setdefault(label, Point(label, span))
        if _DISSENT.search(sentence) and not is_tally(sentence):
            dissent.append(span)
        elif _NEXT_STEP.search(sentence) and all(vote.span != span for vote in votes):
            steps.append(span)
    return DecisionRead(
        decision,
        outcome_of(decision.span.of(text)),
        tuple(
            DecidedPoint(point, outcome_of(point.span.of(text)), recommended.get(point.label))
            for point in decision.points or by_point.values()
        ),
        tuple(dissent),
        tuple(votes),
        tuple(steps),
    )
