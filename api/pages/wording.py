"""The Danish words and the signs for what answers hold in codes. Tables: another wording is another row."""

from dataclasses import dataclass

from qa.answer import Role, Side
from qa.outcomes import Outcome

__all__ = ["INTENT_NOTES", "OUTCOMES", "QUOTE_NAMES", "SIDES", "OutcomeLook", "sureness"]


@dataclass(frozen=True, slots=True)
class OutcomeLook:
    """How an outcome is shown: its name, an icon, and a tone that a style is named after.

    The tone is never all there is: the name always stands beside it.
    """

    name: str
    icon: str
    tone: str


OUTCOMES = {
    Outcome.APPROVED: OutcomeLook("Godkendt", "check", "yes"),
    Outcome.ADOPTED: OutcomeLook("Vedtaget", "check", "yes"),
    Outcome.RECOMMENDED: OutcomeLook("Anbefalet", "arrow-forward", "onwards"),
    Outcome.NOTED: OutcomeLook("Taget til efterretning", "visibility", "neutral"),
    Outcome.DISCUSSED: OutcomeLook("Drøftet", "groups", "neutral"),
    Outcome.POSTPONED: OutcomeLook("Udsat", "time", "waiting"),
    Outcome.REJECTED: OutcomeLook("Afvist", "close", "no"),
    Outcome.REFERRED: OutcomeLook("Sendt videre", "arrow-forward", "onwards"),
    Outcome.WITHDRAWN: OutcomeLook("Taget af dagsordenen", "close", "waiting"),
    Outcome.NONE: OutcomeLook("Ført til referat", "document", "neutral"),
}

SIDES = {Side.FOR: "For", Side.AGAINST: "Imod", Side.ABSTAINED: "Undlod at stemme"}

QUOTE_NAMES = {
    Role.DECISION: "Beslutning",
    Role.RECOMMENDATION: "Det var indstillet",
    Role.DISSENT: "Forbehold og mindretal",
    Role.PRIOR_DECISION: "Tidligere beslutning",
    Role.PASSAGE: "Uddrag af referatet",
    Role.MEETING: "Fra mødets oplysninger",
}

INTENT_NOTES = {
    "list": "Beslutningerne",
    "timeline": "Forløbet, det ældste først",
    "precedent": "Lignende sager",
}
"""The heading over an answer that is a row of decisions."""

_SURENESS = (
    (0.95, "Meget sikkert", "Når svaret er så sikkert, er det næsten altid rigtigt i vores prøver."),
    (0.85, "Sikkert", "Når svaret er så sikkert, er det rigtigt cirka ni ud af ti gange i vores prøver."),
    (
        0.70,
        "Ret sikkert",
        "Når svaret er så sikkert, er det rigtigt cirka tre ud af fire gange i vores prøver.",
    ),
    (0.0, "Usikkert", "Læs stedet i referatet, før du bruger svaret."),
)


def sureness(confidence: float) -> tuple[str, str]:
    """How sure an answer is, in words, and what that means."""
    return next((words, meaning) for least, words, meaning in _SURENESS if confidence >= least)
