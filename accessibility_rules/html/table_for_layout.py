"""A table for layout is marked as a table of data, stands inside another table, or relates nothing to anything.

Why: "table, row 1, column 1" before every paragraph buries the text (WCAG failures F46 and F92).
Remedy: lay the page out by its style sheet; until then, a layout table has `role="presentation"` and no `th` or `caption`.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed
from accessibility_rules.rule import Impact, Rule

_PRESENTED = {"presentation", "none"}
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
_OWN_CELLS = "./tr/* | ./thead/tr/* | ./tbody/tr/* | ./tfoot/tr/*"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables that are said to be layout, those that hold another table, and those of one row or one column."""
    for table in exposed(page, "//table[not(@role) or @role='table' or @role='presentation' or @role='none']"):
        if table.get("role") in _PRESENTED or table.xpath("boolean(.//table)") or _is_line(table):
            yield table


def expect(table: HtmlElement) -> Literal[True] | None:
    """Which of the two is wrong, the role or the marks of data, and whether a table in a table is data, is for a person."""
    if table.get("role") not in _PRESENTED:
        return None
    is_marked = table.get("summary") or table.xpath("boolean(./caption)")
    return None if is_marked or any(cell.tag == "th" or cell.get("scope") for cell in table.xpath(_OWN_CELLS)) else True


def _is_line(table: HtmlElement) -> bool:
    """Say whether *table* has one row or one column, and nothing that names it: then it only puts things in places."""
    if table.xpath("boolean(./caption) or boolean(.//th) or boolean(.//*[@scope])"):
        return False
    rows = [row.xpath("./td") for row in table.xpath(_ROWS)]
    return bool(rows) and (len(rows) == 1 or all(len(cells) <= 1 for cells in rows))


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
