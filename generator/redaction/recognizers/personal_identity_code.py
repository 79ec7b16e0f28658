"""Personal identity codes (henkilötunnus, personbeteckning), also broken, misread and half hidden ones.

Never gated on the check character: a code with a typing error names its bearer just as well.
Marks of centuries by the reform of 1.1.2023: 1900s - Y X W V U, 2000s A to F, 1800s +.
"""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._registers import is_named_as_register

KIND = "personal_identity_code"
# What scanning makes of digits: O and Q for 0, l, I and | for 1, Z for 2, S for 5, B for 8.
DIGIT = "[0-9OolI|QZSB]"
MISREAD = str.maketrans("OoQlI|ZSB", "000111258")
BIRTH = rf"(?P<birth>(?:(?<![0-9A-Za-zÅÄÖåäö])[OolI|QZSB]|(?<![0-9])[0-9]){DIGIT}{{5}})"
CENTURY = "[-+A-FU-Ya-fu-y]"
HIDDEN = r"[xX*\#•_?]"
PATTERN = re.compile(
    rf"""{BIRTH} \s{{0,3}} {CENTURY} \s{{0,3}}
    (?: {DIGIT}{{3}} (?:(?P<check>[0-9A-Za-z]) | \ (?P<apart>[0-9A-Za-z])(?![A-Za-zÅÄÖåäö])) (?![0-9])
        (?!\ \(\d{{2,4}}\))     # 3720-2013 (611) is a register number
      | (?=(?:[0-9]|{HIDDEN}){{3}}(?:[0-9A-Za-z]|{HIDDEN})(?![0-9A-Za-z]))     # the end hidden by the writer
        [0-9]{{0,3}} {HIDDEN}{{1,4}} [0-9A-Za-z]?
      | \.{{3,4}}
    )""",
    re.VERBOSE,
)
# Named as one: then the mark of the century may be missing or be any sign, and half of the code is enough.
NAME = r"""(?:hetu|henkil[öo]-?\s?tunnu[a-zåäö]*|hlö-?\s?tunnu[a-zåäö]*|henk\.?\s?tunnu[a-zåäö]*
    |sotu|sosiaaliturvatunnu[a-zåäö]*|person-?\s?beteckning[a-zåäö]*|personsignum|pers\.?\s?bet\.?|social\ security\ number
    |(?:personal\ )?identity\ (?:code|number))"""
