"""Web pages: what a reader sees of them, and portal pages in the form of the portal's PDFs."""

import pytest

from indexer.errors import UnreadableDocument
from indexer.readers.html import read
from indexer.source_text import SourceText


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>Nordby</title>{head}</head><body>{body}</body></html>"


def text(body: str) -> str:
    return read(page(body).encode()).text


def headings(source: SourceText) -> list[tuple[int, str]]:
    return [(heading.level, heading.span.of(source.text)) for heading in source.headings]


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<p>a\n  b</p><p>c<br>d</p>", "a b\n\nc\nd"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<p>a&nbsp;b &amp; c</p><p>&nbsp;</p>", "a\u00a0b & c"),
        ("<ul><li>et</li><li>to<ul><li>under</li></ul></li></ul>", "- et\n- to\n  - under"),
        ('<ol start="3"><li>tre</li><li>fire</li></ol>', "3. tre\n4. fire"),
        ('<ol type="a"><li>et</li><li value="4">fire</li></ol>', "a. et\nd. fire"),
        ("<ol><li><p>et</p><p>mere</p></li><li>to</li></ol>", "1. et\n  mere\n2. to"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>", "A | B\n1 | 2"),
        ("<table><tr><td><h2>Sag</h2><p>a</p></td><td><p>b</p></td></tr></table>", "Sag\n\na\n\nb"),
        ("<p>a <a href='x'>link</a>, <em>b</em></p>", "a link, b"),
        ("<script>x()</script><style>p{}</style><p>a</p><noscript>b</noscript>", "a"),
        ("<nav>menu</nav><main><p>a</p><form>søg</form></main><footer>f</footer>", "a"),
        ("<p>a</p><p hidden>b</p><p style='display: none'>c</p>" + "<p>langt</p>", "a\n\nlangt"),
        ("<div class='modal fade'>luk</div><p>a</p>", "a"),
        ("<p>uafsluttet <b>fed", "uafsluttet fed"),
        ("a < b og c > d", "a < b og c > d"),
    ],
)
def test_reads_as_the_page_looks(html: str, plain: str) -> None:
    assert text(html) == plain


def test_a_page_saved_with_its_items_folded_is_read_all_the_same() -> None:
    assert "Beslutning" in text(
        "<h2>Punkt 1</h2><div style='display:none'><p>Beslutning: Godkendt.</p></div>"
    )


def test_headings_are_marked_or_bold_alone() -> None:
    source = read(
        page("<h1>A</h1><h3>B <i>c</i></h3><p><strong>D</strong></p><p><b>E</b> f</p><h2></h2>").encode()
    )
    assert headings(source) == [(1, "A"), (3, "B c"), (6, "D")]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1"])
def test_the_declared_encoding_is_used(encoding: str) -> None:
    html = page("<p>Ærø på Åen</p>", f'<meta charset="{encoding}">')
    source = read(html.encode(encoding))
    assert (source.text, source.warnings) == ("Ærø på Åen", ())


def test_a_wrong_declaration_does_no_harm() -> None:
    html = page("<p>Ærø på Åen</p>", '<meta charset="klingon">')
    assert read(html.encode()).text == "Ærø på Åen"
    assert read(html.encode("cp1252")).text == "Ærø på Åen"


def test_deep_nesting_keeps_its_words() -> None:
    assert text("<div>" * 1500 + "dybt" + "</div>" * 1500) == "dybt"


def test_what_the_parser_gives_up_on_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="deep"):
        text("<div>" * 5000 + "dybt" + "</div>" * 5000)


ID = "2bb4b425-da89-4a32-aa5c-d06cad13daf{}"
SAVED_FROM = "https://dagsordener.koege.dk/vis?id=0cad2b4d-c4a2-4583-a053-60704b2da0e5"
PORTAL = """<!-- saved from url=(0050){saved_from} -->
<h1 class="dato">Dagsorden 4. december 2024 kl. 16.00</h1><span class="udvalg">Kulturudvalget</span>
<span class="dato">onsdag den 4. december 2024 kl. 16.00</span><span class="sted">Salen</span>
<table><tr><td class="deltagere"><span>Ane Juul</span><span>Bo Kjær (Afbud)</span></td></tr></table>
<table>
<tr class="punktrow" id="punktrow_{one}"><td><span class="label">1</span></td><td>
 <button class="overskrift-btn"><h2 class="overskrift">Ny svømmehal</h2></button>
 <div class="details" style="display:none"><span class="sagsnummer">24/1234</span><div class="punkt"><h3></h3>
 <div id="sagsfremstillingContainer"><h3>Beslutninger</h3><span><div>Tiltrådt.</div></span>
 <h3></h3><span><div>Sagen kort.</div></span></div></div>
 <h3>Bilag</h3><ul><li><span class="label">PDF</span><a class="bilag-link" href="#">Indstilling</a></li></ul>
 </div>
</td></tr>
<tr class="punktrow" id="punktrow_{two}"><td><span class="label">2</span></td><td>
 <h2 class="overskrift">Lukket: Salg af grund</h2>
 <span class="sagsnummer">24/999</span><div id="sagsfremstillingContainer"><p>Hemmelig pris</p></div>
 </td></tr>
</table>""".format(saved_from=SAVED_FROM, one=ID.format("a"), two=ID.format("b"))


def test_a_portal_page_is_written_out_in_the_form_of_its_pdf() -> None:
    source = read(page(PORTAL).encode())
    assert source.text.split("\n\n") == [
        "DAGSORDEN Kulturudvalget d. 04-12-2024",
        "Kommune Køge",
        "Mødedato onsdag den 4. december 2024 kl. 16.00",
        "Mødested Salen",
        "Mødedeltagere Ane Juul, Bo Kjær (Afbud)",
        "Punkt 1: Ny svømmehal",
        "24/1234",
        "Beslutninger",
        "Tiltrådt.",
        "Sagen kort.",
        "Bilag",
        "- Indstilling",
        "Punkt 2: Lukket: Salg af grund",
    ]
    breaks = [heading for heading in source.headings if not len(heading.span)]
    assert len(breaks) == 1
    assert source.text.index("Tiltrådt.") < breaks[0].span.start < source.text.index("Sagen kort.")
    for offset, address in source.links:
        assert source.text.startswith("Punkt ", offset)
        assert address.startswith("https://dagsordener.koege.dk/vis?id=0cad2b4d")
    assert [address[-1] for _, address in source.links] == ["a", "b"]


def test_what_is_closed_stays_closed() -> None:
    source = read(page(PORTAL).encode())
    assert "Hemmelig" not in source.text
    assert "24/999" not in source.text


def test_no_municipality_is_guessed() -> None:
    unknown = PORTAL.replace("dagsordener.koege.dk", "portal.example.dk")
    assert "Kommune" not in read(page(unknown).encode()).text


def test_real_portal_page(real) -> None:
    source = read(real("aarhus").read_bytes())
    titles = [words for level, words in headings(source) if level == 2]
    assert [title.split(":")[0] for title in titles] == [f"Punkt {n}" for n in range(1, 7)]
    assert source.text.split("\n\n")[1] == "Kommune Aarhus"
    found = [words for _, words in headings(source)]
    assert found.count("Beslutninger") == 6
    assert found.count("Bilag") == 4
    assert sum(not words for words in found) == 3
    assert not {"Luk", "Tip en ven", "PDF", "Hent som PDF"} & set(source.text.split("\n"))
