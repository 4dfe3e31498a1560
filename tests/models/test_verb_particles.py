"""Verbs said in two words are the one word of the minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.danish import Danish
from models.verb_particles import joined_verbs


@pytest.mark.parametrize(
    ("text", "verb", "joined"),
    [
        ("Hvem sætter ladere op til elbiler?", "sætte", ("opsætte",)),
        ("Hvornår bygges hallen om?", "bygge", ("ombygge",)),
        ("Hvad blev der bygget om i hallen?", "bygge", ()),  # "om" is no particle before what follows it
        ("Hvor meget skæres skolen ned, og hvem siger op?", "skære", ("nedskære",)),  # its own clause alone
        ("Hvor mange går ud af skolen?", "gå", ("udgå",)),
        ("Hvem har hallen op ad åre?", "hal", ()),
    ],
)
def test_the_verb_of_two_words(
    danish_language: Danish, text: str, verb: str, joined: tuple[str, ...]
) -> None:
    lemmas = [token.lemma for token in danish_language.tokens(text)]
    assert joined_verbs(lemmas, lemmas.index(verb)) == joined


@given(st.lists(st.sampled_from(["sætte", "op", "om", ",", "hal", "gå", ""]), min_size=1))
def test_any_words_are_read(lemmas: list[str]) -> None:
    for place in range(len(lemmas)):
        assert all(one.endswith(lemmas[place]) for one in joined_verbs(lemmas, place))
