"""The auditors' report in HTML: what was checked, with what, what was found, what a person checked, and what nobody did."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from accessibility_rules import Outcome
from generator.audit import opinion
from generator.audit.findings import Finding, in_attached_files, totals
from generator.audit.remedies import page_of_axe, told
from generator.reports import conformance, history, templates
from generator.reports.conformance import Criterion
from generator.reports.criteria import PERSON_CHECKS
from generator.reports.evidence import Evidence
from generator.reports.plot import lines_of

_SHOWN_PAGES = 20  # of one finding that recurs on many pages; findings.csv has them all


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One finding, the day on which it was *first* seen, and the pages that it stands on."""

    outcome: Outcome
    impact: str
    selector: str
    snippet: str
    viewports: tuple[str, ...]
    waiver: str
    answer: str
    first: date | None
    pages: tuple[str, ...]
    more_pages: int


class RuleFindings(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found; *remedy* is empty for axe's rules, which have pages of their own at *explained*."""

    rule: str
    message: str
    remedy: str
    explained: str
    places: tuple[Place, ...]


class CriterionFindings(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of one criterion, rule by rule."""

    criterion: Criterion
    rules: tuple[RuleFindings, ...]


def html(evidence: Evidence, language: str) -> str:
    """Return the report on *evidence* in *language*."""
    audit, records = evidence.audit, evidence.said.records
    criteria = conformance.of_2_1(audit, records)
    added = conformance.added_by_2_2(audit, records)
    entries = (*evidence.past.entries, evidence.entry)
    return templates.render(
        "audit_report.html",
        language,
        audit=audit,
        publisher=evidence.publisher,
        criteria=criteria,
        added=added,
        found=[_found(each, evidence, language) for each in (*criteria, *added) if each.findings],
        policy=_by_rule([finding for finding in audit.findings if not finding.criteria], evidence, language),
        totals=totals(audit.findings),
        in_files=totals(in_attached_files(audit)).failed,
        second=sum(rule.engine == opinion.ENGINE for rule in audit.rules),
        recorded=sum(each.record is not None for each in criteria),
        waivers=evidence.said.waivers,
        answers=evidence.said.answers,
        change=history.change(evidence.entry, evidence.past),
        entries=entries,
        plot=lines_of(entries),
        checks=PERSON_CHECKS,
    )


def _found(criterion: Criterion, evidence: Evidence, language: str) -> CriterionFindings:
    return CriterionFindings(criterion=criterion, rules=_by_rule(criterion.findings, evidence, language))


def _by_rule(findings: Iterable[Finding], evidence: Evidence, language: str) -> tuple[RuleFindings, ...]:
    rules: dict[str, list[Finding]] = {}
    for finding in findings:
        rules.setdefault(finding.rule, []).append(finding)
    return tuple(
        RuleFindings(
            rule=rule,
            message=told(rule, language).get("message", rules[rule][0].message),
            remedy=told(rule, language).get("remedy", ""),
            explained=page_of_axe(rule),
            places=_places(rules[rule], evidence.entry.seen or {}),
        )
        for rule in sorted(rules)
    )


def _places(findings: Iterable[Finding], seen: Mapping[str, history.Seen]) -> tuple[Place, ...]:
    """What all pages share is one place, told once."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        viewports = " ".join(finding.viewports)
        place = (finding.outcome, finding.impact, finding.selector, finding.snippet, viewports, finding.waiver, finding.answer)
        alike.setdefault(place, []).append(finding)
    return tuple(_place(alike[place], seen) for place in sorted(alike))


def _place(findings: Sequence[Finding], seen: Mapping[str, history.Seen]) -> Place:
    one, pages = findings[0], [finding.page for finding in findings]
    first = [seen[key].first for key in map(history.key, findings) if key in seen]
    return Place(
        outcome=one.outcome,
        impact=one.impact,
        selector=one.selector,
        snippet=one.snippet,
        viewports=one.viewports,
        waiver=one.waiver,
        answer=one.answer,
        first=min(first, default=None),
        pages=tuple(pages[:_SHOWN_PAGES]),
        more_pages=max(0, len(pages) - _SHOWN_PAGES),
    )
