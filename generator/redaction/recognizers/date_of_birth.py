"""Days and years of birth: a date is one only where a word says so."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._readings import readings

KIND = "date_of_birth"
MONTHS = (
    "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu|januari|februari|mars|april|maj|juni|juli|augusti|"
    "september|oktober|november|december|january|february|march|may|june|july|august|october"
)
DATE = rf"""(?:
     \d{{1,2}}\s?[.,]\s?\d{{1,2}}\s?[.,]\s?(?:(?:18|19|20)\d{{2}}|\d{{2}}(?!\d))
    |\d{{1,2}}\s?[-/]\s?\d{{1,2}}\s?[-/]\s?(?:18|19|20)\d{{2}}
    |(?:18|19|20)\d{{2}}-\d{{1,2}}-\d{{1,2}}
    |\d{{1,2}}\.?\s(?:{MONTHS})(?:kuuta|kuun)?(?:\s(?:18|19|20)\d{{2}})?
    |\d{{8}}|\d{{6}})(?!\d|[-+.,/]\d)"""
YEAR = r"(?:18|19|20)\d{2}(?![\d./-])"
LABEL = r"""(?:syntymä-?\s?(?:aika|ajan|aja|päivä|pvm|vuosi)[a-zåäö]*|synt\.?\s?-?(?:aika|pvm|v\.|vuosi)[a-zåäö]*
    |(?<!\w)synt[.:]|födelse(?:tid|datum|dag|år)[a-zåäö]*|date\ of\ birth|birth\ ?(?:date|day)
    |(?<!\w)(?:dob|född|born)(?!\w)|(?<!\w)föd\.)"""
LABELLED = re.compile(
    rf"""{LABEL}[\s.:=-]{{0,4}}
    (?:\([^()\d]{{1,20}}\)[\s:]{{0,3}}|(?:on|oli|är|den|on\ the|i|in|v\.|vuonna|år)\s|\|\s?){{0,2}}
    (?P<date>{DATE}|{YEAR})""",
    re.VERBOSE | re.IGNORECASE,
)
# s. is also a page's sign, f. also "from": only a whole date follows a birth's.
SHORT = re.compile(
    rf"""(?<![\w§]\s)(?<!\w)[sf]\.?\s{{0,2}}(?P<date>{DATE})
    |(?<=[a-zåäö,(]\s)[sf]\.\s?(?P<date2>{DATE})
    |\([sf]\.?\s?(?P<date3>{DATE}|(?:18|19|20)\d{{2}}(?=\)))""",
    re.VERBOSE,
)
YEAR_AFTER_NAME = re.compile(rf"(?<=[a-zåäö],\s)[sf]\.\s?(?P<date>{YEAR})")
# A debt and a situation are born, too: sure only of somebody.
BORN = r"(?:syntyn(?:yt|een|eelle|eeltä|eestä|eet|yttä|eiden)|född[ae]?)"
VERB = re.compile(
    rf"""(?<!\w)(?:{BORN}|syntyi|synt)\s(?:on\s|den\s)?(?P<date>{DATE}|{YEAR})|(?P<date2>{DATE})\s{BORN}(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
PERSON = re.compile(
    r"""\b(?:[Hh]akija|[Aa]siakas|[Aa]siakkaan|[Ll]apsi|[Ll]apsen|[Ll]apset|[Hh]än\b|[Hh]änen|[Pp]oika|[Pp]ojan|[Tt]ytär|[Tt]yttären|[Tt]yttö
    |[Oo]ppila[as]|[Hh]enkilö|[Ää]iti|[Ii]sä|[Pp]uoliso|[Pp]otilas|[Vv]ainaja|[Hh]on\b|[Hh]an\b|[Bb]arn|[Ss]ökande|[Kk]lient|[Ee]lev
    |[Pp]erson|[Mm]ak[ae]\b|[Dd]otter|[Ss]on\b|[Aa]vliden)|[A-ZÅÄÖ][a-zåäö]+\s[A-ZÅÄÖ][a-zåäö]+(?:\s[A-ZÅÄÖ][a-zåäö]+)?,?\s(?:on\s|oli\s|\()?$""",
    re.VERBOSE,
)
THINGS = re.compile(
    r"""\b(?:velk|vela|kustannu|menoj|meno|tilan|vahin|sopimu|oikeu|velvollis|päätö|maksu|saatav|säästö|tarve|tarpe|syy|ongelm|yhdisty|yhtiö
    |jät|skuld|kostnad|avtal|rätt|behov)""",
    re.VERBOSE | re.IGNORECASE,
)
UNTIL = re.compile(r"\s?(?:mennessä|alkaen|lähtien|saakka|asti|jälkeen)\b", re.IGNORECASE)
WORDS = ("synt", "föd", "birth", "born", "dob")
SHORT_WORD = re.compile(r"[sf]\.?\s{0,2}\d")
NEAR = 60


def find(text: str) -> Iterator[Mark]:
    """Yield every day of birth in *text*, the date without the word before it."""
    normal = normalise(text)
    lowered = normal.text.lower()
    if not any(word in lowered for word in WORDS) and not SHORT_WORD.search(readings(normal.text)[-1]):
        return
    for reading in readings(normal.text):
        for start, end, is_doubtful in _dates(reading):
            yield Mark(*normal.original_span(start, end), KIND, is_doubtful)


def _dates(text: str) -> Iterator[tuple[int, int, bool]]:
    for found in (*LABELLED.finditer(text), *SHORT.finditer(text)):
        yield *_date_of(found), False
    for found in YEAR_AFTER_NAME.finditer(text):
        yield *_date_of(found), True
    for found in VERB.finditer(text):
        before = text[max(0, found.start() - NEAR) : found.start()]
        if not UNTIL.match(text, found.end()) and not THINGS.search(before):
            is_somebody = PERSON.search(before) is not None or PERSON.search(text[found.end() : found.end() + NEAR]) is not None
            yield *_date_of(found), not is_somebody


def _date_of(found: re.Match[str]) -> tuple[int, int]:
    return next(found.span(name) for name, value in found.groupdict().items() if value)


RECOGNIZER = find
