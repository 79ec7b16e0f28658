"""A table in a PDF has no header cells.

Why: a screen reader says the header with each cell; without it, a budget is rows of bare numbers (WCAG technique PDF6).
Remedy: mark the first row as a header row in the word processor; lay pages out without tables.
"""

from collections.abc import Iterator
from typing import Literal

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document, Table
from accessibility_rules.rule import FileRule, Impact


def targets(document: Document) -> Iterator[Table]:
    yield from (table for table in document.tables if table.rows > 1)


def expect(table: Table) -> Literal[True] | None:
    """A table without header cells may be there for layout: a person must look."""
    return True if table.headers else None


RULE = FileRule(criterion="1.3.1", clause=document_clause("1.3.1"), impact=Impact.SERIOUS, targets=targets, expect=expect)
