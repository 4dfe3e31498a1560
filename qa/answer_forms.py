"""Whether a text holds anything of the form a question asks for: a number, a sum, a date, somebody.

What the question itself says does not count ("Hvem ejer Havnegrillen?" is not answered by "Havnegrillen"),
nor does a number that only labels something ("Bilag 2", "lokalplan 1221").
"""

import re
from collections.abc import Iterator

from models.mentions import Mention, MentionKind, find_mentions
from models.months import MONTH_NAMES
from qa.intents import AnswerType
from qa.measures import measure_of

__all__ = ["has_answer_type", "numbers"]

_NUMBER_WORD = re.compile(
    r"\b(?:nul|ét|én|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve"
    r"|tredive|fyrre|halvtreds|tres|hundrede|tusind|halvdelen|halv|tredjedel|fjerdedel|flertal|ingen|samtlige|begge|million\w*)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\b(?:bilag|nr|nummer|no|punkt|pkt|side|s|afsnit|kapitel|uge|tabel|figur|\w*lokalplan\w*|\w*tillæg|etape|fase"
    r"|trin|version|skema|stk|matr\w*|postnr|tlf|telefon|afd|afdeling|direktiv|lov|kl)\.?|§)\s*$",
    re.IGNORECASE,
)
"""Words after which a number is a name."""
_OF_A_YEAR = re.compile(
    r"\b(?:\w*budget(?:tet)?|\w*regnskab(?:et)?|finanslov(?:en)?|overenskomst(?:en)?|ok|\w*aftale(?:n)?|\w*strategi(?:en)?|\w*plan(?:en)?"
    r"|politik(?:ken)?|\w*rapport(?:en)?|\w*opgørelse(?:n)?|\w*barometer|vision)(?: for| fra)?[ -]$",
    re.IGNORECASE,
)
"""What a year behind it is the name of: that tells of no day."""
_NAME = r"[A-ZÆØÅ][\wæøåé\-]+ (?:[A-ZÆØÅ]\.? )?[A-ZÆØÅ][\wæøåé\-]+|\b\w+ (?:A/S|ApS|P/S|I/S|K/S|amba)\b"
_BODY = re.compile(
    r"\b(?:\w*(?:udvalget|byrådet|forvaltningen|kommunalbestyrelsen|styrelsen|nævnet|foreningen|ministeriet|regionen|magistraten))\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:bestem\w+|afgør\w*|beslut\w+|træf\w+|godkend\w+|skal|står for|ansvar\w*|udarbejd\w+|indstill\w+|behandl\w+|betal\w+|finansier\w+|decid\w+)\b"
)
"""What bodies do: minutes name them on every page, and only of this is one the answer."""
_UNITS = r"(?:\d|\b(?:én|et|to|tre|fire|fem|seks|syv|otte|ni|ti))[- ]?"
_FORMS: dict[AnswerType, re.Pattern[str]] = {
    AnswerType.NAME: re.compile(rf"{_NAME}|(?<=\w )[»\"”][^«\"”]+|(?<=\w )\*?[A-ZÆØÅ][\wæøåé\-]+"),
    AnswerType.FIRM: re.compile(
        r"\b[\wæøåÆØÅ&.\-]+ (?:A/S|ApS|P/S|I/S|K/S|[Aa]\.?m\.?b\.?[Aa]\.?)(?!\w)"
        r"|\b\w*(?:firma|virksomhed|entreprenør|arkitekt|rådgiver|leverandør|selskab|konsulent|bygherre)\w* (?:er )?[A-ZÆØÅ][\wæøåé\-]+"
    ),
    AnswerType.PERSON: re.compile(rf"{_NAME}|\([A-ZÆØÅ]\)|\b\w*(?:chef|direktør|leder)\w*|(?<=\w )[A-ZÆØÅ][\wæøåé\-]+"),
    AnswerType.AGE: re.compile(
        r"\b\d{1,3}[- ]?årig\w*|(?<!\bi )(?<!næste )(?<!seneste )(?<!over )(?<!om )(?<!hver )\b\d{1,3}\.? år\b(?!s)|\bfødt\b|\balder\w* \w+ \d"
        r"|\bfra (?:1[5-9])\d\d\b|\b(?:opført|bygget|etableret|anlagt|indviet|stiftet|grundlagt|rejst) (?:i )?(?:1[5-9]|20)\d\d\b",
        re.IGNORECASE,
    ),
    AnswerType.DURATION: re.compile(
        rf"{_UNITS}(?:år|måned|uge|dag|døgn|time|minut)|\bfra (?:den )?\d.{{2,40}}?\btil (?:og med )?(?:den )?\d",
        re.IGNORECASE,
    ),
    AnswerType.LENGTH: re.compile(rf"{_UNITS}(?:km|kilometer|m|meter|cm|mm|etager?)\b", re.IGNORECASE),
    AnswerType.FREQUENCY: re.compile(
        r"\bhver(?:t|anden|andet)?\b|\b(?:år|halvår|kvartal|måned|uge|dag)(?:s|lig(?:t|e)?|vis)\b|\b(?:gang|gange|møder)\b|\bløbende\b",
        re.IGNORECASE,
    ),
    AnswerType.DATE: re.compile(
        rf"\b(?:uge \d{{1,2}}|\d\. (?:kvartal|halvår)|(?:primo|medio|ultimo|til|i) (?:{'|'.join(MONTH_NAMES)})"
        r"|forår\w*|efterår\w*|sommer\w*|vinter\w*|årsskifte\w*|\w+dag den)\b",
        re.IGNORECASE,
    ),
    AnswerType.STREET: re.compile(
        r"\b[A-ZÆØÅ][\wæøåé\-]*(?:vej|vejen|gade|gaden|allé|alle|alléen|plads|pladsen|torv|torvet|stræde|vænge|vænget|sti|stien|kaj|kajen|brink|have|haven|park|parken|bakken|centret)\b"
        r"|\b[A-ZÆØÅ][\wæøåé\-]* (?:Vej|Gade|Allé|Plads|Torv|Stræde|Vænge|Sti|Kaj|Have|Park)\b|(?<=\w )[A-ZÆØÅ][\wæøåé\-]+ \d{1,3}[A-H]?\b"
    ),
    AnswerType.PERCENT: re.compile(r"\b(?:\w*(?:procent|andel)|\w{3,}grad)(?:en)? (?:\w+ ){1,3}\d", re.IGNORECASE),
    AnswerType.NUMBER: _NUMBER_WORD,
    AnswerType.SIZE: _NUMBER_WORD,
}  # fmt: skip
_MENTIONS: dict[AnswerType, frozenset[MentionKind]] = {
    AnswerType.NUMBER: frozenset((MentionKind.COUNT, MentionKind.PERCENT)),
    AnswerType.SIZE: frozenset((MentionKind.COUNT, MentionKind.PERCENT, MentionKind.MONEY)),
    AnswerType.MONEY: frozenset((MentionKind.MONEY,)),
    AnswerType.PERCENT: frozenset((MentionKind.PERCENT,)),
    AnswerType.DATE: frozenset(
        (MentionKind.DATE, MentionKind.DAY, MentionKind.MONTH, MentionKind.YEAR, MentionKind.TIME)
    ),
}
_ROLE = re.compile(
    r"(leder|chef|direktør|formand|borgmester|koordinator|sekretær|læge|inspektør|rektor|tovholder|ordfører)"
)
_HEAD = r"(?:leder|chef)"
"""A pattern of two words for one and the same: the head of something."""
_PROPER = r"[»\"”*]+[^»«\"”*]{2,60}|[A-ZÆØÅ][\wæøåé&.\-]+(?: [A-ZÆØÅ][\wæøåé&.\-]+)*"
_HUMAN = re.compile(r"\b[A-ZÆØÅ][a-zæøåéü\-]+(?: [A-ZÆØÅ]\.?)?(?: [A-ZÆØÅ][a-zæøåéü\-]+)+")
_CALLED = re.compile(
    r"^[Hh]vad (?:hedder|hed|heder|kaldes) (?:(?:det|den|de|to|tre) )?(?:[a-zæøå]+[et] )*?(?P<noun>[a-zæøå-]{4,})"
    r"(?=[?.!]?$|, | (?:der|som|på|i|til|for|fra|med|af|om|ved|bag|hos)\b)"
)
_DEFINITE = re.compile(r"(?:erne|ene|ne|en|et|n|t)$")
_PER: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"i timen|(?:pr\.?|per) time|time(?:pris|løn|takst)\w*|an? hour|per hour|hourly",
        r"om dagen|(?:pr\.?|per) (?:dag|døgn)|daglig\w*|(?:døgn|dag)(?:pris|takst)\w*|a day|per day|daily",
        r"om ugen|(?:pr\.?|per) uge|ugentlig\w*|a week|per week|weekly",
        r"om måneden|(?:pr\.?|per) måned|månedlig\w*|måneds(?:pris|løn|leje)\w*|a month|per month|monthly",
        r"om året|(?:pr\.?|per) år|årlig\w*|års(?:pris|løn|leje)\w*|a year|per year|yearly|annual\w*",
    )
)
"""The times that a price is for. A yearly price does not answer what something costs a month."""
_PRICED = re.compile(
    r"\b(?:kost(?:er|ede|e)|\w*pris(?:en)?|\w*takst(?:en)?|\w*gebyret?|\w*lejen?|costs?|price|fee|rent)\b",
    re.IGNORECASE,
)
_CHANGING = re.compile(
    r"stig|steg|hæv|forhøj|øge|fald|sænk|nedsæt|sæt\w* ned|sat ned|\bop\b|ændr|dyrere|billigere|mer(?:e|pris|udgift)|ekstra"
    r"|spar|forskel|rais|increas|ris(?:e|en|ing)\b|fall|drop|reduc|lower|higher|chang|extra|more",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    r"\b(?:ste(?:g|get)|stiger?|stigning|(?:for)?hæv\w*|forhøj\w*|øge[st]?|øget|sæt\w* op|sat op|fald\w*|sænk\w*|nedsæt\w*|nedsat"
    r"|sæt\w* ned|sat ned|reducer\w*)\b[^;]{0,80}\bmed (?:ca\. |omkring |yderligere |kun )?$",
    re.IGNORECASE,
)
"""What a price went up or down by is not the price."""
_FREE = (AnswerType.ANY, AnswerType.YES_NO, AnswerType.PLACE)


