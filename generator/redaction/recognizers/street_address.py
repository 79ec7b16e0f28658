"""Street addresses, Finnish and Swedish: a home is masked, a building that nobody says is one is asked about.

Addresses of authorities, companies and meeting places (K 109 § wants them named), plans and roads are left.
"""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise
from generator.redaction.recognizers._streets import (
    ENDINGS,
    HOME,
    INSTITUTION,
    LABEL,
    NOT_HOUSE,
    NOT_NAMES,
    NOT_STREETS,
    PLAN,
    WEAK_ENDINGS,
)

KIND = "street_address"
# 5, 5-7, 5a, 5 A, 5 A 12, 5 as. 3, 5 bst. 3, 5A12, 12 A-B; with the postal code and the town.
HOUSE = re.compile(
    r"""[.\s](?<=[^\W\d_].)\s?(?P<house>\d{1,4}(?:\s?-\s?\d{1,4}(?!\d))?)
    (?P<stair>\s?[A-Za-zÅÄÖ](?:-[A-Z])?(?![^\W\d_]))?
    (?P<flat>(?:[\s,]{0,2}(?:as|bst|lgh|huon|h)\.?\s?|\s?(?:huoneisto|asunto|bostad)\s|(?<=[A-Za-zÅÄÖ])\s?)\d{1,4}[a-z]?(?![\w]|[.,:]\d))?
    (?::(?:n|ssä|ssa|stä|sta|een|ään|ksi|ltä|lla|llä|lle))?
    (?P<postal>,?\s{1,3}(?:(?:FI|AX|SE)-?\s?)?\d{5}\s{1,2}[A-ZÅÄÖ][\w-]+)?
    (?!\w|[.,:/-]\d)""",
    re.VERBOSE,
)
WORD = re.compile(r"(?<![^\W\d_])[^\W\d_][^\W\d_:'’-]*(?:[-'’][^\W\d_]+)*\.?$")
SHORTENED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}(?:k|kat|t|g|v)\.")
# What belongs to a name and is written apart: "Vanha Kuutamotie", "Norra Strandgatan", "Kuutamon katu".
ADJECTIVE = re.compile(
    r"""(?<!\w)(?:vanhan?|iso|pieni|pikku|uusi|ylä|ala|keski|itäinen|läntinen|pohjoinen|eteläinen|gamla|stora|lilla|norra|södra|östra|västra
    |nya|övre|nedre|s:t|sankt|pyhän|(?-i:[A-ZÅÄÖ][a-zåäö]+(?:in|en|an|än|on|ön|un|yn|s)))\s$""",
    re.VERBOSE | re.IGNORECASE,
)
GENITIVE = re.compile(r"(?<!\w)(?:[A-ZÅÄÖ][\w.’'-]*\s){1,3}$")
YEAR = re.compile(r"(?:19|20)\d{2}")
# In characters: before and after an address; how short a name without a known ending may be.
NEAR, AFTER, SHORTEST_NAME = 130, 30, 5


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as a street address which may be somebody's home."""
    normal = normalise(text)
    for house in HOUSE.finditer(normal.text):
        before = normal.text[max(0, house.start() - NEAR) : house.start("house")].rstrip()
        word = WORD.search(before)
        if word is None or not _is_street(word[0], before, house):
            continue
        name = _name(before, word)
        if name is None or _is_left(before[:name], house):
            continue
        start = max(0, house.start() - NEAR) + name
        yield Mark(*normal.original_span(start, house.end()), KIND, not _is_home(before, word[0], house))


def _is_street(word: str, before: str, house: re.Match[str]) -> bool:
    """Tell whether *word*, the last of *before*, and the number after it read as a street and a house."""
    plain = word.casefold()
    if plain.endswith(NOT_STREETS):
        return False
    is_more = bool(house["flat"] or house["postal"])
    if plain.endswith(ENDINGS):
        is_year = YEAR.fullmatch(house["house"]) is not None and not is_more
        return not is_year and (word[0].isupper() or is_more or plain in ENDINGS or HOME.search(before) is not None)
    if SHORTENED.fullmatch(word):
        return is_more or bool(house["stair"])
    if NOT_NAMES.match(word):
        return False
    return word[0].isupper() and (bool(house["postal"]) or (bool(house["flat"]) and len(word) >= SHORTEST_NAME))


def _name(before: str, word: re.Match[str]) -> int | None:
    """Return where in *before* the name begins that ends with *word*, or None: "katu 5" is no address."""
    if word[0].casefold() in ENDINGS:
        first = GENITIVE.search(before, 0, word.start())
        return first.start() if first else None
    first = ADJECTIVE.search(before, 0, word.start())
    return first.start() if first and not INSTITUTION.search(first[0]) else word.start()


def _is_left(before: str, house: re.Match[str]) -> bool:
    """Tell whether no home stands there: a count of things, an authority, a company, a public place, a plan."""
    is_count = NOT_HOUSE.match(house.string, house.end()) or (
        house["stair"] and not house["flat"] and NOT_HOUSE.match(house.string, house.start("stair"))
    )
    if is_count:
        return True
    # Whichever was spoken of last: the office, or somebody who lives there.
    after = house.string[house.end() : house.end() + AFTER].split("\n", 1)[0]
    office, home = _last(INSTITUTION, before), _last(HOME, before)
    if office > home or (home < 0 and INSTITUTION.search(after)):
        return True
    return not house["flat"] and home < 0 and (PLAN.search(before) or PLAN.search(after)) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def _is_home(before: str, word: str, house: re.Match[str]) -> bool:
    """Tell whether *house* is sure enough to be masked without asking: a flat, a whole postal address, a word that says so."""
    if house["postal"] or (house["flat"] and word.casefold().endswith((*ENDINGS, *WEAK_ENDINGS, "."))):
        return True
    after = house.string[house.end() : house.end() + AFTER]
    return any(pattern.search(before) for pattern in (HOME, LABEL)) or HOME.search(after) is not None


RECOGNIZER = find
