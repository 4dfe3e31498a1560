"""The parties of Danish councils by every name minutes and people use: in full, shortened, by letter.

Letters are those of the Ministry's list for municipal elections. A letter stands for its party only in
brackets behind a name ("Niels Holm (V)") or in a list of letters; local lists have names of their own.
"""

import re

__all__ = ["named", "names_of_party", "party_in"]

_LISTED = r"(?:[(:,]\s?|\b(?:og|stemte|af|fra)\s)"
"""What stands before a party's letter: a bracket, or a list of them ("Imod stemte: A, F og L")."""
_PARTIES: tuple[tuple[str, ...], ...] = (
    ("A", "Socialdemokratiet", "Socialdemokraterne"),
    ("B", "Det Radikale Venstre", "Radikale Venstre", "De Radikale", "Radikale", "RV"),
    ("C", "Det Konservative Folkeparti", "De Konservative", "Konservative"),
    ("F", "Socialistisk Folkeparti", "SF"),
    ("I", "Liberal Alliance", "LA"),
    ("M", "Moderaterne"),
    ("O", "Dansk Folkeparti", "DF"),
    ("V", "Venstre"),
    ("Æ", "Danmarksdemokraterne", "DD"),
    ("Ø", "Enhedslisten", "EL"),
    ("Å", "Alternativet", "ALT"),
    ("D", "Nye Borgerlige", "NB"),
)
"""First the letter, then what the party is called."""


def names_of_party(name: str) -> tuple[str, ...]:
    """Every name of the party that a word of a question names, its letter first; else the word."""
    for letter, *called in _PARTIES:
        if name == letter or name.lower() in (other.lower() for other in called):
            return (letter, *called)
    return (name,)


def party_in(question: str) -> tuple[str, ...]:
    """Every name of the first party that a question calls by its name; empty where it names none."""
    for letter, *called in _PARTIES:
        if any(re.search(rf"(?<!\w){re.escape(name)}(?:s|')?(?!\w)", question) for name in called):
            return (letter, *called)
    return ()


def named(name: str) -> re.Pattern[str]:
    """Matches a person's or party's name in a sentence of minutes, the party by any of its names.

    Parties are written with their capitals ("til venstre" is a turn), and not as the end of another's name.
    """
    names = names_of_party(name)
    if len(names) == 1:
        return re.compile(rf"(?<!\w){re.escape(name)}(?:s|')?(?!\w)", re.IGNORECASE)
    letter, *called = names
    written = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?<!Radikale )(?:{written})(?:s|')?(?!\w)|{_LISTED}{letter}(?![\w.])\)?")
