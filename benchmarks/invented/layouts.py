"""An invented meeting as text, in four of the layouts that minutes come in."""

from collections.abc import Callable
from datetime import date

from invented.meetings import Item, Meeting

__all__ = ["LAYOUTS"]

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = ("januar februar marts april maj juni juli august september oktober november december").split()


def _long(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def _numbered(meeting: Meeting) -> list[tuple[int, Item]]:
    return list(enumerate(meeting.items, meeting.first_number))


def _asked(meeting: Meeting, item: Item) -> str:
    if len(item.asks) == 1:
        return f"{meeting.office} indstiller, {item.asks[0]}."
    points = "\n".join(f"{number}. {ask}" for number, ask in enumerate(item.asks, 1))
    return f"{meeting.office} indstiller,\n\n{points}."


def _sections(meeting: Meeting, item: Item) -> list[tuple[str, str]]:
    """Heading and text of each section but the decision, which layouts put in different places."""
    found = []
    if item.asks:
        found.append(("Indstilling", _asked(meeting, item)))
    for committee, day, decision in item.earlier:
        found.append((f"{committee} {day.day}-{day.month}-{day.year}", decision))
    if item.background:
        found.append(("Sagsfremstilling", " ".join(item.background)))
    if item.economy:
        found.append(("Økonomi", " ".join(item.economy)))
    return found


def firstagenda(meeting: Meeting) -> str:
    """A FirstAgenda PDF turned into text: the decision stands last, before the papers."""
    return _firstagenda(meeting, decision_first=False)


def firstagenda_decisions_first(meeting: Meeting) -> str:
    """The same system where the decision stands right behind the case number."""
    return _firstagenda(meeting, decision_first=True)


def _firstagenda(meeting: Meeting, *, decision_first: bool) -> str:
    members = ", ".join(f"{name}{' (Afbud)' if absent else ''}" for name, _, absent in meeting.members)
    day = meeting.day
    lines = [
        f"REFERAT {meeting.committee} d. {day:%d-%m-%Y}",
        f"Mødedato {_WEEKDAYS[day.weekday()].capitalize()} d. {_long(day)} kl. {meeting.hour}",
        f"Mødested {meeting.place}",
        f"Mødedeltagere {members}",
        "Indholdsfortegnelse",
        "\n".join(
            f"{'Lukket: ' if item.closed else ''}{item.title[:66]}.....\t{page}"
            for page, item in enumerate(meeting.items, 3)
        ),
    ]
    for number, item in _numbered(meeting):
        lines.append(f"Punkt {number}: {'Lukket: ' if item.closed else ''}{item.title}")
        if item.case_no:
            lines.append(item.case_no)
        decision = [("Beslutninger" if decision_first else "Beslutning", "\n\n".join(item.decision))]
        sections = _sections(meeting, item)
        if item.decision:
            sections = decision + sections if decision_first else sections + decision
        for heading, text in sections:
            lines += [heading, text]
        if item.papers:
            lines += ["Bilag", "\n".join(item.papers)]
    lines.append(f"{meeting.municipality} Kommune")
    return "\n\n".join(lines) + "\n"


def old_web_page(meeting: Meeting) -> str:
    """An older web page as text, with who was absent under each item."""
    day = meeting.day
    absent = [name for name, _, gone in meeting.members if gone]
    lines = [
        f"{meeting.municipality} Kommune",
        f"Referat af møde i {meeting.committee}",
        f"Den {day:%d.%m.%Y} kl. {meeting.hour} i {meeting.place}",
        "Deltagere:\n" + "\n".join(f"{name}, ({party})" for name, party, gone in meeting.members if not gone),
    ]
    if absent:
        lines.append("Afbud:\n" + "\n".join(absent))
    lines.append(
        "Punkter:\n"
        + "\n".join(
            f"{number}.   {item.title}{' (Lukket punkt)' if item.closed else ''}"
            for number, item in _numbered(meeting)
        )
    )
    for number, item in _numbered(meeting):
        lines.append(f"{number}.   {item.title}{' (Lukket punkt)' if item.closed else ''}")
        if item.case_no:
            lines.append(f"Sagsnr.: {item.case_no}")
        for heading, text in _sections(meeting, item):
            lines.append(f"{heading}\n{text}")
        if item.decision:
            lines.append("Beslutning\n" + "\n\n".join(item.decision))
        if item.papers:
            lines.append("Bilag\n" + "\n".join(item.papers))
        lines.append("Til toppen")
    return "\n\n".join(lines) + "\n"


def oldest(meeting: Meeting) -> str:
    """The oldest: roles among those present, headings with a colon, an agenda in two parts."""
    day = meeting.day
    roles = [", formand", ", næstformand"]
    present = [
        f"{name}{roles[place] if place < len(roles) else ''} ({party})"
        for place, (name, party, gone) in enumerate(meeting.members)
        if not gone or place < len(roles)
    ]
    opened = [(number, item) for number, item in _numbered(meeting) if not item.closed]
    closed = [(number, item) for number, item in _numbered(meeting) if item.closed]
    lines = [
        f"{meeting.municipality} Kommune",
        "REFERAT",
        meeting.committee.upper(),
        f"{_WEEKDAYS[day.weekday()].capitalize()} den {_long(day)} kl. {meeting.hour.replace(':', '.')}\n{meeting.place}",
        "Tilstedeværende:\n" + "\n".join(present),
        "Punkter på åben dagsorden",
        "\n".join(f"{number}. {item.title}" for number, item in opened),
    ]
    if closed:
        lines.append("Punkter på lukket dagsorden")
        lines.append("\n".join(f"{number}. {item.title}" for number, item in closed))
    for number, item in opened:
        lines.append(f"{number}. {item.title}")
        if item.case_no:
            lines.append(f"Sagsnr. {item.case_no}")
        for heading, text in _sections(meeting, item):
            lines.append(f"{heading}:\n{text}")
        if item.decision:
            lines.append("Beslutning:\n" + "\n\n".join(item.decision))
    if closed:
        lines.append("Punkter på lukket dagsorden")
        lines += [f"{number}. {item.title}" for number, item in closed]
    return "\n\n".join(lines) + "\n"


LAYOUTS: tuple[Callable[[Meeting], str], ...] = (
    firstagenda,
    firstagenda_decisions_first,
    old_web_page,
    oldest,
)
