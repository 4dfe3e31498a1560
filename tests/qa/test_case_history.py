"""A case through time and committees, and items alike in substance."""

from datetime import date

import pytest

from indexer.errors import NotInIndex
from qa.answer import Role


@pytest.mark.parametrize("written", ["2023-007002", "23/7002", "2023-7002", " 2023-007002 "])
def test_a_case_is_found_however_its_number_is_written(archive, written: str) -> None:
    history = archive.case(written)
    assert history.case_no == "2023-007002"
    days = [stop.date for stop in history.stops]
    assert days == sorted(days)
    assert len(days) == 8


def test_each_stop_tells_its_decision_then_what_was_recommended(archive, assert_verbatim) -> None:
    history = archive.case("2023-004410")
    assert [(stop.date, stop.committee) for stop in history.stops] == [
        (date(2023, 9, 13), "Teknik- og Miljøudvalget"),
        (date(2023, 9, 26), "Byrådet"),
        (date(2024, 2, 7), "Teknik- og Miljøudvalget"),
        (date(2024, 4, 10), "Teknik- og Miljøudvalget"),
        (date(2024, 4, 23), "Økonomiudvalget"),
        (date(2024, 4, 30), "Byrådet"),
    ]
    for stop in history.stops:
        assert_verbatim(archive, stop.quotes)
        lead = stop.quotes[0]
        assert (lead.body, lead.body_date) == (stop.committee, stop.date)
        assert lead.source.item_id == stop.item_id
        roles = [quote.role for quote in stop.quotes]
        assert roles in ([Role.DECISION, Role.RECOMMENDATION], [Role.DECISION], [Role.PRIOR_DECISION])


def test_every_case_of_the_index_has_a_history(archive, assert_verbatim) -> None:
    numbers = {
        item.item.case_no
        for document in archive.corpus.documents()
        for item in archive.corpus.items_of_document(document.id)
        if item.item.case_no
    }
    assert len(numbers) > 50
    for number in numbers:
        history = archive.case(number)
        assert history.stops
        days = [stop.date or date.min for stop in history.stops]
        assert days == sorted(days)
        for stop in history.stops:
            assert_verbatim(archive, stop.quotes)


@pytest.mark.parametrize("number", ["2023-009999", "", "hej", "%", "2023"])
def test_no_such_case(archive, number: str) -> None:
    with pytest.raises(NotInIndex):
        archive.case(number)


@pytest.mark.parametrize(
    ("item_id", "alike"),
    [
        ("teknik-og-miljoeudvalget-2024-02-07.17", "teknik-og-miljoeudvalget-2022-09-21.92"),
        ("teknik-og-miljoeudvalget-2022-09-21.92", "teknik-og-miljoeudvalget-2024-02-07.17"),
        ("byraadet-2024-12-17.162", "socialudvalget-2024-11-11.85"),
        ("byraadet-2022-12-20.204", "byraadet-2023-03-28.42"),
    ],
)
def test_items_alike_come_with_what_came_of_them(archive, assert_verbatim, item_id: str, alike: str) -> None:
    hits = archive.similar(item_id, 5)
    found = [hit.quote.source.item_id for hit in hits]
    assert alike in found[:3]
    assert item_id not in found
    assert len(set(found)) == len(found) <= 5
    assert {hit.quote.role for hit in hits} <= {Role.DECISION, Role.PRIOR_DECISION}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert_verbatim(archive, [hit.quote for hit in hits])


def test_no_such_item(archive) -> None:
    with pytest.raises(NotInIndex):
        archive.similar("byraadet-2024-12-17.999")
    with pytest.raises(NotInIndex):
        archive.item("findes-ikke")
