"""The audit in EARL 1.0 (W3C Working Group Note, 2017) as JSON-LD: who asserts what of which page, by which rule."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from accessibility_rules import Outcome
from generator.audit.findings import AuditedPage, Finding, RuleRun, Tool
from generator.audit.remedies import told
from generator.messages import sentence
from generator.reports import conformance
from generator.reports.conformance import Criterion, State
from generator.reports.criteria import LEVELS, LEVELS_OF_2_2, identifier
from generator.reports.evidence import Evidence

FILE = "earl.jsonld"
CONTEXT: dict[str, Any] = {  # Any: JSON-LD, whose shape is not ours
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WCAG22": "http://www.w3.org/TR/WCAG22/#",
    "dct": "http://purl.org/dc/terms/",
    "sch": "https://schema.org/",
    "doap": "http://usefulinc.com/ns/doap#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "WebPage": "sch:WebPage",
    "source": "dct:source",
    "title": "dct:title",
    "name": "doap:name",
    "description": "doap:description",
    "release": "doap:release",
    "revision": "doap:revision",
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
}
_SITE = "_:site"
_MACHINE = "_:pykala"


def jsonld(evidence: Evidence, language: str) -> str:
    """Return the audit as one graph: assertors, site and pages, tests, and what each test says of each subject.

    Of a rule a machine says *passed* or *inapplicable* for the site; of a criterion only a person does.
    """
    audit = evidence.audit
    criteria = [
        *conformance.of_2_1(audit, evidence.said.records),
        *conformance.added_by_2_2(audit, evidence.said.records),
    ]
    people = sorted({line.who for line in (*evidence.said.records.values(), *evidence.said.answers.values())})
    number = {name: f"_:person{n}" for n, name in enumerate(people, 1)}
    graph = [
        {"@id": _MACHINE, "@type": ["Assertor", "Software"], "name": "Pykälä", "foaf:member": [*map(_tool, audit.tools)]},
        *({"@id": number[name], "@type": ["Assertor", "foaf:Person"], "foaf:name": name} for name in people),
        {"@id": _SITE, "@type": "TestSubject", "title": evidence.publisher.name(language), "source": evidence.publisher.url},
        *(_page(page, evidence) for page in (*audit.pages, *audit.files)),
        *(_criterion(each, language) for each in criteria),
        *(_rule(rule, language) for rule in audit.rules),
        *(_of_rule(rule, audit.date) for rule in audit.rules if not _found(rule, audit.findings)),
        *(_of_finding(finding, evidence, number) for finding in audit.findings),
        *(_of_criterion(each, audit.date, number) for each in criteria),
    ]
    whole = {"@context": CONTEXT, "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _tool(tool: Tool) -> dict[str, Any]:
    revision = {"revision": tool.version, **({"sch:sha256": tool.sha256} if tool.sha256 else {})}
    return {"@type": ["Software", "doap:Project"], "name": tool.name, "release": {"@type": "doap:Version", **revision}}


def _page(page: AuditedPage, evidence: Evidence) -> dict[str, Any]:
    address = evidence.publisher.address(page.path)
    return {
        "@id": address,
        "@type": ["TestSubject", "WebPage"],
        "source": address,
        "sch:sha256": page.sha256,
        "isPartOf": _SITE,
    }


def _criterion(criterion: Criterion, language: str) -> dict[str, Any]:
    title = f"{criterion.number} {sentence(f'criteria.{criterion.number}', {}, language=language)}"
    return {"@id": identifier(criterion.number), "@type": ["TestCriterion", "TestRequirement"], "title": title}


def _rule(rule: RuleRun, language: str) -> dict[str, Any]:
    words = told(rule.rule, language).get("message")
    return {
        "@id": _rule_id(rule.engine, rule.rule),
        "@type": ["TestCriterion", "TestCase"],
        "title": rule.rule,
        **({"description": words} if words else {}),
        # A rule may serve criteria of level AAA too, which are not asked for here.
        "isPartOf": [identifier(number) for number in rule.criteria if number in LEVELS | LEVELS_OF_2_2],
    }


def _of_rule(rule: RuleRun, day: date) -> dict[str, Any]:
    outcome = Outcome.PASSED if rule.applied_on else Outcome.INAPPLICABLE
    return _assertion(_MACHINE, _SITE, _rule_id(rule.engine, rule.rule), "automatic", _result(outcome, day))


def _of_finding(finding: Finding, evidence: Evidence, people: dict[str, str]) -> dict[str, Any]:
    answer = evidence.said.answers.get(finding.answer)
    who, mode = (people[answer.who], "semiAuto") if answer else (_MACHINE, "automatic")
    result = _result(finding.outcome, answer.day if answer else evidence.audit.date) | {
        "pointer": {"@type": "ptr:CSSSelectorPointer", "ptr:expression": finding.selector},
        "info": finding.snippet,
        # Under a waiver: until when the failure may stand.
        **({"dct:valid": evidence.said.waivers[finding.waiver].until.isoformat()} if finding.waiver else {}),
    }
    about = evidence.publisher.address(finding.page)
    return _assertion(who, about, _rule_id(finding.engine, finding.rule), mode, result)


def _of_criterion(criterion: Criterion, day: date, people: dict[str, str]) -> dict[str, Any]:
    test, record = identifier(criterion.number), criterion.record
    if record is None or not criterion.is_as_recorded:
        return _assertion(_MACHINE, _SITE, test, "automatic", _result(criterion.state, day))
    note = {"description": record.note} if record.note else {}
    return _assertion(people[record.who], _SITE, test, "manual", _result(criterion.state, record.day) | note)


def _assertion(who: str, about: str, test: str, mode: str, result: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Assertion",
        "assertedBy": who,
        "subject": {"@id": about},
        "test": {"@id": test},
        "mode": f"earl:{mode}",
        "result": result,
    }


def _result(outcome: Outcome | State, day: date) -> dict[str, Any]:
    return {"@type": "TestResult", "outcome": f"earl:{outcome}", "dct:date": day.isoformat()}


def _found(rule: RuleRun, findings: Iterable[Finding]) -> bool:
    return any(finding.rule == rule.rule and finding.engine == rule.engine for finding in findings)


def _rule_id(engine: str, rule: str) -> str:
    return f"urn:pykala:rule:{engine}:{rule}"
