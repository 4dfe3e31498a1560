"""Who proposed something is told by a title or a heading, or by a sentence that says so."""

import pytest

from qa.answer import Role
from qa.proposers import asks_who_proposed, tells_of_proposing


@pytest.mark.parametrize(
    "question",
    [
        "Hvem foreslog et borgerting?",
        "Hvem har foreslået at lukke skolen?",
        "Hvem stillede forslaget om gratis skolemad?",
        "Hvilket parti stod bag forslaget om skolemad?",
        "Hvilket medlem kom med forslag om en hundeskov?",
        "Who proposed a citizens' assembly?",
    ],
)
def test_who_proposed(question: str) -> None:
    assert asks_who_proposed(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stemte imod forslaget om skolemad?",
        "Hvem stemte for forslaget?",
        "Hvad foreslog forvaltningen?",
        "Hvem betaler for skolemaden?",
        "Hvilke forslag blev forkastet?",
    ],
)
def test_who_did_something_else(question: str) -> None:
    assert not asks_who_proposed(question)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Hvem foreslog kameraer ved genbrugspladsen?", "Beslutningsforslag fra Konservative"),
        ("Hvem foreslog flagdage på institutionerne?", "Beslutningsforslag fra Dansk Folkeparti"),
        ("Hvilket parti stod bag forslaget om dækningsafgift?", "Forslag fra Lokallisten"),
        ("Hvem stillede forslaget om udlicitering af materielgården?", "Forslag fra Venstre"),
        ("Who proposed cameras at the recycling centre?", "Beslutningsforslag fra Konservative"),
    ],
)
def test_the_title_leads_and_the_decision_follows(ask, question: str, title: str) -> None:
    answer = ask(question)
    assert answer.answerable
    assert answer.quotes[0].text.startswith(title)
    assert answer.quotes[1].role is Role.DECISION


def test_what_nobody_proposed_is_not_answered(ask) -> None:
    assert not ask("Hvem foreslog at lukke Tusindfryd?").answerable


def test_sentences_that_tell_of_proposing() -> None:
    assert tells_of_proposing("Bo Krag (V) foreslår, at der holdes et borgerting.")
    assert not tells_of_proposing("Bo Krag (V) ønskede sagen udsat.")
