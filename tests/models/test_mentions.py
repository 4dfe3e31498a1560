"""Dates, sums, numbers, cases and sections, in the forms that minutes write them."""

from datetime import date, time
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.mentions import Mention, MentionKind, find_mentions
from models.search_terms import mention_terms

NINTH = (date(2023, 10, 9), date(2023, 10, 9))

FORMS = [
    (
        MentionKind.DATE,
        NINTH,
        "d. 9. oktober 2023|09. oktober 2023|9. okt. 2023|den 9. oktober 2023|9-10-2023",
    ),
    (MentionKind.DATE, NINTH, "09-10-2023|9/10-23|09.10.2023|9.10.23|2023-10-09|9/10 2023|d.9. oktober 2023"),
    (MentionKind.MONTH, (date(2024, 2, 1), date(2024, 2, 29)), "februar 2024|feb. 2024|Februar 2024"),
    (MentionKind.MONTH, (date(2024, 4, 1), date(2024, 6, 30)), "2. kvartal 2024|andet kvartal 2024"),
    (MentionKind.MONTH, (date(2024, 1, 1), date(2024, 6, 30)), "1. halvår 2024|første halvår af 2024"),
    (MentionKind.YEAR, (date(2026, 1, 1), date(2026, 12, 31)), "2026"),
    (MentionKind.DAY, (10, 9), "den 9. oktober|9. okt.|d. 9/10"),
    (MentionKind.TIME, time(16, 30), "kl. 16.30|kl. 16:30|klokken 16.30|16:30"),
    (MentionKind.TIME, time(9), "kl. 9|kl. 09.00"),
    (
        MentionKind.MONEY,
        Decimal(3_500_000),
        "3,5 mio. kr.|3.500.000 kr.|3 500 000 kr.|3.500 t.kr.|kr. 3.500.000",
    ),
    (MentionKind.MONEY, Decimal(500), "500 kr.|500 kroner|kr. 500|DKK 500|500,-"),
    (MentionKind.MONEY, Decimal(-200_000), "-0,2 mio. kr."),
    (MentionKind.PERCENT, Decimal("12.5"), "12,5 %|12,5%|12,5 pct.|12,5 procent"),
    (MentionKind.COUNT, Decimal(1234), "1.234|1234"),
    (MentionKind.COUNT, Decimal(3_500_000), "3,5 mio.|3,5 millioner"),
    (MentionKind.CASE_NO, "2015-004285", "2015-004285"),
    (MentionKind.CASE_NO, "25/26257", "25/26257"),
    (MentionKind.CASE_NO, "EMN-2025-003383", "EMN-2025-003383|emn-2025-003383"),
    (MentionKind.CASE_NO, "00.22.04-P35-1-24", "00.22.04-P35-1-24|00.22.04-p35-1-24"),
    (MentionKind.LAW, ("85",), "§ 85|§85|§ 85, stk. 2|§ 85, stk. 2, nr. 3"),
    (MentionKind.LAW, ("85a",), "§ 85 a|§ 85a"),
    (MentionKind.LAW, ("85", "86"), "§§ 85 og 86|§ 85 og § 86"),
]
CASES = [(kind, value, form) for kind, value, forms in FORMS for form in forms.split("|")]


@pytest.mark.parametrize(("kind", "value", "form"), CASES, ids=[form for _, _, form in CASES])
def test_forms(kind: MentionKind, value: object, form: str) -> None:
    for before, after in (("", ""), ("Se (", ")."), ("Om ", ", som"), ("\n", "\n")):
        found = find_mentions(before + form + after)
        assert found == [Mention(kind, len(before), len(before) + len(form), value)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mødet er kl. 16.30-18.00.", ["time", "time"]),
        ("Budget 2026-2029", ["year", "year"]),
        ("Støtte efter § 85 i serviceloven", ["law"]),
        ("den 31. februar 2023", ["count", "month"]),
        ("10-15 personer", ["count", "count"]),
        ("A4, B12 og punkt3", []),
        ("", []),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [mention.kind.value for mention in find_mentions(text)] == kinds


def test_a_section_letter_is_not_the_preposition() -> None:
    (mention,) = find_mentions("§ 85 i serviceloven")
    assert mention.value == ("85",)


PIECES = st.sampled_from(
    ["§ ", "kl. ", "kr.", " mio.", "d. ", "oktober", "2023", "-", "/", ".", ",", " ", "31", "%", "\n"]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_mentions_are_in_order_and_apart_in_any_text(text: str) -> None:
    mentions = find_mentions(text)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert all(term and not any(map(str.isspace, term)) for term in mention_terms(mention))
    assert all(one.end <= other.start for one, other in pairwise(mentions))
