"""Names of uploaded files: one name, never a path; and what is left of a body that breaks off."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import ClientDisconnect

from api.errors import BadUpload
from api.uploads import file_name, keep_upload
from indexer.cpr import MASK


@pytest.mark.parametrize(
    "name", ["referat.pdf", "Byrådet 3. marts 2025.docx", "møde (2).MD", "..a..b.txt"[2:]]
)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert file_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        *("../referat.pdf", "..", ".", "", "/etc/passwd.txt", "a/b.pdf", "a\\b.pdf", "C:\\a.pdf", "a:b.pdf"),
        *(".hidden.pdf", "~$referat.docx", "referat.exe", "referat", "refe\x00rat.pdf", "refe\nrat.pdf"),
        *(" referat.pdf", "x" * 300 + ".pdf", "ø" * 150 + ".pdf", "\u202egpj.pdf", "\ud800.pdf"),
    ],
)
def test_what_is_no_name_of_minutes_is_refused(name: str) -> None:
    with pytest.raises(BadUpload):
        file_name(name)


def test_one_name_is_one_file_however_its_letters_are_put_together() -> None:
    assert file_name("a\u030arsmo\u0308de.pdf") == "årsmöde.pdf"


def test_a_cpr_number_in_a_name_is_masked() -> None:
    assert file_name("ansøgning 010203-1234.pdf") == f"ansøgning {MASK * 6}-{MASK * 4}.pdf"


@given(
    st.text(max_size=30).flatmap(lambda start: st.sampled_from([start, start + ".pdf", f"../{start}.txt"]))
)
@settings(deadline=None)
def test_whatever_is_taken_stays_in_its_folder(given_name: str) -> None:
    folder = Path("/data/uploads")
    try:
        name = file_name(given_name)
    except BadUpload:
        return
    assert (folder / name).resolve().parent == folder.resolve()
    assert file_name(name) == name


async def body(*parts: bytes, error: Exception | None = None) -> AsyncIterator[bytes]:
    for part in parts:
        yield part
    if error:
        raise error


def test_a_whole_body_replaces_the_older_file(tmp_path: Path) -> None:
    for words in (b"old", b"new"):
        assert asyncio.run(keep_upload(body(words, b" words"), tmp_path, "a.txt")) == tmp_path / "a.txt"
    assert (tmp_path / "a.txt").read_bytes() == b"new words"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_body_that_breaks_off_or_is_empty_leaves_what_was_there(tmp_path: Path) -> None:
    asyncio.run(keep_upload(body(b"old"), tmp_path, "a.txt"))
    with pytest.raises(ClientDisconnect):
        asyncio.run(keep_upload(body(b"ne", error=ClientDisconnect()), tmp_path, "a.txt"))
    with pytest.raises(BadUpload):
        asyncio.run(keep_upload(body(), tmp_path, "a.txt"))
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
