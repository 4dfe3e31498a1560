"""Compounds are split where they should be, and simple words are left alone."""

import pytest

from models.compounds import CompoundSplitter
from models.lemmas import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


@pytest.fixture
def splitter(lexicon: Lexicon) -> CompoundSplitter:
    return CompoundSplitter(lexicon)


def test_gold_splits(splitter: CompoundSplitter, gold_compounds: list[tuple[str, tuple[str, ...]]]) -> None:
    right = sum(splitter.split(word) == parts for word, parts in gold_compounds)
    assert right / len(gold_compounds) >= 0.9


MUNICIPAL = """
    vejbelysning:vej+belysning svømmehal:svømme+hal høringssvar:høring+svar
    budgetopfølgning:budget+opfølgning skolebestyrelse:skole+bestyrelse anlægsbevilling:anlæg+bevilling
    klimatilpasning:klima+tilpasning ældrepleje:ældre+pleje kulturpolitik:kultur+politik
    miljøudvalg:miljø+udvalg økonomiudvalg:økonomi+udvalg fjernvarme:fjern+varme byrådsmøde:byråd+møde
    spildevandsplan:spildevand+plan cykelsti:cykel+sti takstblad:takst+blad byggegrund:bygge+grund
"""


@pytest.mark.parametrize("row", MUNICIPAL.split())
def test_words_of_minutes(splitter: CompoundSplitter, row: str) -> None:
    word, parts = row.split(":")
    assert splitter.split(word) == tuple(parts.split("+"))


SIMPLE = """
    kommune udvalg borger beslutning indstilling efterretning forvaltning bevilling formand kultur politik
    forslag bilag bidrag bistand økonomi station person orientering godkendelse udsættelse dispensation
    administration konsekvens indsigelse høring vedtægt vedtagelse anbefaling bemærkning forbehold udgift
    indtægt tilskud gebyr ansøgning afgørelse undersøgelse rapport strategi regnskab evaluering opfølgning
    sekretariat direktør medlem forening institution bibliotek museum teater handicap familie kontrakt
    september oktober november december larsen andersen mindretal fjordby
"""


def test_simple_words_stay_whole(splitter: CompoundSplitter) -> None:
    split = {word: splitter.split(word) for word in SIMPLE.split() if splitter.split(word)}
    assert set(split) <= {"regnskab", "mindretal"}, split


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("co2-udledning", ("co2", "udledning")),
        ("vr-briller", ("vr", "briller")),
        ("18-pulje", ()),
        ("covid-19", ()),
    ],
)
def test_hyphenated_pieces_begin_with_a_letter(
    splitter: CompoundSplitter, word: str, parts: tuple[str, ...]
) -> None:
    assert splitter.split(word) == parts


def test_names_need_longer_parts(splitter: CompoundSplitter) -> None:
    assert splitter.split_name("socialudvalg") == ("social", "udvalg")
    assert splitter.split_name("møllegård") == ()
    assert splitter.split_name("strandvej") == ()


def test_an_ending_is_a_word_behind_what_no_listed_word_begins_with(splitter: CompoundSplitter) -> None:
    assert splitter.split("nøgleskab") == ("nøgle", "skab")
    assert splitter.split("telefonskab") == ("telefon", "skab")
    for word in ("naboskab", "ejerskab", "forældreskab", "medborgerskab"):
        assert splitter.split(word) == ()


def test_it_learns_words(splitter: CompoundSplitter) -> None:
    assert splitter.split("vaffelbjørntakst") == ()
    splitter.learn(["vaffelbjørn", "vej", "3", ""])
    assert splitter.split("vaffelbjørntakst") == ("vaffelbjørn", "takst")


def test_parts_have_lemmas_and_parts_of_their_own(splitter: CompoundSplitter) -> None:
    assert splitter.lemmas(("børne", "have")) == ("barn", "have")
    assert splitter.all_parts(splitter.split("sygefraværsopgørelse")) == [
        "sygefravær",
        "syg",
        "fravær",
        "opgørelse",
    ]
    assert splitter.split("edb-udstyr") == ("edb", "udstyr")
