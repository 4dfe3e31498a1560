"""Which municipality a web host belongs to, when its name says so beyond doubt.

The 98 municipalities as Statistics Denmark lists them; hosts spell æ, ø and å as ae, oe and aa.
"""

import re
from urllib.parse import urlsplit

__all__ = ["MUNICIPALITIES", "municipality_of_host", "municipality_of_word"]

_NAMES = """
Albertslund Allerød Assens Ballerup Billund Bornholm Brøndby Brønderslev Dragør Egedal Esbjerg Fanø
Favrskov Faxe Fredensborg Fredericia Frederiksberg Frederikshavn Frederikssund Furesø
Faaborg-Midtfyn Gentofte Gladsaxe Glostrup Greve Gribskov Guldborgsund Haderslev Halsnæs Hedensted
Helsingør Herlev Herning Hillerød Hjørring Holbæk Holstebro Horsens Hvidovre Høje-Taastrup Hørsholm
Ikast-Brande Ishøj Jammerbugt Kalundborg Kerteminde Kolding København Køge Langeland Lejre Lemvig
Lolland Lyngby-Taarbæk Læsø Mariagerfjord Middelfart Morsø Norddjurs Nordfyns Nyborg Næstved Odder
Odense Odsherred Randers Rebild Ringkøbing-Skjern Ringsted Roskilde Rudersdal Rødovre Samsø
Silkeborg Skanderborg Skive Slagelse Solrød Sorø Stevns Struer Svendborg Syddjurs Sønderborg Thisted
Tønder Tårnby Vallensbæk Varde Vejen Vejle Vesthimmerlands Viborg Vordingborg Ærø Aabenraa Aalborg
Aarhus
"""
MUNICIPALITIES: tuple[str, ...] = tuple(_NAMES.split())

_SPELT = {"æ": "ae", "ø": "oe", "å": "aa", "-": ""}


def _key(word: str) -> str:
    word = word.casefold()
    for letter, spelling in _SPELT.items():
        word = word.replace(letter, spelling)
    return word


_BY_KEY = {_key(name): name for name in MUNICIPALITIES}


def municipality_of_word(word: str) -> str | None:
    """The municipality a bare name stands for ("hvidovre", "koege", "aarhuskommune")."""
    return _BY_KEY.get(re.sub(r"-?kommune$", "", _key(word)))


def municipality_of_host(address: str) -> str | None:
    """The municipality in the host of an address; ``None`` unless exactly one part of it names one."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # a bracket out of place
        return None
    named = {name for part in host.split(".") if (name := municipality_of_word(part))}
    return named.pop() if len(named) == 1 else None
