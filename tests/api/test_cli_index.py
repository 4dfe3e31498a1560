"""``besluttet index`` and ``remove``: what goes in, what does not, and how that is told."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "samples" / "minutes" / "socialudvalget-2025-09-08.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One good document and two that cannot be read."""
    folder = tmp_path / "referater"
    folder.mkdir()
    shutil.copy(SAMPLE, folder)
    (folder / "tom.txt").touch()
    (folder / "billede.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return folder


@pytest.mark.slow
def test_what_is_readable_goes_in_and_the_rest_is_named(
    besluttet: Callable, folder: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    ran = besluttet("index", folder, "--data", data)
    assert ran.code == 2
    assert "socialudvalget-2025-09-08  2025-09-08  Socialudvalget     11" in ran.out
    assert "1 meetings, 11 items" in ran.out
    refused = [line for line in ran.err.splitlines() if "not taken in" in line]
    assert [line.split("/")[-1].split(":")[0] for line in sorted(refused)] == ["billede.pdf", "tom.txt"]

    again = json.loads(besluttet("index", folder, "--data", data, "--json").out)
    assert (again["unchanged"], again["documents"], len(again["failures"])) == (1, [], 2)

    (folder / "tom.txt").unlink()
    (folder / "billede.pdf").unlink()
    assert besluttet("index", folder, "--data", data).code == 0
    assert besluttet("status", "--data", data).err == ""

    removed = besluttet("remove", "socialudvalget-2025-09-08", "--data", data)
    assert (removed.code, removed.err) == (0, "besluttet: removed socialudvalget-2025-09-08.\n")
    assert json.loads(besluttet("status", "--data", data, "--json").out)["documents"] == 0
