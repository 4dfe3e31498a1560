"""Plain text: encodings, line ends, page breaks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import UnreadableDocument
from indexer.readers.text import read

DANISH = "Ærø Kommune: Økonomiudvalget tiltrådte på mødet – jf. § 5 – Åse Møllers forslag.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_danish_letters_come_out_right(encoding: str) -> None:
    assert read(DANISH.encode(encoding)).text == DANISH


@pytest.mark.parametrize("encoding", ["iso8859-1", "cp865", "cp850"])
def test_danish_letters_come_out_right_without_dashes(encoding: str) -> None:
    text = DANISH.replace("–", "-")
    if encoding == "cp865":
        text = text.replace("§", "paragraf")
    assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp865", "cp850"])
@pytest.mark.parametrize("word", ["Åben", "tiltrådt", "Økonomi", "køb", "Ændring", "læring"])
def test_one_danish_letter_is_enough(encoding: str, word: str) -> None:
    source = read(f"{word} 2025".encode(encoding))
    assert source.text == f"{word} 2025"
    assert len(source.warnings) == 1
    assert "ikke UTF-8" in source.warnings[0]


def test_a_known_encoding_is_not_warned_of() -> None:
    assert read(DANISH.encode()).warnings == ()


def test_lines_end_in_one_way_and_the_unseen_goes() -> None:
    source = read("a\r\nb\rc\x00d\u200be\ufefff\u00adg\u2028h\u00a0i".encode())
    assert source.text == "a\nb\ncdefg\nh\u00a0i"


def test_decomposed_letters_are_composed() -> None:
    assert read(unicodedata.normalize("NFD", "Åbent møde på Ærø").encode()).text == "Åbent møde på Ærø"


def test_form_feeds_begin_pages() -> None:
    source = read(b"side et\n\fside to\n\n\fside tre\n\f")
    assert source.text == "side et\nside to\n\nside tre"
    assert [source.text[start:].split("\n")[0] for start in source.pages] == [
        "side et",
        "side to",
        "side tre",
    ]
    assert [source.page_at(source.text.index(word)) for word in ("et", "to", "tre")] == [1, 2, 3]
    assert read(b"ingen sider").pages == ()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00\xd8\x00\xd8", b"\x80\x01\x02\x03\x04\x05" * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument):
        read(data)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), min_size=1))
def test_utf8_text_stays_as_it_is(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert read(text.encode()).text == text


def test_real_text_is_kept_to_the_letter(real) -> None:
    path = real("koege-socialudvalget-2025")
    source = read(path.read_bytes())
    assert source.text == path.read_text(encoding="utf-8")
    assert read(path.read_text(encoding="utf-8").encode("cp1252", "ignore")).text.count(
        "ø"
    ) == source.text.count("ø")


def test_lines_that_count_the_pages_go_but_for_the_first() -> None:
    page = "Havneby Kommune\nHavneudvalget den 3. marts 2025      Side {}\n\nTekst på side {}.\n"
    source = read("\n".join(page.format(n, n) for n in (1, 2, 3)).encode())
    assert source.text.count("Havneudvalget den 3. marts 2025") == 1
    assert source.text.count("Havneby Kommune") == 1
    assert [f"Tekst på side {n}." in source.text for n in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(
    "text", ["Se side 3\nog igen\nSe side 9\n", "Bilag, side 2\n", "Se side 3\nSe side 3\n"]
)
def test_lines_that_only_name_a_page_stay(text: str) -> None:
    assert read(text.encode()).text.strip() == text.strip()
