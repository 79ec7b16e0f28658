"""An abbreviation is not written out anywhere on the page.

Why: "khall", "kv" and "mrl" are read aloud as they stand, and mean something to those who wrote them; level AAA.
Remedy: write the word out the first time, with the abbreviation after it in brackets; or give the `abbr` a `title`.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, text_of
from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first `abbr` of each abbreviation."""
    firsts: dict[str, HtmlElement] = {}
    for abbreviation in exposed(page, "//abbr"):
        firsts.setdefault(text_of(abbreviation), abbreviation)
    yield from firsts.values()


def expect(abbreviation: HtmlElement) -> bool:
    text = text_of(abbreviation)
    is_in_brackets = f"({text})" in text_of(abbreviation.getroottree().getroot())
    return bool(abbreviation.get("title", "").strip()) or is_in_brackets or bool(abbreviation.xpath("ancestor::dt"))


RULE = Rule(criterion="3.1.4", clause="9.5", impact=Impact.MINOR, targets=targets, expect=expect)
