"""A PDF cannot be opened, or only with a password.

Why: an attachment that a program cannot open is an attachment that was not published.
Remedy: save the file anew from the program that it was written in, without a password.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document, Problem
from accessibility_rules.rule import FileRule, Impact, Norm


def targets(document: Document) -> Iterator[Document]:
    yield document


def expect(document: Document) -> bool | None:
    """Readers may have been given the password: a person must look."""
    if document.problem is Problem.PASSWORD:
        return None
    return document.problem is None


RULE = FileRule(
    criterion="4.1.2",
    clause=document_clause("4.1.2"),
    impact=Impact.CRITICAL,
    norm=Norm.POLICY,
    targets=targets,
    expect=expect,
)
