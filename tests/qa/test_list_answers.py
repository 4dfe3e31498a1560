"""Lists are complete and in order; a case's timeline and precedents are, too."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from indexer.filters import Filters
from indexer.source_text import fold
from qa.answer import Intent, Quote, Role
from qa.archive import Archive
from qa.decisions import own_decisions


def decisions_with(archive: Archive, words: str, **conditions) -> Iterator[str]:
    """The items whose meeting's own decision says the words, found by reading them all."""
    for item in archive.corpus.find_items(Filters()):
        meeting = item.meeting
        if any(getattr(meeting, name) != value for name, value in conditions.items() if name != "years"):
            continue
        if "years" in conditions and (meeting.date is None or meeting.date.year not in conditions["years"]):
            continue
        text = archive.corpus.text(item.document)
        if any(re.search(words, fold(decision.span.of(text))) for decision in own_decisions(item)):
            yield item.id


def own(quotes: tuple[Quote, ...]) -> list[str]:
    return [quote.source.item_id for quote in quotes if quote.role is Role.DECISION and quote.source.item_id]


LISTS = [
    ("Hvilke sager blev udsat?", r"\bUdsat\b", {}),
    ("Hvilke sager blev udsat i 2022?", r"\bUdsat\b", {"years": {2022}}),
    ("Hvilke sager udsatte Socialudvalget?", r"\bUdsat\b", {"committee": "Socialudvalget"}),
    ("Which cases were postponed by the social committee?", r"\bUdsat\b", {"committee": "Socialudvalget"}),
    (
        "Hvilke forslag har Byrådet forkastet?",
        r"^Forslaget (?:blev )?(?:forkastet|nedstemt)",
        {"committee": "Byrådet"},
    ),
    (
        "Hvilke forslag stemte Byrådet ned?",
        r"^Forslaget (?:blev )?(?:forkastet|nedstemt)",
        {"committee": "Byrådet"},
    ),
    ("Hvad er der taget af dagsordenen i 2023 og 2024?", "[Tt]aget af dagsordenen", {"years": {2023, 2024}}),
]


@pytest.mark.parametrize(("question", "words", "conditions"), LISTS)
def test_a_list_is_complete_and_in_order(archive, ask, question: str, words: str, conditions: dict) -> None:
    answer = ask(question)
    assert answer.intent is Intent.LIST
    assert answer.answerable
    expected = set(decisions_with(archive, words, **conditions))
    assert len(expected) >= 3
    assert set(own(answer.quotes)) >= expected
    days = [quote.body_date for quote in answer.quotes]
    assert days == sorted(days)
    assert answer.answer.splitlines()[0].startswith(f"{len(answer.quotes)} ")
    assert len(answer.answer.splitlines()) == len(answer.quotes) + 1
    for line, quote in zip(answer.answer.splitlines()[1:], answer.quotes, strict=True):
        assert quote.text in line


@pytest.mark.parametrize("question", [row[0] for row in LISTS])
def test_no_decision_is_listed_twice(ask, question: str) -> None:
    listed = [(quote.body, quote.body_date, quote.text) for quote in ask(question).quotes]
    assert len(set(listed)) == len(listed)


def test_a_list_keeps_to_its_outcome(archive, ask) -> None:
    from qa.outcomes import Outcome, outcome_of

    for quote in ask("Hvilke sager blev udsat i 2022?").quotes:
        item = archive.item(quote.source.item_id)
        text = archive.corpus.text(item.document)
        (decision,) = [d for d in item.item.decisions if d.span.start == quote.source.start]
        spans = [decision.span, *(point.span for point in decision.points)]
        assert Outcome.POSTPONED in {outcome_of(span.of(text)) for span in spans}


def test_an_empty_list_is_refused(ask) -> None:
    answer = ask("Hvilke sager udsatte Socialudvalget i 2023?")
    assert not answer.answerable
    assert answer.quotes == ()


