"""The vocabulary of section headings: which words, in Finnish and Swedish, name which part of an item.

Sources: the headings seen in real exports of the systems (section 1.10 of the formats study), and the glossary.
A heading is compared after folding case, white space, a closing colon and a parenthesis.
"""

import re

from generator.model.meeting import SectionKind

K = SectionKind

VOCABULARY: dict[SectionKind, tuple[str, ...]] = {
    K.SUMMARY: ("tiivistelmä", "sammandrag"),
    K.PREPARER: (
        "valmistelija", "valmistelijat", "valmistelu", "valmistelijat / lisätiedot", "valmistelijat/lisätiedot",
        "valmistelijat ja lisätiedot", "valmistelija ja lisätiedot", "valmistelijat/lisätietojen antaja",
        "valmistelijat/lisätietojen antajat", "valmistelija/lisätietojen antaja", "asian valmistelija",
        "beredare", "beredning", "föredragande beredare",
    ),
    K.MORE_INFORMATION: (
        "lisätiedot", "lisätietoja", "lisätietojen antaja", "lisätietoja antaa", "lisätiedot antaa",
        "upplysningar", "tilläggsuppgifter", "mer information", "ytterligare information",
    ),
    K.BACKGROUND: (
        "selostus", "asian selostus", "esittelyteksti", "kuvaus", "johdanto", "taustaa", "tausta", "asian taustaa", "asia",
        "vaatimukset", "valitusoikeus", "beskrivning", "redogörelse", "bakgrund", "ärendebeskrivning", "inledning",
    ),
    K.GROUNDS: (
        "perustelut", "esittelijän perustelut", "päätöksen perustelut", "ehdotuksen perustelut",
        "motivering", "motiveringar", "grunder",
    ),
    K.PRESENTER: ("esittelijä", "föredragande"),
    K.PROPOSAL: (
        "päätösehdotus", "ehdotus", "päätösesitys", "esitys", "esittelijän ehdotus", "esittelijän päätösehdotus",
        "lausuntoehdotus", "kaupunginjohtajan esitys", "kunnanjohtajan esitys", "kaupunginjohtajan ehdotus",
        "ehdotus päätökseksi", "muutettu päätösehdotus",
        "förslag", "beslutsförslag", "förslag till beslut", "stadsdirektörens förslag", "föredragandens förslag",
    ),
    K.HANDLING: ("käsittely", "kokouskäsittely", "asian käsittely", "kokouksen kulku", "behandling", "ärendets behandling"),
    K.VOTE: (
        "äänestys", "äänestykset", "1 äänestys", "äänestystulos", "jaa-ehdotus", "ei-ehdotus",
        "omröstning", "omröstningar", "ja-förslag", "nej-förslag", "röstning",
    ),
    K.DISQUALIFICATION: ("esteellisyys", "esteelliset", "jääviys", "esteellisyydet", "jäv"),
    K.DECISION: ("päätös", "lausunto", "ratkaisu", "beslut", "utlåtande"),
    K.DISSENT: ("eriävä mielipide", "eriävät mielipiteet", "avvikande mening", "avvikande åsikt", "reservation"),
    K.NOTIFIED: (
        "tiedoksi", "tiedoksianto", "jakelu", "otteet", "ote", "täytäntöönpano", "täytäntöönpanotiedot", "tiedoksiannot",
        "för kännedom", "delges", "delgivning", "distribution", "utdrag", "verkställighet",
    ),
    K.APPEAL: (
        "muutoksenhaku", "muutoksenhakuohje", "muutoksenhakuohjeet", "oikaisuvaatimusohje", "oikaisuvaatimusohjeet",
        "valitusosoitus", "muutoksenhakukielto", "oikaisuvaatimus- ja valituskielto", "ei muutoksenhakuoikeutta",
        "muutoksenhaku päätökseen", "oikaisuvaatimus", "kunnallisvalitus", "hallintovalitus",
        "sökande av ändring", "ändringssökande", "anvisning för begäran om omprövning", "anvisningar för begäran om omprövning",
        "besvärsanvisning", "förbud mot sökande av ändring", "omprövningsbegäran",
    ),
}  # fmt: skip

HISTORY = (
    "päätöshistoria", "aikaisempi käsittely", "asian aikaisempi käsittely", "aikaisemmat käsittelyt", "käsittelyhistoria",
    "beslutshistoria", "tidigare behandling", "ärendets tidigare behandling",
)  # fmt: skip
ATTACHMENTS = ("liitteet", "liite", "bilagor", "bilaga")
SUPPORTING = (
    "oheismateriaali", "oheismateriaalit", "oheisaineisto", "lisämateriaali", "tilläggsmaterial", "kompletterande material",
)  # fmt: skip
REGISTER_NUMBER = ("dno", "dnro", "diaarinumero", "asianro", "asianumero", "dnr", "diarienummer", "ärendenummer")

_KINDS = {word: kind for kind, words in VOCABULARY.items() for word in words}
# "Kaupunginhallituksen käsittely", "Ympäristölautakunnan päätösehdotus": a body's genitive before a known word.
OWNED_HEADING = re.compile(
    r"(?P<owner>\w+(?: ja \w+| \w+)?(?:n|s)) "
    r"(?P<word>käsittely|päätösehdotus|esitys|ehdotus|päätös|lausunto|förslag|beslut|behandling)"
)
SPACES = re.compile(r"\s+")
PARENTHESIS = re.compile(r"\s*\([^)]*\)$")
MAX_WORDS = 6


def folded(heading: str) -> str:
    """Return *heading* as the vocabulary writes it."""
    plain = SPACES.sub(" ", heading.replace("\u00ad", "")).strip().casefold().rstrip(":. ").strip()
    return PARENTHESIS.sub("", plain)


def section_kind(heading: str) -> SectionKind | None:
    """Return the kind of section that *heading* names, or None when the vocabulary does not know it."""
    word = folded(heading)
    if word in _KINDS:
        return _KINDS[word]
    owned = OWNED_HEADING.fullmatch(word) if len(word.split()) <= MAX_WORDS else None
    return _KINDS[owned["word"]] if owned else None


def is_history(heading: str) -> bool:
    return folded(heading) in HISTORY


def is_attachments(heading: str) -> bool:
    return folded(heading) in ATTACHMENTS


def is_supporting(heading: str) -> bool:
    return folded(heading) in SUPPORTING


def is_register_number(heading: str) -> bool:
    return folded(heading) in REGISTER_NUMBER
