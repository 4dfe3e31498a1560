"""Dictionary forms, on words of minutes and on a treebank."""

import pytest

from models.lemmas import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


PARADIGMS = """
    vedtage vedtager vedtog vedtaget vedtages
    tage tager tog taget
    beslutte besluttede besluttet besluttes
    godkende godkendt godkendes
    give gav givet gives
    udsætte udsat udsættes
    foreslå foreslog foreslået
    pris prisen priser priserne prisernes
    barn barnet børn børnenes børne
    borger borgeren borgere borgernes
    leder lederen lederne
    stemme stemmer stemmerne stemte
    eksempel eksemplet eksempler
    center centret centeret centre centrene
    plejecenter plejecentret plejecentrene
    cykelsti cykelstien cykelstierne
    skat skatten skatter
    budget budgettet budgetter
    handicap handicappet
    kursus kurser
    god godt gode
    grøn grønt grønne
"""


@pytest.mark.parametrize(
    "row", [row.split() for row in PARADIGMS.strip().splitlines()], ids=lambda row: row[0]
)
def test_forms_of_one_word_meet(lexicon: Lexicon, row: list[str]) -> None:
    assert {lexicon.lemma(form) for form in row} == {row[0]}
    assert {lexicon.lemma(form.capitalize()) for form in row} == {row[0]}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("hjemløsestrategierne", "hjemløsestrategi"),
        ("Velfærdsforvaltningens", "velfærdsforvaltning"),
        ("Lindehøjs", "lindehøj"),
        ("Larsen", "larsen"),
        ("Jensen", "jensen"),
        ("Lars", "lars"),
        ("SF", "sf"),
        ("SFs", "sf"),
        ("SF's", "sf"),
        ("SF’s", "sf"),
        ("KL's", "kl"),
        ("KMDs", "kmd"),
        ("GPS", "gps"),
        ("Fjordbys", "fjordby"),
        ("haven", "have"),
        ("talen", "tale"),
    ],
)
def test_words_that_no_table_holds_and_names(lexicon: Lexicon, form: str, lemma: str) -> None:
    assert lexicon.lemma(form) == lemma


def test_lemmas_of_the_treebank(
    lexicon: Lexicon, treebank: list[tuple[str, list[tuple[str, str, str]]]]
) -> None:
    pairs = [
        (lexicon.lemma(form), lemma.lower())
        for _, tokens in treebank
        for form, lemma, kind in tokens
        if kind not in {"PUNCT", "SYM"}
    ]
    right = sum(ours == gold for ours, gold in pairs) / len(pairs)
    assert right > 0.95
