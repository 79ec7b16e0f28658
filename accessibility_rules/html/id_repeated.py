"""Two elements of a page have one id.

Why: a link to the second leads to the first, and a label or a table header is read with the wrong one (WCAG failure F77).
Remedy: give each element an id of its own; where parts are put together on one page, put the part's own name before it.
"""

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that have an id; one id, once: the second that has it is the one that is lost."""
    counts: Counter[str] = Counter()
    for element in page.xpath("//*[@id]"):
        counts[element.get("id", "")] += 1
        if counts[element.get("id", "")] <= _SECOND:
            yield element


def expect(element: HtmlElement) -> bool:
    return not element.xpath("boolean(preceding::*[@id=$i] | ancestor::*[@id=$i])", i=element.get("id", ""))


_SECOND = 2

# WCAG 2.1 as corrected in 2023 calls 4.1.1 always satisfied in HTML; EN 301 549 V3.2.1 still asks for it, and a reader is lost.
RULE = Rule(criterion="4.1.1", clause="9.4.1.1", impact=Impact.SERIOUS, norm=Norm.POLICY, targets=targets, expect=expect)
