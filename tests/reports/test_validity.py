"""The files that other tools read: valid against what those tools publish, and true to what was found."""

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
import yaml
from pyld import jsonld

from generator.reports import Evidence, earl, openacr, tables, wcag_em
from generator.reports.criteria import LEVELS, LEVELS_OF_2_2, slug
from generator.review.assessments import Answer, Judged, Standing
from tests.reports.made import DAY, an_audit, evidence, finding, record, waiver
from tests.sites import ROOT

SCHEMAS = ROOT.parent / "shared" / "schemas"
in_shared = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas are not here (../shared/schemas)")
EARL = "http://www.w3.org/ns/earl#"
WCAG_EM = "http://www.w3.org/TR/WCAG-EM/#"
OUTCOMES = {"passed", "failed", "cantTell", "inapplicable", "untested"}


def made() -> Evidence:
    """Return a failure, one under a waiver, a question, one that a person answered, and three recorded criteria."""
    answer = Answer(rule="image-alt", element="", page="/a.html", outcome=Judged.PASSED, note="", who="Väinö", day=DAY)
    records = {
        "2.4.3": record("2.4.3"),
        "1.2.4": record("1.2.4", Judged.INAPPLICABLE),
        "2.1.1": record("2.1.1", Judged.FAILED),
        "1.1.1": record("1.1.1"),
        "2.5.8": record("2.5.8"),
    }
    found = an_audit(
        finding(),
        finding(waiver="a1", selector="html > body > table"),
        finding(outcome="cantTell", criteria=("1.4.3",)),
        finding(outcome="passed", answer="f6", criteria=("1.4.5",)),
    )
    return evidence(found, Standing(waivers={"a1": waiver()}, answers={"f6": answer}, records=records))


def triples(document: dict[str, Any]) -> set[str]:
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    return set(str(jsonld.normalize(document, options)).splitlines())


def of_type(expanded: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in expanded if kind in node.get("@type", [])]


def ids(nodes: list[dict[str, Any]], name: str) -> list[str]:
    return [value["@id"] for node in nodes for value in node[name]]


@in_shared
def test_the_earl_says_the_same_in_the_context_of_the_w3c() -> None:
    document = json.loads(earl.jsonld(made(), "fi"))
    context = json.loads((SCHEMAS / "earl" / "earl-context.json").read_text(encoding="utf-8"))["@context"]

    assert triples(document) == triples({**document, "@context": context})


def test_each_earl_assertion_has_one_assertor_subject_test_and_result_that_are_there() -> None:
    expanded = jsonld.expand(json.loads(earl.jsonld(made(), "fi")))
    known = {node["@id"] for node in expanded if "@id" in node}
    assertions = of_type(expanded, f"{EARL}Assertion")

    assert assertions
    for part in ("assertedBy", "subject", "test", "result", "mode"):
        assert [len(node[EARL + part]) for node in assertions] == [1] * len(assertions)
    for part in ("assertedBy", "subject", "test"):
        assert set(ids(assertions, EARL + part)) <= known
    results = [node[f"{EARL}result"][0] for node in assertions]
    assert {value.removeprefix(EARL) for value in ids(results, f"{EARL}outcome")} <= OUTCOMES
    modes = {value.removeprefix(EARL) for value in ids(assertions, f"{EARL}mode")}
    assert modes == {"automatic", "manual", "semiAuto"}


def test_only_a_person_passes_a_criterion_in_earl() -> None:
    document = json.loads(earl.jsonld(made(), "fi"))
    about = [node for node in document["@graph"] if node["@type"] == "Assertion" and node["test"]["@id"].startswith("WCAG")]
    said = {node["test"]["@id"]: (node["mode"], node["result"]["outcome"]) for node in about}

    assert len(said) == len(LEVELS) + len(LEVELS_OF_2_2)
    assert said["WCAG21:focus-order"] == ("earl:manual", "earl:passed")
    assert said["WCAG21:keyboard"] == ("earl:manual", "earl:failed")
    assert said["WCAG21:captions-live"] == ("earl:manual", "earl:inapplicable")
    assert said["WCAG21:non-text-content"] == ("earl:automatic", "earl:failed")  # passed by a person, and a failure was found
    assert said["WCAG21:contrast-minimum"] == ("earl:automatic", "earl:cantTell")
    assert said["WCAG21:focus-visible"] == ("earl:automatic", "earl:untested")
    assert said["WCAG22:target-size-minimum"] == ("earl:manual", "earl:passed")


