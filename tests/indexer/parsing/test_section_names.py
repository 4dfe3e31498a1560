"""Headings of sections: names in a table, names with bodies and dates in them, and lines that are none."""

import pytest
from parsed import body, parsed

from indexer.minutes import SectionKind
from indexer.parsing import parse
from indexer.parsing.section_names import SECTION_NAMES, section_heading
from indexer.source_text import Heading, SourceText, Span, fold


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in SECTION_NAMES.items() for name in names]
)
def test_every_name_of_the_table_in_every_dress(kind: SectionKind, name: str) -> None:
    for dressed in (name, name.upper(), f"{name}:", f"**{name}**", f"## {name}", f"  {name} :"):
        heading = section_heading(dressed)
        assert heading is not None, dressed
        assert heading.kind is kind, dressed


def test_no_name_stands_twice() -> None:
    names = [name.lower() for names in SECTION_NAMES.values() for name in names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("line", "kind", "named", "date", "item"),
    [
        ("Havneudvalgets beslutning den 03.02.2025 Punkt 4", "decision", "Havneudvalget", "03.02.2025", "4"),
        ("Beslutning i Økonomiudvalget den 16-03-2026", "decision", "Økonomiudvalget", "16-03-2026", None),
        ("Børne- og Skoleudvalget 4-10-2023", "decision", "Børne- og Skoleudvalget", "4-10-2023", None),
        (
            "Kommunalbestyrelsen den 30. januar 2012 Punkt 5",
            "decision",
            "Kommunalbestyrelsen",
            "30. januar 2012",
            "5",
        ),
        (
            "Udvalget for Klima og Miljø, den 9/10-23",
            "decision",
            "Udvalget for Klima og Miljø",
            "9/10-23",
            None,
        ),
        ("09-10-2023: Byrådet", "decision", "Byrådet", "09-10-2023", None),
        ("Beslutning den 3. februar 2025", "decision", None, "3. februar 2025", None),
        ("Teknisk Udvalgs beslutning", "decision", "Teknisk Udvalg", None, None),
        ("Byrådets beslutning", "decision", "Byrådet", None, None),
        ("BYRÅDETS BESLUTNING", "decision", "Byrådet", None, None),
        ("INDSTILLING FRA MAGISTRATEN", "recommendation", None, None, None),
        ("Økonomiudvalgets anbefaling", "recommendation", None, None, None),
        ("BESLUTNINGSFORSLAG FRA LISTE X", "proposal", None, None, None),
        ("Borgmesterens Afdelings påtegning", "endorsement", None, None, None),
        ("Følgende deltog ikke i sagens behandling", "absence", None, None, None),
    ],
)
def test_headings_with_names_and_dates(
    line: str, kind: str, named: str | None, date: str | None, item: str | None
) -> None:
    heading = section_heading(line)
    assert heading is not None
    assert (heading.kind.value, heading.body, heading.date, heading.item) == (kind, named, date, item)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Beslutningen blev taget i går",
        "Indstillingen tiltrådt",
        "Udvalget drøftede sagen den 4-10-2023",
        "Havneudvalget mødes igen",
        "Økonomien er god",
        "Bilag 1 - Kort over havnen",
        "Bilag " * 40,
    ],
)
def test_lines_that_head_nothing(line: str) -> None:
    assert section_heading(line) is None


def test_sections_run_from_heading_to_heading() -> None:
    text = (
        "Punkt 1: Ny bro\n25/1234\n\nSagen begynder.\n\nSagsfremstilling\n\nBroen er gammel.\n\nHistorien\n\n"
        "Den er fra 1890.\n\nØkonomi:\nIngen.\n\nBeslutning: Godkendt.\nTil toppen\nSide 3 af 9\n"
    )
    item = parsed(text, head=True).items[0]
    assert [(s.kind.value, s.title, body(text, s.span)) for s in item.sections] == [
        ("other", "", "Sagen begynder."),
        ("background", "Sagsfremstilling", "Broen er gammel. Historien Den er fra 1890."),
        ("economy", "Økonomi", "Ingen."),
        ("decision", "Beslutning", "Godkendt."),
    ]


def test_a_break_without_words_ends_a_section() -> None:
    text = "Punkt 1: Ny bro\n\nBeslutning\n\nGodkendt.\n\nBroen er gammel.\n"
    at = text.index("Broen")
    item = parse(SourceText(text, headings=(Heading(Span(at, at), 3),))).items[0]
    assert [(s.kind.value, fold(s.span.of(text))) for s in item.sections] == [
        ("decision", "Godkendt."),
        ("other", "Broen er gammel."),
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Godkendt. Å Å", "Godkendt."),
        ("Godkendt.Å", "Godkendt."),
        ("Godkendt.\nÅ Å\n", "Godkendt."),
        ("Se på GÅ Å", "Se på GÅ"),
        ("Udvalget tog på BÅD", "Udvalget tog på BÅD"),
        ("Sejlads på Gudenå", "Sejlads på Gudenå"),
    ],
)
def test_initials_boxes_leave_no_letters(written: str, kept: str) -> None:
    text = f"Punkt 1: Ny bro\n\nBeslutning\n\n{written}"
    assert body(text, parsed(text, head=True).items[0].decisions[0].span) == kept


def test_attachments() -> None:
    text = (
        "Punkt 1: Ny bro\n\nBeslutning\n\nJa.\n\nBilag\n\nBilag 1 - Kort over havnen og\nden gamle bydel\n"
        "Bilag 2: Budget\n2025-001234 - Brev\n\nTil toppen\n"
    )
    found = parsed(text, head=True).items[0].attachments
    assert [(a.number, a.title) for a in found] == [
        ("1", "Bilag 1 - Kort over havnen og den gamle bydel"),
        ("2", "Bilag 2: Budget"),
        ("2025-001234", "2025-001234 - Brev"),
    ]
    none = parsed("Punkt 1: Ny bro\n\nBeslutning\n\nJa.\n\nBilag\n\nIngen\n")
    assert none.items[0].attachments == ()
    bullets = parsed("Punkt 1: Ny bro\n\nBilag\n\n- Kort\n- Budget\n").items[0].attachments
    assert [a.title for a in bullets] == ["Kort", "Budget"]
