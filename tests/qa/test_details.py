"""A leading decision told closely, beside its answer."""

from datetime import date

import pytest

from indexer.source_text import fold
from qa.answer import Answer, DecisionDetails, Role, Side
from qa.archive import Archive
from qa.outcomes import Outcome


def details(archive: Archive, question: str) -> tuple[DecisionDetails, Answer]:
    answer = archive.ask(question, today=date(2026, 1, 1))
    assert answer.details is not None
    return answer.details, answer


def test_the_votes_on_the_shelter(archive: Archive) -> None:
    found, _ = details(archive, "Hvad besluttede Byrådet om Fyrtårnet i marts 2023?")
    assert [(v.side, v.count) for v in found.votes[:2]] == [(Side.FOR, 13), (Side.AGAINST, 8)]
    assert ("A", "F", "Ø", "B", "I", "L") in [v.parties for v in found.votes]
    assert any("naboforum" in step.text for step in found.next_steps)
    assert all("13 stemmer" not in quote.text for quote in found.dissent)


def test_points_told_in_sentences_stand_beside_the_recommendation(archive: Archive) -> None:
    found, _ = details(archive, "Hvad blev besluttet på Byrådets møde den 19. december 2023, punkt 190?")
    assert [(p.label, p.outcome) for p in found.points][:2] == [
        ("1", Outcome.APPROVED),
        ("2", Outcome.REJECTED),
    ]
    assert all(point.recommended for point in found.points[:2])


def test_what_was_noted_is_told_with_it(archive: Archive) -> None:
    found, answer = details(archive, "Hvad blev besluttet om ladestandere i marts 2025?")
    assert found.outcome is Outcome.NOTED
    assert found.noted is not None
    assert found.noted in answer.quotes
    assert f"Om sagen: »{found.noted.text}«" in answer.answer


@pytest.mark.parametrize("item_id", ["byraadet-2023-03-28.41", "byraadet-2024-12-17.161"])
def test_every_part_is_a_slice_of_the_stored_text(archive: Archive, item_id: str) -> None:
    item = archive.item(item_id)
    day = item.meeting.date
    assert day is not None
    found, _ = details(archive, f"Hvad blev besluttet under punkt {item.item.number} den {day:%d.%m.%Y}?")
    text = archive.corpus.text(item.document)
    quotes = [
        *(vote.quote for vote in found.votes),
        *found.dissent,
        *found.next_steps,
        *(point.decided for point in found.points),
        *(point.recommended for point in found.points if point.recommended),
    ]
    assert quotes
    assert all(quote.text == fold(text[quote.source.start : quote.source.end]) for quote in quotes)
    assert {quote.role for quote in found.dissent} <= {Role.DISSENT}
