"""The text of a PDF has no structure (it is not tagged).

Why: headings, lists and tables exist for the eye only, and columns may be read across (WCAG technique PDF9 needs tags).
Remedy: save it from the word processor with "tagged PDF" (PDF/UA) on; a print to PDF never has tags.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact


def targets(document: Document) -> Iterator[Document]:
    """Yield the document when it has text; one of images only is another rule's."""
    if document.has_text:
        yield document


def expect(document: Document) -> bool:
    return document.is_tagged


RULE = FileRule(criterion="1.3.1", clause=document_clause("1.3.1"), impact=Impact.SERIOUS, targets=targets, expect=expect)
