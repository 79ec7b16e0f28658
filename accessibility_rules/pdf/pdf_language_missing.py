"""A PDF does not say which language it is in.

Why: a screen reader picks its voice by it; Finnish read by an English voice is noise (WCAG technique PDF16).
Remedy: set the document's language in the word processor before saving, or in the properties of the PDF.
"""

import re
from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)  # RFC 5646, without what is grandfathered


def targets(document: Document) -> Iterator[Document]:
    if document.has_text:
        yield document


def expect(document: Document) -> bool | None:
    """Where parts say their languages, whether all of them do is for a person."""
    if document.language:
        return bool(_TAG.fullmatch(document.language))
    return None if document.has_languages else False


RULE = FileRule(criterion="3.1.1", clause=document_clause("3.1.1"), impact=Impact.SERIOUS, targets=targets, expect=expect)
