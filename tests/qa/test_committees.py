"""Which body a question means: half-named, shortened, misspelt, or not meant as the one who decides."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.ingest import ingest
from models.embedding import Embedder
from qa.archive import Archive
from qa.committees import committees_named, find_committee

KNOWN = (
    "Byrådet",
    "Børne- og Skoleudvalget",
    "Socialudvalget",
    "Sundheds- og Forebyggelsesudvalget",
    "Teknik- og Miljøudvalget",
    "Økonomiudvalget",
    "Udvalget for Klima og Fritid",
)
NAMED = [
    ("Hvad besluttede Socialudvalget om Værket?", "Socialudvalget"),
    ("hvad besluttede socialudvalget om værket", "Socialudvalget"),
    ("Hvad er Socialudvalgets beslutning om Værket?", "Socialudvalget"),
    ("Hvad sagde Teknik- og Miljøudvalget om cykelstien?", "Teknik- og Miljøudvalget"),
    ("Hvad sagde Teknik og Miljøudvalget om cykelstien?", "Teknik- og Miljøudvalget"),
    ("Hvad besluttede Udvalget for Klima og Fritid?", "Udvalget for Klima og Fritid"),
    ("Hvad blev besluttet i Byrådet i 2023?", "Byrådet"),
    ("Hvad blev vedtaget af byrådet?", "Byrådet"),
    # half-named
    ("Hvad sagde Miljøudvalget om cykelstien?", "Teknik- og Miljøudvalget"),
    ("Hvad besluttede Skoleudvalget om frugt?", "Børne- og Skoleudvalget"),
    ("Hvad besluttede Børneudvalget om frugt?", "Børne- og Skoleudvalget"),
    ("Hvad vedtog Forebyggelsesudvalget?", "Sundheds- og Forebyggelsesudvalget"),
    # within the word for its meeting
    ("Hvad blev besluttet på det seneste byrådsmøde?", "Byrådet"),
    ("Hvad handlede socialudvalgsmødet den 3. maj om?", "Socialudvalget"),
    # shortened
    ("Hvad sagde socialudv. til forslaget?", "Socialudvalget"),
    ("Hvorfor udsatte TMU lokalplanen?", "Teknik- og Miljøudvalget"),
    ("Hvad besluttede BSU i går?", "Børne- og Skoleudvalget"),
    ("Hvad mente ØU om lånet?", "Økonomiudvalget"),
    # misspelt
    ("Hvad besluttede Socailudvalget om Værket?", "Socialudvalget"),
    ("Hvad besluttede Økonomiudvaget om lånet?", "Økonomiudvalget"),
    ("Hvad besluttede Socialudvlaget om Værket?", "Socialudvalget"),
    ("Hvad besluttede Okonomiudvalget om lånet?", "Økonomiudvalget"),
    ("Hvad besluttede Byrådet's medlemmer i Byrådet?", "Byrådet"),
    # other names for the council, and English
    ("Hvad besluttede kommunalbestyrelsen om skolen?", "Byrådet"),
    ("What did the council decide about the school?", "Byrådet"),
    ("What did the city council decide about the school?", "Byrådet"),
    ("What did the Social Committee decide about the shelter?", "Socialudvalget"),
    ("Who was secretary of the Tranevig health committee?", "Sundheds- og Forebyggelsesudvalget"),
    ("What did the Technical Committee in Tranevig decide?", "Teknik- og Miljøudvalget"),
    # words before it that are none of its name
    ("Hvad besluttede Tranevigs socialudvalg om værestedet?", "Socialudvalget"),
    ("Hvem tog forbehold for Havnebakken, da Økonomiudvalget behandlede den?", "Økonomiudvalget"),
]
NOT_THE_DECIDER = [
    "Er Danmarkskortet sendt videre til byrådet?",
    "Hvad blev besluttet om Socialudvalget?",
    "Skal forvaltningen orientere om sagen over for Socialudvalget?",
    "Hvad er der aftalt med Økonomiudvalget?",
    "Blev indstillingen fra Økonomiudvalget fulgt?",
]
NOBODY = [
    "Hvad besluttede udvalget om Værket?",
    "Hvad blev besluttet om Værket?",
    "Hvad sagde Ældrerådet om madordningen?",
    "What did the committee decide?",
    "",
]
UNKNOWN = [
    ("Hvad besluttede Kulturudvalget om biblioteket?", "Kulturudvalget"),
    ("Hvad mente Beskæftigelsesudvalget om rejseholdet?", "Beskæftigelsesudvalget"),
    ("Hvad blev besluttet i Landdistriktsudvalget?", "Landdistriktsudvalget"),
]


@pytest.mark.parametrize(("question", "name"), NAMED)
def test_the_one_meant(question: str, name: str) -> None:
    asked = find_committee(question, KNOWN)
    assert asked is not None
    assert asked.names == {name}
    assert question[asked.start : asked.end] == asked.words


@pytest.mark.parametrize("question", NOT_THE_DECIDER)
def test_one_that_a_case_is_sent_to_or_about_does_not_decide(question: str) -> None:
    assert find_committee(question, KNOWN) is None


@pytest.mark.parametrize("question", NOBODY)
def test_nobody(question: str) -> None:
    assert find_committee(question, KNOWN) is None


@pytest.mark.parametrize(("question", "words"), UNKNOWN)
def test_an_unknown_decider_is_told_of(question: str, words: str) -> None:
    asked = find_committee(question, KNOWN)
    assert asked is not None
    assert asked.names == frozenset()
    assert asked.words == words


def test_about_its_own_meeting_a_committee_may_stand_anywhere() -> None:
    question = "Hvem meldte afbud til Socialudvalget i september?"
    assert find_committee(question, KNOWN) is None
    asked = find_committee(question, KNOWN, of_meeting=True)
    assert asked is not None
    assert asked.names == {"Socialudvalget"}


def test_a_slip_that_fits_two_names_means_both() -> None:
    asked = find_committee("Hvad besluttede Sonialudvalget?", ("Socialudvalget", "Sogialudvalget"))
    assert asked is not None
    assert asked.names == {"Socialudvalget", "Sogialudvalget"}


@pytest.mark.parametrize("named", ["børneudvalget", "Udvalget for Børn", "Trivselsudvalget"])
def test_one_with_two_names_is_found_by_either(named: str) -> None:
    other_names = [("Udvalget for Børn", "Trivselsudvalget")]
    asked = find_committee(f"Hvad besluttede {named} om frugt?", ["Trivselsudvalget"], other_names)
    assert asked is not None
    assert asked.names == {"Trivselsudvalget", "Udvalget for Børn"}


def test_minutes_whose_decisions_name_their_committee_otherwise(embedder: Embedder, tmp_path: Path) -> None:
    minutes = tmp_path / "trivsel.txt"
    minutes.write_text(
        "Referat fra Trivselsudvalget d. 3-2-2025 kl. 16:00 i Havnesalen\n\n"
        "Punkt 1: Frugt til skolerne\n\nIndstilling\n\nForvaltningen indstiller, at der købes frugt.\n\n"
        "Beslutning i Udvalget for Børn den 03-02-2025\n\nUdsat til marts.\n\n"
        "Punkt 2: Nye borde\n\nIndstilling\n\nForvaltningen indstiller, at der købes borde.\n\n"
        "Beslutning i Udvalget for Børn den 03-02-2025\n\nGodkendt.\n"
    )
    assert not ingest([minutes], tmp_path / "data", embedder).failures
    archive = Archive.open(tmp_path / "data")
    answer = archive.ask("Hvad besluttede Udvalget for Børn om frugt til skolerne?")
    assert [quote.text for quote in answer.quotes][:1] == ["Udsat til marts."]
    assert [quote.text for quote in archive.ask("Hvor holdt børneudvalget møde i februar 2025?").quotes] == [
        "Havnesalen"
    ]
    assert archive.committees_called("Udvalget for Børn") == {"Trivselsudvalget", "Udvalget for Børn"}
    assert archive.committees_called("børneudv.") == {"Trivselsudvalget", "Udvalget for Børn"}


PIECES = st.sampled_from(
    [
        "Hvad",
        "besluttede",
        "i",
        "til",
        "udvalget",
        "Udvalget for",
        "og",
        "Teknik-",
        "byrådet",
        "TMU",
        "udv.",
        ",",
    ]
)


@given(
    st.text() | st.lists(PIECES, max_size=8).map(" ".join),
    st.lists(st.sampled_from(KNOWN) | st.text(max_size=20), max_size=4),
    st.booleans(),
)
def test_any_text_is_read_without_a_stumble(text: str, known: list[str], of_meeting: bool) -> None:
    asked = find_committee(text, known, of_meeting=of_meeting)
    if asked is not None:
        assert asked.names <= set(known)
        assert 0 <= asked.start < asked.end <= len(text)
        assert text[asked.start : asked.end] == asked.words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Socialudvalget", "Socialudvalget"),
        ("socialudv.", "Socialudvalget"),
        ("Socailudvalget", "Socialudvalget"),
        ("TMU", "Teknik- og Miljøudvalget"),
        ("Teknik", "Teknik- og Miljøudvalget"),
        ("miljø", "Teknik- og Miljøudvalget"),
        ("byråd", "Byrådet"),
        ("Klima og Fritid", "Udvalget for Klima og Fritid"),
        ("forebyg", "Sundheds- og Forebyggelsesudvalget"),
    ],
)
def test_a_filter_is_all_name(name: str, expected: str) -> None:
    assert committees_named(name, KNOWN) == {expected}


@pytest.mark.parametrize(
    "name", ["", " ", "Havneudvalget", "Folketinget", "LU", "IU", "KU", "u", "og", "al", "udvalg", "valget"]
)
def test_a_filter_that_no_committee_meets(name: str) -> None:
    assert committees_named(name, KNOWN) == frozenset()


def test_a_filter_by_either_of_two_names() -> None:
    both = {"Økonomiudvalget", "Udvalget for Økonomi og Strategi"}
    other = (("Udvalget for Økonomi og Strategi", "Økonomiudvalget"),)
    for name in ("økonomi", "Økonomiudvalget", "Udvalget for Økonomi og Strategi", "Strategi"):
        assert committees_named(name, KNOWN, other) == both


def test_a_part_of_a_name_finds_every_committee_that_has_it() -> None:
    known = ["Kultur- og Fritidsudvalget", "Udvalget for Fritid og Unge", "Byrådet"]
    assert committees_named("fritid", known) == set(known[:2])
    assert committees_named("kultur", known) == {known[0]}


def test_a_filter_means_a_committee_of_the_municipality_chosen(embedder: Embedder, tmp_path: Path) -> None:
    for place, committee in (("Sundkøbing", "Teknikudvalget"), ("Mosehuse", "Teknik- og Havneudvalget")):
        (tmp_path / f"{place}.txt").write_text(
            f"{place} Kommune\n\nReferat fra {committee} d. 3-2-2025 kl. 16:00\n\n"
            "Punkt 1: Nye lygter\n\nIndstilling\n\nForvaltningen indstiller, at lygterne skiftes.\n\n"
            f"Beslutning i {committee} den 03-02-2025\n\nGodkendt i {place}.\n"
        )
    files = sorted(tmp_path.glob("*.txt"))
    assert not ingest(files, tmp_path / "data", embedder).failures
    archive = Archive.open(tmp_path / "data")
    assert archive.committees_called("Teknikudvalget") == {"Teknikudvalget"}
    assert archive.committees_called("Teknikudvalget", ["Mosehuse"]) == {"Teknik- og Havneudvalget"}
    both = archive.committees_called("Teknikudvalget", ["Mosehuse", "Sundkøbing"])
    assert both == {"Teknikudvalget", "Teknik- og Havneudvalget"}
    asked = archive.ask(
        "Hvad blev besluttet om lygterne?", municipality="Mosehuse", committee="Teknikudvalget"
    )
    assert [quote.text for quote in asked.quotes][:1] == ["Godkendt i Mosehuse."]
