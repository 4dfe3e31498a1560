"""Whatever the text, parsing ends with a record whose spans can be trusted, and ends the same way again."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from parsed import check

from indexer.parsing import parse
from indexer.source_text import Heading, SourceText, Span

FRAGMENTS = (
    "REFERAT Havneudvalget d. 03-02-2025",
    "Dagsorden",
    "Referat af møde i Havneudvalget",
    "Mødedato Mandag d. 03-02-2025 kl. 16:00",
    "Mødested Lokale 2",
    "Mødedeltagere Ane Holm (A), Bo Lind (Afbud), borgmester Cai Bo",
    "Fraværende:",
    "Kommune Vigsted",
    "Vigsted Kommune",
    "Indholdsfortegnelse",
    "Punkt 1: Ny bro .......... 3",
    "2. Havnens drift 4",
    "Punkt 3: Ny bro over havnen og",
    "3. Ny bro",
    "4 Ny bro",
    "Punkt 4: Lukket: Salg af grund",
    "Punkt 5: Lukket punkt",
    "6. Køb af (lukket",
    "punkt)",
    "(lukket punkt)",
    "Lukket referat",
    "Åbent referat",
    "Lukkede punkter",
    "2025-001234",
    "Sagsnr.: 25/1234",
    "Dok.nr.: 12",
    "Indstilling",
    "Beslutning",
    "Beslutning: Godkendt.",
    "**Beslutning**",
    "Byrådets beslutning",
    "Havneudvalgets beslutning den 03.02.2025 Punkt 4",
    "Skoleudvalget 4-10-2023",
    "Sagsforløb",
    "Udvalg: Byrådet",
    "Dato: 01-02-2025",
    "Punktnummer: 3",
    "1. Godkendt. 2. Udsat.",
    "1. at broen bygges",
    "2. at den males",
    "a) ja",
    "İ) nej",
    "Ad. 1. Godkendt",
    "At 1) Godkendt",
    "Bilag",
    "Bilag 1 - Kort",
    "Til toppen",
    "Å Å",
    "Godkendt. Å Å",
    "   indrykket",
    "",
    "",
)
ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=300)
BUILT = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=40).map("\n".join)


@st.composite
def sources(draw: st.DrawFn) -> SourceText:
    """A text with pages, headings, section breaks and links at arbitrary places that a reader could give."""
    text = draw(st.one_of(ANYTHING, BUILT))
    offsets = st.integers(0, len(text))
    pages = sorted(draw(st.sets(offsets, max_size=3)) | {0}) if draw(st.booleans()) else ()
    line_starts = [0, *(at + 1 for at, mark in enumerate(text) if mark == "\n")]
    starts = sorted(draw(st.sets(st.sampled_from(line_starts), max_size=6)))
    headings = tuple(
        Heading(Span(at, at if draw(st.booleans()) else _line_end(text, at)), draw(st.integers(1, 6)))
        for at in starts
    )
    links = tuple((at, "https://x/1") for at in draw(st.lists(st.sampled_from(line_starts), max_size=3)))
    return SourceText(text, tuple(pages), headings, (), links)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


@settings(max_examples=400, deadline=None)
@given(sources())
@example(SourceText("Punkt 1: x\nIndstilling\na) ja\nİ) nej"))
@example(SourceText("Dagſorden for Havneudvalget d. 1-2-2025"))
@example(SourceText("tİllægsreferat"))
@example(SourceText("1. Salg af grund og\n2. Køb af grund\nBeslutning\nNej"))
@example(SourceText("Punkt 1: Salg (lukket\n     punkt)\nBeslutning\nNej"))
@example(SourceText("Punkt 1: (lukket)\nx"))
@example(SourceText("Punkt 1: **\nBeslutning"))
@example(SourceText("Punkt 1: x\nbeslutning", headings=(Heading(Span(4, 4), 1), Heading(Span(15, 15), 1))))
def test_every_record_of_any_text_is_sound(source: SourceText) -> None:
    meeting = parse(source)
    check(source, meeting)
    assert parse(source) == meeting


LONG = {
    "words in one line": "a " * 60_000,
    "one word": "a" * 100_000,
    "dots": "Indhold\n" + "." * 50_000,
    "spaced dots": "Indhold\n" + ". " * 20_000 + "x",
    "initials": "Punkt 1: a\nBeslutning\n" + "Å " * 30_000 + "x",
    "spaces in a field": "Punkt 1: a\nSagsforløb\nUdvalg: B" + " " * 30_000 + "x",
    "bodies": "Udvalg og " * 10_000,
    "lines of bodies": ("Udvalg og " * 13 + "\n") * 500,
    "numbered lines": "\n".join(f"{number}. noget" for number in range(10_000)),
    "numbered blank lines": "\n".join(f"{number}. A\n\n\n\n\n" for number in range(5_000)) + "\n" * 50_000,
    "contents without numbers": "Indhold\n"
    + "\n".join(f"Sag om {n:x} .... {n}" for n in range(1, 1_000))
    + "\n"
    + "\n".join(f"Punkt {n}: Salg af {n:x}" for n in range(1_000)),
    "numbered points": "Punkt 1: a\nIndstilling\n" + "\n".join(f"{n % 99 + 1}. noget" for n in range(10_000)),
    "people": "Deltagere: " + ", ".join(["Ane Holm (A)"] * 5_000),
    "brackets": "Punkt 1: " + "(" * 50_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_text_of_one_kind_is_read_too(name: str) -> None:
    source = SourceText(LONG[name])
    check(source, parse(source))
