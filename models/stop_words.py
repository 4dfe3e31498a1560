"""Words that carry no subject of their own: neither indexed nor searched.

spaCy's Danish list (handpicked by Jens Dahl Møllerhøj, MIT) less the words that change what a decision
says (``ikke``, ``uden``, ``ny``, ``mindre`` …), and with the small change of minutes added.
"""

__all__ = ["stop_words"]

TELLING = frozenset(
    """
    aldrig alene begge eneste flere flest fleste før først gjorde gjort god hel ikke imod ingen intet
    kommer lav lave lavet længere lidt mange mere mest mindre mindst ned ny nyt næste op selv senere
    tidligere tilbage ud uden udover undtagen under være nær
    """.split()  # noqa: SIM905
)

OF_MINUTES = frozenset(
    """
    bl bl.a. blot ca ca. d d. dog dvs dvs. etc etc. evt evt. f.eks. fx hhv hhv. hos idet ift ifm inkl
    inkl. jf jf. kl. m.fl. m.m. m.v. mhp mht mv mv. nr nr. pct pct. pga pga. pkt pkt. pr pr. samt
    sidste stk stk. vedr vedr. vedrørende være bliver blevet hvilket hvor hvordan hvorledes når herunder
    herved hertil derudover desuden endvidere ifølge imidlertid nogen ligeledes tillige den det de vores
    jeres hvornår hvem hvad hvilke hvilken findes havde haft har været
    """.split()  # noqa: SIM905
)


def stop_words() -> frozenset[str]:
    """Lower-case forms. Imports spaCy."""
    from spacy.lang.da.stop_words import STOP_WORDS

    return (frozenset(STOP_WORDS) - TELLING) | OF_MINUTES
