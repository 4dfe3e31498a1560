"""The municipality: stated in the head, told beforehand, or guessed from the text with a warning in time."""

import pytest
from parsed import parsed

from indexer.parsing import parse
from indexer.source_text import SourceText

REST = "\n\nPunkt 1: Ny bro\n\nBeslutning\n\n{}\n"


def warnings(text: str, told: str | None = None) -> list[str]:
    return [warning for warning in parse(SourceText(text), told).warnings if "ommune" in warning]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kommune Vigsted", "Vigsted"),
        ("Kommune: Høje-Vigsted", "Høje-Vigsted"),
        ("Vigsted Kommune", "Vigsted"),
        ("Vigsted Kommune   Side 3 af 9", "Vigsted"),
        ("Aarhus Kommune", "Aarhus"),
        ("Kommune Randers", "Randers"),
        ("Københavns Kommune", "København"),
    ],
)
def test_stated(line: str, name: str) -> None:
    text = f"Referat\n{line}" + REST.format("Ørby Kommune og Ørby Kommune bygger sammen med Ørby Kommune.")
    assert parsed(text).municipality == name
    assert warnings(text) == []


def test_a_line_about_another_municipality_states_nothing() -> None:
    text = "Referat" + REST.format(
        "Høringssvar:\nØrby Kommune\n\nVigsted Kommune bygger. " * 2 + "Vigsted Byråd."
    )
    assert parsed(text).municipality == "Vigsted"


def test_page_headers_state_it() -> None:
    pages = "\nVigsted Kommune\n".join(
        ("Broen.", "Kajen i Ørby Kommune.", "Molen i Ørby Kommune.", "Til slut.")
    )
    assert parsed("Referat" + REST.format(pages)).municipality == "Vigsted"


def test_one_name_that_dominates_needs_no_warning() -> None:
    text = "Referat" + REST.format("Vigsted Kommune og Vigsted Byråd på Vigsted Rådhus.")
    assert parsed(text).municipality == "Vigsted"
    assert warnings(text) == []


def test_the_genitive_is_the_same_name() -> None:
    text = "Referat" + REST.format("Vigsted Kommune hører Vigsteds Byråd og Vigsteds Kommunalbestyrelse.")
    assert parsed(text).municipality == "Vigsted"
    assert warnings(text) == []


def test_one_name_of_several_is_a_guess() -> None:
    text = "Referat" + REST.format("Vigsted Kommune og Vigsted Byråd arbejder sammen med Ørby Kommune.")
    assert parsed(text).municipality == "Vigsted"
    assert warnings(text) == ["Kommunen står ikke i dokumentets hoved; Vigsted er udledt af teksten."]


@pytest.mark.parametrize(
    "said", ["Vigsted Kommune, Ørby Kommune og Strand Kommune.", "Vigsted Kommune.", "Godkendt."]
)
def test_where_none_stands_out_nothing_is_said(said: str) -> None:
    text = "Referat" + REST.format(said)
    assert parsed(text).municipality is None
    assert warnings(text) == ["Kommunens navn er ikke fundet."]


def test_what_was_told_replaces_the_guess_and_its_warning() -> None:
    guess = "Referat" + REST.format("Vigsted Kommune og Vigsted Byråd arbejder sammen med Ørby Kommune.")
    assert parse(SourceText(guess), "Ørby").municipality == "Ørby"
    assert warnings(guess, "Ørby") == warnings("Referat" + REST.format("Ja."), "Ørby") == []


def test_what_is_stated_stands_whatever_was_told() -> None:
    assert (
        parse(SourceText("Kommune: Vigsted\nReferat" + REST.format("Ja.")), "Ørby").municipality == "Vigsted"
    )


@pytest.mark.parametrize(
    "name", ["oerby-byraadet-2020-01-22", "Ørby 2020", "oerby_havneudvalget", "ørby-byrådet"]
)
def test_one_mention_is_enough_of_the_municipality_that_the_file_is_named_by(name: str) -> None:
    source = SourceText("Referat" + REST.format("Vigsted Kommune og Vigsted Byråd. Ørby Kommune."))
    assert parse(source, None, name).municipality == "Ørby"
    assert not any("ommune" in warning for warning in parse(source, None, name).warnings)
    assert parse(source, "Strand", name).municipality == "Strand"


@pytest.mark.parametrize("name", ["byraadet-oerby", "strand-byraadet", "", "referat"])
def test_a_name_that_begins_otherwise_tells_none(name: str) -> None:
    source = SourceText("Referat" + REST.format("Vigsted Kommune og Vigsted Byråd. Ørby Kommune."))
    assert parse(source, None, name).municipality == "Vigsted"


def test_what_is_stated_stands_whatever_the_file_is_called() -> None:
    source = SourceText("Kommune: Vigsted\nReferat" + REST.format("Ørby Kommune."))
    assert parse(source, None, "oerby-byraadet").municipality == "Vigsted"
