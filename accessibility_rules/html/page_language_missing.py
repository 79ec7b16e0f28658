"""A page does not say which language it is in.

Why: a screen reader picks its voice by `lang`; Finnish read by an English voice is noise.
Remedy: give the `html` element a `lang`, such as `fi` or `sv`.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.rule import Impact, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the page, unless the file is a drawing or a formula rather than a page (ACT b5c3f8)."""
    if [element.tag for element in page.xpath("/html/body/*")] not in (["svg"], ["math"]):
        yield page


def expect(page: HtmlElement) -> bool:
    return bool(page.get("lang", "").strip())


RULE = Rule(criterion="3.1.1", clause="9.3.1.1", impact=Impact.SERIOUS, act=("b5c3f8",), targets=targets, expect=expect)
