"""A link is taken out of the order of the Tab key, and no other leads to the same place.

Why: who uses a keyboard cannot come to it, and so not to the page behind it.
Remedy: remove the `tabindex`; where the same link stands twice on purpose, leave one of them within reach.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.html._links import address
from accessibility_rules.rule import Impact, Rule

_OUT = "starts-with(normalize-space(@tabindex), '-')"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, f"//a[@href][{_OUT}]")


def expect(link: HtmlElement) -> Literal[True] | None:
    """The arrow keys of a menu may lead to it: a person must look."""
    others = link.xpath(f"//a[@href][not({_OUT})]")
    return True if any(address(other) == address(link) for other in others) else None


RULE = Rule(criterion="2.1.1", clause="9.2.1.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
