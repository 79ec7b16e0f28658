"""A name once found is found in its whole case: every occurrence, in every inflection."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from generator.redaction.names.inflection import splits, stems
from generator.redaction.names.lexicon import is_shared
from generator.redaction.names.reading import Level, Reading, speaks_against

SHORTEST, SHORTEST_SMALL = 3, 5
# Sure elsewhere and not altogether unlikely here.
LEAST, UNLIKELY = 0.25, 0.0005
# The same for names that are beyond doubt elsewhere.
LEAST_CERTAIN, CERTAIN = 0.01, 0.95


class Names(msgspec.Struct, frozen=True):
    """The keys of names found in a case: beyond doubt, sure, and doubtful."""

    certain: frozenset[str]
    sure: frozenset[str]
    doubtful: frozenset[str]


@lru_cache(maxsize=65536)
def keys(lower: str) -> frozenset[str]:
    """Return what *lower* has in common with its other inflections: the stems of all that it may be a form of."""
    return frozenset(
        stem for split in splits(lower) if len(split) >= SHORTEST for stem in stems(split) if len(stem) >= SHORTEST
    )


def spread(readings: Sequence[Reading], barred: list[list[bool]], found: list[list[Level]]) -> list[list[Level]]:
    """Return *found* with the words of sure names sure wherever they stand, and those of doubtful ones doubtful."""
    names = Names(
        certain=_keys(readings, found, Level.SURE, CERTAIN),
        sure=_keys(readings, found, Level.SURE),
        doubtful=_keys(readings, found, Level.DOUBTFUL),
    )
    return [
        [
            level if level is Level.SURE or barred_ else max(level, _spread(reading, place, names))
            for place, (level, barred_) in enumerate(zip(levels, bars, strict=True))
        ]
        for reading, bars, levels in zip(readings, barred, found, strict=True)
    ]


def _keys(readings: Sequence[Reading], found: list[list[Level]], level: Level, least: float = 0.0) -> frozenset[str]:
    words: Iterable[str] = (
        token.text.lower()
        for reading, levels in zip(readings, found, strict=True)
        for token, its, chance in zip(reading.tokens, levels, reading.chances, strict=True)
        if its is level
        and chance >= least
        and token.text[:1].isupper()
        and len(token.text) >= SHORTEST
        and token.text[-1] != "."
    )
    return frozenset(key for word in set(words) for key in keys(word))


def _spread(reading: Reading, place: int, names: Names) -> Level:
    token, chance = reading.tokens[place], reading.chances[place]
    lower = token.text.lower()
    own = keys(lower) if token.text[:1].isalpha() else frozenset()
    if own.isdisjoint(names.sure) and own.isdisjoint(names.doubtful):
        return Level.NONE
    if not token.text[:1].isupper():
        is_word = reading.lexicon.is_common(lower) or is_shared(lower)
        is_name = len(lower) >= SHORTEST_SMALL and not is_word and not own.isdisjoint(names.sure)
        return Level.DOUBTFUL if is_name else Level.NONE
    if speaks_against(reading, lower):
        return Level.NONE
    if own.isdisjoint(names.sure):
        is_likely = chance >= UNLIKELY and not (token.opens and reading.lexicon.is_common(lower))
        return Level.DOUBTFUL if is_likely else Level.NONE
    least = LEAST if own.isdisjoint(names.certain) else LEAST_CERTAIN
    return Level.SURE if chance >= least else Level.DOUBTFUL


def given(reading: Reading, names: frozenset[str]) -> list[Level]:
    """Return the level of each word of *reading* as a part of one of *names*, which are known in full."""
    parts = frozenset(
        key for name in names for part in name.lower().replace("-", " ").split() if len(part) >= SHORTEST for key in keys(part)
    )
    if not parts:
        return [Level.NONE] * len(reading.tokens)
    return [
        Level.SURE if token.text[:1].isupper() and keys(token.text.lower()) & parts else Level.NONE for token in reading.tokens
    ]
