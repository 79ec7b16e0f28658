"""The auditors' report as tables: CSV in UTF-8, as RFC 4180 has it but with the line ends of everything else here."""

import csv
import io
from collections.abc import Iterable

from generator.audit.findings import Finding, clauses
from generator.audit.remedies import page_of_axe, told
from generator.messages import sentence
from generator.reports import conformance, history
from generator.reports.conformance import Criterion
from generator.reports.evidence import Evidence

FINDINGS = "findings.csv"
CRITERIA = "criteria.csv"
PAGES = "pages.csv"
_FORMULA = ("=", "+", "-", "@", "\t")


def all_of(evidence: Evidence, language: str) -> dict[str, str]:
    """Return {file name: CSV} of findings, criteria and pages, with words in *language*."""
    return {
        FINDINGS: findings(evidence, language),
        CRITERIA: criteria(evidence, language),
        PAGES: pages(evidence),
    }


def findings(evidence: Evidence, language: str) -> str:
    """Return every finding on every page, a line each."""
    head = (
        "page", "criteria", "en_301_549", "rule", "engine", "outcome", "impact", "selector", "element", "snippet", "viewports",
        "message", "remedy", "first_seen", "waiver", "answer",
    )  # fmt: skip
    return _csv(head, (_finding(finding, evidence, language) for finding in evidence.audit.findings))


def criteria(evidence: Evidence, language: str) -> str:
    """Return the criteria of WCAG 2.1 A and AA, and what 2.2 adds, a line each."""
    head = (
        "wcag", "criterion", "name", "level", "en_301_549", "state", "rules", "pages_tested", "failed", "waived", "to_check",
        "checked_by", "checked_on", "checked_outcome", "note",
    )  # fmt: skip
    records = evidence.said.records
    rows = [
        *(("2.1", each) for each in conformance.of_2_1(evidence.audit, records)),
        *(("2.2", each) for each in conformance.added_by_2_2(evidence.audit, records)),
    ]
    return _csv(head, (_criterion(version, each, language) for version, each in rows))


def pages(evidence: Evidence) -> str:
    """Return every page, and every file that has rules of its own, with the hash of what was audited and the day."""
    audit = evidence.audit
    rows = (
        (evidence.publisher.address(page.path), page.sha256, " ".join(page.engines), audit.date.isoformat())
        for page in (*audit.pages, *audit.files)
    )
    return _csv(("page", "sha256", "engines", "audited"), rows)


def _finding(finding: Finding, evidence: Evidence, language: str) -> tuple[str, ...]:
    words = told(finding.rule, language)
    seen = (evidence.entry.seen or {}).get(history.key(finding))
    return (
        evidence.publisher.address(finding.page),
        " ".join(finding.criteria),
        " ".join(finding.clauses),
        finding.rule,
        finding.engine,
        str(finding.outcome),
        finding.impact,
        finding.selector,
        finding.element,
        finding.snippet,
        " ".join(finding.viewports),
        words.get("message", finding.message),
        words.get("remedy") or page_of_axe(finding.rule),
        seen.first.isoformat() if seen else "",
        finding.waiver,
        finding.answer,
    )


def _criterion(version: str, criterion: Criterion, language: str) -> tuple[str, ...]:
    record = criterion.record
    return (
        version,
        criterion.number,
        sentence(f"criteria.{criterion.number}", {}, language=language),
        criterion.level,
        " ".join(clauses([criterion.number])) if version == "2.1" else "",
        criterion.state,
        " ".join(criterion.rules),
        str(criterion.applied_on),
        str(criterion.failed),
        str(criterion.waived),
        str(criterion.to_check),
        *((record.who, record.day.isoformat(), str(record.outcome), record.note) if record else ("", "", "", "")),
    )


def _csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return written.getvalue()


def _safe(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
