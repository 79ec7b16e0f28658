"""E-mail addresses of people, also disguised ones; mailboxes of offices (kirjaamo@) are nobody's own and are left."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise

KIND = "email_address"
# A bracket or a space on each side of what stands for the sign: (at), [ät], {miuku}, " at ".
AT = r"""(?:\s{0,2}[@©®]\s{0,2}|\s?[(\[{<]\s?(?:at|ät|a|@|miuku|snabel-?a|kissanhäntä)\s?[)\]}>]\s?
    |\s(?P<word>at|ät|miuku|snabel-a)\s)"""
DOT = r"(?:\.|\s?[(\[{<]\s?(?:piste|dot|punkt|\.)\s?[)\]}>]\s?|\s(?:piste|dot|punkt)\s)"
ENDINGS = "(?:fi|com|net|org|se|ax|eu|info|example)"
ADDRESS = re.compile(
    rf"""(?<![\w.+-])(?P<local>[\w+&'’-](?:[\w.!#$%&'*+/=?^`{{|}}~’-]|\s?[(\[{{](?:piste|dot|punkt)[)\]}}]\s?)*)
    {AT}
    (?P<domain>[\w-]+(?:{DOT}[\w-]+)*(?:{DOT}[^\W\d_]{{2,24}}|\s?[.,]\s?{ENDINGS})(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
# No top domain, or it was lost: worth a question.
CUT = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{2,}@[\w-]{3,}(?![\w@])")
SIGNS = (
    "@",
    "©",
    "®",
    " at ",
    " ät ",
    "at)",
    "at]",
    "at}",
    "at >",
    "at>",
    "at )",
    "at ]",
    "ät)",
    "ät]",
    "ät )",
    "(a)",
    "[a]",
    "miuku",
    "snabel",
    "kissan",
)
# Mailboxes of an office, by the first word of their names.
ROLES = re.compile(
    r"""(?:kirjaamo\w*|registra\w*|diari\w*|info|neuvonta|asiakas\w*|palvelu\w*|posti|postit?us|toimisto|viestint\w*|hallinto\w*
    |palaute\w*|yhteispalvelu\w*|lasku\w*|rekry\w*|kansli\w*|kaupunki|kunta|tietosuoja\w*|dataskydd\w*|hankin\w+|tarjou\w+
    |upphandling\w*|rakennusvalvonta|kaavoitus|ymp[aä]rist[oö]\w*|byggnadstillsyn\w*|planl[aä]gg\w+|kundservice|kundtj[aä]nst
    |feedback|office|contact|support|webmaster|postmaster|stad|staden|kommun|sosiaali\w*|terveys\w*|kirjasto\w*|bibliotek\w*
    |valtuusto\w*|saavutettavuus\w*|esikunta|ruokapalvelu\w*|no-?reply)(?:[._+-]|$)""",
    re.VERBOSE,
)
# The courts write persons' and offices' addresses alike; appeals must name them (K 143 §).
OFFICES = re.compile(r"(?:^|[.@])(?:oikeus\.fi|om\.fi|avi\.fi|aluehallintovirasto\.fi)$")
CONSUMER = re.compile(
    r"^(?:gmail|hotmail|outlook|live|icloud|yahoo|luukku|suomi24|kolumbus|elisanet|pp\.inet|saunalahti|netti)\b"
)
# How an address is put together, not an address: etunimi.sukunimi@kunta.fi.
PATTERN_NAMES = re.compile(r"(?:etunimi|f[öo]rnamn|first ?name)[._-]?.*(?:sukunimi|efternamn|last ?name)")
WORDS_OF_SIGNS = re.compile(r"[\s()\[\]{}<>]")
SPELT_DOT = re.compile(r"\s?[(\[{<]\s?(?:piste|dot|punkt|\.)\s?[)\]}>]\s?|\s(?:piste|dot|punkt)\s|,")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as an e-mail address of somebody."""
    normal = normalise(text)
    lowered = normal.text.lower()
    if not any(sign in lowered for sign in SIGNS):
        return
    certain = [found for found in ADDRESS.finditer(normal.text) if _is_address(found)]
    for found in certain:
        if not _is_of_office(found["local"], found["domain"]):
            yield Mark(*normal.original_span(*found.span()), KIND)
    spans = [found.span() for found in certain]
    for found in CUT.finditer(normal.text):
        if not any(start <= found.start() < end for start, end in spans) and not _is_of_office(found[0].split("@")[0], ""):
            yield Mark(*normal.original_span(*found.span()), KIND, is_doubtful=True)


def _is_address(found: re.Match[str]) -> bool:
    """Tell whether words with "at" between are an address: "look at kunta.fi" is English."""
    return not found["word"] or "." in found["local"] or "piste" in found[0] or "punkt" in found[0] or " dot " in found[0]


def _is_of_office(local: str, domain: str) -> bool:
    domain = WORDS_OF_SIGNS.sub("", SPELT_DOT.sub(".", domain.casefold()))
    local = local.casefold()
    if PATTERN_NAMES.match(local) or OFFICES.search(domain):
        return True
    return ROLES.match(local) is not None and not CONSUMER.match(domain)


RECOGNIZER = find
