"""What a question asks for, by its words, in Danish and English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer import Intent
from qa.intents import AnswerType, answer_type_of, intent_of, is_english, is_yes_no

INTENTS = {
    Intent.DECISION: [
        "Hvad blev besluttet om Værket?",
        "hvad blev der bestemt om en strategi for hjemløse",
        "Blev lokalplanen vedtaget?",
        "Hvad var begrundelsen for at udsætte lokalplanen?",
        "Fik spejderne en bevilling?",
        "Hvad skete der med sagen om bussernes fremkommelighed?",
        "Hvad er der sket med havnen?",
        "Hvordan gik det med skolen i Hulbæk?",
        "Hvad mente Økonomiudvalget om at flytte varmestuen?",
        "Hvem tog forbehold for udviklingsplanen?",
        "Hvad skal der ske med Værket?",
        "Hvad skal der nu ske med Værket?",
        "Hvad bad udvalget forvaltningen om?",
        "Hvad ønskede Byrådet undersøgt?",
        "Hvad pålagde Byrådet forvaltningen?",
        "Er budgettet blevet godkendt?",
        "Hvad blev borgertinget til?",
        "What did the committee decide about welfare technology?",
        "What happened to the swimming pool?",
        "Was the solar park approved?",
        "Værket",
        "",
    ],
    Intent.FACT: [
        "Hvor mange sager var med i barometeret?",
        "Hvor meget koster den nye børnehave?",
        "Hvor stort var sygefraværet i juni 2025?",
        "Hvad koster en plads i vuggestuen?",
        "Hvad blev diæten hævet til?",
        "Hvornår åbner den nye svømmehal?",
        "Hvem er leder af plejecentret?",
        "Hvor gammel er skolen?",
        "Hvor langt er der mellem skolerne?",
        "Hvorfor er taksten steget?",
        "Hvem bestemmer, hvor skolen skal ligge?",
        "Hvem træffer afgørelsen om havnen?",
        "Hvem skal betale for broen?",
        "Hvad kommer broen til at koste?",
        "Hvad vil den nye bro koste?",
        "Til hvilken pris sælges grunden?",
        "I hvilket omfang bruges hallen?",
        "Who decides where the bus stops?",
        "At what age do children start in school?",
        "How many bathers are members of the club?",
        "When does the kindergarten open?",
        "Over hvor mange år betales lånet tilbage?",
        "Om hvilken vej går stien?",
        "Hvilken karakter giver deltagerne forløbet for voldsramte?",
        "Hvor mange har gennemført forløbet om sund mad?",
        "Hvad koster forløbet for pårørende?",
    ],
    Intent.MEETING: [
        "Hvem var formand for Socialudvalget i 2023?",
        "Hvor holdt Socialudvalget møde den 1. september 2025?",
        "Hvem meldte afbud til mødet i september?",
        "Hvem deltog i mødet den 4. marts?",
        "Hvem tog referat i november 2022?",
        "Hvem kom ikke til Børneudvalgets møde i maj?",
        "Hvilket medlem af Børneudvalget var der ikke den 12. maj?",
        "Hvem var ikke med, da Børneudvalget mødtes i maj?",
        "Hvem var ikke med til Børneudvalgets møde i maj?",
        "Hvem repræsenterede Venstre på byrådsmødet i maj?",
        "Hvornår begyndte byrådsmødet den 30. april 2024?",
        "Hvor mødtes Byrådet i juni 2025?",
        "Hvor sad Børne- og Kulturudvalget henne den 12. marts?",
        "Hvor holdt Socialudvalget til den 3. maj?",
        "Hvad stod på dagsordenen den 17. december?",
        "På hvilken adresse holdt Byrådet møde?",
        "I hvilket lokale blev mødet holdt?",
        "Hvad var klokken, da mødet begyndte?",
        "Hvad tid begyndte Teknisk Udvalg den 1. oktober 2025?",
        "Hvornår sluttede byrådet den 24. juni?",
        "When did the committee start on 4 March?",
        "Hvem sad for bordenden i Socialudvalget i december?",
        "Hvem ledede mødet den 4. marts?",
        "Vis deltagerlisten fra mødet i maj",
        "At what time did the meeting begin?",
        "What time did the council meet?",
        "Who was the chair of the social committee?",
        "Where did the council meet in June 2025?",
        "What was on the agenda in May?",
    ],
    Intent.TIMELINE: [
        "Hvilke beslutninger er der truffet om velfærdsteknologi gennem årene?",
        "Vis historikken for sag 2023-007002",
        "Giv mig hele forløbet om flytningen",
        "Hvordan er sagen om lokalplan 4.17 blevet behandlet?",
        "Hvor mange gange er skolen blevet drøftet?",
        "Hvordan er sagen om havnen behandlet?",
        "Hvordan er lokalplanen blevet behandlet undervejs?",
        "Hvad skete der undervejs i sagen om havnen?",
        "Hvad er der tidligere besluttet om havnen?",
        "Hvilke beslutninger er der hidtil truffet om havnen?",
        "What is the history of the case about the school?",
        "Hvordan kom lokalplanen igennem udvalgene?",
        "Hvordan kom budgettet gennem alle led?",
        "Hvilket forløb havde lokalplanen?",
        "Hvad er forløbet for lokalplan 4.17?",
        "Hvad er der sket med havnen siden 2022?",
        "What has happened to the harbour since 2022?",
    ],
    Intent.PRECEDENT: [
        "Har vi før givet dispensation ved kysten?",
        "Findes der lignende sager om nedsættelse af takster?",
        "Er der fortilfælde eller tilsvarende afgørelser?",
        "Findes der fortilfælde på, at gæld er eftergivet?",
        "Har der tidligere været sager om vold i nære relationer?",
        "Are there similar cases about solar panels?",
    ],
    Intent.LIST: [
        "Hvilke sager blev udsat i 2025?",
        "Hvilke sager kom ikke i mål på mødet?",
        "Hvilke punkter blev behandlet for lukkede døre i maj?",
        "Hvilke sager var lukkede i 2022?",
        "Hvad er overskrifterne på de punkter, der blev behandlet for lukkede døre?",
        "Hvilke lukkede punkter var der på mødet?",
        "Which items were discussed behind closed doors?",
        "Hvilke forslag har Byrådet forkastet?",
        "Vis alle sager om skoler",
        "Hvad blev afvist i 2024?",
        "Hvad er der taget af dagsordenen i 2023?",
        "Hvor har Lone Hedemark taget forbehold?",
        "Which cases were postponed?",
        "What was rejected in 2024?",
        "List the decisions of May 2025",
    ],
}
ANSWER_TYPES = [
    ("Hvor mange sager er der?", AnswerType.NUMBER),
    ("Hvor ofte mødes de?", AnswerType.FREQUENCY),
    ("Hvor mange procent er ledige?", AnswerType.PERCENT),
    ("Hvor stor en andel er ældre?", AnswerType.PERCENT),
    ("Hvor mange penge er der afsat?", AnswerType.MONEY),
    ("Hvor mange kroner får klubben?", AnswerType.MONEY),
    ("Hvad koster en hovedret?", AnswerType.MONEY),
    ("Hvor meget koster broen?", AnswerType.MONEY),
    ("Hvor stor er bøden?", AnswerType.MONEY),
    ("Hvor højt er medlemstilskuddet?", AnswerType.MONEY),
    ("Hvad er huslejen i de nye boliger?", AnswerType.MONEY),
    ("Hvad blev erstatningen?", AnswerType.MONEY),
    ("Hvilken udgift giver det?", AnswerType.MONEY),
    ("Hvad betaler klubben?", AnswerType.MONEY),
    ("Hvad vil det beløbe sig til?", AnswerType.MONEY),
    ("Hvad løber det op i?", AnswerType.MONEY),
    ("Hvad var prisen?", AnswerType.MONEY),
    ("Hvor mange puljemidler er der?", AnswerType.MONEY),
    ("Hvor stort er tabet?", AnswerType.SIZE),
    ("Hvor højt må der bygges?", AnswerType.LENGTH),
    ("Hvor langt er der til skolen?", AnswerType.LENGTH),
    ("Hvor langt er busserne fra målet?", AnswerType.ANY),
    ("Hvor langt er man nået med planen?", AnswerType.ANY),
    ("Hvilken vej ligger svømmehallen på?", AnswerType.STREET),
    ("Hvad er adressen på værestedet?", AnswerType.STREET),
    ("Hvor højt er sygefraværet?", AnswerType.SIZE),
    ("Hvad var sygefraværet i 2024?", AnswerType.SIZE),
    ("Hvad er det samlede elevtallet?", AnswerType.SIZE),
    ("Hvilket elevtal har skolen?", AnswerType.SIZE),
    ("Hvad bliver den nye kapacitet?", AnswerType.SIZE),
    ("Hvad er aftalen om hallen?", AnswerType.ANY),
    ("Hvad gav havnen for den gamle kran?", AnswerType.MONEY),
    ("Hvad gav anledning til, at sagen blev taget op for at blive ændret?", AnswerType.ANY),
    ("Hvad er planen for hospitalet?", AnswerType.ANY),
    ("Hvilket hospital samarbejder kommunen med?", AnswerType.ANY),
    ("Hvilket flertal stod bag?", AnswerType.ANY),
    ("Hvilken boghandel vandt udbuddet?", AnswerType.ANY),
    ("Hvad er Søhøjden?", AnswerType.ANY),
    ("Hvad gav udvalget dispensation for på Kystvejen?", AnswerType.ANY),
    ("Hvad gav byrådet som begrundelse for det?", AnswerType.ANY),
    ("Hvor længe varer forsøget?", AnswerType.DURATION),
    ("Hvor lang tid tager det?", AnswerType.DURATION),
    ("Hvor lang er ventetiden?", AnswerType.DURATION),
    ("Hvor lang er ventetiden på en plads?", AnswerType.DURATION),
    ("Hvor lang er høringsfristen?", AnswerType.DURATION),
    ("Hvor lang en periode gælder det?", AnswerType.DURATION),
    ("Hvor gammel er bygningen?", AnswerType.AGE),
    ("Hvilken alder har børnene?", AnswerType.AGE),
    ("Hvor langt er der til skolen?", AnswerType.LENGTH),
    ("Hvor lang er stien?", AnswerType.LENGTH),
    ("Hvornår åbner børnehaven?", AnswerType.DATE),
    ("Hvilket år blev den bygget?", AnswerType.DATE),
    ("Hvem er formand?", AnswerType.NAME),
    ("Hvem var arkitekt?", AnswerType.NAME),
    ("Hvad hedder broen?", AnswerType.NAME),
    ("Hvad kaldes broen?", AnswerType.NAME),
    ("Hvilket firma bygger broen?", AnswerType.FIRM),
    ("Hvilken lokal entreprenør byggede broen?", AnswerType.FIRM),
    ("Hvem byggede broen?", AnswerType.PERSON),
    ("Hvor ligger huset?", AnswerType.PLACE),
    ("Blev lokalplanen vedtaget?", AnswerType.YES_NO),
    ("Skal der laves en oversigt?", AnswerType.YES_NO),
    ("Hvad handler sagen om?", AnswerType.ANY),
    ("How many cases were there?", AnswerType.NUMBER),
    ("How old is the building?", AnswerType.AGE),
    ("How long does it take?", AnswerType.DURATION),
    ("When does it open?", AnswerType.DATE),
    ("How much funding did the club get?", AnswerType.MONEY),
    ("How much state support is there?", AnswerType.MONEY),
    ("What will the bridge cost?", AnswerType.MONEY),
    ("What age are the children?", AnswerType.AGE),
    ("Which company built it?", AnswerType.FIRM),
    ("Who is the chair?", AnswerType.NAME),
    ("Who built the bridge?", AnswerType.PERSON),
    ("Was it approved?", AnswerType.YES_NO),
]


@pytest.mark.parametrize(
    ("question", "intent"), [(question, intent) for intent, asked in INTENTS.items() for question in asked]
)
def test_intent(question: str, intent: Intent) -> None:
    assert intent_of(question) is intent
    assert intent_of(f"  {question.upper()} ") is intent


@pytest.mark.parametrize(("question", "kind"), ANSWER_TYPES)
def test_answer_type(question: str, kind: AnswerType) -> None:
    assert answer_type_of(question) is kind


@pytest.mark.parametrize(
    "question",
    [
        "What did the committee decide about Værket?",
        "Why did Fælles fremtid run longer than planned?",
        "How many people in Køge had signed up for Boblberg by 2023?",
        "How many cases were there?",
        "Who was the chair in 2023?",
    ],
)
def test_english(question: str) -> None:
    assert is_english(question)


@pytest.mark.parametrize(
    "question", ["Hvad blev besluttet om Værket?", "Værket", "", "Housing First", "Is på stranden"]
)
def test_not_english(question: str) -> None:
    assert not is_english(question)


@given(st.text())
def test_any_text_has_an_intent(text: str) -> None:
    assert intent_of(text) in Intent
    assert answer_type_of(text) in AnswerType
    assert is_english(text) in (True, False)
    assert is_yes_no(text) is (answer_type_of(text) is AnswerType.YES_NO)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Hvem har kompetencen til at afgøre sagen om bådhuset?", Intent.FACT),
        ("Hvem kan træffe afgørelse om bådhuset?", Intent.FACT),
        ("Hvordan bliver spildevandet behandlet?", Intent.FACT),
        ("Hvordan er salget af skolen blevet behandlet undervejs?", Intent.TIMELINE),
        ("Hvem sad i Socialudvalget i september 2025?", Intent.MEETING),
    ],
)
def test_who_decides_who_was_there_and_how_it_went(question: str, intent: Intent) -> None:
    assert intent_of(question) is intent
