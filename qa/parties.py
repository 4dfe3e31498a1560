"""The parties of Danish councils by every name minutes and people use: in full, shortened, by letter.

Letters are those of the Ministry's list for municipal elections. A letter stands for its party only in
brackets behind a name ("Niels Holm (V)"), where minutes put it; local lists have names of their own.
"""

import re

__all__ = ["named", "names_of_party"]

_SHORT_FORM = 3
_PARTIES: tuple[tuple[str, ...], ...] = (
    ("A", "Socialdemokratiet", "Socialdemokraterne", "S"),
    ("B", "Radikale Venstre", "De Radikale", "Det Radikale Venstre", "Radikale", "RV"),
    ("C", "Det Konservative Folkeparti", "De Konservative", "Konservative", "K"),
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
        if name.lower() in (other.lower() for other in called):
            return (letter, *called)
    return (name,)


def named(name: str) -> re.Pattern[str]:
    """Matches a person's or party's name in a sentence, the party by any of its names."""
    forms = (
        rf"\([^()]*(?<!\w){form}(?!\w)[^()]*\)"
        if len(form) == 1
        else rf"(?<!\w){re.escape(form)}(?:s|')?(?!\w)"
        for form in names_of_party(name)
    )
    return re.compile("|".join(forms), re.IGNORECASE if len(name) > _SHORT_FORM else 0)
