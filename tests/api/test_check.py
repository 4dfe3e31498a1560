"""``besluttet check``: why something of a file is found, or is missing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "samples" / "minutes"
MINUTES = """REFERAT Havneudvalget d. 03-02-2025

Kommune Vigsted

Punkt 1: Takster for bådpladser

25/1002

Indstilling

1. At taksten er 400 kr.
2. At joller er gratis.

Beslutning

1. Godkendt.
2. Udsat, fordi 010203-1234 har klaget.

Bilag

- Takstblad

Punkt 2: Lukket: Opsigelse af lejer

Lejeren skylder husleje.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "havn.txt"
    written.write_text(MINUTES, "utf-8")
    return written


def test_the_tree_of_a_file(besluttet: Callable, file: Path, tmp_path: Path) -> None:
    ran = besluttet("check", file, "--data", tmp_path / "data")
    assert ran.code == 0
    lines = [line.strip("│├└─ ") for line in ran.out.splitlines()]
    assert lines[0] == "havn.txt: minutes, Havneudvalget, Vigsted, 2025-02-03"
    for line in (
        "1. Takster for bådpladser (25/1002)",
        "recommended 2: At joller er gratis.",
        "1 [approved]: Godkendt.",
        "2 [postponed]: Udsat, fordi ●●●●●●-●●●● har klaget.",
        "lists 1 attachments",
        "2. Opsigelse af lejer (closed)",
    ):
        assert line in lines
    assert "skylder" not in ran.out
    assert "Teksten under 1 lukket punkt er udeladt; kun titlen er med." in ran.err
    assert not (tmp_path / "data").exists()


def test_the_same_in_json(besluttet: Callable, file: Path) -> None:
    ran = besluttet("check", file, "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["committee"], told["date"], told["masked"]) == (
        0,
        "Havneudvalget",
        "2025-02-03",
        1,
    )
    first, second = told["items"]
    assert [section["kind"] for section in first["sections"]] == ["recommendation", "decision", "attachments"]
    (decision,) = first["decisions"]
    assert [(point["label"], point["outcome"]) for point in decision["points"]] == [
        ("1", "approved"),
        ("2", "postponed"),
    ]
    assert (second["closed"], second["sections"], second["decisions"]) == (True, [], [])
    assert "010203" not in ran.out + ran.err
    assert "skylder" not in ran.out


def test_pages_and_attachments(besluttet: Callable, file: Path) -> None:
    out = besluttet("check", SAMPLES / "socialudvalget-2022-11-07.pdf").out
    assert "64. Takster for madservice og ældrepleje 2023, page 6 (2022-008044)" in out
    (file.parent / "havn bilag").mkdir()
    (file.parent / "havn bilag" / "Takstblad.txt").write_text("Joller: gratis", "utf-8")
    (file.parent / "havn bilag" / "Punkt 2 Brev.txt").write_text("Lejeren skylder", "utf-8")
    ran = besluttet("check", file)
    assert "Bilag: Takstblad [attachment, 14 characters]" in ran.out
    assert "1 bilag hører ikke til et åbent punkt" in ran.err
    assert "Bilag: " not in besluttet("check", file, "--no-attachments").out


def test_what_cannot_be_understood(besluttet: Callable, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Kære borger\n\nTak for dit brev.", "utf-8")
    ran = besluttet("check", tmp_path / "brev.txt")
    assert ran.code == 1
    assert "Ingen dagsordenspunkter genkendt" in ran.err
    (tmp_path / "skade.pdf").write_bytes(b"%PDF-1.7 og ikke mere")
    for unreadable in (tmp_path / "skade.pdf", tmp_path / "ingen.pdf", tmp_path):
        ran = besluttet("check", unreadable)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith(f"besluttet: {unreadable}: ")
