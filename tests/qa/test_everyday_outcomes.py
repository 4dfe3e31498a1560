"""Everyday phrases for an outcome, put into the minutes' word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.danish import Danish
from qa.everyday_outcomes import in_minutes_words
from qa.intents import intent_of
from qa.outcomes import Outcome, asked_outcome


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor blev havnebadet skudt til hjørne i maj?", "Hvorfor blev havnebadet udsat i maj?"),
        ("Hvem ville sætte byggeriet på pause?", "Hvem ville udsat byggeriet?"),
        ("Blev planen lagt på is?", "Blev planen udsat?"),
        ("Was the plan put on hold?", "Was the plan udsat?"),
        ("Er rapporten sendt videre til byrådet?", "Er rapporten oversendt til byrådet?"),
        ("Sendte udvalget rapporten videre?", "oversendt udvalget rapporten?"),
        ("Blev forslaget stemt ned?", "Blev forslaget nedstemt?"),
        ("Hvem skød forslaget ned?", "Hvem nedstemt forslaget?"),
        ("Blev det nye bibliotek droppet?", "Blev det nye bibliotek afvist?"),
        ("Kom lokalplanen igennem byrådet?", "vedtaget lokalplanen byrådet?"),
        ("Fik spejderne lov til at bruge skoven?", "godkendt spejderne at bruge skoven?"),
        ("Hvem fik lov at købe huset?", "Hvem godkendt købe huset?"),
        ("Har naboerne fået grønt lys?", "Har naboerne godkendt?"),
        ("Did the pool get the green light?", "Did the pool get godkendt?"),
        ("Hvad snakkede udvalget om?", "Hvad drøftet udvalget?"),
    ],
)
def test_a_phrase_is_put_into_one_word_and_names_are_kept(question: str, said: str) -> None:
    assert in_minutes_words(question) == said


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om hjørnet af Torvegade?",
        "Hvem stemte nej?",
        "Hvad siger loven om lov?",
        "Hvad har byrådet sagt om den nye lov?",
        "Har kommunen lov til at sælge havnen?",
        "Hvor mange stemte imod at rive skolen ned?",
        "Hvor mange stemte for at sætte hastigheden ned?",
        "Hvem stemte imod at bygge et nyt hjem?",
        "Hvor mange elever droppede ud af uddannelsen?",
        "Hvor mange penge gik med til projektet?",
        "Hvor mange ansøgere kom igennem?",
        "Which proposals were passed on 12 March 2024?",
        "Was the letter sent on 3 March?",
        "Hvor mange børn er der sat på hold?",
        "Har kommunen fulgt lov om social service?",
        "Hvem bor ned ad bakken?",
        "Hvor går stien igennem skoven?",
        "Hvordan kom lokalplanen igennem udvalgene?",
        "Hvad blev der talt om støj?",
        "Hvad står der videre i planen?",
        "Hvorfor er stien nedlagt?",
        "",
    ],
)
def test_what_may_be_meant_as_it_stands_is_left(question: str) -> None:
    assert in_minutes_words(question) == question


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Hvilke sager blev skudt til hjørne?", Outcome.POSTPONED),
        ("Hvilke sager blev sendt videre?", Outcome.REFERRED),
        ("Hvilke forslag blev droppet?", Outcome.REJECTED),
        ("Hvilke forslag kom igennem byrådet?", Outcome.ADOPTED),
        ("Hvilke sager fik grønt lys?", Outcome.APPROVED),
    ],
)
def test_a_list_can_ask_so(question: str, outcome: Outcome) -> None:
    assert asked_outcome(question) in (None, outcome)
    assert asked_outcome(in_minutes_words(question)) is outcome


@given(st.text())
def test_any_text_may_come(question: str) -> None:
    said = in_minutes_words(question)
    assert intent_of(said)
    assert in_minutes_words(said) == said


@given(
    st.sampled_from(["skudt {} til hjørne", "stemt {} ned", "sendt {} videre", "sat {} på pause"]),
    st.text(max_size=40),
)
def test_what_stands_between_is_kept(phrase: str, name: str) -> None:
    between = " ".join(word for word in name.split() if word.isalnum())
    assert between in in_minutes_words(phrase.format(between))


def test_the_phrase_is_no_topic(danish_language: Danish) -> None:
    words = [
        token.lemma for token in danish_language.tokens(in_minutes_words("Blev broen skudt til hjørne?"))
    ]
    assert "hjørne" not in words
    assert "bro" in words
