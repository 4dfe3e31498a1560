"""Meetings made up from the tables: who met when, on which items, and what came of each.

Everything is drawn from one seeded generator, so that a seed and a number always give the same minutes.
A case may come back before the council a month or two later, with the committee's decision in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from invented.names import (
    COMMITTEES,
    FIRST_NAMES,
    MUNICIPALITIES,
    PARTIES,
    SURNAMES,
    VILLAGE_BEGINNINGS,
    VILLAGE_ENDINGS,
    WAY_BEGINNINGS,
    WAY_ENDINGS,
)
from invented.topics import TOPICS, Topic

__all__ = ["Item", "Meeting", "meetings"]

FIRST_DAY, LAST_DAY = date(2012, 1, 9), date(2026, 9, 30)
_ITEMS_OF_A_MEETING = (11, 17)
_MONTHS = ("januar februar marts april maj juni juli august september oktober november december").split()
_LANDSCAPE = ("Nord", "Syd", "Øst", "Vest", "Midt")


@dataclass(frozen=True)
class Item:
    """One item: ``earlier`` holds decisions of other committees (committee, day, text)."""

    title: str
    case_no: str
    background: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    economy: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    earlier: tuple[tuple[str, date, str], ...] = ()
    closed: bool = False


@dataclass(frozen=True)
class Meeting:
    """One meeting; ``members`` are (name, party, whether absent)."""

    municipality: str
    committee: str
    day: date
    hour: str
    place: str
    office: str
    members: tuple[tuple[str, str, bool], ...]
    first_number: int
    items: tuple[Item, ...]


@dataclass
class _Town:
    """A municipality as the years pass: ``pending`` are cases on their way to the council."""

    name: str
    villages: list[str]
    people: list[tuple[str, str]]
    pending: list[tuple[Item, str, date]] = field(default_factory=list)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    days: set[tuple[str, date]] = field(default_factory=set)


def meetings(count: int, seed: int) -> Iterator[Meeting]:
    """Meetings in order of time until they hold ``count`` items together; the last one is cut to fit."""
    dice = Random(seed)
    towns = [_town(dice, name) for name in MUNICIPALITIES]
    about = count // (sum(_ITEMS_OF_A_MEETING) // 2) + 1
    span = (LAST_DAY - FIRST_DAY).days
    left = count
    for number in range(2 * about):
        if not left:
            return
        day = _weekday(FIRST_DAY + timedelta(days=min(span, number * span // about)))
        meeting = _meeting(dice, dice.choice(towns), day, left)
        left -= len(meeting.items)
        yield meeting


def _town(dice: Random, name: str) -> _Town:
    villages = {dice.choice(VILLAGE_BEGINNINGS) + dice.choice(VILLAGE_ENDINGS) for _ in range(14)}
    people = {f"{dice.choice(FIRST_NAMES)} {dice.choice(SURNAMES)}" for _ in range(24)}
    return _Town(name, sorted(villages), [(person, dice.choice(PARTIES)) for person in sorted(people)])


def _meeting(dice: Random, town: _Town, day: date, most: int) -> Meeting:
    area = dice.choice(("plan", "plan", "school", "care", "leisure", "money", "council"))
    term = max(year for year in COMMITTEES if year <= day.year)
    council = ("Byrådet", "Kommunalbestyrelsen")[len(town.name) % 2]
    committee = (
        council if area == "council" else COMMITTEES[term][area][len(town.name) % len(COMMITTEES[term][area])]
    )
    while (committee, day) in town.days:
        day += timedelta(days=7)
    town.days.add((committee, day))
    members = tuple(
        (name, party, dice.random() < 0.08)
        for name, party in dice.sample(town.people, min(len(town.people), 17 if area == "council" else 7))
    )
    wanted = min(most, dice.randint(*_ITEMS_OF_A_MEETING))
    items = [_opening(dice, town), _messages(dice, town, day)][:wanted]
    if area == "council":
        waiting = [case for case in town.pending if case[2] < day][: max(0, wanted - 4)]
        town.pending = [case for case in town.pending if case not in waiting]
        items += [_again(dice, case, members) for case in waiting]
    topics: list[Topic] = []
    while len(items) < wanted - 1:
        if not topics:  # each once, and again only when all have been had
            topics = [topic for topic in TOPICS if area in ("council", topic.area)]
            dice.shuffle(topics)
        item = _item(dice, town, topics.pop(), day, members, area == "council")
        items.append(item)
        if (
            area != "council"
            and item.decision
            and item.decision[0].startswith(("Anbefal", "Indstillingen anbef"))
        ):
            town.pending.append((item, committee, day))
    if len(items) < wanted:
        items.append(Item(dice.choice(("Køb af areal", "Personsag", "Underskrifter")), "", closed=True))
    first = town.numbers.get((committee, day.year), 1)
    town.numbers[committee, day.year] = first + len(items)
    return Meeting(
        municipality=town.name,
        committee=committee,
        day=day,
        hour=f"{dice.randint(14, 18)}:{dice.choice(('00', '30'))}",
        place=f"Mødelokale {dice.randint(1, 9)}, {town.name} Rådhus",
        office=dice.choice(("Forvaltningen", f"Center for {_OFFICES.get(area, 'Politik og Ledelse')}")),
        members=members,
        first_number=first,
        items=tuple(items),
    )


_OFFICES = {
    "plan": "By og Landskab",
    "school": "Børn og Læring",
    "care": "Omsorg",
    "leisure": "Fritid og Frivillighed",
    "money": "Økonomi",
}


def _item(
    dice: Random,
    town: _Town,
    topic: Topic,
    day: date,
    members: tuple[tuple[str, str, bool], ...],
    final: bool,
) -> Item:
    slots = _Slots(dice, town, day)
    background = dice.sample(topic.background, min(len(topic.background), dice.randint(2, 4)))
    asks = topic.asks if dice.random() < 0.7 else topic.asks[:1]
    return Item(
        title=slots.fill(dice.choice(topic.titles)),
        case_no=_case_no(dice, day),
        background=tuple(slots.fill(sentence) for sentence in background),
        asks=tuple(slots.fill(ask) for ask in asks),
        economy=tuple(slots.fill(line) for line in topic.economy[:1]) if dice.random() < 0.6 else (),
        decision=_decision(dice, asks, members, final),
        papers=topic.papers,
    )


def _again(dice: Random, case: tuple[Item, str, date], members: tuple[tuple[str, str, bool], ...]) -> Item:
    """A committee's case before the council."""
    item, committee, day = case
    return replace(
        item,
        background=item.background[:2],
        decision=_decision(dice, item.asks, members, True),
        earlier=((committee, day, " ".join(item.decision)),),
    )


