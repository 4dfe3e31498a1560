"""The time a question is about, in every form people usually write it."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.periods import Period, find_period

TODAY = date(2025, 11, 22)
MEETINGS = [
    date(2021, 3, 1),
    date(2022, 10, 9),
    date(2023, 10, 9),
    date(2024, 5, 28),
    date(2024, 12, 17),
    date(2025, 3, 12),
    date(2025, 9, 1),
]

D = date
FORMS: list[tuple[str, date | None, date | None]] = [
    # years
    ("Hvad blev besluttet i 2023?", D(2023, 1, 1), D(2023, 12, 31)),
    ("Hvad blev besluttet i år 2023?", D(2023, 1, 1), D(2023, 12, 31)),
    ("What was decided in 2023?", D(2023, 1, 1), D(2023, 12, 31)),
    ("Hvad blev udsat i 2022-2024?", D(2022, 1, 1), D(2024, 12, 31)),
    ("Hvad blev udsat fra 2022 til 2024?", D(2022, 1, 1), D(2024, 12, 31)),
    ("Hvad blev udsat i 2023 og 2024?", D(2023, 1, 1), D(2024, 12, 31)),
    ("Hvad blev udsat mellem 2022 og 2024?", D(2022, 1, 1), D(2024, 12, 31)),
    # open at one end
    ("Hvad er der sket siden 2021?", D(2021, 1, 1), None),
    ("Hvad er der sket fra 2021?", D(2021, 1, 1), None),
    ("Hvad er der sket fra og med 2021?", D(2021, 1, 1), None),
    ("Hvad er der sket efter 2021?", D(2022, 1, 1), None),
    ("What has happened since 2021?", D(2021, 1, 1), None),
    ("What happened after 2021?", D(2022, 1, 1), None),
    ("Hvad blev besluttet før 2023?", None, D(2022, 12, 31)),
    ("Hvad blev besluttet inden 2023?", None, D(2022, 12, 31)),
    ("Hvad blev besluttet til og med 2023?", None, D(2023, 12, 31)),
    ("Hvad blev besluttet indtil 2023?", None, D(2023, 12, 31)),
    ("What was decided before 2023?", None, D(2022, 12, 31)),
    ("Hvad er der sket siden den 9. oktober 2023?", D(2023, 10, 9), None),
    ("Hvad er der sket siden marts 2024?", D(2024, 3, 1), None),
    ("What has happened since March 2024?", D(2024, 3, 1), None),
    # days
    ("Hvad besluttede man den 9. oktober 2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man d. 9/10-23?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man 9/10-2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man 9/10 2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man 09.10.2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man 9-10-2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man 2023-10-09?", D(2023, 10, 9), D(2023, 10, 9)),
    ("What was decided on 9 October 2023?", D(2023, 10, 9), D(2023, 10, 9)),
    ("What was decided on 1 March 2021?", D(2021, 3, 1), D(2021, 3, 1)),
    ("What was decided on 28 May 2024?", D(2024, 5, 28), D(2024, 5, 28)),
    # months and parts of years
    ("Hvad blev besluttet i februar 2024?", D(2024, 2, 1), D(2024, 2, 29)),
    ("Hvad blev besluttet i Maj 2024?", D(2024, 5, 1), D(2024, 5, 31)),
    ("What was decided in May 2024?", D(2024, 5, 1), D(2024, 5, 31)),
    ("Hvad skete der mellem marts og juni 2024?", D(2024, 3, 1), D(2024, 6, 30)),
    ("Hvad skete der fra marts til juni 2024?", D(2024, 3, 1), D(2024, 6, 30)),
    ("What happened between March and June 2024?", D(2024, 3, 1), D(2024, 6, 30)),
    ("Hvad skete der i februar og marts 2024?", D(2024, 2, 1), D(2024, 3, 31)),
    ("Hvad skete der december-januar 2024?", D(2023, 12, 1), D(2024, 1, 31)),
    ("Hvad skete der februar-marts 2024?", D(2024, 2, 1), D(2024, 3, 31)),
    ("Hvad skete der i slutningen af februar 2024?", D(2024, 2, 1), D(2024, 2, 29)),
    ("What happened at the end of May 2024?", D(2024, 5, 1), D(2024, 5, 31)),
    ("Hvad skete der mellem marts 2023 og juni 2024?", D(2023, 3, 1), D(2024, 6, 30)),
    ("Hvad skete der i 2. kvartal 2024?", D(2024, 4, 1), D(2024, 6, 30)),
    ("Hvad skete der i første halvår 2024?", D(2024, 1, 1), D(2024, 6, 30)),
    ("Hvad skete der i foråret 2024?", D(2024, 2, 1), D(2024, 6, 30)),
    ("Hvad skete der i sommeren 2023?", D(2023, 6, 1), D(2023, 8, 31)),
    ("Hvad skete der i efteråret 2022?", D(2022, 8, 1), D(2022, 12, 31)),
    ("What happened in the spring of 2024?", D(2024, 2, 1), D(2024, 6, 30)),
    ("What happened in summer 2023?", D(2023, 6, 1), D(2023, 8, 31)),
    ("What happened in autumn 2022?", D(2022, 8, 1), D(2022, 12, 31)),
    ("Hvad skete der i vinteren 2022?", D(2022, 1, 1), D(2022, 12, 31)),
    ("Hvad skete der i sommerferien 2023?", D(2023, 1, 1), D(2023, 12, 31)),
    # counted from today
    ("Hvad blev besluttet i år?", D(2025, 1, 1), D(2025, 12, 31)),
    ("Hvad blev besluttet sidste år?", D(2024, 1, 1), D(2024, 12, 31)),
    ("Hvad blev besluttet i fjor?", D(2024, 1, 1), D(2024, 12, 31)),
    ("Hvad blev besluttet i september sidste år?", D(2024, 9, 1), D(2024, 9, 30)),
    ("What was decided last year?", D(2024, 1, 1), D(2024, 12, 31)),
    ("What was decided this year?", D(2025, 1, 1), D(2025, 12, 31)),
    ("Hvad blev besluttet sidste måned?", D(2025, 10, 1), D(2025, 10, 31)),
    ("Hvad blev besluttet denne måned?", D(2025, 11, 1), D(2025, 11, 30)),
    ("What was decided last month?", D(2025, 10, 1), D(2025, 10, 31)),
    ("Hvad er der sket de seneste to år?", D(2023, 11, 1), TODAY),
    ("Hvad er der sket i de sidste 3 år?", D(2022, 11, 1), TODAY),
    ("Hvad er der sket det seneste år?", D(2024, 11, 1), TODAY),
    ("Hvad er der sket det seneste halve år?", D(2025, 5, 1), TODAY),
    ("Hvad er der sket de sidste 6 måneder?", D(2025, 5, 1), TODAY),
    ("Hvad er der sket de seneste 3 uger?", D(2025, 11, 1), TODAY),
    ("What happened in the past two years?", D(2023, 11, 1), TODAY),
]
YEARLESS: list[tuple[str, date | None, date | None]] = [
    ("Hvad besluttede man den 9. oktober?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man d. 9/10?", D(2023, 10, 9), D(2023, 10, 9)),
    ("Hvad besluttede man i begyndelsen af oktober?", D(2023, 10, 1), D(2023, 10, 31)),
    ("Hvad besluttede man i oktober?", D(2023, 10, 1), D(2023, 10, 31)),
    ("Hvad er der sket siden oktober?", D(2023, 10, 1), None),
    ("What was decided in October?", D(2023, 10, 1), D(2023, 10, 31)),
    ("What was decided in May?", D(2024, 5, 1), D(2024, 5, 31)),
    ("Hvad besluttede man på sidste møde?", D(2025, 9, 1), D(2025, 9, 1)),
    ("Hvad besluttede man på det seneste møde?", D(2025, 9, 1), D(2025, 9, 1)),
    ("Hvad besluttede man på sidste byrådsmøde?", D(2025, 9, 1), D(2025, 9, 1)),
    ("What was decided at the last meeting?", D(2025, 9, 1), D(2025, 9, 1)),
]
NO_TIME = [
    "Hvad blev besluttet om Værket?",
    "Hvad blev besluttet om lokalplan 4.17?",
    "Hvad blev besluttet om Rosenvænget 31?",
    "Må børnene bade i søen?",
    "Hvad blev besluttet om forslaget af Maj Holm?",
    "May the children bring a phone?",
    "Hvad koster 3 timer?",
    "",
]


@pytest.mark.parametrize(("question", "first", "last"), FORMS)
def test_a_whole_time(question: str, first: date | None, last: date | None) -> None:
    period = find_period(question, TODAY, MEETINGS)
    assert period is not None
    assert (period.first, period.last) == (first, last)
    assert not period.vague
    assert find_period(question, TODAY, []) == period


@pytest.mark.parametrize(("question", "first", "last"), YEARLESS)
def test_a_time_without_its_year_is_the_latest_that_a_meeting_fits(
    question: str, first: date | None, last: date | None
) -> None:
    period = find_period(question, TODAY, MEETINGS)
    assert period is not None
    assert (period.first, period.last) == (first, last)
    assert period.vague


def test_a_month_in_which_nobody_met_is_the_latest_one_past() -> None:
    past, to_come = (find_period(f"Hvad skete der i {month}?", TODAY, []) for month in ("juni", "december"))
    assert past is not None
    assert past.first == date(2025, 6, 1)
    assert to_come is not None
    assert to_come.first == date(2024, 12, 1)


@pytest.mark.parametrize("question", NO_TIME)
def test_no_time(question: str) -> None:
    assert find_period(question, TODAY, MEETINGS) is None


@pytest.mark.parametrize("question", ["den 31. februar", "31/2", "99/99", "den 0. maj", "40. juni"])
def test_a_day_that_does_not_exist_is_no_day(question: str) -> None:
    period = find_period(question, TODAY, MEETINGS)
    assert period is None or period.first != period.last


def test_the_words_are_the_questions_own() -> None:
    question = "Hvad blev besluttet om skolen i september sidste år og siden?"
    period = find_period(question, TODAY, MEETINGS)
    assert period is not None
    assert period.words == "september sidste år"
    assert question[period.start : period.end] == period.words


def test_a_period_holds_its_ends_and_nothing_unknown() -> None:
    period = Period(date(2024, 3, 1), date(2024, 6, 30), 0, 0, "")
    assert period.holds(date(2024, 3, 1))
    assert period.holds(date(2024, 6, 30))
    assert not period.holds(date(2024, 2, 29))
    assert not period.holds(date(2024, 7, 1))
    assert not period.holds(None)
    assert Period(None, None, 0, 0, "").holds(date(1, 1, 1))


LEADS = [
    "i",
    "den",
    "siden",
    "sidste",
    "de seneste",
    "mellem",
    "fra",
    "før",
    "efter",
    "since",
    "last",
    "past",
]
TIMES = [
    "marts",
    "May",
    "2024",
    "9.",
    "31/2",
    "29. februar",
    "9/10-23",
    "2023-02-30",
    "0000",
    "1/1-0001",
    "2. kvartal",
]
UNITS = [
    "99999999999",
    "3",
    "to",
    "halve",
    "møde",
    "år",
    "måneder",
    "uger",
    "years",
    "og",
    "til",
    "-",
    "١٢",
    "²",
]
WORDS = st.sampled_from([*LEADS, *TIMES, *UNITS])


@given(
    st.text() | st.lists(WORDS, max_size=8).map(" ".join),
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.lists(st.dates(), max_size=3).map(sorted),
)
@example("de seneste 99999 år", TODAY, [])
@example("de seneste 3000 år", TODAY, [])
@example("1/1-0001", TODAY, [])
def test_any_text_is_read_without_a_stumble(text: str, today: date, meetings: list[date]) -> None:
    period = find_period(text, today, meetings)
    if period is None:
        return
    assert 0 <= period.start < period.end <= len(text)
    assert period.words
    assert period.first is None or period.last is None or period.first <= period.last


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvor mødtes de i slutningen af februar 2024?", "i slutningen af februar 2024"),
        ("Hvor mødtes de i midten af oktober?", "i midten af oktober"),
        ("Hvor mødtes de i februar og marts 2024?", "i februar og marts 2024"),
    ],
)
def test_a_part_of_a_time_belongs_to_its_words(question: str, words: str) -> None:
    period = find_period(question, TODAY, MEETINGS)
    assert period is not None
    assert (period.words, question[period.start : period.end]) == (words, words)
