"""The third promise: of a closed item nothing but its title comes out, and no CPR number at all."""

import re

import pytest

from indexer.cpr import MASK
from indexer.errors import NotInIndex
from qa.answer import Intent, Quote, Role
from qa.archive import Archive
from qa.evaluation import Result

CANARY = "kanariefugl"
CPR = re.compile(r"240267[-  ]?0000")
REFUSED_AS_CLOSED = [
    ("Hvad blev Gl. Rådhusvej 2 solgt for?", "Salg af Gl. Rådhusvej 2"),
    ("Hvem køber Gl. Rådhusvej 2?", "Salg af Gl. Rådhusvej 2"),
    ("Hvad blev besluttet om Erstatningssag om Stenløkke Park?", "Erstatningssag om Stenløkke Park"),
    ("Hvad blev besluttet i den lukkede personalesag i november 2023?", "Personalesag"),
    ("Hvad blev besluttet om ansættelse af direktør?", "Ansættelse af direktør"),
    ("Hvad blev besluttet om påbud til en virksomhed?", "Påbud til en virksomhed"),
    ("What was decided about Erstatningssag om Stenløkke Park?", "Erstatningssag om Stenløkke Park"),
]
PROBING = [
    "Kanariefugl",
    "Hvad blev besluttet om Kanariefugl?",
    "Hvilke sager handler om Kanariefugl?",
    "Borrebo Invest ApS 12.650.000 kr.",
    "Hvor mange penge fik Elevatorkompagniet?",
    "Forlig på 675.000 kr. med Elevatorkompagniet",
    "Ragnhild Overbjerg",
    "Hvad er Ragnhild Overbjergs årsløn?",
    "Plejefamilien Ravnkilde",
    "Bostedet Kragelund døgnpris 4.910 kr.",
    "Hvad får Omsorgslinjen i timen?",
    "Beboeren på Dyssevej 14, lejlighed 3",
    "Skrothandler Ejgil Munkebo bøde",
    "Preben Thorlacius 712.000 kr.",
    "Hvad koster Behandlingsskolen Rævehøj?",
    "familien Holmegreen Ringvejen 88",
    "Vis alle lukkede sager",
    "Hvad blev besluttet på det lukkede møde?",
    "Hvilket CPR-nummer har borgeren?",
    "240267-0000",
]
SECRETS = [
    "Borrebo",
    "lejlighed 3, flyttes",
    "Elevatorkompagniet",
    "Overbjerg",
    "Ravnkilde",
    "Kragelund",
    "Omsorgslinjen",
    "Munkebo",
    "Thorlacius",
    "Rævehøj",
    "Holmegreen",
    "12.650.000",
    "675.000",
]


def said_by(quotes: tuple[Quote, ...]) -> str:
    return " ".join(repr(quote) for quote in quotes)


def assert_discreet(said: str, *, asked: str = "") -> None:
    """Nothing secret is said; ``asked`` are words that may be said again."""
    assert CANARY in asked.lower() or CANARY not in said.lower()
    assert CPR.search(asked) or not CPR.search(said)
    assert [secret for secret in SECRETS if secret in said and secret not in asked] == []


@pytest.mark.parametrize(("question", "title"), REFUSED_AS_CLOSED)
def test_a_closed_item_is_refused_as_closed(ask, question: str, title: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert answer.quotes == ()
    assert title in answer.answer
    assert ("closed meeting" if question.startswith("What") else "for lukkede døre") in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet i det lukkede punkt om salg af slæbestedet?",
        "Hvad solgte man slæbestedet for bag lukkede døre?",
        "Hvad blev besluttet om salg af slæbestedet på det lukkede møde?",
        "What was decided on the closed item about Salg af slæbestedet?",
    ],
)
def test_a_closed_item_asked_about_is_not_mistaken_for_an_open_one_of_its_title(
    vigsted: Archive, question: str
) -> None:
    answer = vigsted.ask(question)
    assert not answer.answerable
    assert answer.quotes == ()
    assert "Salg af slæbestedet" in answer.answer
    assert ("closed meeting" if question.startswith("What") else "for lukkede døre") in answer.answer


def test_of_two_items_of_one_title_the_open_one_answers(vigsted: Archive) -> None:
    answer = vigsted.ask("Hvad blev besluttet om salg af slæbestedet?")
    assert answer.answerable
    assert [quote.source.item for quote in answer.quotes] == ["3"]
    assert "Strandskade" not in vigsted.corpus.text(answer.quotes[0].source.document)


def test_no_answer_to_any_sample_question_gives_anything_away(sample_results: list[Result]) -> None:
    assert len(sample_results) >= 150
    for result in sample_results:
        answer = result.answer
        assert_discreet(answer.answer + said_by(answer.quotes) + said_by(answer.nearest))