def test_everything_one_person_objected_to(archive, ask) -> None:
    answer = ask("Hvor har Lone Hedemark taget forbehold eller stemt imod?")
    assert answer.answerable
    assert {quote.role for quote in answer.quotes} == {Role.DISSENT}
    assert all("Lone Hedemark" in quote.text for quote in answer.quotes)
    days = [quote.source.date for quote in answer.quotes]
    assert days == sorted(days)
    told = r"Lone Hedemark \(I\)[^.]*(?:forbehold|stemte imod|ikke tiltræde|til protokol)"
    assert {quote.source.item_id for quote in answer.quotes} >= set(decisions_with(archive, told))
    assert not ask("Hvor har Ingrid Opdigtet taget forbehold?").answerable


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("Hvor har SF taget forbehold eller stemt imod?", "F"),
        ("Hvor har De Konservative stemt imod?", "C"),
        ("Hvor har DF taget forbehold?", "O"),
    ],
)
def test_everything_one_party_objected_to_whatever_it_is_called(archive, ask, question, letter) -> None:
    answer = ask(question)
    assert answer.answerable
    assert {quote.role for quote in answer.quotes} == {Role.DISSENT}
    told = rf"\({letter}\) (?:tog forbehold|stemte imod|kunne ikke tiltræde|ønskede ført til protokol)"
    expected = set(decisions_with(archive, told))
    assert len(expected) >= 2
    assert {quote.source.item_id for quote in answer.quotes} >= expected


def says(archive: Archive, word: str, years: frozenset[int] = frozenset()) -> set[str]:
    """The open items in which a word stands, found by reading them all."""
    return {
        item.id
        for item in archive.corpus.find_items(Filters())
        if not item.item.closed
        and word in item.item.span.of(archive.corpus.text(item.document))
        and (not years or (item.meeting.date and item.meeting.date.year in years))
    }


@pytest.mark.parametrize(
    ("question", "word", "years"),
    [
        ("Hvilke sager nævnte Hulbæk?", "Hulbæk", frozenset()),
        ("Hvilke sager omtaler Hulbæk?", "Hulbæk", frozenset()),
        ("Hvilke sager omtaler Hulbæk i 2023?", "Hulbæk", frozenset({2023})),
        ("Hvilke sager omtaler Myretuen?", "Myretuen", frozenset()),
    ],
)
def test_every_case_that_mentions_something_with_a_sentence_of_it(
    archive, ask, assert_verbatim, question: str, word: str, years: frozenset[int]
) -> None:
    answer = ask(question)
    assert answer.intent is Intent.LIST
    assert answer.answerable
    assert_verbatim(archive, answer.quotes)
    listed = [quote.source.item_id for quote in answer.quotes]
    assert len(listed) == len(set(listed))
    assert set(listed) == says(archive, word, years)
    assert len(answer.answer.splitlines()) == len(listed) + 1
    for quote in answer.quotes:
        assert word in quote.text or word in quote.source.title


def test_what_nothing_mentions_has_no_list(ask) -> None:
    answer = ask("Hvilke sager omtaler Atlantis?")
    assert not answer.answerable
    assert answer.quotes == ()


def stops(quotes: tuple[Quote, ...]) -> list[tuple[str | None, date | None]]:
    return [(quote.body, quote.body_date) for quote in quotes]


HULBAEK = [
    ("Økonomiudvalget", date(2023, 11, 7)),
    ("Børne- og Skoleudvalget", date(2023, 11, 14)),
    ("Økonomiudvalget", date(2023, 12, 12)),
    ("Byrådet", date(2023, 12, 19)),
    ("Børne- og Skoleudvalget", date(2024, 10, 8)),
    ("Økonomiudvalget", date(2024, 12, 10)),
    ("Byrådet", date(2024, 12, 17)),
    ("Byrådet", date(2025, 6, 24)),
]
PLAN = [
    ("Teknik- og Miljøudvalget", date(2023, 9, 13)),
    ("Byrådet", date(2023, 9, 26)),
    ("Teknik- og Miljøudvalget", date(2024, 2, 7)),
    ("Teknik- og Miljøudvalget", date(2024, 4, 10)),
    ("Økonomiudvalget", date(2024, 4, 23)),
    ("Byrådet", date(2024, 4, 30)),
]


