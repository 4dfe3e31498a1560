"""What the head of the minutes says: kind, committee, date, time and place, in every form seen."""

from datetime import date, time

import pytest
from parsed import parsed

from indexer.minutes import MeetingKind
from indexer.parsing.bodies import is_body, same_body
from indexer.parsing.dates import find_date, find_time
from indexer.source_text import fold

REST = "\n\nPunkt 1: Ny bro\n\nBeslutning\n\nJa.\n"


@pytest.mark.parametrize(
    ("head", "committee"),
    [
        (
            "REFERAT Havneudvalget d. 03-02-2025\nMødedato Mandag d. 03-02-2025 kl. 16:00\nMødested Lokale 2",
            None,
        ),
        ("Referat af møde i Havneudvalget\nDen 03.02.2025 kl. 16:00 i Lokale 2", None),
        ("Referat fra ordinært møde i Havneudvalget\nMandag den 3. februar 2025 kl. 16.00\ni Lokale 2", None),
        ("Havneudvalget\nReferat\nDato: 3/2-2025\nTidspunkt: kl. 16:00 - 18:00\nSted: Lokale 2", None),
        ("HAVNEUDVALGET\nBeslutningsprotokol\n\n3. feb. 2025, kl. 16.00\nMødelokale: Lokale 2", None),
        ("Udvalg: Havneudvalget\nReferat\nMødedato: 2025-02-03\nkl. 16:00\nLokale Lokale 2", None),
        (
            "REFERAT Børne- og Skoleudvalget den 3. februar 2025 kl. 16\nMødested: Lokale 2",
            "Børne- og Skoleudvalget",
        ),
        (
            "BØRNE- OG SKOLEUDVALGET - REFERAT\n03-02-2025 kl. 16:00\nSted: Lokale 2",
            "Børne- og Skoleudvalget",
        ),
        (
            "Referat: Udvalget for Klima og Miljø d. 3-2-2025 kl. 16:00 i Lokale 2",
            "Udvalget for Klima og Miljø",
        ),
        (
            "Havneudvalget\n\nMØDE\n\nReferat\n\nSTED\n\nLokale 2\n\nSTARTTIDSPUNKT\n\n03-02-2025 16:00:00\n",
            None,
        ),
    ],
)
def test_forms_of_heads(head: str, committee: str | None) -> None:
    meeting = parsed(head + REST)
    assert meeting.kind is MeetingKind.MINUTES
    assert meeting.committee == (committee or "Havneudvalget")
    assert meeting.date == date(2025, 2, 3)
    assert meeting.time == time(16)
    assert meeting.place == "Lokale 2"
    assert not any("Udvalgets navn" in w or "dato" in w or "fremgår" in w for w in meeting.warnings)
    assert meeting.committee_span is not None
    assert fold(meeting.committee_span.of(head + REST)).lower() == meeting.committee.lower()
    assert meeting.date_span is not None
    assert "2025" in meeting.date_span.of(head + REST)


def test_a_label_without_a_value_is_no_place() -> None:
    head = "Referat\nHavneudvalget\n\nSTED\n\nSTARTTIDSPUNKT\n\n03-02-2025 16:00:00\n"
    assert parsed(head + REST).place is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("DAGSORDEN", MeetingKind.AGENDA),
        ("Tillægsdagsorden", MeetingKind.AGENDA),
        ("Åben dagsorden", MeetingKind.AGENDA),
        ("Åbent referat", MeetingKind.MINUTES),
        ("Protokol", MeetingKind.MINUTES),
    ],
)
def test_agendas_and_minutes(word: str, kind: MeetingKind) -> None:
    assert parsed(f"{word} for Havneudvalget d. 03-02-2025" + REST).kind is kind


def test_a_field_goes_before_any_other_date() -> None:
    head = "Udskrevet 1-1-2026\nReferat\nHavneudvalget\nMødedato: 3. februar 2025\n"
    assert parsed(head + REST).date == date(2025, 2, 3)


def test_what_the_head_does_not_say_is_not_made_up() -> None:
    meeting = parsed("Noter\n" + REST)
    assert (meeting.committee, meeting.date, meeting.time, meeting.place) == (None, None, None, None)
    assert set(meeting.warnings) >= {"Udvalgets navn er ikke fundet.", "Mødets dato er ikke fundet."}
    assert "Det fremgår ikke, om det er et referat eller en dagsorden; læst som referat." in meeting.warnings


def test_an_empty_document() -> None:
    meeting = parsed("")
    assert (meeting.items, meeting.attendance, meeting.layout) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09. oktober 2023", date(2023, 10, 9)),
        ("Mandagd. 9. oktober 2023", date(2023, 10, 9)),
        ("4-10-2023", date(2023, 10, 4)),
        ("4 - 10 - 2023", date(2023, 10, 4)),
        ("23/9-25", date(2025, 9, 23)),
        ("18.08.2025", date(2025, 8, 18)),
        ("18.08.25", date(2025, 8, 18)),
        ("2025-09-01", date(2025, 9, 1)),
        ("1. sept. 2025", date(2025, 9, 1)),
        ("1. FEBRUAR 2024", date(2024, 2, 1)),
        ("April 3, 2019", date(2019, 4, 3)),
        ("11 januar, 2021", date(2021, 1, 11)),
        ("11. januar, 2021", date(2021, 1, 11)),
        ("April 31, 2019", None),
        ("31-02-2024 og 1-3-2024", date(2024, 3, 1)),
        ("29. februar 2023", None),
        ("1. auguſt 2020", None),
        ("2015-004285", None),
        ("kl. 16.00", None),
        ("1.234.567", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    found = find_date(text)
    assert (found and found[0]) == day


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("kl. 16:30", time(16, 30)),
        ("kl 15.45 - 17", time(15, 45)),
        ("klokken 9", time(9)),
        ("23-03-2015 13:30", time(13, 30)),
        ("3. april 2019 - 16:00", time(16)),
        ("Tidspunkt: 16:00", time(16)),
        ("Tid: 9.30", time(9, 30)),
        ("2015 13", None),
        ("kl. 25:00, nej kl. 17", time(17)),
        ("16:30", None),
    ],
)
def test_times(text: str, hour: time | None) -> None:
    assert find_time(text) == hour


@pytest.mark.parametrize(
    "name",
    [
        "Byrådet",
        "Teknisk Udvalg",
        "Børne- og Skoleudvalget",
        "Klima-, Miljø- og Teknikudvalget",
        "Udvalget for Kultur, Fritid og Idræt",
        "Aarhus Byråd",
        "Magistraten",
        "Borgerrepræsentationen",
        "Beskæftigelses- & Integrationsudvalget",
    ],
)
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "text", ["", "Godkendt", "udvalget drøftede", "Råd og vink til alle borgere", "Byrådssalen"]
)
def test_no_bodies(text: str) -> None:
    assert not is_body(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Socialudvalget", "socialudvalg", True),
        ("Socialudvalgets", "Socialudvalget", True),
        ("Børne-og Skoleudvalget", "Børne- og Skoleudvalget", True),
        ("Byrådet", "Vigsted Byråd", True),
        ("Kommunalbestyrelsen", "Kommunalbestyrelse", True),
        ("Socialudvalget", "Skoleudvalget", False),
        ("Ældrerådet", "Byrådet", False),
        ("Byrådet", None, False),
        ("", "Byrådet", False),
    ],
)
def test_one_body_by_two_names(one: str, other: str | None, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same
