"""English words of municipal life and the Danish ones that minutes use for them.

An English question is searched for by its meaning, and by its words: those put into Danish here. Phrases
come before the words in them. The table is ours; a new word is a new entry.
"""

import re
from functools import cache

__all__ = ["in_danish", "is_put_into"]

_PHRASES = """
absent pupil=elevfravær; activity centre=aktivitetscenter; adult education=voksenuddannelse
after-school care=SFO; after-school club=fritidsklub; after-school programme=SFO; air quality=luftkvalitet
allotment garden=kolonihave; annual report=årsrapport; art museum=kunstmuseum; artificial turf=kunstgræs
assisted living=bofællesskab; asylum seeker=asylansøger; at-risk youth=udsat ung; bathing area=badested
bathing jetty=badebro; bathing water=badevand; bicycle lane=cykelsti; bike lane=cykelsti
bike parking=cykelparkering; bike path=cykelsti; bike rack=cykelparkering; board member=bestyrelsesmedlem
boat club=bådklub; budget agreement=budgetforlig; budget cut=besparelse; budget follow-up=budgetopfølgning
budget overrun=merforbrug; budget review=budgetopfølgning; building application=byggeansøgning
building height=bygningshøjde; building line=byggelinje; building permit=byggetilladelse
building site=byggegrund; bus route=busrute; bus service=busrute; bus stop=busstoppested
business park=erhvervsområde; campaign poster=valgplakat; care assistant=social- og sundhedsassistent
care helper=social- og sundhedshjælper; care home=plejehjem; care worker=plejepersonale
case processing time=sagsbehandlingstid; cash benefit=kontanthjælp; charging point=ladepunkt
charging stand=ladestander; charging station=ladestander; child benefit=børneydelse
child protection=børnebeskyttelse; child welfare=børn unge; children's home=døgninstitution
chronically ill=kronisk syg; citizen proposal=borgerforslag; citizen service=borgerservice
citizens' meeting=borgermøde; citizens' proposal=borgerforslag; citizens' survey=borgerundersøgelse
city centre=bymidte; city council=byråd; city hall=rådhus; civil servant=embedsmand
climate action plan=klimaplan; climate adaptation=klimatilpasning; climate plan=klimaplan
closed agenda=lukket dagsorden; club house=klubhus; coastal erosion=kysterosion
coastal protection=kystbeskyttelse; code of conduct=adfærdskodeks; community centre=medborgerhus
community garden=byhave; community house=forsamlingshus; company car=tjenestebil; complaint case=klagesag
complaints board=klagenævn; concert hall=koncertsal; conference room=mødelokale; conservation area=fredning
construction grant=anlægsbevilling; consultation period=høringsperiode; consultation response=høringssvar
contaminated soil=jordforurening; contract extension=kontraktforlængelse; council member=byrådsmedlem
country house=landsted; crime prevention=kriminalpræventiv; crisis centre=krisecenter
cultural centre=kulturhus; cultural heritage=kulturarv; cultural life=kulturliv; culture house=kulturhus
cycle lane=cykelsti; cycle path=cykelsti; cycle route=cykelrute; daily manager=daglig leder
data protection=databeskyttelse; day care=dagpleje; day centre=dagcenter; day nursery=vuggestue
debt collection=inddrivelse; dementia centre=demenscenter; dental care=tandpleje; dental clinic=tandklinik
detailed plan=lokalplan; district heating=fjernvarme; dog park=hundeskov; domestic violence=vold
drinking water=drikkevand; driving service=kørselsordning; drop-in centre=værested
early intervention=tidlig indsats; early retirement=førtidspension; eating place=spisested
elderly care=ældrepleje; elderly policy=ældrepolitik; electric bike=elcykel; electric bus=elbus
electric car=elbil; electric vehicle=elbil; emergency plan=beredskabsplan; emergency preparedness=beredskab
emergency service=beredskab; employment effort=beskæftigelsesindsats; energy renovation=energirenovering
energy saving=energibesparelse; environmental assessment=miljøvurdering
environmental impact=miljøpåvirkning; environmental permit=miljøgodkendelse; evening school=aftenskole
exercise room=motionsrum; family centre=familiecenter; family counselling=familierådgivning
family house=familiehus; financial report=regnskab; financial statement=regnskab; fire service=brandvæsen
fire station=brandstation; first reading=førstebehandling; fitness room=motionsrum; fixed-term=midlertidig
flex job=fleksjob; flexi job=fleksjob; flood protection=oversvømmelse; folk high school=højskole
food waste=madaffald; football club=fodboldklub; football field=fodboldbane; football pitch=fodboldbane
foster care=familiepleje; foster family=plejefamilie; framework agreement=rammeaftale; free of charge=gratis
garden waste=haveaffald; gender equality=ligestilling; general practitioner=praktiserende læge
golf course=golfbane; grant application=ansøgning; grass pitch=græsbane; green energy=grøn energi
green space=grønt område; green transition=grøn omstilling; ground water=grundvand
group course=gruppeforløb; guest house=gæstehus; handball hall=håndboldhal; harbour bath=havnebad
harbour front=havnefront; hazardous waste=farligt affald; head of department=afdelingsleder
health centre=sundhedscenter; health policy=sundhedspolitik; healthy food=sund mad; heat plan=varmeplan
heat pump=varmepumpe; heating supply=varmeforsyning; heavy traffic=tung trafik; high school=gymnasium
hiking trail=vandresti; holiday care=feriepasning; holiday home=sommerhus; home care=hjemmepleje
home help=hjemmehjælp; home helper=hjemmehjælper; home nurse=hjemmesygeplejerske
home nursing=hjemmesygepleje; home schooling=hjemmeundervisning; home visit=hjemmebesøg
homeless people=hjemløs; hourly rate=timepris; household waste=husholdningsaffald
housing association=boligforening; housing benefit=boligstøtte; housing unit=bolig; ice rink=skøjtebane
ice skating=skøjtebane; income limit=indtægtsgrænse; indoor climate=indeklima
industrial area=erhvervsområde; integration programme=integrationsprogram; internal audit=intern revision
job centre=jobcenter; job seeker=jobsøgende; joint venture=fællesselskab; juvenile crime=ungdomskriminalitet
land sale=grundsalg; land use=arealanvendelse; land value=grundværdi; language assessment=sprogvurdering
language stimulation=sprogstimulering; learning environment=læringsmiljø; leisure card=fritidspas
leisure centre=fritidscenter; library hours=biblioteks åbningstid; life expectancy=middellevetid
light rail=letbane; listed building=fredet bygning; living room=stue; loan guarantee=lånegaranti
local archive=lokalarkiv; local council=lokalråd; local history=lokalhistorie; local plan=lokalplan
long-term unemployed=langtidsledig; lunch club=frokost; lunch scheme=frokostordning; main road=hovedvej
main street=hovedgade; maintenance backlog=vedligeholdelsesefterslæb; market square=torv
mayor's office=borgmester; meal scheme=madordning; meals on wheels=madservice; medical centre=lægehus
medical clinic=lægehus; meeting place=mødested; meeting plan=mødeplan; meeting schedule=mødeplan
mental health=psykisk sundhed; minimum standards=minimumsnormering; mobile mast=mobilmast
mobile phone=mobiltelefon; mobile phones=mobiltelefon; municipal board=kommunalbestyrelse
municipal council=kommunalbestyrelse; municipal employee=kommunal medarbejder
municipal guarantee=kommunegaranti; municipal land=kommunal jord; municipal plan=kommuneplan
municipal property=kommunal ejendom; municipal tax=kommuneskat; music school=musikskole
national park=nationalpark; natural gas=naturgas; nature area=naturområde
nature conservation=naturbeskyttelse; nature park=naturpark; nature protection=naturbeskyttelse
nature reserve=naturreservat; neighbour consultation=nabohøring; neighbour hearing=nabohøring
noise barrier=støjskærm; noise level=støjniveau; noise wall=støjskærm; non-resident=udenbys
nursing home=plejehjem; office building=kontorbygning; old people=ældre; older people=ældre
one-way=ensrettet; one-way street=ensretning; open space=friareal; opening ceremony=indvielse
opening hours=åbningstid; operating agreement=driftsaftale; operating budget=driftsbudget
operating cost=driftsudgift; operating expense=driftsudgift; out-of-hours=aften
outreach team=opsøgende team; parent board=forældrebestyrelse; parent payment=forældrebetaling
parental leave=barsel; parental payment=forældrebetaling; park bench=bænk; parking fee=parkeringsafgift
parking fine=parkeringsafgift; parking garage=parkeringshus; parking lot=parkeringsplads
parking permit=parkeringstilladelse; parking restriction=parkeringsrestriktion
parking space=parkeringsplads; parking space norm=parkeringsnorm; pedestrian crossing=fodgængerovergang
pedestrian street=gågade; personal assistance=borgerstyret personlig assistance
personal care=personlig pleje; pest control=skadedyr; petrol station=tankstation; phone ban=mobilforbud
physical activity=fysisk aktivitet; physical education=idræt; pilot project=pilotprojekt
pilot scheme=forsøgsordning; planning permission=byggetilladelse; planning strategy=planstrategi
play area=legeplads; police station=politistation; polling place=valgsted; polling station=valgsted
power plant=kraftværk; practical help=praktisk hjælp; primary school=folkeskole
private road=privat fællesvej; private school=privatskole; programme for children=børneprogram
project period=projektperiode; property sale=ejendomssalg; property tax=grundskyld
public bath=offentligt bad; public hearing=høring; public meeting=borgermøde; public school=folkeskole
public space=byrum; public toilet=offentligt toilet; public transport=kollektiv trafik
pupil council=elevråd; purchase agreement=købsaftale; purchasing policy=indkøbspolitik
quality standard=kvalitetsstandard; quarterly report=kvartalsrapport; railway station=station
rain garden=regnbed; rainwater basin=regnvandsbassin; rat control=rottebekæmpelse; real estate=ejendom
recreational area=rekreativt område; recycling centre=genbrugsplads; recycling site=genbrugsplads
recycling station=genbrugsplads; reduced price=nedsat pris; refuse collection=renovation
rent increase=huslejestigning; rental agreement=lejeaftale; rental housing=lejebolig
rescue service=beredskab; residential area=boligområde; residential care=botilbud; residential home=botilbud
residential institution=botilbud; respite care=aflastning; retail park=detailhandel
retail trade=detailhandel; retirement home=plejehjem; rising water=vandstand; road closure=vejlukning
road maintenance=vejvedligeholdelse; road name=vejnavn; road renovation=vejrenovering
road safety=trafiksikkerhed; road surface=belægning; road works=vejarbejde
rules of procedure=forretningsorden; rural area=landdistrikt; rural district=landdistrikt
rural zone permit=landzonetilladelse; safe house=krisecenter; school board=skolebestyrelse
school bus=skolebus; school class=skoleklasse; school closure=skolelukning; school district=skoledistrikt
school dropout=frafald; school fees=skolepenge; school library=skolebibliotek; school lunch=skolemad
school meal=skolemad; school reform=skolereform; school route=skolevej
school social worker=skolesocialrådgiver; school start=skolestart; school structure=skolestruktur
school trip=udflugt; school yard=skolegård; school year=skoleår; sea level=havspejl; sea wall=havmur
second reading=andenbehandling; senior citizen=pensionist; senior housing=seniorbolig
sensory garden=sansehave; service level=serviceniveau; set aside=afsætte; sewage plant=renseanlæg
sewage treatment=renseanlæg; sheltered housing=beskyttet bolig; shopping centre=butikscenter
short-term=kortsigtet; sick leave=sygefravær; sickness absence=sygefravær; sister city=venskabsby
skate park=skatepark; small island=ø; smoking cessation=rygestop; snow clearance=snerydning
snow clearing=snerydning; snow removal=snerydning; social assistance=kontanthjælp
social benefit=kontanthjælp; social housing=almen bolig; social security=kontanthjælp
social supervision=socialtilsyn; social worker=socialrådgiver; solar farm=solcellepark; solar panel=solcelle
solar park=solcellepark; solar plant=solcelleanlæg; special class=specialklasse
special education=specialundervisning; special needs=særlig behov; special school=specialskole
special school class=specialklasse; speech therapist=talepædagog; speech therapy=talepædagog
speed bump=bump; speed camera=fartkamera; speed limit=hastighedsgrænse; sports association=idrætsforening
sports centre=idrætscenter; sports club=idrætsforening; sports facility=idrætsanlæg
sports ground=idrætsanlæg; sports hall=idrætshal; staff shortage=personalemangel
staff turnover=personaleomsætning; storm surge=stormflod; storm water=regnvand
strategic energy plan=strategisk energiplan; street light=vejbelysning; street lighting=vejbelysning
street name=vejnavn; student council=elevråd; substance abuse=stofmisbrug; summer holiday=sommerferie
summer house=sommerhus; supervision report=tilsynsrapport; supervisory visit=tilsynsbesøg
supplementary grant=tillægsbevilling; support person=støtteperson; supported housing=bofællesskab
sustainability strategy=bæredygtighedsstrategi; swimming hall=svømmehal; swimming pool=svømmehal
take note=efterretning; tax rate=skatteprocent; tender process=udbud; tennis court=tennisbane
third reading=tredjebehandling; tourist office=turistkontor; town hall=rådhus; town plan=byplan
town square=torv; traffic calming=fartdæmpning; traffic count=trafiktælling; traffic light=trafiklys
traffic plan=trafikplan; traffic safety=trafiksikkerhed; training programme=træningsforløb
travel expense=rejseudgift; travel time=rejsetid; tree felling=træfældning; twin town=venskabsby
underground car park=parkeringskælder; urban development=byudvikling; urban renewal=byfornyelse
vocational school=erhvervsskole; vocational training=erhvervsuddannelse; vulnerable children=udsat barn
vulnerable citizen=udsat borger; vulnerable people=udsat borger; waiting list=venteliste
waiting time=ventetid; waste collection=affaldsindsamling; waste disposal=affald; waste fee=renovationstakst
waste plan=affaldsplan; waste sorting=affaldssortering; waste water=spildevand; water course=vandløb
water level=vandstand; water quality=vandkvalitet; water supply=vandforsyning; water works=vandværk
welfare technology=velfærdsteknologi; wind energy=vindenergi; wind farm=vindmøllepark
wind turbine=vindmølle; window replacement=vinduesudskiftning; winter maintenance=vintertjeneste
winter service=vintertjeneste; winter swimming=vinterbadning; women's shelter=krisecenter
work environment=arbejdsmiljø; work injury=arbejdsskade; working environment=arbejdsmiljø
working hours=arbejdstid; young offender=ungdomskriminalitet; youth club=ungdomsklub
youth council=ungdomsråd; youth crime=ungdomskriminalitet; youth education=ungdomsuddannelse
youth house=ungdomshus; youth school=ungdomsskole; zone permit=landzonetilladelse; zoning plan=lokalplan
"""
_WORDS = """
abolish=afskaffe; abolished=afskaffe; absence=fravær; absent=fraværende; abuse=misbrug; access=adgang
accessibility=tilgængelighed; accident=ulykke; accommodation=bolig; account=regnskab; acquire=erhverve
acquisition=erhvervelse; action=handling; addiction=misbrug; address=adresse; adjust=justere
adjusted=justere; adjustment=justering; admission=optagelse; adult=voksen; advice=rådgivning
afternoon=eftermiddag; age=alder; agreement=aftale; airport=lufthavn; alcohol=alkohol; allergy=allergi
allocate=afsætte; allocation=fordeling; allotment=kolonihave; amendment=ændringsforslag; annex=tilbygning
annual=årlig; antenna=antenne; apartment=lejlighed; appeal=klage; appealed=påklage; application=ansøgning
appoint=udpege; appointed=udpege; appointment=udpegning; apprentice=elev; architect=arkitekt; archive=arkiv
area=område; arrest=anholde; art=kunst; artist=kunstner; artwork=kunstværk; asbestos=asbest; asphalt=asfalt
assessment=vurdering; association=forening; asylum=asyl; athletics=atletik; attendance=fremmøde
audit=revision; auditor=revisor; autism=autisme; award=pris; badminton=badminton; balcony=altan; ban=forbud
banned=forbyde; barrier=barriere; basement=kælder; basin=bassin; basketball=basketball; bath=bad; bay=bugt
beach=strand; bedroom=værelse; bench=bænk; benefit=ydelse; bicycle=cykel; bid=bud; bidder=tilbudsgiver
bike=cykel; bin=skraldespand; biodiversity=biodiversitet; biogas=biogas; bird=fugl; boat=båd
boathouse=bådehus; bonus=bonus; book=bog; borrow=låne; bought=købe; branch=filial; bridge=bro
broadband=bredbånd; budget=budget; build=bygge; building=bygning; built=bygge; bullying=mobning; bump=bump
bureaucracy=bureaukrati; burial=begravelse; bus=bus; business=erhverv; buy=købe; café=café
campaign=kampagne; camping=camping; cancel=aflyse; cancelled=aflyse; canteen=kantine; capacity=kapacitet
car=bil; carbon=CO2; care=pleje; caretaker=pedel; castle=slot; celebration=fejring; cemetery=kirkegård
census=folketælling; center=center; centre=center; change=ændring; chapel=kapel; charge=takst; charger=lader
charity=velgørenhed; child=barn; childcare=børnepasning; childminder=dagplejer; children=barn
chimney=skorsten; church=kirke; cinema=biograf; circus=cirkus; citizen=borger; city=by; class=klasse
classroom=klasselokale; cleaning=rengøring; climate=klima; clinic=klinik; close=lukke; closed=lukke
closing=lukke; closure=lukning; club=klub; clubhouse=klubhus; coach=træner; coast=kyst; colour=farve
comment=bemærkning; commission=kommission; common=fælles; commuter=pendler; company=firma
compensation=erstatning; competition=konkurrence; complain=klage; complained=klage; complaint=klage
composting=kompostering; computer=computer; concert=koncert; concession=koncession; condition=betingelse
conference=konference; confidential=fortrolig; connection=tilslutning; consequence=konsekvens
conservation=fredning; conserve=bevare; construction=byggeri; consultant=konsulent; consultation=høring
consumption=forbrug; container=container; contaminated=forurenet; contamination=forurening
contract=kontrakt; contractor=entreprenør; contribution=bidrag; cooperation=samarbejde
coordinator=koordinator; copper=kobber; corridor=korridor; corruption=korruption; cost=koste
cottage=sommerhus; counselling=rådgivning; counsellor=vejleder; course=kursus; courtyard=gårdhave; cow=ko
cremation=kremering; crime=kriminalitet; crossing=fodgængerovergang; crossroad=kryds; crèche=vuggestue
cultural=kultur; culture=kultur; customer=kunde; cut=besparelse; cycling=cykling; cyclist=cyklist
daily=daglig; dam=dæmning; damage=skade; deadline=frist; deaf=døv; debt=gæld; decline=fald; decrease=fald
deer=hjort; deficit=underskud; delay=forsinkelse; delayed=forsinke; delegation=delegation; demand=krav
dementia=demens; demography=demografi; demolish=nedrive; demolished=nedrive; demolition=nedrivning
density=tæthed; dentist=tandlæge; department=afdeling; deposit=depositum; deputy=stedfortræder
development=udvikling; diabetes=diabetes; diet=kost; digital=digital; digitalisation=digitalisering
digitisation=digitalisering; dike=dige; dining=spise; director=direktør; disability=handicap
disabled=handicappet; discount=rabat; discussion=drøftelse; dismissal=afskedigelse; dismissed=afskedige
dispensation=dispensation; disposal=bortskaffelse; district=bydel; disturbance=gene; ditch=grøft
diversity=mangfoldighed; dividend=udbytte; doctor=læge; dog=hund; donation=donation; dormitory=kollegium
downgraded=nedklassificere; drain=kloak; drainage=afvanding; drinking=drikke; driver=chauffør; drone=drone
drought=tørke; drug=stof; dust=støv; dwelling=bolig; earning=indtjening; eat=spise; economy=økonomi
education=uddannelse; effect=effekt; elderly=ældre; election=valg; electricity=el; elevator=elevator
eligible=berettiget; emission=udledning; employ=ansætte; employed=ansætte; employee=medarbejder
employer=arbejdsgiver; employment=beskæftigelse; energy=energi; engineer=ingeniør; enquiry=henvendelse
enterprise=virksomhed; entrance=indgang; entrepreneur=iværksætter; environment=miljø; equality=ligestilling
equipment=udstyr; escalator=rulletrappe; estate=ejendom; estimate=skøn; evaluation=evaluering; evening=aften
event=arrangement; eviction=udsættelse; exam=eksamen; examination=prøve; excavation=udgravning
exemption=dispensation; exhibition=udstilling; expansion=udvidelse; expense=udgift; experience=erfaring
experiment=forsøg; expropriate=ekspropriere; expropriated=ekspropriere; expropriation=ekspropriation
extend=forlænge; extended=forlænge; extension=udvidelse; facade=facade; facility=facilitet; factory=fabrik
fallen=falde; family=familie; farm=gård; farmer=landmand; façade=facade; fee=gebyr; felled=fælde
felling=fældning; fence=hegn; ferry=færge; festival=festival; fewer=færre; fibre=fiber; field=mark
figure=tal; film=film; finance=finansiering; fine=bøde; fire=brand; firm=firma; fishing=fiskeri; fjord=fjord
flag=flag; flat=lejlighed; flood=oversvømmelse; flooding=oversvømmelse; floor=etage; flower=blomst; food=mad
football=fodbold; footbridge=gangbro; footpath=sti; forest=skov; former=tidligere; foster=pleje
foundation=fond; founder=stifter; fountain=springvand; framework=ramme; free=gratis; fund=fond
funding=finansiering; fundraising=indsamling; furniture=møbel; gallery=galleri; gambling=spil
garbage=affald; garden=have; geothermal=geotermi; goal=mål; goose=gås; grade=karakter; grant=bevilling
grave=grav; gravel=grus; grazing=afgræsning; ground=grund; groundwater=grundvand; group=gruppe; growth=vækst
guarantee=garanti; guest=gæst; guideline=retningslinje; gym=idrætshal; gymnastics=gymnastik
habitat=levested; hall=hal; handball=håndbold; harbor=havn; harbour=havn; hazard=fare; head=leder
headteacher=skoleleder; health=sundhed; hearing=høring; heat=varme; heated=opvarmet; heating=varme
hedge=hæk; height=højde; help=hjælp; heritage=kulturarv; higher=højere; highway=vej; hire=ansætte
hired=ansætte; hiring=ansættelse; holiday=ferie; home=hjem; homeless=hjemløs; homelessness=hjemløshed
horse=hest; hospital=sygehus; hostel=vandrerhjem; hotel=hotel; hour=time; house=hus; household=husstand
housing=bolig; hydrogen=brint; hygiene=hygiejne; illness=sygdom; immigrant=indvandrer
implementation=implementering; improvement=forbedring; inaugurated=indvie; inauguration=indvielse
inclusion=inklusion; income=indtægt; increase=stigning; indicator=indikator; industrial=industri
industry=industri; inflation=inflation; infrastructure=infrastruktur; inhabitant=indbygger
initiative=initiativ; injury=skade; inspection=tilsyn; installation=installation; installed=opsætte
institution=institution; instruction=instruks; insulation=isolering; insurance=forsikring
integration=integration; interest=rente; internet=internet; intersection=kryds; invasive=invasiv
investigation=undersøgelse; investment=investering; invoice=faktura; island=ø; jetty=mole; job=job
joint=fælles; journey=rejse; junction=kryds; jury=jury; juvenile=ung; kayak=kajak; kindergarten=børnehave
kitchen=køkken; lake=sø; land=jord; landfill=deponi; landlord=udlejer; landscape=landskab; landslide=skred
lane=vognbane; language=sprog; laptop=computer; laundry=vask; law=lov; lawn=plæne; lawsuit=retssag
lawyer=advokat; lead=leder; leader=leder; leak=utæthed; learning=læring; lease=leje; leased=leje
leave=orlov; legal=lovlig; legislation=lovgivning; legislature=folketing; leisure=fritid; length=længde
lesson=lektion; letter=brev; library=bibliotek; licence=licens; license=licens; lifeguard=livredder
lift=elevator; light=lys; lighting=belysning; literacy=læsning; litter=affald; livestock=husdyr; loan=lån
local=lokal; loneliness=ensomhed; lonely=ensom; lorries=lastbil; lorry=lastbil; lottery=lotteri
lower=lavere; lunch=frokost; machine=maskine; mail=post; maintenance=vedligeholdelse; man=mand
manager=leder; mandate=mandat; manure=gylle; map=kort; marina=lystbådehavn; market=marked
marketing=markedsføring; marriage=vielse; marsh=eng; mast=mast; mayor=borgmester; meadow=eng; meal=måltid
measure=indsats; meat=kød; media=medie; medication=medicin; medicine=medicin; member=medlem
membership=medlemskab; memorial=mindesmærke; men=mand; merge=sammenlægge; merged=sammenlægge
merger=sammenlægning; methane=metan; midwife=jordemoder; migration=indvandring; milk=mælk; mill=mølle
mine=mine; minister=minister; ministry=ministerium; mobility=mobilitet; mold=skimmelsvamp
monitoring=overvågning; monthly=månedlig; monument=monument; mooring=bådplads; mortgage=lån; motion=forslag
mould=skimmelsvamp; moved=flytte; moving=flytning; mowing=slåning; museum=museum; music=musik
naming=navngivning; nature=natur; neighbor=nabo; neighbour=nabo; neighbourhood=kvarter; network=netværk
new=ny; newspaper=avis; noise=støj; nurse=sygeplejerske; nursery=vuggestue; obesity=overvægt
objection=indsigelse; occupancy=belægning; offer=tilbud; office=kontor; old=gammel; opened=åbne
opening=åbning; operation=indsats; operator=operatør; opposed=imod; orchestra=orkester; organic=økologisk
organisation=organisation; organization=organisation; outdoor=udendørs; outreach=opsøgende
overcrowding=overbelægning; overspending=merforbrug; overtime=overarbejde; overweight=overvægt; own=eje
owned=eje; owner=ejer; ownership=ejerskab; owns=eje; oxygen=ilt; painting=maleri; palliative=palliativ
pandemic=pandemi; parent=forælder; park=park; parking=parkering; participant=deltager
participation=deltagelse; partner=partner; partnership=partnerskab; passenger=passager; pasture=eng
path=sti; patient=patient; paved=asfaltere; pavement=fortov; payment=betaling; peat=tørv; pedagogue=pædagog
pedestrian=fodgænger; pedestrianised=gågade; penalty=bod; pension=pension; pensioner=pensionist
people=borger; performance=resultat; period=periode; permanent=permanent; permission=tilladelse
permit=tilladelse; person=person; pesticide=sprøjtemiddel; petition=underskriftsindsamling; pharmacy=apotek
phone=telefon; physiotherapist=fysioterapeut; physiotherapy=fysioterapi; pier=mole; pig=svin; pipe=rør
pipeline=ledning; pitch=bane; plan=plan; planning=planlægning; plant=anlæg; plastic=plast; platform=perron
playground=legeplads; plot=grund; police=politi; policy=politik; politician=politiker; pollution=forurening
pond=sø; pool=bassin; population=befolkning; port=havn; postponement=udsættelse; poverty=fattigdom
preschool=børnehave; preservation=bevaring; preserve=bevare; pressure=pres; prevention=forebyggelse
preventive=forebyggende; price=pris; principal=skoleleder; prison=fængsel; private=privat; process=proces
procurement=udbud; productivity=produktivitet; profit=overskud; programme=program; prohibit=forbyde
prohibited=forbyde; prohibition=forbud; project=projekt; property=ejendom; proposal=forslag
protection=beskyttelse; protest=protest; psychiatric=psykiatrisk; psychiatry=psykiatri
psychologist=psykolog; public=offentlig; pump=pumpe; pupil=elev; purchase=køb; qualifications=kvalifikation
quality=kvalitet; quarry=grusgrav; quay=kaj; question=spørgsmål; queue=venteliste; quota=kvote; rabbit=kanin
racism=racisme; radon=radon; rail=jernbane; railway=jernbane; rain=regn; ramp=rampe; rat=rotte; rate=takst
readmission=genindlæggelse; rebuild=genopbygge; rebuilt=genopføre; receive=modtage; reception=modtagelse
recipient=modtager; recruit=rekruttere; recruitment=rekruttering; recycling=genbrug
redevelopment=omdannelse; reduce=nedsætte; reduction=nedsættelse; refugee=flygtning
refurbishment=renovering; refuse=affald; region=region; registration=registrering; regulation=regulering
rehabilitation=genoptræning; reindeer=rensdyr; relative=pårørende; relocate=flytte; relocated=flytte
relocation=flytning; removal=fjernelse; remove=fjerne; removed=fjerne; renamed=omdøbe; renovate=renovere
renovated=renovere; renovating=renovering; renovation=renovering; rent=husleje; rental=udlejning
rented=leje; repair=reparation; replace=udskifte; report=rapport; requirement=krav; rescue=redning
reservation=forbehold; reservoir=reservoir; residence=bopæl; resident=beboer; resource=ressource
respite=aflastning; response=svar; restaurant=restaurant; restoration=restaurering; restore=genoprette
restored=genoprette; retention=fastholdelse; retire=pension; retirement=pension; revenue=indtægt
rezoning=lokalplan; river=å; road=vej; roadside=vejkant; roadworks=vejarbejde; roof=tag
roundabout=rundkørsel; rower=roer; rowing=roning; rubbish=affald; rule=regel; safety=sikkerhed
sailing=sejlads; salaries=løn; salary=løn; sale=salg; salting=saltning; sanction=sanktion; sand=sand
sauna=sauna; saving=besparelse; scaffolding=stillads; schedule=tidsplan; scholarship=legat; school=skole
schoolyard=skolegård; scooter=løbehjul; sculpture=skulptur; sea=hav; season=sæson; seaweed=tang
secretary=sekretær; security=tryghed; sell=sælge; senior=senior; sensor=sensor; service=service
settlement=forlig; sewage=spildevand; sewer=kloak; sewerage=kloakering; share=andel; sheep=får
shelter=herberg; shop=butik; shore=kyst; shoreline=kystlinje; shuttle=bus; sickness=sygdom; sidewalk=fortov
sign=skilt; siren=sirene; site=grund; skating=skøjtebane; slide=rutsjebane; slope=skråning; smoking=rygning
snow=sne; soccer=fodbold; society=samfund; software=software; soil=jord; solar=sol; sold=sælge
sorting=sortering; speed=hastighed; sponsor=sponsor; sponsorship=sponsorat; sport=idræt; square=torv
stable=stald; stadium=stadion; staff=personale; staffing=bemanding; stage=etape; stairs=trappe
standard=standard; state=stat; station=station; statistic=statistik; statue=statue; status=status
stone=sten; stoplight=trafiklys; storage=opbevaring; storm=storm; stormwater=regnvand; strategy=strategi
stream=bæk; street=gade; stress=stress; student=elev; study=undersøgelse; subsidies=tilskud; subsidy=tilskud
substitute=vikar; suburb=forstad; suicide=selvmord; supervision=tilsyn; supplier=leverandør
supply=forsyning; support=støtte; surface=belægning; surplus=overskud; surveillance=overvågning
survey=undersøgelse; sustainability=bæredygtighed; sustainable=bæredygtig; swim=svømme; swimming=svømning
tablet=tablet; target=mål; tax=skat; taxi=taxa; teacher=lærer; teaching=undervisning; team=team
technology=teknologi; teenager=ung; telephone=telefon; temperature=temperatur; temporary=midlertidig
tenancy=lejemål; tenant=lejer; tender=udbud; tennis=tennis; terminal=terminal; terrace=terrasse
territory=område; test=prøve; textile=tekstil; theatre=teater; theft=tyveri; therapy=terapi; ticket=billet
timetable=køreplan; toilet=toilet; tourism=turisme; tourist=turist; tower=tårn; town=by; trade=handel
traffic=trafik; trail=sti; train=tog; trainee=praktikant; training=træning; tram=letbane
transfer=overførsel; translation=oversættelse; transport=transport; trash=affald; treatment=behandling
tree=træ; trial=forsøg; truancy=fravær; truck=lastbil; trust=tillid; tunnel=tunnel; turbine=vindmølle
turnover=omsætning; tutor=vejleder; unaccompanied=uledsaget; undergrowth=krat; underpass=tunnel
unemployed=ledig; unemployment=ledighed; uniform=uniform; union=fagforening; university=universitet
upgrade=opgradering; user=bruger; vacancy=ledig; vacant=ledig; vaccination=vaccination; vandalism=hærværk
vegetable=grøntsag; vegetarian=vegetarisk; vehicle=køretøj; ventilation=ventilation; veteran=veteran
viaduct=viadukt; victim=offer; village=landsby; violence=vold; visit=besøg; visitor=gæst; visually=syn
vocational=erhvervsfaglig; volunteer=frivillig; vote=stemme; voucher=værdibevis; vulnerable=udsat; wage=løn
waiting=vente; walking=gang; wall=væg; ward=afdeling; warehouse=lager; warming=opvarmning; waste=affald
water=vand; watercourse=vandløb; waterworks=vandværk; website=hjemmeside; wedding=vielse; weed=ukrudt
weekend=weekend; weekly=ugentlig; welfare=velfærd; wetland=vådområde; whale=hval; wharf=kaj
wheelchair=kørestol; widow=enke; width=bredde; wildlife=dyreliv; wind=vind; window=vindue; winter=vinter
wolf=ulv; woman=kvinde; women=kvinde; wood=skov; work=arbejde; worker=medarbejder; workplace=arbejdsplads
workshop=værksted; yard=gård; yearly=årlig; young=ung; youngster=ung; youth=ung; zone=zone
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