def _opening(dice: Random, town: _Town) -> Item:
    return Item(
        "Godkendelse af dagsorden",
        "",
        decision=(
            dice.choice(
                (
                    "Godkendt.",
                    f"Godkendt. Punktet om {dice.choice(town.villages)} udgår.",
                    "Ingen bemærkninger.",
                )
            ),
        ),
    )


def _messages(dice: Random, town: _Town, day: date) -> Item:
    slots = _Slots(dice, town, day)
    lines = dice.sample(_MESSAGES, 3)
    return Item(
        dice.choice(("Meddelelser", "Orientering fra formand og forvaltning")),
        "",
        background=tuple(slots.fill(line) for line in lines),
        decision=(
            dice.choice(("Orienteringen taget til efterretning.", "Orienteret.", "Taget til efterretning.")),
        ),
    )


_MESSAGES = (
    "Formanden har besøgt {forening} i {sted}.",
    "Der er ansat en ny leder på {plejecenter}, som begynder den {dato}.",
    "Nabokommunerne inviterer til temadag om stormen i {måned}.",
    "Arbejdet på {vej} er forsinket {n} dage.",
    "{skole} fylder {n2} år og holder åbent hus den {dato}.",
    "Forvaltningen har fået {n3} klager over lugt i {sted}.",
    "{firma} har købt den tomme fabrik på {vej} {nr}.",
    "Næste møde flyttes til den {dato}.",
    "Dyrskuet i {sted} havde {m} gæster.",
)

