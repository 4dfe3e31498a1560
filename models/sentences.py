"""Where sentences begin in minutes: prose, lists, headings, and text that came out of a PDF.

Two questions are asked. Behind a full stop (or ``!``, ``?``): does it end a sentence, or an abbreviation,
an initial, an ordinal, the label of a list? At a line break: did the sentence run out of room, as in the
wrapped lines of a PDF, or did the writer begin something new? Boundaries lie in white space only.
"""

import re

from models.abbreviations import MAY_END, NEVER_END, UNITS
from models.months import MONTHS

__all__ = ["sentence_spans"]

NARROWEST_LINE, WIDEST_LINE = 60, 100
"""Characters that wrapped text is wide; longer lines are paragraphs that were never wrapped."""

ROOM_LEFT = 12
"""Characters that may stay unused at the end of a wrapped line, besides those of the next word."""

_CANDIDATE = re.compile(
    r"""
      (?P<stop>[.!?…]+["'”’»)\]]*)(?P<gap>\s+)
    | (?P<colon>:)(?P<after>[^\S\n]*\n\s*)
    | (?P<break>[^\S\n]*[\n\f]\s*)
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"'”«»]+$")
_FIRST_WORD = re.compile(r"\S+")
_OPENING = "\"'“”’«»(["
_BULLET = re.compile(r"(?:[\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u00b7\uf0b7*\u2010-\u2015-])\s")
_LABEL = re.compile(r"(?:\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4})\)|(?:at|ad)\.?\s\d{1,2}\b)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}|[A-Za-zÆØÅ])\.\s+(?P<word>\S+)")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ][.-]){0,3}[A-ZÆØÅ]")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LABEL_ALONE = re.compile(r"\(?(?:\d{1,2}|[A-Za-zÆØÅ])[.)]*")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, trimmed, in order; every visible character is in exactly one."""
    spans: list[tuple[int, int]] = []
    width = _line_width(text)
    start = 0
    for match in _CANDIDATE.finditer(text):
        if _ends(text, match, start, width):
            _add(spans, text, start, match.start() + len(match[0].rstrip()))
            start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        first = start + piece.index(stripped[0])
        spans.append((first, first + len(stripped)))


def _line_width(text: str) -> int:
    """How long the lines of wrapped text are at most."""
    return max(
        (len(line) for line in text.split("\n") if NARROWEST_LINE <= len(line) <= WIDEST_LINE),
        default=NARROWEST_LINE,
    )


def _ends(text: str, match: re.Match[str], start: int, width: int) -> bool:
    gap = match["gap"] or match["after"] or match["break"]
    if gap.count("\n") > 1:
        return True
    if match["stop"] is None:
        return _line_ends(text, match, width)
    return _stop_ends(text, match, start) or (
        "\n" in gap and _opens_list(text[match.end() : match.end() + 60])
    )


def _stop_ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the sentence that began at ``start`` ends with this full stop, ``!`` or ``?``."""
    following = text[match.end() : match.end() + 40].lstrip(_OPENING)
    if not following:
        return True
    goes_on = (following[0].islower() and not _LABEL.match(following)) or following[0] in ",;:%§/&+="
    if match["stop"][0] != ".":
        return not goes_on
    before = _LAST_WORD.search(text, max(start, match.start() - 40), match.start())
    if before is None:
        return not goes_on
    word = before[0].lower()
    if len(word) > 1 and before[0].isalpha() and before[0].isupper():  # an acronym
        return not goes_on
    if goes_on or word in NEVER_END:
        return False
    if _LABEL_ALONE.fullmatch(before[0]) and not text[start : before.start()].strip(_OPENING + " \n"):
        return False
    if word in MAY_END:
        return not following[0].isdigit() and not (
            word in UNITS and following.lower().startswith(("kr", "dkk"))
        )
    if _INITIALS.fullmatch(before[0]):
        return False
    if word.isdigit() and len(word) <= 2:
        return _FIRST_WORD.match(following)[0].lower().strip(".,") not in MONTHS  # type: ignore[index]
    return not (following[0].isdigit() and len(word) == 1)


def _line_ends(text: str, match: re.Match[str], width: int) -> bool:
    """Whether what follows a line break is something new, and not the rest of a wrapped line."""
    following = text[match.end() : match.end() + 60]
    if not following:
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    if _opens_list(following):
        return True
    first_word = _FIRST_WORD.match(following)
    if following.startswith("(") and line[-1:] not in ".:;!?":
        return False  # an aside belongs to what it is an aside to: "B\n(Mikkel Vang), I (Lone Holm)"
    if _YEAR.match(following) and line.rsplit(" ", 1)[-1].lower() in MONTHS:
        return False
    full = len(line) + len(first_word[0] if first_word else "") + 1 + ROOM_LEFT > width
    wrapped = full and len(line) <= WIDEST_LINE and line[-1:] not in ".:;!?"
    if numbered := _NUMBERED.match(following):
        return not wrapped and numbered["word"].lower().strip(".,") not in MONTHS
    return not wrapped and _begins_anew(following) and line[-1:] not in ",-–"


def _opens_list(following: str) -> bool:
    return _BULLET.match(following) is not None or _LABEL.match(following) is not None


def _begins_anew(following: str) -> bool:
    first = following.lstrip(_OPENING)[:1]
    return first.isupper() or first.isdigit()
