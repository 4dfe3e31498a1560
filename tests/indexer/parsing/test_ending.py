"""When a meeting ended, as minutes say it."""

import pytest

from indexer.parsing.ending import find_ending
from indexer.source_text import Span


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


def test_a_beginning_and_a_case_that_ended_are_no_end_of_a_meeting() -> None:
    assert find_ending("Mødet begyndte kl. 17. Sagen er afsluttet i 2024.", None) is None
