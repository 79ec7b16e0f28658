"""A file that W3C's WCAG-EM report tool opens: scope, pages and results filled in, for an auditor to go on from.

The tool takes each result for one of a person, so a machine's *failed* and *cantTell* say in their text whose they are, and
nothing is passed that no person has passed.
"""

from datetime import date
from typing import Any

import msgspec

from accessibility_rules import Outcome
from generator.audit.findings import Finding
from generator.messages import sentence
from generator.reports import conformance
from generator.reports.conformance import Criterion, State
from generator.reports.criteria import identifier, slug
from generator.reports.evidence import Evidence

FILE = "wcag-em.json"
_SITE = "_:subject_1"
_CLASSES = {
    State.PASSED: "Pass",
    State.FAILED: "Fail",
    State.CANT_TELL: "CannotTell",
    State.INAPPLICABLE: "NotApplicable",
    State.UNTESTED: "NotTested",
}
CONTEXT: dict[str, Any] = {  # Any: JSON-LD, whose shape is not ours
    "wcagem": "http://www.w3.org/TR/WCAG-EM/#",
    "Evaluation": "wcagem:procedure",
    "defineScope": "wcagem:step1",
    "scope": "wcagem:step1a",
    "step1b": {"@id": "wcagem:step1b", "@type": "@id"},
    "conformanceTarget": "step1b",
    "accessibilitySupportBaseline": "wcagem:step1c",
    "additionalEvaluationRequirements": "wcagem:step1d",
    "exploreTarget": "wcagem:step2",
    "essentialFunctionality": "wcagem:step2b",
    "pageTypeVariety": "wcagem:step2c",
    "technologiesReliedUpon": "wcagem:step2d",
    "selectSample": "wcagem:step3",
    "structuredSample": "wcagem:step3a",
    "randomSample": "wcagem:step3b",
    "Website": "wcagem:website",
    "Webpage": "wcagem:webpage",
    "auditSample": "wcagem:step4",
    "reportFindings": "wcagem:step5",
    "documentSteps": "wcagem:step5a",
    "commissioner": "wcagem:commissioner",
    "evaluator": "wcagem:evaluator",
    "evaluationSpecifics": "wcagem:step5b",
    "WCAG21": "http://www.w3.org/TR/WCAG21/#",
    "WAI": "http://www.w3.org/WAI/",
    "A": "WAI:WCAG2A-Conformance",
    "AA": "WAI:WCAG2AA-Conformance",
    "AAA": "WAI:WCAG2AAA-Conformance",
    "wcagVersion": "WAI:standards-guidelines/wcag/#versions",
    "reportToolVersion": "wcagem:reportToolVersion",
    "earl": "http://www.w3.org/ns/earl#",
    **{
        name: f"earl:{name}"
        for name in ("Assertion", "TestMode", "TestCriterion", "TestRequirement", "TestSubject", "TestResult")
    },
    **{name: f"earl:{name}" for name in ("OutcomeValue", *_CLASSES.values())},
    **{name: f"earl:{name}" for name in ("assertedBy", "mode", "result", "subject", "test", "outcome")},
    "dcterms": "http://purl.org/dc/terms/",
    **{name: f"dcterms:{name}" for name in ("title", "description", "summary", "date")},
    "id": "@id",
    "type": "@type",
    "language": "@language",
}


