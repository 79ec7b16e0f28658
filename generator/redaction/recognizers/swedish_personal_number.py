"""Swedish personal numbers and coordination numbers (personnummer, samordningsnummer: the day plus 60)."""

import re
from collections.abc import Iterator

from stdnum.luhn import is_valid

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings
from generator.redaction.recognizers._registers import is_named_as_register

KIND = "swedish_personal_number"
NAMED = re.compile(
    r"""(?:personnummer|personnr|pers\.?\s?-?nr|samordningsnummer|samordningsnr|ruotsalai\w+\s(?:henkilötunnu\w*|henkilönumero\w*)|henkilönumero)\w*
    [^0-9]{0,20}?(?P<number>(?:(?:18|19|20)\d{2}|\d{2})[\s.-]?\d{2}[\s.-]?\d{2}\s?[-+]?\s?\d{4})(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)
PATTERN = re.compile(
    r"""(?<![\w.,/:-])(?P<century>18|19|20)?(?P<year>\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>\d{2})\s?(?P<mark>[-+]?)\s?(?P<end>\d{4})
    (?![\w-]|[.,/]\d|\ \(\d{2,4}\))""",
    re.VERBOSE,
)
# The day of birth alone, the end left out or covered: 19900101-XXXX.
HIDDEN = re.compile(r"(?<![\w.,/:-])(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-3]\d|[6-9]\d)[-+][xX*#_]{4}(?!\w)")
LAST_DAY, COORDINATION = 31, 60
# Running numbers that begin with a day are of this century, and of its years of computers.
YOUNGEST = 2009
MOBILE = ("04", "050")
ENOUGH_DIGITS = re.compile(r"\d(?:[\s.+-]{0,3}\d){7}")
YEAR = re.compile(r"(?:19|20)\d{2}")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a Swedish personal number."""
    normal = normalise(text)
    if not ENOUGH_DIGITS.search(readings(normal.text)[-1]):
        return
    for reading in readings(normal.text):
        for found in NAMED.finditer(reading):
            yield Mark(*normal.original_span(*found.span("number")), KIND)
        for found in HIDDEN.finditer(reading):
            yield Mark(*normal.original_span(*found.span()), KIND)
        for found in PATTERN.finditer(reading):
            if _is_day(found) and not is_named_as_register(reading, found.start()):
                yield from (Mark(*normal.original_span(*found.span()), KIND, doubt) for doubt in _doubt(found))


def _is_day(found: re.Match[str]) -> bool:
    day = int(found["day"])
    return 1 <= day - (COORDINATION if day > COORDINATION else 0) <= LAST_DAY


def _doubt(found: re.Match[str]) -> Iterator[bool]:
    """Yield False where the number can hardly be anything else, True where it is worth a question."""
    number = f"{found['year']}{found['month']}{found['day']}{found['end']}"
    if is_valid(number) and (found["mark"] or found["century"]) and not (YEAR.fullmatch(found["end"]) and not found["century"]):
        yield False
    elif found["mark"] and not YEAR.fullmatch(found["end"]) and not found[0].startswith(MOBILE):
        is_of_register = found["century"] is not None and int(found["century"] + found["year"]) > YOUNGEST
        yield from () if is_of_register else (True,)


RECOGNIZER = find
