"""A table for layout is marked as a table of data, or stands inside another table.

Why: "table, row 1, column 1" before every paragraph buries the text (WCAG failures F46 and F92).
Remedy: lay the page out by its style sheet; until then, a layout table has `role="presentation"` and no `th` or `caption`.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Rule

_PRESENTED = {"presentation", "none"}
_OWN_CELLS = "./tr/* | ./thead/tr/* | ./tbody/tr/* | ./tfoot/tr/*"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables that are said to be layout, and those that hold another table."""
    yield from exposed(page, "//table[@role='presentation' or @role='none' or .//table]")


def expect(table: HtmlElement) -> Literal[True] | None:
    """Which of the two is wrong, the role or the marks of data, and whether a table in a table is data, is for a person."""
    if table.get("role") not in _PRESENTED:
        return None
    is_marked = table.get("summary") or table.xpath("boolean(./caption)")
    return None if is_marked or any(cell.tag == "th" or cell.get("scope") for cell in table.xpath(_OWN_CELLS)) else True


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
