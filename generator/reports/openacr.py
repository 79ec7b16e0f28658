"""An accessibility conformance report in OpenACR 0.1.0 (YAML), by the catalogue of VPAT 2.5 International."""

from collections.abc import Iterable
from typing import Any

import yaml

from generator.messages import sentence
from generator.reports import conformance
from generator.reports.conformance import Criterion, State
from generator.reports.evidence import Evidence

FILE = "openacr.yaml"
CATALOG = "2.5-edition-wcag-2.2-508-eu-en"
# A failure anywhere leaves the rest as it is; a person who records "failed" speaks of the criterion as a whole.
_LEVELS = {
    State.PASSED: "supports",
    State.INAPPLICABLE: "not-applicable",
    State.FAILED: "partially-supports",
    State.CANT_TELL: "not-evaluated",
    State.UNTESTED: "not-evaluated",
}
_DISABLED = (
    "success_criteria_level_aaa",
    "functional_performance_criteria",
    "hardware",
    "software",
    "support_documentation_and_services",
)


def document(evidence: Evidence) -> str:
    """Return the report; its language is that of the catalogue, English."""
    audit, publisher = evidence.audit, evidence.publisher
    criteria = (*conformance.of_2_1(audit, evidence.said.records), *conformance.added_by_2_2(audit, evidence.said.records))
    contact = {
        "company_name": publisher.name("en"),
        "email": publisher.email,
        **({"website": publisher.url} if publisher.url else {}),
    }
    whole = {
        "title": f"{publisher.name('en')} Accessibility Conformance Report",
        "product": {"name": publisher.name("en"), "description": _words("openacr_product")},
        "author": contact,
        "vendor": contact,
        "report_date": audit.date.isoformat(),
        "last_modified_date": audit.date.isoformat(),
        "version": 1,
        "notes": _words("openacr_notes"),
        "evaluation_methods_used": "; ".join(f"{tool.name} {tool.version}" for tool in audit.tools),
        "catalog": CATALOG,
        "chapters": {
            "success_criteria_level_a": {"criteria": _chapter(criteria, "A")},
            "success_criteria_level_aa": {"criteria": _chapter(criteria, "AA")},
            **{name: {"disabled": True, "notes": _words("openacr_disabled")} for name in _DISABLED},
        },
    }
    return str(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000))


def _chapter(criteria: Iterable[Criterion], level: str) -> list[dict[str, Any]]:  # Any: YAML
    own = sorted((each for each in criteria if each.level == level), key=lambda each: [int(n) for n in each.number.split(".")])
    return [{"num": each.number, "components": [{"name": "web", "adherence": _adherence(each)}]} for each in own]


def _adherence(criterion: Criterion) -> dict[str, str]:
    is_whole = criterion.record is not None and criterion.record.outcome == "failed"
    return {"level": "does-not-support" if is_whole else _LEVELS[criterion.state], "notes": _notes(criterion)}


def _notes(criterion: Criterion) -> str:
    record = criterion.record
    machine: dict[str, str | int] = {
        "rules": ", ".join(criterion.rules) or "-",
        "failed": criterion.failed,
        "to_check": criterion.to_check,
    }
    said = [_words("openacr_machine", **machine)]
    if record:
        said.append(_words("openacr_person", name=record.who, day=record.day.isoformat(), note=record.note))
    return " ".join(said)


def _words(code: str, **arguments: str | int) -> str:
    return sentence(f"report.{code}", arguments, language="en")
