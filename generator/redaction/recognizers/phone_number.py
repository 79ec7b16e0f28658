"""Phone numbers, Finnish and foreign, in the forms that minutes write; never a register number, a sum or a date."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings
from generator.redaction.recognizers._registers import is_named_as_register, overlaps, register_numbers

KIND = "phone_number"
# A hyphen with a space on one side only is a minus sign in a table of sums.
SEPARATOR = r"(?:\ -\ |[-/.]|\ ?\r?\n|\ )"
CALLING_CODES = "(?:358|46|47|45|372|371|370|7|49|44|33|34|39|31|32|48|41|43|351|353|354|36|380|420|1)"
INTERNATIONAL = re.compile(
    rf"""(?<!\w)(?:\(?\+\ ?[1-9]\d{{0,2}}\)?|(?<![.,/])00\ ?{CALLING_CODES}|(?<![.,/])358(?=[\ -]?(?:\(0\)\ ?)?(?:4\d|50)))
    (?:{SEPARATOR}?\(0\))?(?:{SEPARATOR}?\d+){{1,6}}(?![\d/]|[.,-]\d)""",
    re.VERBOSE,
)
MOBILE = re.compile(rf"(?<!\d)(?<!\d[.,/:-])\(?0\)?(?:4\d|50)\d?\)?(?:{SEPARATOR}?\d+){{1,8}}(?!\d|/\d|[.,-]\d)", re.VERBOSE)
# Trunk and service codes: 02, 03, 05, 06, 08, 09, 013-019, 010, 020, 029, 030, 071, 073, 075, 0600, 0700, 0800.
LANDLINE = re.compile(
    r"""(?<![\w.,/:-])(?!\(?\d{6}-)\(?
    (?:01[0-9]|02[0-9]?|03[0-9]?|05[1-9]?|06|08|09|07[135]|0[678]00)\)?
    (?:\ -\ |[-/]|\ )?\d{2,}(?:[-\ ]\d{2,}){0,3}(?!\d|/\d|[.,:-]\d)""",
    re.VERBOSE,
)
# After a word for it any number is one.
ANY = re.compile(rf"\(?\+?\d+\)?(?:{SEPARATOR}?\d+){{0,13}}(?!\d|/\d|[.,]\d)")
NAME = re.compile(
    r"""(?<![a-zåäö])
    (?:puh(?:elin(?:numero[a-zåäö]*)?)?|matkapuh(?:elin(?:numero)?)?|gsm|faksi?|fax|tel|tfn|tlf|telefon(?:nummer)?|mob(?:il)?|phone
      |(?P<short>p))
    (?:\.?\ ?(?:nro|nr|no))?\ ?(?P<sign>[.:]?)\ ?(?:\([^()\d]{1,20}\)\ )?$""",
    re.VERBOSE | re.IGNORECASE,
)
BEFORE = 45
# Every digit apart: also a row of small numbers.
SPREAD = re.compile(r"(?<![\d.,/-]\ )(?<![\d.,/-])0\ (?:4\ \d|5\ 0)(?:\ \d){6,8}(?!\ ?\d)")
PATTERNS = {"international": INTERNATIONAL, "mobile": MOBILE, "landline": LANDLINE, "spread": SPREAD}
# A text without these holds no number of that form.
BEGINNINGS = {
    "international": re.compile(r"[+]|00|358"),
    "mobile": re.compile(r"0\)?(?:4|50)"),
    "landline": re.compile("0[1-9]"),
    "spread": re.compile("0 [45] "),
}
# How many digits: fewer is not a number, and what follows the most is something else (the next column of a table).
FEWEST = {"international": 8, "mobile": 8, "landline": 7, "named": 6, "spread": 9}
MOST = {"international": 14, "mobile": 11, "landline": 11, "named": 14, "spread": 11}
# A property 564-4-19-108, an account FI21 1234 ...; 040-12-34-567 is a telephone.
OTHERS = re.compile(
    r"""(?<![0-9A-Za-z+])(?!0(?:4\d|50)-(?:\d{2}-\d{2}-\d{2,3}|\d{3}-\d{2}-\d{2})(?!\d))
    (?:\d{3}\ ?-\ ?\d{1,3}\ ?-\ ?\d{1,4}\ ?-\ ?\d{1,4}|[A-Z]{2}\d{2}(?:\ ?\d{4}){3,}(?:\ ?\d{1,3})?)(?!\d)""",
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
    if not ENOUGH_DIGITS.search(readings(normal.text)[-1]):
        return
    for reading in readings(normal.text):
        for start, end, is_doubtful in _numbers(reading):
            yield Mark(*normal.original_span(start, end), KIND, is_doubtful)


def _numbers(text: str) -> Iterator[tuple[int, int, bool]]:
    candidates = [
        (found, name) for name, pattern in PATTERNS.items() if BEGINNINGS[name].search(text) for found in pattern.finditer(text)
    ]
    candidates += [(found, "named") for found in ANY.finditer(text) if _is_named(found)]
    if not candidates:
        return
    vetoed = [*register_numbers(text), *(found.span() for found in OTHERS.finditer(text))]
    for found, name in candidates:
        start, end = _stretch(found, name)
        if start < end and not _is_other(text, start, end, name) and not overlaps((start, end), vetoed):
            # Digits of a trunk code and no sign of a phone number: also what running numbers look like.
            yield start, end, name == "spread" or (name == "landline" and text[start:end].isdigit())


def _is_named(found: re.Match[str]) -> bool:
    if len(found[0]) < FEWEST["named"]:
        return False
    name = NAME.search(found.string[max(0, found.start() - BEFORE) : found.start()])
    return name is not None and not (name["short"] and not name["sign"] and found[0][0] not in "+(0")


def _stretch(found: re.Match[str], name: str) -> tuple[int, int]:
    """Return where the number itself stands, an empty stretch when it has too few digits."""
    start, end = found.span()
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
    if name in {"named", "spread"}:
        return False
    number = text[start:end]
    before = text[max(0, start - 4) : start]
    if IN_A_ROW[name].search(before) and all(len(group) <= THOUSANDS for group in GROUP.findall(number)):
        return True
    if FUNCTION_CLASS.fullmatch(number) or (name == "landline" and is_named_as_register(text, start)):
        return True
    is_grouped = GROUPED_SUM.fullmatch(number) and sum(map(str.isdigit, number)) < LARGEST_SUM
    return bool(is_grouped and (number.startswith("+") or COUNTED.search(before)))


RECOGNIZER = find
