"""What a question asks for, by the words it uses. Danish and English side by side; a table, first hit wins."""

import re
from enum import StrEnum

from qa.answer import Intent
from qa.closed_matters import LISTS_CLOSED
from qa.conflicts_of_interest import LISTS_CONFLICTS
from qa.members_proposals import LISTS_PROPOSALS
from qa.opinions import LISTS_OPINIONS
from qa.papers import LISTS_PAPERS
from qa.voted_on import LISTS_VOTES

__all__ = ["CHAIRED", "AnswerType", "answer_type_of", "intent_of", "is_english", "is_yes_no"]


class AnswerType(StrEnum):
    """The form the answer to a fact question must have, so that text without it can be told apart."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    SIZE = "size"
    AGE = "age"
    LENGTH = "length"
    DURATION = "duration"
    FREQUENCY = "frequency"
    DATE = "date"
    PERSON = "person"
    NAME = "name"
    FIRM = "firm"
    PLACE = "place"
    STREET = "street"
    YES_NO = "yes_no"
    ANY = "any"


CHAIRED = (
    r"(?:for (?:bordenden|bordets ende|enden af bordet)|formandsstolen|led(?:ede|te) mødet|styrede mødet)"
)
"""Everyday words for being in the chair."""

_DECIDED = (
    r"beslut\w*|vedt(?:og|age\w*)|godkend\w*|bevilge\w*|bevilling|afvis\w*|afslå\w*|forkast\w*|bestem\w*|afgj\w*|afgør\w*"
    r"|tiltr[aå]d\w*|uds[aæ]?t\w*|udskyd\w*|udskudt\w*|anbefal\w*|indstil\w*|efterretning|resultat\w* af sagen|udfald\w*|vedtag\w*"
    r"|oversend\w*|sendt videre|forbehold\w*|protokol\w*|stem(?:te|mer|t)\b|henvist|tilbagesend\w*|nedstemt\w*"
)
_DECIDED_EN = (
    r"decid\w*|decision\w*|approv\w*|adopt\w*|reject\w*|postpon\w*|vot(?:e|ed|es|ing)\b|outcome|resolved"
)
_CASES = r"(?:sager?|sagerne|punkter|dagsordenspunkter|beslutninger|forslag|cases|items|decisions|proposals)"

_OF_A_KIND = (
    r"(?:planer|bevillinger|dispensationer|ansøgninger|tilladelser|politikker|strategier|regulativer|projekter|aftaler|vedtægter"
    r"|garantier|høringer|udbud)"
)
"""What a kind of case is called in the plural: asked which of them there are, all are wanted."""
_SETTLED = (
    r"(?:vedtaget|godkendt|givet|bevilget|meddelt|afvist|afslået|forkastet|udsat|sendt|behandlet|besluttet|indgået|imødekommet"
    r"|fået|igangsat|opsagt)"
)

_OF_A_COURSE = r"(?:hvor (?:mange|meget|stor|høj|lav|lang|længe|ofte|gammel|dyr)|hvem|hvorfor|hvilke[nt]? (?!forløb|historik|vej)|hvad (?:koster|kostede|giver|gav))"
"""How a question begins for which "forløb" is a course that somebody takes, not what a case went through."""

_INTENTS: tuple[tuple[Intent, str], ...] = (
    (
        Intent.MEETING,
        r"\b(?:hvem|hvilke (?:medlemmer|politikere))\b.*\b(?:afbud|fraværende|til ?stede|deltog|mødte|manglede|udeblev|fremmødt\w*)\b"
    ),
    (
        Intent.MEETING,
        rf"^(?:hvem|hvilke[nt]? (?!{_CASES})\w+|who)\b.*\b(?:(?:kom|dukkede|var) (?:der )?ikke|blev væk|repræsenterede|represented)\b.*\b\w*(?:møde|mødet|meeting)\b",
    ),
    (
        Intent.MEETING,
        r"^(?:hvem|hvilke[nt]? (?:medlem|politiker)\w*|who)\b.*\b(?:var der ikke|var ikke (?:der|med)|(?:was|were)(?: not|n.t) there)\W*(?:$|(?:den|d\.|on) ?\d|(?:da|when)\b)",
    ),
    (Intent.MEETING, r"\b(?:afbud|fraværende|deltager(?:e|ne)|til ?stede)\b.*\bmøde(?:t|r)?\b"),
    (Intent.MEETING, rf"^(?:hvem|who)\b.*\b(?:(?:næst|vice)?formand\w*|borgmester\w*|chair\w*|mayor|{CHAIRED})\b"),
    (
        Intent.MEETING,
        r"^(?:hvem)\b.*\b(?:tog referat|var referent|var sekretær|førte referat)\b|^who\b.*\b(?:secretary|minutes)\b",
    ),
    (
        Intent.MEETING,
        r"^(?:på hvilken adresse|hvilken adresse|i hvilket lokale|hvad var klokken|hvad er klokken|hvad tid|at what time|what time)\b.*\b\w*(?:møde|mødet|mødte|mødtes|meeting|meet)\b",
    ),
    (Intent.MEETING, r"\bdeltagerliste\w*\b"),
    (
        Intent.MEETING,
        r"^(?:hvor|hvornår|where|when|hvad tid|hvilken dato|hvilket tidspunkt|klokken)\b.*"
        r"\b(?:holdt?e?|afholdt|holder|mødtes|foregik|fandt|startede|begyndte|sluttede|held|meet|met|var|blev)\b.*\b\w*(?:møde|mødet|meeting)\b",
    ),
    (
        Intent.MEETING,
        r"^(?:hvornår|hvad tid|hvad for en tid|hvilket tidspunkt|what time|when)\b (?:did )?(?:begyndte|startede|sluttede|gik|the)\b(?: \w+){0,6}? (?:\w*(?:udvalg|råd|bestyrelse)(?:et|en|s)?|committee|council)(?: (?:start|begin|finish|end))?\b(?: i gang)?\W*(?:$|(?:den|d\.|i|on|in)\b)",
    ),
    (Intent.MEETING, r"^(?:hvor|i hvilket lokale|på hvilken adresse) (?:sad|samledes|holdt|var) (?:\w+(?:-|,)? ){0,6}?\w*(?:udvalg|råd|bestyrelse)(?:et|en)?(?: til| henne| samlet)*\W*(?:$|(?:den|d\.|i|til|på|da) )"),
    (Intent.MEETING, r"^(?:hvor|hvornår|hvad tid(?: og hvor)?|hvor og hvornår|hvornår og hvor|where|when)\b (?:mødtes|did .* meet)\b"),
    (Intent.MEETING, r"^hvem (?:sad|sidder|var med) i\b.*\b\w*(?:udvalg|råd|bestyrelse)(?:et|en)?\b|^hvem\b.*\bmedlem(?:mer)? af\b.*\w+(?:udvalg|råd)\w*"),
    (Intent.MEETING, r"\b(?:hvad|hvilke punkter|what)\b.*\b(?:på dagsordenen|on the agenda)\b"),
    (Intent.LIST, LISTS_CLOSED),
    (Intent.LIST, LISTS_PROPOSALS),
    (Intent.LIST, LISTS_VOTES),
    (Intent.LIST, LISTS_OPINIONS),
    (Intent.LIST, LISTS_PAPERS),
    (
        Intent.LIST,
        rf"^hvilke (?:\w+ ){{0,2}}?\w*{_OF_A_KIND}\b (?:er|blev|har|fik|kom)\b.*\b{_SETTLED}\b",
    ),
    (Intent.LIST, r"^har \w.*\b(?:taget forbehold|stemt (?:i ?mod|nej)|ført (?:\w+ )?til protokol)\W*$"),
    (Intent.LIST, LISTS_CONFLICTS),
    (
        Intent.TIMELINE,
        r"\b(?:overblik over|gangen i|gennemgang af) (?:hele )?(?:sagen|sagsforløbet|forløbet)\b|\b(?:sagens|sagen[ms]?) (?:gang|forløb|historie)\b",
    ),
    (
        Intent.TIMELINE,
        r"\b(?:gennem (?:årene|tiden)|historik\w*|sagsforløb\w*|tidslinje\w*|hele forløbet|over tid|år for år"
        r"|history|timeline|over the years|over time)\b",
    ),
    (Intent.TIMELINE, rf"^(?!{_OF_A_COURSE}).*\bforløb(?:et)? (?:af|i|for|om|omkring) \w+"),
    (Intent.TIMELINE, r"\b(?:hvordan|hvor(?:når)?|hvilke udvalg|how|when)\b.*\bsag(?:en|erne)?\b.*\b(?:behandlet|forløbet|gået|bevæget|handled)\b"),
    (Intent.TIMELINE, r"^(?:hvordan|hvad)\b.*\bundervejs\b|\b(?:igennem|gennem) (?:udvalgene|systemet|alle led)\b|\bhvilket forløb\b|\bforløb(?:et)? har sagen\b"),
    (Intent.TIMELINE, r"^(?:hvad|what) (?:er der sket|has happened)\b.*\b(?:siden|since)\b"),
    (Intent.TIMELINE, r"^(?:hvad|hvilke beslutninger|hvordan)\b.*\b(?:tidligere|hidtil)\b.*\b(?:truffet|besluttet|behandlet|vedtaget)\b"),
    (Intent.TIMELINE, r"\b(?:hvornår|hvor mange gange|hvilke møder|how many times)\b.*\b(?:behandle(?:t|de)|drøfte(?:t|de)|på dagsordenen|discussed)\b"),
    (
        Intent.PRECEDENT,
        r"\b(?:lignende|tilsvarende|præcedens\w*|similar|precedents?|sammenlignelige)\b|\bhar (?:vi|der|man|udvalget|byrådet|kommunen)\b.*\b(?:før|tidligere)\b"
        r"|\bfortilfælde\b|\btidligere (?:sager|eksempler|tilfælde|givet|sagt|behandlet)\b|\bfindes der (?:\w+ )?(?:sager|eksempler|tilfælde)\b",
    ),
    (Intent.LIST, rf"\b(?:hvilke|hvad for|list|which|what)\b(?: \w+){{0,3}} {_CASES}\b"),
    (Intent.LIST, rf"^(?:vis|find|giv mig|nævn|oplist|list|show|alle)\b.*\b{_CASES}\b"),
    (Intent.LIST, r"^(?:hvad|what)\b.*\b(?:blev|er|was|were)\b (?:der )?(?:\w+ )?(?:afvist|udsat|forkastet|nedstemt|trukket|taget af dagsordenen|rejected|postponed)\b(?! (?:om|med)\b)"),
    (Intent.LIST, r"^(?:hvor|hvornår|hvad|i hvilke|hvilke)\b.*\b(?:har|tog|stemte|have|havde)\b.*\b(?:forbehold|stemt (?:i ?mod|nej)|stemte (?:i ?mod|nej)|til protokol\w*)\b(?! (?:om|for|til)\b)"),
    (Intent.FACT, r"^(?:hvor (?:mange|meget|stor\w*|høj\w*|lav\w*|lang\w*|længe|ofte|gammel|dyrt?)|hvad (?:koster|kostede|er prisen))\b"),
    (Intent.FACT, r"^(?:hvad .*\bkoste\b|hvem (?:bestemmer|afgør|beslutter|træffer|skal)\b|hvem\b.*\b(?:kompetence\w*|træffe|afgøre|bestemme)\b|who decides\b)"),
    (Intent.FACT, r"^(?:at|in|on|by|for|from|to|with) (?:what|which)\b|^(?:i|på|til|fra|med|af|under|for|hos|ved|inden|efter|over|om|gennem|mellem|blandt|siden|ad|mod|hen over) (?:hvilke[nt]?|hvad|hvem|hvor)\b"),
    (Intent.FACT, r"^(?:how (?:many|much|long|often|large|big|high|old)|what does .* cost)\b"),
    (Intent.DECISION, rf"\b(?:{_DECIDED})\b"),
    (Intent.DECISION, rf"\b(?:{_DECIDED_EN})\b"),
    (
        Intent.DECISION,
        r"^hvad (?:skete|sker|skal der (?:nu )?ske|bad|ønskede|pålagde|sagde|mente|mener|siger|blev (?:der )?(?:resultat\w*|udfald\w*|sva\w+|af|til\b)|blev det til|endte|gjorde|kom der ud|valgte|ville|er der sket)\b"
        r"|^hvad blev (?!.*\b(?:hæve|sænke|(?:ned|fast|op)?sa|ændre|øge|forhøje|justere|reducere|opgjor|beregne|vurdere|udvide|brug|solg)t til)(?:[\w-]+ ){1,4}til\W*$|^hvor(?:dan)? (?:endte|gik|er det gået|gik det)\b|\b(?:endte det|gik det)\b"
        r"|\bresultat\w*\b|\borientere(?:de|t)\b|^(?:what happened|what did)\b|\bsagt? (?:ja|nej)\b|\bafgørelse\w*\b",
    ),
    (Intent.FACT, r"^(?:hvornår|hvem|hvor|hvilke[nt]?|hvad|hvorfor|hvordan|hvis|when|who|where|which|what|why|how)\b"),
)  # fmt: skip
_COMPILED = [(intent, re.compile(pattern)) for intent, pattern in _INTENTS]

_SUMS = r"\w*(?:bøden?|erstatning(?:en)?|tilskud(?:det)?|udgift(?:en|er)?|husleje(?:n)?|leje(?:n)?|gebyr(?:et)?|gæld(?:en)?|overskud(?:det)?|underskud(?:det)?|bevilling(?:en)?|besparelse(?:n)?)"
_QUANTITY = (
    r"(?:\w*(?:fravær|procent|areal|kapacitet|gennemsnit|forbrug|normering|temperatur|ledighed|valgdeltagelse)"
    r"|gennemsnitskarakter|(?:års|fartgrænse)?hastighed|(?:fart|hastigheds)grænse|(?:bygnings|facade|gennemsnits)?højde|andel|størrelse|længde|bredde|dybde"
    r"|saldo|rente)(?:e?t|e?n)?|(?:elev|børne|medlems|besøgs|indbygger|befolknings|beboer|bruger|passager|deltager|fraværs)tal(?:let)?"
)
"""What is told by a number, so that "hvad er" asks for one."""
_FIRM = (
    r"(?:\w*(?:firma|firmaer|virksomhed|virksomheder|entreprenør|arkitekt\w*|leverandør|leverandører|rådgiver|selskab|bygherre|operatør|konsulent\w*|revisor)"
    r"|contractor|company|firm|supplier|architects?|consultants?)"
)
_YES_NO = re.compile(
    r"^(?:er|var|blev|bliver|har|havde|skal|skulle|kan|kunne|må|måtte|vil|ville|fik|får|findes|kommer|kom|sagde|gav|stemte"
    r"|vedtog|godkendte|afviste|besluttede|is|are|was|were|did|does|do|has|have|will|can|should)\b"
)
_ANSWER_TYPES: tuple[tuple[AnswerType, str], ...] = (
    (AnswerType.PERCENT, r"\b(?:hvor mange procent|hvor stor (?:en )?(?:del|andel)|hvilken procent\w*|procentdel|what percentage)\b"),
    (
        AnswerType.MONEY,
        r"\b(?:hvor mange (?:penge|kroner|\w*midler|mio|millioner)|hvor meget (?:koster|kostede|er der (?:afsat|bevilget)|blev der (?:afsat|bevilget)"
        r"|får|fik|sparer|skal .* betale)|hvad (?:koster|kostede|tjener|betaler|betalte)|hvad .*\b(?:koste|betale|beløbe sig til|beløber .* sig til|(?:løber|løb|løbe) .*op i)\b|(?:hvilken|hvad (?:er|var|bliver|blev)) (?:\w+ ){0,2}(?:pris|løn|budget|takst)\w*"
        r"|hvad (?:gav|giver) (?!.{0,60}\b(?:grund|begrundelse|tilladelse|dispensation|afslag)\b)(?:[\w-]+ ){1,2}for (?:de[nt]?|en|et)|how much (?:money|funding|did|does|was|(?:\w+ ){1,2}(?:funding|money|support))|what (?:does|did|will) .* cost)\b",
    ),
    (AnswerType.MONEY, rf"\b(?:hvor (?:stor|stort|store|høj|højt|høje|lav)|hvad (?:er|var|bliver|blev)|hvilke[nt]?)\b.{{0,30}}?\b{_SUMS}\b"),
    (AnswerType.DURATION, r"\b(?:hvor længe|hvor lange? (?:\w+ ){0,2}\w*(?:tid|tiden|frist|fristen|periode|perioden|varighed|varigheden|ferie|ferien)|how long)\b"),
    (AnswerType.AGE, r"\b(?:hvor gam(?:mel|melt|le)|hvilken alder|how old|what age)\b"),
    (AnswerType.LENGTH, r"\bhvor høj[te]?\b.*\b\w*(?:byg|bebyg|hus|tårn|mast|mølle|hegn|mur|skorsten|terrasse|elevator)\w*|\bhow (?:tall|high)\b.*\b\w*(?:buil|house|tower|mast|turbine|fence|wall)\w*"),
    (AnswerType.LENGTH, r"\b(?:hvor (?:langt?|lange|bredt?|dybt?)(?! (?:er|var|kom) .{0,60}\b(?:nået|kommet|fra (?:målet|at)|med)\b)|how (?:far|wide|deep))\b"),
    (AnswerType.FREQUENCY, r"\b(?:hvor (?:ofte|tit|hyppigt)|hvor mange gange|how (?:often|many times))\b"),
    (AnswerType.NUMBER, r"\b(?:hvor mange|how many)\b"),
    (AnswerType.SIZE, r"\b(?:hvor (?:meget|stort?|store|høj\w*|lav\w*|dyrt?|tungt?|tunge|varmt|koldt|hurtigt|stærkt)|hvilket tal|hvad vej(?:er|ede)|how (?:much|large|big|high|expensive))\b"),
    (AnswerType.SIZE, rf"^(?:hvad (?:er|var|bliver|blev)|hvilke[nt]?) (?:\w+ ){{0,2}}?(?:{_QUANTITY})\b"),
    (AnswerType.DATE, r"\b(?:hvornår|hvilken dato|hvilket år|hvilken dag|when|what date|which year)\b"),
    (AnswerType.FIRM, rf"\b(?:hvilke[nt]?|which|what) (?:\w+ )?{_FIRM}\b"),
    (AnswerType.STREET, r"\b(?:hvilke[nt]? (?:vej|gade|adresse)|hvad er adressen|(?:which|what) (?:street|road|address))\b"),
    (AnswerType.NAME, r"^hvad (?:hedder|hed|heder|kaldes|kaldte)\b|^(?:hvem er|hvem var|who is|who was)\b"),
    (AnswerType.PERSON, r"^(?:hvem|who)\b"),
    (AnswerType.PLACE, r"^(?:hvor|where)\b(?! (?:mange|meget|stor|høj|lav|lang|længe|ofte))"),
)  # fmt: skip
_COMPILED_TYPES = [(kind, re.compile(pattern)) for kind, pattern in _ANSWER_TYPES]
_ASKS_IN_ENGLISH = re.compile(
    r"^\W*(?:what|who|whom|whose|when|where|why|how|which|did|does|were|has|can you|tell|show)\b"
)
"""No Danish question begins so."""
_ENGLISH = re.compile(
    r"\b(?:the|what|was|were|did|does|how|which|who|when|where|about|is|are|of|many|much|decided|committee)\b"
)
_DANISH = re.compile(
    r"[æøå]|\b(?:hvad|hvem|hvor|hvornår|hvilke[nt]?|blev|er|der|om|og|det|den|til|ikke|af|har|skal|på|med|for)\b"
)


def intent_of(question: str, *, but: Intent | None = None) -> Intent:
    """The intent of a question; a bare topic ("Værket") asks for its decision.

    ``but`` is one that it turned out not to have, for all its words.
    """
    words = question.strip().lower()
    found = (intent for intent, pattern in _COMPILED if intent is not but and pattern.search(words))
    return next(found, Intent.DECISION)


def answer_type_of(question: str) -> AnswerType:
    """The form of answer the question word asks for."""
    words = question.strip().lower()
    if is_yes_no(words):
        return AnswerType.YES_NO
    return next((kind for kind, pattern in _COMPILED_TYPES if pattern.search(words)), AnswerType.ANY)


def is_yes_no(question: str) -> bool:
    """Whether the question begins with its verb, so that it could be answered yes or no."""
    return bool(_YES_NO.match(question.strip().lower()))


def is_english(question: str) -> bool:
    """Whether the question is English, so that the template words of the answer are too."""
    words = question.lower()
    if _ASKS_IN_ENGLISH.match(words):
        return True
    return len(_ENGLISH.findall(words)) > len(_DANISH.findall(words))
