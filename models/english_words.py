"""English words of municipal life and the Danish ones that minutes use for them.

An English question is searched for by its meaning, and by its words: those put into Danish here. Phrases
come before the words in them. The table is ours; a new word is a new entry.
"""

import re
from functools import cache

__all__ = ["in_danish", "is_put_into"]

_PHRASES = """
activity centre=aktivitetscenter; annual report=årsrapport; assisted living=bofællesskab
bicycle lane=cykelsti; bike lane=cykelsti; bike path=cykelsti; building permit=byggetilladelse
bus stop=busstoppested; care home=plejehjem; case processing time=sagsbehandlingstid
chronically ill=kronisk syg; citizen proposal=borgerforslag; city centre=bymidte
civil servant=embedsmand; closed agenda=lukket dagsorden; coastal protection=kystbeskyttelse
construction grant=anlægsbevilling; cycle lane=cykelsti; cycle path=cykelsti; cycle route=cykelrute
day care=dagpleje; day centre=dagcenter; district heating=fjernvarme; domestic violence=vold
drop-in centre=værested; elderly care=ældrepleje; elderly policy=ældrepolitik; electric car=elbil
electric vehicle=elbil; family centre=familiecenter; fire service=brandvæsen
flood protection=oversvømmelse; foster family=plejefamilie; free of charge=gratis
grant application=ansøgning; green space=grønt område; group course=gruppeforløb
health centre=sundhedscenter; health policy=sundhedspolitik; home care=hjemmepleje
home visit=hjemmebesøg; homeless people=hjemløs; hourly rate=timepris; housing association=boligforening
job centre=jobcenter; land use=arealanvendelse; local plan=lokalplan; mayor's office=borgmester
meals on wheels=madservice; mental health=psykisk sundhed; minimum standards=minimumsnormering
municipal plan=kommuneplan; nursing home=plejehjem; opening hours=åbningstid
outreach team=opsøgende team; parking fee=parkeringsafgift; parking space=parkeringsplads
phone ban=mobilforbud; physical activity=fysisk aktivitet; planning permission=byggetilladelse
play area=legeplads; project period=projektperiode; property tax=grundskyld; public hearing=høring
public transport=kollektiv trafik; quality standard=kvalitetsstandard; rat control=rottebekæmpelse
road safety=trafiksikkerhed; school board=skolebestyrelse; school closure=skolelukning
school structure=skolestruktur; set aside=afsætte; sheltered housing=beskyttet bolig
sick leave=sygefravær; sickness absence=sygefravær; smoking cessation=rygestop
social housing=almen bolig; social worker=socialrådgiver; solar farm=solcellepark; solar panel=solcelle
solar park=solcellepark; solar plant=solcelleanlæg; special needs=særlig behov
speed limit=hastighedsgrænse; sports centre=idrætscenter; sports hall=idrætshal
staff turnover=personaleomsætning; street light=vejbelysning; street lighting=vejbelysning
substance abuse=stofmisbrug; summer house=sommerhus; supplementary grant=tillægsbevilling
swimming hall=svømmehal; swimming pool=svømmehal; town hall=rådhus; traffic light=trafiklys
waste water=spildevand; water supply=vandforsyning; wind farm=vindmøllepark; wind turbine=vindmølle
winter swimming=vinterbadning; youth club=ungdomsklub; youth school=ungdomsskole
"""
_WORDS = """
absence=fravær; absent=fraværende; abuse=misbrug; access=adgang; accessibility=tilgængelighed
accident=ulykke; account=regnskab; action=handling; addiction=misbrug; address=adresse; adult=voksen
advice=rådgivning; age=alder; agreement=aftale; airport=lufthavn; alcohol=alkohol; allocate=afsætte
allocation=fordeling; amendment=ændringsforslag; annual=årlig; apartment=lejlighed; appeal=klage
application=ansøgning; appoint=udpege; apprentice=elev; architect=arkitekt; area=område; arrest=anholde
assessment=vurdering; asylum=asyl; attendance=fremmøde; audit=revision; auditor=revisor; autism=autisme
award=pris; barrier=barriere; bath=bad; beach=strand; benefit=ydelse; bicycle=cykel; bid=bud
bin=skraldespand; boat=båd; book=bog; bridge=bro; budget=budget; build=bygge; building=bygning
bullying=mobning; bus=bus; business=erhverv; buy=købe; campaign=kampagne; camping=camping
canteen=kantine; capacity=kapacitet; car=bil; carbon=CO2; care=pleje; caretaker=pedel
cemetery=kirkegård; center=center; centre=center; change=ændring; charge=takst; charger=lader
child=barn; childcare=børnepasning; children=barn; church=kirke; cinema=biograf; citizen=borger; city=by
class=klasse; classroom=klasselokale; cleaning=rengøring; climate=klima; clinic=klinik; close=lukke
closing=lukke; closure=lukning; club=klub; coast=kyst; comment=bemærkning; common=fælles; company=firma
compensation=erstatning; complaint=klage; concert=koncert; condition=betingelse; conference=konference
consequence=konsekvens; construction=byggeri; consultant=konsulent; consultation=høring
consumption=forbrug; contract=kontrakt; contractor=entreprenør; contribution=bidrag
cooperation=samarbejde; coordinator=koordinator; cost=koste; course=kursus; crime=kriminalitet
culture=kultur; cut=besparelse; cycling=cykling; cyclist=cyklist; dam=dæmning; damage=skade
deadline=frist; debt=gæld; deficit=underskud; delay=forsinkelse; demolish=nedrive; demolition=nedrivning
dentist=tandlæge; deposit=depositum; deputy=stedfortræder; development=udvikling; dike=dige
director=direktør; disability=handicap; disabled=handicappet; discount=rabat; discussion=drøftelse
dispensation=dispensation; district=bydel; dividend=udbytte; doctor=læge; dog=hund; drain=kloak
driver=chauffør; drug=stof; dwelling=bolig; economy=økonomi; education=uddannelse; effect=effekt
elderly=ældre; election=valg; electricity=el; employee=medarbejder; employment=beskæftigelse
energy=energi; enquiry=henvendelse; enterprise=virksomhed; environment=miljø; equality=ligestilling
equipment=udstyr; evaluation=evaluering; event=arrangement; examination=prøve; exemption=dispensation
expansion=udvidelse; expense=udgift; experience=erfaring; experiment=forsøg; extend=forlænge
extended=forlænge; extension=udvidelse; facility=facilitet; factory=fabrik; family=familie; farm=gård
farmer=landmand; fee=gebyr; fence=hegn; ferry=færge; festival=festival; fewer=færre; field=mark
figure=tal; film=film; finance=finansiering; fine=bøde; fire=brand; firm=firma; fjord=fjord; flag=flag
flat=lejlighed; flood=oversvømmelse; food=mad; football=fodbold; forest=skov; former=tidligere
foundation=fond; framework=ramme; free=gratis; fund=fond; funding=finansiering; garbage=affald
garden=have; goal=mål; grade=karakter; grant=bevilling; ground=grund; group=gruppe; growth=vækst
guarantee=garanti; guideline=retningslinje; gym=idrætshal; hall=hal; harbor=havn; harbour=havn
head=leder; headteacher=skoleleder; health=sundhed; hearing=høring; heat=varme; heating=varme
height=højde; help=hjælp; heritage=kulturarv; higher=højere; highway=vej; hire=ansætte; home=hjem
homeless=hjemløs; homelessness=hjemløshed; hospital=sygehus; hotel=hotel; hour=time; house=hus
household=husstand; housing=bolig; immigrant=indvandrer; implementation=implementering
improvement=forbedring; income=indtægt; increase=stigning; indicator=indikator; industry=industri
inhabitant=indbygger; initiative=initiativ; inspection=tilsyn; institution=institution
insurance=forsikring; integration=integration; interest=rente; internet=internet
investigation=undersøgelse; investment=investering; job=job; joint=fælles; kindergarten=børnehave
kitchen=køkken; lake=sø; land=jord; landlord=udlejer; lane=vognbane; language=sprog; law=lov; lead=leder
leader=leder; lease=leje; leave=orlov; legal=lovlig; leisure=fritid; length=længde; letter=brev
library=bibliotek; licence=licens; license=licens; light=lys; lighting=belysning; loan=lån; local=lokal
lottery=lotteri; lower=lavere; machine=maskine; mail=post; maintenance=vedligeholdelse; man=mand
manager=leder; map=kort; market=marked; marsh=eng; mayor=borgmester; meadow=eng; meal=måltid
measure=indsats; media=medie; medicine=medicin; member=medlem; membership=medlemskab; men=mand
merge=sammenlægge; merger=sammenlægning; mill=mølle; mine=mine; minister=minister; ministry=ministerium
motion=forslag; museum=museum; music=musik; nature=natur; neighbor=nabo; neighbour=nabo; network=netværk
new=ny; newspaper=avis; noise=støj; nurse=sygeplejerske; nursery=vuggestue; objection=indsigelse
offer=tilbud; office=kontor; old=gammel; opening=åbning; operation=indsats; operator=operatør
organisation=organisation; organization=organisation; own=eje; owned=eje; owner=ejer; ownership=ejerskab
owns=eje; parent=forælder; park=park; parking=parkering; participant=deltager; participation=deltagelse
partner=partner; partnership=partnerskab; path=sti; patient=patient; payment=betaling
pedestrian=fodgænger; pension=pension; pensioner=pensionist; people=borger; performance=resultat
period=periode; permanent=permanent; permission=tilladelse; permit=tilladelse; person=person
phone=telefon; plan=plan; planning=planlægning; plant=anlæg; playground=legeplads; plot=grund
police=politi; policy=politik; politician=politiker; pollution=forurening; pool=bassin
population=befolkning; port=havn; poverty=fattigdom; preschool=børnehave; prevention=forebyggelse
preventive=forebyggende; price=pris; principal=skoleleder; prison=fængsel; private=privat
process=proces; procurement=udbud; programme=program; project=projekt; property=ejendom
proposal=forslag; protection=beskyttelse; protest=protest; public=offentlig; pump=pumpe; pupil=elev
purchase=køb; quality=kvalitet; question=spørgsmål; queue=venteliste; quota=kvote; railway=jernbane
rain=regn; rat=rotte; rate=takst; receive=modtage; reception=modtagelse; recipient=modtager
recycling=genbrug; reduce=nedsætte; reduction=nedsættelse; refugee=flygtning; refurbishment=renovering
region=region; registration=registrering; regulation=regulering; rehabilitation=genoptræning
reindeer=rensdyr; renovate=renovere; renovated=renovere; renovating=renovering; renovation=renovering
rent=husleje; repair=reparation; replace=udskifte; report=rapport; reservation=forbehold
residence=bopæl; resident=beboer; resource=ressource; respite=aflastning; response=svar
restaurant=restaurant; retirement=pension; revenue=indtægt; road=vej; roof=tag; roundabout=rundkørsel
rule=regel; safety=sikkerhed; salary=løn; sale=salg; sand=sand; saving=besparelse; schedule=tidsplan
school=skole; sculpture=skulptur; sea=hav; season=sæson; secretary=sekretær; security=tryghed
sell=sælge; senior=senior; sensor=sensor; service=service; settlement=forlig; sewage=spildevand
sewer=kloak; share=andel; shelter=herberg; shop=butik; sidewalk=fortov; sign=skilt; slide=rutsjebane
smoking=rygning; society=samfund; soil=jord; speed=hastighed; sponsor=sponsor; sport=idræt
stadium=stadion; staff=personale; stage=etape; standard=standard; state=stat; station=station
statistic=statistik; statue=statue; status=status; storm=storm; strategy=strategi; street=gade
student=elev; study=undersøgelse; subsidy=tilskud; substitute=vikar; suburb=forstad; supervision=tilsyn
supplier=leverandør; supply=forsyning; support=støtte; surplus=overskud; survey=undersøgelse
swimming=svømning; target=mål; tax=skat; taxi=taxa; teacher=lærer; team=team; technology=teknologi
telephone=telefon; temporary=midlertidig; tenant=lejer; tender=udbud; territory=område; test=prøve
textile=tekstil; theatre=teater; therapy=terapi; ticket=billet; toilet=toilet; tourism=turisme
tourist=turist; tower=tårn; town=by; trade=handel; traffic=trafik; train=tog; training=træning
transport=transport; treatment=behandling; tree=træ; trial=forsøg; trust=tillid; tunnel=tunnel
unemployed=ledig; unemployment=ledighed; union=fagforening; university=universitet; upgrade=opgradering
user=bruger; vacancy=ledig; vaccination=vaccination; vehicle=køretøj; victim=offer; village=landsby
violence=vold; visit=besøg; visitor=gæst; volunteer=frivillig; vote=stemme; voucher=værdibevis; wage=løn
waiting=vente; wall=væg; ward=afdeling; waste=affald; water=vand; watercourse=vandløb
website=hjemmeside; welfare=velfærd; wheelchair=kørestol; width=bredde; wind=vind; window=vindue
winter=vinter; woman=kvinde; women=kvinde; wood=skov; work=arbejde; worker=medarbejder
workplace=arbejdsplads; workshop=værksted; young=ung; youth=ung; zone=zone
"""


