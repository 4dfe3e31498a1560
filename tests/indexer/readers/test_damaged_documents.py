"""Real documents with bytes flipped, cut and doubled: each is read or refused, nothing else.

The seeds are fixed, so a failure comes back; the bytes are real, so the damage goes deep into the formats.
"""

import random
import zipfile
from importlib import import_module
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from indexer.errors import UnreadableDocument
from indexer.readers.docx import read as read_docx

REAL = {
    "pdf": "ballerup",
    "html": "aarhus",
    "firstagenda_json": "hvidovre",
    "markdown": "koege",
    "text": "koege",
}
MARKS = b'<>[]{}()/"%#*_-0\\ \n\xff\x00&;'


def damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 60))):
        at = chance.randrange(len(broken))
        match chance.randrange(4):
            case 0:
                broken[at] = chance.randrange(256)
            case 1:
                del broken[at : at + chance.choice((1, 50, 5000))]
            case 2:
                broken[at:at] = broken[-at : chance.choice((1, 20, 300)) - at]
            case 3:
                broken[at:at] = chance.choices(MARKS, k=chance.choice((1, 3, 30)))
        if not broken:
            return b"x"
    return bytes(broken)


@pytest.mark.parametrize("module", REAL)
@pytest.mark.parametrize("seed", range(12))
def test_real_bytes_damaged(real, module: str, seed: int) -> None:
    chance = random.Random(f"{module} {seed}")
    data = damaged(real(REAL[module]).read_bytes(), chance)
    try:
        source = import_module(f"indexer.readers.{module}").read(data)
    except UnreadableDocument:
        return
    assert "\r" not in source.text
    assert all("\n" not in heading.span.of(source.text) for heading in source.headings)


@pytest.fixture(scope="module")
def word_document() -> bytes:
    document = Document()
    document.add_heading("Punkt 1", 1)
    for style in ("List Number", "List Number", "List Bullet", "Normal"):
        document.add_paragraph("tekst", style=style)
    document.add_table(rows=2, cols=2)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_word_parts_damaged(word_document: bytes, seed: int) -> None:
    """Well-formed, but not as Word would ever write it."""
    chance, broken = random.Random(seed), BytesIO()
    with zipfile.ZipFile(BytesIO(word_document)) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
                data = _shuffled(data, chance)
            target.writestr(name, data)
    read_docx(broken.getvalue())


def _shuffled(xml: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(xml)
    for _ in range(chance.choice((1, 5, 20))):
        element = chance.choice([each for each in root.iter() if each is not root] or [root])
        if element is root:
            break
        match chance.randrange(3):
            case 0:
                element.getparent().remove(element)
            case 1:
                for name in element.attrib:
                    element.set(name, chance.choice(("", "-1", "99999999999", "x", "8", "0")))
            case 2:
                element.tag = chance.choice([each.tag for each in root.iter()])
    return etree.tostring(root)
