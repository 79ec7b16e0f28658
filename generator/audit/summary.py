"""An audit told in lines, for who runs the command: by cause, because one fix is for many pages."""

from collections.abc import Iterable, Sequence

from accessibility_rules import Outcome
from generator.audit import remedies
from generator.audit.findings import Audit, Finding, blocks, totals
from generator.messages import command_language, sentence

_SHARED = 2  # pages: what stands alike on so many comes from one place


def lines(audit: Audit) -> str:
    """Return the totals, and a line for each cause: failures first, then those that are on most pages."""
    found = totals(audit.findings)
    told = [sentence("audit.summary", {"pages": len(audit.pages), "failed": found.failed, "to_check": found.to_check})]
    beside = [sentence("audit.summary_beside", {"beside": found.beside})] if found.beside else []
    rules: dict[tuple[Outcome, str], list[Finding]] = {}
    for finding in audit.findings:
        rules.setdefault((finding.outcome, finding.rule), []).append(finding)
    causes = [cause for findings in rules.values() for cause in _causes(findings)]
    return "\n".join([*told, *beside, *map(_line, sorted(causes, key=_urgency))])


def has_failed(audit: Audit) -> bool:
    """Say whether a rule failed anywhere; what only a person can tell, or only WCAG 2.2 asks for, is not a failure."""
    return any(map(blocks, audit.findings))


def _causes(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings of one rule apart by what they come from: markup that pages share, and all that stands by itself."""
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        alike.setdefault(finding.snippet, []).append(finding)
    shared = [found for found in alike.values() if len(_pages(found)) >= _SHARED]
    alone = sorted(finding for found in alike.values() if len(_pages(found)) < _SHARED for finding in found)
    return [*shared, alone] if alone else shared


def _urgency(findings: Sequence[Finding]) -> tuple[bool, int, str, Finding]:
    return not blocks(findings[0]), -len(_pages(findings)), findings[0].rule, findings[0]


def _pages(findings: Iterable[Finding]) -> set[str]:
    return {finding.page for finding in findings}


def _line(findings: Sequence[Finding]) -> str:
    first = findings[0]
    is_beside = first.outcome is Outcome.FAILED and not blocks(first)
    words = remedies.told(first.rule, command_language())
    arguments: dict[str, str | int] = {
        "rule": first.rule,
        "outcome": sentence(f"audit.outcome_{'beside' if is_beside else first.outcome}", {}),
        "count": len(findings),
        "pages": len(_pages(findings)),
        "page": first.page,
        "selector": first.selector,
        "message": words.get("message", first.message),
        "remedy": words.get("remedy") or remedies.page_of_axe(first.rule),
    }
    return sentence("audit.summary_rule", arguments)
