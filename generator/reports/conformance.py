"""Every criterion with what a machine and a person found of it; what neither did is not tested."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from accessibility_rules import Outcome
from generator.audit.findings import Audit, Finding
from generator.reports.criteria import LEVELS, LEVELS_OF_2_2
from generator.review.assessments import Judged, Record


class State(StrEnum):
    """EARL's outcomes. Only a person makes a criterion *passed* or *inapplicable*; a machine that found nothing, *untested*."""

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


class Criterion(msgspec.Struct, frozen=True, kw_only=True):
    """One success criterion: the rules that looked at it, on how many pages at most, what they found, and a person's record.

    *failed* counts what failed, *waived* those of it that are under a waiver, *to_check* what waits for a person.
    """

    number: str
    level: str
    rules: tuple[str, ...]
    applied_on: int
    failed: int
    waived: int
    to_check: int
    findings: tuple[Finding, ...]
    record: Record | None

    @property
    def state(self) -> State:
        """Return what may be said of the criterion: one failure anywhere, waived or not, and it is failed."""
        if self.failed or (self.record and self.record.outcome is Judged.FAILED):
            return State.FAILED
        if self.to_check:
            return State.CANT_TELL
        return State(self.record.outcome) if self.record else State.UNTESTED

    @property
    def is_as_recorded(self) -> bool:
        """Tell whether the state is what a person recorded, and nothing that was found says otherwise."""
        return self.record is not None and str(self.state) == str(self.record.outcome)


def of_2_1(audit: Audit, records: Mapping[str, Record]) -> tuple[Criterion, ...]:
    """Return the 50 criteria of WCAG 2.1 at levels A and AA."""
    return _criteria(LEVELS, audit, records)


def added_by_2_2(audit: Audit, records: Mapping[str, Record]) -> tuple[Criterion, ...]:
    """Return what WCAG 2.2 adds to them, which EN 301 549 V3.2.1 does not ask for."""
    return _criteria(LEVELS_OF_2_2, audit, records)


def _criteria(levels: Mapping[str, str], audit: Audit, records: Mapping[str, Record]) -> tuple[Criterion, ...]:
    found: dict[str, list[Finding]] = {number: [] for number in levels}
    for finding in audit.findings:
        for number in finding.criteria:
            if number in found:
                found[number].append(finding)
    return tuple(_criterion(number, level, audit, found[number], records.get(number)) for number, level in levels.items())


def _criterion(number: str, level: str, audit: Audit, findings: Iterable[Finding], record: Record | None) -> Criterion:
    own = tuple(findings)
    rules = [rule for rule in audit.rules if number in rule.criteria]
    return Criterion(
        number=number,
        level=level,
        rules=tuple(dict.fromkeys(rule.rule for rule in rules)),
        applied_on=max((rule.applied_on for rule in rules), default=0),
        failed=sum(finding.outcome is Outcome.FAILED for finding in own),
        waived=sum(bool(finding.waiver) for finding in own),
        to_check=sum(finding.outcome is Outcome.CANT_TELL for finding in own),
        findings=own,
        record=record,
    )
