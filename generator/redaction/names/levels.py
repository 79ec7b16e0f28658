"""From chances to levels: which words are sure and which doubtful, before the rest of the case is asked."""

import re
from typing import NamedTuple

import msgspec

from generator.redaction.names import voikko
from generator.redaction.names.inflection import splits
from generator.redaction.names.lexicon import LANGUAGES, NEN_CASES, common_words, is_compound_of_words, is_shared
from generator.redaction.names.nouns import is_farm_built, is_surname_built
from generator.redaction.names.reading import Level, Reading, is_homonym, is_perhaps_surname, speaks_against
from generator.redaction.names.structure import PARTICLES

# Tuned on the dev portion of the Turku NER corpus, and on thirds of the train portions left out of training.
SURE = 0.78
DOUBTFUL, DOUBTFUL_INSIDE = 0.0007, 0.0002
# What the word itself speaks against needs more.
SURE_AGAINST = 0.9
DOUBTFUL_AGAINST, DOUBTFUL_PLACE = 0.5, 0.75
DOUBTFUL_NAMESAKE, DOUBTFUL_NAMESAKE_OPENING = 0.00005, 0.0005  # a name that is also a municipality's
DOUBTFUL_NAMESAKE_ON = 0.00001  # in a case in which the municipality rarely is
DOUBTFUL_HOMONYM, DOUBTFUL_HOMONYM_OPENING = 0.0005, 0.008  # a word of minutes that is also people's: Laina, Tulos
DOUBTFUL_PERHAPS = 0.003  # a compound that ends as surnames do: Jokikunnas
DOUBTFUL_LOCAL = 0.01  # in the inessive, of nothing known: Hilmassa, Alissa
DOUBTFUL_INITIAL, DOUBTFUL_INITIAL_PLACE = 0.0005, 0.02  # after an initial
DOUBTFUL_BUILT = 0.015  # a word of minutes or of nature that many surnames are: Vainio, Koski
DOUBTFUL_LETTER = 0.1
DOUBTFUL_OPENING = 0.005
DOUBTFUL_COMMON, DOUBTFUL_COMMON_OPENING = 0.02, 0.05
DOUBTFUL_NEN, DOUBTFUL_NEN_OPENING = 0.005, 0.015  # a common word that ends as many surnames do: Känninen
DOUBTFUL_FARM, DOUBTFUL_FARM_OPENING = 0.00005, 0.0001  # built as surnames are, and in no dictionary: Kylänpää
DOUBTFUL_COMPOUND, DOUBTFUL_COMPOUND_OPENING = 0.001, 0.02  # no dictionary has it: Tuohimaa, Savinainen
COMMON_NAME = 2
SURE_BESIDE, DOUBTFUL_BESIDE = 0.3, 0.0003
DOUBTFUL_BESIDE_AGAINST, DOUBTFUL_BESIDE_AGAINST_OPENING = 0.002, 0.02  # titles of posts begin sentences and lines
DOUBTFUL_BESIDE_PLACE, DOUBTFUL_BESIDE_HOMONYM = 0.0005, 0.0001
OTHER_SCRIPT = re.compile(r"[\u0370-\u1cff\u2c00-\ud7ff]{2,}")
INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.-?)+")
# A clitic, or whose: "muistathan", "vanhemmiltaan".
SUFFIX = re.compile(r"(?<=\w{4})(?:k[io]n|kaan|kään|han|hän|ko|kö|nsa|nsä|mme|nne|(?<=a)an|(?<=ä)än|(?<=e)en)$")
SAME_VOWEL = re.compile(r"([aeiouyäö])-\1")  # the hyphen that compounds of common words have: "maa-aines"
# Ends of participles, superlatives and qualities, which no name has: "ostettavaksi", "keskeisimpiä", "osakkuudet".
WORD_END = re.compile(r"(?:[tv]avaksi|[tv]äväksi|impi[aä]|uude[tn]|yyde[tn]|kohtai(?:nen|sen|set))$")
DIGITS = "0123456789"
INESSIVE = ("ssa", "ssä")  # nobody does anything in a person
PREFIXED = re.compile(r"(?:al|el|ad|ar|as|ash|an|abu|ibn|bin|bint|d|l|o)[-'’].+", re.IGNORECASE)
NOBLE = frozenset({"von", "van", "af", "zu"})
AND = frozenset({"ja", "och", "and", "&"})
COUPLE = 4
SHORTEST_JOINED = 9  # shorter compounds are names too often
SHORTEST_NUMBER = 3
NUMERAL = re.compile(r"[IVX]{1,4}(?:[.:]\w*)?")
NAMED = re.compile(r".+-nimi(?:nen|sen|stä|selle|seen|sellä|sestä|sessä|stä|set)")


