"""Whether one is asked to make something up: a poem, a speech, a translation. Minutes hold none of it.

Such a request has the words of minutes in it ("Skriv et digt om Byrådet"), and a search for these finds them
everywhere.
"""

import re

__all__ = ["asks_to_invent"]

_POLITELY = (
    r"(?:hej\W+|hi\W+|venligst |please |(?:kan|vil|kunne) (?:du|i) (?:venligst )?"
    r"|(?:can|could|will|would) you (?:please )?)*"
)
_MAKE = (
    r"(?:skriv\w*|digt|forfat\w*|formuler\w*|komponer\w*|opfind\w*|find på|fortæl\w*|lav\w*|giv\w*|syng\w*"
    r"|tegn\w*|mal|hjælp\w* (?:mig|os) med|write|compose|draft|invent|tell|make|give|sing|draw|paint"
    r"|help (?:me|us) (?:with|write))"
)
_WORK = (
    r"(?:digt|vers|rim|haiku|limerick|sang|vise|slagsang|rap|novelle|eventyr|godnathistorie|roman|essay|stil|tale"
    r"|festtale|vittighed|joke|gåde|læserbrev|debatindlæg|kronik|pressemeddelelse|mail|e-mail|brev|opslag|slogan"
    r"|opskrift|tegning|billede|program|kode|script|poem|verse|rhyme|song|story|novel|speech|riddle|letter|op-ed"
    r"|press release|email|post|recipe|drawing|picture)"
)
_INVENT = re.compile(
    rf"\W*{_POLITELY}(?:{_MAKE}(?: (?:mig|os|me|us|lige))? (?:en|et|a|an|nogle|some) (?:[\w-]+ ){{0,2}}"
    rf"{_WORK}\b|(?:oversæt|translate)\b)",
    re.IGNORECASE,
)


def asks_to_invent(text: str) -> bool:
    """Whether a question is a request to write, tell, draw or translate something."""
    return _INVENT.match(text) is not None
