"""A page says itself that a picture has no description, so a person has one to write.

Why: such a sentence is honest and helps nobody; who does not see the picture still does not know what it shows.
Remedy: write what the picture shows into its `alt` or beside it, and take the sentence away.
"""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, text_of
from accessibility_rules.rule import Impact, Rule

_OWED = re.compile(
    r"\b(?:ei\ ole\ (?:annettu\ )?kuvausta|ilman\ kuvausta|(?:har\ ingen|saknar)\ beskrivning|utan\ beskrivning"
    r"|(?:has|have)\ no\ description|without\ a\ description)\b",
    re.IGNORECASE,
)
_LONGEST = 200  # characters: a longer text speaks of something else


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the images that have a name, and the short paragraphs that speak of a description that is not there."""
    yield from (image for image in exposed(page, "//img[@alt]") if image.get("alt", "").strip())
    paragraphs = ((paragraph, text_of(paragraph)) for paragraph in exposed(page, "//p"))
    yield from (paragraph for paragraph, text in paragraphs if len(text) <= _LONGEST and _OWED.search(text))


def expect(element: HtmlElement) -> Literal[True] | None:
    """What a picture shows, only a person can tell."""
    return None if _OWED.search(element.get("alt") or text_of(element)) else True


RULE = Rule(criterion="1.1.1", clause="9.1.1.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