# One of them is in whatever NAME matches; looking for NAME itself costs more than all other patterns together.
PARTS_OF_NAMES = ("hetu", "tunnu", "sotu", "beteckning", "signum", "bet", "security", "identity")
NAMED = re.compile(
    rf"""{NAME} [^0-9]{{0,20}}?
    (?P<code>{DIGIT}{{6}}\s?[^0-9\s]?\s?{DIGIT}{{3}}\s?[0-9A-Za-z]?|[0-9]{{6}}-?)(?![0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
NAMED_END = re.compile(
    rf"""(?:{NAME}[^0-9]{{0,6}}|tunnuksen\ )(?:loppuosa[a-zåäö]*|slutdel[a-zåäö]*)[^0-9]{{0,6}}?
    (?P<code>[-+A-F]?[0-9]{{3}}[0-9A-Za-z])\b""",
    re.VERBOSE | re.IGNORECASE,
)
# The day written out before the mark: 1.1.1990-900X, 01011990-900X, 1990-01-01-900X.
LONG = re.compile(
    rf"""(?<![0-9A-Za-zÅÄÖåäö.,/-])
    (?:(?P<day>[0-9]{{1,2}})\.\ ?(?P<month>[0-9]{{1,2}})\.\ ?(?:(?:18|19|20)?[0-9]{{2}})
      |(?P<day2>[0-9]{{2}})(?P<month2>[0-9]{{2}})(?:18|19|20)[0-9]{{2}}
      |(?:18|19|20)[0-9]{{2}}-?(?P<month3>[0-9]{{2}})-?(?P<day3>[0-9]{{2}}))
    \ ?{CENTURY}\ ?[0-9]{{3}}[A-Za-z](?![0-9A-Za-zÅÄÖåäö])""",
    re.VERBOSE,
)
# No mark, or a wrong one: 010190 900X, 010190.900X, 010190G900X.
BROKEN = re.compile(
    r"""(?<![0-9A-Za-zÅÄÖåäö.,/:-])[0-9]{6}\s?(?P<mark>[._/:,=~*'’]|[G-TZg-tz]|)\s?[0-9]{3}\s?(?P<check>[A-Za-z])
    (?![0-9A-Za-zÅÄÖåäö])""",
    re.VERBOSE,
)
# Parted by a line's end or by spaces anywhere: so lenient only where the check character, or that it is a letter, agrees.
PARTED = re.compile(
    rf"(?<![0-9A-Za-zÅÄÖåäö])(?:[0-9]\s?){{6}}\s{{0,2}}{CENTURY}\s{{0,3}}(?:[0-9]\s?){{3}}[0-9A-Za-z](?![0-9A-Za-zÅÄÖåäö])"
)
# The day of birth and the mark, the end left out by the writer, or the end alone.
HALVES = re.compile(
    rf"(?<![\w.,/:-])(?P<birth>[0-9]{{6}})[-+](?=[\s,.;)]|$)|(?<!\w){HIDDEN}{{6}}(?P<end>[-+A-F][0-9]{{3}}[0-9A-Za-z])(?!\w)"
)
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SEPARATE = re.compile(r"[\W_]+")
BIRTH_LENGTH, LENGTHS = 6, (10, 11)
# Whatever is misread or hidden, so much is left.
ENOUGH = (
    re.compile(r"[0-9](?:[^0-9]{0,4}[0-9]){3}"),
    re.compile(rf"{HIDDEN}{{6}}[-+A-F][0-9]{{3}}"),
    re.compile("loppuosa|slutdel"),
)
YEAR = re.compile(r"[-](?:19|20)[0-9]{2}")
LAST_DAY, LAST_MONTH, TRUE_DIGITS = 31, 12, 4


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a personal identity code."""
    normal = normalise(text)
    if not any(pattern.search(normal.text) for pattern in ENOUGH):
        return
    for start, end, is_doubtful in _stretches(normal.text):
        yield Mark(*normal.original_span(start, end), KIND, is_doubtful)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    for found in PATTERN.finditer(text):
        if _is_code(found):
            yield *found.span(), _is_year_of_register(found)
    for found in PARTED.finditer(text):
        if is_certain(found[0]) and not is_named_as_register(text, found.start()):
            yield *found.span(), False
    lower = text.lower()
    if any(part in lower for part in PARTS_OF_NAMES):
        for found in (*NAMED.finditer(text), *NAMED_END.finditer(text)):
            yield *found.span("code"), False
    for pattern, stretches in ((LONG, _long), (BROKEN, _broken), (HALVES, _half)):
        for found in pattern.finditer(text):
            yield from stretches(found)


def _long(found: re.Match[str]) -> Iterator[tuple[int, int, bool]]:
    if _is_day(found["day"] or found["day2"] or found["day3"], found["month"] or found["month2"] or found["month3"]):
        yield *found.span(), False


def _half(found: re.Match[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield a day of birth with its mark, sure only in brackets after a name; an end whose beginning is covered is sure."""
    if found["end"]:
        yield *found.span(), False
    elif _is_day(found["birth"][:2], found["birth"][2:4]):
        yield *found.span(), found.string[found.start() - 1 : found.start()] != "("


def _broken(found: re.Match[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield a code without a mark of the century that we know: sure where the end fits, worth a question otherwise."""
    if not _is_day(found[0][:2], found[0][2:4]) or is_named_as_register(found.string, found.start()):
        return
    code = re.sub(r"[^0-9]", "", found[0]) + found["check"].upper()
    if _fits(code):
        yield *found.span(), False
    elif found["check"].isupper():
        yield *found.span(), found["mark"] not in {*"_=~*'’"} and not found["mark"].isalpha()


def _is_code(found: re.Match[str]) -> bool:
    if sum(character.isdigit() for character in found[0]) < TRUE_DIGITS or is_named_as_register(found.string, found.start()):
        return False
    birth = found["birth"].translate(MISREAD)
    is_day = _is_day(birth[:2], birth[2:4])
    check = found["check"] or found["apart"]
    is_readable = not set("QZSB|") & set(found["birth"])
    if check and not check.isdigit() and is_readable:
        return is_day or check.isupper()
    # Ten digits and a hyphen are also what ranges and numbers of documents look like: then the day must be one.
    return is_day


def _is_year_of_register(found: re.Match[str]) -> bool:
    """Tell whether all but a code's form speaks for a running number and a year: 120517-2013."""
    number = SEPARATE.sub("", found[0].translate(MISREAD))
    return YEAR.fullmatch(found[0][BIRTH_LENGTH:]) is not None and not _fits(number)


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= LAST_DAY and 1 <= int(month) <= LAST_MONTH


def _fits(code: str) -> bool:
    """Tell whether the last of *code*, nine digits and the check character, is the right one."""
    return code[-1:].upper() == CHECKS[int(code[:-1]) % len(CHECKS)]


def is_certain(code: str) -> bool:
    """Tell whether *code*, with whatever stands between its parts, is hardly anything else: a day, and a fitting end."""
    glued = SEPARATE.sub("", code)
    birth, number, check = glued[:BIRTH_LENGTH], glued[-4:-1], glued[-1:]
    if len(glued) not in LENGTHS or not birth.isdecimal() or not number.isdecimal():
        return False
    return _is_day(birth[:2], birth[2:4]) and (check in CHECKS[10:] or _fits(birth + number + check))


RECOGNIZER = find
