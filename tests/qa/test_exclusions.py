"""What a question rules out is refused by name; what is nearest is shown as near, never as the answer."""

from datetime import date

import pytest

REFUSED = [
    ("Hvad besluttede Socialudvalget om Fyrtårnet i 2021?", "2021"),
    ("Hvad blev der besluttet om Hulbæk Skole i 2018?", "2018"),
    ("Hvad besluttede Byrådet på mødet den 14. august 2024?", "14. august 2024"),
    ("Hvad behandlede Teknik- og Miljøudvalget i 2026?", "2026"),
    ("Hvad besluttede Kulturudvalget om svømmehallen?", "Kulturudvalget"),
    ("Hvad mente Beskæftigelsesudvalget om rejseholdet?", "Beskæftigelsesudvalget"),
    ("Hvad blev besluttet i sag 2023-009999?", "2023-009999"),
    ("Hvad blev vedtaget om lokalplan 4.19?", "4.19"),
    ("Hvad blev besluttet under punkt 150 i Byrådet den 19. december 2023?", "punkt 150"),
    ("What did the council decide on item 150 in December 2023?", "item 150"),
    ("What was decided in case 2023-009999?", "case 2023-009999"),
]
OF_ITS_TIME_AND_NUMBER = [
    ("Hvad besluttede Socialudvalget om Fyrtårnet i 2022?", date(2022, 11, 7), "63"),
    ("Hvad blev der besluttet om Hulbæk Skole i 2023?", date(2023, 12, 19), "190"),
    ("Hvad blev besluttet under punkt 190 i Byrådet den 19. december 2023?", date(2023, 12, 19), "190"),
    ("Hvad blev besluttet under punkt 161 i Byrådet i december 2024?", date(2024, 12, 17), "161"),
    ("Hvorfor udsatte TMU lokalplan 4.17 i februar 2024?", date(2024, 2, 7), "13"),
    ("Hvad blev besluttet i sag 2024-008920?", date(2024, 12, 17), "163"),
]


@pytest.mark.parametrize(("question", "named"), REFUSED)
def test_what_is_not_there_is_refused_by_name(ask, question: str, named: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert answer.quotes == ()
    assert named in answer.answer
    assert ("Searched: " if question.startswith("What") else "Der er søgt i ") in answer.answer
    # what was searched: the meetings of the committee asked about, where there are any
    assert 1 <= answer.coverage.meetings <= 20
    first, last = answer.coverage.first, answer.coverage.last
    assert first is not None
    assert last is not None
    assert date(2022, 1, 11) <= first < last <= date(2025, 9, 8)


@pytest.mark.parametrize(("question", "day", "item"), OF_ITS_TIME_AND_NUMBER)
def test_what_is_there_is_not_refused(ask, question: str, day: date, item: str) -> None:
    answer = ask(question)
    assert answer.answerable
    places = [(quote.source.date, quote.source.item) for quote in answer.quotes]
    assert (day, item) in places[:3]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Kulturudvalget om svømmehallen?",
        "Hvad besluttede Socialudvalget om Fyrtårnet i 2021?",
        "Hvad blev vedtaget om lokalplan 4.19?",
    ],
)
def test_the_nearest_items_are_beside_a_refusal(archive, ask, assert_verbatim, question: str) -> None:
    nearest = ask(question).nearest
    assert 1 <= len(nearest) <= 3
    assert len({quote.source.item_id for quote in nearest}) == len(nearest)
    assert_verbatim(archive, nearest)


@pytest.mark.parametrize(
    "question",
    [
        "asdf jklø",
        "bla bla bla",
        "Hvem er statsminister?",
        "Hvordan bager man rugbrød?",
        "?",
        "🦆",
        "x" * 3000,
    ],
)
def test_nonsense_gets_nothing(ask, question: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert answer.quotes == ()
    assert answer.confidence < 0.5


@pytest.mark.parametrize("question", ["", "   ", "\n", "og", "240267-0000"])
def test_a_question_about_nothing_is_refused_without_a_reason_made_up(ask, question: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert answer.answer.startswith(
        "Svaret findes ikke i de referater, der er søgt i. Der er søgt i 20 møder"
    )


def test_filters_beside_the_question_hold(archive, ask) -> None:
    question = "Hvad blev besluttet om madservice?"
    by_day = ask(question, date_to=date(2022, 12, 31))
    assert by_day.answerable
    assert {quote.source.date.year for quote in by_day.quotes} == {2022}
    assert by_day.coverage.filters == {"to": "2022-12-31"}
    narrowed = ask("Hvad blev besluttet om Hulbæk Skole?", date_to=date(2023, 12, 13))
    assert narrowed.quotes[0].body_date <= date(2023, 12, 13)
    by_body = ask(question, committee="socialudv.")
    assert by_body.answerable
    assert by_body.quotes[0].body == "Socialudvalget"
    assert by_body.coverage.filters == {"committee": "Socialudvalget"}
    without = archive.ask(question, without_documents=frozenset({by_body.quotes[0].source.document}))
    assert by_body.quotes[0].source.document not in {quote.source.document for quote in without.quotes}


@pytest.mark.parametrize("beside", [{"municipality": "Odense"}, {"committee": "Kulturudvalget"}])
def test_a_filter_beside_the_question_that_nothing_meets_is_named(ask, beside: dict[str, str]) -> None:
    answer = ask("Hvad blev besluttet om madservice?", **beside)
    assert not answer.answerable
    assert (answer.quotes, answer.nearest) == ((), ())
    assert next(iter(beside.values())) in answer.answer
