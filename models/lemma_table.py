"""Forms for which simplemma's Danish table gives another word than minutes mean by them.

The table knows one lemma per form. Where a form belongs to two words it often names the rarer one
(``priser`` → ``prise``, ``dyr`` → ``dy``), and a search for "pris" would miss the prices. One row per
lemma, its forms after the colon; found by going through the forms of real minutes, of the Danish UD
treebank and of some 250 words that minutes are full of.
"""

__all__ = ["OVERRIDES"]

ROWS = """
    analyse: analyser
    annonce: annoncer
    ansat: ansat ansatte ansattes
    ansøger: ansøger
    barn: børne barne
    ballet: ballet balletten
    binde: bundet
    borger: borger
    bred: bredt brede
    budget: budgetter budgetters
    center: center centret centrets centre centrene centres centrenes
    cykel: cyklen cyklens cykler cyklerne cyklernes
    del: dele
    dyr: dyr
    dække: dækket
    dør: dør
    død: død
    egen: egne
    eksempel: eksemplet eksemplets
    fjern: fjernt
    flad: flade
    fransk: franske
    fri: frit
    god: godt gode godes
    grøn: grønt
    hal: hallen hallens haller hallerne hallernes
    handicap: handicap handicappet handicappets
    hel: helt hele
    hovedstadsregion: hovedstadsregionens
    hånd: hænder
    klage: klagerne klagernes
    klippe: klipperne
    kop: kopper
    kort: korte
    koste: koste
    kristen: kristne
    kursus: kurser kurserne kursernes
    køre: kører
    lade: lod lad
    leder: leder lederne ledernes
    lund: lunden lundens
    løn: lønninger lønningerne
    løs: løs
    mange: mangt
    mangel: manglen manglens
    medfør: medfør
    mine: miner
    mor: mors
    omgivelse: omgivelser omgivelserne
    plet: pletter
    plus: plus
    pris: priser priserne prisernes
    producere: producere
    rede: rede
    rigtig: rigtigt
    rude: ruderne
    sidst: sidste
    skab: skabe
    skabe: skabes
    skat: skat skatten skattens skatter skatterne skatters
    skipper: skipper
    skæv: skævt
    sparer: sparers
    spare: sparer
    starte: starter
    stemme: stemmer stemmerne stemmernes
    stop: stop
    stram: stram
    styre: styret
    svar: svaret svarets
    svær: svært
    syg: syge syges sygt
    tage: tog
    tale: talte
    tavs: tavse
    time: timerne timers timernes
    toilet: toilettet toilettets toiletter toiletterne toiletters
    transportere: transportere
    træner: træner
    tør: tørre
    tømmer: tømmer
    tyve: tyve
    udseende: udseende
    ung: unges
    velfærdsteknologisk: velfærdsteknologisk velfærdsteknologiske
    vinde: vinde
    vred: vrede
    ældre: ældre ældres
"""

OVERRIDES: dict[str, str] = {
    form: lemma.strip()
    for lemma, _, forms in (row.partition(":") for row in ROWS.strip().splitlines())
    for form in forms.split()
}
"""Lower-case form → lemma."""
