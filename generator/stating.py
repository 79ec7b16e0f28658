"""How far the site conforms, for its accessibility statement: from what the audit found and what persons recorded."""

from collections.abc import Iterable
from datetime import date

from accessibility_rules import Outcome
from generator import assessing
from generator.audit.findings import Audit, Finding
from generator.rendering.conformance import Conformance, State, Unmet, Waived
from generator.reports.criteria import LEVELS
from generator.review.assessments import Judged, Standing
from generator.statement import Statement


def conformance(audit: Audit, said: Standing, own: Statement, day: date) -> Conformance:
    """Return what the statement says of the pages in *audit*, as they go out, on *day*.

    *Fully* needs a named person's record that each criterion is met or does not apply, no failure, no open question, no waiver,
    and nothing that the municipality itself knows of. A machine alone comes to *not assessed*, or to *partially*.
    """
    unmet = _unmet(audit.findings, said)
    waived = _waived(audit.findings, said, day)
    issues = (*own.known_issues, *own.disproportionate_burden)
    recorded = [said.records[number] for number in LEVELS if number in said.records]
    return Conformance(
        state=_state(own, is_failing=bool(unmet or waived or issues), is_whole=_is_whole(audit.findings, said)),
        unmet=unmet,
        waived=waived,
        recorded=len(recorded),
        criteria=len(LEVELS),
        last_recorded=max((record.day for record in recorded), default=None),
    )


def _state(own: Statement, *, is_failing: bool, is_whole: bool) -> State:
    if own.state == "not":
        return State.NOT
    if is_failing or own.state == "partially":
        return State.PARTIALLY
    return State.FULLY if is_whole else State.NOT_ASSESSED


def _is_whole(findings: Iterable[Finding], said: Standing) -> bool:
    """Tell whether a person recorded every criterion as met or not applying, and answered every question."""
    is_recorded = all(number in said.records and said.records[number].outcome is not Judged.FAILED for number in LEVELS)
    return is_recorded and not any(finding.outcome is Outcome.CANT_TELL for finding in findings)


def _unmet(findings: Iterable[Finding], said: Standing) -> tuple[Unmet, ...]:
    pages: dict[str, set[str]] = {number: set() for number in LEVELS}
    for finding in findings:
        if finding.outcome is Outcome.FAILED:
            for number in finding.criteria:
                pages.setdefault(number, set()).add(assessing.page_of(finding))
    failed = {number for number, record in said.records.items() if record.outcome is Judged.FAILED}
    return tuple(Unmet(criterion=n, pages=len(pages[n])) for n in LEVELS if pages[n] or n in failed)


def _waived(findings: Iterable[Finding], said: Standing, day: date) -> tuple[Waived, ...]:
    """Return the waivers that hold and meet something, those of one reason and end together."""
    met = {finding.waiver for finding in findings}
    holding = said.waivers_on(day)
    waivers = [waiver for name, waiver in holding.items() if name in met]
    told = {(tuple(sorted(waiver.reasons.items())), waiver.until) for waiver in waivers}
    return tuple(Waived(reasons=dict(reasons), until=until) for reasons, until in sorted(told))
