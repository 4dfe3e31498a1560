"""PDF: pages, paragraphs, headings, running lines, broken words, and refusals."""

import re
from html import escape
from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from indexer.errors import UnreadableDocument
from indexer.limits import Limits
from indexer.readers.pdf import read

BODY = "Helvetica"
BOLD = "Helvetica-Bold"


def lines(source) -> list[str]:
    return source.text.split("\n")


def test_pages_begin_where_they_say(make_pdf) -> None:
    source = read(make_pdf([[(60, 700, "Første side.")], [], [(60, 700, "Tredje side på Ærø.")]]))
    assert source.text == "Første side.\n\nTredje side på Ærø."
    assert len(source.pages) == 3
    assert [source.page_at(source.text.index(word)) for word in ("Første", "Tredje")] == [1, 3]


def test_a_gap_between_lines_is_a_blank_line(make_pdf, paragraph) -> None:
    first = paragraph(["Udvalget drøftede sagen og", "besluttede at vende tilbage."])
    second = paragraph(["Et medlem tog forbehold for", "den sidste del."], top=564)
    source = read(make_pdf([first + second]))
    paragraphs = [block.split("\n") for block in source.text.split("\n\n")]
    assert paragraphs == [[row[2] for row in first], [row[2] for row in second]]


def test_a_wrapped_title_in_large_type_stays_together(make_pdf, paragraph) -> None:
    title = [(60, 700, "En lang titel om havnens", BOLD, 20), (60, 676, "fremtid", BOLD, 20)]
    source = read(make_pdf([title + paragraph(["Brødtekst i to linjer som", "fylder noget mere."] * 3)]))
    assert "havnens\nfremtid\n\nBrødtekst" in source.text
    assert [heading.span.of(source.text) for heading in source.headings] == [
        "En lang titel om havnens",
        "fremtid",
    ]


def test_larger_and_bolder_lines_are_headings(make_pdf, paragraph) -> None:
    page = [
        (60, 700, "Punkt 1: Velkomst", BOLD, 16),
        (60, 670, "Beslutning", BOLD, 10),
        *paragraph(["Godkendt af alle medlemmer i", "udvalget uden bemærkninger."], top=650),
    ]
    source = read(make_pdf([page]))
    assert [(h.level, h.span.of(source.text)) for h in source.headings] == [
        (1, "Punkt 1: Velkomst"),
        (2, "Beslutning"),
    ]


def test_running_lines_stay_once_and_page_numbers_go(make_pdf, paragraph) -> None:
    def page(number: int, *text: str):
        return [
            (60, 800, "Kulturudvalget i Nordby"),
            (60, 788, "Dato: 04.12.2012"),
            *paragraph(text),
            (250, 30, f"Side {number} af 4"),
        ]

    pages = [page(n, f"Punkt {n}: sag nummer {n * 7}", "Beslutning", "Godkendt.") for n in range(1, 5)]
    source = read(make_pdf(pages))
    assert source.text.count("Kulturudvalget i Nordby") == 1
    assert source.text.count("Dato: 04.12.2012") == 1
    assert "Side" not in source.text
    assert source.text.count("Godkendt.") == 4
    assert [source.page_at(source.text.index(f"Punkt {n}:")) for n in range(1, 5)] == [1, 2, 3, 4]


def test_what_only_looks_like_a_running_line_stays(make_pdf) -> None:
    """Short items on pages of their own: the same words at the same height, but no header."""
    pages = [
        [(60, 780, f"Punkt {n}"), (60, 750, "Beslutning"), (60, 735, "Godkendt.")] for n in range(10, 16)
    ]
    source = read(make_pdf(pages))
    assert [line for line in lines(source) if line.startswith("Punkt")] == [
        f"Punkt {n}" for n in range(10, 16)
    ]
    assert source.text.count("Beslutning") == source.text.count("Godkendt.") == 6


