"""Verbs that Danish says in two words and minutes write in one: "sætte … op" is "opsætte" there.

Which pairs are verbs is not told here: most joined so are no words, and stand in no minutes.
"""

from collections.abc import Sequence

__all__ = ["joined_verbs"]

_PARTICLES = frozenset("op ned ud ind sammen frem bort".split())  # noqa: SIM905
_ONLY_LAST = frozenset("om over af til fra på".split())  # noqa: SIM905
"""Words that are prepositions anywhere but at the end of a clause ("Hvornår bygges hallen om?")."""
_WITHOUT_E = frozenset("få gå stå slå se le bo tø lå må".split())  # noqa: SIM905
_REACH = 7
_ENDS_A_CLAUSE = frozenset(".,;:?!")


def joined_verbs(lemmas: Sequence[str], place: int) -> tuple[str, ...]:
    """The verbs that the one at a place may be with the particles behind it, in their order.

    ``lemmas`` are those of a whole text, in small letters, with its punctuation.

    >>> joined_verbs(["hvem", "sætte", "lader", "op", "til", "elbil", "?"], 1)
    ('opsætte',)
    """
    verb = lemmas[place]
    if not verb.endswith("e") and verb not in _WITHOUT_E:
        return ()
    found = []
    for behind in range(place + 1, min(len(lemmas), place + 1 + _REACH)):
        word = lemmas[behind]
        if word in _ENDS_A_CLAUSE:
            break
        last = behind + 1 == len(lemmas) or lemmas[behind + 1] in _ENDS_A_CLAUSE
        if word in _PARTICLES or (last and word in _ONLY_LAST):
            found.append(word + verb)
    return tuple(found)
