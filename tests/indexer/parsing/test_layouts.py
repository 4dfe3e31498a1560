"""One sample of every layout that minutes were met in, about municipalities that do not exist."""

from pathlib import Path

import pytest
from parsed import check

from indexer.minutes import Meeting, MeetingKind, SectionKind
from indexer.source_text import SourceText, fold
from indexer.understanding import understand

LAYOUTS = Path(__file__).parent / "layouts"

# name: municipality, committee, day, people, items (number, title, case number, decision; None: closed)
EXPECTED: dict[str, tuple[str | None, str, str, int, list[tuple[str, str, str | None, str | None]]]] = {
    "case-in-brackets.txt": (
        "Vesterlund",
        "Teknik- og Miljøudvalget",
        "2023-04-24",
        4,
        [
            ("1", "Godkendelse af dagsorden", None, "Dagsordenen blev godkendt."),
            (
                "2",
                "Cykelsti på Tangvej",
                "2023-0012345",
                'Venstre stillede følgende ændringsforslag: "At der kun nedlægges 20 '
                'parkeringspladser." Ændringsforslaget blev forkastet med 7 stemmer mod 4. For '
                "stemte: C og V. Imod stemte: Ø, A, B og F. Indstillingen blev anbefalet over "
                "for Økonomiudvalget og Borgerrepræsentationen uden afstemning. Venstre afgav "
                'følgende protokolbemærkning: "Partiet ønsker flere pladser bevaret."',
            ),
            ("3", "Støjhandleplan 2023", "2022-0399120", "Indstillingen blev godkendt uden afstemning."),
            ("4", "Køb af ejendom", None, None),
            ("5", "Eventuelt", None, "Intet."),
        ],
    ),
    "parts-by-letter.txt": (
        "Vesterlund",
        "By- og Kulturudvalget",
        "2023-06-13",
        4,
        [
            ("1", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "Ny skaterpark ved havnen",
                "18.15.00-P20-2-23",
                "By- og Kulturudvalget godkender indstillingens punkt a. Punkt b udsættes. "
                "Udvalgsmedlem Bjørn Thorup deltog ikke i mødet.",
            ),
            (
                "3",
                "Lokalplan 0-912 for Engly",
                "01.02.05-P16-7-22",
                "By- og Kulturudvalget anbefaler indstillingen. Udvalgsmedlem Carla Winther stemmer imod.",
            ),
            ("4", "Status for byfornyelsen", None, "Drøftet."),
            ("5", "Køb af areal", None, None),
        ],
    ),
    "full-stops.txt": (
        "Vesterlund",
        "Magistraten",
        "2023-05-22",
        1,
        [
            ("1", "Godkendelse af dagsorden.", "2023-000123", "Godkendt."),
            (
                "2",
                "Godkendelse af Lokalplan 4-2-118, Boliger, Enghave (2. forelæggelse).",
                "2022-061234",
                "Anbefales. Bent-Ove Kragh var fraværende.",
            ),
            ("3", "Orientering fra borgmesteren.", "2023-000124", "Til orientering."),
            ("4", "Eventuelt.", None, "Intet."),
        ],
    ),
    "history-of-recommendations.txt": (
        "Vesterlund",
        "By- og Miljøudvalget",
        "2023-02-06",
        2,
        [
            (
                "15",
                "Meddelelser",
                "00.01.00-A00-2-23",
                "By- og Miljøudvalget tog meddelelserne til efterretning.",
            ),
            (
                "16",
                "Nye træer på Møllegade",
                "04.01.05-P20-1-23",
                "By- og Miljøudvalget vedtog, at der plantes 32 lindetræer til 1,9 mio. "
                "kr. Et mindretal (C) stemte imod.",
            ),
            ("17", "Salg af kælder", None, None),
        ],
    ),
    "openness-between.txt": (
        "Vesterlund",
        "Kommunalbestyrelsen",
        "2023-01-30",
        3,
        [
            ("1", "Meddelelser fra formanden", "EMN-2023-00120", "Taget til efterretning."),
            ("2", "Renovering af svømmebassin ved Kildesø", "EMN-2022-04411", "Vedtaget enstemmigt."),
            ("3", "Personalesag", None, None),
        ],
    ),
    "list-without-pages.txt": (
        "Vesterlund",
        "Natur-, Miljø- og Planudvalget",
        "2023-09-05",
        0,
        [
            ("1", "Godkendelse af dagsorden", "00.01.00P35-0001", "Godkendt."),
            (
                "2",
                "Ny landzonetilladelse til glamping",
                "01.03.03P19-0456",
                "Ad a) Godkendt. Ad b) Ikke godkendt, tilladelsen gives uden "
                "tidsbegrænsning. Liste S stemmer imod.",
            ),
            ("3", "Gensidig orientering", "00.01.00P35-0002", "Drøftet."),
        ],
    ),
    "decision-taken-at.txt": (
        "Vesterlund",
        "Teknisk Udvalg",
        "2023-03-07",
        0,
        [
            ("51", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "52",
                "Belægning på Torvegade",
                "05.01.00-P20-5-22",
                "Udvalget godkendte indstillingen med den tilføjelse, at arbejdet ligger stille i december.",
            ),
            ("53", "Erstatningskrav", None, None),
            ("54", "Orientering fra udvalg og forvaltning", None, "Taget til efterretning."),
        ],
    ),
    "headings-inline.txt": (
        "Vesterlund",
        "Børne- og Undervisningsudvalget",
        "2023-03-14",
        3,
        [
            ("1", "Godkendelse af dagsorden", "23/112", "Godkendt."),
            ("2", "Ny ventilation på Tangskolen", "22/4471", "Tiltrådt. Carla Winther tog forbehold."),
            ("3", "Skolestruktur", "23/301", "Sagen udsættes til mødet i april."),
            ("4", "Personsag", None, None),
        ],
    ),
    "recommended-below.txt": (
        "Nordre-Vesterlund",
        "Økonomiudvalget",
        "2024-02-08",
        4,
        [
            ("1", "Godkendelse af dagsorden (B)", None, "Dagsordenen godkendt."),
            (
                "2",
                "Budgetopfølgning pr. 31. december (O)",
                "24/88",
                "Orienteringen blev taget til efterretning.",
            ),
            (
                "3",
                "Salg af Havnegade 4 (B)",
                "24/91",
                "Anbefales godkendt. Pia Lund kan ikke tiltræde.",
            ),
            ("4", "Eventuelt", None, "Intet."),
        ],
    ),
    "decisions-unheaded.txt": (
        "Næsby Nord",
        "Kultur- og Fritidsudvalget",
        "2024-05-07",
        6,
        [
            ("1", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "Åbningstider i svømmehallen",
                "04.04.00-G01-7-24",
                "Udvalget vedtog forslaget. Holger Vad stemte imod.",
            ),
            ("3", "Tilskud til Teater Mosen", "20.03.00-A10-2-24", "Bevilget 75.000 kr."),
            ("4", "Udbud", None, None),
        ],
    ),
    "recommended-in-capitals.txt": (
        None,
        "Socialudvalget",
        "2019-04-03",
        4,
        [
            ("12", "Meddelelser", "27.00.00-G01-1-19", "Til efterretning."),
            ("13", "Tilsyn med plejehjem 2018", "27.12.00-K09-3-18", "Tiltrådt."),
            (
                "14",
                "Handicappolitik, 2. behandling",
                "27.69.00-P22-1-18",
                "Anbefales over for Byrådet, idet afsnit 3 om ramper uddybes.",
            ),
            ("15", "Klagesag", None, None),
        ],
    ),
    "council-of-municipality.txt": (
        "Strandby",
        "Kommunalbestyrelsen",
        "2022-04-25",
        0,
        [
            ("1", "Spørgetid", None, "Ingen spørgsmål."),
            ("2", "Årsregnskab 2021", "22/1002", "Godkendt enstemmigt."),
            (
                "3",
                "Forslag fra Radikale Venstre om klimaborgerting",
                "22/1100",
                "Forslaget blev sat til afstemning. For: B, F, Ø (6) Imod: A, V, C (11) Forslaget faldt.",
            ),
            ("4", "Grundkøb", None, None),
        ],
    ),
    "decisions-below-referat.txt": (
        None,
        "Handicaprådet",
        "2024-05-22",
        4,
        [
            ("1", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "Tilgængelighed på stationen",
                None,
                "Rådet drøftede sagen og beder om et møde med Banedanmark inden sommerferien.",
            ),
            (
                "3",
                "Handicappris 2024",
                None,
                "Prisen gives til Café Regnbuen. Overrækkelsen sker den 3. december.",
            ),
            ("4", "Eventuelt", None, "Bo spurgte til parkering ved svømmehallen."),
        ],
    ),
    "ad-before-number.txt": (
        None,
        "Ældrerådet",
        "2023-11-09",
        5,
        [
            ("1", "Godkendelse af referat fra sidste møde", None, "Referatet blev godkendt."),
            ("2", "Orientering fra formanden", None, "Orienteringen blev taget til efterretning."),
            (
                "3",
                "Høring om ny busplan",
                None,
                "Rådet afgiver følgende høringssvar: Linje 7 bør køre til kl. 21, så beboerne på "
                "Solbakken kan komme hjem.",
            ),
            ("4", "Eventuelt", None, "Intet."),
        ],
    ),
    "brev-ids.txt": (
        "Roskov",
        "Klima- og Miljøudvalget",
        "2023-09-12",
        3,
        [
            ("45", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "46",
                "Nye toiletter i Strandparken (Beslutning)",
                "345678",
                "Punkt 1 anbefales med to bygninger. Punkt 2 anbefales nedsat til 1,8 mio. kr. Bent "
                "Kragh (V) tog forbehold.",
            ),
            ("47", "Orientering om kystsikring (Orientering)", "345679", "Til efterretning."),
            ("48", "Forhandling om lejemål", None, None),
        ],
    ),
    "open-cases.txt": (
        "Guldsund",
        "Teknik, Klima & Miljøudvalget",
        "2023-09-13",
        0,
        [
            (
                "112",
                "Vejbelysning i landsbyer",
                "23/14410",
                "Tiltrådt med den bemærkning, at lamper ved busstop ikke slukkes.",
            ),
            ("113", "Ny bro over Åkanalen", "22/9011", "Udsat."),
            ("114", "Påbud til virksomhed", None, None),
        ],
    ),
    "types-of-items.txt": (
        "Fuglsø",
        "Teknik- og Planudvalget",
        "2024-03-12",
        3,
        [
            ("21", "Godkendelse af dagsorden", None, "Godkendt"),
            (
                "22",
                "Støjskærm langs Kongevejen",
                "23/8890",
                "Udvalget besluttede at oversende sagen til budgetforhandlingerne. "
                "Bo Vestergaard (C) stemte imod.",
            ),
            ("23", "Meddelelser", None, "Taget til efterretning."),
        ],
    ),
    "recommendation-unheaded.txt": (
        None,
        "Plan & Miljøudvalget",
        "2024-09-02",
        3,
        [
            (
                "7",
                "Vindmøller ved Tarpmark",
                None,
                "Udvalget besluttede, at planlægningen ikke sættes i gang. "
                "Ulla Friis ønskede sit standpunkt ført til protokols.",
            ),
            ("8", "Orientering om rotter", None, "Til efterretning."),
        ],
    ),
    "openness-in-words.txt": (
        None,
        "Byrådet",
        "2024-09-26",
        0,
        [
            ("1", "Godkendelse af dagsorden", "00.01.00-I00-3-24", "Godkendt."),
            ("2", "Takster for dagtilbud 2025", "28.09.16-S55-1-24", "Godkendt. Kim Toft (O) stemte imod."),
            ("3", "Salg af ejendom", None, None),
            (
                "4",
                "Spørgsmål til borgmesteren",
                "00.22.00-P35-2-24",
                "Besvaret. Hallen åbner den 1. december.",
            ),
        ],
    ),
    "decisions-in-capitals.txt": (
        "Strandby",
        "Økonomiudvalget",
        "2024-06-18",
        3,
        [
            (
                "119",
                "Budgetopfølgning pr. 30. april 2024",
                "00.30.14-S00-1-24",
                "1. Anbefales 2. Anbefales ikke Lars Bro (A) tog forbehold.",
            ),
            ("120", "Udpegning til havnebestyrelsen", "24.10.00-A30-3-24", "Anbefales."),
            ("121", "Grundsalg", None, None),
            ("122", "Godkendelse af referat", None, None),
        ],
    ),
    "types-before-titles.txt": (
        "Lindrød",
        "Miljø-, Klima- og Teknikudvalget",
        "2024-02-06",
        4,
        [
            ("1", "BESLUTNING: Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "BESLUTNING: Ny belægning på Havnegade",
                "24/00712",
                "Ad 1. Godkendt med den ændring, at der lægges asfalt. Ad 2. Godkendt. "
                "Ove Stisager (V) ønskede chaussésten.",
            ),
            (
                "3",
                "DRØFTELSE: Trafiksikkerhed ved skolerne",
                "23/11020",
                "Drøftet. Udvalget ønsker en kys og kør-plads ved Nordskolen.",
            ),
            ("4", "ORIENTERING: Nyt fra centret", None, "Orienteringen blev taget til efterretning."),
            ("5", "Køb af areal", None, None),
        ],
    ),
    "open-as-offentlig.txt": (
        "Østrup",
        "Klima- og Miljøudvalget",
        "2024-03-07",
        3,
        [
            ("1", "Godkendelse af dagsorden", "EMN-2024-00102", "Godkendt."),
            (
                "2",
                "Genbrugspladsernes åbningstider",
                "EMN-2023-07754",
                "Klima- og Miljøudvalget godkendte første at-punkt. Andet at-punkt blev ikke godkendt. "
                "Afbud fra Signe Hald (B).",
            ),
            ("3", "Ekspropriation", None, None),
            ("4", "Eventuelt", "EMN-2024-00102", "Intet."),
        ],
    ),
    "number-above-title.txt": (
        None,
        "Social- og Sundhedsudvalget",
        "2024-04-10",
        3,
        [
            (
                "1",
                "Lukkedage på aktivitetscentrene",
                "29.00.00-A00-1-24",
                "Ikke godkendt. Centrene holder åbent.",
            ),
            ("2", "Meddelelser", "00.01.00-A00-1-24", "Formanden orienterede om besøg på Kildevang."),
            ("3", "Klage", None, None),
        ],
    ),
    "closed-within-title.txt": (
        "Skovlev",
        "Udvalget for Børn & Ungdom",
        "2024-04-15",
        3,
        [
            ("1", "BU - Godkendelse af dagsorden", "24/3", "Godkendt."),
            ("2", "BU - Skolernes ferieplan 2025/26", "24/1177", "Indstillingen blev tiltrådt."),
            ("3", "BU - Lukket - Personsag", None, None),
            ("4", "BU - Eventuelt", None, "Mads Eg spurgte til legepladsen ved Skovlev Skole."),
        ],
    ),
    "marked-down.md": (
        None,
        "Byrådet",
        "2024-08-28",
        3,
        [
            ("1", "Godkendelse af dagsordenen", None, "Godkendt."),
            ("2", "Klimatilpasning ved Åparken", "2024-004410", "Godkendt med 15 stemmer mod 4 (V)."),
            ("3", "Køb af ejendom", None, None),
            ("4", "Eventuelt", None, "Intet."),
        ],
    ),
    "closed-behind-number.txt": (
        None,
        "Byråd",
        "2024-06-17",
        0,
        [
            ("1", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "Havnens fremtid (B)",
                "24/9917",
                "Indstillingen blev forkastet med 9 stemmer mod 10. "
                "Ulrik Bo (C) begærede sagen ført til protokols.",
            ),
            ("3", "Orientering fra borgmesteren (O)", None, "Taget til efterretning."),
            ("4", "Ansættelse af direktør (L)", None, None),
        ],
    ),
    "document-numbers.txt": (
        None,
        "Børne- og Undervisningsudvalget",
        "2024-06-04",
        3,
        [
            ("1", "Godkendelse af dagsorden", "24/00011", "Godkendt."),
            (
                "2",
                "Skolefravær 2023/24",
                "24/10044",
                "Drøftet. Udvalget ønsker en handleplan i september. Kurt Lie var fraværende.",
            ),
            ("3", "Lukket dagsorden", None, None),
            ("4", "Personalesag", None, None),
        ],
    ),
    "two-numbers.txt": (
        "Kærby",
        "Kultur-, Fritids- og Landdistriktsudvalget",
        "2024-04-10",
        0,
        [
            ("1", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "2",
                "Tilskud til multibane i Nørby",
                "24/2217",
                "Godkendt, idet beløbet dog fastsættes til 300.000 kr.",
            ),
            ("3", "Eventuelt", "24/12", "Intet at referere."),
        ],
    ),
    "decisions-by-item-number.txt": (
        None,
        "Miljø- og Planudvalget",
        "2024-03-07",
        3,
        [
            ("21", "Dagsorden", "00.22.04-P35-2-24", "Godkendt."),
            (
                "22",
                "Motorbane ved Tørslev",
                "01.02.05-P16-4-23",
                "Et flertal (A og B) vedtog forslaget. Claus Mørk (V) stemte imod, da han ønskede 28 timer.",
            ),
            ("23", "Gensidig orientering", "00.22.04-P35-2-24", "Intet."),
        ],
    ),
    "decisions-on-a-weekday.txt": (
        "Skovby",
        "Social- og Sundhedsudvalget",
        "2024-05-02",
        0,
        [
            ("46", "Godkendelse af dagsorden", None, "Dagsordenen blev godkendt."),
            (
                "47",
                "Kvalitetsstandard for rehabilitering",
                "710-2023-90123",
                "Udvalget godkendte indstillingen med den tilføjelse, at forløb kan forlænges til 16 uger.",
            ),
            (
                "48",
                "Tilsynsrapport for Plejecenter Elmely",
                "710-2024-01191",
                "Til efterretning. Ældrerådets høringssvar indgik.",
            ),
            ("49", "Klagesag", None, None),
        ],
    ),
    "between-rulers.txt": (
        None,
        "Byrådet",
        "2024-04-17",
        0,
        [
            ("1", "Regnskab 2023", "2024-1201", "Indstillingen blev enstemmigt vedtaget."),
            ("2", "Ny færgeplan", "2023-8801", "Forkastet. For stemte 7, imod stemte 12."),
            ("3", "Køb af ejendom", None, None),
        ],
    ),
    "case-behind-zero.txt": (
        "Tårnborg",
        "Økonomi- og Erhvervsudvalget",
        "2024-05-21",
        3,
        [
            ("1", "Godkendelse af dagsorden", "24/00007", "Dagsordenen blev godkendt."),
            (
                "2",
                "Ny kontrakt om rengøring",
                "23/17733",
                "Udvalget godkendte indstillingen. Eva Lang (Ø) stemte imod.",
            ),
            ("3", "Lån til havnebad", "24/08811", "Anbefales."),
            ("4", "Nyt fra direktionen", "24/00008", "Taget til efterretning."),
            ("5", "Erhvervelse af grund", None, None),
        ],
    ),
    "older-web-page.html": (
        "Vesterlund",
        "Kulturudvalget",
        "2022-05-09",
        4,
        [
            ("53", "Godkendelse af dagsorden", None, "Godkendt."),
            (
                "54",
                "Lån af museets sejlbåd",
                "2022-003311",
                "Godkendt, idet spejderne selv betaler forsikringen. Bent-Ove Kragh (V) tog forbehold.",
            ),
            ("55", "Husleje i forsamlingshuset", None, None),
            ("56", "Eventuelt", None, "Intet."),
        ],
    ),
    "oldest.txt": (
        "Vesterlund",
        "Teknisk Udvalg",
        "2006-11-14",
        5,
        [
            ("1", "Vintervedligeholdelse af stier", "05.01.12-G01-3-06", "Vedtaget."),
            (
                "2",
                "Forslag til lokalplan 41 for Møllebakken",
                "01.02.05-P16-1-06",
                "Indstilles til Byrådets godkendelse.",
            ),
            ("3", "Køb af areal", None, None),
        ],
    ),
    "decisions-first.txt": (
        "Nordkøbing",
        "Teknisk Udvalg",
        "2025-03-05",
        3,
        [
            (
                "1",
                "Fra Grøn Liste: Træer på Banegårdsgade",
                "EMN-2025-001207",
                "Et flertal bestående af Almut Hald og Carla Winther besluttede at anbefale forslaget med "
                "den ændring, at træerne plantes i 2027. Bjørn Thorup kunne ikke tiltræde.",
            ),
            ("2", "Bordet rundt", None, "Intet at bemærke."),
        ],
    ),
    "page-headers.txt": (
        "Sønderlev",
        "Social- og Sundhedsudvalget",
        "2012-12-04",
        3,
        [
            (
                "1",
                "Plejehjemmets køkken",
                "2012-20417",
                "A) Godkendt. B) Ikke godkendt. Udgiften tages af kassen.",
            ),
            ("2", "Ledsagelse til lægen", "2012-28813", "Udsat."),
        ],
    ),
    "other-names.txt": (
        "Østerby",
        "Plan- og Boligudvalget",
        "2025-08-18",
        0,
        [
            ("9", "Støj fra banen", "25/8812", "Anbefalet."),
            ("10", "Supplerende boliger", "00.22.04-P35-1-24", "Afvist med 4 stemmer mod 3."),
            ("11", "Eventuelt", None, None),
            ("12", "Eventuelt", None, "Intet."),
        ],
    ),
    "folding-list-havneudvalget-2020-01-22.txt": (
        None,
        "Havneudvalget",
        "2020-01-22",
        0,
        [
            ("301", "Åben dagsorden - godkendelse", None, "Godkendt."),
            (
                "302",
                "Strategi for lystbådehavnen",
                None,
                "Ad 1. Et flertal bestående af A, C og N godkendte punktet. Ad 2. Godkendt.",
            ),
        ],
    ),
    "number-below.txt": (
        "Brovig",
        "Kommunalbestyrelsen",
        "2019-09-24",
        2,
        [
            ("129", "Spørgetid", None, "Ingen spørgsmål."),
            ("130", "Nyt tag på forsamlingshuset i Nørre Brovig og ny varmepumpe", None, "Godkendt."),
            ("131", "Køb af en mark", None, None),
        ],
    ),
    "openness-above.txt": (
        "Klintby",
        "Børne- og ungeudvalget",
        "2018-11-06",
        0,
        [
            ("1", "Fravær og dagsorden", "00.02.00P35-0204", "Godkendt."),
            ("2", "Dialog om næste års budget", "00.31.02G01-0033", "Taget til efterretning."),
            ("3", "Ansættelse af en leder", None, None),
            ("4", "Rundt om bordet", "00.02.00P35-0206", "Intet fra Klintby Kommune."),
        ],
    ),
    "case-above.txt": (
        "Arnborg",
        "Udvalget for teknik og miljø",
        "2020-06-22",
        0,
        [
            ("131", "Godkendelse af dagsorden", "85.03.01-G01-7-19", "Godkendt."),
            (
                "132",
                "Bakkevej 13 - en etage mere",
                "02.35.01-P19-12-20",
                "Ad 1: Ikke godkendt. Ad 2: Godkendt.",
            ),
            ("133", "Køb af en eng", None, None),
        ],
    ),
    "labels-alone.txt": (
        "Vindeby",
        'Udvalget "Hele livet - sundhed og omsorg"',
        "2015-03-23",
        0,
        [
            (
                "24",
                "Dagsordenen til den 23. marts",
                None,
                "Punkt 27 er udsat. Dagsordenen blev herefter godkendt.",
            ),
            ("25", "Rundvisning på Stenhuset", None, "Taget til efterretning."),
        ],
    ),
    "decision-named.txt": (
        "Strandby",
        "Kultur- og Idrætsudvalget",
        "2019-04-03",
        0,
        [
            ("42", "Dagsordenen", "410077", "Godkendt."),
            ("43", "Ny strategi for museet", "410078", "Drøftet."),
            ("44", "Køb af et skib", None, None),
        ],
    ),
}
CLOSED_WORDS = ("bagud med", "forlanger", "klaget over", "bydes", "P35-0205", "P19-13-20")
PRIOR = {
    "decisions-by-item-number.txt": [
        ("Miljø- og Planudvalget", "2024-01-11", "5", "Udsat til høring af naboerne.")
    ],
    "openness-in-words.txt": [
        ("Børneudvalget", "2024-09-04", "6", "Anbefales godkendt."),
        ("Økonomiudvalget", "2024-09-18", "11", "Anbefales. Kim Toft (O) kan ikke anbefale."),
    ],
    "closed-within-title.txt": [("Udvalget for Børn & Ungdom", "2024-03-11", None, "Udsat.")],
    "marked-down.md": [
        ("Teknisk Udvalg", "2024-08-19", None, "Anbefales."),
        ("Økonomiudvalget", "2024-08-21", None, "Anbefales. Ib Krog (V) tog forbehold."),
    ],
    "closed-behind-number.txt": [("Økonomiudvalget", "2024-06-10", None, "Indstillingen anbefales.")],
    "history-of-recommendations.txt": [(None, "2023-01-09", "4", "Udsat.")],
    "openness-between.txt": [
        (
            "Kultur-, Unge- og Fritidsudvalget",
            "2023-01-11",
            None,
            "Pkt. 1: Anbefales til Økonomiudvalget og Kommunalbestyrelsen vedtaget enstemmigt.",
        ),
        (
            "Økonomiudvalget",
            "2023-01-23",
            None,
            "Anbefales til Kommunalbestyrelsen vedtaget. (L) tager forbehold.",
        ),
    ],
    "decisions-first.txt": [
        ("Magistraten", "2025-02-04", "7", "Fremsendes til byrådet."),
        ("Nordkøbing Byråd", "2025-02-12", "11", "Sendt til behandling i Teknisk Udvalg."),
    ],
    "page-headers.txt": [
        ("Kommunalbestyrelsen", "2012-01-30", "5", "Oversendt til Social- og Sundhedsudvalget.")
    ],
    "other-names.txt": [("Økonomiudvalget", "2025-06-16", "4", "Udsat.")],
    "folding-list-havneudvalget-2020-01-22.txt": [
        (
            "Social og Sundhed",
            "2020-01-06",
            "123",
            "Ad. 1 4 af 7 (A, B og F) er for. Ad. 2 Anbefales.",
        ),
        ("Plan, Miljø og Teknik", "2020-01-07", "207", "1. Anbefales. 2. Anbefales ikke."),
    ],
    "recommended-in-capitals.txt": [("Handicaprådet", "2019-03-12", None, "Rådet støtter politikken.")],
    "number-below.txt": [("Teknik- og miljøudvalget", "2019-09-10", "65", "Anbefales.")],
    "case-above.txt": [("Udvalget for Teknik og Miljø", "2020-06-08", None, "Udsat.")],
}


