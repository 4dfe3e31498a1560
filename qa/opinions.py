"""Whether a question is for what somebody thinks who does not decide: an advisory council, a board, neighbours,
the administration ("Hvad mener Ældrerådet om plejecentret?"). What was decided does not answer it.
"""

import re

__all__ = ["LISTS_OPINIONS", "asks_which_cases", "is_of_opinions", "speaker_in"]

_SPEAKER = (
    r"(?P<who>(?!byråd|kommunalbestyrelse)"
    r"(?:[\w-]*(?:råd(?:et)?|bestyrelsen?|foreninge?n?(?:e?rne)?|forening(?:er)?|laug(?:et)?|klub(?:ben)?|organisation(?:en|er|erne)?|selskab(?:et)?"
    r"|styrelsen|direktorat(?:et)?|ministeri(?:et|um)|nævn(?:et)?|museet|museum"
    r"|forvaltning(?:en)?|administration(?:en)?|direktion(?:en)?|afdeling(?:en)?|direktør(?:en)?|chef(?:en)?)"
    r"|(?:hoved-?|område-?|lokal-?)?med-?(?:udvalg(?:et|ene)?|systemet)"
    r"|naboer(?:ne)?|genboer(?:ne)?|\w*(?:beboer|borger|bruger|elev|lodsejer|medarbejder|husejer)(?:e|ne|erne)|\w*forældre(?:ne)?|pårørende"
    r"|personalet|høringsparterne|politiet|regionen|rådgiver(?:en)?))"
)
_BEFORE = r"(?:(?:egentlig|så|nu|den|det|de) )*(?:[\w-]+(?:e|(?<!e)t) )?"
_SAYS = (
    r"(?:mener|mente|siger|sagde|syne?s|syntes|udtaler|udtalte|vurderer|vurderede|svarer|svarede|skriver|skrev|anfører|anførte"
    r"|bemærker|bemærkede|påpeger|påpegede|foreslår|foreslog|ønsker|ønskede|tænker|tænkte)"
)
_SAID = r"(?:sagt|ment|udtalt|svaret|skrevet|anført|bemærket|påpeget|foreslået|ønsket|vurderet)"
_OPINION = r"(?:holdning|mening|udtalelse|høringssvar|bemærkning|kommentar|vurdering|svar|synspunkt|indvending|indsigelse)(?:et|en|er|erne)?"
LISTS_OPINIONS = (
    r"^(?:i |om |til )?(?:hvilke|vis|find|nævn)\b.*?\b(?:sager|punkter|dagsordenspunkter|forslag)"
    rf"(?=.*\b(?:{_OPINION}|udtal\w+|komment\w+|svaret|hørt)\b)"
    rf" (?:har|havde|udtal\w+|komment\w+|afgav|afgiver|gav|giver) {_BEFORE}{_SPEAKER}\b"
)
"""A question, in small letters, for a list of cases that somebody has said something about."""
_ASKS = tuple(
    re.compile(pattern.format(who=_BEFORE + _SPEAKER))
    for pattern in (
        rf"^hvad {_SAYS} {{who}}\b",
        rf"^hvad (?:har|havde) {{who}} (?:\w+ ){{{{0,2}}}}?{_SAID}\b",
        rf"^(?:hvad|hvordan) (?:er|var|lyder|lød)\b.{{{{0,30}}}}?{{who}}s? (?:\w+ )?{_OPINION}\b",
        rf"^(?:hvad|hvordan)\b.*\b{_OPINION} (?:fra|hos) {{who}}\b",
        r"^(?:hvordan|hvor) (?:forholder|forholdt|stiller|stillede) {who} sig\b",
        r"^(?:er|var) {who} (?:u?enig[et]?|imod|for|positive?|glade?|tilfredse?|utilfredse?|bekymrede?t?|med på)\b",
        r"^hvorfor (?:er|var) {who} (?:imod|utilfredse?|bekymrede?t?|uenige?|kritiske?|skeptiske?)\b",
    )
)
_LISTS = re.compile(LISTS_OPINIONS)
_OPINION_WORDS = frozenset(
    """
    holdning mening udtale udtalt udtalelse afgivet givet sendt kommenteret høringssvar bemærkning kommentar kommentere vurdering vurdere svar svare
    synspunkt mene sige synes skrive anføre bemærke påpege foreslå ønske høre høring afgive give
    """.split()  # noqa: SIM905
)


def speaker_in(question: str) -> tuple[int, int] | None:
    """Where a question names whose opinion it asks for; ``None`` where it asks for nobody's."""
    said = question.strip().lower()
    found = next((match for asks in _ASKS if (match := asks.search(said))), None) or _LISTS.search(said)
    if found is None:
        return None
    shift = len(question) - len(question.lstrip())
    return found.start("who") + shift, found.end("who") + shift


def is_of_opinions(lemma: str) -> bool:
    """Whether a word of such a question says that it is about opinions, not on what."""
    return lemma in _OPINION_WORDS


def asks_which_cases(question: str) -> bool:
    """Whether a question wants the cases that somebody has said something about."""
    return _LISTS.search(question.strip().lower()) is not None
