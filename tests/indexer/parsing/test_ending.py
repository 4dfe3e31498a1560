"""When a meeting ended, as minutes say it."""

from pathlib import Path

import pytest

from indexer.parsing.ending import find_ending
from indexer.source_text import Span
from indexer.understanding import understand


@pytest.mark.parametrize(
    "line",
    [
        "Mødet hævet kl. 18.45",
        "Mødet sluttede kl 21",
        "Sluttidspunkt: 03-03-2025 18:45",
        "SLUTTIDSPUNKT\n\n03-03-2025 18:45:00",
    ],
)
def test_in_a_line_of_its_own_or_below_its_label(line: str) -> None:
    text = f"Referat\n{line}\nPunkt 1"
    found = find_ending(text, None)
    assert found is not None
    assert found.of(text) == line


def test_in_the_date_where_that_has_both_hours() -> None:
    both, one = "3. februar 2025 kl. 16.00 - 18.45", "3. februar 2025 kl. 16.00"
    assert find_ending(both, Span(0, len(both))) == Span(0, len(both))
    assert find_ending(one, Span(0, len(one))) is None
    assert find_ending(both, None) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mødet begyndte kl. 17. Sagen er afsluttet i 2024.",
        "Projektet er afsluttet med et forbrug på 1.250.000 kr.",
        "Byggeriet forventes færdig 01.05.2025",
        "Høringen slut den 12.03.2025",
        "Arbejdet er færdig kl. 12.00 på fredag.",
    ],
)
def test_a_beginning_and_a_case_that_ended_are_no_end_of_a_meeting(line: str) -> None:
    both = "3. februar 2025 kl. 16.00 - 18.45"
    assert find_ending(line, None) is None
    assert find_ending(f"{both}\n{line}", Span(0, len(both))) == Span(0, len(both))


def test_an_hour_in_a_closed_item_is_no_end_of_the_meeting(tmp_path: Path) -> None:
    minutes = tmp_path / "havn.txt"
    minutes.write_text(
        "Referat fra Havneudvalget d. 3-2-2025 kl. 16:00\n\n"
        "Punkt 1: Ny bro\n\nBeslutning\n\nGodkendt.\n\n"
        "Punkt 2: Salg (Lukket punkt)\n\nBeslutning\n\nMødet med køber er afsluttet kl. 12.00 på fredag.\n\n"
        "Punkt 3: Ny kaj\n\nBeslutning\n\nGodkendt.\n\nMødet hævet kl. 18.40\n"
    )
    understood = understand(minutes)
    ended = understood.meeting.ended_span
    assert ended is not None
    assert ended.of(understood.source.text) == "Mødet hævet kl. 18.40"