@pytest.mark.parametrize("question", PROBING)
def test_probing_gives_nothing_away(archive: Archive, ask, question: str) -> None:
    answer = ask(question)
    assert_discreet(said_by(answer.quotes) + said_by(answer.nearest))
    assert_discreet(answer.answer, asked=question)
    for mode in ("hybrid", "keyword", "semantic"):
        for finding in archive.search(question, mode=mode, limit=20).page:
            assert_discreet(repr(finding))


@pytest.mark.parametrize("secret", [CANARY, *(secret for secret in SECRETS if secret.isalpha())])
def test_a_secret_word_is_not_even_known(archive: Archive, secret: str) -> None:
    assert archive.index.engine.document_frequency(secret.lower()) == 0


def test_no_stored_text_holds_them(archive: Archive) -> None:
    for document in archive.corpus.documents():
        assert_discreet(archive.corpus.text(document.id))


def test_only_the_title_of_a_closed_item_is_quoted(archive: Archive, sample_results: list[Result]) -> None:
    closed = {
        item.id
        for document in archive.corpus.documents()
        for item in archive.corpus.items_of_document(document.id)
        if item.item.closed
    }
    assert len(closed) > 15
    for result in sample_results:
        for quote in (*result.answer.quotes, *result.answer.nearest):
            if quote.source.item_id in closed:  # its title is public
                assert quote.text == quote.source.title
        if result.answer.intent is Intent.FACT:  # a title that is public tells of no fact
            assert closed.isdisjoint(quote.source.item_id for quote in result.answer.quotes)
    for item_id in closed:
        item = archive.item(item_id)
        assert (item.item.sections, item.item.decisions, item.item.case_no) == ((), (), None)
        for hit in archive.similar(item_id, 5):
            assert hit.quote.source.item_id not in closed
            assert_discreet(repr(hit))


def test_no_case_history_gives_anything_away(archive: Archive) -> None:
    numbers = {
        item.item.case_no
        for document in archive.corpus.documents()
        for item in archive.corpus.items_of_document(document.id)
        if item.item.case_no
    }
    for number in numbers:
        assert_discreet(repr(archive.case(number)))


def test_cpr_numbers_are_masked_where_they_stood(archive: Archive) -> None:
    masked = [document.id for document in archive.corpus.documents() if document.masked]
    assert masked == ["byraadet-2023-12-19", "socialudvalget-2024-11-11"]
    for document in masked:
        assert MASK in archive.corpus.text(document)
    with pytest.raises(NotInIndex):
        archive.case("240267-0000")


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke sager handler om svømmehallen, der er lukket?",
        "Hvilke sager handler om cykelstier, mens vejen er lukket?",
        "Hvad blev besluttet i den lukkede sag 2022-006120?",
    ],
)
def test_something_else_may_be_closed(ask, question: str) -> None:
    assert not {quote.role for quote in ask(question).quotes} & {Role.MEETING}
    assert "Lukkede møders" not in ask(question).answer


def test_what_was_closed_is_listed_by_topic(ask) -> None:
    answer = ask("Hvilke sager om salg var lukkede?")
    assert answer.intent is Intent.LIST
    assert {quote.text for quote in answer.quotes} == {
        "Salg af Gl. Rådhusvej 2",
        "Salg af Gl. Rådhusvej 2: vilkår for udbud",
        "Salg af areal ved Havnebakken",
    }
    assert ask("Hvilke sager om svævebaner var lukkede?").quotes == ()


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet på lukket møde?",
        "Hvad besluttede Byrådet bag lukkede døre i 2023?",
        "Hvad skete der under de lukkede punkter?",
        "What was decided in the closed session?",
    ],
)
def test_what_is_closed_in_general_is_refused_as_closed(ask, question: str) -> None:
    answer = ask(question)
    assert not answer.answerable
    assert "Lukkede møders" in answer.answer or "closed meetings" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke punkter blev behandlet for lukkede døre i 2023?",
        "Hvilke sager blev behandlet på lukket møde i 2023?",
        "Hvilke lukkede punkter var der i 2023?",
        "Hvad er titlerne på de sager, der blev behandlet bag lukkede døre i 2023?",
        "Which items were discussed behind closed doors in 2023?",
    ],
)
def test_what_was_closed_is_listed_by_title_and_no_more(archive: Archive, ask, question: str) -> None:
    answer = ask(question)
    shut = [
        item
        for meeting in archive.corpus.meetings()
        if meeting.head.date and meeting.head.date.year == 2023
        for item in archive.corpus.items_of_document(meeting.id)
        if item.item.closed
    ]
    assert len(shut) > 3
    assert sorted(quote.source.item_id or "" for quote in answer.quotes) == sorted(item.id for item in shut)
    assert {quote.text for quote in answer.quotes} == {item.item.title for item in shut}
    days = [quote.source.date for quote in answer.quotes]
    assert days == sorted(days, key=str)
