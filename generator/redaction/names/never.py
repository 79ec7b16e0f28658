"""Words that are no names of persons, whatever a model says: companies, places by their context, web addresses, numbers."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.redaction.names.inflection import splits, stems
from generator.redaction.names.propagation import keys
from generator.redaction.names.reading import Reading
from generator.redaction.names.statistics import statistics, strength
from generator.redaction.names.tokens import Token
from generator.redaction.names.vocabulary import words

# After a company's name, or before it; estates and sole traders (Tmi) are persons.
FORMS = frozenset(words("company_forms"))
BEFORE = frozenset(words("before_company"))
SOLE = frozenset(words("sole_trader"))
WEB = re.compile(
    r"[@_]|://|^www\.|\.(?:fi|com|net|org|eu|ax|se|pdf|docx?|xlsx?|pptx?|odt|jpe?g|png|zip|txt|html?)$", re.IGNORECASE
)
DIGIT = re.compile(r"\d")
FOOTNOTE = re.compile(r"[A-ZÅÄÖ][^\W\d_A-ZÅÄÖ]{2,}\d{1,2}")  # the number of a note sticks to a name
CAMEL = re.compile(r"[a-zåäö]{4}[A-ZÅÄÖ]")
ROMAN = re.compile(r"[IVX]{1,4}(?::.*)?")
ABBREVIATION = re.compile(r"[A-ZÅÄÖ&/]{2,}[a-zåäö]{0,3}[A-ZÅÄÖ]*(?:[:-].*)?|[A-ZÅÄÖ]+[a-zåäö]+[A-ZÅÄÖ]+(?:[:-].*)?")
# A number of a property after its name: "Kotiranta RN:o 2:47".
PROPERTY = re.compile(r"rn:?o|\d+:\d+", re.IGNORECASE)
LONGEST_COMPANY, LONG_COMPANY = 5, 3
LISTING = frozenset({",", "ja", "sekä", "och", "samt", "-", "–"})
JOINS = frozenset({"&", "ja", "och", "-", "and"})
Span = tuple[int, int]
Companies = frozenset[tuple[str, ...]]


def barred(reading: Reading, companies: Companies) -> list[bool]:
    """Return which words of *reading* are no names; *companies* are those of the whole case, as `company_names` has them."""
    tokens = reading.tokens
    found = [_is_code(token.text) or _is_form(token) for token in tokens]
    for start, end in (*_companies(tokens), *_known(tokens, companies)):
        found[start:end] = [True] * (end - start)
    return found


def company_names(readings: Sequence[Reading]) -> Companies:
    """Return the names of companies and associations that stand with their form ("Oy") anywhere in *readings*, by word."""
    found: set[tuple[str, ...]] = set()
    for reading in readings:
        for start, end in _companies(reading.tokens):
            name = [token.text.lower() for token in reading.tokens[start:end] if not _is_form(token)]
            if len(name) > 1 or (name and reading.lexicon.strength(name[0]).surname == 0):
                found.add(tuple(name))
    return frozenset(found)


def place_names(readings: Sequence[Reading], known: frozenset[str]) -> frozenset[str]:
    """Return the keys of places: those *known*, and those that *readings* show to be one.

    "Anttolan aluejohtokunta" and "tilalle Kotiranta RN:o 2:47" do.
    """
    found = {key for place in known for key in keys(place.lower())}
    for reading in readings:
        tokens = reading.tokens
        for place, after in enumerate(tokens[1:]):
            if not tokens[place].text[:1].isupper() or after.opens:
                continue
            if _is_place(after.text) or PROPERTY.match(after.text):
                found.update(key for each in _listed(tokens, place) for key in keys(tokens[each].text.lower()))
    return frozenset(found)


def _listed(tokens: list[Token], place: int) -> Iterator[int]:
    """Yield *place* and the words listed before it: "Anttolan, Haukivuoren ja Ristiinan aluejohtokunta"."""
    yield place
    while place > 1 and tokens[place - 1].text in LISTING and tokens[place - 2].text[:1].isupper() and not tokens[place].opens:
        place -= 2
        yield place


@lru_cache(maxsize=65536)
def _is_code(text: str) -> bool:
    """Tell whether *text* is a number, an abbreviation, a file or an address on the web."""
    if FOOTNOTE.fullmatch(text):
        return False
    return bool(
        DIGIT.search(text) or WEB.search(text) or ABBREVIATION.fullmatch(text) or ROMAN.fullmatch(text) or CAMEL.search(text)
    )


def _is_form(token: Token) -> bool:
    return token.text.lower().partition(":")[0].rstrip(".") in FORMS and token.text[:1].isalpha()


def _companies(tokens: list[Token]) -> Iterator[Span]:
    """Yield where names of companies stand, with their form."""
    for place, token in enumerate(tokens):
        start = _start(tokens, place) if _is_form(token) else place
        if start < place:
            yield start, place + 1
        elif token.text.lower() in BEFORE or _is_house(token.text.lower()):
            yield place, _end(tokens, place)


def _start(tokens: list[Token], place: int) -> int:
    start = place
    while start > 0 and place - start < LONGEST_COMPANY and not tokens[start].opens and _belongs(tokens[start - 1]):
        start -= 1
    while tokens[start].text in JOINS:
        start += 1
    # "toimitusjohtaja Matti Virtanen Kuutamo Oy:stä": who speaks for a company is no part of its name.
    if place - start >= LONG_COMPANY and strength(tokens[start].text, statistics()).first > 1:
        return start + 2
    return start


def _end(tokens: list[Token], place: int) -> int:
    end = place + 1
    limit = place + LONGEST_COMPANY
    while end < min(len(tokens), limit) and not tokens[end].opens:
        is_listed = tokens[end].text in LISTING and end > place + 1 and tokens[min(end + 1, len(tokens) - 1)].text[:1].isupper()
        if not is_listed and not tokens[end].text[:1].isupper():
            break
        limit += is_listed * LONGEST_COMPANY * (not _is_form(tokens[place]))
        end += 1
    return end


def _belongs(token: Token) -> bool:
    if token.text.lower() in SOLE or (_is_form(token) and token.text.lower() not in BEFORE):
        return False
    return token.text[:1].isupper() or token.text in JOINS


def _known(tokens: list[Token], companies: Companies) -> Iterator[Span]:
    """Yield where *companies* stand without their form."""
    first_words = {name[0] for name in companies}
    lengths = sorted({len(name) for name in companies})
    for place, token in enumerate(tokens):
        if not token.text[:1].isupper() or first_words.isdisjoint(splits(token.text.lower())):
            continue
        for length in lengths:
            said = [each.text.lower() for each in tokens[place : place + length]]
            # Only the last word of a company's name is inflected.
            if any((*said[:-1], last) in companies for last in splits(said[-1])):
                yield place, place + len(said)


@lru_cache(maxsize=65536)
def _is_house(lower: str) -> bool:
    return any(stem in HOUSE_STEMS for stem in splits(lower))


@lru_cache(maxsize=65536)
def _is_place(text: str) -> bool:
    return text.islower() and any(stem in PLACE_STEMS for stem in splits(text))


HOUSE_STEMS = frozenset(stem for word in words("houses") for stem in stems(word))
PLACE_STEMS = frozenset(stem for word in words("place_nouns") for stem in stems(word))
