"""A PDF has a title, and does not ask that it be shown in place of the file's name.

Why: the title bar, which a screen reader reads first, says "61203.pdf" (ISO 14289-1, 7.1; WCAG technique PDF18).
Remedy: set "show: document title" in the initial view of the PDF; saving as PDF/UA does so by itself.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact, Norm


def targets(document: Document) -> Iterator[Document]:
    if document.title:
        yield document


def expect(document: Document) -> bool:
    return document.shows_title


RULE = FileRule(
    criterion="2.4.2",
    clause=document_clause("2.4.2"),
    impact=Impact.MINOR,
    norm=Norm.POLICY,
    targets=targets,
    expect=expect,
)
