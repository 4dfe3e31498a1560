"""Decisions and recommendations that no heading announces, and items that neither follows."""

import pytest
from parsed import body, own, parsed, titles

from indexer.minutes import MeetingKind, SectionKind

ITEM = "4. Ny rundkørsel ved Engvej\n\nSagsnr. 05.01.00-P20-4-23\n\nSagsfremstilling\n\n"
TOLD = "Der er sket fire uheld i krydset siden 2020."


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt som indstillet.",
        "Taget til efterretning.",
        "Udsættes til mødet den 3. marts 2025.",
        "Indstillingen blev fulgt.",
        "Ikke godkendt. Udvalget ønsker et lyskryds.",
        "Havneudvalget besluttede at gå videre med planen.",
    ],
)
def test_the_last_paragraph_is_the_decision(decision: str) -> None:
    text = f"{ITEM}{TOLD}\n\n{decision}\n"
    meeting = parsed(text, head=True)
    (item,) = meeting.items
    assert own(text, item) == [decision]
    assert [body(text, section.span) for section in item.sections] == [TOLD, decision]


def test_a_decision_may_stand_below_the_last_sentence() -> None:
    text = f"{ITEM}{TOLD}\nGodkendt.\n"
    assert own(text, parsed(text, head=True).items[0]) == ["Godkendt."]


@pytest.mark.parametrize(
    "past",
    [
        "Udvalget godkendte den 4. maj 2022 en undersøgelse af krydset.",
        "Byrådet vedtog tidligere en anden løsning.",
        "Vedtaget på det forrige møde.",
        "Forvaltningen har drøftet planen med naboerne.",
    ],
)
def test_what_was_decided_before_is_not_this_decision(past: str) -> None:
    text = f"{ITEM}{TOLD}\n\n{past}\n"
    assert own(text, parsed(text, head=True).items[0]) == []


def test_a_headed_decision_is_the_only_one() -> None:
    text = f"{ITEM}{TOLD}\n\nBeslutning\n\nUdsat.\n\nBilag\n\nGodkendt plan\n"
    assert own(text, parsed(text, head=True).items[0]) == ["Udsat."]


def test_agendas_have_no_unheaded_decisions() -> None:
    meeting = parsed(f"Dagsorden\n\nHavneudvalget\n\nDen 3. februar 2025\n\n{ITEM}{TOLD}\n\nGodkendt plan.\n")
    assert meeting.kind is MeetingKind.AGENDA
    assert not meeting.items[0].decisions


@pytest.mark.parametrize(
    "announced",
    ["Det anbefales", "Det indstilles, at", "Administrationen foreslår:", "FORVALTNINGEN INDSTILLER"],
)
def test_a_line_that_announces_points_recommends_them(announced: str) -> None:
    points = "- at rundkørslen bygges\n- at den betales i år"
    text = f"{ITEM}{TOLD}\n{announced}\n{points}\n\nBeslutning\n\nGodkendt.\n"
    (item,) = parsed(text, head=True).items
    (recommended,) = (one for one in item.sections if one.kind is SectionKind.RECOMMENDATION)
    assert body(text, recommended.span).startswith(announced)
    assert body(text, recommended.span).endswith("betales i år")


def test_items_without_headings_or_case_numbers() -> None:
    text = (
        "1. Godkendelse af dagsorden\n\nGodkendt.\n\n"
        "2. Nye bænke på torvet\n\nHandelsforeningen ønsker flere bænke.\n\nGodkendt.\n\n"
        "3. Meddelelser\n\nFormanden var på besøg i havnen.\n\n"
        "4. Eventuelt\n\nIntet.\n"
    )
    meeting = parsed(text, head=True)
    assert titles(meeting) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Nye bænke på torvet"),
        ("3", "Meddelelser"),
        ("4", "Eventuelt"),
    ]
    assert [own(text, item) for item in meeting.items] == [["Godkendt."], ["Godkendt."], [], ["Intet."]]


def test_open_agenda_as_a_heading_of_minutes() -> None:
    text = (
        f"Åben dagsorden\n\nHavneudvalget\n\nDen 3. februar 2025\n\n{ITEM}{TOLD}\n\nBeslutning\n\nGodkendt.\n"
    )
    assert parsed(text).kind is MeetingKind.MINUTES


def test_the_weekday_is_no_part_of_the_name() -> None:
    meeting = parsed(
        f"Referat fra møde i Havneudvalget torsdag den 8. februar 2024 kl. 9.00\n\n{ITEM}{TOLD}\n"
    )
    assert (meeting.committee, str(meeting.date)) == ("Havneudvalget", "2024-02-08")


def test_the_next_notice_ends_the_papers_of_the_one_above() -> None:
    text = (
        "1. Meddelelser\n\nSagsnr.: 2011-100\n\na. Besøg på havnen\n\nb. Møde med naboerne\n\nBilag\n\n"
        "2011-101 - Indbydelse til naboerne\n\nc. Ny chef for lystbådehavnen\n\n"
        "Havneudvalgets beslutning den 03.02.2025\n\nTaget til efterretning\n"
    )
    (item,) = parsed(text, head=True).items
    assert [attachment.title for attachment in item.attachments] == ["2011-101 - Indbydelse til naboerne"]
    assert [body(text, section.span) for section in item.sections] == [
        "a. Besøg på havnen b. Møde med naboerne",
        "2011-101 - Indbydelse til naboerne",
        "c. Ny chef for lystbådehavnen",
        "Taget til efterretning",
    ]


def test_a_lettered_list_of_papers_stays_one() -> None:
    text = f"{ITEM}{TOLD}\n\nBilag\n\na. Kort\n\nb. Plan\n"
    (item,) = parsed(text, head=True).items
    assert [attachment.title for attachment in item.attachments] == ["a. Kort", "b. Plan"]
