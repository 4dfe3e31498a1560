"""The outcome of a decision, for each wording that minutes use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.outcomes import Outcome, asked_outcome, outcome_of, without_outcomes

WORDINGS = {
    Outcome.APPROVED: [
        "Godkendt",
        "Godkendt som indstillet",
        "Indstillingen godkendt",
        "Indstillingen tiltrådt",
        "Indstillingen følges",
        "Tiltrådt",
        "At 1: Godkendt",
        "Ad. 1. Godkendt.",
        "1. Godkendt",
        "GODKENDT",
        "Godkendt med 42 stemmer mod 4. 8 medlemmer undlod at stemme.",
        "Godkendt med den ændring, at forsøget varer et år.",
        "Et flertal kunne tiltræde indstillingen.",
        "Dispensation meddelt.",
        "Bevilget.",
    ],
    Outcome.ADOPTED: [
        "Vedtaget",
        "Vedtaget uden afstemning",
        "Forslaget blev vedtaget.",
        "Byrådet vedtog planen.",
    ],
    Outcome.RECOMMENDED: [
        "Anbefalet",
        "Anbefales",
        "Indstilles til godkendelse",
        "Udvalget anbefaler forslaget.",
    ],
    Outcome.NOTED: [
        "Taget til efterretning",
        "Til efterretning",
        "Orienteret",
        "Orientering givet",
        "Udvalget tog sagen til efterretning.",
    ],
    Outcome.DISCUSSED: ["Drøftet", "Udvalget drøftede sagen.", "2. Drøftet"],
    Outcome.POSTPONED: [
        "Udsat",
        "Sagen udsættes",
        "Udvalget besluttede at udsætte sagens behandling.",
        "Sagen blev udsat uden behandling.",
        "Sagen udsættes med henblik på en ny beregning.",
        "Byrådet vedtog at udsætte sagen.",
    ],
    Outcome.REJECTED: [
        "Afvist",
        "Ikke godkendt",
        "Forkastet",
        "Nedstemt",
        "Indstillingen blev nedstemt med 12 stemmer mod 9.",
        "Afslag meddelt",
        "Ansøgningen kan ikke imødekommes.",
    ],
    Outcome.REFERRED: [
        "Oversendes til Byrådet",
        "Fremsendes til Teknisk Udvalg til behandling",
        "Tilbagesendes til forvaltningen",
        "Sagen sendes tilbage til udvalget",
        "Oversendes til budgetforhandlingerne",
    ],
    Outcome.WITHDRAWN: [
        "Taget af dagsordenen",
        "Sagen blev taget af dagsordenen.",
        "Forslaget trukket tilbage",
        "Trukket tilbage",
    ],
    Outcome.NONE: ["Intet", "Ingen bemærkninger", "", "Næste møde er på rådhuset."],
}
REMARKS_BEHIND = [
    ("Godkendt. En tidligere sag blev udsat.", Outcome.APPROVED),
    ("Afvist. Forslagsstilleren tog det til efterretning.", Outcome.REJECTED),
    ("Taget til efterretning. Udvalget drøftede tallene.", Outcome.NOTED),
    ("Et enigt udvalg mødtes kl. 16. Udsat.", Outcome.POSTPONED),
]
ASKED = [
    ("Hvad blev afvist i 2024?", Outcome.REJECTED),
    ("Hvilke forslag er forkastet?", Outcome.REJECTED),
    ("Hvilke sager blev udsat?", Outcome.POSTPONED),
    ("Hvilke sager er udskudt?", Outcome.POSTPONED),
    ("Hvad er taget af dagsordenen?", Outcome.WITHDRAWN),
    ("Hvilke sager er sendt videre?", Outcome.REFERRED),
    ("Hvad er taget til efterretning?", Outcome.NOTED),
    ("Hvilke sager blev drøftet?", Outcome.DISCUSSED),
    ("Hvilke planer er vedtaget?", Outcome.ADOPTED),
    ("Hvilke sager er godkendt?", Outcome.APPROVED),
    ("Hvad blev ikke godkendt?", Outcome.REJECTED),
    ("Hvad afviste udvalget?", Outcome.REJECTED),
    ("Hvad afslog udvalget?", Outcome.REJECTED),
    ("Hvilke forslag forkastede Byrådet?", Outcome.REJECTED),
    ("Hvilke sager udsatte Socialudvalget?", Outcome.POSTPONED),
    ("Hvad udskød Byrådet?", Outcome.POSTPONED),
    ("Hvilke sager udsætter man?", Outcome.POSTPONED),
    ("Hvad henviste Byrådet til budgettet?", Outcome.REFERRED),
    ("Hvad oversendte udvalget?", Outcome.REFERRED),
    ("Hvad anbefalede udvalget?", Outcome.RECOMMENDED),
    ("Hvad drøftede udvalget?", Outcome.DISCUSSED),
    ("Hvilke planer vedtog Byrådet?", Outcome.ADOPTED),
    ("Hvilke sager godkendte udvalget?", Outcome.APPROVED),
    ("Hvad bevilgede Byrådet?", Outcome.APPROVED),
    ("Which cases did they postpone?", Outcome.POSTPONED),
    ("What did they defer?", Outcome.POSTPONED),
    ("What did they reject?", Outcome.REJECTED),
    ("What did they withdraw?", Outcome.WITHDRAWN),
    ("What did they refer to the budget?", Outcome.REFERRED),
    ("What did they recommend?", Outcome.RECOMMENDED),
    ("What did they take note of?", Outcome.NOTED),
    ("What did they discuss?", Outcome.DISCUSSED),
    ("What did they adopt?", Outcome.ADOPTED),
    ("What did they approve?", Outcome.APPROVED),
    ("What did they grant?", Outcome.APPROVED),
    ("Which cases were postponed?", Outcome.POSTPONED),
    ("What was rejected?", Outcome.REJECTED),
    ("Hvad blev besluttet om skolen?", None),
]


@pytest.mark.parametrize(
    ("words", "outcome"), [(words, outcome) for outcome, rows in WORDINGS.items() for words in rows]
)
def test_wording(words: str, outcome: Outcome) -> None:
    assert outcome_of(words) is outcome


@pytest.mark.parametrize(("words", "outcome"), REMARKS_BEHIND)
def test_the_first_sentence_that_states_one_counts(words: str, outcome: Outcome) -> None:
    assert outcome_of(words) is outcome


@pytest.mark.parametrize(("question", "outcome"), ASKED)
def test_the_outcome_a_question_asks_after(question: str, outcome: Outcome | None) -> None:
    assert asked_outcome(question) is outcome


@given(st.text())
def test_any_text_has_an_outcome(text: str) -> None:
    assert outcome_of(text) in Outcome


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Hvad sagde Byrådet nej til?", Outcome.REJECTED),
        ("Hvilke forslag blev stemt ned?", Outcome.REJECTED),
        ("Hvilke forslag stemte Byrådet ned?", Outcome.REJECTED),
        ("Hvad stemte udvalget om?", None),
        ("Hvilke sager tog udvalget af dagsordenen?", Outcome.WITHDRAWN),
        ("Hvad sendte udvalget videre?", Outcome.REFERRED),
        ("Hvilke sager sendte udvalget i høring?", Outcome.REFERRED),
        ("What did they turn down?", Outcome.REJECTED),
    ],
)
def test_an_outcome_told_by_a_split_verb(question: str, outcome: Outcome | None) -> None:
    assert asked_outcome(question) is outcome


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Hvilke forslag om træer blev stemt ned?", "Hvilke forslag om træer blev ?"),
        ("Hvilke forslag om træer stemte Byrådet ned i 2023?", "Hvilke forslag om træer i 2023?"),
        ("Hvad tog udvalget af dagsordenen i maj?", "Hvad i maj?"),
        ("Hvilke sager sendte udvalget i høring?", "Hvilke sager udvalget i høring?"),
        ("Hvad blev besluttet om skolen?", "Hvad blev besluttet om skolen?"),
        ("", ""),
    ],
)
def test_a_question_without_its_outcome(question: str, left: str) -> None:
    bare = without_outcomes(question)
    assert " ".join(bare.split()) == left
    assert asked_outcome(bare) is None
