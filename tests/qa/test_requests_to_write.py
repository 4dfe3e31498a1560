"""What is asked to be made up is not looked for in minutes; what is asked about such things is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.requests_to_write import asks_to_write


@pytest.mark.parametrize(
    "text",
    [
        "Skriv et digt om Byrådet",
        "Skriv digte om Byrådet",
        "Kan du ikke skrive et digt om havnen?",
        "Hjælp mig med at skrive en tale",
        "Kan du oversætte beslutningen til tysk?",
        "Hello, write a poem",
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
    assert asks_to_write(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giv mig en oversigt over udsatte sager",
        "Kan du give mig et billede af sagen om skolerne?",
        "Giv mig et resumé af brev til ministeren",
        "Lav en tidslinje over program for klima",
        "Lav en oversigt over rap og sang",
        "Giv mig en liste over roman- og novellekonkurrencer",
        "Give me a picture of what the council decided on schools",
        "Give me a timeline of post closures",
        "Oversæt til engelsk: Hvad blev besluttet om skolen på Havnegade?",
        "Translate: what was decided about the harbour?",
        "Giv mig et program for byfornyelsen",
        "Giv et billede af skolernes økonomi",
        "Giv mig beslutningen om tale og høring",
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
    assert not asks_to_write(text)


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
def test_case_and_what_stands_before_do_not_matter(text: str) -> None:
    asked = f"skriv et digt {text}"
    assert asks_to_write(asked)
    assert asks_to_write(f"  »{asked}")
    assert asks_to_write(f"SKRIV ET DIGT {text}")
