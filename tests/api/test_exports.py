"""Exports of any text: read back whole by real readers, and never taken for a formula, a field or markup."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import feedparser
import rispy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from api.citation import cite_in_markdown, cite_quote
from api.exports.atom import as_atom
from api.exports.csv_table import as_csv
from api.exports.json_lines import as_json_lines
from api.exports.ris import as_ris
from indexer.source_text import fold
from qa.answer import Quote, Role, Source
from qa.searching import Finding

LINK = "https://besluttet.example/punkter/dok.1?fra=0&til=9#citat"
NASTY = [
    '=HYPERLINK("http://ond.example")',
    "  +1+1",
    "-2+3",
    "@SUM(A1)",
    "ER  - \r\nTY  - JOUR\nTI  - Falsk",
    "<script>alert(1)</script> & ]]>",
    "a\x00b\x0b\x1f\ud800\ufffe",
    'Hun sagde "nej", og; gik',
]
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(min_size=1, max_size=60))


def finding(text: str, title: str) -> Finding:
    source = Source(
        document="dok", municipality="Tranevig", committee="Byrådet", date=None, item="1", title=title,
        case_no=None, section=None, page=None, start=0, end=9, url=None, item_id="dok.1",
    )  # fmt: skip
    return Finding(Quote(text, Role.PASSAGE, source), 1.0, None, (), (), None, ())


def whole(text: str) -> str:
    """As the stored text can be: without halves of characters, which no encoding has."""
    return text.encode("utf-8", "replace").decode()


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, title=TEXTS)
def test_a_csv_cell_is_the_text_and_no_formula(text: str, title: str) -> None:
    text, title = whole(text), whole(title)
    table = as_csv([finding(text, title)], lambda _: LINK)
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 1
    for cell, written in ((rows[0]["text"], text), (rows[0]["title"], title)):
        assert cell.removeprefix("'") == written.replace("\x00", "").removeprefix("'")
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, title=TEXTS)
def test_a_line_of_json_is_one_line(text: str, title: str) -> None:
    text, title = whole(text), whole(title)
    lines = as_json_lines([finding(text, title)] * 2, lambda _: None).split("\n")
    assert [json.loads(line)["text"] for line in lines[:-1]] == [text, text]
    assert lines[-1] == ""


@settings(max_examples=200, deadline=None)
@given(text=TEXTS.filter(str.isprintable), title=TEXTS)
def test_a_reference_stays_one_reference(text: str, title: str) -> None:
    text, title = fold(whole(text)) or "x", whole(title)
    entries = rispy.loads(as_ris([finding(text, title)] * 2, lambda _: LINK))
    assert len(entries) == 2
    assert {entry["abstract"] for entry in entries} == {text}
    assert {entry["type_of_reference"] for entry in entries} == {"GOVDOC"}
    assert all(entry["urls"] == [LINK] for entry in entries)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, title=TEXTS)
@example(text="\x00\ufffe", title="\x0b")
def test_a_feed_is_well_formed_whatever_it_tells(text: str, title: str) -> None:
    quote = finding(whole(text), whole(title)).quote
    feed = as_atom([quote], lambda _: LINK, title=title, author="x", query="q=x", self_link=LINK)
    root = ET.fromstring(feed)
    atom = "{http://www.w3.org/2005/Atom}"
    assert [child.tag for child in root.iter(f"{atom}entry")] == [f"{atom}entry"]
    assert {element.tag.removeprefix(atom) for element in root.iter()} <= {
        "feed", "id", "title", "updated", "author", "name", "link", "entry", "summary", "content",
    }  # fmt: skip
    assert not feedparser.parse(feed).bozo


def test_a_citation_tells_what_it_is_where_it_stands_and_how_to_get_there() -> None:
    quote = finding("1. Godkendt *som* [indstillet]", "Bro_over_åen").quote
    assert cite_quote(quote, LINK) == (
        f"»1. Godkendt *som* [indstillet]« Uddrag: Byrådet, punkt 1 »Bro_over_åen«. {LINK}"
    )
    assert cite_in_markdown(quote, LINK) == (
        "> 1\\. Godkendt \\*som\\* \\[indstillet\\]\n>\n"
        f"> [Uddrag: Byrådet, punkt 1 »Bro\\_over\\_åen«](<{LINK}>)"
    )
    assert cite_quote(quote, None).endswith("»Bro_over_åen«.")
