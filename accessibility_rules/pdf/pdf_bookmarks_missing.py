"""A long PDF has no bookmarks.

Why: they are the contents that stay beside the text, for the eye and for the keyboard (WCAG technique PDF2).
Remedy: have bookmarks made from the headings when the file is saved.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact, Norm

LONG = 20  # pages


def targets(document: Document) -> Iterator[Document]:
    if document.has_content and len(document.leaves) >= LONG:
        yield document


def expect(document: Document) -> bool:
    return document.bookmarks > 0


# EN 301 549 V3.2.1 leaves 2.4.5 out for documents (10.2.4.5 is void): the publisher's own wish, in support of headings.
RULE = FileRule(
    criterion="2.4.6",
    clause=document_clause("2.4.6"),
    impact=Impact.MODERATE,
    norm=Norm.POLICY,
    targets=targets,
    expect=expect,
)