_POSTPONED = (
    "Udsat, fordi der mangler svar fra naboerne.",
    "Sagen udsættes til næste møde.",
    "Udsat. Udvalget ønsker en besigtigelse.",
    "Sagen sendes tilbage til forvaltningen, som skal belyse økonomien.",
)
_REFUSED = (
    "Indstillingen blev forkastet med {no} stemmer mod {yes}.",
    "Ikke godkendt.",
    "Afvist.",
    "Nedstemt med {no} stemmer mod {yes}.",
)
_APPROVED = (
    "Godkendt.",
    "Godkendt som indstillet.",
    "Indstillingen tiltrådt.",
    "Indstillingen blev fulgt.",
    "Vedtaget.",
    "Godkendt med {no} stemmer mod {yes}.",
    "Et flertal godkendte indstillingen.",
)
_RECOMMENDED = (
    "Anbefales.",
    "Anbefalet.",
    "Indstillingen anbefales over for {council}.",
    "Anbefales godkendt.",
)
_DISSENT = (
    "{name} ({party}) kunne ikke tiltræde indstillingen.",
    "{name} ({party}) tog forbehold.",
    "{name} ({party}) ønskede ført til protokol, at prisen er for høj.",
    "{name} ({party}) undlod at stemme.",
)
_NEXT = (
    "Forvaltningen vender tilbage med en status om {n} måneder.",
    "Udvalget ønsker et møde med foreningerne, før arbejdet begynder.",
    "Forvaltningen skal undersøge, om det kan gøres billigere.",
)


