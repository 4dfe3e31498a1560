"""What members of a council propose is told by titles that say who did."""

import pytest

from indexer.filters import Filters
from qa.answer import Intent
from qa.archive import Archive
from qa.members_proposals import asks_for_members_proposals, is_members_proposal
from qa.outcomes import Outcome

BY_MEMBERS = [
    "Forslag fra Lokallisten om afskaffelse",
    "Beslutningsforslag fra Enhedslisten",
    "Forslag om forbud",
]
BY_OTHERS = ["Borgerforslag", "projektforslag", "forslag til lokalplan", "Parkering ved Tranevig Station"]


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Hvilke medlemsforslag blev forkastet i 2024?", True),
        ("Har byrådet før afvist et beslutningsforslag?", True),
        ("Hvilke forslag fra byrådsmedlemmer blev nedstemt?", True),
        ("Which members' proposals were rejected?", True),
        ("Hvilke forslag blev forkastet?", False),
        ("Hvad blev besluttet om borgerforslaget?", False),
    ],
)
def test_what_asks_for_them(question: str, asks: bool) -> None:
    assert asks_for_members_proposals(question) is asks


def test_titles_and_sections_tell_whose_they_are(archive: Archive) -> None:
    titles = {item.item.title: is_members_proposal(item) for item in archive.corpus.find_items(Filters())}
    for beginning in BY_MEMBERS:
        assert any(by for title, by in titles.items() if title.startswith(beginning))
    for words in BY_OTHERS:
        met = [by for title, by in titles.items() if words in title]
        assert met
        assert not any(met)


def test_a_list_of_them_is_complete_and_in_order(archive: Archive, ask) -> None:
    answer = ask("Hvilke medlemsforslag har byrådet behandlet?")
    theirs = {item.id for item in archive.corpus.find_items(Filters()) if is_members_proposal(item)}
    assert answer.intent is Intent.LIST
    assert {quote.source.item_id for quote in answer.quotes} == theirs
    days = [quote.body_date for quote in answer.quotes]
    assert days == sorted(days)


def test_precedents_lead_with_the_outcome_asked_for(ask) -> None:
    answer = ask("Har byrådet før afvist et medlemsforslag?")
    assert answer.intent is Intent.PRECEDENT
    rejected = [quote.outcome is Outcome.REJECTED for quote in answer.quotes]
    assert rejected[0]
    assert rejected == sorted(rejected, reverse=True)


def test_on_a_topic_only_those_on_it(ask) -> None:
    answer = ask("Hvilke medlemsforslag om dækningsafgift er behandlet?")
    assert [quote.source.title for quote in answer.quotes] == [
        "Forslag fra Lokallisten om afskaffelse af dækningsafgift"
    ]
    assert not ask("Hvilke medlemsforslag om rumfart er der?").answerable


def test_who_made_them_is_told_by_the_list(ask) -> None:
    answer = ask("Hvem har stillet medlemsforslag?")
    assert answer.intent is Intent.LIST
    assert {q.source.item_id for q in answer.quotes} == {
        q.source.item_id for q in ask("Hvilke medlemsforslag har byrådet behandlet?").quotes
    }
