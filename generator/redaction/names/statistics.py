"""The name statistics of the Digital and Population Data Services Agency (CC BY 4.0): which words are names, how common.

Also names of places and common words, which tell that a word need not be a name.
"""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from generator.redaction.names.inflection import splits, stems

DATA = files("generator.redaction.names") / "data"
# Bearers: the strength of a name counts how many of these it reaches.
STEPS = (1, 60, 600, 6000)


class Strength(msgspec.Struct, frozen=True):
    """How common a word is as *first* name and as *surname*: 0 is not at all, 4 is 6,000 bearers or more."""

    first: int = 0
    surname: int = 0


class Statistics(msgspec.Struct, frozen=True):
    """Strengths by stem, packed: first name times eight and surname."""

    by_stem: dict[str, int]


def read(name: str) -> tuple[tuple[str, int], ...]:
    """Return the names and counts in the file *name* of the package's data."""
    with (DATA / name).open("rb") as file:
        lines = gzip.decompress(file.read()).decode("utf-8").splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines)
    return tuple((each, int(count)) for each, count in pairs)


@cache
def statistics() -> Statistics:
    """Return the statistics as shipped."""
    return indexed(read("first_names.txt.gz"), read("surnames.txt.gz"))


def indexed(first_names: Iterable[tuple[str, int]], surnames: Iterable[tuple[str, int]]) -> Statistics:
    """Return statistics of *first_names* and *surnames* with their counts."""
    by_stem: dict[str, int] = {}
    for names, unit in ((first_names, 8), (surnames, 1)):
        for name, count in names:
            step = _step(count)
            for stem in stems(name.lower()):
                packed = by_stem.get(stem, 0)
                if packed // unit % 8 < step:
                    by_stem[stem] = packed + (step - packed // unit % 8) * unit
    return Statistics(by_stem)


def _step(count: int) -> int:
    return sum(count >= step for step in STEPS)


def strength(word: str, known: Statistics) -> Strength:
    """Return how common *word* (in any case of letters and inflection) is as a name; of a compound, its weakest part."""
    lower = word.lower()
    found = _strength(lower, known)
    if found or "-" not in lower:
        return Strength(found // 8, found % 8)
    parts = [_strength(part, known) for part in lower.split("-") if part]
    if not parts:
        return Strength()
    return Strength(min(part // 8 for part in parts), min(part % 8 for part in parts))


def _strength(lower: str, known: Statistics) -> int:
    first = surname = 0
    for stem in splits(lower):
        packed = known.by_stem.get(stem, 0)
        first, surname = max(first, packed // 8), max(surname, packed % 8)
    return first * 8 + surname
