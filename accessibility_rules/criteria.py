"""The levels of WCAG's success criteria, and where EN 301 549 asks for them."""

from enum import StrEnum


class Level(StrEnum):
    """How much is asked; each level asks for all of those before it."""

    A = "A"
    AA = "AA"
    AAA = "AAA"


_ORDER = tuple(Level)
# fmt: off
_AA = {
    "1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5", "2.4.6",
    "2.4.7", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "4.1.3",
}
_AAA = {
    "1.2.6", "1.2.7", "1.2.8", "1.2.9", "1.3.6", "1.4.6", "1.4.7", "1.4.8", "1.4.9", "2.1.3", "2.2.3", "2.2.4", "2.2.5",
    "2.2.6", "2.3.2", "2.3.3", "2.4.8", "2.4.9", "2.4.10", "2.5.5", "2.5.6", "3.1.3", "3.1.4", "3.1.5", "3.1.6", "3.2.5",
    "3.3.5", "3.3.6",
}
# What WCAG 2.2 added; the law asks for 2.1.
_ADDED = {
    "2.4.11": Level.AA, "2.4.12": Level.AAA, "2.4.13": Level.AAA, "2.5.7": Level.AA, "2.5.8": Level.AA, "3.2.6": Level.A,
    "3.3.7": Level.A, "3.3.8": Level.AA, "3.3.9": Level.AAA,
}
# fmt: on


def level(criterion: str) -> Level:
    """Return the level of *criterion* in WCAG 2.1, or in 2.2 where that added it: "2.4.9" is AAA."""
    if criterion in _ADDED:
        return _ADDED[criterion]
    if criterion in _AAA:
        return Level.AAA
    return Level.AA if criterion in _AA else Level.A


def is_beside(criterion: str) -> bool:
    """Say whether only WCAG 2.2 asks for *criterion*: it is reported beside what the law asks for."""
    return criterion in _ADDED


def is_asked(criterion: str, at: Level) -> bool:
    """Say whether a page of level *at* must meet *criterion*."""
    return _ORDER.index(level(criterion)) <= _ORDER.index(at)


def clause(criterion: str) -> str:
    """Return the clause of EN 301 549 V3.2.1, which *criterion* must be in: of WCAG 2.2 it knows nothing.

    Clause 9 keeps WCAG's numbers; all of AAA is clause 9.5, which is advice.
    """
    return "9.5" if level(criterion) is Level.AAA else f"9.{criterion}"


def document_clause(criterion: str) -> str:
    """Return the clause of EN 301 549 V3.2.1 for a document that is downloaded: clause 10 keeps WCAG's numbers, A and AA."""
    return f"10.{criterion}"
