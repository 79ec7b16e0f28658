"""A header cell is empty.

Why: a screen reader says the header before each cell of its column or row, and here says nothing.
Remedy: name the column or row; the empty corner of a table is a `td`.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    yield from exposed(
        page, "//table[not(@role='presentation' or @role='none')]//th | //*[@role='columnheader' or @role='rowheader']"
    )


def expect(header: HtmlElement) -> bool:
    return bool(name(header))


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MODERATE, norm=Norm.POLICY, targets=targets, expect=expect)
