"""What is known of words before any text is read: names and how common they are, places, ends of compounds, common words."""

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files

from generator.redaction.names.inflection import VOWELS, place_stems, splits, word_stems
from generator.redaction.names.nouns import HOMES, is_surname_built
from generator.redaction.names.statistics import Statistics, Strength, statistics, strength
from generator.redaction.names.vocabulary import words

DATA = files("generator.redaction.names") / "data"
SHORTEST_STEM = 3
SHORTEST_END, SHORTEST_ADMINISTRATIVE = 5, 6
SHORTEST_HEAD, SHORTEST_TAIL = 3, 4
# Words of three letters with which compounds begin; others do so by chance.
SHORT_HEADS = frozenset(("ala", "ali", "apu", "esi", "etu", "jää", "maa", "osa", "puu", "sää", "tie", "työ", "yli", "ylä"))
PLACE_FARMS = (*HOMES, "pää")  # ends of names of farms that villages have too
OUTER = ("lla", "llä", "lta", "ltä", "lle")
ONE_IS_ON = words("places_one_is_on")
BINDING = {"sv": "s"}
LANGUAGES = ("fi", "sv")
# Forms of names in -nen; of the compounds that end so the dictionary has most.
NEN = re.compile(r"[aeiouyäö](?:nen|s(?:en|ta|tä|e[ln]l[aäe]|elt[aä]|est[aä]|ess[aä]|een|ena|enä))")
# Of them, those that no place has: of Muhos it is Muhoksen, Muhosen is Muhonen's.
NEN_NOT_PLACE = re.compile(r"[aeiouyäö]s(?:en|e[ln]l[aäe]|elt[aä]|est[aä]|een|ena|enä)$")
# The same of any name; no long vowel stands before the ending.
NEN_CASES = re.compile(r"([aeiouyäö])(?<!\1\1)(?:nen|s(?:en|e[ln]l[aäe]|elt[aä]|est[aä]|een|ena|enä))$")
LONGEST_CHANCE = 9  # letters; shorter forms of names are forms of words by chance
LONG = re.compile(r"([aeiouyäö])\1$")
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
        self.is_in_wrong_case = lru_cache(REMEMBERED)(self._is_in_wrong_case)
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
        if self._binding:
            return lower in self._common or lower.removesuffix(self._binding) in self._common
        return lower in self._common and (len(lower) > SHORTEST_HEAD or lower in SHORT_HEADS)

    def _is_administrative(self, lower: str) -> bool:
        """Tell whether *lower* is, in any inflection, a word that minutes begin sentences with."""
        return is_met(lower) and any(stem in administrative() for stem in splits(lower))

    def _strength(self, word: str) -> Strength:
        """Return how common *word*, in any inflection, is as a name."""
        return strength(word, self._names)

    def _is_place(self, lower: str) -> bool:
        """Tell whether *lower* is a municipality, a region or a country, in any inflection, or begins with one and a hyphen."""
        if lower.partition("-")[0] in self._places:
            return True
        return any(stem in self._places and not _is_long_before_vowel(lower, stem) for stem in splits(lower))

    def _is_namesake(self, lower: str) -> bool:
        """Tell whether *lower* is a place whose name people have too, or may have: Lahti, Salo, Kangasniemi."""
        if "-" in lower:
            return False
        if self._is_place(lower) and NEN_NOT_PLACE.search(lower) and not LONG.search(lower.removesuffix("seen")):
            return True
        if lower.endswith(("sta", "stä")) and lower[:-2] in places_by_stem().get(lower[:-2], ()):
            return True  # of Muhos it is Muhoksesta
        meant = {place for stem in splits(lower) for place in places_by_stem().get(stem, ())}
        return any(p in namesakes() or is_surname_built(p) or p.endswith(PLACE_FARMS) for p in meant)

    def _is_in_wrong_case(self, lower: str) -> bool:
        """Tell whether *lower* is on a place that one is in: Kolarilla is a person's, who is in the place is Kolarissa."""
        if not lower.endswith(OUTER):
            return False
        return not any(p.endswith(ONE_IS_ON) for stem in splits(lower) for p in places_by_stem().get(stem, ()))

    def _is_compound(self, lower: str) -> bool:
        """Tell whether *lower* is or ends in a word that no name ends in, and is no name itself."""
        is_word = is_met(lower)
        found = any(
            (is_word and stem in self._components)
            or any(f"-{stem[start:]}" in self._components for start in range(1, len(stem) - 2) if _may_begin(stem[:start]))
            for stem in splits(lower)
        )
        if not found or self.strength(lower) != Strength():
            return False
        return NEN.search(lower) is None or self.is_common(lower)


def _may_begin(head: str) -> bool:
    """Tell whether a compound may begin with *head*: E-skola is none."""
    return len(head) >= SHORTEST_HEAD or head.endswith("-")


def _is_long_before_vowel(lower: str, stem: str) -> bool:
    """Tell whether *lower* adds a vowel to a *stem* that ends in a long one, as no form does: of Ii it is Iitä, not Iia."""
    return LONG.search(stem) is not None and lower[len(stem) : len(stem) + 1] in VOWELS


@cache
def places_by_stem() -> dict[str, tuple[str, ...]]:
    """Return the names of municipalities, regions and countries, in the nominative, by their stems."""
    found: dict[str, tuple[str, ...]] = {}
    for place in listed("places.txt"):
        for stem in place_stems(place):
            found[stem] = (*found.get(stem, ()), place)
    return found


@cache
def namesakes() -> frozenset[str]:
    """Return the names of places, in the nominative, that people have too."""
    return frozenset(listed("namesakes.txt"))


@cache
def places() -> frozenset[str]:
    """Return the stems of names of municipalities, regions and countries."""
    return frozenset(stem for word in listed("places.txt") for stem in place_stems(word))


@cache
def administrative() -> frozenset[str]:
    """Return the stems of words that minutes begin sentences, headings and cells with."""
    return frozenset(stem for word in listed("administrative.txt") for stem in word_stems(word))


@cache
def listed_words() -> frozenset[str]:
    """Return the words of minutes and those that are no name, as they are listed."""
    both = (*listed("administrative.txt"), *listed("components.txt"))
    return frozenset(word.removeprefix("-") for word in both)


@cache
def components() -> frozenset[str]:
    """Return the stems of words that are no name, and with a hyphen before them those that end a compound."""
    found: set[str] = set()
    for word in listed("components.txt"):
        whole = word.removeprefix("-")
        found.update(word_stems(whole))
        if len(whole) >= SHORTEST_END or whole != word:
            found.update(f"-{stem}" for stem in word_stems(whole) if len(stem) >= SHORTEST_STEM)
    for word in listed("administrative.txt"):
        found.update(f"-{stem}" for stem in word_stems(word) if len(word) >= SHORTEST_ADMINISTRATIVE)
    return frozenset(found)


def listed(name: str) -> list[str]:
    """Return the words of the list *name* of the package's data, in lower case."""
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


@lru_cache(REMEMBERED)
def is_met(lower: str) -> bool:
    """Tell whether *lower* may be a form of a word and not only of a name: texts have it, or it is long and not built so.

    Stems and endings put together at will make words of many names: Tulosen of tulos, Annaa of antaa.
    """
    if any(lower in common_words(language) or lower in shared_words(language) for language in LANGUAGES):
        return True
    return lower in listed_words() or (len(lower) >= LONGEST_CHANCE and NEN_CASES.search(lower) is None)


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
