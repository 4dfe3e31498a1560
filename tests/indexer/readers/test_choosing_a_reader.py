"""Which reader takes a file, and what is refused before any does."""

import os
from pathlib import Path

import pytest

from indexer.errors import UnreadableDocument
from indexer.readers import MAX_BYTES, READERS, is_readable_name, read, read_bytes


def test_content_goes_before_the_name(make_pdf, tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_bytes(make_pdf([[(60, 700, "Punkt 1: Velkomst")]]))
    assert read(path).text == "Punkt 1: Velkomst"
    assert read(path).pages == (0,)


def test_the_name_decides_where_content_does_not() -> None:
    data = b"# Punkt 1\n\n**Godkendt**"
    assert read_bytes(data, "a.md").text == "Punkt 1\n\nGodkendt"
    assert read_bytes(data, "a.TXT").text == data.decode()


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t ", "a.pdf", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 50, "a.doc", "save it as"),
        (b"PK\x03\x04" + b"\x00" * 60, "a.zip", "unpack"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "a.txt", "ocrmypdf"),
        (b"hello", "a.xyz", "no reader for '.xyz'"),
        (b"hello", "README", "no reader for 'README'"),
        (b"ganske almindelig tekst", "a.pdf", "not"),
        (bytes(range(256)) * 8, "a.txt", "binary"),
    ],
)
def test_refused_with_one_line_that_helps(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason) as refusal:
        read_bytes(data, name)
    assert "\n" not in str(refusal.value)


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "stort.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no room
        file.write(b"x")
    with pytest.raises(UnreadableDocument, match="larger than 64 MiB"):
        read(path)


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    fifo = tmp_path / "referat.txt"
    os.mkfifo(fifo)
    for path in (fifo, tmp_path, Path("/dev/zero")):
        with pytest.raises(UnreadableDocument, match="not a regular file"):
            read(path)
    with pytest.raises(UnreadableDocument, match="no such file"):
        read(tmp_path / "findes-ikke.txt")
    with pytest.raises(UnreadableDocument, match="cannot be opened"):
        read(tmp_path / ("x" * 300 + ".txt"))


def test_a_folder_gives_readable_names_only() -> None:
    taken = [name for row in READERS for name in (f"a{suffix}" for suffix in row.suffixes)]
    assert all(is_readable_name(Path("mappe") / name) for name in taken)
    assert is_readable_name(Path("REFERAT.PDF"))
    for name in (".skjult.pdf", "~$referat.docx", "billede.png", "pdf", "noter"):
        assert not is_readable_name(Path(name))
