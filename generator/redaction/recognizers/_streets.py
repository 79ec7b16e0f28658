"""Words around street addresses: how names of streets end, and what tells a home from an office, a plan or a count."""

import re

# Also in the cases in which somebody lives, is and comes there.
ENDINGS = (
    "katu", "kadulla", "kadulta", "kadulle", "kadussa", "katua", "tie", "tiellä", "tieltä", "tielle", "tietä", "kuja",
    "kujalla", "kujalta", "kujalle", "polku", "polulla", "polulta", "polulle", "raitti", "raitilla", "raitilta",
    "raitille", "kaari", "kaarella", "kaarelta", "kaarelle", "väylä", "väylällä", "väylältä", "väylälle", "aukio",
    "aukiolla", "aukiolta", "aukiolle", "tori", "torilla", "torilta", "torille", "bulevardi", "bulevardilla",
    "bulevardilta", "bulevardille", "esplanadi", "esplanadilla", "puistikko", "puistikolla", "kierto", "kierrolla",
    "kierrolta", "kierrolle", "penger", "penkereellä", "penkereeltä", "tanhua", "tanhualla", "veräjä", "veräjällä",
    "taival", "taipaleella", "gata", "gatan", "väg", "vägen", "gränd", "gränden", "stig", "stigen", "torget", "esplanad",
    "esplanaden", "allé", "allén", "allen", "kajen", "brinken", "stråket", "bulevarden", "gången",
)  # fmt: skip
# These end surnames and place names, too ("Kivimäki 5 ääntä"): a street only with a flat's number.
WEAK_ENDINGS = (
    "ranta", "rannalla", "rannassa", "rinne", "rinteellä", "rinteessä", "mäki", "mäellä", "kulma", "kulmalla", "portti",
    "portilla", "piha", "pihalla", "pihassa", "silta", "mutka", "mutkassa", "laita", "reuna", "kehä", "linja", "linjalla",
    "laituri", "harju", "puisto", "puistossa", "niitty", "niityllä", "kallio", "kalliolla", "niemi", "niemessä", "lahti",
    "lahdessa", "törmä", "notko", "perä", "perällä", "kylä", "kylässä", "kolo", "pelto", "pellolla", "metsä", "lehto",
    "ura", "askel", "hovi", "pirtti", "kangas", "stranden", "backen", "bågen", "platsen", "svängen", "gården", "kroken",
    "ringen", "leden", "udden", "viken", "berget", "parken", "sidan", "åsen", "ängen", "porten", "hörnet",
)  # fmt: skip
# Roads between towns, tracks, and what is called a path without being one.
NOT_STREETS = (
    "valtatie", "valtatiellä", "kantatie", "kantatiellä", "seututie", "seututiellä", "yhdystie", "yhdystiellä", "maantie",
    "maantiellä", "moottoritie", "moottoritiellä", "yksityistie", "yksityistiellä", "rautatie", "paikallistie",
    "liikenneväylä", "hoitopolku", "palvelupolku", "oppimispolku", "urapolku", "koulutuspolku", "opintopolku",
    "luontopolku", "aikakaari", "kokoojakatu", "kokoojakadulla", "riksväg", "riksvägen", "landsväg", "landsvägen",
    "stamväg", "stamvägen", "motorväg", "motorvägen", "regionalväg", "förbindelseväg", "järnväg", "gångväg", "cykelväg",
    "cykelvägen",
)  # fmt: skip
# What is numbered, and is no street: "Luokka 5 A 12 oppilasta", "PL 12, 99990 Kuutamoniemi".
NOT_NAMES = re.compile(
    r"""(?:PL|PB|Box|Postilokero|Nro|Nr|Liite|Liitte|Luok|Taulu|Kohta|Kuva|Bilaga|Tabell|Bild|Korttel|Tontt|Huone|Ryhm|Vaihto|Malli
    |Tyyppi|Sarja|Sivu|Sida|Lohko|Vaihe|Osa|Sali|Kvarter|Tomt|Klass|Rum|Grupp|Alternativ|Kerros|Talo|Hus|Porras|Jaosto|Lautak|Nämnd
    |Kurssi|Rivi|Momentti|Moment|Pykälä|Paragraf|Vuo|År|Äänin|Pelas|Sopimus)""",
    re.VERBOSE | re.IGNORECASE,
)
# What turns the number of a house into a count, a measure, a section or an ordinal.
NOT_HOUSE = re.compile(
    r"""\s?(?:§|%|€|eur|m\b|m[²2]|km|kpl|milj|mrd|prosent|procent|vuo[dts]|vuotia|ääntä|röst|asunto|talo|auto[ja]|metri|meter|tontti|päiv|dag
    |viikko|huoneisto[aj]|rakennus|kohde|kohtee|puuta|vaihe|kerta|hehtaar|ha\b|paikka|henkilö|oppilas|lasta|barn|lukua|klo|kello|kl\.|kuukau
    |tunti|lk\b|luok)|\.\s?[a-zåäö]|\.\d""",
    re.VERBOSE | re.IGNORECASE,
)
# Nobody's home: authorities, companies, public buildings, meetings.
INSTITUTION = re.compile(
    r"""(?:kaupungintalo|kunnantalo|kunnanviras|virasto|kirjaamo|toimisto|oikeus\b|oikeuden\b|oikeudelle|käyntiosoit|postiosoit|laskutusosoit
    |kokous|kokoon|koulu|päiväko|kirjasto|sairaala|terveysasema|terveyskesk|\bsali|auditorio|ravintola|hotelli|museo|kirkko|halli\b|hallissa
    |seurahuone|\bOyj?\b|\bAbp?\b|\bKy\b|\bry\b|\brf\b|r\.y\.|r\.f\.|osakeyhtiö|säätiö|yhdisty|osuuskun|seurakun|kuntayhty|hyvinvointialue
    |ministeriö|palvelupiste|neuvonta|poliisi|asema\b|monitoimi|nuorisotila|toimipiste|kansliet|stadshus|kommunkans|kommunalhus|kommungård
    |domstol|tingsrätt|skola|daghem|bibliotek|besöksadress|postadress|mötesplats|registrator|byrå|kontor|sjukhus|hälsostation
    |välfärdsområde|förening|bolag|stiftelse|församling|\bPL\s\d|\bPB\s\d|postilokero)""",
    re.VERBOSE | re.IGNORECASE,
)
PLAN = re.compile(
    r"""(?:asemakaava|kaava[nm]|kaavaluon|kaavaehd|kortteli|katusuunnitel|liittymä|risteys|risteyks|pysäkki|työmaa|katualue|peruskorjau
    |saneerau|asfaltoin|detaljplan|plane(?:n|ändring)|kvarter|korsning|hållplats|gatuplan)""",
    re.VERBOSE | re.IGNORECASE,
)
LABEL = re.compile(r"(?:osoit(?:e|teessa|teesta|teeseen|teena)\b|\bos\.|adress\b|address\b)", re.IGNORECASE)
HOME = re.compile(
    r"""(?:\bkotona\b|\bkotiosoit|lähiosoit|vakituinen\sosoit|hemadress|\basu(?:u|i|vat?|vien|nut|n)\b|\basuva\b|\bmuutta|\bbor\b|bosatt|hemma\b|hakija|sökande
    |omistaj|ägare|perikun|kuolinpes|dödsbo|vuokralai|hyresgäst|myyjä|ostaja|naapuri|granne|\bsynt|\bs\.\s?\d|född|hetu\b|henkilötunnu
    |yksityishenk|valittaja|muistuttaja|asiakas\b|asiakka(?:an|alle|alla)\b|lapsi|lapsen|hänen|\blives\b)""",
    re.VERBOSE | re.IGNORECASE,
)
