"""The contents page is no agenda, but tells what the agenda's titles are."""

from parsed import parsed, titles

ITEMS = "".join(
    f"{heading}\n\nBeslutning\n\nGodkendt.\n\n"
    for heading in (
        "Punkt 1: Ny bro",
        "Punkt 2: Plan for havnens drift\ni de kommende år",
        "Punkt 3: Eventuelt",
    )
)


def test_with_dots_and_page_numbers() -> None:
    contents = (
        "Indholdsfortegnelse\n\nPunkt 1: Ny bro .......... 2\nPunkt 2: Plan for havnens drift i de ko... 3\n"
        "Punkt 3: Eventuelt…… 12\n\n"
    )
    meeting = parsed("Referat\n\n" + contents + ITEMS)
    assert titles(meeting) == [
        ("1", "Ny bro"),
        ("2", "Plan for havnens drift i de kommende år"),
        ("3", "Eventuelt"),
    ]
    assert meeting.header.end == len("Referat")
    assert not any("Indholdsfortegnelsen" in warning for warning in meeting.warnings)


def test_entries_wrapped_over_lines_and_without_numbers() -> None:
    contents = "Dagsorden\nNy bro 2\nPlan for havnens drift\ni de kommende år 3\nEventuelt\t4\n\n"
    assert titles(parsed(contents + ITEMS)) == [
        ("1", "Ny bro"),
        ("2", "Plan for havnens drift i de kommende år"),
        ("3", "Eventuelt"),
    ]


def test_without_page_numbers_each_line_comes_again() -> None:
    listed = "1. Ny bro\n2. Plan for havnens drift\n3. Eventuelt\n\n"
    items = ITEMS.replace("Punkt ", "").replace(":", ".").replace("\ni de kommende år", "")
    meeting = parsed("Referat\n\n" + listed + items)
    assert [item.number for item in meeting.items] == ["1", "2", "3"]
    assert all(item.decisions for item in meeting.items)


def test_a_line_listed_is_an_item_also_where_nothing_follows_it() -> None:
    contents = "Indhold\n1. Ny bro .... 2\n2. Eventuelt .... 3\n\n"
    text = contents + "1. Ny bro\n\nBroen er gammel.\n\n2. Eventuelt\n\nIntet.\n"
    assert titles(parsed(text)) == [("1", "Ny bro"), ("2", "Eventuelt")]


def test_titles_may_differ_by_scanning_slips() -> None:
    contents = (
        "Indhold\nPunkt 1: Plan for havnens dr1ft i de kommende ar ..... 2\nPunkt 2: Eventuelt ..... 3\n\n"
    )
    items = "Punkt 1: Plan for havnens drift\ni de kommende år\nJa.\n\nPunkt 2: Eventuelt\n\nIntet.\n"
    assert titles(parsed(contents + items))[0] == ("1", "Plan for havnens drift i de kommende år")


def test_years_are_no_page_numbers() -> None:
    text = (
        "Dagsorden\nHavneudvalget\nMandag den 3. februar 2025\n\nPunkt 1: Budget 2026\n\n"
        "Indstilling\n\nJa.\n\nPunkt 2: Takster 2027\n\nIndstilling\n\nJa.\n"
    )
    assert titles(parsed(text)) == [("1", "Budget 2026"), ("2", "Takster 2027")]


def test_a_difference_is_said() -> None:
    contents = "Indholdsfortegnelse\nPunkt 1: Ny bro .... 2\nPunkt 2: Kaj .... 3\nPunkt 9: Mole .... 4\n\n"
    text = contents + "Punkt 1: Ny bro\n\nBeslutning\n\nJa.\n\nPunkt 2: Kaj\n\nBeslutning\n\nNej.\n"
    assert "Indholdsfortegnelsen har 3 punkter, men 2 er fundet." in parsed(text).warnings


def test_below_the_names_of_its_columns() -> None:
    contents = "Indholdsfortegnelse\n\nNr.  Punkt    Side\n\n1    Ny bro ..... 2\n2    Eventuelt ..... 3\n\n"
    meeting = parsed(contents + "1. Ny bro\n\nBroen er gammel.\n\n2. Eventuelt\n\nIntet.\n")
    assert titles(meeting) == [("1", "Ny bro"), ("2", "Eventuelt")]
