"""Questions of fact: the sentence that answers leads, then what stands around it and what was decided."""

from datetime import date
from itertools import combinations

import pytest

from qa.answer import Intent, Role
from qa.answer_fact import led_by
from qa.archive import Archive
from qa.asking import Narrowing, work_out
from qa.evaluation import Result
from qa.periods import find_period
from qa.phrases import phrases
from qa.quoting import Quoter
from qa.ranking import OF_ITS_TIME, period_level


def test_the_sentence_told_leads_and_no_quote_comes_twice(sample_results: list[Result]) -> None:
    facts = [r.answer for r in sample_results if r.answer.intent is Intent.FACT and r.answer.answerable]
    assert len(facts) > 30
    for answer in facts:
        assert answer.quotes[0].text in answer.answer
        places = [(q.source.document, q.source.start, q.source.end) for q in answer.quotes]
        assert len(places) == len(set(places))


def test_a_sentence_that_is_its_whole_section_keeps_its_place(vigsted: Archive) -> None:
    answer = vigsted.ask("Hvorfor skal kranen på kajen skiftes?")
    lead, decision, *_ = answer.quotes
    assert lead.text == "Kranen på kajen skal efter planen være skiftet i 2031."
    assert lead.text in answer.answer
    assert decision.role is Role.DECISION
    assert [quote.text for quote in answer.quotes].count(lead.text) == 1


def test_what_stands_around_is_told_once(sample_results: list[Result]) -> None:
    for answer in (result.answer for result in sample_results if result.answer.intent is Intent.FACT):
        around = [q.source for q in answer.quotes[1:] if q.role is Role.PASSAGE]
        for one, other in combinations(around, 2):
            assert one.document != other.document or one.end <= other.start or other.end <= one.start


@pytest.mark.parametrize(
    "question",
    [
        "Hvem træffer afgørelse om bådhuset på Rørvej?",
        "Hvem bestemmer, om der gives dispensation til bådhuset på Rørvej?",
        "Who decides on dispensation til bådhuset på Rørvej?",
    ],
)
def test_who_decides_is_told_by_the_section_on_it(vigsted: Archive, question: str) -> None:
    answer = vigsted.ask(question)
    assert (answer.intent, answer.answerable) == (Intent.FACT, True)
    section, decision = answer.quotes
    assert section.text == "Havneudvalget træffer afgørelse efter byggelovens regler."
    assert section.source.section == "Beslutningskompetence"
    assert (decision.role, decision.text) == (Role.DECISION, "Godkendt.")
    assert section.text in answer.answer


def test_something_else_has_a_chairman_too(ask) -> None:
    assert ask("Hvem er formand for spejderne?").intent is Intent.FACT
    assert ask("Hvem var formand for Socialudvalget i 2023?").intent is Intent.MEETING


@pytest.mark.parametrize(
    ("year", "level"),
    [
        ("2025", 1.0),  # its meeting
        ("2024", 1.0),  # an earlier decision quoted in it
        ("2026", OF_ITS_TIME),  # its recommendation
        ("2027", OF_ITS_TIME),  # its decision
        ("2031", 0.4),  # its text
        ("2032", 0.0),
    ],
)
def test_how_well_an_item_fits_a_time(vigsted: Archive, year: str, level: float) -> None:
    period = find_period(f"Hvad skete der i {year}?", date(2025, 11, 22), [])
    crane = vigsted.item("havneudvalget-2025-02-03.4")
    assert period_level(vigsted.index, crane, period) == level
    assert period_level(vigsted.index, crane, None) == 1.0
    assert period_level(vigsted.index, None, period) == 0.0


RECOMMENDED, DECIDED = "der anlægges 40 bådpladser", "der anlægges 54 bådpladser"


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Hvor mange bådpladser besluttede Havneudvalget at anlægge i havnen?", DECIDED, RECOMMENDED),
        ("Hvor mange bådpladser blev vedtaget i den indre havn?", DECIDED, RECOMMENDED),
        ("Hvor mange bådpladser blev det til i den indre havn?", DECIDED, RECOMMENDED),
        ("Hvor mange penge bevilgede Havneudvalget til bådpladserne?", DECIDED, RECOMMENDED),
        ("Hvor mange bådpladser indstiller forvaltningen i den indre havn?", RECOMMENDED, DECIDED),
    ],
)
def test_what_was_decided_leads_where_a_decision_is_asked_for(
    vigsted_in_march: Archive, assert_verbatim, question: str, first: str, second: str
) -> None:
    answer = vigsted_in_march.ask(question)
    assert (answer.intent, answer.answerable) == (Intent.FACT, True)
    lead, other, *_ = answer.quotes
    assert first in lead.text
    assert second in other.text
    assert lead.text in answer.answer
    assert lead.role is (Role.DECISION if first == DECIDED else Role.RECOMMENDATION)
    assert_verbatim(vigsted_in_march, answer.quotes)


def test_what_it_came_to_in_the_end_is_told_by_the_last_meeting_on_the_case(ask) -> None:
    lead = ask("Hvad kostede ombygningen af Kajgade 4 i sidste ende?").quotes[0]
    assert lead.source.date == date(2025, 9, 8)  # in 2022 it was thought to cost less
    assert "7,9 mio. kr." in lead.text


def test_a_sentence_that_counts_something_else_does_not_lead(vigsted_in_march: Archive) -> None:
    index = vigsted_in_march.index
    asked = "Hvor mange sager har havnevagterne fået til behandling?"
    worked = work_out(index, asked, Narrowing(), date(2025, 11, 22))
    text = index.corpus.text("havneudvalget-2025-03-03")
    two_guards_first = sorted(worked.draft.sentences, key=lambda s: "havnevagter" not in s.span.of(text))
    assert two_guards_first[0].features.counted == 0.0  # two of them, who have more of the question's words
    draft = led_by(index, Quoter(index.corpus), phrases(False), worked.question, two_guards_first)
    assert "44 sager" in draft.quotes[0].text
    assert draft.sentence == two_guards_first[0]  # how sure it is stays a matter of what fits best
