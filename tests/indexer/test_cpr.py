"""CPR numbers are masked in every form they are written in, and other numbers are left alone."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.cpr import MASK, mask_cpr

MINUTES = Path(__file__).parents[3] / "shared" / "minutes"


@pytest.mark.parametrize(
    "number",
    [
        "010190-1234",
        "311299-4321",
        "290200-4123",  # a leap day: the seventh figure puts it in 2000
        "0101901234",
        "010190 1234",
        "010190 - 1234",
        "010190- 1234",
        "010190\u00a0-\u00a01234",
        "010190\u20111234",  # non-breaking hyphen
        "010190–1234",
        "010190—1234",
        "010190\u22121234",
        "010190-\n1234",
        "01.01.90-1234",
        "01 01 90-1234",
        "01/01/90-1234",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "Født {}.", "cpr.nr.{},", "({})", "Å {} æ", "x/{}", '"{}"', "a\n{}\nb"]
)
def test_every_way_of_writing_one_is_masked(number: str, around: str) -> None:
    text, count = mask_cpr(around.format(number))
    assert count == 1
    assert text == around.format(re.sub(r"\d", MASK, number))


@pytest.mark.parametrize(
    "text",
    [
        "sag 2015-004285",
        "EMN-2025-003383",
        "00.22.04-P35-1-24",
        "25/26257",
        "310290-1234",  # the 31st of February
        "290201-4123",  # no leap year
        "001390-1234",
        "1010190-1234",
        "010190-12345",
        "2015-010190-1234",
        "5798000101901234",
        "konto 1234 0101901234",
        "Kontonr.: 0101901234",
        "EAN 0101901234",
        "P-nr. 1003275678",
        "tlf. 12 34 56 78",
        "12345678",
        "kr. 1.010.190,12",
        "010125 2000 3000",
        "2024 010125 2000",
        "A0101901234",
        "Dok.nr.: 2003023693",
        "01-02-2025",
        "kl. 16:30",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_cpr(text) == (text, 0)


def test_each_of_several_is_masked() -> None:
    text, count = mask_cpr("010190-1234/020290-2345, 0303903456 0404904567 og 050590 5678")
    assert count == 5
    assert not re.search(r"\d", text)


def test_a_label_speaks_only_for_the_number_behind_it() -> None:
    text, count = mask_cpr("konto 1234 0101901234, cpr 0202902345")
    assert count == 1
    assert "0101901234" in text


@given(st.text())
def test_masking_keeps_every_offset_and_all_but_figures(text: str) -> None:
    hidden, _ = mask_cpr(text)
    assert len(hidden) == len(text)
    assert all(a == b or (a.isdigit() and b == MASK) for a, b in zip(text, hidden, strict=True))
    assert mask_cpr(hidden) == (hidden, 0)


WORDS = st.text(alphabet=st.characters(exclude_categories=["Nd", "Cs", "Pd"], exclude_characters="./:,"))


@given(WORDS, st.dates(), st.integers(0, 9999), WORDS)
def test_no_text_around_it_hides_one(before: str, birthday: object, serial: int, after: str) -> None:
    number = f"{birthday:%d%m%y}-{serial:04d}"
    text, count = mask_cpr(before + number + after)
    valid = mask_cpr(number)[1]  # a leap day may not exist in the century that the serial tells
    assert count == valid
    assert (number in text) is not bool(valid)


@pytest.mark.skipif(not MINUTES.is_dir(), reason="the shared minutes are not here")
def test_nothing_in_real_minutes_is_taken_for_one() -> None:
    texts = [
        path.read_text("utf-8") for path in MINUTES.rglob("*") if path.suffix in {".txt", ".md", ".html"}
    ]
    assert texts
    assert all(mask_cpr(text) == (text, 0) for text in texts)
