"""A figure in a PDF has no text that stands for it.

Why: a screen reader says "figure" and goes on; the map that was decided upon is not there (WCAG technique PDF1).
Remedy: give it an alternative text in the word processor; what says nothing is marked as decorative.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document, Figure
from accessibility_rules.rule import FileRule, Impact


def targets(document: Document) -> Iterator[Figure]:
    yield from document.figures


def expect(figure: Figure) -> bool:
    return bool(figure.text)


RULE = FileRule(criterion="1.1.1", clause=document_clause("1.1.1"), impact=Impact.SERIOUS, targets=targets, expect=expect)
