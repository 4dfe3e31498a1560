"""Whether one is asked to write something: a poem, a speech, a translation. Minutes hold none of it.

Such a request has the words of minutes in it ("Skriv et digt om Byrådet"), and a search for these finds them
everywhere. What can also be asked *for* ("giv mig et billede af sagen") is not taken for one.
"""

import re

__all__ = ["asks_to_write"]

_POLITELY = (
    r"(?:(?:hej|hello|hi|venligst|please)\W+|(?:kan|vil|kunne|gider) (?:du|i) (?:ikke |venligst )?"
    r"|(?:can|could|will|would) you (?:please )?|vær sød at )*"
)
_WRITE = (
    r"(?:skriv|skrive|digt|digte|forfat|forfatte|formuler|formulere|komponer|komponere|syng|synge|tegn|tegne"
    r"|write|compose|draft|sing|draw|hjælp(?:e)? (?:mig|os) med(?: at skrive)?|help (?:me|us) (?:with|write))"
)
_MAKE = r"(?:find på|opfind|fortæl|fortælle|lav|lave|giv|give|kom med|invent|tell|make|create|generate)"
_NEVER_IN_MINUTES = (
    r"(?:digte?|vers|rim|haiku|limerick|sange?|viser?|slagsang|novelle|eventyr|godnathistorie|vittighed(?:er)?|vits"
    r"|læserbrev|debatindlæg|pressemeddelelse|slogan|jokes?|gåde|opskrift|poems?|verse|rhyme|songs?|riddle|recipe"
    r"|bedtime story)"
)
_SOMETIMES = (
    r"(?:(?:fest)?tale|roman|essay|stil|kronik|artikel|e-?mail|brev"
    r"|tegning|novel|story|speech|letter|op-ed|article|press release|drawing)"
)
_ABOUT = r"(?:over|om|af|på|for|fra|til|med|of|on|about|from)"
_ONE = rf"(?:(?:en|et|a|an|nogle|some|\d+) (?:(?!{_ABOUT}\b)[\w-]+ ){{0,2}})?"
_FOR_ONE = r"(?: (?:mig|os|me|us|lige|venligst))?"
_WANTED = (
    rf"(?:{_WRITE}{_FOR_ONE} {_ONE}{_SOMETIMES}"
    rf"|(?:{_WRITE}|{_MAKE}){_FOR_ONE} {_ONE}{_NEVER_IN_MINUTES})(?![\w-])"
)
_TRANSLATED = r"(?:oversæt(?:te)?|translate)\b(?!.*:)"
_REQUEST = re.compile(rf"\W*{_POLITELY}(?:{_WANTED}|{_TRANSLATED})", re.IGNORECASE | re.DOTALL)


def asks_to_write(text: str) -> bool:
    """Whether a question is a request to write, tell, draw or translate something."""
    return _REQUEST.match(text) is not None
