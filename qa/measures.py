"""Units of measure: "hvor mange kvadratmeter" is answered by a number of m2, however that is written.

A row tells how a question asks for a measure and in which units minutes tell it. A question for a measure is
not answered by a number of anything else.
"""

import re

__all__ = ["measure_of", "names_unit"]

_AREA = (
    r"m ?2|m²|kvm|kvadratmeter|etagemeter|km ?2|km²|kvadratkilometer|ha|hektar|td\. ?land|tønder land"
    r"|square metres?|hectares?"
)
_VOLUME = r"m ?3|m³|kubikmeter|kbm|liter|litres?"
_WEIGHT = r"kg|kilo(?:gram)?|gram|tons?|tonnes?|t"
_LENGTH = r"km|kilometer|m|meter|cm|centimeter|mm|millimeter|kilomet(?:re|er)s?|met(?:re|er)s?"
_SPEED = r"km/t|km/time|km i timen|kilometer i timen|km/h"
_ENERGY = r"[kmgt]?wh|[kmg]w|(?:kilo|mega|giga)watt(?:-?timer?)?|[gt]j"
_SOUND = r"db|db\(a\)|decibel"
_HEAT = r"grader|°(?: ?c)?|degrees"

_MEASURES: tuple[tuple[str, str], ...] = (
    (r"hvor mange (?:kvm|m2|m²|(?:kvadrat|etage)meter|hektar|ha|tønder land)\b", _AREA),
    (r"hvor stort et areal\b|(?:hvilket|hvad er) areal(?:et)?\b|how many (?:square met|hectare)", _AREA),
    (r"hvor mange (?:kubikmeter|m3|m³|liter)\b|how many (?:cubic|lit(?:re|er)s)", _VOLUME),
    (r"hvor mange (?:tons?|kilo|kg|kilogram|gram)\b|hvad vej(?:er|ede)\b(?! tung)", _WEIGHT),
    (r"hvor (?:tungt?|tunge) (?:er|var|må)\b|how (?:heavy|many (?:tonn?es?|kilo))\b", _WEIGHT),
    (r"(?:hvad er|hvad bliver|hvilken|hvor høj)\b(?: \w+){0,3} \w*(?:fart|hastigheds)grænse\w*", _SPEED),
    (r"hvor mange (?:km/t|kilometer i timen)|hvor (?:hurtigt|stærkt) må\b|speed limit", _SPEED),
    (
        r"hvor mange (?:kilometer|km|meter|centimeter|cm|millimeter)\b|how many (?:kilo)?met(?:re|er)s\b",
        _LENGTH,
    ),
    (r"hvor mange (?:\w*wh|\w*watt(?:timer)?|mw|gw|kw)\b", _ENERGY),
    (r"hvor mange (?:decibel|db)\b|how many decibels\b", _SOUND),
    (r"hvor mange grader\b|hvor (?:varmt|koldt)\b|(?:hvilken|hvad er) temperatur(?:en)?\b", _HEAT),
)
_NUMBER = r"\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?(?: (?:mio|mia|tusind)\.?)?[ \-]?"
_ASKED = tuple(
    (re.compile(rf"\b(?:{asked})", re.IGNORECASE), re.compile(rf"{_NUMBER}(?:{units})(?!\w)", re.IGNORECASE))
    for asked, units in _MEASURES
)
_UNIT = re.compile(
    "|".join((_AREA, _VOLUME, _WEIGHT, _LENGTH, _SPEED, _ENERGY, _SOUND, _HEAT)), re.IGNORECASE
)


def measure_of(question: str) -> re.Pattern[str] | None:
    """How text tells the measure that a question asks for; ``None`` where it asks for none.

    >>> bool(measure_of("Hvor mange kvadratmeter er hallen?").search("Hallen er på 1.200 m2."))
    True
    """
    return next((told for asked, told in _ASKED if asked.search(question)), None)


def names_unit(word: str) -> bool:
    """Whether a word is a unit: asking how many of it asks for a measure, not for a count of things."""
    return _UNIT.fullmatch(word) is not None