def in_danish(text: str) -> str:
    """An English text with the words that the table knows put into Danish; everything else as it was.

    >>> in_danish("What was decided about the solar parks near Vesterlyng?")
    'What was decided about the solcellepark near Vesterlyng?'
    """
    return _known().sub(lambda match: _table()[_singular(match[0].lower())], text)


def is_put_into(word: str) -> bool:
    """Whether a word is one of those that English ones are put into."""
    return word.lower() in _put_into()


@cache
def _put_into() -> frozenset[str]:
    return frozenset(word.lower() for words in _table().values() for word in words.split())


@cache
def _table() -> dict[str, str]:
    entries = re.split(r"[;\n]\s*", f"{_PHRASES}\n{_WORDS}")
    return dict(tuple(entry.split("=", 1)) for entry in entries if entry)


@cache
def _known() -> re.Pattern[str]:
    longest_first = sorted(_table(), key=len, reverse=True)
    endings = r"(?:s|es)?"
    plural_y = (word[:-1] + "ies" for word in longest_first if word.endswith("y"))
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))}){endings}(?![\w-])"
        rf"|(?<![\w-])(?:{'|'.join(map(re.escape, plural_y))})(?![\w-])",
        re.IGNORECASE,
    )


def _singular(word: str) -> str:
    """The entry a word or phrase stands under."""
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return next(form for form in forms if form in _table())