class Case(msgspec.Struct, frozen=True):
    """What the texts of a case tell of words: those in *small* letters, and the keys of those shown to be *places*."""

    small: frozenset[str]
    places: frozenset[str]


class Bounds(NamedTuple):
    """From which chance a word is sure, and from which doubtful."""

    sure: float = SURE
    doubtful: float = DOUBTFUL


def levels(reading: Reading, barred: list[bool], case: Case) -> list[Level]:
    """Return the level of each word of *reading* by the models' chances; those *barred* have none."""
    return [Level.NONE if barred[place] else _level(reading, place, case) for place in range(len(reading.tokens))]


def _level(reading: Reading, place: int, case: Case) -> Level:
    token, chance = reading.tokens[place], reading.chances[place]
    if OTHER_SCRIPT.search(token.text):
        return Level.DOUBTFUL
    if not token.text[:1].isupper() or INITIALS.fullmatch(token.text):
        return Level.NONE  # with a name beside it, `extended` tells
    bounds = _bounds(reading, place, case)
    if chance >= bounds.sure:
        return Level.SURE
    return Level.DOUBTFUL if chance >= bounds.doubtful else Level.NONE


def _bounds(reading: Reading, place: int, case: Case) -> Bounds:
    """Return the bounds for the word at *place* by what speaks for and against its being a name."""
    token = reading.tokens[place]
    lower = token.text.lower().rstrip(DIGITS)
    if len(token.text) == 1:
        return Bounds(SURE_AGAINST, DOUBTFUL_LETTER)
    if not case.places.isdisjoint(splits(lower)):
        return Bounds(SURE_AGAINST, DOUBTFUL_PLACE)
    bounds = _by_itself(reading, place, lower, case)
    return bounds._replace(doubtful=min(bounds.doubtful, _after_initial(reading, place, lower)))


def _after_initial(reading: Reading, place: int, lower: str) -> float:
    """Return from which chance *lower*, the word at *place*, is doubtful if it follows an initial: "M. Palkki"."""
    follows = place > 0 and not reading.tokens[place].opens and INITIALS.fullmatch(reading.tokens[place - 1].text)
    if not follows or (_is_common(reading, lower) and not is_homonym(reading, lower)):
        return 1.0
    return DOUBTFUL_INITIAL_PLACE if reading.lexicon.is_place(lower) else DOUBTFUL_INITIAL


def _by_itself(reading: Reading, place: int, lower: str, case: Case) -> Bounds:
    """Return the bounds for *lower*, the word at *place*, by what it is itself."""
    is_local = lower.endswith(INESSIVE)
    if reading.lexicon.is_namesake(lower) and not is_local and not _is_place_of(reading, place):
        return Bounds(SURE_AGAINST, _namesake(reading, place, lower))
    if not is_local and _is_built_only(reading, lower):
        return Bounds(SURE_AGAINST, min(DOUBTFUL_BUILT, _against(reading, place, lower)))
    # "Pirkan-maan" was parted at the end of a line.
    if speaks_against(reading, lower) or reading.lexicon.is_place(lower.replace("-", "")):
        return Bounds(SURE_AGAINST, DOUBTFUL_AGAINST if is_local else _against(reading, place, lower))
    if is_local:
        return Bounds(SURE_AGAINST, DOUBTFUL_AGAINST if _is_common(reading, lower) else DOUBTFUL_LOCAL)
    return Bounds(doubtful=_doubtful(reading, place, lower, case))


