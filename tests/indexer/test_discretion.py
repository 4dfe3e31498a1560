"""What is closed is gone from the text, whoever forgot to mark it, and every span still fits."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import Item, minutes

from indexer.discretion import Discreet, masked, without_closed
from indexer.minutes import Meeting
from indexer.parsing import parse
from indexer.source_text import Heading, SourceText, Span

SECRET = "Forliget med gartneren lyder på syv kroner"


def discreet(text: str, **of_source: Any) -> Discreet:
    source = SourceText(text, **of_source)
    return without_closed(source, parse(source))


def spans(record: Any) -> list[Span]:
    if isinstance(record, Span):
        return [record]
    if isinstance(record, tuple):
        return [span for part in record for span in spans(part)]
    if is_dataclass(record):
        return [span for field in fields(record) for span in spans(getattr(record, field.name))]
    return []


OPEN = Item("Bro over åen", "25/1001", recommendation="At broen bygges.", decision="Broen bygges.")
AFTER = Item("Ny kaj", "25/1003", background="Kajen er gammel.", decision="Udsat til juni.")


def test_a_closed_item_keeps_number_and_title_only() -> None:
    closed = Item("Salg af grund", "25/1002", background=SECRET, decision=SECRET + "!", closed=True)
    found = discreet(minutes([OPEN, closed, AFTER]))
    assert SECRET not in found.source.text
    assert "25/1002" not in found.source.text
    item = found.meeting.items[1]
    assert (item.number, item.title, item.closed) == ("2", "Salg af grund", True)
    assert (item.case_no, item.sections, item.decisions, item.attachments) == (None, (), (), ())
    assert found.closed == 1
    assert "Salg af grund" in item.span.of(found.source.text)
    assert any("udeladt" in warning for warning in found.warnings)


def test_the_other_items_still_fit_their_text() -> None:
    closed = Item("Salg af grund", background=SECRET * 3, closed=True)
    plain = SourceText(minutes([OPEN, closed, AFTER]))
    before = parse(plain)
    found = without_closed(plain, before)
    assert [item.title for item in found.meeting.items] == [item.title for item in before.items]
    for index in (0, 2):
        was, now = before.items[index], found.meeting.items[index]
        assert [span.of(plain.text) for span in spans(was)] == [
            span.of(found.source.text) for span in spans(now)
        ]
    assert found.meeting == parse(found.source)


def test_an_item_without_text_below_its_closed_title_changes_nothing() -> None:
    text = minutes([OPEN, Item("Underskrift", decision=None, closed=True)])
    found = discreet(text)
    assert found.source.text == text
    assert found.closed == 1
    assert not found.warnings


@pytest.mark.parametrize(
    "mark",
    [
        "Punkt 2: Lukket: Salg af grund",
        "Punkt 2: Lukket punkt: Salg af grund",
        "Punkt 2: Salg af grund (Lukket punkt)",
        "Punkt 2: Salg af grund (lukket)",
        "Punkt 2: Fortroligt: Salg af grund",
        "Punkt 2: Lukket punkt. Salg af grund",
        "Punkt 2: Salg af grund\n\nSagsnr.: 25/9876 Lukket punkt",
        "Lukket dagsorden\n\nPunkt 2: Salg af grund",
        "Punkter på lukket dagsorden\n\nPunkt 2: Salg af grund",
        "Lukkede punkter\n\nPunkt 2: Salg af grund",
        "Punkt 2: Salg af grund\n\nÅbent/lukket punkt: Lukket",
        "Punkt 2: Salg af grund\n\nSagstype: Lukket",
    ],
)
def test_every_way_of_marking_an_item_as_closed(mark: str) -> None:
    text = minutes([OPEN, Item("Salg af grund", background=SECRET)])
    found = discreet(text.replace("Punkt 2: Salg af grund", mark))
    assert SECRET not in found.source.text
    assert "Salg af grund" in found.source.text
    assert found.meeting.items[-1].closed
    assert "Broen bygges." in found.source.text


@pytest.mark.parametrize("behind", ["Lukket punkt", "Lukket sag", "Lukket", "Ane Holm Lukket punkt"])
def test_a_mark_behind_the_case_number_closes_and_the_number_goes_too(behind: str) -> None:
    text = minutes([OPEN, Item("Salg af grund", background=SECRET), AFTER])
    title = "Punkt 2: Salg af grund"
    found = discreet(text.replace(title, f"{title}\n\nSagsnr.: 25/9876 {behind}"))
    assert [item.closed for item in found.meeting.items] == [False, True, False]
    assert [item.case_no for item in found.meeting.items] == ["25/1001", None, "25/1003"]
    assert not any(words in found.source.text for words in (SECRET, "9876", "Lukket", "Godkendt"))
    assert "Broen bygges." in found.source.text
    open_one = discreet(text.replace(title, f"{title}\n\nSagsnr.: 25/9876 Åbent punkt"))
    assert [item.case_no for item in open_one.meeting.items] == ["25/1001", "25/9876", "25/1003"]
    assert not open_one.closed


def test_a_mark_in_the_contents_page_alone_is_enough() -> None:
    text = minutes([OPEN, Item("Salg af grunden ved åen", background=SECRET), AFTER])
    contents = (
        "Indholdsfortegnelse\n\nBro over åen.....2\nLukket: Salg af grunden ved åen.....3\nNy kaj.....4\n\n"
    )
    found = discreet(text.replace("Punkt 1:", contents + "Punkt 1:", 1))
    assert SECRET not in found.source.text
    assert [item.closed for item in found.meeting.items] == [False, True, False]


def test_an_open_item_with_the_title_of_a_closed_one_stays_open() -> None:
    text = minutes(
        [Item("Eventuelt", decision="Intet nyt."), Item("Eventuelt", decision=SECRET, closed=True)]
    )
    contents = "Indholdsfortegnelse\n\nEventuelt.....2\nLukket: Eventuelt.....3\n\n"
    found = discreet(text.replace("Punkt 1:", contents + "Punkt 1:", 1))
    assert "Intet nyt." in found.source.text
    assert SECRET not in found.source.text


@pytest.mark.parametrize(
    "line",
    [
        "Lukket punkt: Salg af grund",
        "Lukket dagsorden",
        "LUKKET REFERAT",
        "## Punkter på lukket dagsorden",
        "Punkter på den lukkede dagsorden:",
        "Lukkede punkter",
        "7. Salg af grund (Lukket punkt)",
        "Lukket: Salg af grund",
        "Ikke-offentlige punkter",
    ],
)
def test_a_document_without_items_ends_where_it_says_that_the_rest_is_closed(line: str) -> None:
    found = discreet(f"Noter fra havnen.\n\nBroen bygges.\n\n{line}\n\n{SECRET}\n")
    assert SECRET not in found.source.text
    assert "Broen bygges." in found.source.text
    assert any("lukket" in warning for warning in found.warnings)


def test_a_closed_item_that_the_parser_missed_is_taken_out_of_the_open_one_it_stands_in() -> None:
    missed = f"Godkendt.\n\n9. Lukket: Salg af grund\n\n{SECRET}\n"
    found = discreet(minutes([Item("Bro over åen", decision=missed), AFTER]))
    assert SECRET not in found.source.text
    assert "Udsat til juni." in found.source.text
    assert found.meeting.items[0].decisions[0].span.of(found.source.text).startswith("Godkendt.")
    assert found.warnings


def test_what_is_open_again_after_a_closed_part_stays() -> None:
    found = discreet(f"Noter.\n\nLukket dagsorden\n\n{SECRET}\n\nÅben dagsorden\n\nBroen bygges.\n")
    assert SECRET not in found.source.text
    assert "Broen bygges." in found.source.text


@pytest.mark.parametrize(
    "text",
    [
        "Broen har været lukket siden juni og er stadig lukket.",
        "Åbningstider: mandag 10-16. Lukket søndag.",
        "Havnen holder lukket i juli: der er ferie.",
    ],
)
def test_the_word_alone_closes_nothing(text: str) -> None:
    found = discreet(minutes([Item("Bro over åen", background=text), AFTER]))
    assert text in found.source.text
    assert not found.closed


def test_pages_headings_and_links_move_with_the_text() -> None:
    text = minutes([OPEN, Item("Salg af grund", background=SECRET, closed=True), AFTER])
    at = {name: text.index(name) for name in ("Punkt 2", SECRET, "Punkt 3")}
    source = SourceText(
        text,
        pages=(0, at["Punkt 2"], at[SECRET] + 3, at["Punkt 3"]),
        headings=(
            Heading(Span(at[SECRET], at[SECRET] + 8), 2),
            Heading(Span(at["Punkt 3"], at["Punkt 3"] + 15), 1),
        ),
        links=((at["Punkt 2"], "https://x/2"), (at["Punkt 3"], "https://x/3")),
    )
    found = without_closed(source, parse(source)).source
    start = found.text.index("Punkt 3")
    assert found.page_at(start) == source.page_at(at["Punkt 3"]) == 4
    assert [heading.span.of(found.text) for heading in found.headings] == ["Punkt 3: Ny kaj"]
    assert dict(found.links)[start] == "https://x/3"


def test_links_are_masked_like_the_text() -> None:
    source, count = masked(SourceText("CPR 010190-1234", links=((0, "https://x/?cpr=010190-1234"),)))
    assert count == 1
    assert "1234" not in source.text + source.links[0][1]


LINES = st.sampled_from(
    """
    Punkt 1: Bro|Punkt 2: Lukket: Salg|Punkt 3: Kaj (Lukket punkt)|Lukket dagsorden|Åben dagsorden|Indstilling
    Beslutning|Godkendt.|25/1001||Bilag|Skoleudvalget 4-10-2023|Lukket: x 7|Indholdsfortegnelse|Bro.....2
    Lukket: Salg.....3|- et punkt|tekst uden ende|7. Lukket: Mere
    """.replace("\n", "|").split("|")
)


@given(st.lists(LINES | st.text(max_size=30), max_size=30).map("\n".join))
def test_whatever_the_text_what_is_left_is_text_of_it_and_every_span_lies_in_it(text: str) -> None:
    source = SourceText(text)
    before: Meeting = parse(source)
    found = without_closed(source, before)
    kept = iter(text)
    assert all(letter in kept for letter in found.source.text)  # a subsequence
    assert all(0 <= span.start <= span.end <= len(found.source.text) for span in spans(found.meeting))
    assert [(i.number, i.title) for i in found.meeting.items] == [(i.number, i.title) for i in before.items]
    for item in found.meeting.items:
        assert not item.closed or not item.sections
    again = without_closed(found.source, found.meeting)
    assert again.source == found.source
