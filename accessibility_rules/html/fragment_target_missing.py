"""A link leads to a place on the page that is not there.

Why: "Siirry sisältöön" that goes nowhere leaves a keyboard user before the menu, and says nothing.
Remedy: give the place the `id` that the link names, or remove the link.
"""

from collections.abc import Iterator
from urllib.parse import unquote

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//a[starts-with(@href, '#')][string-length(@href) > 1][not(@onclick)]")


def expect(link: HtmlElement) -> bool | None:
    """A script may make the place, or take the address for something else: a person must look."""
    fragment = link.get("href", "")[1:]
    places = [
        place for name in {fragment, unquote(fragment)} for place in link.xpath("//*[@id=$i or self::a/@name=$i]", i=name)
    ]
    if places or fragment.lower() == "top":  # HTML 7.4.6.4: the top needs no id
        return True
    return None if link.xpath("boolean(//script)") else False


RULE = Rule(criterion="2.4.1", clause="9.2.4.1", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
