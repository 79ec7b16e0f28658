"""Numbers under which somebody is known to an office, a bank or an institution: only where a word names them."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings

KIND = "customer_number"
PERSONS = r"""(?:asiakas|potilas|jäsen|vakuutus|oppija|oppilas|opiskelija|henkilöstö|henkilö(?=-?numero)|käyttäjä|vuokralais
    |asukas|velallis|perintä|käyttöpaikka|kirjastokortin|kortin|passin|ajokortin|henkilökortin|oleskeluluvan|kund|klient|patient|medlems
    |försäkrings|elev|studerande|användar|hyresgäst|pass|körkorts|anställnings|customer|client|member(?:ship)?|student|user|insurance
    |passport)"""
# As they stand in PERSONS and ACCOUNT: most paragraphs hold none, and need not be read more closely.
WORDS = (
    "asiakas", "potilas", "jäsen", "vakuutus", "oppija", "oppilas", "opiskelija", "henkilö", "käyttäjä", "vuokralais", "asukas",
    "velallis", "perintä", "käyttöpaikka", "kortin", "passin", "oleskelu", "kund", "klient", "patient", "medlem", "försäkring",
    "elev", "studerande", "användar", "hyresgäst", "pass", "körkort", "anställning", "customer", "client", "member", "student",
    "user", "insurance", "tili", "konto", "giro", "account",
)  # fmt: skip
NUMBER_WORD = (
    r"[\s-]?(?:numero|nro|no|nr|n:o|tunnus|tunniste|id|nummer|number|kod)(?:ni|nsa|si|n|lla|llä|lle|sta|stä|a|ksi|et|en|na)?"
)
GAP = r"[\s.:=#-]{0,4}(?:(?:on|oli|är|is|var|nro|:)\s)?[(\"”']?"
VALUE = r"(?P<number>(?:[A-ZÅÄÖ]{1,4}[\s-]?)?\d(?:[\s./-]{0,2}\d){2,24}[A-Z]?)(?![\w]|[.,/-]\d)"
NAMED = re.compile(rf"(?<!\w){PERSONS}{NUMBER_WORD}{GAP}{VALUE}", re.VERBOSE | re.IGNORECASE)
# An account of the books has three to five digits; an account in a bank has more.
ACCOUNT = re.compile(
    rf"(?<!\w)(?:(?:pankki)?tili|(?:bank)?konto|bankgiro|plusgiro|(?:bank\s)?account)n?{NUMBER_WORD}{GAP}"
    r"(?P<number>\d(?:[\s./-]{0,2}\d){5,19})(?![\w]|[.,/-]\d)",
    re.VERBOSE | re.IGNORECASE,
)
# The first is found by the recognizer of bank accounts.
OTHERS = (
    re.compile(r"[1-8]\d{5}\s?-\s?\d{2,8}"),
    re.compile(r"(?:19|20)\d{2}(?:\s?[-/]\s?(?:19|20)?\d{2})?"),
    re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})"),
)


def find(text: str) -> Iterator[Mark]:
    """Yield every number in *text* that the word before it calls a customer's, a patient's, a member's or an account's."""
    normal = normalise(text)
    lowered = normal.text.lower()
    if not any(word in lowered for word in WORDS):
        return
    for reading in readings(normal.text):
        for found in (*NAMED.finditer(reading), *ACCOUNT.finditer(reading)):
            if not any(pattern.fullmatch(found["number"]) for pattern in OTHERS):
                yield Mark(*normal.original_span(*found.span("number")), KIND)


RECOGNIZER = find
