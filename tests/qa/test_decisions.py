"""A decision read closely: points beside what was recommended, votes, dissent, next steps."""

import pytest

from indexer.source_text import fold
from qa.archive import Archive
from qa.decisions import DecisionRead, own_decisions, prior_decisions, read_decision, recommendation_of
from qa.outcomes import Outcome


def read(archive: Archive, item_id: str) -> tuple[DecisionRead, str]:
    item = archive.item(item_id)
    text = archive.corpus.text(item.document)
    return read_decision(item, own_decisions(item)[0], text, archive.index.danish), text


def points(archive: Archive, item_id: str) -> list[tuple[str, Outcome, str | None]]:
    found, text = read(archive, item_id)
    return [
        (p.point.label, p.outcome, p.recommended and fold(p.recommended.span.of(text))) for p in found.points
    ]


@pytest.mark.parametrize(
    ("item_id", "expected"),
    [
        (
            "byraadet-2024-12-17.161",
            [
                ("1", Outcome.APPROVED, "én fælles skoleleder"),
                ("2", Outcome.APPROVED, "fælles skolebestyrelse"),
                ("3", Outcome.APPROVED, "mindst fire år"),
            ],
        ),
        (
            "boerne-og-skoleudvalget-2023-11-14.97",
            [
                ("1", Outcome.RECOMMENDED, ""),
                ("2", Outcome.RECOMMENDED, ""),
                ("3", Outcome.RECOMMENDED, ""),
                ("4", Outcome.POSTPONED, "Kirkebakken 3"),
            ],
        ),
        (
            "socialudvalget-2025-09-08.57",
            [("1", Outcome.NOTED, ""), ("2", Outcome.DISCUSSED, "")],
        ),
        (
            "teknik-og-miljoeudvalget-2022-09-21.96",
            [("1", Outcome.APPROVED, ""), ("2", Outcome.POSTPONED, ""), ("3", Outcome.APPROVED, "")],
        ),
        (
            "teknik-og-miljoeudvalget-2023-09-13.4",
            [("A", Outcome.APPROVED, ""), ("B", Outcome.POSTPONED, ""), ("C", Outcome.REJECTED, "")],
        ),
    ],
)
def test_points_stand_beside_what_was_recommended(
    archive: Archive, item_id: str, expected: list[tuple[str, Outcome, str]]
) -> None:
    found = points(archive, item_id)
    assert [(label, outcome) for label, outcome, _ in found] == [(row[0], row[1]) for row in expected]
    for (_, _, recommended), (_, _, words) in zip(found, expected, strict=True):
        assert recommended
        assert words in recommended


def test_an_undivided_decision_has_no_points(archive: Archive) -> None:
    assert points(archive, "socialudvalget-2022-11-07.63") == []


@pytest.mark.parametrize(
    ("item_id", "part", "words"),
    [
        ("byraadet-2024-12-17.161", "next_steps", "Forvaltningen skal forelægge"),
        ("byraadet-2024-12-17.161", "dissent", "undlod at stemme"),
        ("socialudvalget-2022-03-14.17", "next_steps", "Forvaltningen undersøger"),
        ("byraadet-2023-03-28.42", "dissent", "stemte imod"),
        ("byraadet-2022-12-20.204", "dissent", "kunne ikke tiltræde"),
        ("teknik-og-miljoeudvalget-2022-09-21.95", "dissent", "tog forbehold"),
        ("boerne-og-skoleudvalget-2024-10-08.73", "dissent", "ført til protokol"),
        ("byraadet-2023-03-28.41", "votes", "For stemte"),
        ("byraadet-2023-03-28.41", "votes", "13 stemmer mod 8"),
    ],
)
def test_votes_dissent_and_next_steps(archive: Archive, item_id: str, part: str, words: str) -> None:
    found, text = read(archive, item_id)
    parts = {
        "dissent": found.dissent,
        "votes": tuple(vote.span for vote in found.votes),
        "next_steps": found.next_steps,
    }
    spans = [span for spans in parts.values() for span in spans]
    assert not set(parts["next_steps"]) & {*parts["dissent"], *parts["votes"]}
    assert all(
        found.decision.span.start <= span.start < span.end <= found.decision.span.end for span in spans
    )
    said = [fold(span.of(text)) for span in parts[part]]
    assert any(words in sentence for sentence in said), (said, found)


def test_a_plain_decision_has_none_of_them(archive: Archive) -> None:
    found, _ = read(archive, "byraadet-2023-12-19.193")
    assert found.outcome is Outcome.WITHDRAWN
    assert (found.points, found.dissent, found.votes, found.next_steps) == ((), (), (), ())


def test_own_and_earlier_decisions_are_told_apart(archive: Archive) -> None:
    item = archive.item("byraadet-2024-04-30.2")
    assert [d.committee for d in own_decisions(item)] == ["Byrådet"]
    earlier = prior_decisions(item)
    assert [d.committee for d in earlier][-2:] == ["Teknik- og Miljøudvalget", "Økonomiudvalget"]
    days = [d.date for d in earlier if d.date]
    assert days == sorted(days)


def test_an_item_that_recommends_nothing(archive: Archive) -> None:
    bare = [
        item
        for document in archive.corpus.documents()
        for item in archive.corpus.items_of_document(document.id)
        if item.item.closed
    ]
    assert bare
    assert all(recommendation_of(item) is None for item in bare)
