"""Whether a text holds something of the form asked for: not what the question says, nor what only labels."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.answer_forms import has_answer_type, numbers
from qa.intents import AnswerType

HOLDS: dict[AnswerType, list[str]] = {
    AnswerType.NUMBER: ["Der kom 14 svar.", "Der kom fjorten svar.", "Bilag 2 har 14 sider.", "Ingen kom."],
    AnswerType.SIZE: ["Arealet er 1.200 m2.", "Det er 12 pct.", "Det er 25.000 kr.", "Halvdelen kom."],
    AnswerType.MONEY: ["Broen koster 25.000 kr.", "Der er afsat 2,5 mio. kr."],
    AnswerType.PERCENT: [
        "Det svarer til 4 pct.",
        "Det er 12 procent.",
        "Det er bedre, for genanvendelsesprocenten var 52.",
        "Dækningsgraden er nu 52.",
        "Andelen faldt til 41.",
    ],
    AnswerType.AGE: [
        "En 12-årig dreng faldt.",
        "Huset er 40 år gammelt.",
        "Hun er født i 1950.",
        "Hallen fra 1971 er slidt.",
        "Hallen er opført i 2004.",
    ],
    AnswerType.DURATION: [
        "Forsøget varer tre uger.",
        "Høringen løber fra den 1. maj til den 30. juni.",
        "Høringen løber fra 1. maj til og med 30. juni 2024.",
    ],
    AnswerType.LENGTH: ["Stien er 400 meter lang.", "Der er 3 km til skolen.", "Der må bygges i 3 etager."],
    AnswerType.FREQUENCY: ["Udvalget mødes hver uge.", "Der føres tilsyn årligt.", "Der ryddes sne løbende."],
    AnswerType.DATE: [
        "Hallen åbner i marts.",
        "Hallen åbner ultimo marts.",
        "Hallen åbner den 1. maj.",
        "Hallen åbner 1/5-2025.",
        "Hallen åbner i 2026.",
        "Hallen åbner i uge 32.",
        "Hallen åbner til foråret.",
        "Hallen åbner i 2. kvartal.",
    ],
    AnswerType.NAME: ["Broen er tegnet af Tove Bakke.", "Broen bygges af Holm A/S.", "Broen kaldes »Buen«."],
    AnswerType.STREET: ["Den ligger på Kajgade.", "Den ligger på Egon Holms Vej.", "Den er i Søhuset 4."],
    AnswerType.PERSON: ["Det gør Tove Bakke.", "Et medlem (V) spurgte.", "Skolechefen spurgte."],
}  # fmt: skip
HOLDS_NOT: dict[AnswerType, list[str]] = {
    AnswerType.NUMBER: [
        "Se bilag 2.",
        "Se Bilag nr. 3.",
        "Se punkt 7, side 12.",
        "Lokalplan 4.17 gælder.",
        "Kommuneplantillæg 12 gælder.",
        "Efter lovens § 16.",
        "Broen bygges i etape 2.",
        "Svarene er mange.",
    ],
    AnswerType.SIZE: ["Området i lokalplan 4.17 er stort."],
    AnswerType.MONEY: ["Der går 12 elever.", "Det er dyrt."],
    AnswerType.PERCENT: ["Der går 12 elever.", "Genanvendelsesprocenten var høj."],
    AnswerType.AGE: ["Det sker om 5 år.", "Nu i 5 år.", "Det sker hver 4. år.", "Huset er gammelt."],
    AnswerType.DURATION: ["Forsøget varer ved.", "Der kom 3 svar."],
    AnswerType.LENGTH: ["Stien er lang.", "Der er 400 elever."],
    AnswerType.FREQUENCY: ["Udvalget mødes."],
    AnswerType.DATE: ["Hallen åbner snart.", "Hallen har 3 baner.", "Se budget 2024.", "Se Klimaplan 2030."],
    AnswerType.NAME: ["Broen er rød.", "broen bygges af et firma."],
    AnswerType.STREET: ["Hallen ligger godt.", "Hallen ejes af Tove Bakke.", "Vejen er lang."],
    AnswerType.PERSON: ["Taget til efterretning.", "Broen er rød."],
}  # fmt: skip
SAID = [
    (AnswerType.NAME, "Hvem ejer Sønder Camping?", "Pladsen er Sønder Camping."),
    (AnswerType.PERSON, "Hvad sagde Tove Bakke?", "Det sagde Tove Bakke."),
    (AnswerType.STREET, "Hvilken vej ligger Kajgade 4 på?", "Kajgade 4 er solgt."),
    (AnswerType.NUMBER, "Hvad sagde de 14 svar?", "Der kom 14 svar."),
    (AnswerType.MONEY, "Hvad gik de 25.000 kr. til?", "De 25.000 kr. er brugt."),
    (AnswerType.DATE, "Hvornår i marts åbner hallen?", "Den åbner i marts måned."),
    (AnswerType.DATE, "Hvornår i 2026 åbner hallen?", "Den åbner i 2026."),
    (AnswerType.AGE, "Hvor gammel er den 12-årige?", "Drengen er en af de 12-årige."),
    (AnswerType.MONEY, "Hvad koster hallen om måneden?", "Den koster 98.000 kr. årligt."),
    (AnswerType.MONEY, "Hvad er timeprisen?", "Den koster 98 kr. pr. dag."),
    (AnswerType.MONEY, "Hvad koster en billet?", "Billetten steg i 2023 med 4 kr. og i 2024 med 3 kr."),
    (AnswerType.MONEY, "Hvilken pris har en plads?", "Taksten nedsættes fra august med 120 kr."),
]


@pytest.mark.parametrize(("wanted", "text"), [(kind, text) for kind, rows in HOLDS.items() for text in rows])
def test_the_form_is_there(wanted: AnswerType, text: str) -> None:
    assert has_answer_type(text, wanted, "Hvad er det?")


@pytest.mark.parametrize(
    ("wanted", "text"), [(kind, text) for kind, rows in HOLDS_NOT.items() for text in rows]
)
def test_the_form_is_not_there(wanted: AnswerType, text: str) -> None:
    assert not has_answer_type(text, wanted, "Hvad er det?")


@pytest.mark.parametrize(("wanted", "question", "text"), SAID)
def test_what_the_question_says_is_no_answer(wanted: AnswerType, question: str, text: str) -> None:
    assert not has_answer_type(text, wanted, question)
    assert has_answer_type(text, wanted, "Hvad er det?")


@pytest.mark.parametrize(
    ("wanted", "question", "text"),
    [
        (AnswerType.NAME, "Hvem ejer Sønder Camping?", "Sønder Camping ejes af Bo Holm."),
        (AnswerType.MONEY, "Hvad gik de 25.000 kr. til?", "De 25.000 kr. blev til 12.000 kr."),
        (AnswerType.DATE, "Hvornår i 2026 åbner hallen?", "Den åbner den 1. maj 2026."),
        (
            AnswerType.MONEY,
            "Hvad koster hallen om måneden?",
            "Den koster 98 kr. om måneden, 1.176 kr. årligt.",
        ),
        (AnswerType.MONEY, "Hvad koster hallen om året?", "Den koster 98.000 kr."),
        (AnswerType.MONEY, "Hvad koster hallen?", "Den koster 98.000 kr. om året."),
        (AnswerType.MONEY, "Hvad koster en billet?", "Billetten hæves med 4 kr. til 24 kr."),
        (AnswerType.MONEY, "Hvor meget stiger prisen?", "Billetten steg med 4 kr."),
        (AnswerType.MONEY, "Hvor meget fik skolen?", "Rammen øges med 300.000 kr."),
    ],
)
def test_what_stands_beside_it_is_one(wanted: AnswerType, question: str, text: str) -> None:
    assert has_answer_type(text, wanted, question)


@pytest.mark.parametrize("wanted", [AnswerType.ANY, AnswerType.YES_NO, AnswerType.PLACE])
def test_some_answers_have_no_form(wanted: AnswerType) -> None:
    assert has_answer_type("", wanted, "")


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("Bilag 2 har 14 sider.", {"14"}),
        ("To ud af 12 kom.", {"To", "12"}),
        ("Halvdelen, 50 pct., kom.", {"Halvdelen", "50 pct."}),
        ("Se nr. 3 og lokalplan 4.17.", set()),
        ("Det koster 25.000 kr. i 2026.", set()),
    ],
)
def test_numbers_that_count(text: str, counting: set[str]) -> None:
    assert {text[start:end] for start, end in numbers(text)} == counting


@given(st.text(), st.sampled_from(AnswerType), st.text())
@example("²¾ ١٢ nr. 3", AnswerType.NUMBER, "İ")
def test_any_text_is_read_without_a_stumble(text: str, wanted: AnswerType, question: str) -> None:
    assert has_answer_type(text, wanted, question) in (True, False)
    for start, end in numbers(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("wanted", "text", "question"),
    [
        (AnswerType.NUMBER, "Der kom 17 svar.", "Hvor mange svar kom der i 2017?"),
        (AnswerType.NUMBER, "Der kom ti svar.", "Hvor mange svar kom der til planen?"),
        (AnswerType.NUMBER, "Der er 4 haller.", "Hvor mange haller er der i lokalplan 4.17?"),
        (AnswerType.PERSON, "Byrådet afgør sagen.", "Hvem afgør sagen?"),
        (AnswerType.NAME, "Centret ledes af leder Anne Holm.", "Hvem er leder af centret?"),
        (AnswerType.FIRM, "Opgaven gik til Kajbyg A/S.", "Hvilket firma fik opgaven?"),
        (AnswerType.FIRM, "Opgaven gik til entreprenøren Kajbyg.", "Hvilken entreprenør fik opgaven?"),
    ],
)
def test_what_only_looks_like_the_questions_own_words_is_new(
    wanted: AnswerType, text: str, question: str
) -> None:
    assert has_answer_type(text, wanted, question)


@pytest.mark.parametrize(
    ("wanted", "text", "question"),
    [
        (AnswerType.DATE, "Den åbner i marts.", "Hvornår i marts åbner hallen?"),
        (AnswerType.NAME, "Lederen har fulgt Plejecenter Åbo.", "Hvad hedder lederen på Plejecenter Åbo?"),
        (AnswerType.NAME, "Anne Holm spurgte til hallen.", "Hvem er leder af hallen?"),
        (AnswerType.FIRM, "Ældrerådet er hørt.", "Hvilket firma leverer maden?"),
    ],
)
def test_neither_a_full_stop_nor_another_name_makes_an_answer(
    wanted: AnswerType, text: str, question: str
) -> None:
    assert not has_answer_type(text, wanted, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvad hedder projektet om cykling?", "Projektet »Grøn Vej« begynder i maj."),
        ("Hvad hedder projektet om cykling?", "Projektet Grøn Vej begynder i maj."),
        ("Hvad hedder projektet om cykling?", "Grøn Vej, projektet om cykling, begynder i maj."),
        ("Hvad hedder projektet om cykling?", "Kommunens cykelprojekt hedder Grøn Vej."),
        ("Hvad hedder den nye bro?", "Broen Buen åbner i maj."),
        ("Hvad kaldes broen?", "Den nye bro kaldet Buen åbner i maj."),
        ("Hvem er leder af hallen?", "Ida Holm, leder af hallen, spurgte."),
        ("Hvem er leder af hallen?", "Ida Holm er ny leder af hallen."),
        ("Hvem er leder af hallen?", "Leder: Ida Holm"),
        ("Hvem er chef for hallen?", "Ida Holm er ny leder af hallen."),
        ("Hvem er leder af hallen?", "Ida Holm er ny chef for hallen."),
        ("Hvad hedder skolelederen?", "Skoleleder Ida Holm spurgte."),
    ],
)
def test_a_name_beside_the_very_word_answers_what_something_is_called(question: str, text: str) -> None:
    assert has_answer_type(text, AnswerType.NAME, question)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvad hedder projektet om cykling?", "Projektet blev drøftet i Sønderby."),
        ("Hvad hedder projektet om cykling?", "Projektet begynder i maj, siger Tove Bakke."),
        ("Hvad hedder projektet?", "Dette projekt er udsat."),  # the first word of a sentence
        ("Hvad hedder projektet?", "Alle projekter er udsat."),
        ("Hvad hedder projektet i Grøn Vej?", "Projektet Grøn Vej begynder i maj."),
        ("Hvem er leder af hallen?", "Ida Holm spurgte, og lederen svarede."),
        ("Hvem er leder af hallen?", "Lederen af Brodal spurgte."),  # one word is no person's name
    ],
)
def test_a_name_elsewhere_does_not(question: str, text: str) -> None:
    assert not has_answer_type(text, AnswerType.NAME, question)
