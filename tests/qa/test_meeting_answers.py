"""Questions about a meeting itself are answered from its head: where, when, who, and what was on."""

from datetime import date

import pytest

from qa.answer import Intent, Role
from qa.answer_meeting import Aspect, aspect_of
from qa.archive import Archive

ASPECTS = [
    ("Hvem meldte afbud?", Aspect.ABSENT),
    ("Hvem manglede på mødet?", Aspect.ABSENT),
    ("Hvem var fraværende?", Aspect.ABSENT),
    ("Who was absent?", Aspect.ABSENT),
    ("Hvem kom ikke til mødet?", Aspect.ABSENT),
    ("Hvem deltog ikke i mødet?", Aspect.ABSENT),
    ("Hvem mødte ikke op?", Aspect.ABSENT),
    ("Hvem var ikke med til mødet?", Aspect.ABSENT),
    ("Hvornår sluttede mødet?", Aspect.END),
    ("Hvornår blev mødet hævet?", Aspect.END),
    ("Hvem var formand?", Aspect.ROLE),
    ("Hvem var næstformand?", Aspect.ROLE),
    ("Hvem er borgmester?", Aspect.ROLE),
    ("Hvem tog referat?", Aspect.ROLE),
    ("Who chaired the meeting?", Aspect.ROLE),
    ("Hvem sad for bordenden?", Aspect.ROLE),
    ("Hvor holdt udvalget møde?", Aspect.PLACE),
    ("Where did they meet?", Aspect.PLACE),
    ("Hvornår begyndte mødet?", Aspect.TIME),
    ("Klokken hvad begyndte mødet?", Aspect.TIME),
    ("Hvad stod på dagsordenen?", Aspect.AGENDA),
    ("Hvor mange punkter var der på mødet?", Aspect.AGENDA),
    ("Hvem deltog i mødet?", Aspect.PRESENT),
    ("Hvem var til stede?", Aspect.PRESENT),
    ("Who attended?", Aspect.PRESENT),
]
ANSWERS = [
    ("Hvor mødtes Byrådet i juni 2025?", date(2025, 6, 24), "Brodal Forsamlingshus, Gadekæret 1"),
    ("Hvor sad Byrådet henne den 24. juni 2025?", date(2025, 6, 24), "Brodal Forsamlingshus, Gadekæret 1"),
    ("Where did the council meet in June 2025?", date(2025, 6, 24), "Brodal Forsamlingshus, Gadekæret 1"),
    ("Hvornår begyndte byrådsmødet den 30. april 2024?", date(2024, 4, 30), "kl. 18:00"),
    ("Hvornår holdt Byrådet sidst møde?", date(2025, 6, 24), "24. juni 2025"),
    (
        "Hvem var formand for Teknik- og Miljøudvalget i 2023?",
        date(2023, 9, 13),
        "Claus Ebdrup (V) - formand",
    ),
    (
        "Hvem sad for bordenden i Teknik- og Miljøudvalget i 2023?",
        date(2023, 9, 13),
        "Claus Ebdrup (V) - formand",
    ),
    ("Hvad tid begyndte Byrådet den 30. april 2024?", date(2024, 4, 30), "kl. 18:00"),
    ("Hvem meldte afbud til Byrådet den 17. december 2024?", date(2024, 12, 17), "Jonas Tranholt (Afbud)"),
    ("Hvem deltog i mødet i Byrådet den 17. december 2024?", date(2024, 12, 17), "Lone Hedemark"),
    ("Hvem tog referat for Børne- og Skoleudvalget i november 2022?", date(2022, 11, 15), "Overgaard"),
    ("Hvad stod på dagsordenen for Byrådet den 17. december 2024?", date(2024, 12, 17), "Referat fra"),
]


@pytest.mark.parametrize(("question", "aspect"), ASPECTS)
def test_what_is_asked_about_a_meeting(question: str, aspect: Aspect) -> None:
    assert aspect_of(question) is aspect