def jsonld(evidence: Evidence, language: str) -> str:
    """Return the evaluation: every page in the sample, each criterion's state for the site, and each page's failures."""
    name = evidence.publisher.name(language)
    sample = [_page(page.path, evidence) for page in evidence.audit.pages]
    criteria = conformance.of_2_1(evidence.audit, evidence.said.records)
    whole = {
        "@context": CONTEXT,
        "type": "Evaluation",
        "language": language,
        "reportToolVersion": "",
        "defineScope": {
            "id": "_:defineScope",
            "scope": {
                "id": _SITE,
                "type": ["TestSubject", "Website"],
                "title": name,
                "description": evidence.publisher.url or name,
            },
            "wcagVersion": "2.1",
            "conformanceTarget": "AA",
            "accessibilitySupportBaseline": _words("baseline", language),
            "additionalEvaluationRequirements": "",
        },
        "exploreTarget": {
            "id": "_:exploreTarget",
            "technologiesReliedUpon": ["HTML", "CSS"],
            "essentialFunctionality": _words("functionality", language),
            "pageTypeVariety": _words("page_types", language),
        },
        "selectSample": {"id": "_:selectSample", "structuredSample": sample, "randomSample": []},
        "auditSample": [
            *(_of_site(criterion, evidence.audit.date, language) for criterion in criteria),
            *(each for criterion in criteria for each in _of_pages(criterion, evidence, language)),
        ],
        "reportFindings": {
            "documentSteps": [{"id": f"_:{step}"} for step in ("about", "defineScope", "exploreTarget", "selectSample")],
            "title": sentence("report.title", {"date": evidence.audit.date.isoformat()}, language=language),
            "commissioner": name,
            "evaluator": ", ".join(sorted({"Pykälä", *(record.who for record in evidence.said.records.values())})),
            "evaluationSpecifics": "; ".join(
                f"{tool.name} {tool.version} {tool.sha256}".strip() for tool in evidence.audit.tools
            ),
            "summary": sentence("report.limits", {}, language=language),
            "date": evidence.audit.date.isoformat(),
        },
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _page(path: str, evidence: Evidence) -> dict[str, Any]:
    """The tool knows a page again by its address, which it looks for in the description."""
    address = evidence.publisher.address(path)
    return {"id": address, "type": ["TestSubject", "Webpage"], "title": path, "description": address}


def _of_site(criterion: Criterion, day: date, language: str) -> dict[str, Any]:
    record = criterion.record
    if record is None or not criterion.is_as_recorded:
        return _assertion(criterion, _subject(_SITE, "Website"), "automatic", _by_machine(criterion, day, language), day)
    words = {"name": record.who, "day": record.day.isoformat(), "note": record.note}
    said = sentence("report.wcag_em_person", words, language=language)
    return _assertion(criterion, _subject(_SITE, "Website"), "manual", _result(criterion.state, said, record.day), day)


def _of_pages(criterion: Criterion, evidence: Evidence, language: str) -> list[dict[str, Any]]:
    by_page: dict[str, list[Finding]] = {}
    for finding in criterion.findings:
        if finding.outcome in {Outcome.FAILED, Outcome.CANT_TELL}:
            by_page.setdefault(finding.page, []).append(finding)
    day = evidence.audit.date
    return [
        _assertion(
            criterion,
            _subject(evidence.publisher.address(path), "Webpage"),
            "automatic",
            _of_page(found, language, day),
            day,
        )
        for path, found in sorted(by_page.items())
    ]


def _of_page(found: list[Finding], language: str, day: date) -> dict[str, Any]:
    state = State.FAILED if any(finding.outcome is Outcome.FAILED for finding in found) else State.CANT_TELL
    places = "\n".join(f"{finding.rule} ({finding.outcome}): {finding.selector}" for finding in found)
    return _result(state, sentence("report.wcag_em_machine", {"rules": places}, language=language), day)


def _by_machine(criterion: Criterion, day: date, language: str) -> dict[str, Any]:
    words = {"rules": ", ".join(criterion.rules)}
    said = sentence("report.wcag_em_machine" if criterion.rules else "report.untested", words, language=language)
    return _result(criterion.state, said, day)


def _assertion(criterion: Criterion, subject: dict[str, Any], mode: str, result: dict[str, Any], day: date) -> dict[str, Any]:
    return {
        "type": "Assertion",
        "date": day.isoformat(),
        "mode": {"type": "TestMode", "@value": f"earl:{mode}"},
        "result": result,
        "subject": subject,
        "test": {
            "id": identifier(criterion.number),
            "type": ["TestCriterion", "TestRequirement"],
            "title": slug(criterion.number),
        },
        "assertedBy": "_:evaluator",
    }


def _subject(address: str, kind: str) -> dict[str, Any]:
    return {"id": address, "type": ["TestSubject", kind]}


def _result(state: State, said: str, day: date) -> dict[str, Any]:
    return {
        "type": "TestResult",
        "date": day.isoformat(),
        "description": said,
        "outcome": {"id": f"earl:{state}", "type": ["OutcomeValue", _CLASSES[state]], "title": str(state)},
    }


def _words(part: str, language: str) -> str:
    return sentence(f"report.wcag_em_{part}", {}, language=language)
