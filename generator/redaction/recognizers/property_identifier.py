"""Identifiers of real property (kiinteistötunnus, fastighetsbeteckning), with parcels split off (M601) and shares of rights.

With its owner beside it, or the matter of one, a property tells who is spoken of. The town's own, a company's and what a
plan speaks of are left; where nothing is said of its owner, that is for a person to say. Its parts are municipality,
village or district, house or block, and unit.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings
from generator.redaction.recognizers._registers import is_named_as_register

KIND = "property_identifier"
PARCEL = r"(?:\s?[-/,]?\s?[MLVYK]\s?-?\d{1,4})?"
# Not 951- and 952-, which begin the ISBN of Finnish books.
HYPHENATED = re.compile(
    rf"""(?<![0-9A-Za-zÅÄÖåäö])(?<![-/.,:+]\d)(?<![-/+])(?!95[12]-)
    \d{{3}}\s?-\s?\d{{1,3}}\s?-\s?\d{{1,4}}\s?-\s?\d{{1,4}}{PARCEL}(?![\w]|-\d|[.,/]\d)""",
    re.VERBOSE,
)
GLUED = re.compile(rf"(?<![\w.,/:-])(?P<digits>\d{{14}}){PARCEL}(?![\w-]|[.,/]\d)")
# Inside one municipality a farm is called by its register number: "tila Kuutamola RN:o 4:19".
FARM = re.compile(r"(?<!\w)(?:RN:?o|Rnro|R:nro|RNr)\.?\s?\d{1,3}:\d{1,4}(?!\w)", re.IGNORECASE)
NAMED = re.compile(
    r"""(?:kiinteistö(?:rekisteri)?tunnu\w*|kiint\.?\s?tunnu\w*|kiinteistö\w{0,3}|\btila(?:n|lla|lle|sta|an|t)?|määräala\w*
    |fastighetsbeteckning\w*|fastighet(?:en)?|lägenhet(?:en)?|outbrutet\ område)\W{0,3}(?:nro\W{0,3}|on\ |är\ |:\s?)?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Whose it is, or whose matter: a private person's as a rule.
OWNER = re.compile(
    r"""\b(?:omista(?:ja|jan|jat|vat|a|malla|malle)?\b|haltija|hakija|myyjä|ostaja|vuokraaja|vuokramie|perikun|kuolinpes|naapuri
    |asuka[ s]|asukkaa|valittaja|muistuttaja|muistutuksen|oikaisuvaatimuksen\ tekijä|rakennuttaja|luvan\ ?hakija
    |lainhuudo|ägar|sökande|säljar|köpar|arrendator|dödsbo|granne|besvärs|ändringssökande|s\.\ \d|synt)""",
    re.VERBOSE | re.IGNORECASE,
)
# The town's own, a company's, or what a plan speaks of.
PUBLIC_OWNER = re.compile(
    r"""\b(?:[Kk]aupungin|[Kk]unnan|[Vv]altion|[Ss]eurakun\w*|[Ss]tadens|[Kk]ommunens)\s(?:omista|maa|tont|kiinteist|ägo|mark)
    |\b(?:[Kk]aupunki|[Kk]unta|[Ss]taden|[Kk]ommunen)\s(?:luovutt|myy|vuokraa|osta|omista|överlåt|sälj|äger)
    |\b(?:Oyj?|Ab|Ky)\b|kaava(?:ehdo|n\b|muut)|katualue|rakennusoike|detaljplan|byggrätt""",
    re.VERBOSE,
)
NEAR = 160
PREFILTER = re.compile(r"\d(?:\s?-\s?\d{1,4}\s?-\s?\d|\d{13}|:\d)")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a property's identifier, doubtful where its owner is not clear."""
    normal = normalise(text)
    if not PREFILTER.search(readings(normal.text)[-1]):
        return
    for reading in readings(normal.text):
        for start, end in _stretches(reading):
            around = reading[max(0, start - NEAR) : end + NEAR]
            is_somebodys, is_public = OWNER.search(around) is not None, PUBLIC_OWNER.search(around) is not None
            if is_somebodys or not is_public:
                yield Mark(*normal.original_span(start, end), KIND, is_doubtful=is_public or not is_somebodys)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    for found in HYPHENATED.finditer(text):
        if not is_named_as_register(text, found.start()):
            yield found.span()
    for found in GLUED.finditer(text):
        is_named = NAMED.search(text[max(0, found.start() - NEAR) : found.start()])
        if is_named or not (_is_moment(found["digits"]) or is_named_as_register(text, found.start())):
            yield found.span()
    for found in FARM.finditer(text):
        yield found.span()


def _is_moment(digits: str) -> bool:
    """Tell whether the fourteen *digits* are a day and a time of it, as systems name files."""
    try:
        datetime.strptime(digits, "%Y%m%d%H%M%S")  # noqa: DTZ007 - only asked whether it is one
    except ValueError:
        return False
    return True


RECOGNIZER = find
