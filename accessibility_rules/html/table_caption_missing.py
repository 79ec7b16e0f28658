"""A table of data has no name.

Why: a reader who goes from table to table hears "table, four columns" and not which vote it is.
Remedy: give the table a `caption`, or point `aria-labelledby` at the heading above it.
"""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from accessibility_rules.html._exposed import text_of
from accessibility_rules.html._tables import data_tables
from accessibility_rules.rule import Impact, Norm, Rule


def targets(page: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables that have header cells."""
    yield from (table for table in data_tables(page) if table.tag == "table" and table.xpath("boolean(.//th)"))


def expect(table: HtmlElement) -> Literal[True] | None:
    """A heading right above it may do: a person must look."""
    captions = [text_of(caption) for caption in table.xpath("./caption")]
    return True if any(captions) or table.get("aria-label") or table.get("aria-labelledby") else None


RULE = Rule(criterion="1.3.1", clause="9.1.3.1", impact=Impact.MINOR, norm=Norm.POLICY, targets=targets, expect=expect)
