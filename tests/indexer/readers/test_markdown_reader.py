"""Markdown: what the rendered page says, and its headings."""

import re
from pathlib import Path

import pytest

from indexer.limits import Limits
from indexer.readers.markdown import read
from indexer.worker import Done, Job, Refused, Worker


def text(markdown: str) -> str:
    return read(markdown.encode()).text


def headings(markdown: str) -> list[tuple[int, str]]:
    source = read(markdown.encode())
    return [(heading.level, heading.span.of(source.text)) for heading in source.headings]


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("## **Punkt 1**", "Punkt 1"),
        ("*skrå* og __fed__ og ~~væk~~", "skrå og fed og væk"),
        (r"2023\_08\_bilag\*", "2023_08_bilag*"),
        ("se [planen](http://x.dk/plan) og <http://y.dk>", "se planen og http://y.dk"),
        ("![Kort over havnen](kort.png)", "Kort over havnen"),
        ("A &amp; B &lt; C", "A & B < C"),
        ("a  \nb\nc", "a\nb\nc"),
        ("- et\n- to", "- et\n- to"),
        ("* et\n* to", "- et\n- to"),
        ("3. tre\n4. fire", "3. tre\n4. fire"),
        ("1) et\n2) to", "1) et\n2) to"),
        ("1. et\n\n2. to", "1. et\n\n2. to"),
        ("- et\n  - under\n- to", "- et\n  - under\n- to"),
        ("- et\n\n  mere om et", "- et\n\n  mere om et"),
        ("| A | B |\n|---|---|\n| 1 | **2** |", "A | B\n1 | 2"),
        ("> citat", "citat"),
        ("```\nkode\n```", "kode"),
        ("    indrykket", "indrykket"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("[1]: note", "[1]: note"),
        ("<div>hej <b>du</b></div>\n\n<script>var x;</script>\n\n<!-- nej -->", "hej du"),
        ("linje<br>skift", "linje\nskift"),
        ("| A | B |\n|---|---|\n| et<br/>to | 2 |", "A | B\net to | 2"),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>1</td></tr></table>", "A | B\n1"),
        ("før <!-- uafsluttet", "før <!-- uafsluttet"),
        ("før <ScRipt>x<y</script > efter", "før  efter"),
        ("5 < 6 > 4", "5 < 6 > 4"),
    ],
)
def test_reads_as_the_rendered_page(markdown: str, plain: str) -> None:
    assert text(markdown) == plain


PIECES = ("<!--", "<script ", "<?", "<!A ", "</", "<a ", "[a](<b")


def test_no_piece_that_is_repeated_outlasts_a_readers_time(tmp_path: Path) -> None:
    """Each opens something that is never closed: looking for the end anew each time would take hours."""
    file = tmp_path / "a.md"
    with Worker(Limits()) as worker:
        for piece in PIECES:
            file.write_text(piece * 20_000, "utf-8")
            assert isinstance(worker.do(Job("understand", {"file": file})), Done | Refused), piece


def test_headings_are_marked_or_bold_alone() -> None:
    assert headings("# A\n\n### **B**\n\n**C: d**\n\n**E** f\n\n**G**\nh\n\nI\n===\n") == [
        (1, "A"),
        (3, "B"),
        (6, "C: d"),
        (1, "I"),
    ]


def test_an_empty_heading_is_a_break_between_sections() -> None:
    source = read("før\n\n##\n\nefter".encode())
    (heading,) = source.headings
    assert (source.text, len(heading.span), heading.level) == ("før\n\nefter", 0, 2)
    assert "før" in source.text[: heading.span.start]
    assert "efter" in source.text[heading.span.start :]


def test_real_markdown(real) -> None:
    path = real("koege-socialudvalget-2023")
    source = read(path.read_bytes())
    found = [heading.span.of(source.text) for heading in source.headings]
    items = [heading for heading in found if heading.startswith("Punkt ")]
    assert [int(re.findall(r"\d+", item)[0]) for item in items] == list(range(114, 124))
    assert "**" not in source.text
    assert "\n#" not in source.text
    assert "\\_" not in source.text
    assert sum(line.startswith("- ") for line in source.text.split("\n")) == sum(
        line.startswith("- ") for line in path.read_text(encoding="utf-8").split("\n")
    )
