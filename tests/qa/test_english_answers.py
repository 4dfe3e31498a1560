"""An English question is answered in English; what is quoted stays as it was written."""

import re

import pytest

DANISH_TEMPLATES = re.compile(
    r"besluttede den|Det var indstillet|Af referatet|punkt(?:er)? fundet|, punkt \d|Ingen møder|Der er søgt"
    r"|Afvigende|lukkede døre|Svaret findes|»|\bsag \d"
)
QUESTIONS = [
    "What did the council decide about closing Hulbæk School?",
    "Was the solar park near Vesterlyng approved?",
    "How many bathers are members of the winter swimming club?",
    "Which cases were postponed by the social committee?",
    "Where did the council meet in June 2025?",
    "What was decided about the airport?",
    "What was decided in case 2023-009999?",
    "What did the culture committee decide about the library?",
    "What is the history of case 2023-007002?",
    "What was decided about Stenløkke Park compensation, Erstatningssag om Stenløkke Park?",
]


def own_words(answer) -> str:
    """The answer without its quotes and titles."""
    rest = re.sub(r"“[^”]*”", "", answer.answer)
    for quote in answer.quotes:
        rest = rest.replace(f": {quote.source.title}", "")
    return rest


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_words_around_the_quotes_are_english(ask, question: str) -> None:
    answer = ask(question)
    assert answer.answer
    assert not DANISH_TEMPLATES.search(own_words(answer)), answer.answer


@pytest.mark.parametrize(
    ("question", "words", "item"),
    [
        (QUESTIONS[0], "Byrådet decided on 19 December 2023 (item 190, “", "190"),
        (QUESTIONS[1], "decided on 24 June 2025 (item 91, “", "91"),
        (QUESTIONS[3], "items found:", "63"),
    ],
)
def test_it_is_answered(ask, question: str, words: str, item: str) -> None:
    answer = ask(question)
    assert answer.answerable
    assert words in answer.answer
    assert answer.quotes[0].source.item == item


def test_danish_questions_get_danish_words(ask) -> None:
    for question in ("Hvad blev besluttet om Hulbæk Skole i 2023?", "Hvilke sager blev udsat i 2022?"):
        assert "“" not in ask(question).answer
        assert DANISH_TEMPLATES.search(own_words(ask(question)))