@in_shared
def test_the_openacr_is_valid_against_its_schema_and_catalogue() -> None:
    whole = yaml.safe_load(openacr.document(made()))
    schema = json.loads((SCHEMAS / "openacr" / "openacr-0.1.0.json").read_text(encoding="utf-8"))
    catalogue = yaml.safe_load((SCHEMAS / "openacr" / f"{openacr.CATALOG}.yaml").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(whole)

    chapters = {chapter["id"]: [c["id"] for c in chapter.get("criteria", [])] for chapter in catalogue["chapters"]}
    assert set(whole["chapters"]) <= set(chapters)
    for level in ("a", "aa"):
        name = f"success_criteria_level_{level}"
        assert sorted(c["num"] for c in whole["chapters"][name]["criteria"]) == sorted(chapters[name])
    terms = {term["id"] for term in catalogue["terms"]}
    levels = {c["components"][0]["adherence"]["level"] for n in ("a", "aa") for c in _criteria(whole, n)}
    assert levels <= terms


def test_the_openacr_supports_what_a_person_passed_and_nothing_else() -> None:
    whole = yaml.safe_load(openacr.document(made()))
    levels = {c["num"]: c["components"][0]["adherence"]["level"] for n in ("a", "aa") for c in _criteria(whole, n)}

    assert {number for number, level in levels.items() if level == "supports"} == {"2.4.3", "2.5.8"}
    assert (levels["1.1.1"], levels["2.1.1"], levels["1.2.4"]) == ("partially-supports", "does-not-support", "not-applicable")
    assert levels["1.4.3"] == levels["2.4.7"] == "not-evaluated"


def _criteria(whole: dict[str, Any], level: str) -> list[dict[str, Any]]:
    return list(whole["chapters"][f"success_criteria_level_{level}"]["criteria"])


@in_shared
def test_the_wcag_em_file_says_the_same_in_the_tools_own_context() -> None:
    document = json.loads(wcag_em.jsonld(made(), "fi"))
    context = json.loads((SCHEMAS / "wcag-em" / "export-context.json").read_text(encoding="utf-8"))["@context"]

    assert triples(document) == triples({**document, "@context": context})


def test_the_wcag_em_file_frames_to_one_evaluation_as_the_tool_reads_it() -> None:
    document = json.loads(wcag_em.jsonld(made(), "fi"))
    framed = jsonld.frame(document, {"@context": document["@context"], "type": "Evaluation"})

    assert framed["type"] == "Evaluation"
    assert (framed["defineScope"]["wcagVersion"], framed["defineScope"]["conformanceTarget"]) == ("2.1", "AA")
    assert framed["defineScope"]["scope"]["title"] == "Kuutamoniemi"
    assert framed["selectSample"]["structuredSample"]["description"] == "https://paatokset.kuutamoniemi.example/a.html"
    assert framed["reportFindings"]["title"]


def test_each_wcag_em_result_is_of_a_known_criterion_page_and_outcome() -> None:
    """The tool finds a criterion by its anchor in WCAG, and a page by its address: what it does not find it drops."""
    document = json.loads(wcag_em.jsonld(made(), "fi"))
    pages = {page["id"] for page in document["selectSample"]["structuredSample"]} | {"_:subject_1"}
    anchors = {f"WCAG21:{slug(number)}" for number in LEVELS}
    of_site = [each for each in document["auditSample"] if each["subject"]["id"] == "_:subject_1"]

    assert {each["subject"]["id"] for each in document["auditSample"]} <= pages
    assert {each["test"]["id"] for each in of_site} == anchors
    assert {each["result"]["outcome"]["id"].removeprefix("earl:") for each in document["auditSample"]} <= OUTCOMES
    passed = {each["test"]["id"] for each in document["auditSample"] if each["result"]["outcome"]["id"] == "earl:passed"}
    assert passed == {"WCAG21:focus-order"}


@in_shared
def test_the_anchors_of_criteria_are_those_of_wcag() -> None:
    catalogue = yaml.safe_load((SCHEMAS / "openacr" / f"{openacr.CATALOG}.yaml").read_text(encoding="utf-8"))
    anchors = {c["id"]: c["alt_id"] for chapter in catalogue["chapters"][:2] for c in chapter["criteria"]}
    # For three of them the catalogue has the anchors of WCAG 2.0; in 2.1 they are named as all others.
    of_2_0 = {"1.4.3": "contrast-minimum", "1.4.4": "resize-text", "1.4.5": "images-of-text"}

    assert {number: slug(number) for number in (*LEVELS, *LEVELS_OF_2_2)} == anchors | of_2_0


def test_the_tables_have_every_finding_criterion_and_page() -> None:
    own = made()
    found, criteria, pages = (list(csv.DictReader(io.StringIO(text))) for text in tables.all_of(own, "fi").values())

    assert len(found) == len(own.audit.findings)
    assert found[0]["page"] == "https://paatokset.kuutamoniemi.example/a.html"
    assert {row["remedy"] != "" for row in found} == {True}
    assert {row["first_seen"] for row in found if row["outcome"] in {"failed", "cantTell"}} == {"2026-10-15"}
    assert [row["criterion"] for row in criteria if row["wcag"] == "2.1"] == list(LEVELS)
    assert [(row["state"], row["checked_by"], row["checked_on"]) for row in criteria if row["criterion"] == "2.4.3"] == [
        ("passed", "Aino", "2026-09-30")
    ]
    assert pages == [
        {
            "page": "https://paatokset.kuutamoniemi.example/a.html",
            "sha256": "0" * 64,
            "engines": "accessibility_rules axe-core",
            "audited": "2026-10-15",
        }
    ]


def test_no_cell_of_a_table_is_a_formula() -> None:
    found = finding(rule="of-another", message="=1+1", snippet="@SUM(A1)")
    told = tables.all_of(evidence(an_audit(found)), "fi")["findings.csv"]

    assert "'=1+1" in told
    assert "'@SUM" in told