def _decision(
    dice: Random, asks: tuple[str, ...], members: tuple[tuple[str, str, bool], ...], final: bool
) -> tuple[str, ...]:
    """What was decided, in one to four lines."""
    kind = dice.random()
    yes = dice.randint(1, max(1, len(members) // 2 - 1))
    spoken = {"yes": yes, "no": len(members) - yes, "council": "byrådet", "n": dice.randint(2, 12)}
    if "efterretning" in asks[0]:
        lines = [
            dice.choice(
                ("Taget til efterretning.", "Til efterretning.", "Drøftet og taget til efterretning.")
            )
        ]
    elif kind < 0.08:
        return (dice.choice(_POSTPONED),)
    elif kind < 0.15:
        return (dice.choice(_REFUSED).format(**spoken),)
    elif kind < 0.22:
        lines = ["Drøftet."]
    elif kind < 0.3 and len(asks) > 1:
        lines = [f"{n}. {dice.choice(('Godkendt.', 'Tiltrådt.', 'Udsat.'))}" for n in range(1, len(asks) + 1)]
    elif kind < 0.62 and not final:
        lines = [dice.choice(_RECOMMENDED).format(**spoken)]
    else:
        lines = [dice.choice(_APPROVED).format(**spoken)]
    if dice.random() < 0.2:
        name, party, _ = dice.choice([m for m in members if not m[2]] or members)
        lines.append(dice.choice(_DISSENT).format(name=name, party=party))
    if dice.random() < 0.2:
        lines.append(dice.choice(_NEXT).format(**spoken))
    return tuple(lines)


def _case_no(dice: Random, day: date) -> str:
    serial = dice.randint(100, 99_999)
    return dice.choice((f"{day.year}-{serial:06}", f"{day.year % 100:02}/{serial}"))


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


class _Slots:
    """The slots of one item; each is drawn when it is first needed and then stays what it is."""

    def __init__(self, dice: Random, town: _Town, day: date) -> None:
        self._drawn: dict[str, str] = {}
        self._makers = _makers(dice, town, day)

    def fill(self, sentence: str) -> str:
        text = sentence.format_map(self)
        return text[:1].upper() + text[1:] if not sentence.startswith("at ") else text

    def __getitem__(self, name: str) -> str:
        if name not in self._drawn:
            self._drawn[name] = self._makers[name]()
        return self._drawn[name]


def _makers(dice: Random, town: _Town, day: date) -> dict[str, Callable[[], str]]:
    def village() -> str:
        return dice.choice(town.villages)

    def small() -> str:
        return str(dice.randint(3, 60))

    def million() -> str:
        return f"{dice.randint(1, 48)},{dice.randint(1, 9)} mio. kr."

    def way() -> str:
        return dice.choice(WAY_BEGINNINGS) + dice.choice(WAY_ENDINGS)

    def percent() -> str:
        return str(dice.randint(5, 95))

    def later() -> str:
        then = day + timedelta(days=dice.randint(14, 200))
        return f"{then.day}. {_MONTHS[then.month - 1]} {then.year}"

    return {
        "sted": village,
        "sted2": lambda: f"{village()} {dice.choice(_LANDSCAPE)}",
        "vej": way,
        "nr": lambda: str(dice.randint(1, 140)),
        "n": small,
        "n2": small,
        "n3": small,
        "m": lambda: str(dice.randint(100, 980)),
        "m2": lambda: f"{dice.randint(2, 9)}.{dice.randint(0, 99) * 10:03}",
        "ha": lambda: str(dice.randint(2, 140)),
        "km": lambda: f"{dice.randint(1, 9)},{dice.randint(1, 9)}",
        "komma": lambda: f"{dice.randint(1, 4)},{dice.randint(10, 99)}",
        "meter": lambda: f"{dice.randint(1, 14)},{dice.choice((2, 5, 8))}",
        "pct": percent,
        "pct2": percent,
        "kr": million,
        "kr2": million,
        "tkr": lambda: f"{dice.randint(4, 990)}.000 kr.",
        "år": lambda: str(day.year),
        "år0": lambda: str(day.year - 1),
        "år1": lambda: str(day.year + 1),
        "gammelt": lambda: str(dice.randint(1931, 1989)),
        "måned": lambda: dice.choice(_MONTHS),
        "klokken": lambda: str(dice.randint(6, 8)),
        "uger": lambda: str(dice.choice((4, 6, 8, 10))),
        "dato": later,
        "plan": lambda: f"lokalplan {dice.randint(2, 9)}.{dice.randint(10, 99)}",
        "firma": lambda: (
            f"{dice.choice(SURNAMES)} {dice.choice(('Entreprise', 'Byg', 'Energi', 'Service', 'Ejendomme'))} {dice.choice(('A/S', 'ApS'))}"
        ),
        "skole": lambda: (
            f"{dice.choice(VILLAGE_BEGINNINGS)}{dice.choice(('marks', 'lunds', 'bakke', 'ager', 'høj'))}skolen"
        ),
        "børnehus": lambda: (
            f"Børnehuset {dice.choice(('Spurven', 'Mælkevejen', 'Kastanjen', 'Grævlingen', 'Tusindfryd', 'Snogen', 'Månen', 'Humlebien'))} i {village()}"
        ),
        "plejecenter": lambda: (
            f"Plejecenter {dice.choice(VILLAGE_BEGINNINGS)}{dice.choice(('hjem', 'gården', 'toften', 'lund'))}"
        ),
        "botilbud": lambda: f"{dice.choice(WAY_BEGINNINGS)}huset",
        "klub": lambda: dice.choice(("Kælderen", "Pakhuset", "Remisen", "Loftet")),
        "hal": lambda: f"{village()}hallen",
        "forening": lambda: (
            f"{village()} {dice.choice(('Idrætsforening', 'Borgerforening', 'Pensionistforening', 'Boldklub'))}"
        ),
    }
