"""Voikko's dictionary of Finnish where it is installed (GPL, never shipped): common words, and words that are names."""

from functools import cache, lru_cache
from importlib import import_module
from typing import Protocol, cast

NAMES = frozenset({"etunimi", "sukunimi"})
PLACE = "paikannimi"
REMEMBERED = 65536
SHORTEST = 10


class Dictionary(Protocol):
    """What is used of `libvoikko.Voikko`."""

    def analyze(self, word: str) -> list[dict[str, str]]: ...

    def getVersion(self) -> str: ...  # noqa: N802 - its own name


def version() -> str:
    """Return which library of Voikko is installed, on which what is found depends; empty where there is none.

    It does not tell which dictionary: after that is updated alone, what is remembered in work/ stands until it is deleted.
    """
    dictionary = _dictionary()
    return dictionary.getVersion() if dictionary else ""


def is_common(lower: str) -> bool:
    """Tell whether Voikko has *lower* as a word that is no name; many short ones are surnames too (laine, ranta)."""
    return len(lower) >= SHORTEST and any(kind not in NAMES | {PLACE} for kind in _kinds(lower))


def is_name(text: str) -> bool:
    """Tell whether Voikko has *text* as a first name or a surname."""
    return not NAMES.isdisjoint(_kinds(text))


@lru_cache(REMEMBERED)
def _kinds(word: str) -> frozenset[str]:
    dictionary = _dictionary()
    if dictionary is None:
        return frozenset()
    return frozenset(reading.get("CLASS", "") for reading in dictionary.analyze(word))


@cache
def _dictionary() -> Dictionary | None:
    """Return Voikko, or None where the library, its binding or the Finnish dictionary is missing."""
    try:
        binding = import_module("libvoikko")
    except (ImportError, OSError):
        return None
    try:
        return cast("Dictionary", binding.Voikko("fi"))  # the binding has no types
    except (binding.VoikkoException, OSError):
        return None
