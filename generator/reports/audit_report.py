"""The auditors' report: what was checked, with what, what was found, and what no machine has checked."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from importlib.resources import files
from pathlib import Path

import msgspec
from jinja2 import Environment, StrictUndefined

from accessibility_rules import Outcome
from accessibility_rules.messages import axe_words, words
from generator.audit import noticed
from generator.audit.findings import Audit, Finding, to_json
from generator.errors import AuditError
from generator.messages import sentence
from generator.reports.criteria import LEVELS, PERSON_CHECKS

FOLDER = "4-findings"  # of the work folder
FINDINGS = "findings.json"
_SHOWN_PAGES = 20  # of one finding that recurs on many pages; findings.json has them all


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One finding and the pages that it stands on."""

    outcome: Outcome
    impact: str
    selector: str
    snippet: str
    viewports: tuple[str, ...]
    pages: tuple[str, ...]
    more_pages: int


class RuleFindings(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found, and what to do."""

    rule: str
    message: str
    remedy: str
    places: tuple[Place, ...]


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """One success criterion: the rules that looked at it, on how many pages at most, and what they found."""

    number: str
    level: str
    rules: tuple[str, ...]
    applied_on: int
    failed: int
    to_check: int
    findings: tuple[RuleFindings, ...]


class DatedAudit(Audit, frozen=True, kw_only=True):
    """What findings.json holds: an audit and its day."""

    date: date


def write(audit: Audit, folder: Path, languages: Sequence[str], day: date) -> Path:
    """Write findings.json and the report in each of *languages* into *folder*; return the report in the first of them."""
    dated = DatedAudit(**msgspec.structs.asdict(audit), date=day)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FINDINGS).write_text(to_json(dated), encoding="utf-8")
    return _write_reports(dated, folder, languages)[0]


def again(work_dir: Path, languages: Sequence[str]) -> tuple[Path, ...]:
    """Write the reports anew from the findings of the last run.

    Raises:
        AuditError: there are none.

    """
    return _write_reports(last(work_dir), work_dir / FOLDER, languages)


def last(work_dir: Path) -> DatedAudit:
    """Return the audit of the last run.

    Raises:
        AuditError: there is none.

    """
    try:
        return msgspec.json.decode((work_dir / FOLDER / FINDINGS).read_bytes(), type=DatedAudit)
    except (OSError, msgspec.DecodeError) as error:
        raise AuditError("report.no_findings", where=FINDINGS) from error


def html(audit: DatedAudit, language: str) -> str:
    """Return the report on *audit* in *language*."""
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        files("generator.reports").joinpath("audit_report.html").read_text(encoding="utf-8")
    )
    return template.render(
        audit=audit,
        language=language,
        criteria=[_criterion(number, audit, language) for number in LEVELS],
        policy=_by_rule([finding for finding in audit.findings if not finding.criteria], language),
        failed=_count(audit.findings, Outcome.FAILED),
        to_check=_count(audit.findings, Outcome.CANT_TELL),
        checks=PERSON_CHECKS,
        words=partial(_words, language),
    )


def _write_reports(audit: DatedAudit, folder: Path, languages: Sequence[str]) -> tuple[Path, ...]:
    """The first language has the plain name: it is the one that the command names."""
    paths = tuple(folder / (f"report.{language}.html" if n else "report.html") for n, language in enumerate(languages))
    for path, language in zip(paths, languages, strict=True):
        path.write_text(html(audit, language), encoding="utf-8")
    return paths


def _words(language: str, key: str, **arguments: str | int) -> str:
    return sentence(key, arguments, language=language)


def _criterion(number: str, audit: Audit, language: str) -> Criterion:
    findings = [finding for finding in audit.findings if number in finding.criteria]
    rules = [rule for rule in audit.rules if number in rule.criteria]
    return Criterion(
        number=number,
        level=LEVELS[number],
        rules=tuple(rule.rule for rule in rules),
        applied_on=max((rule.applied_on for rule in rules), default=0),
        failed=_count(findings, Outcome.FAILED),
        to_check=_count(findings, Outcome.CANT_TELL),
        findings=_by_rule(findings, language),
    )


def _by_rule(findings: Iterable[Finding], language: str) -> tuple[RuleFindings, ...]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    return tuple(
        RuleFindings(
            rule=rule,
            message=_told(rule, language).get("message", rules[rule][0].message),
            remedy=_told(rule, language).get("remedy", ""),
            places=_places(rules[rule]),
        )
        for rule in sorted(rules)
    )


def _told(rule: str, language: str) -> dict[str, str]:
    """Return what we say of *rule* in *language*: one of ours, one of axe's, or what the browser notices."""
    return words(language).get(rule) or axe_words(language).get(rule) or noticed.words(rule, language)


def _places(findings: Iterable[Finding]) -> tuple[Place, ...]:
    """What all pages share is one place, told once."""
    pages: dict[tuple[Outcome, str, str, str, tuple[str, ...]], list[str]] = {}
    for finding in findings:
        place = (finding.outcome, finding.impact, finding.selector, finding.snippet, finding.viewports)
        pages.setdefault(place, []).append(finding.page)
    return tuple(
        Place(
            outcome=outcome,
            impact=impact,
            selector=selector,
            snippet=snippet,
            viewports=viewports,
            pages=tuple(on[:_SHOWN_PAGES]),
            more_pages=max(0, len(on) - _SHOWN_PAGES),
        )
        for (outcome, impact, selector, snippet, viewports), on in sorted(pages.items())
    )


def _count(findings: Sequence[Finding], outcome: Outcome) -> int:
    return sum(finding.outcome is outcome for finding in findings)
