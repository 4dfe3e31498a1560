"""Forms of heading, case line and decision heading that minutes may have: all are read whole."""

import pytest
from parsed import own, parsed, titles

HEADINGS = [
    "{n}. {t}",
    "{n} {t}",
    "{n}) {t}",
    "{n}: {t}",
    "{n} - {t}",
    "{n} – {t}",
    "{n:02d}. {t}",
    "**{n}. {t}**",
    "Punkt {n}. {t}",
    "Punkt {n} {t}",
    "Punkt {n} | {t}",
    "Punkt nr. {n} - {t}",
    "Pkt. {n} {t}",
    "Pkt. nr. {n}: {t}",
    "Sag {n}: {t}",
    "Sag nr. {n} {t}",
    "Nr. {n} {t}",
    "Dagsordenspunkt {n}: {t}",
    "Åben sag {n}. {t}",
    "Åbent punkt {n}: {t}",
    "{n}. (Åben) {t}",
    "Punkt {n}: {t} (Åbent)",
    "PUNKT {n} - {t}",
    "PUNKT {n}\n{t}",
    "Punkt {n}\n\n{t}",
    "Punkt {n} (Åbent punkt)\n{t}",
    "Nr. {n}\n{t}",
    "{t}\nPunkt {n}",
]
ONLY_WITH_CASES = ["{n}.\n{t}", "{n}\n{t}"]
"""Numbers of pages stand alone as well, and no case number is below them."""
CASES = [
    "Sagsnr.: 25/123{n}",
    "(Sagsnr. 25/123{n})",
    "Sagsid.: 23/01882{n}\nÅben sag",
    "J.nr. 00.22.04-P35-{n}-24",
    "Journalnummer: 2024-00{n}23",
    "Sagsnummer: 24/1234{n} - Sagsbehandler: Ida Holm",
    "Sagsnr. 31592{n}   Havneudvalget   Åbent punkt",
    "Acadre sagsnr. 24/55{n}",
]
DECISIONS = [
    "Beslutning",
    "BESLUTNING",
    "Beslutning:",
    "**Beslutning**",
    "Beslutninger",
    "Besluttet:",
    "beslutning:",
    "Konklusion",
    "Mødets beslutning",
    "Politisk beslutning",
    "Udvalget besluttede:",
    "Udvalgets beslutning:",
    "Udvalgets afgørelse",
    "Sagens afgørelse",
    "Havneudvalgets beslutning",
    "Havneudvalgets beslutning den 03-02-2025:",
    "Havneudvalget den 3. februar 2025:",
    "Havneudvalget, 03-02-2025, pkt. {n}",
    "Beslutning d. 03-02-2025",
    "Beslutning i Havneudvalget den 3. februar 2025",
    "Beslutning fra Havneudvalget, 3. februar 2025",
    "Beslutning Havneudvalget (03.02.2025)",
    "Beslutning - Havneudvalget - 03-02-2025",
]
TITLES = [
    "Ny bro ved havnen",
    "Regnskab 2023",
    "Skolernes ferieplan 2025",
    "Tilskud til hallen",
    "Orientering",
]


def _minutes(heading: str, case: str, decision: str) -> str:
    return "".join(
        f"{heading.format(n=n, t=title)}\n{case.format(n=n)}\n\n"
        f"Sagsfremstilling\nSagen har nummer {n}, og forvaltningen har set på den.\n\n"
        f"Indstilling\nForvaltningen indstiller, at det godkendes.\n\n"
        f"{decision.format(n=n)}\nGodkendt som nummer {n}.\n\n\n"
        for n, title in enumerate(TITLES, 1)
    )


def _is_read_whole(text: str) -> None:
    meeting = parsed(text, head=True)
    assert [title for _, title in titles(meeting)] == TITLES
    for n, item in enumerate(meeting.items, 1):
        assert own(text, item) == [f"Godkendt som nummer {n}."]


@pytest.mark.parametrize("case", [*CASES, ""])
@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_an_item(heading: str, case: str) -> None:
    _is_read_whole(_minutes(heading, case, "Beslutning"))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("heading", ONLY_WITH_CASES)
def test_a_heading_that_only_a_case_number_proves(heading: str, case: str) -> None:
    _is_read_whole(_minutes(heading, case, "Beslutning"))


@pytest.mark.parametrize("heading", ["{n}. {t}", "Punkt {n}: {t}", "PUNKT {n}\n{t}"])
@pytest.mark.parametrize("decision", DECISIONS)
def test_a_heading_of_a_decision(decision: str, heading: str) -> None:
    _is_read_whole(_minutes(heading, CASES[0], decision))


def test_numbers_of_pages_are_no_items() -> None:
    text = _minutes("{n}. {t}", "", "Beslutning").replace("\n\n\n", "\n\n7\nVigsted Kommune\n\n")
    assert [title for _, title in titles(parsed(text, head=True))] == TITLES


@pytest.mark.parametrize("last", ["vedtagelse", "afgørelse"])
def test_the_last_word_of_a_wrapped_title_is_no_heading(last: str) -> None:
    text = f"1. Lokalplan 4.17 - Boliger ved Havnebakken, 3. etape - endelig\n{last}\n\nSagsnr.: 25/1\n\n"
    text += "Beslutning\n\nGodkendt.\n"
    (item,) = parsed(text, head=True).items
    assert item.case_no == "25/1"
    assert own(text, item) == ["Godkendt."]
