"""What is known of words before any text is read: names and how common they are, places, ends of compounds, common words."""

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files

from generator.redaction.names.inflection import place_stems, splits, word_stems
from generator.redaction.names.nouns import is_surname_built
from generator.redaction.names.statistics import Statistics, Strength, statistics, strength

DATA = files("generator.redaction.names") / "data"
SHORTEST_STEM = 3
SHORTEST_END, SHORTEST_ADMINISTRATIVE = 5, 6
SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
# Words of three letters with which compounds begin; others do so by chance.
SHORT_HEADS = frozenset(("ala", "ali", "apu", "esi", "etu", "jää", "maa", "osa", "puu", "sää", "tie", "työ", "yli", "ylä"))
FARMS = ("la", "lä", "pää")  # ends of names of farms, which many surnames were
BINDING = {"sv": "s"}
LANGUAGES = ("fi", "sv")
# Forms of names in -nen; of the compounds that end so the dictionary has most.
NEN = re.compile(r"[aeiouyäö](?:nen|s(?:en|ta|tä|e[ln]l[aäe]|elt[aä]|est[aä]|ess[aä]|een|ena|enä))")
# Of them, those that no place has: of Muhos it is Muhoksen, Muhosen is Muhonen's.
NEN_NOT_PLACE = re.compile(r"[aeiouyäö]s(?:en|e[ln]l[aäe]|elt[aä]|est[aä]|een|ena|enä)$")
REMEMBERED = 100_000


class Lexicon:
    """Looks words up in *names*, *common* (words of a dictionary), *places* and *components* (both stems, in lower case).

    *binding* is what a compound has between its words: an s in Swedish.
    """

    def __init__(
        self, names: Statistics, common: frozenset[str], places: frozenset[str], components: frozenset[str], binding: str
    ) -> None:
        self._names, self._common, self._places, self._components = names, common, places, components
        self._binding = binding
        self.strength = lru_cache(REMEMBERED)(self._strength)
        self.is_administrative = lru_cache(REMEMBERED)(self._is_administrative)
        self.is_common = lru_cache(REMEMBERED)(self._is_common)
        self.is_joined = lru_cache(REMEMBERED)(self._is_joined)
        self.is_place = lru_cache(REMEMBERED)(self._is_place)
        self.is_namesake = lru_cache(REMEMBERED)(self._is_namesake)
        self.is_compound = lru_cache(REMEMBERED)(self._is_compound)

    def _is_common(self, lower: str) -> bool:
        """Tell whether *lower* is a common word: the dictionary has it, or it is joined of those that it has."""
        return lower in self._common or self.is_administrative(lower) or self.is_joined(lower)

    def _is_joined(self, lower: str) -> bool:
        """Tell whether *lower* is a compound of words in the dictionary."""
        if "-" in lower:
            return all(part in self._common or self.is_joined(part) for part in lower.split("-"))
        return any(
            self._is_head(lower[:end]) and (lower[end:] in self._common or self.is_joined(lower[end:]))
            for end in range(SHORTEST_HEAD, len(lower) - SHORTEST_TAIL + 1)
        )

    def _is_head(self, lower: str) -> bool:
        """Tell whether a compound may begin with *lower*, a word with or without what binds it to the next."""
        return lower in self._common or (self._binding != "" and lower.removesuffix(self._binding) in self._common)

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
        """Tell whether *lower* is a place whose name people have too, or may have: Lahti, Salo, Kangasniemi."""
        if "-" in lower:
            return False
        if self._is_place(lower) and NEN_NOT_PLACE.search(lower):
            return True
        meant = {place for stem in splits(lower) for place in places_by_stem().get(stem, ())}
        return any(is_surname_built(p) or p.endswith(FARMS) or strength(p, self._names) != Strength() for p in meant)

    def _is_compound(self, lower: str) -> bool:
        """Tell whether *lower* is or ends in a word that no name ends in, and is no name itself."""
        found = any(
            stem in self._components or any(f"-{stem[start:]}" in self._components for start in range(1, len(stem) - 2))
            for stem in splits(lower)
        )
        if not found or self.strength(lower) != Strength():
            return False
        return NEN.search(lower) is None or self.is_common(lower)


@cache
def places_by_stem() -> dict[str, tuple[str, ...]]:
    """Return the names of municipalities, regions and countries, in the nominative, by their stems."""
    found: dict[str, tuple[str, ...]] = {}
    for place in _listed("places.txt"):
        for stem in place_stems(place):
            found[stem] = (*found.get(stem, ()), place)
    return found


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


@cache
def common_words(language: str) -> frozenset[str]:
    """Return the words of *language* that texts use and that are no forms of names."""
    return frozenset(gzip.decompress((DATA / f"words_{language}.txt.gz").read_bytes()).decode("utf-8").split())


@cache
def shared_words(language: str) -> frozenset[str]:
    """Return the words of *language* that texts use and that are forms of names too."""
    return frozenset(gzip.decompress((DATA / f"shared_{language}.txt.gz").read_bytes()).decode("utf-8").split())


def is_shared(lower: str) -> bool:
    """Tell whether *lower* is a form of a name and a common word too."""
    return any(lower in shared_words(language) for language in LANGUAGES)


@lru_cache(REMEMBERED)
def is_compound_of_words(lower: str) -> bool:
    """Tell whether *lower* is a Finnish compound of common words; not all of them may be names when they stand alone."""
    if "-" in lower:
        return all(_is_word(part) or is_compound_of_words(part) for part in lower.split("-"))
    return any(_are_words(lower[:end], lower[end:]) for end in range(SHORTEST_HEAD, len(lower) - SHORTEST_TAIL + 1))


def _are_words(head: str, rest: str) -> bool:
    if not _is_word(head) or (len(head) == SHORTEST_HEAD and head not in SHORT_HEADS):
        return False
    return rest in common_words("fi") or is_compound_of_words(rest) or (is_shared(rest) and head in common_words("fi"))


def _is_word(lower: str) -> bool:
    return lower in common_words("fi") or lower in shared_words("fi")


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of *language* ("fi" or "sv") as shipped."""
    return Lexicon(statistics(), common_words(language), places(), components(), BINDING.get(language, ""))