def read(name: str) -> tuple[SourceText, Meeting]:
    known = understand(LAYOUTS / name)
    check(known.source, known.meeting)
    assert not any("En linje siger" in warning for warning in known.warnings)
    return known.source, known.meeting


@pytest.mark.parametrize("name", EXPECTED)
def test_every_layout_is_read_whole(name: str) -> None:
    municipality, committee, day, people, items = EXPECTED[name]
    source, meeting = read(name)
    assert (meeting.municipality, meeting.committee, str(meeting.date)) == (municipality, committee, day)
    assert meeting.kind is MeetingKind.MINUTES
    assert len(meeting.attendance) == people
    found = []
    for item in meeting.items:
        own = [fold(d.span.of(source.text)) for d in item.decisions if not d.prior]
        assert len(own) == (not item.closed)
        found.append((item.number, item.title, item.case_no, own[0] if own else None))
    assert found == items
    assert not any(words in source.text for words in CLOSED_WORDS)


@pytest.mark.parametrize("name", EXPECTED)
def test_earlier_decisions_with_body_day_and_number(name: str) -> None:
    source, meeting = read(name)
    found = [
        (d.committee, str(d.date), d.item_number, fold(d.span.of(source.text)))
        for item in meeting.items
        for d in item.decisions
        if d.prior
    ]
    assert found == PRIOR.get(name, [])


