"""A PDF has no title, or the name of a file or a program for one.

Why: among open documents "Tweb" and "Microsoft Word - liite3.docx" are no names (WCAG technique PDF18).
Remedy: write the title into the document's properties before saving: "Kaavaselostus, Rantatien asemakaava".
"""

import re
from collections.abc import Iterator

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|\S+\.(?:docx?|xlsx?|pptx?|odt|ods|rtf|pdf|tmp|html?|dwg|indd)"
    r"|tweb|dynasty|casem|untitled(?:[- ]?\d+)?|nimetön(?: \d+)?|namnlös(?: \d+)?|document ?\d*|dokument ?\d*|asiakirja ?\d*"
    r"|print|scan(?:ned)?(?: ?document)?[\s_\d-]*|skannaus[\s_\d-]*|skannattu[\s_\d-]*|inskannat[\s_\d-]*|pdf"
    r"|(?:power ?point|word|excel)[- ](?:esitys|presentation|document))",
    re.IGNORECASE,
)


def targets(document: Document) -> Iterator[Document]:
    if document.has_content:
        yield document


def expect(document: Document) -> bool:
    return bool(document.title) and not _NO_TITLE.fullmatch(document.title)


RULE = FileRule(criterion="2.4.2", clause=document_clause("2.4.2"), impact=Impact.MODERATE, targets=targets, expect=expect)