def _against(reading: Reading, place: int, lower: str) -> float:
    """Return from which chance *lower*, which speaks against its being a name, is doubtful: a homonym sooner."""
    if not is_homonym(reading, lower):
        return DOUBTFUL_PERHAPS if is_perhaps_surname(lower) else DOUBTFUL_AGAINST
    return DOUBTFUL_HOMONYM_OPENING if _opens(reading, place) else DOUBTFUL_HOMONYM


def _namesake(reading: Reading, place: int, lower: str) -> float:
    """Return from which chance *lower*, which is a place's name and people's, is doubtful."""
    if reading.lexicon.is_in_wrong_case(lower):
        return DOUBTFUL_NAMESAKE_ON
    return DOUBTFUL_NAMESAKE_OPENING if _opens(reading, place) else DOUBTFUL_NAMESAKE


def _is_place_of(reading: Reading, place: int) -> bool:
    """Tell whether the word at *place* is where what follows it is of: "Suomen Kuntaliitto"."""
    after = reading.tokens[place + 1 : place + 2]
    is_followed = bool(after) and not after[0].opens and after[0].text[:1].isupper()
    return is_followed and reading.tokens[place].text.endswith("n") and reading.lexicon.is_compound(after[0].text.lower())


def _is_built_only(reading: Reading, lower: str) -> bool:
    """Tell whether nothing but being a word of minutes speaks against *lower*, which is built as surnames are."""
    words = reading.lexicon
    is_word_only = words.is_administrative(lower) and not words.is_place(lower) and not words.is_compound(lower)
    return is_word_only and is_surname_built(lower)


def _is_common(reading: Reading, lower: str) -> bool:
    """Tell whether *lower* is a common word of its own language or, since minutes quote, of the other."""
    words = reading.lexicon
    if words.is_administrative(lower) or voikko.is_common(lower) or _is_in_dictionary(lower):
        return True
    if len(lower) < SHORTEST_JOINED:
        return False
    return is_compound_of_words(lower) or (reading.passage.language == "sv" and words.is_joined(lower))


def _is_in_dictionary(lower: str) -> bool:
    """Tell whether a dictionary has *lower* itself, with or without a suffix."""
    forms = (lower, SUFFIX.sub("", lower))
    return any(form in common_words(language) for form in forms for language in LANGUAGES)


def _opens(reading: Reading, place: int) -> bool:
    """Tell whether a sentence begins at *place*, also after a year or a sum: "vuodelta 1984. Katto"."""
    before = [token.text for token in reading.tokens[max(0, place - 2) : place]]
    after_number = len(before) > 1 and before[1] == "." and before[0].isdigit() and len(before[0]) >= SHORTEST_NUMBER
    return reading.tokens[place].opens or after_number


def _doubtful(reading: Reading, place: int, lower: str, case: Case) -> float:
    """Return from which chance *lower*, the word at *place*, is doubtful at all: a common word later than others."""
    text, opens, is_small = reading.tokens[place].text, _opens(reading, place), lower in case.small
    strength = reading.lexicon.strength(text)
    is_name = max(strength.first, strength.surname) >= COMMON_NAME or is_shared(lower)
    is_common, is_built = _is_common(reading, lower), is_farm_built(lower)
    if WORD_END.search(lower) or (is_common and not is_name and not is_built):
        return _doubtful_word(lower, opens=opens)
    if is_built and not is_small and not _is_in_dictionary(lower):
        return DOUBTFUL_FARM_OPENING if opens else DOUBTFUL_FARM
    if is_small or (opens and (is_common or (is_name and is_shared(lower)))):
        return DOUBTFUL_OPENING
    return DOUBTFUL if opens else DOUBTFUL_INSIDE


