"""Names found by where they stand: after a party's label, in a row of a table, in a sole trader's or an estate's name."""

import re
from collections.abc import Iterable, Iterator

from generator.redaction.names.nouns import is_label, is_surname_built
from generator.redaction.names.reading import Level, Reading, is_homonym, is_perhaps_surname, speaks_against
from generator.redaction.names.vocabulary import words

NOT_LABELS = frozenset({"tekijä", "barn", "lapsi", "part", "mies", "vaimo", "puoliso", "namn", "nimi"})
COLONS = frozenset(":–-")
SOLE = frozenset(words("sole_trader"))
ESTATE = re.compile(r"(?:kuolinpes|jäämistö|perikun|dödsbo|perilli|oikeudenomist|kp$)", re.IGNORECASE)
BETWEEN = frozenset({",", "ja", "sekä", "och", "samt", "&", ";", "tai", "eller"})
PARTICLES = frozenset(words("particles"))
MOST_WORDS = 4
SHORTEST = 3  # letters of the longest word of a name
Found = tuple[int, int, Level]
END = re.compile(r"[\n\t\r(,;:]|\s+\d|$")


def structured(reading: Reading, barred: list[bool]) -> list[Level]:
    """Return the level of each word of *reading* by structure alone."""
    return _levels(reading, barred, (*_after_labels(reading, barred), *_rows(reading, barred), *_owners(reading, barred)))


def parties(reading: Reading, barred: list[bool]) -> list[Level]:
    """Return the level of each word of *reading* as the name of a party, which nothing else makes public."""
    return _levels(reading, barred, (*_after_labels(reading, barred), *_owners(reading, barred)))


def _levels(reading: Reading, barred: list[bool], found: Iterable[Found]) -> list[Level]:
    levels = [Level.NONE] * len(reading.tokens)
    for start, end, level in found:
        for place in range(start, end):
            if _may_be_name(reading, barred, place):
                levels[place] = max(levels[place], level)
            elif _may_be_either(reading, barred, place):
                levels[place] = max(levels[place], Level.DOUBTFUL)
    return levels


def _after_labels(reading: Reading, barred: list[bool]) -> Iterator[Found]:
    tokens = reading.tokens
    for place, token in enumerate(tokens):
        if not is_label(token.text.lower()):
            continue
        start = place + 1
        has_colon = start < len(tokens) and tokens[start].text in COLONS
        starts_cell = start < len(tokens) and tokens[start].opens
        start += has_colon
        if not has_colon and token.text.lower() in NOT_LABELS:
            continue
        if starts_cell and not token.opens:
            continue
        yield from _names_from(reading, barred, start, is_labelled=has_colon or starts_cell)


def _names_from(reading: Reading, barred: list[bool], start: int, *, is_labelled: bool) -> Iterator[Found]:
    """Yield the names that begin at *start*: runs of words that may be names, with "ja" and commas between."""
    place = start
    tokens = reading.tokens
    while place < len(tokens):
        end = _run(reading, barred, place)
        if end == place:
            return
        yield place, end, _level(reading, place, end, is_labelled=is_labelled)
        if end >= len(tokens) or tokens[end].text not in BETWEEN:
            return
        place = end + 1


def _level(reading: Reading, start: int, end: int, *, is_labelled: bool) -> Level:
    said = [token.text for token in reading.tokens[start:end]]
    known = sum(_is_known(reading, word) for word in said)
    if is_labelled and (known or 1 < len(said) <= MOST_WORDS):
        return Level.SURE
    return Level.SURE if known > 1 else Level.DOUBTFUL


def _run(reading: Reading, barred: list[bool], start: int) -> int:
    """Return where the run of words that may be names ends; it begins at *start* and stays in its sentence."""
    end = start
    while end < len(reading.tokens) and (end == start or not reading.tokens[end].opens):
        text = reading.tokens[end].text
        if not _may_be_either(reading, barred, end) and text not in PARTICLES:
            break
        end += 1
    return end


def _rows(reading: Reading, barred: list[bool]) -> Iterator[Found]:
    """Yield cells and lines that hold nothing but two to four words that may be a name, or begin with them."""
    text = reading.passage.text
    for place, token in enumerate(reading.tokens):
        if not token.opens or not _begins_line(text, token.start):
            continue
        end = _run(reading, barred, place)
        if not 1 < end - place <= MOST_WORDS or not END.match(text, reading.tokens[end - 1].end):
            continue
        said = [each.text for each in reading.tokens[place:end]]
        if max(map(len, said)) < SHORTEST:
            continue
        unknown = [word.lower() for word in said if not _is_known(reading, word)]
        common = [word for word in unknown if reading.lexicon.is_common(word)]
        if len(common) > 1 and not all(_is_like_surname(reading, word) for word in common):
            continue
        first = any(reading.lexicon.strength(word).first > 1 for word in said)
        if not common and len(said) - len(unknown) > 1 and first:
            yield place, end, Level.SURE
        elif len(common) < len(said):
            yield place, end, Level.DOUBTFUL


def _owners(reading: Reading, barred: list[bool]) -> Iterator[Found]:
    """Yield the person in "Tmi Matti Virtanen" and in "Matti Virtasen kuolinpesä"."""
    tokens = reading.tokens
    for place, token in enumerate(tokens):
        if token.text.lower() in SOLE:
            yield place + 1, _run(reading, barred, place + 1), Level.SURE
        elif ESTATE.match(token.text) and not token.opens:
            start = place
            while start > 0 and _may_be_either(reading, barred, start - 1) and not tokens[start].opens:
                start -= 1
            said = [each.text for each in tokens[start:place]]
            known = sum(_is_known(reading, word) for word in said)
            yield start, place, Level.SURE if len(said) > 1 or known else Level.DOUBTFUL


def _may_be_name(reading: Reading, barred: list[bool], place: int) -> bool:
    token = reading.tokens[place]
    lower = token.text.lower()
    return (
        token.text[:1].isupper()
        and not barred[place]
        and not is_label(lower)
        and not (speaks_against(reading, lower) and not _is_known(reading, token.text))
    )


def _may_be_either(reading: Reading, barred: list[bool], place: int) -> bool:
    """Tell whether the word at *place* may be a name here, also where it is a place or a word of minutes elsewhere."""
    if _may_be_name(reading, barred, place):
        return True
    token = reading.tokens[place]
    lower = token.text.lower()
    may_be = is_homonym(reading, lower) or is_perhaps_surname(lower)
    return token.text[:1].isupper() and not barred[place] and not is_label(lower) and may_be


def _is_like_surname(reading: Reading, lower: str) -> bool:
    """Tell whether *lower* is a common word of which many surnames are made."""
    return lower.endswith("nen") or is_surname_built(lower) or is_homonym(reading, lower)


def _is_known(reading: Reading, word: str) -> bool:
    strength = reading.lexicon.strength(word)
    return strength.first > 0 or strength.surname > 0


def _begins_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "\n\t\r"


def is_heading(lower: str) -> bool:
    """Tell whether *lower* is what a name stands after, and no name: a party's label, a sole trader's mark."""
    return lower in SOLE or (lower not in NOT_LABELS and is_label(lower))
