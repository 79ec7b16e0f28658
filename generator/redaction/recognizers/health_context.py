"""Words of health and social care beside one person: a flag for a person to look, always doubtful.

Such facts are secret (JulkL 24 § 1 mom. 25 k). A committee's budget and a plan for its services speak of nobody.
"""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise

KIND = "health_context"
# How words begin that tell of somebody's health, care or need, in any case and compound.
STEMS = (
    "toimeentulotu", "lastensuojel", "vammaispalvel", "omaishoi", "kehitysvamm", "mielenterv", "mielisair", "päihde",
    "päihte", "diagno", "sairau", "sairast", "pitkäaikaissair", "perussair", "masennu", "skitsofren", "psykoo",
    "psykiatr", "psykolog", "syöpä", "diabete", "epilepsi", "muistisair", "muistihäiriö", "dementi", "alzheimer", "autis",
    "adhd", "hiv", "lääkity", "lääkitse", "lääkärin", "lääkäril", "terapi", "kuntoutu", "raskau", "huostaan",
    "sijaishuol", "sijoitettu lapsi", "edunvalv", "henkilökohtaisen avu", "henkilökohtaista apu", "henkilökohtainen apu",
    "henkilökohtaiseen apu", "kuljetuspalvel", "kotihoi", "kotipalvel", "perhehoi", "perheväkival", "lähisuhdeväkival",
    "alkoholi", "huume", "liikuntavamm", "näkövamm", "kuulovamm", "vammau", "vammai", "invalidi", "työkyvyttöm",
    "erityisen tuen", "sosiaalipalvel", "palvelutarpe", "asunnottom", "tartuntata", "leikkau", "hoitojak", "hoitosuun",
    "apuväli", "adoptio", "elatus", "huoltajuu", "turvakot", "velkaantu", "maksuhäiriö", "utkomststöd", "barnskydd",
    "handikapp", "funktionsneds", "närståendevår", "sjukdom", "sjukskriv", "depression", "missbruk", "rehabilit",
    "läkarintyg", "läkarutlåt", "demens", "omhändertag", "intressebevak", "färdtjänst", "hemvård", "personlig assist",
    "cancer", "graviditet", "utvecklingsstör", "abort", "våld i nära",
)  # fmt: skip
CARE = re.compile(rf"(?<!\w)(?:{'|'.join(STEMS)})\w*", re.IGNORECASE)
# Most paragraphs hold no word that begins so, and need not be read more closely.
LENGTH = 5
BEGINNINGS = frozenset(stem.split()[0][:LENGTH] for stem in STEMS)
WORD = re.compile(r"[^\W\d_]{2,}")
# A diagnosis by the code of ICD-10.
CODE = re.compile(
    r"""(?<!\w)(?:diagnoosi\w*|diagnos\w*|dg\.?|icd(?:-?10)?(?:-koodi\w*)?)[\s:.(]{1,3}(?:[a-zåäö]+[\s:(]{1,2}){0,2}
    (?P<code>[A-TV-Z]\d{2}(?:\.\d{1,2})?)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# One person: in the singular, by initials, or "hän". Plurals speak of a service.
ONE = re.compile(
    r"""(?<!\w)(?:hakija(?:n|lle|lla|lta|a|ksi|sta)?|asiakkaan|asiakkaalle|asiakkaalla|asiakasta|potilaan|potilaalle|potilas|hän|hänen|hänelle
    |hänellä|hänet|häntä|muutoksenhakija\w*|oikaisuvaatimuksen\stekijä\w*|valittaja(?:n|lle|lla|a)?|kantelija\w*|päämies|päämiehe\w*
    |avustettava\w*|edunvalvottav\w*|(?:lapsi|oppilas|henkilö)\s(?-i:[A-ZÅÄÖ])\.?|sökanden?s?|klientens?|patientens?|ändringssökanden?s?
    |besväranden?s?|hon|hans|hennes|honom|henne|huvudmannens?)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
INITIALS = re.compile(r"(?<![\w.])[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ]\.(?:\s?[A-ZÅÄÖ]\.)?(?!\w)")
# A programme, a price list, a tender, an election: the singular in these is anybody.
NOBODY = re.compile(
    r"""talousarvi|määrärah|strategi|kriteeri|soveltamisohj|kilpailut|hankin|palveluntuotta|tuottaja|asiakkaiden|asiakkaat|hakijoiden|hakijat
    |kuntalais|henkilöstö|johtosään|hallintosään|varajäsen|kuntayhtym|valtuust|lautakunnan\s(?:talous|toiminta)|asiakasmaksu|palvelusetel
    |budget|anslag|strateg|kriteri|upphandl|klienterna|sökandena|serviceprod|avgift|ersättare|samkommun|fullmäktige""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[a-zåäö0-9)])[.!?]\s+(?=[A-ZÅÄÖ])|\n")
REACH = 200


def find(text: str) -> Iterator[Mark]:
    """Yield a doubtful mark for every word in *text* that tells of one person's health or social care."""
    normal = normalise(text)
    lowered = normal.text.lower()
    if any(sign in lowered for sign in ("diagno", "dg", "icd")):
        for found in CODE.finditer(normal.text):
            yield Mark(*normal.original_span(*found.span("code")), KIND, is_doubtful=True)
    if not any(word[:LENGTH] in BEGINNINGS for word in WORD.findall(lowered)):
        return
    for found in CARE.finditer(normal.text):
        if _is_of_one(_sentence(normal.text, found.start(), found.end())):
            yield Mark(*normal.original_span(*found.span()), KIND, is_doubtful=True)


def _is_of_one(sentence: str) -> bool:
    return INITIALS.search(sentence) is not None or (ONE.search(sentence) is not None and NOBODY.search(sentence) is None)


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around *start* to *end*, no more than REACH characters to either side."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    ends = [found.end() for found in SENTENCE_END.finditer(before)]
    stop = SENTENCE_END.search(after)
    return before[ends[-1] if ends else 0 :] + text[start:end] + after[: stop.start() if stop else None]


RECOGNIZER = find
