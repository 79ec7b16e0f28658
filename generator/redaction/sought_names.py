"""Names in full among the words of a text: in any order and inflection, with or without the names between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from generator.redaction.folding import folded
from generator.redaction.names.propagation import keys

Key = frozenset[str]  # the folded stems of one word
START = 3  # letters that no inflection changes
REACH = 3  # words: "Kuutamo, Kyösti Juhani", "Kyösti J. Kuutamo"
MOST_STRANGERS = 50_000
FULL = 2  # words, from which a name is one in full


@lru_cache(maxsize=4096)
def key(word: str) -> Key:
    """Return the stems of all that *word*, in lower case, may be a form of; of an initial, itself."""
    return frozenset(map(folded, keys(word))) | {folded(word)}


class Part(NamedTuple):
    """A word of a name; those with a hyphen between are of one *unit*."""

    stems: Key
    unit: int


def parts_of(name: str) -> tuple[Part, ...]:
    """Return the words of *name*, in lower case."""
    return tuple(Part(key(word), unit) for unit, whole in enumerate(name.split()) for word in whole.split("-") if word)


class Names:
    """Full names, found by the first letters of their words first: most words of a page begin none of them."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take *names* in lower case, their words with spaces between."""
        self._parts = {name: parts_of(name) for name in names if len(name.split()) >= FULL}
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for name, parts in self._parts.items():
            for part in parts:
                for stem in part.stems:
                    self._by_stem[stem].add(name)
        self._known: dict[str, frozenset[str]] = {}
        self._strangers: set[str] = set()  # words of no name: nearly all of a page, and the same on most pages
        self._starts = frozenset(stem[:START] for stem in self._by_stem)
        self._turned = {" ".join(turned): name for name in self._parts for turned in _turned(name)}
        self._turned_words = frozenset(word for turned in self._turned for word in turned.split())

    def found(self, words: Sequence[str], distinct: AbstractSet[str]) -> Iterator[str]:
        """Yield the names that stand in *words*, which are folded; *distinct* are the same, each once."""
        if not self._parts:
            return
        starts, may_be_of = self._starts, self._may_be_of
        unknown = distinct - self._strangers
        known = {word for word in unknown if word[:START] in starts and may_be_of(word)}
        self._strangers = grown(self._strangers, unknown - known)
        if len(known) < FULL:
            return
        places = [place for place, word in enumerate(words) if word in known]
        for first, second in near(places):
            if both := may_be_of(words[first]) & may_be_of(words[second]):
                yield from (name for name in both if self._is(name, words[first : second + 1]))

    def may_be_turned(self, distinct: AbstractSet[str]) -> bool:
        """Tell whether one of the *distinct* words of a text is a word of a name backwards."""
        return not self._turned_words.isdisjoint(distinct)

    def found_backwards(self, line: str) -> Iterator[str]:
        """Yield the names that stand in *line* letter by letter backwards."""
        return (name for turned, name in self._turned.items() if f" {turned} " in line)

    def _may_be_of(self, word: str) -> frozenset[str]:
        """Return the names of which *word* may be a part; those of any are few, and kept."""
        found = self._known.get(word)
        if found is None:
            found = frozenset().union(*(self._by_stem[stem] for stem in key(word) if stem in self._by_stem))
            if found:
                self._known[word] = found
        return found

    def _is(self, name: str, words: Sequence[str]) -> bool:
        return is_name(self._parts[name], [key(word) for word in words])


def grown(strangers: set[str], more: AbstractSet[str]) -> set[str]:
    """Return *strangers* with *more*, changed in place; these alone once there are too many to keep."""
    if len(strangers) >= MOST_STRANGERS:
        return set(more)
    strangers |= more
    return strangers


def is_name(parts: Sequence[Part], words: Sequence[Key]) -> bool:
    """Tell whether *words* are the name of which *parts* are the words: first and last of them name the person.

    Of a name of three words or more, "Kyösti Juhani" alone would be another man too: the last word must be among them, or the
    first where the surname comes first and the order is turned.
    """
    first, last = _place(parts, words[0]), _place(parts, words[-1])
    between = [word for word in words[1:-1] if not any(len(stem) == 1 for stem in word)]
    if (
        first is None
        or last is None
        or parts[first].unit == parts[last].unit
        or any(_place(parts, word) is None for word in between)
    ):
        return False
    if len(parts) == FULL or {first, last} == {0, len(parts) - 1}:
        return True
    return len(parts) - 1 in {first, last} or len(words) >= len(parts) or (last == 0 and first > 0)


def is_same_person(name: str, other: str) -> bool:
    """Tell whether every word of *name* is a word of *other*, in whatever inflection; both are in lower case."""
    parts = parts_of(other)
    return name == other or all(_place(parts, part.stems) is not None for part in parts_of(name))


def _place(parts: Sequence[Part], word: Key) -> int | None:
    return next((place for place, part in enumerate(parts) if part.stems & word), None)


def near(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each two of *places*, in order, that may be the first and last word of one name."""
    for index, place in enumerate(places):
        for other in places[index + 1 : index + 1 + REACH]:
            if other - place > REACH:
                break
            yield place, other


def _turned(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of *name* backwards, in the order of the whole name backwards, and in its own."""
    words = tuple(folded(word)[::-1] for word in name.replace("-", " ").split())
    return words[::-1], words
