"""The permissions of a PDF keep programs out that read it aloud.

Why: a screen reader that obeys them reads nothing, while everybody else reads the page (ISO 14289-1, 7.16).
Remedy: allow "text access for screen reader devices" in the file's security settings, or save it without any.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact


def targets(document: Document) -> Iterator[Document]:
    if document.has_content:
        yield document


def expect(document: Document) -> bool:
    return document.may_be_read_aloud


RULE = FileRule(criterion="4.1.2", clause=document_clause("4.1.2"), impact=Impact.CRITICAL, targets=targets, expect=expect)
