"""A page of a PDF is an image of text: nothing on it can be read aloud, searched or copied.

Why: a scanned page is empty to a screen reader; it does not grow or change its colours (WCAG technique PDF7).
Remedy: publish the document that was printed and scanned; where only the paper is left, recognise its text and correct it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document, Leaf
from accessibility_rules.rule import FileRule, Impact


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A page that shows images, and the document that it is of."""

    leaf: Leaf
    document: Document

    @property
    def place(self) -> str:
        return self.leaf.place


def targets(document: Document) -> Iterator[Shown]:
    yield from (Shown(leaf=leaf, document=document) for leaf in document.leaves if leaf.images)


def expect(shown: Shown) -> bool | None:
    """Without text in all of the document, it was scanned; one such page among others may be a map or a photograph."""
    if shown.leaf.characters:
        return True
    figures = [figure for figure in shown.document.figures if figure.page == shown.leaf.number]
    if shown.document.is_tagged and figures and all(figure.text for figure in figures):
        return True
    return None if shown.document.has_text else False


RULE = FileRule(criterion="1.4.5", clause=document_clause("1.4.5"), impact=Impact.CRITICAL, targets=targets, expect=expect)