def _doubtful_word(lower: str, *, opens: bool) -> float:
    """Return from which chance *lower*, a common word that nobody is known to be called, is doubtful at all."""
    if not (_is_in_dictionary(lower) or WORD_END.search(lower)) and not SAME_VOWEL.search(lower):
        return DOUBTFUL_COMPOUND_OPENING if opens else DOUBTFUL_COMPOUND
    if NEN_CASES.search(lower):
        return DOUBTFUL_NEN_OPENING if opens else DOUBTFUL_NEN
    return DOUBTFUL_COMMON_OPENING if opens else DOUBTFUL_COMMON


def extended(reading: Reading, barred: list[bool], found: list[Level]) -> list[Level]:
    """Return *found* with what belongs to a name beside it: initials, particles, numerals, the rest of a name."""
    result = list(found)
    places = range(len(result))
    for place in (*places, *reversed(places)):
        before = result[place - 1] if place and not reading.tokens[place].opens else Level.NONE
        after = result[place + 1] if place + 1 < len(result) and not reading.tokens[place + 1].opens else Level.NONE
        if before or after:
            result[place] = max(result[place], _between(reading, place, before, after, is_barred=barred[place]))
    return result


def _between(reading: Reading, place: int, before: Level, after: Level, *, is_barred: bool) -> Level:
    """Return the level of the word at *place* for what stands *before* and *after* it."""
    text = reading.tokens[place].text
    lower = text.lower()
    is_named = before and NAMED.fullmatch(reading.tokens[place - 1].text.lower())
    is_noble = lower in NOBLE or (lower in PARTICLES and text[0].isupper())
    if INITIALS.fullmatch(text) or PREFIXED.fullmatch(text):
        level = max(before, after)
    elif NUMERAL.fullmatch(text) or is_named:
        level = before
    elif is_noble:
        level = after
    elif lower in PARTICLES or (lower in AND and _is_couple(reading, place)):
        level = min(before, after)
    elif text[:1].isupper() and not is_barred:
        level = _beside(reading, place, max(before, after))
    else:
        level = Level.NONE
    return level


def _is_couple(reading: Reading, place: int) -> bool:
    """Tell whether two first names share the surname: "Maija ja Matti Virtanen"."""
    words = [token.text for token in reading.tokens[place - 1 : place + 3]]
    if len(words) < COUPLE or not all(words[at][:1].isupper() for at in (0, 2, 3)):
        return False
    first = [reading.lexicon.strength(words[at]) for at in (0, 2)]
    alone = place < COUPLE - 2 or not reading.tokens[place - 2].text[:1].isupper()
    return alone and all(each.first >= each.surname for each in first)


def _beside(reading: Reading, place: int, neighbour: Level) -> Level:
    """Return the level of a word with a capital beside a word of level *neighbour*."""
    chance = reading.chances[place]
    lower = reading.tokens[place].text.lower()
    if reading.lexicon.is_place(lower) and not reading.lexicon.is_compound(lower):
        return Level.DOUBTFUL if chance >= DOUBTFUL_BESIDE_PLACE else Level.NONE
    if not _is_free(reading, place):
        return Level.DOUBTFUL if chance >= _beside_against(reading, place, lower) else Level.NONE
    if chance >= SURE_BESIDE:
        return neighbour
    return Level.DOUBTFUL if chance >= DOUBTFUL_BESIDE else Level.NONE


def _beside_against(reading: Reading, place: int, lower: str) -> float:
    """Return from which chance *lower*, which speaks against its being a name, is doubtful beside one."""
    if is_homonym(reading, lower):
        return DOUBTFUL_BESIDE_HOMONYM
    return DOUBTFUL_BESIDE_AGAINST_OPENING if reading.tokens[place].opens else DOUBTFUL_BESIDE_AGAINST


def _is_free(reading: Reading, place: int) -> bool:
    """Tell whether nothing speaks against the word at *place* being a part of a name."""
    token = reading.tokens[place]
    lower = token.text.lower()
    if token.opens and reading.lexicon.is_common(lower):
        return False
    return not speaks_against(reading, lower)
