"""What the invented minutes are about: a topic is a table of titles and sentences with places to fill.

A slot in braces is filled once for each item (``meetings.py`` knows the slots), so that title, text and
decision speak of the same place and the same sum.
"""

from dataclasses import dataclass

__all__ = ["TOPICS", "Topic"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of case: ``area`` says which committee it belongs to, ``asks`` what is recommended."""

    area: str
    titles: tuple[str, ...]
    background: tuple[str, ...]
    asks: tuple[str, ...]
    economy: tuple[str, ...]
    papers: tuple[str, ...]


TOPICS: tuple[Topic, ...] = (
    Topic(
        "plan",
        (
            "Forslag til {plan} for boliger ved {vej} i {sted}",
            "{plan}: boligområde i {sted} – forslag til høring",
        ),
        (
            "{firma} ønsker at opføre {n} rækkehuse på den tidligere planteskole ved {vej}.",
            "Området er på {ha} hektar og ligger i kanten af {sted}.",
            "Bebyggelsen må højst blive {meter} meter høj, og der udlægges {n2} parkeringspladser.",
            "Vejadgangen flyttes {m} meter mod syd for at skåne et gammelt dige.",
            "Ved det første borgermøde deltog {n3} naboer, som især spurgte til skygge og trafik.",
            "En fjerdedel af grunden friholdes som grøn kile med sti til mosen.",
        ),
        ("at forslag til {plan} sendes i høring i {uger} uger", "at der ikke udarbejdes miljørapport"),
        ("Bygherren betaler for vejanlæg og stier.", "Planlægningen holdes inden for forvaltningens ramme."),
        ("Planforslag", "Referat af borgermøde"),
    ),
    Topic(
        "plan",
        (
            "Endelig vedtagelse af {plan} for erhverv ved {vej}",
            "{plan}, erhvervsområde øst for {sted}: vedtagelse",
        ),
        (
            "Forslaget har været fremlagt i {uger} uger, og der er kommet {n} bemærkninger.",
            "{firma} har bedt om en byggelinje {meter} meter nærmere vejen.",
            "Naboerne i {sted} er bekymrede for støj fra tung trafik om natten.",
            "Støjvolden forlænges med {m} meter, og der plantes {n2} træer langs skellet.",
            "Bebyggelsesprocenten sættes til {pct}.",
        ),
        ("at {plan} vedtages med forvaltningens ændringer", "at indsigerne får svar på deres bemærkninger"),
        ("Sagen har ingen økonomiske konsekvenser.",),
        ("Hvidbog med bemærkninger", "Kortbilag"),
    ),
    Topic(
        "plan",
        ("Cykelsti mellem {sted} og {sted2}", "Anlæg af dobbeltrettet cykelsti langs {vej} ved {sted}"),
        (
            "Strækningen er {km} kilometer lang og bruges dagligt af {n} skolebørn.",
            "Der skal erhverves jord fra {n2} lodsejere, og de fleste har sagt ja.",
            "En tælling i {måned} viste {m} cyklister i døgnet.",
            "Stien føres under jernbanen i den eksisterende kreaturtunnel, som hæves {meter} meter.",
            "Politiet har registreret {n3} uheld på strækningen over fem år.",
        ),
        ("at der gives anlægsbevilling på {kr} til cykelstien", "at arbejdet udbydes i {år1}"),
        (
            "Anlægsudgiften er {kr}, hvoraf statens cykelpulje dækker {pct} %.",
            "Driften koster {tkr} om året.",
        ),
        ("Skitseprojekt", "Lodsejerliste"),
    ),
    Topic(
        "plan",
        ("Hastighedsnedsættelse på {vej} i {sted}", "Trafiksikkerhed i {sted}: {n} km/t på {vej}"),
        (
            "Beboere har samlet {m} underskrifter mod den hurtige kørsel gennem {sted}.",
            "Målinger viser, at {pct} % af bilisterne kører for stærkt.",
            "Forvaltningen foreslår {n2} bump og en indsnævring ved busstoppestedet.",
            "Brandvæsenet frygter, at bump forsinker udrykningen med {n3} sekunder.",
        ),
        ("at hastigheden på {vej} sættes ned", "at effekten måles efter et år"),
        ("Udgiften på {tkr} dækkes af puljen til trafiksikkerhed.",),
        ("Trafiktælling",),
    ),
    Topic(
        "plan",
        ("Udskiftning af gadebelysning i {sted}", "Gadelys: master og armaturer på {vej}"),
        (
            "De {m} armaturer i {sted} er fra {gammelt} og kan ikke længere repareres.",
            "Med dioder falder elforbruget med {pct} %.",
            "Lyset dæmpes mellem klokken 23 og 5, undtagen ved stationen.",
            "{firma} gav det laveste af {n} bud.",
        ),
        ("at udskiftningen sættes i gang i {år1}", "at lyset dæmpes om natten"),
        ("Investeringen er {kr} og er tjent hjem på {n} år.",),
        ("Udbudsresultat",),
    ),
    Topic(
        "plan",
        ("Ny affaldsordning for sommerhuse i {sted}", "Sortering af affald i {sted}: beholdere og tømning"),
        (
            "Ordningen omfatter {m} husstande, som får {n} nye beholdere.",
            "Mad- og restaffald tømmes hver {n2}. uge uden for sæsonen.",
            "Genbrugspladsen ved {vej} får længere åbningstid om søndagen.",
            "Grundejerforeningen ønsker nedgravede beholdere og har tilbudt en grund.",
        ),
        ("at ordningen indføres fra {måned} {år1}", "at gebyret fastsættes til {tkr} pr. husstand"),
        ("Affaldsområdet er takstfinansieret og hviler i sig selv.",),
        ("Regulativ for husholdningsaffald",),
    ),
    Topic(
        "plan",
        (
            "Dispensation til minkhal og lade på {vej} {nr}",
            "Ansøgning om landzonetilladelse: {vej} {nr}, {sted}",
        ),
        (
            "Ejeren vil bygge en lade på {m2} m2 til maskiner og foder.",
            "Laden er {meter} meter høj og ligger {m} meter fra nærmeste nabo.",
            "{n} naboer har gjort indsigelse på grund af udsigten til kirken.",
            "Museet har ingen bemærkninger, men vil følge gravearbejdet.",
        ),
        ("at der gives landzonetilladelse på vilkår om mørke farver og beplantning",),
        ("Ingen økonomiske konsekvenser.",),
        ("Situationsplan", "Naboindsigelser"),
    ),
    Topic(
        "plan",
        ("Naturgenopretning i {sted} Mose", "Vådområde ved {sted}: forundersøgelse"),
        (
            "Projektet omfatter {ha} hektar lavbundsjord, hvor dræn afbrydes.",
            "Kvælstofudledningen ventes at falde med {n} tons om året.",
            "{n2} lodsejere er positive, mens {n3} ønsker jordfordeling først.",
            "Der er fundet spidssnudet frø og kærmysse i den vestlige del.",
        ),
        ("at der søges tilskud til en forundersøgelse", "at lodsejerne indbydes til møde"),
        ("Staten dækker udgiften på {tkr} fuldt ud.",),
        ("Biologisk notat",),
    ),
    Topic(
        "plan",
        ("Spildevandsplan: separering af kloak i {sted}", "Kloakseparering på {vej} og omliggende veje"),
        (
            "Regnvand og spildevand løber i samme rør, og kælderne oversvømmes ved skybrud.",
            "{m} ejendomme skal selv betale for arbejdet på egen grund.",
            "Forsyningen begynder ved {vej} og er {n} måneder om hver etape.",
            "Der etableres et bassin på {m2} m2 syd for {sted}.",
        ),
        ("at tillæg {n} til spildevandsplanen sendes i høring", "at grundejere kan få henstand i {n2} år"),
        ("Udgiften på {kr} afholdes af forsyningsselskabet.",),
        ("Tillæg til spildevandsplan",),
    ),
    Topic(
        "plan",
        (
            "Vindmøller ved {sted}: anmodning om planlægning",
            "Anmodning fra {firma} om vindmøller nord for {sted}",
        ),
        (
            "{firma} vil rejse {n} møller med en totalhøjde på {m} meter.",
            "Møllerne kan levere strøm til {m2} husstande.",
            "En protestgruppe har samlet {n3} underskrifter.",
            "Afstanden til nærmeste bolig er {km} kilometer.",
        ),
        ("at planlægningen igangsættes", "at der holdes idéfase i {uger} uger"),
        ("Grøn pulje ventes at give {kr} til lokalområdet.",),
        ("Visualiseringer", "Støjberegning"),
    ),
    Topic(
        "plan",
        ("Vintertjeneste: snerydning og saltning {år}", "Revision af vinterregulativ"),
        (
            "Kommunen salter {m} kilometer vej, og der var {n} udkald sidste vinter.",
            "Stier ved skoler ryddes før klokken {klokken}.",
            "Entreprenøren {firma} har ønsket tillæg for søndage.",
        ),
        ("at regulativet godkendes", "at villaveje kun ryddes ved mere end {n2} cm sne"),
        ("Vintertjenesten kostede {kr} i {år0}.",),
        ("Regulativ",),
    ),
    Topic(
        "plan",
        ("Byfornyelse i {sted} midtby", "Områdefornyelse: torv og forpladser i {sted}"),
        (
            "Torvet får ny belægning, {n} bænke og et vandspil for børn.",
            "{n2} tomme butikker kan ombygges til boliger med støtte.",
            "Borgergruppen har holdt {n3} møder og ønsker flere træer.",
            "En rådden ejendom på {vej} {nr} købes og rives ned.",
        ),
        ("at program for områdefornyelsen godkendes", "at der søges statslig refusion"),
        ("Samlet ramme {kr}, heraf {pct} % statslig refusion.",),
        ("Program",),
    ),
    Topic(
        "school",
        ("Skoledistrikter i {sted} og {sted2}", "Ændring af skoledistrikt for {skole}"),
        (
            "{skole} forventer {n} færre elever over de næste fem år.",
            "Grænsen flyttes, så {m} adresser fremover hører til {sted2}.",
            "Skolebestyrelsen er delt og har bedt om en overgangsordning.",
            "Søskende kan frit vælge skole i {n2} år.",
        ),
        ("at forslaget sendes i høring hos skolebestyrelserne",),
        ("Skolebus koster {tkr} om året.",),
        ("Elevprognose",),
    ),
    Topic(
        "school",
        ("Udvidelse af {børnehus}", "{børnehus}: ny afdeling med {n} pladser"),
        (
            "Ventelisten tæller {n2} børn, og tallet stiger.",
            "Udvidelsen er på {m2} m2 og bygges i træ.",
            "I byggetiden flytter {n3} børn til pavilloner ved {vej}.",
            "Legepladsen rykkes {meter} meter væk fra skellet.",
        ),
        ("at der frigives {kr} til udvidelsen", "at {firma} antages som totalrådgiver"),
        ("Rådighedsbeløbet er {kr} i {år1}.",),
        ("Byggeprogram",),
    ),
    Topic(
        "school",
        ("Kvalitetsrapport for dagtilbud {år}", "Pædagogisk tilsyn i dagplejen {år}"),
        (
            "Tilsynet besøgte {n} institutioner, hvoraf {n2} fik anmærkninger.",
            "Forældrenes tilfredshed er steget til {pct} %.",
            "{børnehus} har arbejdet med sprog og højtlæsning.",
            "Andelen af uddannede pædagoger er {pct2} %.",
        ),
        ("at rapporten tages til efterretning",),
        ("Ingen økonomiske konsekvenser.",),
        ("Kvalitetsrapport",),
    ),
    Topic(
        "school",
        ("Forældrebetaling i dagtilbud {år1}", "Takster for børnehave og vuggestue {år1}"),
        (
            "En vuggestueplads stiger med {n} kr. om måneden.",
            "Søskenderabatten ændres ikke.",
            "Frokostordningen i {børnehus} er fravalgt af et flertal af forældrene.",
        ),
        ("at taksterne godkendes og gælder fra 1. januar {år1}",),
        ("Taksterne svarer til {pct} % af bruttodriftsudgiften.",),
        ("Takstoversigt",),
    ),
    Topic(
        "school",
        ("Lejrskoler og kolonier på {skole}", "Tilskud til lejrskole: {skole}"),
        (
            "{skole} sender hvert år {n} elever på lejrskole.",
            "Forældre må højst betale {tkr} for opholdet.",
            "En gammel feriekoloni ved {sted} kan lejes billigt.",
        ),
        ("at der gives tilskud på {tkr} til lejrskoler",),
        ("Udgiften afholdes af skolens budget.",),
        (),
    ),
    Topic(
        "school",
        ("Ferieplan for skoler {år1}", "Sommerlukning i børnehaver {år1}"),
        (
            "Forslaget lægger efterårsferien i uge 42 og vinterferien i uge {n}.",
            "{n2} børn ventes at få brug for nødpasning i {børnehus}.",
            "Personaleorganisationerne støtter planen.",
        ),
        ("at ferieplanen godkendes",),
        ("Ingen økonomiske konsekvenser.",),
        ("Ferieplan",),
    ),
    Topic(
        "school",
        ("Ungdomsklub i {sted}", "Flytning af ungdomsklubben {klub} til {vej}"),
        (
            "Klubben har {n} medlemmer og åbent {n2} aftener om ugen.",
            "Lokalerne på {vej} er fugtige og skal forlades inden {måned}.",
            "De unge har selv tegnet et øvelokale og et køkken.",
        ),
        ("at klubben flytter til {vej} {nr}", "at der afsættes {tkr} til inventar"),
        ("Huslejen stiger {tkr} om året.",),
        ("Plantegning",),
    ),
    Topic(
        "school",
        ("Tandpleje for børn: ny klinik i {sted}", "Samling af tandklinikker i {sted}"),
        (
            "Fire små klinikker samles i én med {n} stole.",
            "{pct} % af de femårige er uden huller.",
            "Rejsetiden for børn i {sted2} bliver {n2} minutter længere.",
        ),
        ("at klinikkerne samles på {vej} {nr}",),
        ("Ombygningen koster {kr}, og driften bliver {tkr} billigere.",),
        ("Notat om placering",),
    ),
    Topic(
        "care",
        ("Plejeboliger ved {plejecenter}", "{plejecenter}: {n} nye plejeboliger"),
        (
            "Behovet for plejeboliger vokser med {n2} om året.",
            "De nye boliger er på {n3} m2 med egen terrasse.",
            "Boligselskabet står for byggeriet, og kommunen får anvisningsretten.",
            "Pårørenderådet ønsker en sansehave mod {vej}.",
        ),
        ("at der gives tilsagn om støtte", "at grundkapitalen på {kr} bevilges"),
        ("Grundkapitalindskuddet er {pct} % af anskaffelsessummen.",),
        ("Skema A",),
    ),
    Topic(
        "care",
        ("Uanmeldt tilsyn på {plejecenter}", "Tilsynsbesøg {år}: {plejecenter}"),
        (
            "Tilsynet fandt orden i medicinskabene, men mangler i {n} journaler.",
            "Beboerne er glade for maden og for gåturene i haven.",
            "Der er ansat {n2} nye hjælpere siden sidste besøg.",
        ),
        ("at tilsynsrapporten tages til efterretning",),
        ("Ingen.",),
        ("Tilsynsrapport",),
    ),
    Topic(
        "care",
        ("Hjemmepleje: ventetid og faste teams i {sted}", "Faste teams i hjemmeplejen i {sted}"),
        (
            "En borger i {sted} møder i snit {n} hjælpere på en måned.",
            "Med faste teams er tallet i forsøget faldet til {n2}.",
            "Medarbejderne planlægger selv deres ruter og vagter.",
            "Køretiden er dog steget med {pct} %.",
        ),
        ("at forsøget udbredes til {sted2}", "at der følges op om et år"),
        ("Forsøget finansieres af en statslig pulje på {kr}.",),
        ("Evaluering af forsøg",),
    ),
    Topic(
        "care",
        ("Genoptræning: ny aftale med {firma}", "Udbud af genoptræning i {sted}"),
        (
            "{m} borgere fik genoptræning i {år0}.",
            "Ventetiden er {n} dage, og loven kræver højst syv.",
            "{firma} kan tilbyde varmtvandsbassin i {hal}.",
        ),
        ("at aftalen indgås for {n2} år",),
        ("Aftalen koster {kr} om året.",),
        (),
    ),
    Topic(
        "care",
        ("Frivilligt socialt arbejde: fordeling af midler {år}", "Uddeling af paragraf 18-midler {år}"),
        (
            "Der er kommet {n} ansøgninger, og de søger i alt om {kr}.",
            "{forening} får støtte til sommerlejr og madklub.",
            "Seniorrådet foreslår, at nye foreninger får fortrin.",
            "Sidste år blev {tkr} ikke brugt.",
        ),
        ("at midlerne fordeles som i bilaget",),
        ("Puljen er på {tkr}.",),
        ("Fordelingsliste",),
    ),
    Topic(
        "care",
        ("Besøgsven og spisefællesskab i {sted}", "Indsats mod ensomhed blandt ældre i {sted}"),
        (
            "{forening} laver mad til {n} gæster hver onsdag.",
            "Kommunens forebyggende medarbejdere har talt med {m} ældre.",
            "Hver {n2}. siger, at de savner nogen at spise sammen med.",
        ),
        ("at der afsættes {tkr} til spisefællesskaber", "at {forening} inviteres til samarbejde"),
        ("Beløbet tages fra værdighedsmidlerne.",),
        (),
    ),
    Topic(
        "care",
        ("Botilbuddet {botilbud}: takst og normering {år1}", "{botilbud} – udvidelse med {n} pladser"),
        (
            "Botilbuddet har {n2} beboere med udviklingshandicap.",
            "Nattevagten styrkes efter en henvendelse fra pårørende.",
            "Taksten stiger med {pct} % som følge af overenskomsten.",
        ),
        ("at normeringen godkendes", "at taksten for {år1} fastsættes"),
        ("Merudgiften er {tkr} om året.",),
        ("Takstberegning",),
    ),
    Topic(
        "care",
        ("Sundhedsklinik i {sted}", "Lægedækning i {sted}: kommunal klinik"),
        (
            "{m} borgere i {sted} står uden fast læge.",
            "Kommunen kan leje {m2} m2 over købmanden til en klinik.",
            "To læger fra {sted2} har vist interesse.",
        ),
        ("at forvaltningen forhandler om lokaler på {vej} {nr}",),
        ("Lejen er {tkr} om året.",),
        (),
    ),
    Topic(
        "care",
        ("Kommunale hjælpemidler: depot og levering", "Hjælpemiddeldepotet på {vej}"),
        (
            "Depotet udleverede {m} kørestole og senge i {år0}.",
            "{pct} % kommer aldrig retur.",
            "Chaufførerne ønsker en lift mere og bedre parkering.",
        ),
        ("at depotet flytter til {vej} {nr}",),
        ("Flytningen koster {tkr}.",),
        (),
    ),
    Topic(
        "leisure",
        ("{hal}: nyt gulv og ventilation", "Renovering af {hal} i {sted}"),
        (
            "Gulvet i {hal} er slidt ned, og {forening} har måttet aflyse {n} kampe.",
            "Arbejdet varer {n2} uger og lægges i sommerferien.",
            "Et nyt ventilationsanlæg sænker varmeregningen med {pct} %.",
        ),
        ("at der gives bevilling på {kr} til {hal}",),
        ("Bevillingen finansieres af anlægspuljen {år}.",),
        ("Tilstandsrapport",),
    ),
    Topic(
        "leisure",
        ("Kunstgræsbane i {sted}", "Ansøgning fra {forening} om kunstgræs"),
        (
            "{forening} har {m} medlemmer og spiller på to grusbaner.",
            "Banen koster {kr}, og klubben har selv samlet {tkr}.",
            "Miljøafdelingen kræver, at granulatet ikke havner i åen.",
        ),
        ("at der ydes lånegaranti på {kr2}", "at klubben selv står for driften"),
        ("Garantien påvirker kommunens låneramme.",),
        ("Klubbens ansøgning",),
    ),
    Topic(
        "leisure",
        ("Musikskolen: elevtal og betaling {år1}", "Musikskolens virksomhedsplan {år1}"),
        (
            "Musikskolen har {m} elever, heraf {n} på venteliste til klaver.",
            "Undervisningen i {sted} flyttes til {skole}.",
            "En sæson koster {tkr} for børn.",
        ),
        ("at planen godkendes",),
        ("Musikskolens budget er {kr}.",),
        (),
    ),
    Topic(
        "leisure",
        ("Forsamlingshuset i {sted}: tilskud til tag", "Landsbypuljen {år}: {sted}"),
        (
            "Taget på forsamlingshuset er fra {gammelt}, og det regner ind over scenen.",
            "Borgerforeningen bidrager med {n} frivillige og {tkr}.",
            "Huset har {n2} arrangementer om året.",
        ),
        ("at der gives {tkr} af landsbypuljen",),
        ("Puljen har {kr} tilbage i {år}.",),
        ("Tilbud fra tømrer",),
    ),
    Topic(
        "leisure",
        ("Naturlegeplads og shelter ved {sted}", "Shelterplads i {sted} Skov"),
        (
            "{forening} vil bygge {n} shelters og en bålhytte.",
            "Pladsen ligger {m} meter fra parkeringspladsen.",
            "Skovens ejer har givet lov i {n2} år.",
        ),
        ("at der gives tilladelse og tilskud på {tkr}",),
        ("Tilskuddet tages af friluftspuljen.",),
        (),
    ),
    Topic(
        "leisure",
        ("Lokalarkiv og museum i {sted}", "Museet i {sted}: ny udstilling"),
        (
            "Museet har modtaget {m} fotografier fra en nedlagt avis.",
            "Udstillingen om teglværkerne ventes at få {m2} gæster.",
            "Arkivet mangler brandsikre skabe.",
        ),
        ("at driftsaftalen forlænges med {n} år",),
        ("Driftstilskuddet er {tkr} om året.",),
        (),
    ),
    Topic(
        "money",
        ("Budgetopfølgning pr. {måned} {år}", "Økonomirapport {n2} for {år}"),
        (
            "Der ventes et merforbrug på {kr} på det specialiserede område.",
            "Skatteindtægterne bliver {kr2} højere end budgetteret.",
            "Likviditeten opgøres til {n} mio. kr. i gennemsnit over et år.",
        ),
        ("at rapporten tages til efterretning", "at omplaceringerne godkendes"),
        ("Se sagens tabeller.",),
        ("Økonomirapport",),
    ),
    Topic(
        "money",
        ("Salg af grund på {vej} {nr} i {sted}", "Udbud af {n} byggegrunde i {sted}"),
        (
            "Grunden er på {m2} m2 og har stået tom i {n2} år.",
            "{firma} har budt {kr} og vil bygge værksted.",
            "Jordbunden er forurenet i det sydøstlige hjørne.",
        ),
        ("at grunden sælges til højestbydende", "at provenuet lægges i kassen"),
        ("Indtægten ventes at blive {kr}.",),
        ("Købstilbud", "Vurdering"),
    ),
    Topic(
        "money",
        ("Erhvervsservice: aftale med {firma} {år1}", "Iværksætterhus i {sted}"),
        (
            "{n} nye virksomheder blev rådgivet i {år0}.",
            "Iværksætterhuset har {n2} kontorpladser og et fælles værksted.",
            "Hver tredje lejer er flyttet videre til egne lokaler.",
        ),
        ("at aftalen forlænges til og med {år1}",),
        ("Aftalen koster {tkr} om året.",),
        (),
    ),
    Topic(
        "money",
        ("Indkøb af elbiler til hjemmeplejen", "Ladestandere ved rådhuset og {plejecenter}"),
        (
            "{n} benzinbiler udskiftes, når leasingaftalen udløber i {måned}.",
            "Der opsættes {n2} ladestandere, som borgere kan bruge om aftenen.",
            "Udslippet falder med {n3} tons CO2.",
        ),
        ("at bilerne indkøbes gennem en rammeaftale",),
        ("Merprisen er {tkr} pr. bil, men brændstoffet er billigere.",),
        (),
    ),
    Topic(
        "money",
        ("Kommunal låneoptagelse {år}", "Placering af overskudslikviditet {år}"),
        (
            "Lånerammen for {år} er opgjort til {kr}.",
            "Bankerne tilbyder en fast rente på {komma} % i {n} år.",
            "Den samlede gæld er {n2} mio. kr.",
        ),
        ("at der optages lån på {kr2} med fast rente",),
        ("Renter og afdrag er {tkr} i {år1}.",),
        (),
    ),
    Topic(
        "money",
        ("Beredskabet: ny brandstation i {sted}", "Robusthed i beredskabet: station {sted}"),
        (
            "Udrykningstiden til {sted2} er {n} minutter og skal ned på {n2}.",
            "Stationen bygges på {vej} {nr} med plads til {n3} køretøjer.",
            "Deltidsbrandfolkene ønsker bedre omklædning.",
        ),
        ("at grunden reserveres til brandstation", "at der søges fælles finansiering"),
        ("Kommunens andel er {kr}.",),
        ("Risikoanalyse",),
    ),
    Topic(
        "money",
        ("Digital post og selvbetjening i borgerservice", "Borgerservice i {sted}: åbningstider"),
        (
            "{m} henvendelser om ugen er faldet til det halve på {n} år.",
            "Tidsbestilling indføres for pas og kørekort.",
            "Seniorrådet advarer mod at lukke skranken i {sted}.",
        ),
        ("at skranken i {sted} holder åbent {n2} timer om ugen",),
        ("Besparelsen er {tkr} om året.",),
        (),
    ),
)
