"""Deciding bodies by the form of their names: committees, councils, the magistrate.

Danish municipalities name them freely ("Børne- og Skoleudvalget", "Udvalget for Klima og Miljø"), so a
name is known by how it ends or begins, not from a list.
"""

import re

__all__ = ["BODY", "BODY_ENDING", "NAME_LIST", "is_body", "is_generic", "same_body"]

BODY_ENDING = (
    r"(?:[Uu]dvalg(?:et|ene)?|[Bb]yråd(?:et)?|[Rr]åd(?:et)?|[Kk]ommunalbestyrelsen?|[Mm]agistrat(?:en)?"
    r"|[Bb]orgerrepræsentation(?:en)?|[Bb]estyrelsen?|[Nn]ævn(?:et)?|[Kk]ommission(?:en)?)"
)
"""How the names end, without groups."""
_WORD = r"[A-ZÆØÅ][\wæøåÆØÅ]*(?:-[\wæøåÆØÅ]+)*-?"
_JOIN = r"(?:, | og | & |, og | )"
_LETTERS = r"[\wæøåÆØÅ\-]*?"
BODY = (
    rf"(?:(?:(?:{_WORD}{_JOIN}){{0,6}}?(?:[A-ZÆØÅ]{_LETTERS})?|(?:{_WORD}{_JOIN}){{1,6}}?[a-zæøå]{_LETTERS}){BODY_ENDING}"
    rf"(?: (?:for|vedr(?:ørende|\.)) [A-ZÆØÅa-zæøå]{_LETTERS}(?:{_JOIN}[A-ZÆØÅa-zæøå]{_LETTERS}){{0,5}}?)?)"
)
"""A body's name, without groups. Anchor it: on its own it matches inside running text."""

NAME_LIST = rf"[A-ZÆØÅ][\wæøåÆØÅ\-]*(?:{_JOIN}[\wæøåÆØÅ\-]+){{0,6}}"
"""What a body may be called without any word for one ("Social og Sundhed"): to be trusted only where a date
and an item number follow."""

_WHOLE = re.compile(rf"^{BODY}$")
_FILLING = re.compile(r"[^a-zæøå]+")
_COUNCILS = frozenset(("byråd", "kommunalbestyrelse", "borgerrepræsentation"))
"""A municipality has one of these only, so what stands before the word says no more."""
_ARTICLES = ("udvalg", "byråd", "råd", "kommunalbestyrelse", "magistrat", "bestyrelse", "nævn")


def is_body(text: str) -> bool:
    """Whether the whole text is the name of a deciding body."""
    return len(text) <= 100 and bool(_WHOLE.match(text))


def is_generic(name: str) -> bool:
    """Whether a name stands for whichever body meets: "udvalget". A council is none of these."""
    return name.lower() in ("udvalget", "udvalg", "rådet", "råd", "bestyrelsen")


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names mean one body: case, hyphens, the definite article and -s set aside."""
    return one is not None and other is not None and _key(one) == _key(other)


def _key(name: str) -> str:
    last_word = _without_article(name.split()[-1].lower()) if name.split() else ""
    return last_word if last_word in _COUNCILS else _without_article(_FILLING.sub("", name.lower()))


def _without_article(letters: str) -> str:
    for stem in _ARTICLES:
        for ending in (f"{stem}ets", f"{stem}ens", f"{stem}et", f"{stem}en", f"{stem}s", f"{stem}n"):
            if letters.endswith(ending):
                return letters[: -len(ending)] + stem
    return letters
