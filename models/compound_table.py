"""What may and may not be a part of a Danish compound, where counting words does not tell.

The short parts are common nouns and adjectives of two and three letters; every other combination of
so few letters turns up inside simple words by chance.
"""

__all__ = ["ENDINGS_OR_WORDS", "NOT_HEADS", "NOT_TAILS", "SHORT_PARTS", "SIMPLE_WORDS", "WHOLE_WITH_S"]

SHORT_PARTS = frozenset(
    """
    by bi bo el is ko sø tv øl æg abe and arm bad bag ben bur bil blå bog bro bus båd bær dag dam del
    dyr dæk dør edb ejer fag fly fod fri får gas gul hal hav hud hus hul høj hår ild job jul kat kaj kor
    køb køn lag lam liv lov lys lån løn løv mad mel mor mur mål nat net nød ord ost ovn par pas pil pol
    ret råd rod rum rus ryg rør rød røg sag sal sko sky sne sol stå sti syn tag tal tid tog top træ tur
    tøj uge uld vej ven vin øje øre åre øst ånd år års
    """.split()  # noqa: SIM905
)

WHOLE_WITH_S = frozenset(
    """
    fælles krans langs midtvejs slags slips spids tværs
    """.split()  # noqa: SIM905
)
"""First parts whose -s is their own, though they would be words without it."""

NOT_HEADS = frozenset(
    """
    af an anti auto be beg bi bort de des dis efter en er et ex for fore fort fra frem ge gen gennem hen
    her hid hjem hoved igen imod ind inden inter ko kom kon mellem med mis mod ned non ny næst om op
    over per post pro præ på re sam sammen samt inde sel selv sub super tele til tilbage trans u ud uden
    und under ved vel vid vide videre
    """.split()  # noqa: SIM905
) - {"bi", "hoved", "ny", "hjem", "post", "super", "auto"}

NOT_TAILS = frozenset(
    """
    agtig artet bare bart dom else ende ending endelse eren fuld gang'er heden ikke ling lige lighed
    liggende ledes mæssig rende rette ring ringe rist løse skab somme ster stre tale tion vende vise
    ydende værdig ning nings isme ation itet ideel logisk logi age ale ente lede løshed rive ager arie
    isere visere gere nere tere sere pere
    """.split()  # noqa: SIM905
) - {"tale", "gang'er"}

ENDINGS_OR_WORDS = frozenset(("skab",))
"""Endings (``naboskab``) that are words, too (``nøgleskab``): the table of words has those that they end."""

SIMPLE_WORDS = frozenset(
    """
    bidrag bifald bilag billede bispe bistand bistå enhed formand forslag frivillig hundrede kontrakt
    korrekt kultur miljø parkere person personale pilgrim politik provokere skandale spørgsmål station
    transport universitet bidrage central centrum dagsorden deltage deltager fastholde fastsætte
    forelægge generation grundlægge halvårlig halvårslig konkret platform stadfæste tilrettelægge
    varetage virksom islam sportslig orden ordning område omsorg omgang oplysning omstændighed retning
    udvikling undervisning
    """.split()  # noqa: SIM905
)
"""Words that a split would only harm, though both halves are words."""
