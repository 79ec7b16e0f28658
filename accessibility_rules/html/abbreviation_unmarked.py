"""An abbreviation of the town hall ("khall", "kvalt", "mrl", "fge") is written without its words anywhere on the page.

Why: it is read aloud as it stands, and means something to those who wrote it; level AAA.
Remedy: write the word; where space is short, use `abbr` with a `title`, or write the word out once before the abbreviation.
"""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, text_of
from accessibility_rules.rule import Impact, Rule

# Abbreviations that are no words, and a piece of the words that they stand for.
_STAND_FOR = {
    "khall": "hallitu", "khal": "hallitu", "kvalt": "valtuusto", "kvalt.": "valtuusto", "ltk": "lautakun", "ltk.": "lautakun",
    "tekla": "tekni", "sivla": "sivisty", "ympla": "ympärist", "tarkla": "tarkastus", "mrl": "maankäyttö",
    "hallintol": "hallintola",
    "julkl": "julkisuus", "dnro": "diaarinumero", "dno": "diaarinumero", "vt.": "virkaa", "ao.": "asianomai", "po.": "puheena",
    "kst": "kommunstyrelsen", "fge": "fullmäktige", "mbl": "markanvändning", "dnr": "diarienummer", "tf.": "tillförordnad",
}  # fmt: skip
_WORD = re.compile(
    r"(?<![\w.§-])(" + "|".join(map(re.escape, sorted(_STAND_FOR, key=len, reverse=True))) + r")(?!\w)", re.IGNORECASE
)
_BLOCKS = (
    "/html/body//*[self::p or self::li or self::td or self::th or self::dd or self::dt or self::h1 or self::h2 or self::h3]"
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first place of each abbreviation outside an `abbr`, which is another rule's."""
    seen: set[str] = set()
    for block in exposed(page, _BLOCKS):
        if block.xpath("boolean(.//p | .//li | .//abbr)"):
            continue
        found = {match[1].casefold() for match in _WORD.finditer(text_of(block))}
        if found - seen:
            seen |= found
            yield block


def expect(block: HtmlElement) -> Literal[True] | None:
    """A piece of the word somewhere on the page may be its explanation; a person must look where there is none."""
    whole = text_of(block.getroottree().getroot()).casefold()
    found = {match[1].casefold() for match in _WORD.finditer(text_of(block))}
    return True if all(_STAND_FOR[abbreviation] in whole for abbreviation in found) else None


RULE = Rule(criterion="3.1.4", clause="9.5", impact=Impact.MINOR, targets=targets, expect=expect)
