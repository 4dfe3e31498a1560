"""What was decided: the decision first, then what was recommended, who dissented, what comes next."""

from datetime import date

import pytest

from qa.answer import Intent, Role
from qa.archive import Archive
from qa.asking import Narrowing, work_out


def test_a_decision_is_led_by_itself_with_its_recommendation(ask) -> None:
    answer = ask("Hvad besluttede Byrådet i december 2024 om én leder for de to skoler?")
    assert answer.intent is Intent.DECISION
    lead = answer.quotes[0]
    assert (lead.role, lead.body, lead.body_date) == (Role.DECISION, "Byrådet", date(2024, 12, 17))
    assert (lead.source.item, lead.source.case_no) == ("161", "2023-007002")
    assert lead.source.item_id == "byraadet-2024-12-17.161"
    assert answer.quotes[1].role is Role.RECOMMENDATION
    assert answer.answer.startswith(
        "Byrådet besluttede den 17. december 2024 (punkt 161, "
        "»Fælles ledelse for Brodal Skole og Hulbæk Skole«): »At 1) Godkendt."
    )
    assert "Det var indstillet: »" in answer.answer


def test_taken_note_of_is_told_with_what_was_taken_note_of(ask) -> None:
    answer = ask("Hvad besluttede Byrådet om opfølgning på fælles ledelse i juni 2025?")
    assert answer.quotes[0].text == "Taget til efterretning."
    of_the_item = [quote for quote in answer.quotes if quote.source.item_id == "byraadet-2025-06-24.94"]
    assert of_the_item[1].role is Role.RECOMMENDATION
    assert f"Det var indstillet: »{of_the_item[1].text}«" in answer.answer


@pytest.mark.parametrize(
    ("question", "day", "words"),
    [
        ("Hvad mente Økonomiudvalget om at flytte Fyrtårnet?", date(2023, 3, 21), "Venstre tog forbehold"),
        ("Hvad sagde Økonomiudvalget om fælles ledelse?", date(2024, 12, 10), "Liberal Alliance"),
    ],
)
def test_an_earlier_decision_belongs_to_the_body_that_took_it(
    ask, question: str, day: date, words: str
) -> None:
    answer = ask(question)
    lead = answer.quotes[0]
    assert (lead.role, lead.body, lead.body_date) == (Role.PRIOR_DECISION, "Økonomiudvalget", day)
    assert words in lead.text
    assert lead.source.committee == "Byrådet"
    assert answer.answer.startswith("Økonomiudvalget besluttede den ")
    assert "gengivet i Byrådet, " in answer.answer
    for quote in answer.quotes:
        if quote.source.start >= lead.source.start and quote.source.end <= lead.source.end:
            assert (quote.body, quote.body_date) == (lead.body, lead.body_date)


def test_dissent_is_quoted(ask) -> None:
    answer = ask("Hvem stemte imod at flytte værestedet ned på havnen da det var i Byrådet?")
    assert any(q.role is Role.DISSENT and "Imod stemte: V, C og O" in q.text for q in answer.quotes)


@pytest.mark.parametrize(
    ("question", "item_id"),
    [
        ("Hvad blev besluttet om skimelsvamp i Myretuen?", "boerne-og-skoleudvalget-2022-11-15.2"),
        ("Hvad vedtog byrådet om vandrusjebanen i svømehallen?", "byraadet-2023-03-28.42"),
        ("Hvad sagde socialudv. til anonym alkoholrådgivning?", "socialudvalget-2022-11-07.66"),
        ("Hvad besluttede man i sag 23/4410 i april 2024?", "byraadet-2024-04-30.2"),
        ("Hvad besluttede teknik og miljø om elevatortårnet?", "teknik-og-miljoeudvalget-2025-03-12.26"),
        ("HVAD BLEV BESLUTTET OM ELEVATORTÅRNET", "teknik-og-miljoeudvalget-2025-03-12.26"),
        ("elevatortårn", "teknik-og-miljoeudvalget-2025-03-12.26"),
    ],
)
def test_slips_short_names_and_bare_topics(ask, question: str, item_id: str) -> None:
    answer = ask(question)
    assert answer.answerable
    assert item_id in [quote.source.item_id for quote in answer.quotes[:3]]


def test_a_fact_is_led_by_the_sentence_that_holds_it(ask) -> None:
    answer = ask("Hvor mange lyspunkter har kommunen?")
    assert answer.intent is Intent.FACT
    assert "6.480 lyspunkter" in answer.quotes[0].text
    assert answer.answer.startswith("Af referatet fremgår: »")
    assert answer.quotes[0].text in answer.answer
    assert "Teknik- og Miljøudvalget, 21. september 2022, punkt 94" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange lyspunkter har kommunen?",
        "Hvilke sager blev udsat i 2022?",
        "Hvad skete der med Fyrtårnet?",
    ],
)
def test_the_same_question_gets_the_same_answer(archive, question: str) -> None:
    today = date(2025, 11, 22)
    assert archive.ask(question, today=today) == archive.ask(question, today=today)


def test_a_freshly_opened_archive_answers_alike(sample_data, ask) -> None:
    from qa.archive import Archive

    question = "Hvad besluttede Byrådet om Hulbæk Skole i 2023?"
    assert Archive.open(sample_data).ask(question, today=date(2025, 11, 22)) == ask(question)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Hvad besluttede Byrådet i september?", date(2023, 9, 26)),
        ("Hvad besluttede Økonomiudvalget i april?", date(2025, 4, 29)),
        ("Hvad besluttede Økonomiudvalget den 23. april?", date(2024, 4, 23)),
        ("Hvilke beslutninger tog Børne- og Skoleudvalget i april?", date(2024, 4, 16)),
    ],
)
def test_a_time_without_its_year_may_be_known_from_minutes_of_others(ask, question: str, day: date) -> None:
    answer = ask(question)
    assert answer.answerable
    assert {(quote.role, quote.body_date) for quote in answer.quotes} == {(Role.PRIOR_DECISION, day)}


def test_last_year_counts_from_the_day_of_asking(archive) -> None:
    question = "Hvad besluttede Byrådet sidste år om fælles ledelse?"
    asked = archive.ask(question, today=date(2025, 11, 22))
    assert asked.coverage.filters["from"] == "2024-01-01"
    assert asked.quotes[0].body_date == date(2024, 12, 17)
    assert not archive.ask(question, today=date(2031, 1, 1)).answerable


def test_the_head_of_a_meeting_decides_nothing(archive: Archive) -> None:
    worked = work_out(archive.index, "Digtet om Byrådet", Narrowing(), date(2025, 11, 22))
    assert worked.ranked[0].item is None  # the head, which has the one word that is anywhere
    assert worked.draft.quotes
    assert Role.MEETING not in {quote.role for quote in worked.draft.quotes}


def test_a_decision_that_later_minutes_quote_is_told_from_its_own(ask) -> None:
    answer = ask("Blev valget af adresse til værestedet udsat i november 2022?")
    lead = answer.quotes[0]
    assert (lead.role, lead.source.item_id) == (Role.DECISION, "socialudvalget-2022-11-07.63")
    assert answer.answer.startswith("Socialudvalget besluttede den 7. november 2022 (punkt 63")


@pytest.mark.parametrize("question", ["Blev Hulbæk Skole lukket?", "Blev Hulbæk Skole nedlagt?"])
def test_a_deed_is_told_by_the_meeting_at_which_it_was_proposed(ask, question: str) -> None:
    lead = ask(question).quotes[0]
    assert lead.source.item_id == "byraadet-2023-12-19.190"  # a later one is on its board, another led to it
    assert "nedstemt" in lead.text
