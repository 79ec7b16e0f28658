"""The catalog of legal grounds: an id for each, found in the words of a source, with its texts in every language."""

import re

from generator.messages import sentence

UNSPECIFIED = "unspecified"
PERSONAL_DATA = "personal-data"
NOT_PUBLISHED_ONLINE = "not-published-online"
OTHER_STATUTE = "other-statute"
OPENNESS_ACT = "julkl-24"  # its section 24, without a point that we know
POINTS = range(1, 33)

ACT = (
    r"(?:JulkL|Julkisuuslak(?:i|ia)|Julkisuuslai(?:n|ssa)|La(?:ki|kia|in|issa)\ viranomaisten\ toiminnan\ julkisuudesta"
    r"|viranomaisten\ toiminnan\ julkisuudesta\ annetun\ lain"
    r"|OffL|Offentlighetslagens?|Lagens?\ om\ offentlighet\ i\ myndigheternas\ verksamhet)"
)
NUMBER_OF_ACT = r"\s*(?:\(\s*621/1999\s*\))?\s*[,:]?\s*"
PLACE = r"""24\s*
    (?:\.\s*(?P<moment1>[1-9])\s*§(?::\s?(?:n|ssä|s))?
      |§(?::\s?(?:n|ssä|s))?(?:\s*(?P<moment2>[1-9])\.?\s*mom(?:entin|entti|entissa|entet)?\.?)?)
    \s*,?\s*(?P<point>\d{1,2})\s*[.\-–]?\s*(?:kohta|kohdan|kohdassa|k\b\.?|punkten|punkt|p\b\.?)"""
# JulkL (621/1999) 24.1 § 25 k, Julkisuuslain 24 §:n 1 momentin 25 kohdan, OffL 24 § 1 mom. 25 punkten.
POINT = re.compile(rf"\b{ACT}{NUMBER_OF_ACT}{PLACE}", re.VERBOSE | re.IGNORECASE)
# A field for the ground may leave the act out: "24.1 § 9 kohta".
BARE_POINT = re.compile(rf"\W*{PLACE}", re.VERBOSE | re.IGNORECASE)
SECTION = re.compile(rf"\b{ACT}{NUMBER_OF_ACT}24\s*(?:\.\s*\d\s*)?§", re.VERBOSE | re.IGNORECASE)
STATUTE = re.compile(r"§|\d{1,4}/\d{4}")
# Other statutes by which municipalities keep things secret: the Basic Education Act 40 §, the Act on Early Childhood
# Education and Care 40 §, the Act on Client Data in Social Welfare and Health Care, the Procurement Act 138 §.
OTHER_STATUTES = {
    "perusopetuslaki-40": re.compile(
        r"(?:perusopetusla\w+|lag\w*\ om\ grundläggande\ utbildning)\W+(?:628/1998\W+)?40\s*§", re.IGNORECASE
    ),
    "varhaiskasvatuslaki-40": re.compile(
        r"(?:varhaiskasvatusla\w+|lag\w*\ om\ småbarnspedagogik)\W+(?:540/2018\W+)?40\s*§", re.IGNORECASE
    ),
    "asiakastietolaki": re.compile(r"\basiakastietola\w+|\b703/2023\b", re.IGNORECASE),
    "hankintalaki-138": re.compile(
        r"(?:hankintala\w+|lag\w*\ om\ offentlig\ upphandling\w*)\W+(?:1397/2016\W+)?138\s*§", re.IGNORECASE
    ),
}
# Points 11 to 13 protect a public interest that our catalog does not name.
UNTOLD_POINTS = frozenset({11, 12, 13})
TELLING = frozenset({*OTHER_STATUTES, *(f"julkl-24-1-{point}" for point in POINTS if point not in UNTOLD_POINTS)})


def cited_point(text: str) -> str | None:
    """Return the id of the first point of the Openness Act's section 24 that *text* cites, or None."""
    found = POINT.search(text)
    if found:
        return _point_id(found)
    return OPENNESS_ACT if SECTION.search(text) else None


def ground_id(text: str) -> str:
    """Return the id of the ground that *text* names, where it is known that it speaks of secrecy."""
    bare = BARE_POINT.match(text)
    point = cited_point(text) or (_point_id(bare) if bare else None)
    if point:
        return point
    other = next((ground for ground, citation in OTHER_STATUTES.items() if citation.search(text)), None)
    return other or (OTHER_STATUTE if STATUTE.search(text) else UNSPECIFIED)


def tells_matter(ground: str) -> bool:
    """Tell whether the description of *ground* tells what kind of matter it is, and not only that it is secret."""
    return ground in TELLING


def _point_id(found: re.Match[str]) -> str:
    point = int(found["point"])
    is_known = (found["moment1"] or found["moment2"] or "1") == "1" and point in POINTS
    return f"julkl-24-1-{point}" if is_known else OPENNESS_ACT


def short(ground: str, language: str) -> str:
    """Return how *ground* is cited: "JulkL 24 § 1 mom. 20 k"."""
    return sentence(f"grounds.{ground}_short", {}, language=language)


def description(ground: str, language: str) -> str:
    """Return what kind of matter *ground* protects, in plain words."""
    return sentence(f"grounds.{ground}", {}, language=language)
