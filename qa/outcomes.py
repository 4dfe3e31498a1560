"""What came of a decision, read from the words minutes use for it. A new wording is a new row."""

import re
from enum import StrEnum
from functools import lru_cache

__all__ = ["Outcome", "asked_outcome", "names_outcome", "outcome_of", "tells_of", "without_outcomes"]


class Outcome(StrEnum):
    """The outcome of one decision or one of its points."""

    APPROVED = "approved"
    ADOPTED = "adopted"
    RECOMMENDED = "recommended"
    NOTED = "noted"
    DISCUSSED = "discussed"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    NONE = "none"


_WORDINGS: tuple[tuple[Outcome, str], ...] = (
    (Outcome.WITHDRAWN, r"(?:tages|taget|udgår|udgik) af dagsorden\w*|trukket (?:tilbage|af dagsorden\w*)|\bsagen udg(?:år|ik)\b|\bpunktet udg(?:år|ik)\b|trækkes tilbage"),
    (Outcome.POSTPONED, r"\budsa?t(?:te|tes|ter|telse)?\b|\budsætte[sr]?\b|\bat udsætte\b|\budsættelse|\budskudt\b|\budskydes?\b|\bgenoptages\b"),
    (
        Outcome.REJECTED,
        r"\bafvis(?:t|es|te|er|ning)\b|\bikke (?:godkendt|vedtaget|tiltrådt|imødekommet|imødekommes|bevilget)\b|\bforkast\w*|\bnedstemt\w*|\bfaldt\b|\bbortfald(?:t|er)\b"
        r"|\bafslag\b|\bafslår?s?\b|\bafslået\b|\bkan ikke (?:godkendes|imødekommes|tiltrædes)|\bsiger nej\b|\bimødekommer ikke\b|\bikke at (?:godkende|imødekomme|give)\b",
    ),
    (
        Outcome.REFERRED,
        r"\b(?:over|frem|tilbage|videre)send(?:es|t|te|er)\b|\bhenvis(?:t|es|te)\b|\bsendes (?:tilbage |videre )?til\b|\bsendt (?:tilbage |videre )?til\b|\bsendes i høring\b",
    ),
    (Outcome.RECOMMENDED, r"\banbefal(?:et|es|er|ede|e)\b|\bindstilles til (?:godkendelse|byråd\w*|kommunalbestyrelse\w*)|\bindstiller til (?:byråd|kommunal|økonomi)\w*"),
    (Outcome.ADOPTED, r"\bvedt(?:aget|ages|og|ager)\b"),
    (
        Outcome.APPROVED,
        r"\bgodkend(?:t|es|te|er|tes)\b|\btiltr(?:ådt|ådte|ædes|æder|æde)\b|\bindstilling\w* (?:følges|fulgt|blev fulgt)\b|\bfølger indstilling\w*|\bbevilge(?:t|s|de|r)\b|\bimødekom(?:met|mes)\b"
        r"|\bsom indstillet\b|\bmeddeles\b|\bmeddelt\b",
    ),
    (Outcome.NOTED, r"\b(?:til|taget til|tages til|tog\b.{0,60}\btil) efterretning\b|\borientere(?:t|de|s)\b|\borientering(?:en)? (?:givet|taget|gives)\b|\bblev orienteret\b"),
    (Outcome.DISCUSSED, r"\bdrøfte(?:t|de|s|r)\b|\btemadrøftelse\b|\bdrøftelse\b"),
    (Outcome.ADOPTED, r"\bbeslutte(?:t|de|r)\b"),
    (Outcome.NONE, r"\b(?:intet|ingen bemærkninger|ingen beslutning|intet at bemærke|ingen)\b"),
)  # fmt: skip
_COMPILED = [(outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in _WORDINGS]

_ASKED: tuple[tuple[Outcome, str], ...] = (
    (Outcome.REJECTED, r"\b(?:afvis(?:t|te|er|es)|afslå(?:et|r|s)?|afslog|afslag|forkast(?:et|ede|er|es)|nedstem(?:t|te|mes)|stem(?:t|te|mes|mer)\b.{0,12}\bned\b(?! (?:ad|til|på|fra))|ikke godkendt|(?:sagt?|sagde|siger)\b.{0,25}\bnej til|reject(?:ed|s)?|turn(?:ed)?\b.{0,15}\bdown|turned down)\b"),
    (Outcome.POSTPONED, r"\b(?:udsa?t(?:te)?|udsæt(?:tes|ter)|udsk(?:udt|ød|yder|ydes)|postponed?|deferr?(?:ed)?)\b"),
    (Outcome.WITHDRAWN, r"\b(?:(?:taget|tog|tages)\b.{0,25}\baf dagsordenen|trukket(?: tilbage)?|trak tilbage|with(?:drawn|drew|draw))\b"),
    (Outcome.REFERRED, r"\b(?:oversend(?:t|te|er|es)|henvis(?:t|te|es)|send(?:t|te|es)\b.{0,25}\b(?:videre|tilbage)|fremsend(?:t|te|es)|send(?:t|te|es)\b(?=.{0,25}\bi høring)|refer(?:red)?)\b"),
    (Outcome.RECOMMENDED, r"\b(?:anbefal(?:et|ede|er|es)|recommend(?:ed)?)\b"),
    (Outcome.NOTED, r"\b(?:til efterretning|noted?|t(?:ake|ook) note)\b"),
    (Outcome.DISCUSSED, r"\b(?:drøfte(?:t|de|s)|discuss(?:ed)?)\b"),
    (Outcome.ADOPTED, r"\b(?:vedt(?:aget|og|ages)|adopt(?:ed)?)\b"),
    (Outcome.APPROVED, r"\b(?:godkend(?:t|te|es|er)|bevilge(?:t|de|s)|approved?|grant(?:ed)?)\b"),
)  # fmt: skip
_COMPILED_ASKED = [(outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in _ASKED]


def outcome_of(decision: str) -> Outcome:
    """The outcome that a decision's text states.

    The first sentence that states one counts, since what follows it are remarks and reservations; in one
    sentence the rarer and more telling outcome wins (the order of the table): "vedtog at udsætte" is
    postponed.
    """
    for sentence in re.split(r"(?<=[.;!?])\s+|\n+", decision):
        for outcome, pattern in _COMPILED:
            if pattern.search(sentence):
                return outcome
    return Outcome.NONE


@lru_cache(maxsize=100_000)
def tells_of(decision: str, outcome: Outcome) -> bool:
    """Whether a decision's text has words of an outcome anywhere: where not, no part of it came to that."""
    return any(pattern.search(decision) for told, pattern in _COMPILED if told is outcome)


def asked_outcome(question: str) -> Outcome | None:
    """The outcome a question asks after ("hvad blev afvist …"); ``None`` where it names none."""
    return next((outcome for outcome, pattern in _COMPILED_ASKED if pattern.search(question)), None)


def names_outcome(lemma: str) -> bool:
    """Whether a word, in its dictionary form, says what came of a case and not what it is about."""
    return lemma in _LEMMAS


_LEMMAS = frozenset(
    """
    afslå afvise anbefale bevilge drøfte fremsende forkaste godkende henvise nedstemme oversende tiltræde
    udskyde udsætte vedtage
    """.split()  # noqa: SIM905
)


def without_outcomes(question: str) -> str:
    """A question without the words that name outcomes."""
    for _, pattern in _COMPILED_ASKED:
        question = pattern.sub(" ", question)
    return question
