"""A link, a button, a heading or a header cell has a sign for its only name ("§", "#", "»", "–").

Why: a screen reader says "section sign", "right-pointing double angle", or nothing; a column called "§" has no name.
Remedy: write the word: "Pykälä", "Numero", "Seuraava"; or give it in `aria-label`, or in an `abbr` with a `title`.
"""

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


def expect(element: HtmlElement) -> bool:
    if any(map(str.isalnum, name(element))):
        return True
    spoken = [element.get("title", ""), element.get("abbr", ""), *element.xpath(".//abbr/@title")]
    return any(map(str.isalnum, "".join(map(str, spoken))))


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
