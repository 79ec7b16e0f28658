"""A page has no landmark for its main content, or more than one.

Why: a screen reader jumps to `main` by one key, past everything that each page repeats.
Remedy: put what is the page's own into one `main`, and the header, menus and footer outside it.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the body of a page that has something to read."""
    yield from (body for body in page.xpath("/html/body") if name(body))


def expect(body: HtmlElement) -> bool:
    return len(list(exposed(body, "//main[not(@role)] | //*[@role='main']"))) == 1


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