@pytest.mark.parametrize(("question", "day", "words"), ANSWERS)
def test_the_head_of_the_meeting_answers(
    archive, ask, assert_verbatim, question: str, day: date, words: str
) -> None:
    answer = ask(question)
    assert answer.answerable
    assert answer.intent is Intent.MEETING
    assert {quote.role for quote in answer.quotes} == {Role.MEETING}
    assert answer.quotes[0].source.date == day
    assert words in answer.quotes[0].text
    assert answer.quotes[0].text in answer.answer
    assert_verbatim(archive, answer.quotes)


def test_everyone_absent_is_named(ask) -> None:
    answer = ask("Hvem manglede på mødet i Socialudvalget 8. september 2025?")
    said = " ".join(quote.text for quote in answer.quotes[:2])
    assert "Per Skovsende (Afbud)" in said
    assert "Jonas Tranholt (Afbud)" in said


def test_the_agenda_is_whole_and_in_order(archive, ask) -> None:
    answer = ask("Hvad stod på dagsordenen for Byrådet den 17. december 2024?")
    titles = [item.item.title for item in archive.corpus.items_of_document("byraadet-2024-12-17")]
    assert [quote.text for quote in answer.quotes] == titles


@pytest.mark.parametrize(
    "question",
    [
        "Hvem var borgmester i 2019?",
        "Hvor holdt Kulturudvalget møde?",
        "Hvem deltog i mødet den 1. maj 2024?",
    ],
)
def test_a_meeting_that_is_not_there(ask, question: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert answer.quotes == ()


@pytest.mark.parametrize(
    "question",
    [
        "Hvem meldte afbud til mødet i Havneudvalget den 3. marts 2025?",
        "Hvem var fraværende på mødet i Havneudvalget den 3. marts 2025?",
    ],
)
def test_who_was_absent_is_told_by_the_items_where_the_head_does_not(
    vigsted_in_march: Archive, assert_verbatim, question: str
) -> None:
    answer = vigsted_in_march.ask(question)
    assert (answer.intent, answer.answerable) == (Intent.MEETING, True)
    said = [quote.text for quote in answer.quotes]
    assert said == ["Bo Holm (V).", "Tove Bakke (A) og Bo Holm (V)."]  # each wording once, items in order
    assert {quote.role for quote in answer.quotes} == {Role.MEETING}
    assert_verbatim(vigsted_in_march, answer.quotes)


def test_who_was_there_is_not_told_by_who_was_absent(vigsted_in_march: Archive) -> None:
    assert not vigsted_in_march.ask("Hvem deltog i mødet i Havneudvalget den 3. marts 2025?").answerable


def test_when_a_meeting_ended_is_told_by_its_line_or_by_the_head(
    vigsted: Archive, vigsted_in_march: Archive
) -> None:
    answer = vigsted_in_march.ask("Hvornår sluttede Havneudvalgets møde den 3. marts 2025?")
    assert [quote.text for quote in answer.quotes] == ["SLUTTIDSPUNKT 03-03-2025 18:45:00"]
    answer = vigsted.ask("Hvornår blev Havneudvalgets møde den 3. februar 2025 hævet?")
    assert ["17:30" in quote.text for quote in answer.quotes] == [True]


def test_when_a_meeting_ended_is_not_told_by_when_it_began(ask) -> None:
    assert not ask("Hvornår sluttede Byrådets møde den 17. december 2024?").answerable


def test_a_party_is_shown_by_its_members_who_were_there(ask) -> None:
    answer = ask("Hvem repræsenterede SF på mødet i Socialudvalget den 14. marts 2022?")
    assert (answer.intent, answer.answerable) == (Intent.MEETING, True)
    assert [quote.text for quote in answer.quotes] == ["Per Skovsende, (F)"]


def test_where_nobody_was_absent_the_minutes_are_said_to_name_nobody(archive: Archive) -> None:
    answer = archive.ask("Hvem deltog ikke i mødet i Byrådet den 28. marts 2023?")
    assert not answer.answerable
    assert answer.answer == "Referatet fra Byrådet den 28. marts 2023 nævner ingen fraværende."
