"""A page has no main heading, or more than one.

Why: the first thing a screen-reader user asks of a page is its `h1`; two of them say that this is two pages.
Remedy: give the page one `h1` that says what it is about; use `h2` for its parts.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import name
from accessibility_rules.html._headings import headings, level
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the body of a page that has something to read."""
    yield from (body for body in page.xpath("/html/body") if name(body))


def expect(body: HtmlElement) -> bool:
    return sum(level(heading) == 1 and bool(name(heading)) for heading in headings(body)) == 1


RULE = Rule(criterion="2.4.6", clause="9.2.4.6", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
