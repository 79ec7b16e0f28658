"""Personal identity codes (henkilötunnus, personbeteckning), also broken, misread and half hidden ones.

Never gated on the check character: a code with a typing error names its bearer just as well.
Marks of centuries by the reform of 1.1.2023: 1900s - Y X W V U, 2000s A to F, 1800s +.
"""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise

KIND = "personal_identity_code"
# What scanning makes of digits: O for 0, l or I for 1.
DIGIT = "[0-9OolI]"
MISREAD = str.maketrans("OolI", "0011")
BIRTH = rf"(?P<birth>(?:(?<![0-9A-Za-zÅÄÖåäö])[OolI]|(?<![0-9])[0-9]){DIGIT}{{5}})"
CENTURY = "[-+A-FU-Ya-fu-y]"
PATTERN = re.compile(
    rf"""{BIRTH} \s{{0,3}} {CENTURY} \s{{0,3}}
    (?: {DIGIT}{{3}} \ ? (?P<check>[0-9A-Za-z]) (?![0-9])
        (?!\ \(\d{{2,4}}\))     # 3720-2013 (611) is a register number
      | [xX*\#•_]{{3,4}}        # the end hidden by the writer
    )""",
    re.VERBOSE,
)
# Named as one: then the mark of the century may be missing or be any sign.
NAMED = re.compile(
    rf"""(?:hetu|henkilö-?\s?tunnu[a-zåäö]*|hlö-?tunnu[a-zåäö]*|henk\.?\s?tunnu[a-zåäö]*|sotu|sosiaaliturvatunnu[a-zåäö]*
        |personbeteckning[a-zåäö]*|personnummer|social\ security\ number|personal\ identity\ code)
    [^0-9\n]{{0,20}}?
    (?P<code>{DIGIT}{{6}}\s?[^0-9\s]?\s?{DIGIT}{{3}}\s?[0-9A-Za-z]?)(?![0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
# Parted by a line's end or by spaces anywhere: so lenient only where the check character, or that it is a letter, agrees.
PARTED = re.compile(
    rf"(?<![0-9A-Za-zÅÄÖåäö])(?:[0-9]\s?){{6}}\s{{0,2}}{CENTURY}\s{{0,3}}(?:[0-9]\s?){{3}}[0-9A-Za-z](?![0-9A-Za-zÅÄÖåäö])"
)
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SEPARATE = re.compile(r"[\W_]+")
BIRTH_LENGTH, LENGTHS = 6, (10, 11)
ENOUGH_DIGITS = re.compile(r"(?:[0-9OolI]\s?){6}")
LAST_DAY, LAST_MONTH, TRUE_DIGITS = 31, 12, 4


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a personal identity code."""
    normal = normalise(text)
    if not ENOUGH_DIGITS.search(normal.text):
        return
    for found in PATTERN.finditer(normal.text):
        if _is_code(found):
            yield Mark(*normal.original_span(*found.span()), KIND)
    for found in PARTED.finditer(normal.text):
        if is_certain(found[0]):
            yield Mark(*normal.original_span(*found.span()), KIND)
    for found in NAMED.finditer(normal.text):
        yield Mark(*normal.original_span(*found.span("code")), KIND)


def _is_code(found: re.Match[str]) -> bool:
    if sum(character.isdigit() for character in found[0]) < TRUE_DIGITS:
        return False
    if found["check"] and not found["check"].isdigit():
        return True
    # Ten digits and a hyphen are also what ranges and numbers of documents look like: then the day must be one.
    birth = found["birth"].translate(MISREAD)
    return 1 <= int(birth[:2]) <= LAST_DAY and 1 <= int(birth[2:4]) <= LAST_MONTH


def is_certain(code: str) -> bool:
    """Tell whether *code*, with whatever stands between its parts, is hardly anything else: a day, and a fitting end."""
    glued = SEPARATE.sub("", code)
    birth, number, check = glued[:BIRTH_LENGTH], glued[-4:-1], glued[-1:]
    if len(glued) not in LENGTHS or not birth.isdecimal() or not number.isdecimal():
        return False
    is_day = 1 <= int(birth[:2]) <= LAST_DAY and 1 <= int(birth[2:4]) <= LAST_MONTH
    return is_day and (check in CHECKS[10:] or check.upper() == CHECKS[int(birth + number) % len(CHECKS)])


RECOGNIZER = find
