"""What is asked to be made up is not looked for in minutes; what is asked about such things is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.invention import asks_to_invent


@pytest.mark.parametrize(
    "text",
    [
        "Skriv et digt om Byrådet",
        "Kan du skrive en kort sang om havnen?",
        "fortæl mig en god vittighed om udvalg",
        "Lav et læserbrev om skolelukninger",
        "Oversæt beslutningen til tysk",
        "Write a poem about the council",
        "Could you please draft a short speech on the school?",
        "Giv mig en opskrift på fiskesuppe",
    ],
)
def test_requests_to_write_something(text: str) -> None:
    assert asks_to_invent(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giv mig en oversigt over udsatte sager",
        "Lav en liste over afviste ansøgninger",
        "Hvem skrev læserbrevet om skolen?",
        "Skriv hvad der blev besluttet om sangskolen",
        "Giv mig beslutningen om oversættelse af pjecer",
        "Fortæl om sagen om digterhuset",
        "Fik Digterhuset en bevilling?",
        "Tell me what was decided on the song contest",
        "Hvad blev besluttet om et nyt vers i kommunens sang?",
    ],
)
def test_questions_about_such_things(text: str) -> None:
    assert not asks_to_invent(text)


def test_a_request_is_answered_with_what_is_done_here(ask) -> None:
    for text, said in (
        ("Skriv et digt om Byrådet", "citater fra referater"),
        ("Write a poem about the town council", "quotations from minutes"),
    ):
        answer = ask(text)
        assert not answer.answerable
        assert answer.quotes == ()
        assert said in answer.answer


@given(st.text())
def test_any_text(text: str) -> None:
    assert asks_to_invent(text) in (True, False)
