"""What a council, neighbours or the administration think is told in their words, not by a decision."""

import pytest

from qa.answer import Intent, Role
from qa.archive import Archive
from qa.opinions import asks_which_cases, speaker_in


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Hvad mener Ældrerådet om den nye hal?", "Ældrerådet"),
        ("Hvad sagde de berørte naboer til byggeriet?", "naboer"),
        ("Hvad har Grønt Råd sagt om stien?", "Råd"),
        ("Hvad har skolebestyrelsen svaret i høringen?", "skolebestyrelsen"),
        ("Hvad er Udsatterådets holdning til natcaféen?", "Udsatterådet"),
        ("Hvad stod der i høringssvaret fra MED-udvalget?", "MED-udvalget"),
        ("Hvordan forholder Handicaprådet sig til rampen?", "Handicaprådet"),
        ("Er Ungerådet enigt i planen?", "Ungerådet"),
        ("Hvorfor er grundejerforeningen imod vejen?", "grundejerforeningen"),
        ("Hvad vurderer forvaltningen om støjen?", "forvaltningen"),
        ("I hvilke sager har Ældrerådet afgivet høringssvar?", "Ældrerådet"),
    ],
)
def test_whose_opinion_is_asked_for(question: str, who: str) -> None:
    start, end = speaker_in(question) or (0, 0)
    assert question[start:end] == who


@pytest.mark.parametrize(
    "question",
    [
        "Hvad sagde Byrådet til planen?",
        "Hvad mener kommunalbestyrelsen om skolen?",
        "Hvad siger udvalget til foreningerne?",
        "Hvad siger loven om naboer?",
        "Hvilke sager om foreninger har været i høring?",
        "Hvilke sager blev udsat i Ældrerådet?",
        "Hvad blev besluttet om Ældrerådet?",
        "Hvem sidder i skolebestyrelsen?",
    ],
)
def test_those_who_decide_and_what_is_spoken_of_are_no_speakers(question: str) -> None:
    assert speaker_in(question) is None


def test_the_sentence_in_which_they_say_it_leads(archive: Archive) -> None:
    answer = archive.ask("Hvad mener Seniorrådet om prisen på madservice?")
    assert (answer.intent, answer.answerable) == (Intent.FACT, True)
    assert answer.quotes[0].text.startswith("Seniorrådet ")
    assert any(quote.role is Role.DECISION for quote in answer.quotes)


@pytest.mark.parametrize("who", ["Handicaprådet", "Ungerådet", "Seniorrådet"])
def test_what_they_have_said_nothing_about_is_refused(archive: Archive, who: str) -> None:
    assert not archive.ask(f"Hvad mener {who} om carporten på Rosenvænget?").answerable


def test_who_decides_is_still_answered_by_the_decision(archive: Archive) -> None:
    answer = archive.ask("Hvad mener Byrådet om at Fyrtårnet flytter til Kajgade?")
    assert answer.intent is Intent.DECISION
    assert answer.quotes[0].role is Role.DECISION


def test_the_administration_thinks_what_it_recommends(archive: Archive) -> None:
    answer = archive.ask("Hvad mener forvaltningen om carporten på Rosenvænget?")
    assert answer.quotes[0].role is Role.RECOMMENDATION
    assert answer.quotes[1].role is Role.DECISION


def test_the_cases_that_somebody_spoke_on_are_listed_by_date(archive: Archive) -> None:
    answer = archive.ask("Hvilke sager har Seniorrådet udtalt sig om?")
    assert asks_which_cases(answer.question)
    assert answer.intent is Intent.LIST
    assert [quote.source.item for quote in answer.quotes] == ["64", "85"]
    assert all(quote.text.startswith("Seniorrådet ") for quote in answer.quotes)
    assert len(archive.ask("Hvilke sager om madservice har Seniorrådet udtalt sig om?").quotes) == 2
    assert not archive.ask("Hvilke sager har Havnerådet udtalt sig om?").answerable