def test_the_names_that_municipalities_give_to_sections() -> None:
    _, meeting = read("other-names.txt")
    kinds = {section.title: section.kind for item in meeting.items for section in item.sections}
    assert kinds == {
        "Beslutningskompetence": SectionKind.COMPETENCE,
        "Beslutningstema": SectionKind.SUMMARY,
        "Sagens kerne": SectionKind.SUMMARY,
        "Problemstilling": SectionKind.BACKGROUND,
        "Løsning": SectionKind.BACKGROUND,
        "Politisk handlerum": SectionKind.ALTERNATIVES,
        "Økonomiske konsekvenser og finansiering": SectionKind.ECONOMY,
        "Lovgrundlag": SectionKind.LEGAL,
        "Inddragelse og høring": SectionKind.HEARING,
        "Alternativer": SectionKind.ALTERNATIVES,
        "Tidsperspektiv": SectionKind.PROCESS,
        "Videre proces": SectionKind.PROCESS,
        "Indstilling": SectionKind.RECOMMENDATION,
        "Historik": SectionKind.HISTORY,
        "Beslutning i Plan- og Boligudvalget den 18-08-2025": SectionKind.DECISION,
        "Fraværende": SectionKind.ABSENCE,
        "Sagens indhold": SectionKind.BACKGROUND,
        "Supplerende sagsfremstilling": SectionKind.BACKGROUND,
        "Baggrund og vurdering": SectionKind.BACKGROUND,
        "Tidligere beslutninger": SectionKind.HISTORY,
        "Retsgrundlag": SectionKind.LEGAL,
        "Kompetence": SectionKind.COMPETENCE,
        "Sagsgang": SectionKind.PROCESS,
        "Plan- og Boligudvalgets beslutning den 18-08-2025": SectionKind.DECISION,
        "Beslutning": SectionKind.DECISION,
    }
    assert all(len(section.span) for item in meeting.items for section in item.sections)


