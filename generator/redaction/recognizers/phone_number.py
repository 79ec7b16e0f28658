"""Phone numbers, Finnish and foreign, in the forms that minutes write; never a register number, a sum or a date."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise

KIND = "phone_number"
# A hyphen with a space on one side only is a minus sign in a table of sums.
SEPARATOR = r"(?:\ -\ |[-/.]|\ ?\r?\n|\ )"
CALLING_CODES = "(?:358|46|47|45|372|371|370|7|49|44|33|34|39|31|32|48|41|43|351|353|354|36|380|420|1)"
INTERNATIONAL = re.compile(
    rf"""(?<![\w.,/])(?:\+\ ?[1-9]\d{{0,2}}|00\ ?{CALLING_CODES})
    (?:{SEPARATOR}?\(0\))?(?:{SEPARATOR}?\d+){{1,6}}(?![\d/]|[.,-]\d)""",
    re.VERBOSE,
)
MOBILE = re.compile(rf"(?<!\d)(?<!\d[.,/:-])\(?0(?:4\d|50)\d?\)?(?:{SEPARATOR}?\d+){{1,5}}(?!\d|/\d|[.,-]\d)", re.VERBOSE)
# Trunk and service codes: 02, 03, 05, 06, 08, 09, 013-019, 010, 020, 029, 030, 071, 073, 075, 0600, 0700, 0800.
LANDLINE = re.compile(
    r"""(?<![\w.,/:-])\(?
    (?:01[0-9]|02[0-9]?|03[0-9]?|05[1-9]?|06|08|09|07[135]|0[678]00)\)?
    (?:\ -\ |[-/]|\ )?\d{2,}(?:[-\ ]\d{2,}){0,3}(?!\d|/\d|[.,:-]\d)""",
    re.VERBOSE,
)
NAMED = re.compile(
    rf"""(?<![a-zåäö])
    (?:puh(?:elin(?:numero(?:ni|nsa)?)?)?|matkapuh(?:elin)?|gsm|faksi?|fax|tel|tfn|telefon(?:nummer)?|mobil|phone|p)
    (?:\.?\ ?(?:nro|nr|no))?\ ?[.:]?\ ?
    (?P<number>\(?\+?\d+\)?(?:{SEPARATOR}?\d+){{0,5}})(?!\d|/\d|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
PATTERNS = {"international": INTERNATIONAL, "mobile": MOBILE, "landline": LANDLINE, "named": NAMED}
# How many digits: fewer is not a number, and what follows the most is something else (the next column of a table).
FEWEST = {"international": 8, "mobile": 8, "landline": 7, "named": 6}
MOST = {"international": 14, "mobile": 11, "landline": 11, "named": 14}
# Section 1.11 of the formats study: the registers' own ways to write a number, and what else is made of digits.
VETO = re.compile(
    r"""\b(?:[A-ZÅÄÖa-zåäö]{2,8}(?:Dno|D)-\d{4}-\d{1,6}                                    # MliDno-2017-1225
    |(?:[A-ZÅÄÖ]{1,8}[:/])?\d{1,6}/\d{2}(?:\.\d{2}){1,5}(?:/\d{4})?                       # OUKA/899/02.06.01.04/2017
    |HEL\ \d{4}-\d{6}(?:\ T(?:\ \d{2}){1,4})?
    |\d{1,6}-\d{4}(?:\ \(\d{2,4}\))                                                       # 3720-2013 (611)
    |\d{7}-\d                                                                             # Y-tunnus
    |\d{2}(?:\.\d{2}){2,5}                                                               # function class 00.01.01.00
    |\d{1,3}-\d{1,3}-\d{1,4}-\d{1,4}                                                     # property 564-4-19-108
    |(?:0?[1-9]|[12]\d|3[01])(?P<mark>[.-])(?:0?[1-9]|1[0-2])(?P=mark)(?:(?:19|20)\d{2}|\d{2})   # a day
    |\d{1,4}/(?:1[89]|20)\d{2}                                                            # a statute, a number of a year
    |[A-Z]{2}\d{2}(?:\ ?\d{4}){3,}(?:\ ?\d{1,3})?)(?!\d)                                  # IBAN
    """,
    re.VERBOSE,
)
UNIT = re.compile(
    r"\s?(?:€|eur|e\b|milj|mk\b|m[²2³3]\b|km|k-m|kem|ha\b|kpl|%|prosent|procent|§|as\b|hlö|mrd|vuot|kg\b|kWh|MWh)",
    re.IGNORECASE,
)
GROUPED_SUM = re.compile(r"\+?\ ?\d{1,3}(?:\ \d{3})+")
# Digits and a space in front, and no group longer than three: the middle of a sum, or of a row of sums. A house's number
# stands before a mobile number too, and has seldom three digits.
IN_A_ROW = {"mobile": re.compile(r"(?<!\d)\d{3} $"), "landline": re.compile(r"\d $"), "international": re.compile(r"(?!)")}
COUNTED = re.compile(r"\d[ .]$")
FUNCTION_CLASS = re.compile(r"\d{2}(?: \d{2}){2,3}")
LARGEST_SUM = 11
THOUSANDS = 3
GROUP = re.compile(r"\d+")
ENOUGH_DIGITS = re.compile(r"\d(?:[^\d\n]{0,4}\d){4}")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a phone number."""
    normal = normalise(text)
    if not ENOUGH_DIGITS.search(normal.text):
        return
    vetoed = [found.span() for found in VETO.finditer(normal.text)]
    for name, pattern in PATTERNS.items():
        for found in pattern.finditer(normal.text):
            start, end = _stretch(found, name)
            if start < end and not _is_other(normal.text, start, end, name) and not _overlaps(start, end, vetoed):
                yield Mark(*normal.original_span(start, end), KIND)


def _stretch(found: re.Match[str], name: str) -> tuple[int, int]:
    """Return where the number itself stands, an empty stretch when it has too few digits."""
    start, end = found.span("number" if name == "named" else 0)
    digits, last = 0, start
    for group in GROUP.finditer(found.string, start, end):
        if digits + len(group[0]) > MOST[name]:
            break
        digits, last = digits + len(group[0]), group.end()
    return (start, last) if digits >= FEWEST[name] else (start, start)


def _is_other(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether a sum, a measure or a class of the records stands there."""
    if UNIT.match(text, end):
        return True
    if name == "named":
        return False
    number = text[start:end]
    before = text[max(0, start - 4) : start]
    if IN_A_ROW[name].search(before) and all(len(group) <= THOUSANDS for group in GROUP.findall(number)):
        return True
    if FUNCTION_CLASS.fullmatch(number):
        return True
    is_grouped = GROUPED_SUM.fullmatch(number) and sum(map(str.isdigit, number)) < LARGEST_SUM
    return bool(is_grouped and (number.startswith("+") or COUNTED.search(before)))


def _overlaps(start: int, end: int, vetoed: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in vetoed)


RECOGNIZER = find
