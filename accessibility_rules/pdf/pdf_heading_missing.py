"""A long PDF has no headings in its structure.

Why: who cannot leaf through it goes from heading to heading; forty pages without any are read from the start or not at all.
Remedy: use the word processor's heading styles, and save as tagged PDF.
"""

from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact, Norm

LONG = 5  # pages


def targets(document: Document) -> Iterator[Document]:
    """Yield the document when it is long and has a structure; one without is another rule's."""
    if document.is_tagged and sum(bool(leaf.characters) for leaf in document.leaves) >= LONG:
        yield document


def expect(document: Document) -> bool:
    return document.headings > 0


RULE = FileRule(
    criterion="1.3.1",
    clause=document_clause("1.3.1"),
    impact=Impact.SERIOUS,
    norm=Norm.POLICY,
    targets=targets,
    expect=expect,
)
