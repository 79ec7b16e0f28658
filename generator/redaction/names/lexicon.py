"""What is known of words before any text is read: names and how common they are, places, ends of compounds, common words."""

import gzip
from functools import cache, lru_cache
from importlib.resources import files

from generator.redaction.names.inflection import place_stems, splits, word_stems
from generator.redaction.names.statistics import Statistics, Strength, statistics, strength

DATA = files("generator.redaction.names") / "data"
SHORTEST_STEM = 3
SHORTEST_END, SHORTEST_ADMINISTRATIVE = 5, 6
REMEMBERED = 100_000


class Lexicon:
    """Looks words up in *names*, *common* (words of running text), *places* and *components* (both stems, in lower case)."""

    def __init__(self, names: Statistics, common: frozenset[str], places: frozenset[str], components: frozenset[str]) -> None:
        self._names, self._common, self._places, self._components = names, common, places, components
        self.strength = lru_cache(REMEMBERED)(self._strength)
        self.is_administrative = lru_cache(REMEMBERED)(self._is_administrative)
        self.is_common = lru_cache(REMEMBERED)(self._is_common)
        self.is_place = lru_cache(REMEMBERED)(self._is_place)
        self.is_namesake = lru_cache(REMEMBERED)(self._is_namesake)
        self.is_compound = lru_cache(REMEMBERED)(self._is_compound)

    def _is_common(self, lower: str) -> bool:
        """Tell whether *lower* is a common word: the corpus has it in lower case, or minutes begin with it."""
        return lower in self._common or self.is_administrative(lower)

    def _is_administrative(self, lower: str) -> bool:
        """Tell whether *lower* is, in any inflection, a word that minutes begin sentences with."""
        return any(stem in administrative() for stem in splits(lower))

    def _strength(self, word: str) -> Strength:
        """Return how common *word*, in any inflection, is as a name."""
        return strength(word, self._names)

    def _is_place(self, lower: str) -> bool:
        """Tell whether *lower* is a municipality, a region or a country, in any inflection, or begins with one and a hyphen."""
        return any(stem in self._places for stem in (*splits(lower), lower.partition("-")[0]))

    def _is_namesake(self, lower: str) -> bool:
        """Tell whether *lower* is a place whose name people have too: Lahti, Salo, Kuusamo."""
        return any(strength(place, self._names) != Strength() for place in splits(lower) if place in place_nominatives())

    def _is_compound(self, lower: str) -> bool:
        """Tell whether *lower* is or ends in a word that no name ends in, and is no name itself."""
        found = any(
            stem in self._components or any(f"-{stem[start:]}" in self._components for start in range(1, len(stem) - 2))
            for stem in splits(lower)
        )
        return found and self.strength(lower) == Strength()


@cache
def place_nominatives() -> frozenset[str]:
    """Return the names of municipalities, regions and countries, in the nominative."""
    return frozenset(_listed("places.txt"))


@cache
def places() -> frozenset[str]:
    """Return the stems of names of municipalities, regions and countries."""
    return frozenset(stem for word in _listed("places.txt") for stem in place_stems(word))


@cache
def administrative() -> frozenset[str]:
    """Return the stems of words that minutes begin sentences, headings and cells with."""
    return frozenset(stem for word in _listed("administrative.txt") for stem in word_stems(word))


@cache
def components() -> frozenset[str]:
    """Return the stems of words that are no name, and with a hyphen before them those that end a compound."""
    found: set[str] = set()
    for word in _listed("components.txt"):
        whole = word.removeprefix("-")
        found.update(word_stems(whole))
        if len(whole) >= SHORTEST_END or whole != word:
            found.update(f"-{stem}" for stem in word_stems(whole) if len(stem) >= SHORTEST_STEM)
    for word in _listed("administrative.txt"):
        found.update(f"-{stem}" for stem in word_stems(word) if len(word) >= SHORTEST_ADMINISTRATIVE)
    return frozenset(found)


def _listed(name: str) -> list[str]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.lower().split()]


def common_words(language: str) -> frozenset[str]:
    """Return the words that the corpus of *language* has in lower case."""
    return frozenset(gzip.decompress((DATA / f"common_{language}.txt.gz").read_bytes()).decode("utf-8").split())


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of *language* ("fi" or "sv") as shipped."""
    return Lexicon(statistics(), common_words(language), places(), components())
