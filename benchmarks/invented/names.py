"""Names that occur nowhere else: municipalities, villages, streets, people, institutions.

They are put together from parts, so that no place is one of the sample minutes or of a real municipality's
questions; committees and parties have their ordinary names, since those are what minutes share.
"""

__all__ = [
    "COMMITTEES",
    "FIRST_NAMES",
    "MUNICIPALITIES",
    "PARTIES",
    "SURNAMES",
    "VILLAGE_BEGINNINGS",
    "VILLAGE_ENDINGS",
    "WAY_BEGINNINGS",
    "WAY_ENDINGS",
]

MUNICIPALITIES = (
    "Almevig Birkestrand Dybstrup Egelund Fjordlev Granhøj Havnsbæk Isager Jernløse Klintemark Lyngstrup "
    "Mosevad Nordlund Ormholt Pileby Rønnevig Sandkær Tornmark Ulvshede Vesterklint Ydernæs Ålerup Østermose "
    "Ravnkilde Skarnsø"
).split()
"""A test holds them against the samples."""

VILLAGE_BEGINNINGS = (
    "Bregne Dams Elle Flade Gejl Hassel Krage Lerke Mejl Nørre Over Palle Rugs Sønder Tude Under Vads "
    "Hyld Kors Mag Sten Tjørne Vibe Ting Gam Hvid"
).split()
VILLAGE_ENDINGS = (
    "balle bjerre borre drup flod gård holme inge klit lille næs rode skov sned tofte tved um vang"
).split()
WAY_BEGINNINGS = (
    "Bakke Degne Enghave Fabriks Gartner Højskole Industri Jernbane Kirke Lærke Mark Mølle Nygårds Park "
    "Plantage Præstø Ring Skole Smede Stadion Teglværks Tinghus Vandværks Vænge Åhave Østre"
).split()
WAY_ENDINGS = ("vej", "gade", "allé", "stræde", "parken", "bakken", "skellet")

FIRST_NAMES = (
    "Anne Bent Carsten Dagny Erik Frida Gert Helle Ivan Jytte Kaj Lene Morten Nanna Ole Pia Rasmus Sigrid "
    "Tage Ulla Viggo Yrsa Asbjørn Bodil Dorte Flemming Gudrun Holger Ingrid Jeppe"
).split()
SURNAMES = (
    "Abildtrup Bækgaard Dalsgård Engelbæk Fuglsang Gadegaard Hedelund Juulsen Klitmøller Lauge Munkholm "
    "Nymark Overby Ploug Rosendal Skytte Thorup Vestermark Winding Østerby Kjelstrup Brandborg Halkjær Tolstrup"
).split()
PARTIES = ("A", "V", "C", "F", "Ø", "B", "O", "I")

COMMITTEES: dict[int, dict[str, tuple[str, ...]]] = {
    2010: {
        "plan": ("Plan- og Miljøudvalget", "Teknisk Udvalg"),
        "school": ("Børne- og Undervisningsudvalget", "Skoleudvalget"),
        "care": ("Ældre- og Handicapudvalget", "Sundheds- og Omsorgsudvalget"),
        "leisure": ("Fritidsudvalget", "Idræts- og Fritidsudvalget"),
        "money": ("Økonomiudvalget",),
    },
    2014: {
        "plan": ("Teknik- og Miljøudvalget", "Teknisk Udvalg"),
        "school": ("Børne- og Ungdomsudvalget", "Skoleudvalget"),
        "care": ("Socialudvalget", "Social- og Sundhedsudvalget"),
        "leisure": ("Kultur- og Fritidsudvalget", "Fritidsudvalget"),
        "money": ("Økonomiudvalget",),
    },
    2018: {
        "plan": ("Klima- og Miljøudvalget", "Teknik- og Miljøudvalget"),
        "school": ("Børne- og Skoleudvalget", "Børneudvalget"),
        "care": ("Sundheds- og Ældreudvalget", "Omsorgsudvalget"),
        "leisure": ("Kultur- og Fritidsudvalget", "Landdistriktsudvalget"),
        "money": ("Økonomi- og Erhvervsudvalget",),
    },
    2022: {
        "plan": ("Teknik- og Miljøudvalget", "Plan- og Teknikudvalget"),
        "school": ("Børne- og Skoleudvalget", "Skoleudvalget"),
        "care": ("Socialudvalget", "Social- og Ældreudvalget"),
        "leisure": ("Kultur- og Fritidsudvalget", "Fritidsudvalget"),
        "money": ("Økonomiudvalget",),
    },
    2026: {
        "plan": ("Teknik- og Miljøudvalget", "Klimaudvalget"),
        "school": ("Børne- og Skoleudvalget", "Børneudvalget"),
        "care": ("Social- og Sundhedsudvalget", "Ældreudvalget"),
        "leisure": ("Fritidsudvalget", "Kultur- og Fritidsudvalget"),
        "money": ("Økonomiudvalget",),
    },
}
"""By the first year of a council's term: committees are formed anew every four years, under new names."""