def has_answer_type(text: str, wanted: AnswerType, question: str) -> bool:
    """Whether a text holds anything of the form asked for that the question does not say itself."""
    if wanted in _FREE:
        return True
    said = question.lower()
    if measure := measure_of(question):
        return any(not _is_said(told[0], said) for told in measure.finditer(text))
    if wanted is AnswerType.MONEY and _is_for_another_time(text, question):
        return False
    if wanted is AnswerType.NAME and (called := _called(question)):
        return any(not _is_said(name, said) for name in _names_of(text, called))
    if wanted is AnswerType.PERSON and _ACTS.search(said) and _BODY.search(text):
        return True
    if wanted in _FORMS and any(not _is_said(match[0], said) for match in _FORMS[wanted].finditer(text)):
        return True
    kinds = _MENTIONS.get(wanted, frozenset())
    is_level = wanted is AnswerType.MONEY and _PRICED.search(question) and not _CHANGING.search(question)
    return any(
        mention.kind in kinds
        and not _is_said(text[mention.start : mention.end], said)
        and not (mention.kind is MentionKind.YEAR and _OF_A_YEAR.search(text[: mention.start]))
        and not (is_level and _CHANGED_BY.search(text[max(0, mention.start - 120) : mention.start]))
        for mention in _telling(text)
    )


