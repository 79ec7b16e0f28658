"""Bank accounts: IBAN of the countries that Finns bank with, and the Finnish numbers of before (BBAN).

Never gated on the check digits: an account with a typing error points to its holder just as well.
"""

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings
from generator.redaction.recognizers._registers import is_named_as_register

KIND = "iban"
# How many letters and digits follow the country and its two check digits (SWIFT IBAN registry).
LENGTHS = {
    "AT": 16, "BE": 12, "BG": 18, "CH": 17, "CY": 24, "CZ": 20, "DE": 18, "DK": 14, "EE": 16, "ES": 20, "FI": 14, "FR": 23,
    "GB": 18, "GR": 23, "HR": 17, "HU": 24, "IE": 18, "IS": 22, "IT": 23, "LI": 17, "LT": 16, "LU": 16, "LV": 17, "MC": 23,
    "MT": 27, "NL": 14, "NO": 11, "PL": 24, "PT": 21, "RO": 20, "SE": 20, "SI": 15, "SK": 20, "TR": 22, "UA": 25,
}  # fmt: skip
START = re.compile(
    rf"""(?:(?<![A-Za-zÅÄÖåäö0-9])|(?<=IBAN)|(?<=iban))
    (?P<country>{"|".join(LENGTHS)}|F\s?[I1l|])[\s-]?\d\s?\d(?=[\s.-]{{0,2}}[0-9A-Za-z])""",
    re.VERBOSE | re.IGNORECASE,
)
CHARACTER = re.compile(r"[\s.-]{0,2}([0-9A-Za-z])")
DIGIT = re.compile(r"[\s.-]{0,2}([0-9])")
# Digits only, after the check digits; the others have letters of a bank among them.
LETTERED = frozenset({"GB", "IE", "NL", "LV", "RO", "BG", "FR", "IT", "MC", "MT", "GR", "CY", "CH", "LI", "LU", "TR", "UA"})
# Too few or too many is a typing error; a VAT number (FI and eight digits) is much shorter.
MISSING, FEWEST_DIGITS = 3, 8
SURPLUS = re.compile(r"\d{1,4}")
BBAN = re.compile(r"(?<![\w.,/-])(?P<branch>[1-8]\d{5})\s?-\s?(?P<number>\d{2,8})(?![\w-]|[.,/]\d)")
ACCOUNT = re.compile(
    r"""(?:\btili(?:n(?:umero\w*|ro)?|lle|llä|ltä|ä|stä)?|pankkitili\w*|\bkonto(?:nummer|t|n)?|bankkonto\w*|account|pankki\w*|bank\w*
    |nordea|osuuspankki|\bop|danske|aktia|säästöpankki|sampo|postipankki|handelsbanken)
    \W{0,4}(?:nro\W{0,3}|on\ |är\ |number\W{0,3})?$""",
    re.VERBOSE | re.IGNORECASE,
)
BEFORE = 40
UNIT = re.compile(r"\s?(?:€|eur|e\b|m[²2³3]?\b|k-m|kpl|mk\b|milj|km|vuot|asuk|hlö)", re.IGNORECASE)
ENOUGH_DIGITS = re.compile(r"\d(?:[\s.-]{0,3}[0-9A-Z]){9}")
BRANCH = re.compile(r"\d{6}\s?-\s?\d\d")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a bank account."""
    normal = normalise(text)
    for reading in readings(normal.text):
        for found in START.finditer(reading) if ENOUGH_DIGITS.search(reading) else ():
            end = _end(reading, found)
            if end:
                yield Mark(*normal.original_span(found.start(), end), KIND)
        for found in BBAN.finditer(reading) if BRANCH.search(reading) else ():
            is_named = ACCOUNT.search(reading[max(0, found.start() - BEFORE) : found.start()]) is not None
            if is_named or _may_be_account(found):
                yield Mark(*normal.original_span(*found.span()), KIND, is_doubtful=not is_named)


def _end(text: str, start: re.Match[str]) -> int | None:
    """Return where the account that begins with *start* ends, or None when something else stands there."""
    country = start["country"].upper()
    country = country if country in LENGTHS else "FI"
    part = CHARACTER if country in LETTERED else DIGIT
    place, account = start.end(), ""
    while len(account) < LENGTHS[country] and (found := part.match(text, place)):
        place, account = found.end(), account + found[1]
    missing = LENGTHS[country] - len(account)
    if country == "FI":
        surplus = SURPLUS.match(text, place)
        return (surplus.end() if surplus else place) if missing <= MISSING else None
    if missing or text[place : place + 1].isalnum() or sum(map(str.isdigit, account)) < FEWEST_DIGITS:
        return None
    is_plain = start[0].isupper() and len(start[0]) == len("FI21")
    return place if is_plain or iban.is_valid(start[0] + account) else None


def _may_be_account(found: re.Match[str]) -> bool:
    """Tell whether *found*, of which no word says so, is an account all the same: its check digit fits, and it is no range."""
    branch, number = found["branch"], found["number"]
    if branch.endswith("00") or number.endswith("000") or UNIT.match(found.string, found.end()):
        return False
    if is_named_as_register(found.string, found.start()):
        return False
    return _fits(branch, number)


def _fits(branch: str, number: str) -> bool:
    """Tell whether the last digit is right (Luhn over fourteen digits; banks 4 and 5 put the zeros one place later)."""
    kept = 1 if branch[0] in "45" else 0
    digits = f"{branch}{number[:kept]}{number[kept:].zfill(8 - kept)}"
    return luhn.is_valid(digits)


RECOGNIZER = find
