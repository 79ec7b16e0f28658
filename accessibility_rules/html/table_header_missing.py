"""A table of data has no header cells.

Why: a screen reader says the header with each cell; without it, a vote is a row of bare numbers (WCAG failure F91).
Remedy: mark the cells that name their column or row as `th` with `scope`; a table for layout becomes paragraphs or a list.
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import exposed, name
from accessibility_rules.rule import Impact, Rule

_HEADERS = ".//th | .//*[@role='columnheader' or @role='rowheader'] | .//td[@scope]"
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
# What only a table of data has: a caption, a head, or a first row in bold throughout.
_DATA_SIGNS = "./caption | ./thead | (./tr | ./tbody/tr)[1][.//b or .//strong][not(./td[not(b or strong or p/b or p/strong)])]"


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables of at least two rows and two columns that are not marked as layout."""
    for table in exposed(page, "//table[not(@role='presentation' or @role='none')]"):
        rows = table.xpath(_ROWS)
        if len(rows) > 1 and any(len(row.xpath("./td | ./th")) > 1 for row in rows):
            yield table


def expect(table: HtmlElement) -> bool | None:
    """A table without header cells that shows no sign of being data may be layout: a person must look."""
    if any(name(header) for header in table.xpath(_HEADERS)):
        return True
    return False if table.xpath(_DATA_SIGNS) else None


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.SERIOUS, targets=targets, expect=expect)
