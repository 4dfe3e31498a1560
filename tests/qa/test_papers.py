"""The papers before a meeting are listed by title; minutes that list none are said to."""

import pytest

from indexer.filters import Filters
from qa.answer import Intent
from qa.archive import Archive
from qa.papers import asks_for_papers


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke bilag var der til sagen om havnen?",
        "Vis alle bilag til lokalplanen",
        "Er der bilag til sagen om havnen?",
        "Hvor mange bilag hører til sagen?",
        "Hvilke dokumenter er vedlagt sagen om havnen?",
        "Which attachments were there on the harbour?",
    ],
)
def test_papers_are_asked_for(question: str) -> None:
    assert asks_for_papers(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad står der i bilag 2?",
        "Hvilke dokumenter skal en ansøger vise?",
        "Hvilke papirer kræver kommunen af nye borgere?",
        "Hvornår blev bilagene sendt ud?",
    ],
)
def test_what_is_in_papers_is_another_question(question: str) -> None:
    assert not asks_for_papers(question)


def test_the_titles_are_listed_in_order(archive: Archive) -> None:
    answer = archive.ask("Hvilke bilag var der til sagen om takster for madservice i 2024?")
    assert (answer.intent, answer.answerable) == (Intent.LIST, True)
    source = answer.quotes[0].source
    assert source.item_id is not None
    listed = archive.corpus.item(source.item_id).item.attachments
    assert [quote.text for quote in answer.quotes] == [paper.title for paper in listed]
    assert answer.answer.startswith(
        f"{len(listed)} bilag er nævnt i referatet (Socialudvalget, 11. november 2024"
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Er der bilag til sagen om carporten på Rosenvænget?",
            "Referatet nævner ingen bilag til »Dispensation",
        ),
        ("Hvilke bilag er der til sagen om månelanding?", "Svaret findes ikke"),
    ],
)
def test_no_papers_are_made_up(archive: Archive, question: str, said: str) -> None:
    answer = archive.ask(question)
    assert not answer.answerable
    assert answer.answer.startswith(said)


def test_closed_items_show_no_papers(archive: Archive) -> None:
    for item in archive.corpus.find_items(Filters()):
        if item.item.closed:
            answer = archive.ask(f"Hvilke bilag var der til sagen om {item.item.title}?")
            assert item.id not in {quote.source.item_id for quote in answer.quotes}
