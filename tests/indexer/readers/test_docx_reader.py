"""Word documents: headings, counted lists, tables, tracked changes, and damaged archives."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from indexer.errors import UnreadableDocument
from indexer.readers import read_bytes
from indexer.readers.docx import read
from indexer.source_text import SourceText


def saved(document: WordDocument) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def written(write: Callable[[WordDocument], object]) -> SourceText:
    document = Document()
    write(document)
    return read(saved(document))


def headings(source: SourceText) -> list[tuple[int, str]]:
    return [(heading.level, heading.span.of(source.text)) for heading in source.headings]


def test_headings_by_style_or_bold_alone() -> None:
    def write(document: WordDocument) -> None:
        document.add_heading("Referat fra Kulturudvalget", 0)
        document.add_heading("Punkt 1: Ny svømmehal", 1)
        document.add_paragraph().add_run("Beslutning").bold = True
        paragraph = document.add_paragraph("Tiltrådt af ")
        paragraph.add_run("alle").bold = True

    source = written(write)
    assert headings(source) == [
        (1, "Referat fra Kulturudvalget"),
        (1, "Punkt 1: Ny svømmehal"),
        (6, "Beslutning"),
    ]
    assert source.text.endswith("Beslutning\n\nTiltrådt af alle")


def test_lists_are_counted() -> None:
    def write(document: WordDocument) -> None:
        for text in ("at bygge", "at male"):
            document.add_paragraph(text, style="List Number")
        document.add_paragraph("Og:")
        for text in ("blåt", "gult"):
            document.add_paragraph(text, style="List Bullet")

    assert written(write).text == "1. at bygge\n2. at male\n\nOg:\n\n- blåt\n- gult"


NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val=""/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def test_numbers_as_word_counts_them() -> None:
    items = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("1", 2), ("2", 0), ("2", 0), ("9", 0)]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for number, depth in items
    )
    lines = read(archive(body, NUMBERING)).text.split("\n")
    assert [line for line in lines if line] == [
        *("C) x", "  C.i. x", "  C.ii. x", "D) x", "  D.i. x", "x", "A) x", "B) x", "- x")
    ]


def archive(body: str, numbering: str | None = None) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", f"<w:document {nsdecls('w')}><w:body>{body}</w:body></w:document>")
        if numbering:
            file.writestr("word/numbering.xml", numbering)
    return buffer.getvalue()


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:p>{run('a')}<w:del>{run('slettet', 'delText')}</w:del><w:ins>{run('b')}</w:ins></w:p>", "ab"),
        (f"<w:p><w:hyperlink>{run('link')}</w:hyperlink></w:p>", "link"),
        (f"<w:sdt><w:sdtContent><w:p>{run('felt')}</w:p></w:sdtContent></w:sdt>", "felt"),
        (f"<w:p>{run('a')}<w:r><w:br/></w:r>{run('b')}<w:r><w:tab/></w:r>{run('c')}</w:p>", "a\nb\tc"),
        (f"<w:p>{run('KKR')}<w:r><w:noBreakHyphen/></w:r>{run('regi')}</w:p>", "KKR-regi"),
        (
            f"<w:p>{run('a')}<w:r><w:txbxContent><w:p>{run('boks')}</w:p></w:txbxContent></w:r></w:p>",
            "a\n\nboks",
        ),
        ("<w:p/><w:p/>", ""),
    ],
)
def test_what_runs_hold(body: str, text: str) -> None:
    assert read(archive(body)).text == text


def test_tables_are_rows_or_layout() -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            [c for row in table.rows for c in row.cells], ("År", "Beløb", "2025", "3 mio."), strict=True
        ):
            cell.text = text
        layout = document.add_table(rows=1, cols=2)
        layout.cell(0, 0).text = "Indstilling"
        layout.cell(0, 1).text = "Det indstilles\nat bygge"
        layout.cell(0, 1).add_paragraph("Straks.")

    assert (
        written(write).text
        == "År | Beløb\n2025 | 3 mio.\n\nIndstilling\n\nDet indstilles\nat bygge\n\nStraks."
    )


def test_entities_are_not_followed(tmp_path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(
            "word/document.xml",
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]><w:document {nsdecls("w")}><w:body>'
            "<w:p><w:r><w:t>a&e;b</w:t></w:r></w:p></w:body></w:document>",
        )
    assert "hemmelig" not in read(buffer.getvalue()).text


def test_another_office_file_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(UnreadableDocument, match="no Word document"):
        read_bytes(buffer.getvalue(), "regneark.docx")


def test_a_file_cut_short_is_refused() -> None:
    document = Document()
    document.add_paragraph("hej")
    data = saved(document)
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(data[: len(data) // 2])


def test_a_word_file_is_known_by_its_content() -> None:
    document = Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{run('Ærø')}</w:p>"))
    assert read_bytes(saved(document), "referat.bin").text == "Ærø"
