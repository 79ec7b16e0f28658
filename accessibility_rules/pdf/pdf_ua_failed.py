"""A PDF does not conform to PDF/UA-1, the standard of accessible PDF (ISO 14289-1).

Why: it covers what the other rules here do not, such as fonts without letters, links without words and forms without names.
Remedy: save it as PDF/UA from the word processor, and correct what its checker names; the place names the part of the standard.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from page import PageError, ValidationProfile, validate_pdf_bytes

from accessibility_rules.criteria import document_clause
from accessibility_rules.pdf_file import Document
from accessibility_rules.rule import FileRule, Impact, Norm


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One requirement of PDF/UA-1, or all of them where *place* is empty; *holds* is None where the checker gave up."""

    place: str
    holds: bool | None


def targets(document: Document) -> Iterator[Checked]:
    """Yield each requirement that is not met, by the checker's name for it; one target where all are."""
    if not document.has_content:
        return
    try:
        report = validate_pdf_bytes(document.file, profile=ValidationProfile.PDF_UA_1)
    except PageError:
        yield Checked(place="", holds=None)
        return
    failed = sorted({failure.rule_id for failure in report.failures})
    yield from (Checked(place=rule_id, holds=False) for rule_id in failed)
    if report.is_compliant:
        yield Checked(place="", holds=True)


def expect(checked: Checked) -> bool | None:
    return checked.holds


RULE = FileRule(
    criterion="4.1.2",
    clause=document_clause("4.1.2"),
    impact=Impact.MODERATE,
    norm=Norm.POLICY,
    targets=targets,
    expect=expect,
)
