"""What a question rules out is refused by name; what is nearest is shown as near, never as the answer."""

from dataclasses import replace
from datetime import date

import pytest

from indexer.stored import StoredItem
from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.exclusions import allowed_first, excluded, names_another
from qa.ranking import Ranked

TODAY = date(2025, 11, 22)

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


UNDERSIGNED = "Hvor mange underskrifter mod en lukning fik borgerforeningen i Hulbæk"


@pytest.mark.parametrize(
    ("question", "against"),
    [
        (f"{UNDERSIGNED} i juni 2025?", "juni 2025"),
        (f"{UNDERSIGNED} den 24. juni 2025?", "24. juni 2025"),
        ("How many signatures did Hulbæk get in June 2025?", "June 2025"),
        ("Hvilke underskrifter kom der i januar 2024 i Hulbæk?", "januar 2024"),
        # a whole year may be a budget's, and the present may be a plan
        (f"{UNDERSIGNED} i 2025?", ""),
        (f"{UNDERSIGNED} i første halvår 2025?", ""),
        (f"{UNDERSIGNED} i december 2023?", ""),
        (f"{UNDERSIGNED} i november 2023?", ""),
        ("Hvor mange underskrifter er der i juni 2025 i Hulbæk?", ""),
        ("Skal der samles underskrifter i Hulbæk i juni 2025?", ""),
    ],
)
def test_what_happened_on_a_day_after_the_meeting_is_not_told_by_its_minutes(
    archive: Archive, question: str, against: str
) -> None:
    timeless = work_out(archive.index, f"{UNDERSIGNED}?", Narrowing(), TODAY)
    assert timeless.draft.lead is not None
    assert timeless.draft.lead.item is not None
    assert timeless.draft.lead.item.meeting.date == date(2023, 12, 19)
    asked = work_out(archive.index, question, Narrowing(), TODAY).question
    assert against in excluded(archive.index, asked, timeless.draft)
    assert bool(excluded(archive.index, asked, timeless.draft)) is bool(against)


@pytest.mark.parametrize("question", [f"{UNDERSIGNED} i juni 2025?", f"{UNDERSIGNED} den 24. juni 2025?"])
def test_and_is_refused(ask, question: str) -> None:
    assert not ask(question).answerable


def level(archive: Archive, question: str) -> list[Ranked]:
    """What is near a question, all as near as another."""
    ranked = work_out(archive.index, question, Narrowing(), TODAY).ranked
    return [replace(near, score=1.0) for near in ranked]


def test_what_the_question_rules_out_does_not_lead(archive: Archive) -> None:
    near = level(archive, "Hvad blev besluttet om lokalplanen for boliger?")
    asked = work_out(archive.index, "Hvad blev besluttet om lokalplan 4.18?", Narrowing(), TODAY).question
    told = [r.item is not None and "4.18" in text_of(archive, r.item) for r in near]
    assert not told[0]
    assert any(told)
    first = allowed_first(archive.index, asked, near)
    allowed = [near for near, holds in zip(near, told, strict=True) if holds]
    assert first == [*allowed, *(r for r in near if r not in allowed)]


def test_what_is_far_from_the_best_is_not_put_before_it(archive: Archive) -> None:
    near = level(archive, "Hvad blev besluttet om lokalplanen for boliger?")
    asked = work_out(archive.index, "Hvad blev besluttet om lokalplan 4.18?", Narrowing(), TODAY).question
    far = [replace(r, score=r.score if place == 0 else 0.1) for place, r in enumerate(near)]
    assert allowed_first(archive.index, asked, far) == far


def test_where_everything_is_ruled_out_nothing_moves(archive: Archive) -> None:
    near = level(archive, "Hvad blev besluttet om lokalplanen for boliger?")
    asked = work_out(archive.index, "Hvad blev besluttet om lokalplan 9.99?", Narrowing(), TODAY).question
    assert allowed_first(archive.index, asked, near) == near


def text_of(archive: Archive, item: StoredItem) -> str:
    return item.item.span.of(archive.corpus.text(item.document))


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stemte imod bådhuset på Rørvej?",
        "Hvem stemte nej til uddybning af sejlrenden?",
        "Hvem tog forbehold for uddybning af sejlrenden?",
        "Hvilke partier stemte imod bådhuset på Rørvej?",
    ],
)
def test_who_objected_is_refused_where_nobody_is_said_to_have(vigsted: Archive, question: str) -> None:
    answer = vigsted.ask(question)
    assert not answer.answerable
    assert answer.quotes == ()
    assert vigsted.ask("Hvem stemte imod en ny kran på kajen?").answerable  # "4 stemmer mod 3"


def test_who_objected_is_refused_of_the_samples_too(ask) -> None:
    assert not ask("Hvem stemte imod mødeplanen for 2024?").answerable
    assert "Lone Hedemark" in ask("Hvem stemte imod Låneoptagelse 2023?").quotes[0].text


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


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("I 2020 fik Strandalle 31 dispensation.", True),
        ("I 2020 fik Strandalle 31 dispensation, men Strandalle 27 ikke.", False),
        ("Strandalle 27 ligger højt.", False),
        ("Huset ligger højt.", False),
        ("Strandalle 27 B er en anden ejendom end Strandalle 31.", False),
    ],
)
def test_a_sentence_on_another_number_is_no_answer(archive: Archive, sentence: str, another: bool) -> None:
    worked = work_out(archive.index, "Hvorfor fik Strandalle 27 afslag?", Narrowing(), TODAY)
    assert names_another(worked.question, sentence) is another
