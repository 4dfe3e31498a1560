"""Asked about a meeting and no topic, all that it decided is listed; so are kinds of cases, and conflicts."""

from datetime import date

import pytest

from indexer.filters import Filters
from qa.answer import Intent
from qa.archive import Archive

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Byrådet på sit seneste møde?",
        "Hvad blev besluttet på det seneste byrådsmøde?",
        "Hvad handlede det sidste byrådsmøde om?",
        "Hvad blev drøftet på byrådsmødet i juni 2025?",
        "Hvad behandlede Byrådet den 24. juni 2025?",
        "Opsummer mødet i Byrådet den 24. juni 2025",
    ],
)
def test_all_that_a_meeting_decided_is_listed(archive: Archive, question: str) -> None:
    answer = archive.ask(question, today=TODAY)
    items = archive.corpus.find_items(
        Filters(committees=frozenset({"Byrådet"}), date_from=date(2025, 6, 24), date_to=date(2025, 6, 24))
    )
    decided = {item.id for item in items if item.item.decisions and not item.item.closed}
    assert answer.answerable
    assert {quote.source.item_id for quote in answer.quotes} == decided


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår begyndte mødet den 24. juni 2025?",
        "Hvor mange elever var der i juni 2025?",
        "Hvad blev drøftet om solceller på mødet den 24. juni 2025?",
    ],
)
def test_a_topic_or_a_form_is_more_than_the_whole_meeting(archive: Archive, question: str) -> None:
    assert len({quote.source.item_id for quote in archive.ask(question, today=TODAY).quotes}) < 5


def test_a_kind_of_case_is_listed(archive: Archive) -> None:
    answer = archive.ask("Hvilke tillægsbevillinger er givet i 2025?", today=TODAY)
    assert answer.intent is Intent.LIST
    assert len(answer.quotes) == 2
    assert all("illægsbevilling" in (quote.source.title or "") for quote in answer.quotes)


@pytest.mark.parametrize("question", ["Hvem har været inhabil?", "I hvilke sager var nogen inhabile?"])
def test_who_was_disqualified_is_listed_by_case(archive: Archive, question: str) -> None:
    answer = archive.ask(question)
    assert answer.intent is Intent.LIST
    assert [quote.source.item for quote in answer.quotes] == ["20", "22"]
    assert all("inhabil" in quote.text for quote in answer.quotes)


def test_who_was_disqualified_from_one_case_is_a_fact(archive: Archive) -> None:
    answer = archive.ask("Hvem var inhabil i sagen om fordeling af midler til frivilligt socialt arbejde?")
    assert answer.intent is Intent.FACT
    assert answer.quotes[0].text == "Per Skovsende erklærede sig inhabil og deltog ikke i behandlingen."


def test_where_somebody_objected_is_listed(archive: Archive) -> None:
    answer = archive.ask("Har Bjarne Stubkjær stemt imod?")
    assert answer.intent is Intent.LIST
    assert len(answer.quotes) > 3
    assert all("Stubkjær" in quote.text for quote in answer.quotes)


def test_an_overview_of_a_case_is_its_timeline(archive: Archive) -> None:
    answer = archive.ask("Giv mig et overblik over sagen om Fyrtårnet")
    assert answer.intent is Intent.TIMELINE
    assert len(answer.quotes) > 3
