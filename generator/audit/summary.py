"""An audit told in lines, for who runs the command."""

from accessibility_rules import Outcome
from generator.audit.findings import Audit, Finding
from generator.messages import sentence


def lines(audit: Audit) -> str:
    """Return the totals, and a line for each rule that found something."""
    outcomes = [finding.outcome for finding in audit.findings]
    totals = {
        "pages": len(audit.pages),
        "failed": outcomes.count(Outcome.FAILED),
        "to_check": outcomes.count(Outcome.CANT_TELL),
    }
    groups: dict[tuple[Outcome, str], list[Finding]] = {}
    for finding in audit.findings:
        groups.setdefault((finding.outcome, finding.rule), []).append(finding)
    told = [_line(groups[key]) for key in sorted(groups, key=lambda key: (key[0] is not Outcome.FAILED, key[1]))]
    return "\n".join([sentence("audit.summary", totals), *told])


def has_failed(audit: Audit) -> bool:
    """Say whether a rule failed anywhere; what only a person can tell is not a failure."""
    return any(finding.outcome is Outcome.FAILED for finding in audit.findings)


def _line(findings: list[Finding]) -> str:
    first = findings[0]
    arguments: dict[str, str | int] = {
        "rule": first.rule,
        "outcome": sentence("audit.outcome_" + first.outcome, {}),
        "count": len(findings),
        "pages": len({finding.page for finding in findings}),
        "page": first.page,
        "message": first.message,
    }
    return sentence("audit.summary_rule", arguments)
