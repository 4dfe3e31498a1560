"""How a vote fell, read from the sentences of a decision: sides, counts and parties.

Minutes tell it in a few shapes: "med 13 stemmer mod 8", "For stemte: A (…), F (…) og L. Imod stemte V",
"Anja Krogsdal (C) stemte imod", "Et flertal på 4 (A, F og Ø)". A new shape is a new row.
"""

import re
from dataclasses import dataclass

from indexer.source_text import Span
from qa.answer import Side
from qa.outcomes import Outcome, outcome_of

__all__ = ["VoteRead", "is_tally", "read_votes"]


@dataclass(frozen=True, slots=True)
class VoteRead:
    """One side of a vote as one sentence tells it; ``count`` is ``None`` where no number is told.

    ``parties`` are as written, letters or names, in order; ``span`` is the sentence in the stored text.
    """

    side: Side
    count: int | None
    parties: tuple[str, ...]
    span: Span


_TALLY = re.compile(
    r"\b(?:stemmer(?:ne)?\s+(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})"
    r"|(?P<c>\d{1,2})\s+stemmer\s+(?:for\s+)?(?:og\s+)?(?:i?mod\s+)?(?P<d>\d{1,2})(?:\s+stemmer)?(?:\s+imod)?)\b"
)
"""Both sides at once: "med 13 stemmer mod 8", "med stemmerne 5-1"."""
_BEFORE: tuple[tuple[Side, str], ...] = (
    (Side.FOR, r"\bfor(?:\s+\w+)?\s+stemte\b|\bfor\s*:"),
    (Side.AGAINST, r"\bi ?mod(?:\s+\w+)?\s+stemte\b|\bimod\s*:"),
    (Side.ABSTAINED, r"\bundlod(?:\s+at\s+stemme)?\s*:|\bhverken\s+for\s+eller\s+imod\s+stemte\b"),
    (Side.FOR, r"\b(?:et\s+)?flertal(?:let)?(?:\s+bestående\s+af|\s+på)?"),
    (Side.AGAINST, r"\b(?:et\s+)?mindretal(?:let)?(?:\s+bestående\s+af|\s+på)"),
)
"""Words that stand before those who voted so."""
_AFTER: tuple[tuple[Side, str], ...] = (
    (
        Side.ABSTAINED,
        r"\bund(?:lod|lader)\s+at\s+stemme\b|\b(?:stemte|stemmer)\s+hverken\b|\bstemte\s+blankt\b",
    ),
    (Side.AGAINST, r"\b(?:stemte|stemmer|stemt)\s+(?:i ?mod|nej)\b"),
    (Side.FOR, r"\b(?:stemte|stemmer|stemt)\s+(?:for|ja)\b"),
)
"""Words that stand after those who voted so."""
_BEFORE_ANY = [(side, re.compile(pattern, re.IGNORECASE)) for side, pattern in _BEFORE]
_AFTER_ANY = [(side, re.compile(pattern, re.IGNORECASE)) for side, pattern in _AFTER]
_COUNT = re.compile(r"\b\d{1,2}\b")
_PARTY_NAMES = (
    r"Socialdemokrati\w*|Venstre|(?:Det )?Konservative(?: Folkeparti)?|SF|Socialistisk Folkeparti"
    r"|(?:Det )?Radikale(?: Venstre)?|Dansk Folkeparti|Liberal Alliance|Alternativet|Nye Borgerlige"
    r"|Enhedslisten|Moderaterne|Danmarksdemokraterne|Lokallisten|Borgerlisten|Liste [A-ZÆØÅ]|Slesvigsk Parti"
)
_PARTY = re.compile(rf"\b(?:{_PARTY_NAMES})\b|(?<![\w.-])[A-ZÆØÅ](?![\w-])(?!\.\s*\w)")
"""A party by name or by its ballot letter; not a member's initial."""


def is_tally(sentence: str) -> bool:
    """Whether a sentence only counts votes ("med 13 stemmer mod 8") and names nobody who voted so."""
    return bool(_TALLY.search(sentence)) and not _cues(sentence)


def read_votes(sentence: str, span: Span) -> tuple[VoteRead, ...]:
    """The sides of a vote that one sentence tells of; empty where it tells none.

    In "forkastet med 15 stemmer mod 5" the larger number are those against what was proposed.
    """
    if tally := _TALLY.search(sentence):
        first, second = int(tally["a"] or tally["c"]), int(tally["b"] or tally["d"])
        sides = [Side.FOR, Side.AGAINST]
        if outcome_of(sentence) is Outcome.REJECTED:
            sides.reverse()
        after = sentence[tally.end() :]
        minority = _parties(_brackets_first(after))
        return (VoteRead(sides[0], first, (), span), VoteRead(sides[1], second, minority, span))
    return tuple(
        VoteRead(side, _count(told), _parties(told), span)
        for side, told in _cues(sentence)
        if told.strip(" :.,")
    )


def _cues(sentence: str) -> list[tuple[Side, str]]:
    """Each side told with the words that tell who: after its cue, or before it, up to the next one."""
    after = [(m.start(), m.end(), side) for side, cue in _AFTER_ANY for m in cue.finditer(sentence)]
    before = [
        (m.start(), m.end(), side)
        for side, cue in _BEFORE_ANY
        for m in cue.finditer(sentence)
        if not any(start < m.end() and m.start() < end for start, end, _ in after)
    ]
    edges = sorted({0, len(sentence), *(e for s, e, _ in after), *(s for s, e, _ in before)})
    told: list[tuple[int, Side, str]] = []
    for start, _, side in after:
        begin = max(edge for edge in edges if edge < start or edge == 0)
        told.append((start, side, sentence[begin:start]))
    for start, end, side in before:
        stop = min((edge for edge in edges if edge > end), default=len(sentence))
        told.append((start, side, sentence[end:stop]))
    return [(side, words) for _, side, words in sorted(told)]


def _brackets_first(text: str) -> str:
    """What stands in the brackets that follow at once, inner ones included; else nothing."""
    opened = re.match(r"\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))", text)
    return opened[0] if opened else ""


def _count(told: str) -> int | None:
    bare = re.sub(r"\([^()]*\)", " ", told)
    match = _COUNT.search(bare)
    return int(match[0]) if match else None


def _parties(told: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0] for match in _PARTY.finditer(told)))