@pytest.mark.parametrize("name", ["oldest.txt", "page-headers.txt"])
def test_page_headers_and_footers_are_no_part_of_sections(name: str) -> None:
    source, meeting = read(name)
    for item in meeting.items:
        for section in item.sections:
            assert "Side " not in section.span.of(source.text)
            assert "Kommune" not in section.span.of(source.text)
    assert source.text.count("Side ") == 1  # what it says is kept once


def test_points_of_recommendation_and_decision() -> None:
    _, meeting = read("page-headers.txt")
    first = meeting.items[0]
    assert [point.label for point in first.recommendation] == ["A", "B"]
    assert [point.label for point in first.decisions[0].points] == ["A", "B"]
    _, meeting = read("decisions-first.txt")
    assert [point.label for point in meeting.items[0].recommendation] == ["1", "2"]
    assert [a.title for a in meeting.items[0].attachments] == [
        "Beslutningsforslag om træer",
        "Kort over Banegårdsgade",
    ]


def test_agendas_decide_nothing() -> None:
    for name, supplementary in (("agenda.txt", False), ("supplementary-agenda.txt", True)):
        _, meeting = read(name)
        assert (meeting.kind, meeting.supplementary) == (MeetingKind.AGENDA, supplementary)
        assert (meeting.committee, str(meeting.date)) == ("Plan- og Boligudvalget", "2025-08-18")
        assert not any(item.decisions for item in meeting.items)
        assert meeting.warnings == ()


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Eventuelt - lukket", "Eventuelt"),
        ("Eventuelt – Lukket punkt", "Eventuelt"),
        ("Eventuelt: lukket", "Eventuelt"),
        ("Eventuelt lukket", "Eventuelt"),
        ("Salg af grund, lukket", "Salg af grund"),
        ("Lukket eventuelt", "Lukket eventuelt"),
        ("Lukkede meddelelser", "Lukkede meddelelser"),
    ],
)
def test_marks_of_closed_items(tmp_path: Path, title: str, bare: str) -> None:
    file = tmp_path / "referat.txt"
    lines = ("REFERAT Byrådet d. 03-02-2025", f"Punkt 1: {title}", "Hemmeligt.", "Punkt 2: Ny bro", "25/1")
    file.write_text("\n\n".join(lines), "utf-8")
    known = understand(file)
    first, second = known.meeting.items
    assert (first.closed, first.title, second.closed) == (True, bare, False)
    assert "Hemmeligt" not in known.source.text


@pytest.mark.parametrize(
    "title", ["Svømmehal lukket i juli", "Lukket genbrugsplads åbner", "Den lukkede skole"]
)
def test_what_is_only_about_closing_is_open(tmp_path: Path, title: str) -> None:
    file = tmp_path / "referat.txt"
    file.write_text(f"REFERAT Byrådet d. 03-02-2025\n\nPunkt 1: {title}\n\nBeslutning\n\nDrøftet.\n", "utf-8")
    assert not understand(file).meeting.items[0].closed
