"""An element is moved ahead of all others in the order of the Tab key.

Why: focus jumps to it from the browser's bar and then back to the top; what follows is out of step with what is read.
Remedy: remove the `tabindex`, and put the elements into the order in which they are read.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(page, "//*[@tabindex]")


def expect(element: HtmlElement) -> bool:
    written = element.get("tabindex", "").strip()
    return not (written.isdecimal() and int(written) > 0)


RULE = Rule(criterion="2.4.3", clause="9.2.4.3", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
