"""Precedents come with the earlier cases that their minutes tell of; those may be older than the index."""

from pathlib import Path

import pytest

from indexer.ingest import ingest
from models.embedding import Embedder
from qa.answer import Intent, Role
from qa.archive import Archive

MINUTES = """Byggeudvalget
Referat
Dato: 4. oktober 2023

1. Ansøgning om dispensation til tagterrasse på Strandalle 12
Sagsnr. 23/004512

Sagsfremstilling
Ejeren ønsker en tagterrasse på 14 m2. {told}

Indstilling
Forvaltningen indstiller, at der meddeles afslag.

Beslutning
Godkendt.

2. Orientering om legepladser
Sagsnr. 23/004513

Sagsfremstilling
Kommunen har 31 legepladser.

Beslutning
Taget til efterretning.
"""
EARLIER = (
    "Udvalget gav den 5. maj 2021 dispensation til en tagterrasse på Strandalle 4. "
    "I 2022 blev der meddelt afslag til Strandalle 9."
)
NOT_CASES = (
    "Terrassen gav anledning til en debat om indblik før sommerferien.",
    "Udvalget giver svar senest den 1. december 2024.",
    "Den tidligere ejer byggede huset i 1962.",
    "",
)
QUESTION = "Har der før været lignende sager om dispensation til tagterrasse?"


def archive_telling(told: str, folder: Path, embedder: Embedder) -> Archive:
    file = folder / "byggeudvalget-2023-10-04.txt"
    file.write_text(MINUTES.format(told=told), encoding="utf-8")
    assert not ingest([file], folder / "data", embedder).failures
    return Archive.open(folder / "data")


def test_earlier_cases_told_of_come_behind_the_decision(tmp_path: Path, embedder: Embedder) -> None:
    answer = archive_telling(EARLIER, tmp_path, embedder).ask(QUESTION)
    assert (answer.intent, answer.answerable) == (Intent.PRECEDENT, True)
    decision, earlier = answer.quotes
    assert (decision.role, decision.text) == (Role.DECISION, "Godkendt.")
    assert (earlier.role, earlier.text) == (Role.PASSAGE, EARLIER)
    assert answer.answer.startswith("1 punkt fundet:")
    assert answer.answer.endswith(f"Tidligere sager nævnt dér: »{EARLIER}«")


@pytest.mark.parametrize("told", NOT_CASES)
def test_what_is_no_earlier_case_is_left_out(told: str, tmp_path: Path, embedder: Embedder) -> None:
    answer = archive_telling(told, tmp_path, embedder).ask(QUESTION)
    assert [quote.role for quote in answer.quotes] == [Role.DECISION]
