"""A link, a button, a heading or a header cell has a sign for its only name ("§", "#", "»", "–").

Why: a screen reader says "section sign", "right-pointing double angle", or nothing; a column called "§" has no name.
Remedy: write the word: "Pykälä", "Numero", "Seuraava"; or give it in `aria-label`, or in an `abbr` with a `title`.
"""

import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Norm, Rule

_NAMED = (
    "//a[@href] | //button"
    " | //*[@role='link' or @role='button' or @role='heading' or @role='columnheader' or @role='rowheader']"
    " | //h1 | //h2 | //h3 | //h4 | //h5 | //h6 | //table[not(@role='presentation' or @role='none')]//th"
)


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what has a name; what has none is another rule's."""
    yield from (element for element in exposed(page, _NAMED) if name(element))


def expect(element: HtmlElement) -> bool | None:
    """A column or a heading of one sign may be understood where it stands: a person must look."""
    spoken = [name(element), element.get("title", ""), element.get("abbr", ""), *element.xpath(".//abbr/@title")]
    if any(map(_is_spoken, "".join(map(str, spoken)))):
        return True
    return False if element.xpath("boolean(self::a or self::button or self::*[@role='link' or @role='button'])") else None


def _is_spoken(sign: str) -> bool:
    """Say whether *sign* is read aloud as a word or a part of one: "€" and "%" are, in every language."""
    return sign.isalnum() or sign in "%‰" or unicodedata.category(sign) == "Sc"


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