@pytest.mark.parametrize(
    ("question", "handled"),
    [
        ("Vis historikken for sag 2023-007002", HULBAEK),
        ("Vis historikken for sag 23/7002", HULBAEK),
        ("What is the history of case 2023-007002?", HULBAEK),
        ("Vis historikken for sag 2023-004410", PLAN),
        ("Hvordan har sagen om lokalplan 4.17 bevæget sig gennem udvalg og byråd?", PLAN),
    ],
)
def test_a_timeline_holds_every_handling_oldest_first(ask, question: str, handled: list) -> None:
    answer = ask(question)
    assert answer.intent is Intent.TIMELINE
    assert answer.answerable
    assert stops(answer.quotes) == handled


def test_own_minutes_win_over_the_quoted_decision(ask) -> None:
    quotes = {quote.body_date: quote for quote in ask("Vis historikken for sag 2023-007002").quotes}
    told_twice = quotes[date(2023, 11, 14)]
    assert told_twice.role is Role.DECISION
    assert told_twice.source.document == "boerne-og-skoleudvalget-2023-11-14"


def test_a_decision_known_only_from_a_history_section_is_there(ask) -> None:
    quotes = {quote.body_date: quote for quote in ask("Vis historikken for sag 2023-004410").quotes}
    known_from_another = quotes[date(2023, 9, 26)]
    assert known_from_another.role is Role.PRIOR_DECISION
    assert known_from_another.source.document == "teknik-og-miljoeudvalget-2024-02-07"
    assert known_from_another.text.startswith("Forslaget vedtaget og sendt i offentlig høring")


def test_a_case_that_is_not_there_has_no_timeline(ask) -> None:
    answer = ask("Vis historikken for sag 2019-000001")
    assert not answer.answerable
    assert "2019-000001" in answer.answer


def test_precedents_are_items_alike_with_what_came_of_them(ask) -> None:
    answer = ask("Er der tidligere givet dispensation fra en lokalplan?")
    assert answer.intent is Intent.PRECEDENT
    assert answer.answerable
    items = [quote.source.item_id for quote in answer.quotes if quote.role is Role.DECISION]
    told_of = [quote for quote in answer.quotes if quote.role is not Role.DECISION]
    assert [quote.text.partition(", ")[0] for quote in told_of] == [
        "I 2022 gav udvalget afslag til et anlæg på Møllegade 9",
        "I 2020 gav udvalget dispensation til en carport 1,9 meter fra skel på Rosenvænget 12",
    ]
    assert len(set(items)) == len(items)
    assert {
        "teknik-og-miljoeudvalget-2024-02-07.17",
        "teknik-og-miljoeudvalget-2022-09-21.92",
        "teknik-og-miljoeudvalget-2025-03-12.26",
    } <= set(items)
    assert len(answer.answer.splitlines()) == len(items) + len(told_of) + 1


def test_a_list_on_a_topic_keeps_to_the_time_asked_about(archive: Archive) -> None:
    answer = archive.ask("Hvilke sager er afgjort ved afstemning i 2023?", today=date(2026, 1, 1))
    assert answer.quotes
    assert {quote.body_date.year for quote in answer.quotes if quote.body_date} == {2023}


@pytest.mark.parametrize(
    ("question", "conditions"),
    [
        ("Hvilke sager blev afgjort ved afstemning?", {}),
        ("Hvilke sager gik til afstemning i 2023?", {"years": {2023}}),
        ("Hvad blev der stemt om i Byrådet?", {"committee": "Byrådet"}),
        ("Which cases went to a vote?", {}),
    ],
)
def test_what_came_to_a_vote(archive: Archive, ask, question: str, conditions: dict) -> None:
    answer = ask(question)
    assert answer.intent is Intent.LIST
    counted = set(decisions_with(archive, r"\d+ stemmer mod \d+|[Ii]mod stemte", **conditions))
    assert len(counted) >= 2
    assert set(own(answer.quotes)) >= counted
    days = [quote.body_date for quote in answer.quotes]
    assert days == sorted(days)
    without = set(decisions_with(archive, r"^(?:Godkendt|Taget til efterretning|Anbefales|Udsat)\.?$"))
    assert not without & set(own(answer.quotes))


def test_votes_on_a_topic_are_those_on_it(ask) -> None:
    titles = {quote.source.title for quote in ask("Hvilke sager om solceller gik til afstemning?").quotes}
    assert titles
    assert all("olcelle" in title for title in titles if title)
    assert not ask("Hvilke sager om rumfart gik til afstemning?").answerable
