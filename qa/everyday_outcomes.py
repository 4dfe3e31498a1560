"""How people say what came of a case ("skudt til hjørne"), put into the word that minutes have for it.

Taken word by word such a phrase is about a corner; nothing in the minutes is, and the search would believe
that it missed what was asked about. A new phrase is a new row; only such as hardly mean anything else.
"""

import re

__all__ = ["in_minutes_words"]

_SET = r"(?:sat|sattes?|sætte[rs]?|stille[rst]?|stillede|put)"
_LAID = r"(?:lagt|lagde|lægge[rs]?|lå|ligge[r]?)"
_SENT = r"(?:sendt|sendte|sende[rs]?)"
_VOTED = r"(?:stemt|stemte|stemme[rs]?)"
_SHOT = r"(?:skudt|skød|skyde[rs]?)"
_GIVEN = r"(?:få|får|fik|fået|give[rst]?|gav|givet)"
_PASSED = r"(?:kom|kommet|kommer|gik|gået|går)"
_BETWEEN = r"\b(?P<between>(?:(?! at ).){0,60}?)\s*"
"""What stands between a verb and the words that make the phrase of it; behind "at" is another verb."""
_WHAT = r"\b(?P<between>(?:(?! (?:at|for|imod|mod|om|til) ).){0,60}?)\s*"
"""The same, of what one can also vote for or against."""

_SAID: tuple[tuple[str, str], ...] = (
    ("udsat", rf"{_SHOT}{_BETWEEN}til hjørne"),
    ("udsat", rf"{_SET}{_BETWEEN}(?:på (?:pause|stand-?by)|i bero|on hold)"),
    ("udsat", rf"{_LAID}{_BETWEEN}(?:på is|i mølpose(?:n)?|i skuffen)"),
    ("udsat", r"shelved"),
    ("oversendt", rf"{_SENT}{_BETWEEN}videre"),
    ("oversendt", r"(?:sent|passed) on(?= to\b)"),
    ("nedstemt", rf"(?:{_VOTED}|{_SHOT}){_WHAT}ned(?! (?:ad|til|på|fra|i)\b)"),
    ("nedstemt", rf"voted{_BETWEEN}down"),
    ("afvist", r"droppe(?:de|r|s|t)?(?! ud\b)"),
    ("afvist", r"(?:vendt|vendte|vende[rs]?)\b.{0,30}?\btomme(?:l|len|lfinger|lfingeren) ned(?:ad)?"),
    ("afvist", rf"{_LAID}{_BETWEEN}i graven"),
    ("afvist", rf"turned{_BETWEEN}down"),
    ("vedtaget", rf"{_VOTED}{_WHAT}(?:igennem|hjem)"),
    ("vedtaget", rf"{_PASSED}{_BETWEEN}igennem(?= \w*(?:udvalget|rådet|bestyrelsen)\b)"),
    ("godkendt", rf"{_GIVEN}{_BETWEEN}(?:grønt lys(?: til)?|lov (?:og |eller ikke )?(?:til|at))"),
    ("godkendt", r"(?:blåstemple[tr]?|blåstemplede)"),
    ("godkendt", r"(?:sagt|sagde|siger|sige) god for"),
    ("godkendt", r"(?:gik|går|gået|gå) med til(?= at\b)"),
    ("godkendt", r"(?:nikke(?:de|r|t)?) (?:ja )?til"),
    ("godkendt", r"(?:the )?(?:green light|go-ahead)"),
    ("drøftet", rf"(?:snakke(?:de|r|t)?|talt|talte){_BETWEEN}om(?=\W*$)"),
)  # fmt: skip
_COMPILED = [(re.compile(rf"(?<![\w-]){phrase}(?![\w-])", re.IGNORECASE), word) for word, phrase in _SAID]


def in_minutes_words(question: str) -> str:
    """A question with everyday phrases for an outcome put into the minutes' word; all else as it was.

    >>> in_minutes_words("Hvorfor blev havnebadet skudt til hjørne i maj?")
    'Hvorfor blev havnebadet udsat i maj?'
    """
    for pattern, word in _COMPILED:
        put = rf"{word}\g<between>" if "between" in pattern.groupindex else word
        question = pattern.sub(put, question)
    return question
