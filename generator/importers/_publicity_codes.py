"""Every field, code and word by which a source speaks of publicity, as data; what is not here is not known.

SÄHKE2 (fields of the National Archives' regulation, repealed at the end of 2022, still what systems store), JHS 191 (schema
Skeema_TOS_atomaariset.xsd), Helsinki's additions to it, Ahjo (its API speaks SÄHKE2's words), CaseM and TWeb (which store
SÄHKE2's fields under the same names). Words are in small letters, with one space between them.
"""

import re
from enum import StrEnum

from generator.model.publicity import CountedFrom, PersonalData, PublicityClass

P = PublicityClass
D = PersonalData
F = CountedFrom


class Field(StrEnum):
    """What a field tells of publicity."""

    CLASS = "class"
    GROUND = "ground"
    YEARS = "years"
    COUNTED_FROM = "counted_from"
    START = "start"
    END = "end"
    PROTECTION = "protection"
    NON_DISCLOSURE = "non_disclosure"
    PERSONAL_DATA = "personal_data"


# TWeb's names are SÄHKE2's after this.
PREFIX = "tweb_doc_"
FIELDS = {
    "publicityclass": Field.CLASS,  # SÄHKE2, Ahjo, CaseM, TWeb
    "julkisuusluokkakoodi": Field.CLASS,  # JHS 191
    "publicity": Field.CLASS,
    "julkisuusluokka": Field.CLASS,
    "securityreason": Field.GROUND,  # SÄHKE2, TWeb
    "securityreasons": Field.GROUND,  # Ahjo's API
    "salassapitoperusteteksti": Field.GROUND,  # JHS 191
    "salassapidonperustelut": Field.GROUND,  # Ahjo's XML
    "salassapitoperuste": Field.GROUND,
    "securityperiod": Field.YEARS,  # SÄHKE2, TWeb
    "salassapitoaikaarvo": Field.YEARS,  # JHS 191
    "salassapidonlaskentaperusteteksti": Field.COUNTED_FROM,  # JHS 191
    "securityperiodstart": Field.START,  # TWeb
    "securityperiodend": Field.END,  # SÄHKE2, TWeb
    "securityclass": Field.PROTECTION,  # SÄHKE2, TWeb
    "protectionlevel": Field.PROTECTION,  # SÄHKE2
    "protectionclass": Field.PROTECTION,  # TWeb
    "suojaustasokoodi": Field.PROTECTION,  # JHS 191: 1 to 4, ST I to ST IV
    "turvallisuusluokkakoodi": Field.PROTECTION,  # JHS 191: 1 ERITTÄIN SALAINEN to 4 KÄYTTÖ RAJOITETTU
    "turvakieltokytkin": Field.NON_DISCLOSURE,  # JHS core components: true or false
    "personaldata": Field.PERSONAL_DATA,  # SÄHKE2, Ahjo; in CaseM whatever a clerk wrote
    "henkilotietoluonnekoodi": Field.PERSONAL_DATA,  # JHS 191
}
# A field that is not above but is called like this says that not all may see the thing, whatever it says.
SPEAKS_OF_SECRECY = re.compile(
    r"secur|secre|confid|publici|protection|salass|salai|julkis|suojau|turvalli|turvaki|sekret|offentlig|skydd", re.IGNORECASE
)

CLASSES = {
    "1": P.PUBLIC, "julkinen": P.PUBLIC, "offentlig": P.PUBLIC, "public": P.PUBLIC,
    "2": P.PARTLY_SECRET, "osittain salassa pidettävä": P.PARTLY_SECRET, "delvis sekretessbelagd": P.PARTLY_SECRET,
    "3": P.SECRET, "salassa pidettävä": P.SECRET, "salainen": P.SECRET, "sekretessbelagd": P.SECRET, "hemlig": P.SECRET,
    "4": P.NOT_PUBLISHED_ONLINE, "ei-julkinen": P.NOT_PUBLISHED_ONLINE, "ei julkinen": P.NOT_PUBLISHED_ONLINE,
    "icke-offentlig": P.NOT_PUBLISHED_ONLINE, "icke offentlig": P.NOT_PUBLISHED_ONLINE,
}  # fmt: skip

PERSONAL_DATA = {
    "1": D.NONE, "ei sisällä henkilötietoja": D.NONE, "innehåller inte personuppgifter": D.NONE,
    "2": D.ORDINARY, "sisältää henkilötietoja": D.ORDINARY, "innehåller personuppgifter": D.ORDINARY,
    "3": D.SENSITIVE, "sisältää arkaluonteisia henkilötietoja": D.SENSITIVE,
    "innehåller känsliga personuppgifter": D.SENSITIVE,
    "4": D.SPECIAL, "sisältää erityisiä henkilötietoja": D.SPECIAL,
    "innehåller särskilda personuppgifter": D.SPECIAL,
    "5": D.CRIMINAL, "sisältää rikoksiin tai rikkomuksiin liittyvää henkilötietoa": D.CRIMINAL,
    "innehåller personuppgifter om brott eller förseelser": D.CRIMINAL,
}  # fmt: skip

COUNTED_FROM = {
    "asian ratkaisu": F.CASE_DECIDED,
    "asiakirjan päivämäärä": F.DOCUMENT_DATED,
    "asiakirjan valmistuminen": F.DOCUMENT_FINISHED,
    "asiakirjan saapumisajankohta": F.DOCUMENT_RECEIVED,
}

# By these words a field says that there is nothing of its kind. A class and a kind of personal data have no such word.
NO_GROUND = frozenset({"-"})
NOTHING = {
    Field.GROUND: NO_GROUND,
    Field.YEARS: frozenset({"0", "-"}),
    Field.COUNTED_FROM: NO_GROUND,
    Field.START: NO_GROUND,
    Field.END: NO_GROUND,
    Field.PROTECTION: frozenset({
        "0", "-", "ei suojeluluokiteltu", "ei suojaustasoa", "ei turvallisuusluokiteltu", "ei turvallisuusluokkaa",
        "ingen skyddsnivå", "ingen säkerhetsklass",
    }),
    Field.NON_DISCLOSURE: frozenset({"0", "-", "false", "ei", "nej", "no"}),
}  # fmt: skip
