"""Words that are no names of persons, whatever a model says: companies, places by their context, web addresses, numbers."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.redaction.names.inflection import splits, word_stems
from generator.redaction.names.nouns import follows_place, is_house
from generator.redaction.names.propagation import keys
from generator.redaction.names.reading import Reading
from generator.redaction.names.statistics import Strength, statistics, strength
from generator.redaction.names.tokens import Token
from generator.redaction.names.vocabulary import words

# After a company's name, or before it; estates and sole traders (Tmi) are persons.
FORMS = frozenset(words("company_forms"))
BEFORE = frozenset(words("before_company"))
NUMBERED = frozenset(stem for word in words("numbered") for stem in word_stems(word))
LONGEST_NUMBER = 3
SUMS = frozenset({"€", "eur", "euro", "euroa", "mk", "markkaa"})
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
LONG_FORM = 4  # letters, from which the form of a company is inflected as a word: "Caren"
FEWEST_PLACES = 2  # in a list, of which the rest are places too
LISTING = frozenset({",", "ja", "sekä", "och", "samt", "-", "–"})
CONJUNCTIONS = frozenset({"ja", "tai", "sekä", "eli", "och", "eller", "samt"})
JOINS = frozenset({"&", "ja", "och", "-", "and"})
Span = tuple[int, int]
Companies = frozenset[tuple[str, ...]]


def barred(reading: Reading, companies: Companies) -> list[bool]:
    """Return which words of *reading* are no names; *companies* are those of the whole case, as `company_names` has them."""
    tokens = reading.tokens
    found = [
        _is_code(token.text) or _is_form(token) or _is_cut(tokens, place) or _is_numbered(tokens, place)
        for place, token in enumerate(tokens)
    ]
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

    "Anttolan aluejohtokunta" and "tilalle Kotiranta RN:o 2:47" do, and a list with two that are places.
    """
    own = {key for place in known for key in keys(place.lower())}
    found = set(own)
    for reading in readings:
        tokens = reading.tokens
        for place, after in enumerate(tokens[1:]):
            if not tokens[place].text[:1].isupper() or after.opens:
                continue
            if follows_place(after.text) or PROPERTY.match(after.text):
                found.update(key for each in _listed(tokens, place) for key in keys(tokens[each].text.lower()))
        for listed in _lists(tokens):
            said = [tokens[place].text.lower() for place in listed]
            if sum(_is_only_place(reading, word, own) for word in said) >= FEWEST_PLACES:
                found.update(key for word in said for key in keys(word))
    return frozenset(found)


def _lists(tokens: list[Token]) -> Iterator[list[int]]:
    """Yield the words with a capital that stand in a list with others: "Otava, Anttola ja Haukivuori", "Mikkeli – Kovala"."""
    capital = [token.text[:1].isupper() for token in tokens]
    place = 0
    while place < len(tokens):
        listed = [place] if capital[place] else []
        while listed and place + 2 < len(tokens) and capital[place + 2] and tokens[place + 1].text in LISTING:
            place += 2
            listed.append(place)
        if len(listed) > FEWEST_PLACES:
            yield listed
        place += 1


def _is_only_place(reading: Reading, lower: str, places: set[str]) -> bool:
    """Tell whether *lower* is a place and nobody's name."""
    is_place = reading.lexicon.is_place(lower) and reading.lexicon.strength(lower) == Strength()
    return is_place or not places.isdisjoint(keys(lower))


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


def _is_cut(tokens: list[Token], place: int) -> bool:
    """Tell whether the word at *place* is the beginning of a compound of which the end comes later: "jako- ja maanhankinta"."""
    if place + 2 >= len(tokens):
        return False
    hyphen, after = tokens[place + 1 : place + 3]
    return hyphen.text == "-" and hyphen.start == tokens[place].end and after.start > hyphen.end and after.text in CONJUNCTIONS


def _is_numbered(tokens: list[Token], place: int) -> bool:
    """Tell whether the word at *place* is a part of a text with its number: "Pykälään 63".

    Some are called Pykälä: not after a name ("Matti Pykälä 450"), nor before a sum ("Pykälä 450 euroa") or another cell.
    """
    token, *after = tokens[place : place + 3]
    if not after or NUMBERED.isdisjoint(splits(token.text.lower())):
        return False
    number, unit = after[0], after[1].text.lower() if len(after) > 1 else ""
    follows_name = place > 0 and not token.opens and tokens[place - 1].text[:1].isupper()
    is_of_it = number.text.isdecimal() and len(number.text) <= LONGEST_NUMBER and number.start == token.end + 1
    return is_of_it and not number.opens and not follows_name and unit not in SUMS


def _is_form(token: Token) -> bool:
    said = token.text.lower().partition(":")[0].rstrip(".")
    is_form = said in FORMS or (len(said) > LONG_FORM and not FORMS.isdisjoint(splits(said)))
    return is_form and token.text[:1].isalpha()


def _companies(tokens: list[Token]) -> Iterator[Span]:
    """Yield where names of companies stand, with their form."""
    for place, token in enumerate(tokens):
        start = _start(tokens, place) if _is_form(token) else place
        if start < place:
            yield start, place + 1
        elif token.text.lower() in BEFORE or is_house(token.text.lower()):
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
