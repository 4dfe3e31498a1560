"""CPR numbers (the Danish personal id, ``ddmmyy-nnnn``) are masked before a text is stored anywhere.

A number counts when its date exists; the check digit proves nothing since 2007. Every digit becomes
``MASK``, so that offsets stay and a reader sees that something was there.

Written here because the one package for it (os2ds-rules 0.1.0) was found to miss what Word makes of
a number (non-breaking hyphens, dashes, spaces around them, a slash or bracket beside it), gives offsets in
bytes, refuses text with a NUL in it, and exists only for Python 3.11 on Linux.
"""

import re
from datetime import date

__all__ = ["MASK", "mask_cpr"]

MASK = "●"

_SPACE = r"[ \t\u00a0\u2007\u2009\u202f]"
_DASH = r"[-\u00ad\u2010-\u2015\u2212\ufe63\uff0d]"
_LONGER_BEFORE = r"(?<!\d)(?<!\d[.\-\u2010-\u2015])"
_LONGER_AFTER = rf"(?!\d)(?!{_DASH}\d)"
_ALONE_BEFORE = r"(?:(?<!\w)|(?<=[Cc][Pp][Rr]))(?<!\d[-.,/:])"
_ALONE_AFTER = r"(?!\w)(?![-.,/:]\d)"

_FORMS = (
    # 010203-1234, the dash of any kind, with spaces around it, or broken over a line end
    re.compile(
        rf"{_LONGER_BEFORE}(\d\d)(\d\d)(\d\d){_SPACE}{{0,2}}{_DASH}{_SPACE}{{0,2}}(?:\n{_SPACE}{{0,4}})?(\d{{4}}){_LONGER_AFTER}"
    ),
    # 01.02.03-1234
    re.compile(rf"{_LONGER_BEFORE}(\d\d)([ ./\-])(\d\d)\2(\d\d){_DASH}(\d{{4}}){_LONGER_AFTER}"),
    # 010203 1234, unless it stands in a row of figures
    re.compile(
        rf"{_ALONE_BEFORE}(?<!\d{_SPACE})(\d\d)(\d\d)(\d\d){_SPACE}{{1,2}}(\d{{4}}){_ALONE_AFTER}(?!{_SPACE}{{1,2}}\d)"
    ),
    # 0102031234
    re.compile(rf"{_ALONE_BEFORE}(\d\d)(\d\d)(\d\d)(\d{{4}}){_ALONE_AFTER}"),
)
_WITHOUT_DASH = _FORMS[2:]

_OTHER_NUMBER = re.compile(
    r"(?:konto|reg\.|bank|iban|\bean\b|\bgln\b|\bcvr\b|\bp-?\s?n(?:umme)?r\b|faktura|ordre|dok(?:ument)?\.?-?\s?(?:nr|id)|tlf|telefon|mobil)"
    r"[^\n\d]{0,20}(?:\d{4}[ -])?$",
    re.IGNORECASE,
)
"""Words that say of the ten digits behind them that they are no CPR number."""
_LABEL_REACH = 45  # characters in which such a word is looked for


def mask_cpr(text: str) -> tuple[str, int]:
    """The text with the digits of CPR numbers masked, equally long, and how many numbers there were."""
    count = 0
    for form in _FORMS:

        def masked(match: re.Match[str], form: re.Pattern[str] = form) -> str:
            nonlocal count
            day, month, year, serial = (part for part in match.groups() if part.isdigit())
            if not _is_birthday(day, month, year, serial):
                return match[0]
            before = match.string[max(0, match.start() - _LABEL_REACH) : match.start()]
            if form in _WITHOUT_DASH and _OTHER_NUMBER.search(before):
                return match[0]
            count += 1
            return re.sub(r"\d", MASK, match[0])

        text = form.sub(masked, text)
    return text, count


def _is_birthday(day: str, month: str, year: str, serial: str) -> bool:
    try:
        date(_century(int(year), int(serial[0])) + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _century(year: int, seventh: int) -> int:
    """Which century the two figures of the year are in, by the seventh digit (the CPR office's table)."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