def _is_for_another_time(text: str, question: str) -> bool:
    """Whether a question asks the price for a time, and a text tells it for other times alone."""
    asked = [per.search(question) is not None for per in _PER]
    told = [per.search(text) is not None for per in _PER]
    return any(asked) and any(told) and not any(map(min, asked, told))


def _called(question: str) -> str | None:
    """The stem of what a question asks the name of: "Hvad hedder projektet om …", "Hvem er leder af …"."""
    asked = _CALLED.match(question)
    if asked:
        return _DEFINITE.sub("", asked["noun"])
    role = _ROLE.search(question.lower())
    return role[1] if role else None


def _names_of(text: str, called: str) -> Iterator[str]:
    """The names that a text gives to what a word means: "projektet »Ny vej«", "Ida Holm, leder af"."""
    name = _HUMAN.pattern if _ROLE.search(called) else _PROPER
    word = rf"\b\w*(?i:{_HEAD if re.fullmatch(_HEAD, called) else re.escape(called)})\w*"
    for pattern in (
        rf"{word}[:,]? (?:(?:er|hedder|hed|kaldet|ved navn) )?(?P<name>{name})",
        rf"{word}(?: \w+){{1,5}}? (?:er|var|bliver|blev|hedder|hed|kaldes|får navnet|fik navnet) (?P<name>{name})",
        rf"(?P<name>{name})(?: \([^)]{{1,20}}\))?,? (?:[a-zæøå]+ ){{0,4}}{word}",
    ):
        for match in re.finditer(pattern, text):
            if match.start("name") or not match["name"].isalpha():  # the first word of a sentence is no name
                yield match["name"]


def _is_said(form: str, question: str) -> bool:
    """Whether a question, in small letters, has a form as whole words or numbers."""
    bare = re.escape(form.strip(" .,:;*").lower())
    return re.search(rf"(?<![\w.,/-]){bare}(?![\w/-]|[.,]\d)", question) is not None


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every number or share in a text that counts something."""
    for mention in _telling(text):
        if mention.kind in (MentionKind.COUNT, MentionKind.PERCENT):
            yield mention.start, mention.end
    for match in _NUMBER_WORD.finditer(text):
        yield match.span()


def _telling(text: str) -> Iterator[Mention]:
    """The mentions of a text but for numbers that only label something."""
    for mention in find_mentions(text):
        if mention.kind is not MentionKind.COUNT or not _LABEL.search(text[: mention.start]):
            yield mention
