"""A question taken apart against what an index knows."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.danish import Danish
from qa.answer import Intent
from qa.intents import AnswerType
from qa.outcomes import Outcome
from qa.question import Known, Question, understand

TODAY = date(2025, 11, 22)
KNOWN = Known(
    municipalities=("Tranevig", "Ny Tranevig"),
    committees=("Byrådet", "Socialudvalget", "Teknik- og Miljøudvalget"),
    meetings=(
        ("Socialudvalget", date(2023, 10, 9)),
        ("Teknik- og Miljøudvalget", date(2024, 10, 1)),
        ("Byrådet", date(2025, 9, 1)),
    ),
)


def words(question: Question) -> set[str]:
    return {term.lemma for term in question.terms}


def test_everything_at_once(danish_language: Danish) -> None:
    question = understand(
        "Hvad besluttede Socialudvalget i Tranevig Kommune om hjemløsestrategien i sag 2023-004410 i "
        "oktober 2023?",
        danish_language,
        KNOWN,
        TODAY,
    )
    assert question.intent is Intent.DECISION
    assert question.answer_type is AnswerType.ANY
    assert not question.english
    assert question.committee is not None
    assert question.committee.names == {"Socialudvalget"}
    assert question.municipality == "Tranevig"
    assert question.period is not None
    assert (question.period.first, question.period.last) == (date(2023, 10, 1), date(2023, 10, 31))
    assert question.case_no == "2023-004410"
    assert question.item_no is None
    assert question.outcome is None
    assert words(question) == {"hjemløsestrategi"}
    assert {"hjemløs", "strategi"} <= set(question.terms[0].parts) | {"hjemløs"}


@pytest.mark.parametrize(
    ("text", "case_no"),
    [
        ("Hvad skete der i sag 2023-004410?", "2023-004410"),
        ("Hvad skete der i sag nr. 25/26257?", "25/26257"),
        ("Sagsnummer: EMN-2025-003383", "EMN-2025-003383"),
        ("Hvad med 00.22.04-P35-1-24?", "00.22.04-P35-1-24"),
        ("What was decided in case 2015-004285?", "2015-004285"),
        ("Hvad skete der i sagen om skolen?", None),
        ("Hvad blev besluttet i 2023?", None),
        ("Hvad blev besluttet om lokalplan 4.17?", None),
    ],
)
def test_case_number(danish_language: Danish, text: str, case_no: str | None) -> None:
    assert understand(text, danish_language, KNOWN, TODAY).case_no == case_no


@pytest.mark.parametrize(
    ("text", "item_no"),
    [
        ("Hvad blev besluttet under punkt 70?", "70"),
        ("Hvad blev besluttet under pkt. 3a?", "3a"),
        ("Hvad stod der i punkt nr. 12?", "12"),
        ("What was decided on item 4?", "4"),
        ("Hvad blev besluttet under dagsordenspunkt 5?", "5"),
        ("Hvad blev besluttet om punkthusene?", None),
    ],
)
def test_item_number(danish_language: Danish, text: str, item_no: str | None) -> None:
    assert understand(text, danish_language, KNOWN, TODAY).item_no == item_no


@pytest.mark.parametrize(
    ("text", "municipality"),
    [
        ("Hvad besluttede Tranevig om skolen?", "Tranevig"),
        ("Hvad er Tranevigs holdning?", "Tranevig"),
        ("Hvad gør Ny Tranevig Kommune?", "Ny Tranevig"),
        ("Hvad sker der på Tranevig Station?", None),
        ("Hvad sker der i Odense?", None),
    ],
)
def test_municipality(danish_language: Danish, text: str, municipality: str | None) -> None:
    assert understand(text, danish_language, KNOWN, TODAY).municipality == municipality


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hvad besluttede man på sidste møde?", date(2025, 9, 1)),
        ("Hvad besluttede Socialudvalget på sidste møde?", date(2023, 10, 9)),
        ("Hvad besluttede TMU på det seneste møde?", date(2024, 10, 1)),
        ("What did the council decide at the last meeting?", date(2025, 9, 1)),
        ("Hvad besluttede Socialudvalget i oktober?", date(2023, 10, 1)),
        ("Hvad besluttede Teknik- og Miljøudvalget i oktober?", date(2024, 10, 1)),
    ],
)
def test_a_time_without_its_year_is_that_of_the_body_asked_about(
    danish_language: Danish, text: str, day: date
) -> None:
    period = understand(text, danish_language, KNOWN, TODAY).period
    assert period is not None
    assert period.first == day


def test_an_outcome_is_a_filter_only_of_lists_and_precedents(danish_language: Danish) -> None:
    listed = understand("Hvilke sager blev udsat?", danish_language, KNOWN, TODAY)
    decided = understand("Hvorfor blev sagen om skolen udsat?", danish_language, KNOWN, TODAY)
    assert listed.outcome is Outcome.POSTPONED
    assert decided.outcome is None


def test_terms_leave_out_what_only_asks_or_filters(danish_language: Danish) -> None:
    question = understand(
        "Hvad blev der egentlig besluttet i Byrådet om Fyrtårnet i 2023?", danish_language, KNOWN, TODAY
    )
    assert words(question) == {"fyrtårn"} or words(question) == {"fyrtårnet"}
    assert "2023" not in {term.text for term in question.words}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Hvilke indvendinger var der mod referatet?", True),
        ("Hvem havde bemærkninger til referatet?", True),
        ("Blev dagsordenen godkendt?", True),
        ("Hvad stod der i referatet om skolen?", False),
        ("Hvad fremgår der af dagsordenen om skolen?", False),
        ("Hvad blev skolen ifølge referatet?", False),
        ("Hvad siger referatet fra mødet om skolen?", False),
    ],
)
def test_minutes_are_a_topic_where_they_are_not_the_source(
    danish_language: Danish, text: str, topic: bool
) -> None:
    question = understand(text, danish_language, KNOWN, TODAY)
    assert bool(words(question) & {"referat", "dagsorden"}) is topic


def test_an_english_question_has_danish_terms(danish_language: Danish) -> None:
    text = "What did the council decide about the bike lanes and libraries of Solvej in 2023?"
    question = understand(text, danish_language, KNOWN, TODAY)
    assert question.english
    assert question.text == text
    assert "the cykelsti and bibliotek of Solvej" in question.danish
    assert question.meant == "What did the council decide about the cykelsti and bibliotek of Solvej in 2023?"
    assert "2023" not in question.danish
    assert {"cykelsti", "bibliotek"} <= words(question)
    assert not words(question) & {"bike", "lane", "library", "libraries"}


def test_a_danish_question_is_left_as_it_is(danish_language: Danish) -> None:
    text = "Hvad blev besluttet om Park and Ride, plan for water?"
    assert understand(text, danish_language, KNOWN, TODAY).danish == text


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_genitive_is_no_word(danish_language: Danish, apostrophe: str) -> None:
    text = f"What was decided about Solvej{apostrophe}s move?"
    question = understand(text, danish_language, KNOWN, TODAY)
    assert "Solvej" in {term.text for term in question.terms}
    assert not {"s", "Solvej's", "Solvej’s"} & {term.text for term in question.words}


def test_the_intent_may_be_told(danish_language: Danish) -> None:
    text = "Hvilke sager blev udsat?"
    by_words = understand(text, danish_language, KNOWN, TODAY)
    told = understand(text, danish_language, KNOWN, TODAY, Intent.FACT)
    assert (by_words.intent, by_words.outcome) == (Intent.LIST, Outcome.POSTPONED)
    assert (told.intent, told.outcome) == (Intent.FACT, None)


def test_names_and_numbers_are_marked(danish_language: Danish) -> None:
    question = understand(
        "Hvad sagde Lone Hedemark om lokalplan 4.17 for skolen?", danish_language, KNOWN, TODAY
    )
    assert {term.text for term in question.terms if term.name} == {"Lone", "Hedemark", "4.17"}


@pytest.mark.parametrize(
    ("text", "names", "topic"),
    [
        ("Hvem fik penge fra § 18-puljen?", {"§18"}, "pulje"),
        ("Hvem fik penge fra §18-puljen?", {"§18"}, "pulje"),
        ("Hvem fik penge fra 18-puljen?", {"18"}, "pulje"),
        ("Hvad får hallen efter § 18?", {"§18"}, "hal"),
        ("Hvad var SFs forslag?", {"sf"}, "forslag"),
        ("Hvad var SF's forslag?", {"sf"}, "forslag"),
        ("Hvad var KL’s forslag?", {"kl"}, "forslag"),
    ],
)
def test_numbers_with_words_behind_and_short_forms_in_the_genitive(
    danish_language: Danish, text: str, names: set[str], topic: str
) -> None:
    terms = understand(text, danish_language, KNOWN, TODAY).terms
    assert {term.lemma for term in terms if term.name} == names
    assert topic in {term.lemma for term in terms if not term.name}


@pytest.mark.parametrize("word", ["CO2-udledningen", "PM10-målingen"])
def test_a_word_behind_a_formula_is_no_name(danish_language: Danish, word: str) -> None:
    (term,) = understand(f"Hvor stor er {word}?", danish_language, KNOWN, TODAY).terms
    formula, _, common = word.lower().partition("-")
    assert not term.name
    assert term.parts[0] == formula
    assert common.startswith(term.parts[1])


PIECES = st.sampled_from(
    [
        "Hvad",
        "blev",
        "punkt",
        "sag",
        "2023-1",
        "i",
        "Byrådet",
        "TMU",
        "Tranevigs",
        "kommune",
        "siden",
        "9/10",
        "¾",
    ]
)


@settings(deadline=None)
@given(st.text() | st.lists(PIECES, max_size=8).map(" ".join))
def test_any_text_is_understood(danish_language: Danish, text: str) -> None:
    question = understand(text, danish_language, KNOWN, TODAY)
    assert question.text == text
    assert {term.lemma for term in question.terms} <= {term.lemma for term in question.words}
    assert len({term.lemma for term in question.terms}) == len(question.terms)
    for asked in filter(None, (question.committee, question.period)):
        assert 0 <= asked.start < asked.end <= len(text)
    assert understand(text, danish_language, KNOWN, TODAY) == question
