"""What the last audit found, as a person is told of it: a rule and an element, with all pages that they are on."""

import hashlib
from collections.abc import Iterable

import msgspec

from accessibility_rules import Outcome
from generator.assessing import page_of
from generator.audit.findings import Audit, Finding, blocks
from generator.errors import ConfigurationError

ID_LENGTH = 10


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """What one *rule* finds at elements that are alike, by *id*; *pages* in order."""

    id: str
    rule: str
    element: str
    criteria: tuple[str, ...]
    pages: tuple[str, ...]
    selector: str


def failed(audit: Audit) -> tuple[Cause, ...]:
    """Return what failed against what the law asks for, and is under no waiver: nothing else needs one."""
    return _causes(finding for finding in audit.findings if blocks(finding) and not finding.waiver)


def open_questions(audit: Audit) -> tuple[Cause, ...]:
    """Return what a machine cannot tell and no person has answered."""
    return _causes(finding for finding in audit.findings if finding.outcome is Outcome.CANT_TELL)


def find(causes: Iterable[Cause], name: str) -> Cause:
    """Return the one of *causes* that a person calls *name*.

    Raises:
        ConfigurationError: there is none.
    """
    found = next((cause for cause in causes if cause.id == name), None)
    if found is None:
        raise ConfigurationError("assess.id_unknown", id=name)
    return found


def _causes(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.rule, finding.element), []).append(finding)
    return tuple(_cause(rule, element, alike[rule, element]) for rule, element in sorted(alike))


def _cause(rule: str, element: str, found: list[Finding]) -> Cause:
    return Cause(
        id=hashlib.sha256(f"{rule}\n{element}".encode()).hexdigest()[:ID_LENGTH],
        rule=rule,
        element=element,
        criteria=found[0].criteria,
        pages=tuple(sorted({page_of(finding) for finding in found})),
        selector=found[0].selector,
    )