def test_broken_words_are_made_whole(make_pdf, paragraph) -> None:
    page = paragraph(
        [
            "Sagen blev behandlet i kommunalbe-",
            "styrelsen og i Sundheds-",
            "og Ældreudvalget, i KKR-",
            "regi og på de 6-",
            "måneders møder.",
        ]
    )
    source = read(make_pdf([page]))
    folded = " ".join(source.text.split())
    assert (
        "kommunalbestyrelsen og i Sundheds- og Ældreudvalget, i KKR-regi og på de 6-måneders møder." in folded
    )
    assert len(lines(source)) == 5


def test_a_paragraph_runs_on_over_the_page(make_pdf, paragraph) -> None:
    one = paragraph(
        ["Udvalget besluttede efter en lang drøftelse at", "sende forslaget videre til behandling i"]
    )
    two = paragraph(["økonomiudvalget inden sommer.", "Derefter byrådet."])
    source = read(make_pdf([one, two]))
    assert "behandling i\nøkonomiudvalget" in source.text
    assert source.page_at(source.text.index("økonomi")) == 2


def test_a_printed_text_reads_as_it_was_written(real) -> None:
    """Real minutes set in type with wrapped lines, page headers and page numbers give back every word."""
    text = real("koege-socialudvalget-2025").read_text(encoding="utf-8")
    blocks = [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]
    styles = getSampleStyleSheet()
    story = [
        Paragraph(escape(block), styles["Heading2" if block.startswith("Punkt ") else "BodyText"])
        for block in blocks
    ]

    def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.drawString(60, 810, "Nordby Kommune")
        canvas.drawString(500, 20, f"{document.page}")

    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(story, onFirstPage=furniture, onLaterPages=furniture)
    source = read(buffer.getvalue())
    printed = [" ".join(block.split()) for block in source.text.split("\n\n")]
    assert printed.pop(0) == "Nordby Kommune"
    assert " ".join(printed) == " ".join(blocks)
    assert len(source.pages) > 10
    assert len(set(printed) & set(blocks)) > 0.95 * len(set(blocks))
    titles = [heading.span.of(source.text) for heading in source.headings]
    assert sum(title.startswith("Punkt ") for title in titles) == sum(
        block.startswith("Punkt ") for block in blocks
    )


def test_a_password_is_said_to_be_one(make_pdf) -> None:
    with pytest.raises(UnreadableDocument, match="password"):
        read(make_pdf([[(60, 700, "hemmeligt")]], password="kode"))


def test_a_pdf_without_text_or_pictures(make_pdf) -> None:
    with pytest.raises(UnreadableDocument, match="no text layer"):
        read(make_pdf([[], []]))


def test_too_many_pages(make_pdf) -> None:
    with pytest.raises(UnreadableDocument, match="more than 2000 pages"):
        read(make_pdf([[]] * (Limits().pages + 1)))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%nothing more", b"GIF89a not a pdf"])
def test_what_is_no_pdf(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"damaged|not"):
        read(data)


def test_a_pdf_cut_short_in_its_tail_is_still_read(make_pdf) -> None:
    whole = make_pdf([[(60, 700, "Stadig læselig")]])
    assert read(whole[: whole.rindex(b"xref")]).text == "Stadig læselig"


def test_real_minutes_with_running_headers(real) -> None:
    source = read(real("ballerup").read_bytes())
    assert len(source.pages) == 15
    assert source.warnings == ()
    assert not re.search(r"^Side \d+$", source.text, re.MULTILINE)
    assert source.text.count("Dato: 04.12.2012") == 1
    found = [heading.span.of(source.text) for heading in source.headings]
    items = [heading for heading in found if re.match(r"\d+\. ", heading)]
    assert [int(item.split(".")[0]) for item in items] == list(range(1, 9))
    assert found.count("Indstilling") == 7
    places = [source.page_at(heading.span.start) for heading in source.headings if heading.level == 2]
    assert {3, 6, 7, 9, 10, 12, 14} <= set(places)
