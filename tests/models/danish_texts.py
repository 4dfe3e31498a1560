"""Sentences about a municipality that does not exist, written for these tests."""

PASSAGES = (
    "Fjordby Byråd vedtog den 12. marts 2024 at bygge en ny svømmehal ved Nørreskoven.",
    "Udvalget udsatte sagen, fordi høringssvarene først forelå samme morgen.",
    "Der bevilges 3,5 mio. kr. til cykelstien mellem Strandby og Fjordby Station.",
    "Godkendt.",
    "Forvaltningen indstiller, at taksten for madservice hæves med 2 procent fra 1. januar.",
    "Fraværende: Asta Lindehøj (B) og Viggo Brandt (F).",
    "Beboerne på Plejecenter Solgården klager over støj fra vejarbejdet og ønsker et nyt støjhegn.",
    "Jf. servicelovens § 85, stk. 2, kan kommunen yde socialpædagogisk støtte i eget hjem.",
    "Et flertal bestående af A, F og Ø stemte for; C og V stemte imod med henvisning til økonomien.",
    "Æblehaven, ørredbækken og åløbet fredes, og grundejerne får erstatning.",
    "Sagsnummer 25/10442: Dispensation til et 9,5 meter højt skorstensrør i byggefelt C.",
    "Biblioteket holder lukket i uge 29-31, mens gulvet i børneafsnittet bliver skiftet.",
    "The committee asked for an English summary of the climate plan before the summer break.",
    "Ja 😀 – “citat” … 1/2 m² à 250 kr.",
)

QUERIES = (
    "Hvad blev besluttet om svømmehallen?",
    "Hvor mange penge får cykelstien?",
    "Hvem var fraværende?",
    "støjhegn ved plejecenter",
)
