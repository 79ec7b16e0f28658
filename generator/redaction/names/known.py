"""Names known before a text is read: people in public roles, left alone, and people who are never named."""

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from generator.redaction.names.propagation import keys
from generator.redaction.names.statistics import statistics, strength
from generator.redaction.names.tokens import sentences


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Names in full. *public*: elected people and office-holders. *private*: found elsewhere in the case, or parties.

    *places* are the municipality and its parts, in the nominative, which are rarely a person's name here.
    """

    public: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


Name = tuple[frozenset[str], ...]  # the keys of each part


class Person(msgspec.Struct, frozen=True):
    """A name to compare mentions with: keys of *surnames* and of *others* (first names)."""

    surnames: Name
    others: Name


@lru_cache(maxsize=4096)
def person(name: str) -> Person:
    """Return *name* ("Matti Virtanen", "Virtanen Matti") with its surnames told from the rest as far as the statistics can."""
    words = [part for sentence in sentences(name) for token in sentence for part in token.text.split("-") if len(part) > 1]
    strengths = [strength(word, statistics()) for word in words]
    surnames = [w for w, s in zip(words, strengths, strict=True) if s.surname >= s.first and s != strength("", statistics())]
    unknown = [w for w, s in zip(words, strengths, strict=True) if s.surname == s.first == 0]
    chosen = surnames or unknown or words[-1:]
    chosen = [*chosen, *(word for word in unknown if word not in chosen)]
    return Person(
        tuple(keys(word.lower()) for word in chosen), tuple(keys(word.lower()) for word in words if word not in chosen)
    )


def matches(parts: list[str], people: Iterable[Person]) -> bool:
    """Tell whether a mention of the words *parts* is one of *people*: its surname, and no word that is not hers."""
    own = [keys(part) for part in parts]
    return any(_is(own, each) for each in people)


def _is(own: list[frozenset[str]], each: Person) -> bool:
    has_surname = any(mine & key for mine in own for key in each.surnames)
    return has_surname and all(any(mine & key for key in (*each.surnames, *each.others)) for mine in own)
